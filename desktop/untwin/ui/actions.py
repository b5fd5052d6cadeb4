"""THE list of actions: keys, buttons, the footer and the key sheet are all made from it."""

from collections.abc import Callable

from untwin.domain.exits import exits_for
from untwin.ui import reasons
from untwin.ui.context import Context
from untwin.ui.reasons import Judge, about_case, about_selected
from untwin.ui.registry import Action, Place

_FAR = 1_000_000_000
_VIEWS = ("Needs decision", "New", "Waiting to post", "Posted", "All")
_STEADY = frozenset({"next", "keys"})


def all_actions() -> tuple[Action, ...]:
    """Every action, in the order of the key sheet."""
    return (
        *_desk_actions(),
        *_list_actions(),
        *_case_actions(),
        *_reading_actions(),
        *_exit_actions(),
        *_sheet_actions(),
        *_batch_actions(),
        *_closer_actions(),
        *_history_actions(),
        *_company_actions(),
    )


def useful_now(actions: tuple[Action, ...], context: Context, count: int = 5) -> tuple[Action, ...]:
    """The most useful actions here that can run, for the footer; moving and the key sheet are always among them."""
    by_id = {action.id: action for action in actions}
    always = [by_id["next" if context.case else "paste"], by_id["keys"]]
    here = [a for a in actions if a.hint and a.id not in _STEADY and a.place is Place.CASE]
    wanted = [action for action in (by_id["stop"], *here) if not action.why_not(context)]
    return (always[0], *wanted[: count - 2], always[1])


def _desk_actions() -> tuple[Action, ...]:
    desk = Place.DESK
    return (
        Action(
            "paste", "Take in errors from the clipboard", ("Ctrl+V", "Ctrl+N"), desk, lambda c: c.paste(), hint="paste"
        ),
        Action("filter", "Filter", ("/", "Ctrl+F"), desk, lambda c: c.focus("filter"), hint="filter"),
        *(_view(number, title) for number, title in enumerate(_VIEWS, start=1)),
        Action("manage_companies", "Companies", ("Ctrl+Shift+O",), desk, lambda c: c.firms.open()),
        Action(
            "read_only",
            "Make the company read-only at once, or allow changes",
            ("Ctrl+Shift+L",),
            desk,
            lambda c: c.firms.switch(),
            reasons.no_company_chosen,
        ),
        Action(
            "connect_company", "Connect a company", (), desk, lambda c: c.firms.connect_new(), reasons.no_connecting
        ),
        Action("companies", "Choose the company", ("Ctrl+O",), desk, lambda c: c.focus("companies")),
        *_record_actions(),
        Action(
            "stop",
            "Stop reading QuickBooks, pause the batch",
            ("Ctrl+.",),
            desk,
            lambda c: c.stop_looking(),
            reasons.nothing_looked_up,
            (),
            "stop",
        ),
        Action("next_pane", "Next pane", ("F6",), desk, lambda c: c.focus("next")),
        Action("back", "One step back", ("Esc",), desk, lambda c: c.back()),
        Action("keys", "Keys", ("?", "F1"), desk, lambda c: c.open_sheet("keys"), hint="keys"),
        Action("sample_page", "Sample firm's page", (), desk, lambda c: c.open_sample_page(), reasons.no_sample),
        Action("quit", "Quit", ("Ctrl+Q",), Place.WINDOW, lambda c: c.quit()),
    )


def _record_actions() -> tuple[Action, ...]:
    desk = Place.DESK
    return (
        Action("history", "Change history", ("G, H",), desk, lambda c: c.history.open()),
        Action("export", "Export the change history", ("Ctrl+E",), desk, lambda c: c.history.export()),
        Action("batch", "Show the batch", ("G, B",), desk, lambda c: c.batch.show(), reasons.no_batch),
        Action("resume_batch", "Resume the batch", (), desk, lambda c: c.batch.resume(), reasons.no_paused_batch),
    )


def _view(number: int, title: str) -> Action:
    return Action(f"view_{number}", f"Show “{title}”", (f"Ctrl+{number}",), Place.DESK, lambda c: c.view(number))


def _list_actions() -> tuple[Action, ...]:
    case = Place.CASE
    return (
        Action("next", "Next case", ("J",), case, lambda c: c.move(1), also=("Down",), hint="next"),
        Action("previous", "Previous case", ("K",), case, lambda c: c.move(-1), also=("Up",)),
        Action("first", "First case", ("G, G",), case, lambda c: c.move(-_FAR), also=("Ctrl+Home",)),
        Action("last", "Last case", ("Shift+G",), case, lambda c: c.move(_FAR), also=("Ctrl+End",)),
        Action("open", "Go into the case", ("Return", "Enter", "O"), Place.LIST, lambda c: c.focus("case")),
        *_selecting_actions(),
    )


def _selecting_actions() -> tuple[Action, ...]:
    why, listed = reasons.nothing_shown, Place.LIST
    return (
        Action("select", "Select the case", ("X",), Place.CASE, lambda c: c.selection.toggle(), why, ("Space",)),
        Action("extend_down", "Select downwards", ("Shift+Down",), listed, lambda c: c.selection.extend(1), why),
        Action("extend_up", "Select upwards", ("Shift+Up",), listed, lambda c: c.selection.extend(-1), why),
        Action("select_all", "Select all that are shown", ("Ctrl+A",), listed, lambda c: c.selection.all(), why),
    )


def _about_selected(
    name: str, title: str, key: str, run: Callable[[Context], None], why_not: Judge, hint: str = ""
) -> Action:
    """An action about the selected cases, or about the chosen one."""
    return Action(name, title, (key,), Place.CASE, run, about_selected(why_not), hint=hint)


def _about(name: str, title: str, key: str, run: Callable[[Context], None], why_not: Judge, hint: str = "") -> Action:
    """An action about the chosen case."""
    keys = tuple(key.split()) if key else ()
    return Action(name, title, keys, Place.CASE, run, about_case(why_not), hint=hint)


def _sheet(name: str) -> Callable[[Context], None]:
    def run(context: Context) -> None:
        context.open_sheet(name)

    return run


def _case_actions() -> tuple[Action, ...]:
    why, do = reasons, _about
    return (
        _about_selected(
            "renumber",
            "Give the documents new numbers",
            "R",
            lambda c: c.on_case.renumber(),
            why.not_changeable,
            "renumber",
        ),
        do("retry", "Retry in the source", "T", lambda c: c.on_case.retry(), why.not_retryable, "retry"),
        do("verify", "Look now whether it posted", "V", lambda c: c.on_case.verify(), why.not_verifiable, "look now"),
        do("what_differs", "What differs", "D", lambda c: c.closer.open(), why.nothing_differs, "what differs"),
        do("same_document", "Confirm: already in QuickBooks", "M", _sheet("same"), why.not_same, "same document"),
        _about_selected(
            "look_up", "Look it up again", "F5", lambda c: c.on_case.look_up(), why.not_lookable, "look up"
        ),
        do("ignore", "Ignore with a reason", "I", _sheet("ignore"), why.not_ignorable, "ignore"),
        Action(
            "undo",
            "Undo, or give the old number back",
            ("Z", "Ctrl+Z"),
            Place.CASE,
            lambda c: c.on_case.undo(),
            why.nothing_to_undo,
        ),
        do("restore", "Give the old number back", "", lambda c: c.on_case.restore(), why.not_restorable),
        _about_selected(
            "bind_company",
            "Say which company it belongs to",
            "Shift+C",
            lambda c: c.on_case.bind_company(),
            why.not_bindable,
            "company",
        ),
        do("describe", "Say what is waiting to post", "Shift+D", _sheet("describe"), why.not_describable, "describe"),
        do(
            "made_by_hand",
            "It was made in QuickBooks by hand",
            "Shift+M",
            lambda c: c.on_case.made_by_hand(),
            why.not_asked,
        ),
    )


def _reading_actions() -> tuple[Action, ...]:
    why, do = reasons, _about
    return (
        do("confirm_posting", "Confirm that it posted", "P", _sheet("posted"), why.not_found, "confirm"),
        do("rule_out", "It is another document", "Shift+P", lambda c: c.on_case.rule_out(), why.not_found),
        do("open_holder", "Open in QuickBooks", "B", lambda c: c.on_case.open_holder(), why.no_document, "QuickBooks"),
        do("open_source", "Open in the source", "Shift+B", lambda c: c.on_case.open_source(), why.no_page),
        do("copy_summary", "Copy the case in one paragraph", "Y", lambda c: c.on_case.copy_summary(), why.any_case),
        do("reasons", "Why this verdict", "W", lambda c: c.show_reasons(), why.any_case),
    )


def _exit_actions() -> tuple[Action, ...]:
    return tuple(
        _about(f"exit_{n}", f"Option {n} of the case", str(n), _take_exit(n), reasons.no_exit(n)) for n in range(1, 6)
    )


def _take_exit(number: int) -> Callable[[Context], None]:
    def run(context: Context) -> None:
        if context.case is not None:
            context.run(exits_for(context.case)[number - 1].id)

    return run


def _sheet_actions() -> tuple[Action, ...]:
    sheet = Place.SHEET
    return (
        Action("confirm", "Save or confirm", ("Ctrl+Return", "Ctrl+Enter"), sheet, lambda c: c.confirm()),
        Action("cancel", "Cancel", ("Esc",), sheet, lambda c: c.cancel()),
        Action("suggest_next", "Next suggested number", ("Alt+Down",), sheet, lambda c: c.other_suggestion(1)),
        Action("suggest_before", "Suggested number before", ("Alt+Up",), sheet, lambda c: c.other_suggestion(-1)),
    )


def _batch_actions() -> tuple[Action, ...]:
    place, why = Place.BATCH, reasons
    return (
        Action("next_row", "Next row", ("J",), place, lambda c: c.batch.move(1), also=("Down",)),
        Action("previous_row", "Row before", ("K",), place, lambda c: c.batch.move(-1), also=("Up",)),
        Action(
            "leave_out",
            "Leave the row out, or take it back",
            ("X",),
            place,
            lambda c: c.batch.toggle(),
            why.not_planning,
            ("Space",),
        ),
        Action("edit_number", "Edit the row's new number", ("F2",), place, lambda c: c.batch.edit(), why.not_planning),
        Action(
            "dry_run", "Write the plan as a report", ("Ctrl+E",), place, lambda c: c.history.export(), why.not_planning
        ),
        Action("pause_batch", "Pause after this row", ("Ctrl+.",), place, lambda c: c.batch.pause(), why.not_saving),
        Action("cancel_rest", "Cancel what is left", ("C",), place, lambda c: c.batch.ask_cancel(), why.nothing_left),
    )


def _history_actions() -> tuple[Action, ...]:
    place, why = Place.HISTORY, reasons
    return (
        Action("next_entry", "Next entry", ("J",), place, lambda c: c.history.move(1), also=("Down",)),
        Action("previous_entry", "Entry before", ("K",), place, lambda c: c.history.move(-1), also=("Up",)),
        Action("filter_history", "Filter", ("/", "Ctrl+F"), place, lambda c: c.history.focus_filter()),
        Action(
            "open_entry",
            "Open the case",
            ("Return", "Enter"),
            place,
            lambda c: c.history.open_case(),
            why.no_entry_case,
        ),
        Action(
            "restore_entry",
            "Give the old number back",
            ("Z",),
            place,
            lambda c: c.history.restore(),
            why.entry_not_restorable,
        ),
        Action("verify_history", "Verify the record", ("V",), place, lambda c: c.history.verify()),
        Action("export_history", "Export", ("Ctrl+E",), place, lambda c: c.history.export()),
    )


def _closer_actions() -> tuple[Action, ...]:
    place = Place.CLOSER
    return (
        Action("look_again", "Look again", ("V",), place, lambda c: c.closer.look_again()),
        Action("open_doubted", "Open in QuickBooks", ("B",), place, lambda c: c.closer.open_document()),
    )


def _company_actions() -> tuple[Action, ...]:
    place, why = Place.COMPANIES, reasons
    return (
        Action("next_company", "Next company", ("J",), place, lambda c: c.firms.move(1), also=("Down",)),
        Action("previous_company", "Company before", ("K",), place, lambda c: c.firms.move(-1), also=("Up",)),
        Action("mark_company", "Mark", ("X",), place, lambda c: c.firms.mark(), also=("Space",)),
        Action("mark_all", "Mark all", ("Ctrl+A",), place, lambda c: c.firms.mark_all()),
        Action("allow_changes", "Allow changes", ("A",), place, lambda c: c.firms.allow(), why.nothing_to_allow),
        Action(
            "companies_read_only",
            "Make read-only at once",
            ("Ctrl+Shift+L",),
            place,
            lambda c: c.firms.make_read_only(),
            why.nothing_to_forbid,
        ),
        Action("connect_again", "Connect again", ("C",), place, lambda c: c.firms.connect_again(), why.not_connectable),
        Action("company_policy", "Policy", ("P",), place, lambda c: c.firms.policy(), why.not_one_company),
        Action("forget_company", "Forget", ("F",), place, lambda c: c.firms.forget(), why.not_one_company),
    )
