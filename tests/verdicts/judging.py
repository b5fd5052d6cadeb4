"""Has the conflicts of a firm judged by the real look-up: gathered from given books, then judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from fakes import TickingClock
from reach import QuickPatience
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company, CompanyFacts, CompanySettings, Environment, SourceBinding
from untwin.domain.errors.faults import FaultKind, Finding
from untwin.domain.sources.incoming import SourceAnswer
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.own_number import OwnNumber
from untwin.domain.verdicts.verdict import Judgement, Verdict
from untwin.flows.looking.gather import Gather
from untwin.ports.books import Books
from verdicts.conflict import GO_AHEAD, Conflict, Group, Listed
from verdicts.ledger import HELD, HOME, TRUST_BANK, TRUST_LIABILITY

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
FACTS = CompanyFacts(
    name="Alder & Finch LLP",
    country="US",
    home_currency=HOME,
    closed_through=date(2026, 3, 31),
    custom_numbers=True,
    warn_duplicate_journal=True,
    trust_accounts=(TRUST_BANK, TRUST_LIABILITY),
    read_at=NOW,
    multicurrency=False,
)
# Passing such a holder over is a fault, but it books nothing twice: the retry posts, or fails once more.
_PASSED_OVER = (Group.UNRELATED, Group.TRUST, Group.PURCHASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A conflict with what came of it."""

    conflict: Conflict
    evidence: Evidence
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict

    @property
    def hit(self) -> bool:
        """It got its verdict."""
        return self.verdict in self.conflict.hits

    @property
    def wrong_go(self) -> bool:
        """It says that the way is free, and it is not: the sale would be booked twice."""
        if self.verdict is Verdict.NONE_FOUND and self.conflict.group in _PASSED_OVER:
            return False
        return self.verdict in GO_AHEAD and self.verdict not in self.conflict.right

    @property
    def wrong_same(self) -> bool:
        """It says that the sale is there, and nobody can know that: the sale would be lost."""
        return self.verdict is Verdict.SAME_DOCUMENT and self.verdict not in self.conflict.right

    @property
    def faulty(self) -> bool:
        """Anything but a verdict that the rule allows."""
        return self.verdict not in self.conflict.right


@dataclass
class ListSource:
    """A source that answers from the conflicts' own lists."""

    answers: dict[str, SourceAnswer] = field(default_factory=dict)

    def expect(self, count: int) -> None:
        pass

    def ask(self, number: str) -> SourceAnswer:
        return self.answers.get(number, SourceAnswer(None, problem="It has no such document."))


@dataclass
class FirmConnections:
    """The given books, and each source's lists."""

    the_books: Books
    sources: dict[str, ListSource]

    def books(self, realm: str) -> Books:
        return self.the_books

    def source(self, company: Company, source: str) -> ListSource | None:
        return self.sources.get(source)


def judge_all(books: Books, conflicts: Sequence[Conflict], realm: str = "1") -> list[Judged]:
    """Every conflict judged; those of companies with one source and with two apart, each by its source."""
    judged: list[Judged] = []
    for source, other in (("clio", "hubspot"), ("hubspot", "clio")):
        for two in (False, True):
            those = [c for c in conflicts if c.source == source and (c.other is not None) is two]
            sources = {source: _answers(those)}
            if two:
                sources[other] = ListSource({c.number: _other_answer(c) for c in those})
            judged += _judged(books, those, sources, realm)
    return judged


def _judged(books: Books, conflicts: Sequence[Conflict], sources: dict[str, ListSource], realm: str) -> list[Judged]:
    if not conflicts:
        return []
    cases = [_case(c, str(place), realm) for place, c in enumerate(conflicts, 1)]
    found = gather_with(books, sources)(company_of(realm, sources), cases)
    return [Judged(c, e, judge(e)) for c, e in zip(conflicts, found, strict=True)]


def gather_with(books: Books, sources: dict[str, ListSource]) -> Gather:
    """The real flow on given books and sources."""
    return Gather(FirmConnections(books, sources), TickingClock(NOW), QuickPatience())


def company_of(realm: str, sources: Iterable[str]) -> Company:
    """The company, fed by these sources."""
    return Company(
        realm=realm,
        name=FACTS.name,
        environment=Environment.SAMPLE,
        settings=CompanySettings(writes_on=True, trust_accounts=(HELD,)),
        sources=tuple(SourceBinding(name) for name in sources),
        facts=FACTS,
    )


def _answers(conflicts: Sequence[Conflict]) -> ListSource:
    return ListSource({c.number: _answer(c) for c in conflicts})


def _answer(conflict: Conflict) -> SourceAnswer:
    listed = conflict.listed
    return SourceAnswer(conflict.incoming, listed.records, listed.complete, _problem(listed))


def _other_answer(conflict: Conflict) -> SourceAnswer:
    assert conflict.other is not None
    return SourceAnswer(None, conflict.other.records, conflict.other.complete, _problem(conflict.other))


def _problem(listed: Listed) -> str:
    return "" if listed.complete else "The list could not be read to its end."


def _case(conflict: Conflict, id_: str, realm: str) -> Case:
    case = duplicate_case(conflict.number, conflict.named, realm, conflict.source)
    words = tuple(OwnNumber(entity, doc, "Ann Lee", NOW) for entity, doc in conflict.apart)
    return replace(case, id=id_, made_by_hand=conflict.made_by_hand, own_numbers=words)


def duplicate_case(number: str, named: tuple[str, str] | None, realm: str, source: str = "clio") -> Case:
    """A case about a duplicate number, being looked up; `named` are entity and id out of its text."""
    entity, txn_id = named or (None, None)
    finding = Finding(
        kind=FaultKind.DUPLICATE_DOC_NUMBER,
        code="6140",
        doc_number=number,
        txn_type=entity,
        entity=entity,
        txn_id=txn_id,
        message="Duplicate Document Number Error",
        source=source,
        text=f"Duplicate Document Number Error : DocNumber={number}",
        where="line 1",
    )
    return Case(
        id="1",
        kind=FaultKind.DUPLICATE_DOC_NUMBER,
        state=State.LOOKING,
        company=realm,
        source=source,
        doc_number=number,
        findings=(finding,),
        created_at=NOW,
        updated_at=NOW,
    )
