"""The twelve rules on a duplicate number, each tried by what would break it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from builders import CUSTOMERS, FACTS, HOLDER, INCOMING, TWIN, evidence
from untwin.domain.books.documents import Customer, Document, Line, Link
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState, SourceLine, SourceRecord
from untwin.domain.verdicts.evidence import Named, Search
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Judgement, Verdict

BILL, CREDIT = IncomingKind.BILL, IncomingKind.CREDIT_NOTE
LUMP = (Line("Fee", Decimal(1240)), Line("Other", Decimal(1760)))
BILLED = (SourceLine("Filing", Decimal(240)), SourceLine("Draft motion", Decimal(1000)))
AFTER_RETAINER = (Line("Fee", Decimal(1240)), Line("Retainer applied", Decimal(-400)))
OTHERS = replace(TWIN, customer_id="7", customer_name="Ortega, Luis", memo="")
ITSELF = replace(TWIN, number="1234")


def judged(**changes: Any) -> Judgement:
    return judge(evidence(**changes))


# Rule 1: the twin search.


@pytest.mark.parametrize(
    ("what", "twin"),
    [
        ("its balance is the waiting total", replace(TWIN, total=Decimal(2000), balance=Decimal(1240))),
        ("one line of a lump sum", replace(TWIN, total=Decimal(3000), lines=LUMP)),
        ("an estimate turned into an invoice", replace(TWIN, entity="Estimate", links=(Link("Invoice", "5"),))),
        ("an opening balance that may hold it", replace(TWIN, total=Decimal(5000), memo="Opening balance")),
        ("an unapplied payment", replace(TWIN, entity="Payment", balance=Decimal(1240), memo="")),
        ("nobody's deposit", replace(TWIN, entity="Deposit", customer_id=None, customer_name=None, memo="")),
        ("a parent's invoice", replace(TWIN, customer_id="12", customer_name="Smith Holdings", memo="")),
        ("another's name, but the words name Smith", replace(OTHERS, memo="Work for Smith, Anna")),
        ("another's name, but the waiting matter", replace(TWIN, customer_id="7", customer_name="Ortega, Luis")),
        ("before a retainer", replace(TWIN, total=Decimal(840), lines=AFTER_RETAINER)),
        ("its total can't be read", replace(TWIN, total=None)),
    ],
)
def test_what_may_hold_the_sale_under_another_number_is_unknown(what: str, twin: Document) -> None:
    assert judged(nearby=(twin,)).verdict is Verdict.UNKNOWN, what


def test_a_bill_that_was_split_in_two_is_unknown() -> None:
    parts = [(TWIN, "1", Decimal(1000)), (TWIN, "2", Decimal(240))]
    halves = tuple(replace(d, id=i, number=f"M-{i}", total=t, balance=t) for d, i, t in parts)
    found = judged(nearby=halves)
    assert found.verdict is Verdict.UNKNOWN
    assert "booked in parts" in found.reasons[0]


@pytest.mark.parametrize("amounts", [("1000", "240"), ("500", "500", "240"), ("300", "300", "400", "240")])
@pytest.mark.parametrize("entity", ["Payment", "Deposit", "Invoice"])
def test_what_comes_to_the_total_in_two_to_four_parts_is_unknown(entity: str, amounts: tuple[str, ...]) -> None:
    parts = tuple(
        replace(TWIN, entity=entity, id=str(n), number=None, total=Decimal(a), balance=Decimal(a), lines=(), memo="")
        for n, a in enumerate(amounts)
    )
    found = judged(nearby=parts)
    assert found.verdict is Verdict.UNKNOWN
    assert "1,240.00 together" in found.reasons[0] or "booked in parts" in found.reasons[0]
    assert judged(nearby=parts[1:]).verdict is Verdict.UNRELATED


def test_only_what_is_left_of_a_payment_counts_as_a_part() -> None:
    whole = replace(TWIN, entity="Payment", id="1", number=None, total=Decimal(1000), balance=Decimal(1000), lines=())
    rest = replace(whole, id="2", total=Decimal(740), balance=Decimal(240))
    assert judged(nearby=(replace(whole, memo=""), replace(rest, memo=""))).verdict is Verdict.UNKNOWN
    spent = replace(rest, balance=Decimal(100), memo="")
    assert judged(nearby=(replace(whole, memo=""), spent)).verdict is Verdict.UNRELATED


def test_an_estimate_that_was_never_turned_into_an_invoice_is_no_sale() -> None:
    assert judged(nearby=(replace(TWIN, entity="Estimate"),)).verdict is Verdict.UNRELATED


def test_the_document_that_the_text_names_is_compared_though_it_has_another_number_now() -> None:
    assert judged(holders=(), named_found=TWIN).verdict is Verdict.SAME_DOCUMENT


# Rule 2: amounts.


@pytest.mark.parametrize(
    ("what", "holder"),
    [
        ("before tax", replace(HOLDER, total=Decimal("1342.30"), tax=Decimal("102.30"))),
        ("before the discount", replace(HOLDER, total=Decimal(1116), discount=Decimal(124))),
        ("before discount and tax", replace(HOLDER, total=Decimal(1205), discount=Decimal(124), tax=Decimal(89))),
        ("before the retainer", replace(HOLDER, lines=(Line("Fee", Decimal(1240)), Line("Retainer", Decimal(-1155))))),
        ("what is open after a deposit", replace(HOLDER, total=Decimal(1500), deposit=Decimal(260))),
        ("the same figure in euros", replace(HOLDER, currency="EUR", total=Decimal(1240), home_total=Decimal(1340))),
        ("near at another day's rate", replace(HOLDER, currency="EUR", total=Decimal(1150), home_total=Decimal(1290))),
    ],
)
def test_any_figure_that_fits_is_never_unrelated(what: str, holder: Document) -> None:
    assert judged(holders=(holder,)).verdict is Verdict.UNKNOWN, what


@pytest.mark.parametrize(
    ("what", "incoming"),
    [
        ("its lines come to the holder's total", replace(INCOMING, lines=(SourceLine("Fee", Decimal(85)),))),
        ("its balance is the holder's total", replace(INCOMING, balance=Decimal(85))),
    ],
)
def test_every_figure_of_the_waiting_document_counts(what: str, incoming: Incoming) -> None:
    assert judged(incoming=incoming).verdict is Verdict.UNKNOWN, what


def test_in_a_company_with_several_currencies_an_unnamed_one_is_not_known() -> None:
    several = replace(FACTS, multicurrency=True)
    assert judged(facts=several).verdict is Verdict.UNKNOWN
    assert judged(facts=several, holders=(ITSELF,)).verdict is Verdict.UNKNOWN
    assert judged(facts=several, incoming=replace(INCOMING, currency="USD")).verdict is Verdict.UNRELATED
    assert judged(facts=several, incoming=replace(INCOMING, in_home_currency=True)).verdict is Verdict.UNRELATED


# Rule 3: customers; tests/domain/test_customers.py has the rest.


def test_a_holder_whose_customer_could_not_be_read_is_unknown() -> None:
    assert judged(customers=CUSTOMERS[1:]).verdict is Verdict.UNKNOWN


# Rule 4: the same amount is not the same document.


@pytest.mark.parametrize(
    ("what", "document"),
    [
        ("another matter", replace(ITSELF, memo="matter 00032-Smith")),
        ("both matters", replace(ITSELF, memo="matters 00031-Smith, 00032-Smith")),
        ("no matter at all", replace(ITSELF, memo="")),
        ("a monthly fee of the matter", replace(ITSELF, memo="Monthly fee, matter 00031-Smith")),
        ("a part of the price", replace(ITSELF, memo="Progress 1 of 3, matter 00031-Smith")),
        ("an opening balance", replace(ITSELF, memo="Opening balance, Clio bill 1234")),
        ("another bill of the source", replace(ITSELF, memo="Clio bill 1190, matter 00031-Smith")),
        ("a week later", replace(ITSELF, date=date(2026, 11, 19))),
        ("a refund of the figure", replace(ITSELF, entity="RefundReceipt")),
        ("another currency", replace(ITSELF, currency="EUR", home_total=Decimal(1240))),
    ],
)
def test_the_same_number_customer_and_total_alone_are_not_the_same_document(what: str, document: Document) -> None:
    assert judged(holders=(document,)).verdict is Verdict.UNKNOWN, what


@pytest.mark.parametrize(
    ("what", "document", "incoming"),
    [
        ("the matter", ITSELF, INCOMING),
        ("the bill's number in the memo", replace(ITSELF, memo="Clio bill 1234"), INCOMING),
        ("a mark with the source's id", replace(ITSELF, memo="", marks=("Clio Bill ID: 9001",)), INCOMING),
        (
            "its lines",
            replace(ITSELF, memo="", lines=(Line("Draft motion", Decimal(1000)), Line("Filing", Decimal(240)))),
            replace(INCOMING, references=(), lines=BILLED),
        ),
    ],
)
def test_lines_or_a_reference_prove_the_same_document(what: str, document: Document, incoming: Incoming) -> None:
    assert judged(holders=(document,), incoming=incoming).verdict is Verdict.SAME_DOCUMENT, what


def test_lines_of_another_month_outweigh_the_matter() -> None:
    document = replace(ITSELF, lines=(Line("Services of October", Decimal(1240)),))
    november = replace(INCOMING, lines=(SourceLine("Services of November", Decimal(1240)),))
    assert judged(holders=(document,), incoming=november).verdict is Verdict.UNKNOWN


def test_the_number_alone_proves_nothing_where_the_source_names_no_work() -> None:
    assert judged(holders=(ITSELF,), incoming=replace(INCOMING, references=())).verdict is Verdict.UNKNOWN


def test_the_matter_alone_proves_nothing_while_the_sources_list_is_cut_short() -> None:
    cut = Search(complete=False, why_not="Clio can't be reached.")
    assert judged(holders=(ITSELF,), source_search=cut).verdict is Verdict.UNKNOWN
    assert judged(nearby=(TWIN,), twin_search=cut).verdict is Verdict.UNKNOWN
    named = replace(ITSELF, memo="Clio bill 1234")
    assert judged(holders=(named,), source_search=cut).verdict is Verdict.SAME_DOCUMENT


def test_an_old_bill_of_the_same_fee_is_no_rival_of_a_proved_twin() -> None:
    old = SourceRecord(BILL, "900", "900", "Smith, Anna", Decimal("1240.00"), date(2026, 6, 2))
    assert judged(nearby=(TWIN,), source_records=(old,)).verdict is Verdict.SAME_DOCUMENT


def test_two_waiting_bills_of_one_figure_leave_open_which_one_was_booked() -> None:
    other = replace(INCOMING, number="1240", source_id="9002", references=("00032-Smith",))
    assert judged(nearby=(TWIN,), waiting_beside=(other,)).verdict is Verdict.UNKNOWN


def test_a_document_that_another_case_ended_in_is_not_this_sale() -> None:
    assert judged(nearby=(TWIN,), answers_others=("222",)).verdict is Verdict.UNRELATED
    assert judged(holders=(ITSELF,), answers_others=("222",)).verdict is Verdict.OWNED_BY_SOURCE


# Rule 5: a memo never suffices alone, and no mark is no proof.


@pytest.mark.parametrize(
    ("what", "document"),
    [
        ("on a stranger's document", replace(HOLDER, memo="Clio bill 1234, matter 00031-Smith")),
        ("on another total", replace(ITSELF, total=Decimal(900), memo="Clio bill 1234")),
        ("on a like customer's", replace(ITSELF, customer_id="8", customer_name="Smith, Anne", memo="Clio bill 1234")),
    ],
)
def test_a_memo_that_names_the_record_is_neither_proof_nor_nothing(what: str, document: Document) -> None:
    more = (*CUSTOMERS, Customer("8", "Smith, Anne"))
    assert judged(holders=(document,), customers=more).verdict is Verdict.UNKNOWN, what


# Rule 6: several holders, and number spaces.


@pytest.mark.parametrize(
    ("entity", "expected"), [("Bill", Verdict.PURCHASE_SIDE), ("JournalEntry", Verdict.JOURNAL_OR_TRUST)]
)
def test_the_worst_wins_though_its_numbers_are_a_space_of_their_own(entity: str, expected: Verdict) -> None:
    other = replace(HOLDER, entity=entity, id="400", customer_name="Paper Ltd")
    assert judged(holders=(HOLDER, other)).verdict is expected


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        ("Bill", Verdict.PURCHASE_SIDE),
        ("JournalEntry", Verdict.JOURNAL_OR_TRUST),
        ("Estimate", Verdict.UNRELATED),
    ],
)
def test_where_the_text_names_nothing_whatever_has_the_number_is_shown(entity: str, expected: Verdict) -> None:
    only = replace(HOLDER, entity=entity)
    assert judged(holders=(only,), named=Named("1234"), named_found=None).verdict is expected


# Rule 7: voided ones and drafts.


@pytest.mark.parametrize("state", [IncomingState.DRAFT, IncomingState.VOIDED, IncomingState.DELETED])
def test_what_the_source_will_not_post_needs_no_free_number(state: IncomingState) -> None:
    assert judged(incoming=replace(INCOMING, state=state)).verdict is Verdict.UNKNOWN


def test_a_voided_copy_of_the_sale_is_not_the_sale() -> None:
    voided = replace(ITSELF, voided=True, total=Decimal(0))
    assert judged(holders=(voided,)).verdict is Verdict.UNKNOWN
    assert judged(nearby=(replace(TWIN, voided=True, total=Decimal(0)),)).verdict is Verdict.UNRELATED


# Rule 8: what failed.


@pytest.mark.parametrize("kind", [IncomingKind.PAYMENT, IncomingKind.TRUST, IncomingKind.UNKNOWN])
def test_no_invoice_is_renumbered_for_what_is_no_bill(kind: IncomingKind) -> None:
    assert judged(incoming=replace(INCOMING, kind=kind)).verdict is Verdict.UNKNOWN
    nothing = {"holders": (), "named_found": None}
    assert judged(**nothing, incoming=replace(INCOMING, kind=kind)).verdict is Verdict.UNKNOWN


def test_a_credit_note_is_compared_with_credit_memos() -> None:
    note = replace(INCOMING, kind=CREDIT)
    assert judged(incoming=note, nearby=(replace(TWIN, entity="CreditMemo"),)).verdict is Verdict.SAME_DOCUMENT
    assert judged(incoming=note, nearby=(TWIN,)).verdict is Verdict.UNRELATED
    assert judged(incoming=note, holders=(replace(ITSELF, entity="RefundReceipt"),)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("total", [Decimal(0), Decimal(-85)])
def test_an_amount_that_is_not_above_zero_says_nothing(total: Decimal) -> None:
    assert judged(incoming=replace(INCOMING, total=total)).verdict is Verdict.UNKNOWN


def test_a_trust_payment_of_the_same_figure_is_not_the_sale() -> None:
    trust = replace(TWIN, entity="SalesReceipt", accounts=("Client Trust Liability",))
    assert judged(nearby=(trust,)).verdict is Verdict.UNKNOWN
