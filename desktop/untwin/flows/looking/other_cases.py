"""What the other cases of a company have to say about documents that might be the posting of one of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from untwin.domain.books.documents import Document, same_number
from untwin.domain.cases.case import Case, State
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.posting import Outcome, Place, Posting
from untwin.ports.books import PostingAnswer
from untwin.ports.stores import Cases

WATCHED = frozenset({State.RENUMBERED, State.WAITING_TO_POST})


@dataclass(slots=True)
class OtherCases:
    """One look's view of them: each document is the posting of one case at most."""

    cases: Cases
    realm: str
    _waiting: tuple[Case, ...] | None = None
    _posted: tuple[Case, ...] | None = None
    _claimed: dict[Place, str] = field(default_factory=dict)

    def of(self, case: Case, answer: PostingAnswer) -> frozenset[Place]:
        """Documents of other cases: posted by their number, or found for them already."""
        doubtful = [d for d in answer.made if not same_number(d.number, case.doc_number)]
        if not doubtful:
            return frozenset()
        known = {**self._found_for(self._all_posted()), **self._found_for(self._all_waiting()), **self._claimed}
        return frozenset(
            (d.entity, d.id)
            for d in doubtful
            if known.get((d.entity, d.id), case.id) != case.id or self._has_case(case, d)
        )

    def alike(self, case: Case) -> tuple[Case, ...]:
        """The other waiting cases that can't be told from this one by kind, customer, amount and date."""
        mine = _likeness(case)
        return tuple(other for other in self._all_waiting() if other.id != case.id and _likeness(other) == mine)

    def open(self, cases: Iterable[Case]) -> int:
        """For how many of these no document was found yet."""
        found = {*self._found_for(self._all_waiting()).values(), *self._claimed.values()}
        return sum(case.id not in found for case in cases)

    def claim(self, case: Case, posting: Posting) -> None:
        """What was found for a case is no other one's."""
        if posting.outcome in (Outcome.POSTED, Outcome.OTHER_NUMBER, Outcome.PLEASE_CONFIRM):
            self._claimed[posting.entity or "", posting.document_id or ""] = case.id

    def _has_case(self, case: Case, document: Document) -> bool:
        number = (document.number or "").strip()
        return bool(number) and bool(self.cases.alike([replace(case, doc_number=number)])[0])

    def _all_waiting(self) -> tuple[Case, ...]:
        if self._waiting is None:
            self._waiting = self._mine(WATCHED)
        return self._waiting

    def _all_posted(self) -> tuple[Case, ...]:
        # They may be many: they are read only where there is a document that might be one of theirs.
        if self._posted is None:
            self._posted = self._mine({State.POSTED})
        return self._posted

    def _mine(self, states: Collection[State]) -> tuple[Case, ...]:
        return tuple(case for case in self.cases.in_states(states) if case.company == self.realm)

    @staticmethod
    def _found_for(cases: Iterable[Case]) -> dict[Place, str]:
        found = ((case, case.posting) for case in cases if case.posting and case.posting.document_id)
        return {(posting.entity or "", posting.document_id or ""): case.id for case, posting in found}


def waiting_document(case: Case) -> Incoming:
    """What is known about the waiting document, at least its number; of a bill the number that the error names."""
    known = case.incoming or (case.evidence.incoming if case.evidence else None)
    if known is None:
        return Incoming(IncomingKind.UNKNOWN, case.doc_number)
    billed = known.kind in (IncomingKind.BILL, IncomingKind.INTEREST, IncomingKind.UNKNOWN)
    return replace(known, number=known.number or case.doc_number) if billed else known


def _likeness(case: Case) -> tuple[object, ...]:
    waiting = waiting_document(case)
    return waiting.kind, waiting.customer, waiting.total, waiting.date
