"""Tells a case in the order of time: seen, looked up, decided, changed, proved, retried, posted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from untwin.domain.books.documents import TYPES
from untwin.domain.cases.case import Case
from untwin.domain.changes.history import Change, HistoryRow, Purpose, Step, StepRecord
from untwin.domain.verdicts.verdict import VERDICT_WORDS
from untwin.domain.words.phrasing import capital


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when, what in a few words, more about it, and who did it where a person did."""

    at: datetime
    what: str
    detail: str = ""
    who: str = ""


def timeline(case: Case, changes: Iterable[Change] = (), notes: Iterable[HistoryRow] = ()) -> tuple[Event, ...]:
    """Everything that is known of one case, the oldest first; `changes` and `notes` are its own."""
    events = [*_seen(case), *_looked_up(case)]
    for change in changes:
        events += _changed(change)
    events += [Event(note.at, capital(note.what), note.detail, note.who) for note in notes]
    return tuple(sorted(events, key=lambda event: event.at))


def _seen(case: Case) -> Iterator[Event]:
    """The first time and the last ones; those between are counted."""
    sightings = case.sightings
    between = case.count - len(sightings)
    for place, each in enumerate(sightings):
        last = place == len(sightings) - 1
        more = f"; seen {case.count:,} times in all" if last and between > 0 else ""
        yield Event(each.at, "Seen again" if place else "Seen", f"{capital(each.place)}{more}")


def _looked_up(case: Case) -> Iterator[Event]:
    if case.evidence is not None:
        verdict = VERDICT_WORDS[case.judgement.verdict] if case.judgement else ""
        yield Event(case.evidence.looked_at, "Looked up", verdict)


def _changed(change: Change) -> Iterator[Event]:
    intent = change.intent
    title = capital(TYPES[intent.order.entity].title)
    told = f"{title} {intent.old_number} → {intent.order.new_number}"
    restores = intent.purpose is Purpose.RESTORE
    what = "Confirmed: the old number back" if restores else "Confirmed: a new number"
    yield Event(change.steps[0].at, what, told, intent.who)
    for record in change.steps[1:]:
        if record.step in _STEPS:
            yield Event(record.at, _STEPS[record.step], _said(record, told), _who(change, record))


# What a person follows; reading again is told by what it came to.
_STEPS = {
    Step.SENT: "Sent to QuickBooks",
    Step.ANSWERED: "QuickBooks saved it",
    Step.LOST: "No answer came",
    Step.DIFFERENT: "Something else than expected",
    Step.PROVED: "Read again and proved",
    Step.ACCEPTED: "Accepted as it is",
    Step.NOT_DONE: "Not done",
}


def _said(record: StepRecord, told: str) -> str:
    if record.step in (Step.SENT, Step.ANSWERED):
        return record.note or told
    return record.note or (record.proof.sentence if record.proof else told)


def _who(change: Change, record: StepRecord) -> str:
    return change.intent.who if record.step is Step.ACCEPTED else ""
