"""Gathering evidence: a source that is slow is waited for, one that fails leaves the rest to be shown."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from builders import COMPANY, INCOMING, case
from fakes import FakeBooks, FakeSource, TickingClock
from flows.conftest import Office
from reach import QuickPatience
from untwin.domain.cases.case import State
from untwin.domain.company.company import Company, SourceBinding
from untwin.domain.problems import Throttled, Unreachable
from untwin.domain.sources.incoming import Incoming, IncomingKind, SourceAnswer, SourceRecord
from untwin.domain.verdicts.evidence import OtherSource
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.posting import Outcome, Posting
from untwin.domain.verdicts.verdict import Verdict
from untwin.flows.looking.gather import Gather


class Slow:
    """A source that asks for rests before it answers."""

    def __init__(self, rests: int, seconds: int = 17) -> None:
        self.rests, self.seconds = rests, seconds
        self.asked = 0

    def expect(self, count: int) -> None:
        pass

    def ask(self, number: str) -> SourceAnswer:
        self.asked += 1
        if self.rests:
            self.rests -= 1
            raise Throttled("Clio asked Untwin to slow down.", wait_seconds=self.seconds)
        return SourceAnswer(INCOMING, (), complete=True)


@pytest.mark.parametrize(("rests", "known"), [(0, True), (1, True), (3, True), (4, False)])
def test_a_source_that_asks_for_rests_is_waited_for_a_few_times(office: Office, rests: int, known: bool) -> None:
    patience, connections = QuickPatience(), office.connections
    connections.the_source = Slow(rests)  # type: ignore[assignment]
    [found] = Gather(connections, TickingClock(), patience)(COMPANY, [case()])
    assert (found.incoming is not None) is known
    assert patience.pauses == [17] * min(rests, 3)
    assert found.holders, "what QuickBooks says is shown in any case"


def test_a_source_that_wants_a_long_rest_is_left_alone_by_all_cases(office: Office) -> None:
    patience, connections, slow = QuickPatience(), office.connections, Slow(1, 900)
    connections.the_source = slow  # type: ignore[assignment]
    cases = [replace(case(), id=str(number)) for number in range(3)]
    found = Gather(connections, TickingClock(), patience)(COMPANY, cases)
    assert {(each.incoming, each.incoming_note) for each in found} == {(None, "Clio asked Untwin to slow down.")}
    assert (slow.asked, patience.pauses) == (1, [])


def test_a_source_that_fails_leaves_quickbooks_word(office: Office) -> None:
    office.source.problem = Unreachable("Clio can't be reached.")
    [found] = Gather(office.connections, TickingClock(), QuickPatience())(COMPANY, [replace(case(), id="7")])
    assert (found.incoming, found.incoming_note) == (None, "Clio can't be reached.")
    assert found.holders
    assert not found.twin_search.complete


@dataclass
class TwoSources:
    """A company fed by Clio and by another app; the other may be one that can't be asked."""

    the_books: FakeBooks
    sources: dict[str, FakeSource | None]

    def books(self, realm: str) -> FakeBooks:
        return self.the_books

    def source(self, company: Company, source: str) -> FakeSource | None:
        return self.sources[source]


BOTH = replace(COMPANY, sources=(*COMPANY.sources, SourceBinding("hubspot")))
RECORD = SourceRecord(IncomingKind.BILL, "5", "1234", "Luis Ortega", Decimal("85.00"), date(2026, 9, 3))


def test_every_app_of_the_company_is_asked_about_the_number(office: Office) -> None:
    hubspot = FakeSource(SourceAnswer(None, (RECORD,), complete=True))
    wires = TwoSources(office.books, {"clio": office.source, "hubspot": hubspot})
    [found] = Gather(wires, TickingClock(), QuickPatience())(BOTH, [case()])
    assert found.other_sources == (OtherSource("HubSpot", (RECORD,), complete=True),)
    assert (found.source_name, found.source_records) == ("Clio", ())


@pytest.mark.parametrize("problem", [None, Unreachable("HubSpot can't be reached.")])
def test_an_app_that_cant_be_asked_is_named(office: Office, problem: Unreachable | None) -> None:
    hubspot = FakeSource(SourceAnswer(None), problem) if problem else None
    wires = TwoSources(office.books, {"clio": office.source, "hubspot": hubspot})
    [found] = Gather(wires, TickingClock(), QuickPatience())(BOTH, [case()])
    [other] = found.other_sources
    assert (other.name, other.complete) == ("HubSpot", False)
    assert "HubSpot can't be" in other.problem


def test_a_list_that_was_brought_along_stands_in_for_a_silent_source(office: Office) -> None:
    office.source.answer = SourceAnswer(None, (), complete=True, problem="Clio has no bill 1234.")
    listed = replace(INCOMING, listed=True, known_from="bills.csv")
    [found] = Gather(office.connections, TickingClock(), QuickPatience())(COMPANY, [case(incoming=listed)])
    assert found.incoming == listed
    assert not found.source_search.complete, "that Clio doesn't know the bill settles nothing"


@pytest.mark.parametrize("kind", [IncomingKind.PAYMENT, IncomingKind.INTEREST, IncomingKind.CREDIT_NOTE])
def test_the_bill_of_its_number_is_not_what_failed_where_the_row_says_another_kind(
    office: Office, kind: IncomingKind
) -> None:
    row = Incoming(kind, "1234", known_from="the error's own row", listed=True)
    [found] = Gather(office.connections, TickingClock(), QuickPatience())(COMPANY, [case(incoming=row)])
    assert found.incoming == row, "the source tells of the bill 1234, and that is another document"
    judgement = judge(found)
    assert judgement.verdict is Verdict.UNKNOWN
    assert f"What failed is {kind.one}, not the invoice of that number." in judgement.reasons


def test_the_source_outranks_a_row_that_names_the_same_kind(office: Office) -> None:
    row = replace(INCOMING, customer="Somebody", listed=True)
    [found] = Gather(office.connections, TickingClock(), QuickPatience())(COMPANY, [case(incoming=row)])
    assert found.incoming == INCOMING


def test_the_same_fee_of_another_client_is_no_concern(office: Office) -> None:
    cases = office.desk.cases
    for name in ("Cole", "Bright & Co", "Anna Smith"):
        cases.keep([case(id="", doc_number=name, incoming=replace(INCOMING, number=name, customer=name))])
    gather = Gather(office.connections, TickingClock(), QuickPatience(), cases.beside)
    [found] = gather(COMPANY, [replace(case(), id="7")])
    assert [w.customer for w in found.waiting_beside] == ["Anna Smith"]


def test_what_waits_beside_and_what_is_accounted_for_is_known(office: Office) -> None:
    cases = office.desk.cases
    waiting = cases.keep([case(id="", source="hubspot", incoming=replace(INCOMING, customer="Cole"))])
    told = Posting(Outcome.POSTED, "Posted.", "555", "Invoice")
    cases.keep([case(id="", doc_number="1190", incoming=INCOMING, state=State.POSTED, posting=told)])
    cases.keep([case(id="", doc_number="77", incoming=replace(INCOMING, number="77", total=Decimal(3)))])
    gather = Gather(office.connections, TickingClock(), QuickPatience(), cases.beside)
    [found] = gather(COMPANY, [replace(case(), id="7")])
    assert [w.customer for w in found.waiting_beside] == ["Cole"]
    assert found.answers_others == ("555",)
    assert found.posted_by_source == ("555",)
    assert waiting
