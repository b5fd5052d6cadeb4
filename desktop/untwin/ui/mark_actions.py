"""The actions that put marks on cases: on the chosen one, or on all that are selected."""

from collections.abc import Callable

from untwin.ui import mark_reasons, reasons
from untwin.ui.context import Context
from untwin.ui.reasons import Judge, WhyNot, about_selected
from untwin.ui.registry import Action, Place


def mark_actions() -> tuple[Action, ...]:
    """Them all, in the order of the key sheet."""
    why = mark_reasons
    return (
        _mark("snooze", "Snooze: put it off", "H", lambda c: c.marks.snooze(), why.not_snoozable, "snooze"),
        _mark("wake", "Bring a snoozed case back now", "", lambda c: c.marks.wake(), why.not_snoozed),
        _ignore(),
        _mark("archive", "Archive what is solved", "E", lambda c: c.marks.archive(), why.not_archivable, "archive"),
        _mark("label", "Label", "L", lambda c: c.marks.label(), reasons.any_case, "label"),
        _mark("note", "Note", "N", lambda c: c.marks.note(), reasons.any_case),
        _mark("unread", "Mark as unread, or as read", "U", lambda c: c.marks.unread(), reasons.any_case),
    )


def _ignore() -> Action:
    """It changes the state: not while a flow works on the case."""
    why = about_selected(reasons.not_ignorable)
    return Action("ignore", "Ignore with a reason", ("I",), Place.CASE, lambda c: c.marks.ignore(), why, hint="ignore")


def _mark(name: str, title: str, key: str, run: Callable[[Context], None], judge: Judge, hint: str = "") -> Action:
    return Action(name, title, (key,) if key else (), Place.CASE, run, _once_free(judge), hint=hint)


def _once_free(judge: Judge) -> WhyNot:
    """Marks may be put on while a flow works on a case: they go another way, and none is lost."""
    selected = about_selected(judge)

    def why_not(context: Context) -> str:
        cases = context.selection.cases or ((context.case,) if context.case else ())
        said = [judge(context, case) for case in cases]
        return selected(context) if all(said) else ""

    return why_not
