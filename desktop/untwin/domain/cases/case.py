"""A case: one problem to solve, its state, and the one table of moves between states."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from untwin.domain.books.proof import Proof
from untwin.domain.cases.advice import Advice
from untwin.domain.cases.marks import NO_MARKS, Marks
from untwin.domain.cases.sightings import Sighting, first_and_last
from untwin.domain.errors.faults import Columns, FaultKind, Finding
from untwin.domain.problems import NotAllowed
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.blocks import Block
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.gives_way import GivesWay
from untwin.domain.verdicts.observed import Observed
from untwin.domain.verdicts.own_number import OwnNumber
from untwin.domain.verdicts.posting import Outcome, Posting
from untwin.domain.verdicts.verdict import Judgement
from untwin.domain.words.phrasing import small


class State(StrEnum):
    """Where a case stands; the values are the command line's contract."""

    NEW = "new"
    LOOKING = "looking"
    NEEDS_DECISION = "needs_decision"
    PLANNED = "planned"
    SAVING = "saving"
    NEEDS_CHECKING = "needs_checking"
    RENUMBERED = "renumbered"
    WAITING_TO_POST = "waiting_to_post"
    POSTED = "posted"
    ALREADY_IN_QUICKBOOKS = "already_in_quickbooks"
    NO_LONGER_NEEDED = "no_longer_needed"
    BLOCKED = "blocked"
    FAILED = "failed"
    IGNORED = "ignored"
    FAILED_AGAIN = "failed_again"
    NUMBER_RESTORED = "number_restored"

    @property
    def solved(self) -> bool:
        """Only a posted document, or one confirmed to be there already, is solved; renumbered is not."""
        return self in (State.POSTED, State.ALREADY_IN_QUICKBOOKS)

    @property
    def words(self) -> str:
        """The state for people: `Needs decision`."""
        return self.value.replace("_", " ").capitalize().replace("quickbooks", "QuickBooks")


S = State
# A look-up that a crash cut short is looked up again from "looking".
_LOOKS_END = frozenset({S.LOOKING, S.NEEDS_DECISION, S.BLOCKED, S.NO_LONGER_NEEDED, S.FAILED, S.NEW})
# From where a number may be changed or given back; a case goes back there when nothing comes of it.
_CHANGE_BEGINS = frozenset(
    {
        S.NEW,
        S.NEEDS_DECISION,
        S.RENUMBERED,
        S.WAITING_TO_POST,
        S.POSTED,
        S.ALREADY_IN_QUICKBOOKS,
        S.NO_LONGER_NEEDED,
        S.BLOCKED,
        S.FAILED,
        S.IGNORED,
        S.FAILED_AGAIN,
    }
)
_MOVES: dict[State, frozenset[State]] = {
    S.NEW: frozenset({S.NEW, S.LOOKING, S.IGNORED, S.NO_LONGER_NEEDED}),
    S.LOOKING: _LOOKS_END,
    S.NEEDS_DECISION: frozenset(
        {
            S.NEW,
            S.LOOKING,
            S.WAITING_TO_POST,
            S.ALREADY_IN_QUICKBOOKS,
            S.NO_LONGER_NEEDED,
            S.IGNORED,
            S.BLOCKED,
        }
    ),
    S.PLANNED: _CHANGE_BEGINS | {S.SAVING},
    S.SAVING: _CHANGE_BEGINS | {S.PLANNED, S.NEEDS_CHECKING, S.NUMBER_RESTORED},
    S.NEEDS_CHECKING: _CHANGE_BEGINS | {S.NUMBER_RESTORED},
    S.RENUMBERED: frozenset({S.WAITING_TO_POST, S.POSTED, S.FAILED_AGAIN}),
    S.WAITING_TO_POST: frozenset({S.POSTED, S.FAILED_AGAIN, S.WAITING_TO_POST}),
    S.POSTED: frozenset({S.FAILED_AGAIN}),
    S.ALREADY_IN_QUICKBOOKS: frozenset({S.LOOKING, S.FAILED_AGAIN}),
    S.NO_LONGER_NEEDED: frozenset({S.LOOKING, S.FAILED_AGAIN}),
    # What blocks a change blocks nothing any more where a person's word is taken back, and none can be made.
    S.BLOCKED: frozenset({S.NEW, S.LOOKING, S.NEEDS_DECISION, S.IGNORED, S.NO_LONGER_NEEDED}),
    S.FAILED: frozenset({S.LOOKING, S.IGNORED, S.NO_LONGER_NEEDED}),
    # Where it stood before is for taking back at once.
    S.IGNORED: frozenset({S.LOOKING, S.NEW, S.FAILED_AGAIN, S.NEEDS_DECISION, S.BLOCKED, S.FAILED}),
    S.FAILED_AGAIN: frozenset({S.NEW, S.LOOKING, S.IGNORED, S.NO_LONGER_NEEDED}),
    S.NUMBER_RESTORED: frozenset({S.LOOKING}),
}
MOVES: dict[State, frozenset[State]] = {
    state: to | {S.PLANNED} if state in _CHANGE_BEGINS else to for state, to in _MOVES.items()
}
# Nothing has been done about it yet: which company it is of and what waits to post can still be said.
UNDECIDED = frozenset({S.NEW, S.NEEDS_DECISION, S.BLOCKED, S.FAILED_AGAIN})
LOOKABLE = frozenset(state for state, to in MOVES.items() if S.LOOKING in to)


def why_not_lookable(case: "Case") -> NotAllowed | None:
    """Why a case can't be looked up as it is, and what is missing; None where it can."""
    if case.state not in LOOKABLE:
        return NotAllowed(f"It is “{case.state.words}”: {case.next_clause}.")
    if case.company is None:
        return NotAllowed("The case belongs to no company yet.", "Choose the company first.")
    if case.kind is FaultKind.DUPLICATE_DOC_NUMBER and case.doc_number is None:
        return NotAllowed("The error names no number.", "Type the number of the waiting document first.")
    return None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The suggested change of one holder: which document, old number, and free numbers, best first."""

    document_id: str
    entity: str
    old: str
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renumbered:
    """One new number that stands: which document, from and to, when QuickBooks' clock showed it, and the check.

    `request_id` names its change in the history; empty for one of before there was a history of steps.
    """

    document_id: str
    entity: str
    old: str
    new: str
    proved_at: datetime
    proof: Proof
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the inbox.

    Attributes:
        id: short and stable, digits.
        company: the realm it is bound to; None until a person or a binding says.
        note: one sentence on what happened last or what is in the way.
        waiting_since: QuickBooks' clock when the retry began.
        watch_began: the clock here when Retry was pressed last: from then on the looks are counted.
        ruled_out: type and id of documents that a person said are not the waiting one.
        please_confirm: something was found that may be the waiting document; a person says whether it is.
        asked: how often its source has accepted to send it again, where the source can be asked.
        gives_way: which of the documents should give its number up, as far as that was looked into.
        not_seen_yet: the watch has come to its end without seeing it post.
        source_taken: its text names no app; it was taken for the only one that is connected.
        own_numbers: what a person said of documents of the purchase side that only share the number.
        seen: the first time and the last ones that its error was taken in; `count` says how often in all.
        marks: what a person has put on it; no other flow's saving touches them.
    """

    id: str
    kind: FaultKind
    state: State
    company: str | None
    source: str | None
    doc_number: str | None
    findings: tuple[Finding, ...]
    created_at: datetime
    updated_at: datetime
    incoming: Incoming | None = None
    evidence: Evidence | None = None
    judgement: Judgement | None = None
    blocks: tuple[Block, ...] = ()
    proposed: tuple[Proposal, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    posting: Posting | None = None
    made_by_hand: tuple[str, ...] = ()
    own_numbers: tuple[OwnNumber, ...] = ()
    waiting_since: datetime | None = None
    watch_began: datetime | None = None
    ruled_out: tuple[tuple[str, str], ...] = ()
    asked: int = 0
    not_seen_yet: bool = False
    please_confirm: bool = False
    note: str = ""
    gives_way: GivesWay | None = None
    left_to_do: tuple[str, ...] = ()
    seen: tuple[Sighting, ...] = ()
    times: int = 0
    observed: Observed | None = None
    advice: Advice | None = None
    source_taken: bool = False
    marks: Marks = NO_MARKS

    @property
    def count(self) -> int:
        """How often its error was taken in."""
        return max(self.times, len(self.findings))

    def moved(self, to: State, at: datetime, note: str = "") -> "Case":
        """The case in its next state; raises `NotAllowed` where the table of moves has no such move."""
        if to not in MOVES[self.state]:
            raise NotAllowed(f"A case that is “{self.state.words}” can't become “{to.words}”.")
        return replace(self, state=to, updated_at=at, note=note)

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """When and where its error was taken in: the first time and the last ones."""
        return self.seen or tuple(Sighting(self.created_at, f.where) for f in self.findings[:1])

    def joined_by(self, other: "Case", at: datetime, *, anew: bool = False) -> "Case":
        """The case with what another one says: the same text is only counted, one sighting read `anew` isn't."""
        told = {(f.where, f.message) for f in other.findings if anew}
        mine = tuple(f for f in self.findings if (f.where, f.message) not in told)
        texts = {_as_told(finding) for finding in mine}
        more = tuple(f for f in other.findings if _as_told(f) not in texts)
        seen = tuple(sorted((*self.sightings, *(() if anew else other.sightings)), key=lambda each: each.at))
        return replace(
            self,
            updated_at=max(at, self.updated_at),
            findings=first_and_last((*mine, *more)),
            seen=first_and_last(seen),
            times=self.count + (0 if anew else other.count),
            incoming=self._told_by(other),
            source_taken=self.source_taken and other.source_taken,
        )

    @property
    def waiting_number(self) -> str | None:
        """The waiting document's number: printed by the error, told by the source, or in the row beside the error."""
        beside = [f.columns.incoming_number for f in self.findings if f.columns and f.columns.incoming_number]
        told = self.incoming.number if self.incoming else None
        return self.doc_number or told or (beside[-1] if beside else None)

    def as_seen(self, stored: "Case") -> "Case":
        """The case with how often, when and where another reading of it says that it was seen."""
        return replace(self, findings=stored.findings, seen=stored.seen, times=stored.times)

    def _told_by(self, other: "Case") -> Incoming | None:
        """What is known of the waiting document: a newer list outranks an older one, and nothing else."""
        replaced = self.incoming is None or self.incoming.listed
        return other.incoming if other.incoming and replaced and self.state in UNDECIDED else self.incoming

    @property
    def booked_twice(self) -> bool:
        """Whether the watch found the waiting document in QuickBooks two times, and nobody has looked since."""
        return self.state is State.FAILED_AGAIN and self.posting is not None and self.posting.outcome is Outcome.TWICE

    @property
    def next_step(self) -> str:
        """What to do next, in a few words."""
        if self.state is State.WAITING_TO_POST and self.please_confirm:
            return "Confirm that it posted, or say that it is another document"
        if self.state is State.WAITING_TO_POST and self.not_seen_yet:
            return "Try what the case says, then look again"
        if self.booked_twice:
            return "Open both in QuickBooks and undo one of them by hand, then look it up again"
        if self.state is State.NEW and self.company is None:
            return "Say which company it belongs to"
        return _NEXT[self.state]

    @property
    def next_clause(self) -> str:
        """The same as the end of a sentence."""
        return small(self.next_step)


def _as_told(finding: Finding) -> tuple[str, Columns | None]:
    """Where no number tells one error from another, its row does."""
    return finding.text, finding.columns if finding.doc_number is None else None


_NEXT = {
    S.NEW: "Look it up",
    S.LOOKING: "Wait for the look-up",
    S.NEEDS_DECISION: "Decide",
    S.PLANNED: "Save or cancel the change",
    S.SAVING: "Wait for the before/after check",
    S.NEEDS_CHECKING: "Check what QuickBooks has now",
    S.RENUMBERED: "Retry in the source",
    S.WAITING_TO_POST: "Have the source send it again; Untwin looks whether it posted",
    S.POSTED: "Nothing; it posted",
    S.ALREADY_IN_QUICKBOOKS: "Work through the list of what is left to do",
    S.NO_LONGER_NEEDED: "Nothing",
    S.BLOCKED: "Read what is in the way",
    S.FAILED: "Read why, then look it up again",
    S.IGNORED: "Nothing",
    S.FAILED_AGAIN: "Look it up again",
    S.NUMBER_RESTORED: "Look it up again",
}
