"""The verdict: a wrong "unrelated" books a sale twice, a wrong "same" loses it; both must never happen."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import CUSTOMERS, FACTS, HOLDER, INCOMING, TWIN, evidence
from untwin.domain.books.documents import Customer, Document, Line, Link
from untwin.domain.sources.incoming import Incoming, IncomingKind, SourceRecord
from untwin.domain.verdicts.evidence import Named, Search
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict

SAME_NUMBER_TWIN = replace(TWIN, number="1234")


def test_another_customer_and_another_amount_with_complete_searches_is_unrelated() -> None:
    found = judge(evidence())
    assert found.verdict is Verdict.UNRELATED
    assert "Other customer: Ortega, Luis." in found.reasons
    assert "Clio has no record of credit memo 1234." in found.reasons


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("the waiting document isn't known", {"incoming": None}),
        ("its customer isn't known", {"incoming": replace(INCOMING, customer=None)}),
        ("its total isn't known", {"incoming": replace(INCOMING, total=None)}),
        ("its date isn't known", {"incoming": replace(INCOMING, date=None)}),
        ("it isn't known what failed", {"incoming": replace(INCOMING, kind=IncomingKind.UNKNOWN)}),
        ("the holders were not all seen", {"holder_search": Search(complete=False, why_not="Too many.")}),
        ("the twin search was cut short", {"twin_search": Search(complete=False, why_not="Too many.")}),
        ("nobody says who made the holder", {"source_search": Search(complete=False)}),
        ("the holder's customer isn't known", {"holders": (replace(HOLDER, customer_id=None, customer_name=None),)}),
        ("the holder's total isn't known", {"holders": (replace(HOLDER, total=None),)}),
        ("the holder's currency isn't known", {"holders": (replace(HOLDER, currency=None),)}),
        ("the holder is voided", {"holders": (replace(HOLDER, total=Decimal(0), voided=True),)}),
        ("the holder's currency is another one", {"holders": (replace(HOLDER, currency="EUR"),)}),
        ("the home currency isn't known", {"facts": replace(FACTS, home_currency=None)}),
    ],
)
def test_missing_evidence_is_unknown(what: str, changes: dict[str, object]) -> None:
    assert judge(evidence(**changes)).verdict is Verdict.UNKNOWN, what


@pytest.mark.parametrize(
    ("what", "holder"),
    [
        ("same total", replace(HOLDER, total=Decimal("1240.00"))),
        ("one cent off", replace(HOLDER, total=Decimal("1239.99"))),
        ("same subtotal before tax", replace(HOLDER, subtotal=Decimal("1240.00"))),
        ("same balance", replace(HOLDER, total=Decimal(2000), balance=Decimal("1240.00"))),
        ("same before the discount", replace(HOLDER, subtotal=Decimal(1140), discount=Decimal(100))),
        ("same in home currency", replace(HOLDER, currency="EUR", home_total=Decimal("1243.10"))),
        ("similar customer", replace(HOLDER, customer_id="8", customer_name="Smith, Anne")),
        ("customer with a mark of the source", replace(HOLDER, customer_id="8", customer_name="Anna Smith Clio 4")),
        ("the very customer, another amount", replace(HOLDER, customer_id="9", customer_name="Smith, Anna")),
        ("sub-customer of the customer", replace(HOLDER, customer_id="10", customer_name="Matter twelve")),
    ],
)
def test_same_number_with_a_like_customer_or_a_like_amount_is_never_unrelated(what: str, holder: Document) -> None:
    relatives = (*CUSTOMERS, Customer("10", "Matter twelve", parent_id="9"))
    assert judge(evidence(holders=(holder,), customers=relatives)).verdict is Verdict.UNKNOWN, what


def test_the_same_sale_after_a_lost_answer_is_the_same_document() -> None:
    found = judge(evidence(holders=(SAME_NUMBER_TWIN,)))
    assert found.verdict is Verdict.SAME_DOCUMENT
    assert found.twin_id == "222"


def test_the_same_sale_under_another_number_is_found_behind_an_unrelated_holder() -> None:
    found = judge(evidence(nearby=(TWIN,)))
    assert found.verdict is Verdict.SAME_DOCUMENT
    assert found.twin_id == "222"
    assert "It stands there under another number." in found.reasons


def test_the_same_sale_may_be_booked_as_a_sales_receipt() -> None:
    assert judge(evidence(nearby=(replace(TWIN, entity="SalesReceipt"),))).verdict is Verdict.SAME_DOCUMENT


@pytest.mark.parametrize(
    ("what", "twin"),
    [
        ("another matter with the same fee", replace(TWIN, memo="Legal services, matter 00032-Smith")),
        ("nothing says which matter", replace(TWIN, memo="")),
        ("a month away", replace(TWIN, date=date(2026, 10, 10))),
        ("a like name only", replace(TWIN, customer_id="8", customer_name="Smith, Anne")),
        ("the subtotal fits", replace(TWIN, total=Decimal(1300), subtotal=Decimal("1240.00"))),
        ("an open payment of that amount", replace(TWIN, entity="Payment", balance=Decimal("1240.00"))),
        ("a deposit of that amount", replace(TWIN, entity="Deposit", customer_id=None, customer_name=None)),
        ("another currency that comes near", replace(TWIN, currency="EUR", home_total=Decimal(1240))),
    ],
)
def test_what_may_be_the_same_sale_but_is_not_proved_is_unknown(what: str, twin: Document) -> None:
    assert judge(evidence(nearby=(twin,))).verdict is Verdict.UNKNOWN, what


def test_same_number_same_fee_but_another_matter_is_unknown_not_same() -> None:
    other_matter = replace(SAME_NUMBER_TWIN, memo="Legal services, matter 00032-Smith")
    assert judge(evidence(holders=(other_matter,))).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("what", "twin"),
    [
        ("a payment that is applied in full", replace(TWIN, entity="Payment", balance=Decimal(0))),
        ("a deposit of known payments", replace(TWIN, entity="Deposit", links=(Link("Payment", "5"),))),
        ("a voided invoice", replace(TWIN, voided=True, total=Decimal(0), customer_name="Smith, Anna")),
        ("another customer's identical fee", replace(TWIN, customer_id="7", customer_name="Ortega, Luis", memo="")),
        ("another amount of the same customer", replace(TWIN, total=Decimal(300), balance=Decimal(300))),
    ],
)
def test_what_books_no_sale_of_its_own_stands_in_nobodys_way(what: str, twin: Document) -> None:
    assert judge(evidence(nearby=(twin,))).verdict is Verdict.UNRELATED, what


def test_last_months_bill_of_the_same_fee_is_explained_by_the_sources_own_list() -> None:
    last_month = replace(TWIN, number="1190", date=date(2026, 10, 12))
    record = SourceRecord(IncomingKind.BILL, "8000", "1190", "Smith, Anna", Decimal("1240.00"), date(2026, 10, 12))
    assert judge(evidence(nearby=(last_month,))).verdict is Verdict.UNKNOWN
    assert judge(evidence(nearby=(last_month,), source_records=(record,))).verdict is Verdict.UNRELATED


def test_a_hand_keyed_sale_that_may_answer_another_waiting_bill_is_unknown() -> None:
    other_bill = SourceRecord(IncomingKind.BILL, "8000", "1230", "Smith, Anna", Decimal("1240.00"), date(2026, 11, 5))
    assert judge(evidence(nearby=(TWIN,), source_records=(other_bill,))).verdict is Verdict.UNKNOWN


def test_two_documents_that_both_look_like_the_sale_are_unknown() -> None:
    assert judge(evidence(nearby=(TWIN, replace(TWIN, id="223")))).verdict is Verdict.UNKNOWN


def test_a_journal_entry_is_only_shown() -> None:
    journal = replace(HOLDER, entity="JournalEntry", total=Decimal(0), customer_id=None, customer_name=None)
    named = Named("1234", "JournalEntry", None)
    assert judge(evidence(holders=(journal,), named=named)).verdict is Verdict.JOURNAL_OR_TRUST


def test_a_document_that_touches_a_trust_account_is_locked_in_any_spelling_of_it() -> None:
    receipt = replace(HOLDER, entity="SalesReceipt", accounts=("CLIENT TRUST LIABILITY",))
    assert judge(evidence(holders=(receipt,))).verdict is Verdict.JOURNAL_OR_TRUST


@pytest.mark.parametrize(
    "printed",
    ["Other Current Liabilities:Client Trust Liability", "Client Trust Liability:Smith", "Bank:Trust Bank (IOLTA):7"],
)
def test_a_trust_account_is_known_behind_its_parents_and_before_its_own_accounts(printed: str) -> None:
    receipt = replace(HOLDER, entity="SalesReceipt", accounts=("Fee income", printed))
    found = judge(evidence(holders=(receipt,)))
    assert found.verdict is Verdict.JOURNAL_OR_TRUST
    assert printed in found.reasons[0]


@pytest.mark.parametrize("printed", ["Client Trust Liability 2", "No Client Trust Liability", "Trust"])
def test_an_account_that_only_sounds_like_a_trust_account_is_none(printed: str) -> None:
    memo = replace(HOLDER, accounts=(printed,))
    assert judge(evidence(holders=(memo,))).verdict is Verdict.UNRELATED


@pytest.mark.parametrize("entity", ["Bill", "BillPayment", "VendorCredit", "Purchase", "PurchaseOrder", "Payment"])
def test_vendor_and_expense_documents_are_only_shown(entity: str) -> None:
    assert judge(evidence(holders=(replace(HOLDER, entity=entity),))).verdict is Verdict.PURCHASE_SIDE


def test_a_holder_that_the_sources_list_knows_is_owned_by_the_source() -> None:
    memo = SourceRecord(IncomingKind.CREDIT_NOTE, "44", None, "Luis Ortega", Decimal("85.00"), date(2026, 9, 3))
    assert judge(evidence(source_records=(memo,))).verdict is Verdict.OWNED_BY_SOURCE


def test_a_holder_that_the_source_was_seen_to_post_is_owned_by_the_source() -> None:
    assert judge(evidence(posted_by_source=("111",))).verdict is Verdict.OWNED_BY_SOURCE


def test_the_waiting_bill_in_the_sources_list_does_not_make_the_holder_its_own() -> None:
    own = SourceRecord(IncomingKind.BILL, "9001", "1234", "Smith, Anna", Decimal("1240.00"), date(2026, 11, 12))
    assert judge(evidence(source_records=(own,))).verdict is Verdict.UNRELATED


def test_where_only_the_maker_is_missing_one_question_is_asked_and_the_answer_settles_it() -> None:
    unasked = evidence(source_search=Search(complete=False, why_not="Clio can't be reached."))
    assert judge(unasked).asks_maker == ("111",)
    assert judge(replace(unasked, made_by_hand=("111",))).verdict is Verdict.UNRELATED


def test_no_question_about_the_maker_is_asked_where_the_amount_is_the_doubt() -> None:
    doubtful = evidence(source_search=Search(complete=False), holders=(replace(HOLDER, total=Decimal(1240)),))
    assert judge(doubtful).asks_maker == ()


def test_of_several_holders_the_worst_verdict_wins() -> None:
    same = judge(evidence(holders=(HOLDER, SAME_NUMBER_TWIN)))
    assert same.verdict is Verdict.SAME_DOCUMENT
    doubtful = judge(evidence(holders=(HOLDER, replace(HOLDER, id="112", total=Decimal("1240.00")))))
    assert doubtful.verdict is Verdict.UNKNOWN
    cleared = judge(evidence(holders=(HOLDER, replace(HOLDER, id="112", entity="Invoice"))))
    assert cleared.verdict is Verdict.UNRELATED
    assert [h.document_id for h in cleared.holders if h.blocking] == ["111", "112"]


def test_an_estimate_with_the_number_blocks_nothing_but_a_like_one_raises_doubt() -> None:
    estimate = replace(HOLDER, entity="Estimate", id="300", customer_id="7", total=Decimal(50))
    assert judge(evidence(holders=(HOLDER, estimate))).verdict is Verdict.UNRELATED
    like = replace(estimate, customer_id="9", customer_name="Smith, Anna", total=Decimal("1240.00"))
    assert judge(evidence(holders=(HOLDER, like))).verdict is Verdict.UNKNOWN


def test_an_estimate_with_the_number_is_never_renumbered_for_a_bill() -> None:
    estimate = replace(HOLDER, entity="Estimate", id="300")
    found = judge(evidence(holders=(HOLDER, estimate)))
    assert [h.document_id for h in found.holders if h.blocking] == ["111"]


def test_nothing_found_needs_every_search_complete() -> None:
    nothing = {"holders": (), "named_found": None, "named_missing": True}
    assert judge(evidence(**nothing)).verdict is Verdict.NONE_FOUND
    assert judge(evidence(**nothing, twin_search=Search(complete=False))).verdict is Verdict.UNKNOWN
    assert judge(evidence(**nothing, holder_search=Search(complete=False))).verdict is Verdict.UNKNOWN
    assert judge(evidence(**nothing, incoming=None)).verdict is Verdict.UNKNOWN
    assert judge(evidence(**nothing, nearby=(TWIN,))).verdict is Verdict.SAME_DOCUMENT


def test_a_credit_memo_is_never_the_same_document_as_a_bill() -> None:
    memo = replace(SAME_NUMBER_TWIN, entity="CreditMemo")
    assert judge(evidence(holders=(memo,))).verdict is Verdict.UNKNOWN


NAMES = st.sampled_from(["Smith, Anna", "Anna Smith", "Smith, Anne", "Anna Smith Clio 88213", "Ortega, Luis", None])
AMOUNTS = st.sampled_from([Decimal("1240.00"), Decimal("1239.99"), Decimal(85), None])
DOCUMENTS = st.builds(
    lambda entity, id_, name, total, days, memo, number: replace(
        HOLDER,
        entity=entity,
        id=str(id_),
        customer_id=None if name is None else f"c{name}",
        customer_name=name,
        total=total,
        balance=total,
        date=date(2026, 11, 12) - timedelta(days=days),
        memo=memo,
        number=number,
        lines=(Line(memo, total),),
    ),
    st.sampled_from(["Invoice", "CreditMemo", "SalesReceipt", "Payment", "Estimate", "Deposit"]),
    st.integers(100, 120),
    NAMES,
    AMOUNTS,
    st.integers(0, 70),
    st.sampled_from(["", "matter 00031-Smith", "matter 00099-Cole"]),
    st.sampled_from(["1234", "M-1"]),
)


@given(
    holders=st.lists(DOCUMENTS.map(lambda d: replace(d, number="1234")), max_size=3, unique_by=lambda d: d.id),
    nearby=st.lists(DOCUMENTS, max_size=3, unique_by=lambda d: d.id),
    whole=st.tuples(st.booleans(), st.booleans(), st.booleans()),
)
def test_unrelated_never_comes_of_an_incomplete_search_or_of_a_possible_twin(
    holders: list[Document], nearby: list[Document], whole: tuple[bool, bool, bool]
) -> None:
    searched = evidence(
        holders=tuple(holders),
        nearby=tuple(nearby),
        holder_search=Search(complete=whole[0]),
        twin_search=Search(complete=whole[1]),
        source_search=Search(complete=whole[2]),
    )
    found = judge(searched)
    if found.verdict in (Verdict.UNRELATED, Verdict.NONE_FOUND):
        assert whole[0]
        assert whole[1]
        assert not [d for d in (*holders, *nearby) if _could_be_the_sale(d, INCOMING)]
    if found.verdict is Verdict.UNRELATED:
        assert whole[2]


def _could_be_the_sale(document: Document, incoming: Incoming) -> bool:
    """Plainly and independently: an invoice or receipt of Smith over that amount within sixty days."""
    near = document.date is not None and incoming.date is not None and abs((document.date - incoming.date).days) <= 60
    sells = document.entity in ("Invoice", "SalesReceipt")
    return sells and near and "Smith" in (document.customer_name or "Smith") and document.total == incoming.total


def test_a_holder_that_became_the_sale_between_two_looks_is_no_unrelated_one() -> None:
    changed = replace(HOLDER, entity="Invoice", customer_name="Smith, Anna", customer_id="9", date=INCOMING.date)
    changed = replace(changed, total=INCOMING.total)
    assert judge(evidence(nearby=(changed,))).verdict is Verdict.UNKNOWN
