"""The actions that put marks on cases: on the chosen one, or on all that are selected."""

from collections.abc import Callable

from untwin.domain.inbox.inbox import VIEWS
from untwin.ui.acting import mark_reasons, reasons
from untwin.ui.acting.context import Context
from untwin.ui.acting.reasons import Judge, WhyNot, about_selected
from untwin.ui.acting.registry import Action, Place


def view_actions() -> tuple[Action, ...]:
    """One for each key of a view, and what can be done with saved ones."""
    desk, why = Place.DESK, mark_reasons
    return (
        *(_view(number, view.title) for number, view in enumerate(VIEWS, start=1)),
        *(_view(number, "") for number in range(len(VIEWS) + 1, _MOST + 1)),
        Action(
            "save_view",
            "Save the filter as a view",
            ("Ctrl+S",),
            desk,
            lambda c: c.marks.views.save(),
            why.nothing_to_save,
        ),
        Action("rename_view", "Rename the view", (), desk, lambda c: c.marks.views.rename(), why.not_own_view),
        Action("remove_view", "Remove the view", (), desk, lambda c: c.marks.views.remove(), why.not_own_view),
    )


def _view(number: int, title: str) -> Action:
    keys = (f"Ctrl+{number}", *_CHAINS.get(title, ()))
    words = f"Show “{title}”" if title else f"Show your view {number}"
    why = mark_reasons.no_such_view(number)
    return Action(f"view_{number}", words, keys, Place.DESK, lambda c: c.view(number), why)


_CHAINS = {"All": ("G, I",), "Needs decision": ("G, D",), "Waiting to post": ("G, W",)}
_MOST = 9


def mark_actions() -> tuple[Action, ...]:
    """Them all, in the order of the key sheet."""
    why = mark_reasons
    return (
        _mark("snooze", "Snooze: put it off", "H", lambda c: c.marks.snooze(), why.not_snoozable, "snooze"),
        _ask(),
        _mark("wake", "Bring a snoozed case back now", "", lambda c: c.marks.wake(), why.not_snoozed),
        _ignore(),
        _mark("archive", "Archive what is solved", "E", lambda c: c.marks.archive(), why.not_archivable, "archive"),
        _mark("label", "Label", "L", lambda c: c.marks.label(), reasons.any_case, "label"),
        _mark("note", "Note", "N", lambda c: c.marks.note(), reasons.any_case),
        _mark("unread", "Mark as unread, or as read", "U", lambda c: c.marks.unread(), reasons.any_case),
    )


def _ask() -> Action:
    why = reasons.about_case(mark_reasons.not_snoozable)
    return Action("ask", "Ask about it by e-mail", ("A",), Place.CASE, lambda c: c.marks.ask(), why)


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
        return selected(context) if all(said) or context.selection.count > len(cases) > 1 else ""

    return why_not
