"""The record of one change: what was intended, each step that was taken, and what may be said of it afterwards."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from untwin.domain.books.proof import Proof
from untwin.domain.cases.case import State


@dataclass(frozen=True, slots=True)
class NumberOrder:
    """The one change that Untwin can ask of the books: give this document, in this version, this number."""

    entity: str
    id: str
    sync_token: str
    new_number: str
    request_id: str


class Purpose(StrEnum):
    """Why a number is written: to make way for a waiting document, or to give an old number back."""

    RENUMBER = "renumber"
    RESTORE = "restore"


class Step(StrEnum):
    """The steps of one change, each recorded once and never changed.

    LOST: it was sent, and no answer came that says what became of it.
    DIFFERENT: what was read again is not what was expected; a person must look.
    ACCEPTED: a person has looked, and the new number stands.
    NOT_DONE: it is certain that the old number stands.
    """

    INTENT = "intent"
    SENT = "sent"
    ANSWERED = "answered"
    LOST = "lost"
    READ_AGAIN = "read_again"
    DIFFERENT = "different"
    PROVED = "proved"
    ACCEPTED = "accepted"
    NOT_DONE = "not_done"


SETTLED = frozenset({Step.PROVED, Step.ACCEPTED, Step.NOT_DONE})


@dataclass(frozen=True, slots=True)
class Intent:
    """What is recorded before a change is sent: who, why, which document, from what to what, its before-image.

    Attributes:
        company: the realm.
        run: the batch it belongs to.
        came_from: where the case stood before; it goes back there when nothing comes of the change.
        customer, total, currency, day: the document's, so that the history can be read without its image.
        before: the document's raw text as QuickBooks sent it; empty once it was blanked.
    """

    order: NumberOrder
    case_id: str
    company: str
    old_number: str
    who: str
    reason: str
    before: str = field(repr=False)
    run: str = ""
    purpose: Purpose = Purpose.RENUMBER
    came_from: State = State.NEEDS_DECISION
    customer: str | None = None
    total: Decimal | None = None
    currency: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One recorded step of a change.

    Attributes:
        at: the time here.
        note: a sentence for people; may be empty.
        image: with READ_AGAIN the document's raw text; empty once it was blanked.
        proof: with PROVED, DIFFERENT and ACCEPTED the outcome of the before/after check, where there is one.
        seen_at: with these, QuickBooks' own clock when the document was read.
    """

    step: Step
    at: datetime
    note: str = ""
    image: str = field(default="", repr=False)
    proof: Proof | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change with all its steps, in their order; the first is always INTENT."""

    intent: Intent
    steps: tuple[StepRecord, ...]

    @property
    def last(self) -> StepRecord:
        """The last step."""
        return self.steps[-1]

    @property
    def settled(self) -> bool:
        """Whether it is certain what became of it."""
        return any(record.step in SETTLED for record in self.steps)

    @property
    def done(self) -> bool:
        """Whether the new number stands, proved or accepted."""
        return any(record.step in (Step.PROVED, Step.ACCEPTED) for record in self.steps)

    @property
    def not_done(self) -> bool:
        """Whether the old number stands for certain."""
        return any(record.step is Step.NOT_DONE for record in self.steps)

    @property
    def sent_at(self) -> datetime | None:
        """When it was sent last; None when it never was."""
        return max((record.at for record in self.steps if record.step is Step.SENT), default=None)

    @property
    def under_way_at(self) -> datetime | None:
        """When it was last known to be on its way: QuickBooks may have got it as late as that.

        A computer that sleeps can put hours between the record of a sending and the sending itself.
        """
        steps = (Step.SENT, Step.ANSWERED, Step.LOST)
        return max((record.at for record in self.steps if record.step in steps), default=None)

    @property
    def times_sent(self) -> int:
        """How often it was sent, always under the same id."""
        return sum(record.step is Step.SENT for record in self.steps)

    @property
    def outcome(self) -> StepRecord:
        """The step that says most about it: the one that settled it, else the last."""
        return next((record for record in self.steps if record.step in SETTLED), self.last)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the change history, for people: something that was done, or that happened to a case."""

    at: datetime
    who: str
    company: str
    case_id: str
    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the chain, as `history verify` walks it: its place, its time, and its hash."""

    place: int
    at: datetime
    hash: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a walk over the whole chain found.

    Attributes:
        entries: how many links there are.
        head: the last link's hash; empty where there is none.
        problem: a sentence on the first link that isn't as it was recorded; empty where all are.
        found: the link whose hash was asked for, where one was and it is in the chain.
        blanked: how many images were blanked, which their kept hashes allow.
    """

    entries: int
    head: str
    problem: str = ""
    found: Entry | None = None
    blanked: int = 0

    @property
    def whole(self) -> bool:
        """Whether every link is as it was recorded."""
        return not self.problem
