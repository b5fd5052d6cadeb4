"""The plan: the one way to a change, and everything that it refuses."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from builders import COMPANY, HOLDER, REALM, TWIN, case, evidence
from untwin.domain.books.documents import Document, Link
from untwin.domain.cases.case import MOVES, Case, State
from untwin.domain.changes.change import Flag, Plan, Rung, Wish
from untwin.domain.changes.planning import plan
from untwin.domain.company.company import CompanySettings
from untwin.domain.problems import NotAllowed
from untwin.domain.verdicts.blocks import find_blocks
from untwin.domain.verdicts.evidence import Evidence, Named
from untwin.domain.verdicts.judge import judge


def judged(case_id: str = "1", found: Evidence | None = None, state: State = State.NEEDS_DECISION) -> Case:
    found = found or evidence()
    return case(id=case_id, state=state, evidence=found, incoming=found.incoming, judgement=judge(found))


def planned(*cases: Case, settings: CompanySettings | None = None, numbers: dict[str, str] | None = None) -> Plan:
    company = replace(COMPANY, settings=settings or COMPANY.settings)
    return plan(tuple(Wish(c, numbers or {}) for c in cases), {REALM: company})


def test_one_unrelated_document_is_a_plain_sheet_with_a_free_number() -> None:
    found = planned(judged())
    assert [(row.old, row.new) for row in found.rows] == [("1234", "CM-1234")]
    assert found.rung is Rung.SHEET
    assert found.ready
    assert found.missing(frozenset(), None) == ()


@pytest.mark.parametrize(
    ("holder", "flag"),
    [
        (replace(HOLDER, emailed=True), Flag.EMAILED),
        (replace(HOLDER, balance=Decimal(10)), Flag.PAID),
        (replace(HOLDER, links=(Link("Payment", "5"),)), Flag.LINKED),
    ],
)
def test_a_flag_must_be_accepted_by_its_name(holder: Document, flag: Flag) -> None:
    found = planned(judged(found=evidence(holders=(holder,))))
    assert found.rung is Rung.CHECK_BOXES
    assert found.missing(frozenset(), None)
    assert found.missing(frozenset({flag}), None) == ()


@pytest.mark.parametrize("state", [s for s in State if s is not State.NEEDS_DECISION])
def test_a_case_in_any_other_state_is_refused(state: State) -> None:
    found = planned(judged(state=state))
    assert not found.rows
    assert found.refused[0].reason


@pytest.mark.parametrize(
    "found",
    [
        evidence(incoming=None),
        evidence(holders=(replace(TWIN, number="1234"),)),
        evidence(nearby=(TWIN,)),
        evidence(holders=(replace(HOLDER, entity="JournalEntry"),), named=Named("1234", "JournalEntry")),
        evidence(holders=(replace(HOLDER, entity="Bill"),)),
        evidence(holders=(), named_found=None),
        evidence(posted_by_source=("111",)),
    ],
)
def test_every_verdict_but_unrelated_is_locked(found: Evidence) -> None:
    refused = planned(judged(found=found))
    assert not refused.rows
    assert refused.refused[0].reason.startswith("Locked: ")


def test_a_read_only_company_and_a_missing_one_are_refused() -> None:
    assert "read-only" in planned(judged(), settings=CompanySettings(writes_on=False)).refused[0].reason
    assert plan((Wish(judged()),), {}).refused[0].reason == "The case belongs to no connected company."


def test_numbers_inside_one_plan_never_collide() -> None:
    other = judged("2", evidence(holders=(replace(HOLDER, id="112"),)))
    found = planned(judged(), other)
    assert [row.new for row in found.rows] == ["CM-1234", "1234-CM"]
    assert Flag.SEVERAL in found.flags


def test_a_typed_number_that_another_row_takes_is_not_ready() -> None:
    two = evidence(holders=(HOLDER, replace(HOLDER, id="112", entity="Invoice")))
    found = planned(judged(found=two), numbers={"111": "X-1", "112": "x-1"})
    assert not found.ready
    assert "used already" in found.rows[1].why_not


def test_both_documents_on_one_number_are_planned() -> None:
    two = evidence(holders=(HOLDER, replace(HOLDER, id="112", entity="Invoice")))
    found = planned(judged(found=two))
    assert [row.new for row in found.rows] == ["CM-1234", "INV-1234"]
    assert found.rung is Rung.CHECK_BOXES


def test_more_than_25_rows_or_a_high_total_is_typed() -> None:
    many = [judged(str(n), evidence(holders=(replace(HOLDER, id=str(n), number=f"{n}"),))) for n in range(100, 126)]
    found = planned(*many)
    assert found.rung is Rung.TYPE_COUNT
    assert found.missing(frozenset(Flag), 25)
    assert found.missing(frozenset(Flag), 26) == ()
    assert planned(judged(), settings=CompanySettings(writes_on=True, ask_above=Decimal(84))).rung is Rung.TYPE_COUNT


def test_the_policys_cap_is_refused_not_asked() -> None:
    other = judged("2", evidence(holders=(replace(HOLDER, id="112"),)))
    found = planned(judged(), other, settings=CompanySettings(writes_on=True, most_rows=1))
    assert not found.rows
    assert [r.case_id for r in found.refused] == ["1", "2"]


def test_no_move_leads_out_of_the_table_and_every_state_has_its_row() -> None:
    assert set(MOVES) == set(State)
    with pytest.raises(NotAllowed):
        case(state=State.NEW).moved(State.POSTED, case().updated_at)


def test_only_posted_and_already_in_quickbooks_count_as_solved() -> None:
    assert [s for s in State if s.solved] == [State.POSTED, State.ALREADY_IN_QUICKBOOKS]


def blocks_of(found: Evidence, settings: CompanySettings | None = None) -> list[str]:
    company = replace(COMPANY, settings=settings or COMPANY.settings)
    return [b.id.value for b in find_blocks(found, company, judge(found).holders)]


def test_the_closing_day_itself_is_closed_and_the_next_is_open() -> None:
    assert blocks_of(evidence(holders=(replace(HOLDER, date=date(2026, 6, 30)),))) == ["closed_books"]
    assert blocks_of(evidence(holders=(replace(HOLDER, date=date(2026, 7, 1)),))) == []


def test_the_firms_own_closing_date_blocks_too() -> None:
    assert blocks_of(evidence(), CompanySettings(reported_through=date(2026, 9, 30))) == ["reported_through"]


@pytest.mark.parametrize(
    ("country", "opted_in", "blocked"),
    [("US", False, False), ("DE", False, True), ("DE", True, False), ("FR", True, True), (None, False, True)],
)
def test_countries_where_issued_numbers_stay(country: str | None, opted_in: bool, blocked: bool) -> None:
    found = evidence(facts=replace(evidence().facts, country=country))
    assert ("country" in blocks_of(found, CompanySettings(countries_opted_in=opted_in))) is blocked


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("nothing of the text is known here", {"named_found": None, "named_missing": True, "holders": ()}),
        ("another document has the number here", {"named_found": None, "named_missing": True}),
        ("the id has another number here", {"named_found": replace(HOLDER, number="77")}),
        ("the id is of another type here", {"named_found": replace(HOLDER, entity="Invoice")}),
    ],
)
def test_an_error_of_another_company_is_blocked_where_the_customer_is_not_known_either(
    what: str, changes: dict[str, object]
) -> None:
    assert "wrong_company" in blocks_of(evidence(**changes, incoming_customers=())), what
    # One id is one document: another type is another company's, though a customer of that name is here as well.
    assert ("wrong_company" in blocks_of(evidence(**changes))) is ("another type" in what), what


def test_a_waiting_document_in_closed_books_would_not_post() -> None:
    incoming = evidence().incoming
    assert incoming is not None
    assert "waiting_document_in_closed_books" in blocks_of(evidence(incoming=replace(incoming, date=date(2026, 6, 1))))
