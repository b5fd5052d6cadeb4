"""The actions inside sheets: those of every sheet, of batches, of a doubt, of the history, of companies and sources."""

from untwin.ui.acting import reasons, source_reasons
from untwin.ui.acting.registry import Action, Place


def sheet_actions() -> tuple[Action, ...]:
    """Them all, in the order of the key sheet."""
    return (
        *_any_sheet_actions(),
        *_batch_actions(),
        *_closer_actions(),
        *_history_actions(),
        *_company_actions(),
        *_source_actions(),
    )


def _any_sheet_actions() -> tuple[Action, ...]:
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
        Action("company_settings", "Settings", ("S",), place, lambda c: c.firms.settings(), why.not_one_company),
        Action("company_policy", "Policy", ("P",), place, lambda c: c.firms.policy(), why.not_one_company),
        Action("company_numbers", "New numbers", ("N",), place, lambda c: c.firms.numbers(), why.not_one_company),
        Action("forget_company", "Forget", ("F",), place, lambda c: c.firms.forget(), why.not_one_company),
    )


def _source_actions() -> tuple[Action, ...]:
    place, why = Place.SOURCES, source_reasons
    return (
        Action("next_source", "Next source", ("J",), place, lambda c: c.sources.move(1), also=("Down",)),
        Action("previous_source", "Source before", ("K",), place, lambda c: c.sources.move(-1), also=("Up",)),
        Action("test_source", "Test now", ("T",), place, lambda c: c.sources.test(), why.no_source_chosen),
        Action("add_own_source", "Add your own profile", ("A",), place, lambda c: c.sources.choose_file()),
        Action("forget_source", "Forget", ("F",), place, lambda c: c.sources.forget(), why.no_source_chosen),
    )
