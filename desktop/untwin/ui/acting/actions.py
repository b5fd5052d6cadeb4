"""THE list of actions, of three parts: keys, buttons, the footer and the key sheet are all made from it."""

from untwin.ui.acting import reasons, source_reasons
from untwin.ui.acting.case_actions import case_actions
from untwin.ui.acting.clients_actions import clients_actions, open_clients
from untwin.ui.acting.context import Context
from untwin.ui.acting.first_run_actions import first_run_actions
from untwin.ui.acting.map_actions import map_actions, open_map_action
from untwin.ui.acting.mark_actions import mark_actions, view_actions
from untwin.ui.acting.registry import Action, Place
from untwin.ui.acting.sheet_actions import sheet_actions
from untwin.ui.acting.window_actions import window_actions

_FAR = 1_000_000_000
_STEADY = frozenset({"next", "keys"})


def all_actions() -> tuple[Action, ...]:
    """Every action, in the order of the key sheet."""
    return (
        *_desk_actions(),
        *window_actions(),
        *_list_actions(),
        *case_actions(),
        *mark_actions(),
        *sheet_actions(),
        *clients_actions(),
        *map_actions(),
        *first_run_actions(),
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
        *_intake_actions(),
        Action("filter", "Filter", ("/", "Ctrl+F"), desk, lambda c: c.focus("filter"), hint="filter"),
        *view_actions(),
        open_clients(),
        open_map_action(),
        *_firm_actions(),
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
        Action("help", "Help about this kind of error", ("Shift+F1",), desk, lambda c: c.open_sheet("help")),
        Action("sample_page", "Sample firm's page", (), desk, lambda c: c.open_sample_page(), reasons.no_sample),
        Action("quit", "Quit", ("Ctrl+Q",), Place.WINDOW, lambda c: c.quit()),
    )


def _firm_actions() -> tuple[Action, ...]:
    desk = Place.DESK
    return (
        Action("manage_sources", "Sources", ("Ctrl+Shift+U",), desk, lambda c: c.sources.open()),
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
        Action(
            "connect_source",
            "Connect a source",
            (),
            desk,
            lambda c: c.sources.connect_new(),
            source_reasons.no_connecting_sources,
        ),
    )


def _intake_actions() -> tuple[Action, ...]:
    desk, table, why = Place.DESK, Place.COLUMNS, reasons
    return (
        Action(
            "paste",
            "Take in errors from the clipboard",
            ("Ctrl+V", "Ctrl+N"),
            desk,
            lambda c: c.intake.paste(),
            hint="paste",
        ),
        Action(
            "paste_whole",
            "Take in the whole list of what fails in its app now",
            ("Ctrl+Shift+V",),
            desk,
            lambda c: c.intake.paste_whole(),
        ),
        Action("take_files", "Take in files", ("Ctrl+I",), desk, lambda c: c.intake.choose_files()),
        Action(
            "columns", "Columns of the last table", ("G, T",), desk, lambda c: c.intake.show_columns(), why.no_table
        ),
        Action("next_meaning", "It holds the next thing", ("Right",), table, lambda c: c.intake.other_meaning(1)),
        Action("meaning_before", "It holds the thing before", ("Left",), table, lambda c: c.intake.other_meaning(-1)),
        Action("no_meaning", "It holds nothing", ("Backspace",), table, lambda c: c.intake.no_meaning()),
        Action(
            "forget_columns", "Forget what was said of such tables", ("F",), table, lambda c: c.intake.forget_columns()
        ),
    )


def _record_actions() -> tuple[Action, ...]:
    desk = Place.DESK
    return (
        Action("history", "Change history", ("G, H",), desk, lambda c: c.history.open()),
        Action("export", "Export the change history", ("Ctrl+E",), desk, lambda c: c.history.export()),
        Action("batch", "Show the batch", ("G, B",), desk, lambda c: c.batch.show(), reasons.no_batch),
        Action("resume_batch", "Resume the batch", (), desk, lambda c: c.batch.resume(), reasons.no_paused_batch),
    )


def _list_actions() -> tuple[Action, ...]:
    case = Place.CASE
    return (
        Action("next", "Next case", ("J", "]"), case, lambda c: c.move(1), also=("Down",), hint="next"),
        Action("previous", "Previous case", ("K", "["), case, lambda c: c.move(-1), also=("Up",)),
        Action("first", "First case", ("G, G",), case, lambda c: c.move(-_FAR), also=("Ctrl+Home",)),
        Action("last", "Last case", ("Shift+G",), case, lambda c: c.move(_FAR), also=("Ctrl+End",)),
        Action("open", "Go into the case", ("Return", "Enter", "O"), Place.LIST, lambda c: c.open_case()),
        *_selecting_actions(),
    )


def _selecting_actions() -> tuple[Action, ...]:
    why, listed = reasons.nothing_shown, Place.LIST
    return (
        Action("select", "Select the case", ("X",), Place.CASE, lambda c: c.selection.toggle(), why, ("Space",)),
        Action(
            "select_group", "Select its whole group", ("Shift+X",), Place.CASE, lambda c: c.on_case.select_group(), why
        ),
        Action("extend_down", "Select downwards", ("Shift+Down",), listed, lambda c: c.selection.extend(1), why),
        Action("extend_up", "Select upwards", ("Shift+Up",), listed, lambda c: c.selection.extend(-1), why),
        Action("select_all", "Select all that are shown", ("Ctrl+A",), listed, lambda c: c.selection.all(), why),
    )
