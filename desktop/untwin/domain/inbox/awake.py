"""Whether a case is snoozed now, and what brings it back: its time, another closing date, or something new."""

from datetime import date, datetime

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Snooze, Until
from untwin.domain.words.days import told_day

# What a look-up or a person's own sheet leads through: no news to somebody who has put the case off.
_QUIET = frozenset(
    {
        State.NEW,
        State.LOOKING,
        State.NEEDS_DECISION,
        State.BLOCKED,
        State.FAILED,
        State.PLANNED,
        State.SAVING,
        State.IGNORED,
    }
)
_CONFIRM, _NOT_SEEN = "please_confirm", "not_seen_yet"


def standing(case: Case) -> str:
    """Where a case stands, with the marks that its watch has made."""
    if case.state is State.WAITING_TO_POST and case.please_confirm:
        return _CONFIRM
    if case.state is State.WAITING_TO_POST and case.not_seen_yet:
        return _NOT_SEEN
    return case.state.value


def asleep(case: Case, now: datetime) -> bool:
    """Whether it is snoozed at this moment. A closing date that has moved is noticed by the flow that wakes."""
    snooze = case.marks.snooze
    if snooze is None or case.state is State.IGNORED:
        return False
    return not (snooze.until is not None and snooze.until <= now) and not _news(case, snooze)


def archived(case: Case) -> bool:
    """Whether it is put away; what fails again is back."""
    return case.marks.archived and case.state.solved


def why_back(case: Case, now: datetime, closed_through: date | None) -> str | None:
    """Why a snoozed case comes back now, in one sentence; None while it sleeps, or isn't snoozed at all."""
    snooze = case.marks.snooze
    if snooze is None:
        return None
    if news := _news(case, snooze):
        return news
    if snooze.why is Until.PERIOD and closed_through != snooze.closed_through:
        return f"Back: the books are closed through {told_day(closed_through)} now." if closed_through else _OPEN
    if snooze.until is None or snooze.until > now:
        return None
    return _TIME[snooze.why]


def _news(case: Case, snooze: Snooze) -> str:
    if case.count > snooze.count > 0:
        return "Back: the same error was taken in again."
    here = standing(case)
    if here == snooze.standing or case.state in _QUIET:
        return ""
    if here == _CONFIRM:
        return "Back: something was found that may be the waiting document."
    if here == _NOT_SEEN:
        return "Back: it was not seen to post."
    return f"Back: it is “{case.state.words}” now."


_OPEN = "Back: the books are open now."
_TIME = {
    Until.TIME: "Back: it was snoozed until now.",
    Until.CYCLE: "Back: its source has tried again by now.",
    Until.PERIOD: "Back: it was snoozed until now.",
    Until.ANSWER: "Back: you asked about it some days ago.",
}
