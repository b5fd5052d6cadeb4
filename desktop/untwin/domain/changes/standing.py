"""Where a case stands after its changes: told from the record alone, so that a crash can make it say nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from untwin.domain.books.documents import TYPES
from untwin.domain.cases.case import Case, Renumbered, State
from untwin.domain.changes.history import Change, Purpose, Step


@dataclass(frozen=True, slots=True)
class Standing:
    """A case's state by its record, with one sentence."""

    state: State
    note: str


def case_after(case: Case, changes: Sequence[Change], rows: int, at: datetime) -> Case:
    """The case as the changes of its batch tell; `rows` is how many of them were confirmed.

    Raises:
        NotAllowed: the table of moves has no such move.
    """
    told = standing(changes, rows)
    known = replace(case, renumbered=_renumbered(case, changes))
    if told.state is State.NEEDS_DECISION:
        # The evidence is out of date now: the next look-up makes it new.
        known = replace(known, judgement=None)
    if told.state is case.state:
        return replace(known, note=told.note, updated_at=at)
    return known.moved(told.state, at, told.note)


def standing(changes: Sequence[Change], rows: int) -> Standing:
    """The state that these changes leave their case in; there is at least one."""
    unsettled = [change for change in changes if not change.settled]
    if unsettled:
        return Standing(State.NEEDS_CHECKING, _last_note(unsettled) or _OPEN)
    done = [change for change in changes if change.done]
    if len(done) >= rows and done:
        restored = done[0].intent.purpose is Purpose.RESTORE
        return Standing(State.NUMBER_RESTORED if restored else State.RENUMBERED, _said(done))
    return Standing(changes[0].intent.came_from, _last_note([c for c in changes if not c.done]) or _CUT_OFF)


_OPEN = "The change was sent; whether it was saved isn't known yet."
_CUT_OFF = "Untwin ended while saving; the change history says what was saved. Look the case up again."


def _last_note(changes: Sequence[Change]) -> str:
    return next((r.note for change in reversed(changes) for r in reversed(change.steps) if r.note), "")


def _said(done: Sequence[Change]) -> str:
    """Each change with its own check: what was proved of one document says nothing of the other."""
    return " ".join(f"{change_words(change)}. {_checked(change)}".strip() for change in done)


def _checked(change: Change) -> str:
    proof = change.outcome.proof
    return change.outcome.note if change.outcome.step is Step.ACCEPTED or proof is None else proof.sentence


def change_words(change: Change) -> str:
    """One change in words: `Credit memo 1234 is CM-1234 now`."""
    order, title = change.intent.order, TYPES[change.intent.order.entity].title
    return f"{title.capitalize()} {change.intent.old_number} is {order.new_number} {_now(change.intent.purpose)}"


def _now(purpose: Purpose) -> str:
    return "again" if purpose is Purpose.RESTORE else "now"


def _renumbered(case: Case, changes: Sequence[Change]) -> tuple[Renumbered, ...]:
    """The new numbers that stand: those known before, those of these changes, without those given back."""
    kept = {(r.entity, r.document_id): r for r in case.renumbered}
    for change in changes:
        document = (change.intent.order.entity, change.intent.order.id)
        if change.done and change.intent.purpose is Purpose.RESTORE:
            kept.pop(document, None)
        elif change.done and (one := _one(change)) is not None:
            kept[document] = one
    return tuple(kept.values())


def _one(change: Change) -> Renumbered | None:
    order, outcome = change.intent.order, change.outcome
    if outcome.proof is None:
        return None
    at = outcome.seen_at or outcome.at
    return Renumbered(
        order.id, order.entity, change.intent.old_number, order.new_number, at, outcome.proof, order.request_id
    )
