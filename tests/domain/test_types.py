"""Every type in people's words: what it is called, where it opens, and that most have no way to a change."""

from dataclasses import dataclass, replace

import pytest

from builders import COMPANY, HOLDER, REALM, case, evidence
from untwin.domain.books.documents import TYPES, VARIANTS, DocType, Variant
from untwin.domain.books.type_words import entity_of
from untwin.domain.cases.case import State
from untwin.domain.changes.change import Wish
from untwin.domain.changes.planning import plan
from untwin.domain.company.company import Environment
from untwin.domain.company.links import document_link
from untwin.domain.verdicts.evidence import Named
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict

REAL = replace(COMPANY, environment=Environment.PRODUCTION)


@dataclass(frozen=True, slots=True)
class Shown:
    """One type as people know it: the words that QuickBooks shows for it, and what Untwin makes of it."""

    words: tuple[str, ...]
    entity: str
    title: str
    slug: str
    variant: Variant | None = None


CHANGED = (
    Shown(("Invoice", "Facture", "Tax Invoice"), "Invoice", "invoice", "invoice"),
    Shown(("Credit Memo", "Credit Note", "Adjustment Note"), "CreditMemo", "credit memo", "creditmemo"),
    Shown(("Sales Receipt",), "SalesReceipt", "sales receipt", "salesreceipt"),
    Shown(("Refund", "Refund Receipt"), "RefundReceipt", "refund receipt", "refundreceipt"),
    Shown(("Estimate", "Quote"), "Estimate", "estimate", "estimate"),
)
NEVER = (
    Shown(("Journal Entry",), "JournalEntry", "journal entry", "journal"),
    Shown(("Bill",), "Bill", "vendor bill", "bill"),
    Shown(
        ("Bill Payment (Check)", "Bill Payment (Cheque)"),
        "BillPayment",
        "bill payment (check)",
        "billpayment",
        Variant.PAID_BY_CHECK,
    ),
    Shown(
        ("Bill Payment (Credit Card)",),
        "BillPayment",
        "bill payment (credit card)",
        "billpayment",
        Variant.PAID_BY_CARD,
    ),
    Shown(("Bill Payment",), "BillPayment", "bill payment", "billpayment"),
    Shown(("Vendor Credit", "Supplier Credit"), "VendorCredit", "vendor credit", "vendorcredit"),
    Shown(("Check", "Cheque"), "Purchase", "check", "check", Variant.CHECK),
    Shown(("Expense", "Cash Expense"), "Purchase", "expense", "expense", Variant.EXPENSE),
    Shown(("Credit Card Charge",), "Purchase", "credit card charge", "expense", Variant.CARD_CHARGE),
    Shown(("Credit Card Credit",), "Purchase", "credit card credit", "creditcardcredit", Variant.CARD_CREDIT),
    Shown(("Purchase",), "Purchase", "check or expense", "expense"),
    Shown(("Purchase Order",), "PurchaseOrder", "purchase order", "purchaseorder"),
    Shown(("Payment", "Receive Payment"), "Payment", "payment", "recvpayment"),
    # Their words name no type with a number; the documents themselves are read and shown.
    Shown((), "Deposit", "deposit", "deposit"),
    Shown((), "Transfer", "transfer", "transfer"),
)
WITHOUT_A_NUMBER = ("Deposit", "Transfer", "Charge", "Time Activity", "Payroll")
ALL = (*CHANGED, *NEVER)


def name(shown: Shown) -> str:
    return shown.title


def test_every_type_and_every_variant_has_its_words() -> None:
    assert {shown.entity for shown in ALL} == set(TYPES)
    assert {shown.variant for shown in ALL} - {None} == set(Variant) == set(VARIANTS)


@pytest.mark.parametrize("shown", ALL, ids=name)
def test_a_type_is_called_and_found_as_people_know_it(shown: Shown) -> None:
    document = replace(HOLDER, entity=shown.entity, variant=shown.variant)
    assert document.title == f"{shown.title} 1234"
    assert replace(document, number=None).title == f"{shown.title} without a number"
    page = f"{shown.slug}%3FtxnId%3D111&deeplinkcompanyid={REALM}"
    assert document_link(REAL, shown.entity, "111", shown.variant).endswith(f"/app/login?pagereq={page}")


@pytest.mark.parametrize(("word", "entity"), [(word, shown.entity) for shown in ALL for word in shown.words])
def test_a_displayed_word_leads_to_its_entity(word: str, entity: str) -> None:
    assert entity_of(word) == entity


@pytest.mark.parametrize("word", WITHOUT_A_NUMBER)
def test_a_word_for_what_has_no_number_leads_nowhere(word: str) -> None:
    assert entity_of(word) is None


@pytest.mark.parametrize("shown", NEVER, ids=name)
def test_what_is_never_changed_is_only_shown_and_refused_by_the_plan(shown: Shown) -> None:
    holder = replace(HOLDER, entity=shown.entity, variant=shown.variant)
    found = evidence(holders=(holder,), named_found=holder, named=Named("1234", shown.entity, "111"))
    judgement = judge(found)
    assert judgement.verdict in (Verdict.PURCHASE_SIDE, Verdict.JOURNAL_OR_TRUST)
    shelved = case(state=State.NEEDS_DECISION, evidence=found, incoming=found.incoming, judgement=judgement)
    planned = plan((Wish(shelved, {"111": "X-1"}),), {REALM: COMPANY})
    assert planned.rows == ()
    assert planned.refused[0].reason


@pytest.mark.parametrize("shown", NEVER, ids=name)
def test_what_an_id_leads_to_outranks_the_word_beside_it(shown: Shown) -> None:
    """Another language's word may look like a sales form's; the document behind the id says what it is."""
    holder = replace(HOLDER, entity=shown.entity, variant=shown.variant)
    for word in ("Invoice", None, "JournalEntry"):
        found = evidence(holders=(holder,), named_found=holder, named=Named("1234", word, "111"))
        assert judge(found).verdict in (Verdict.PURCHASE_SIDE, Verdict.JOURNAL_OR_TRUST)


def test_a_word_that_says_journal_entry_does_not_hide_the_sales_forms_with_the_number() -> None:
    other = replace(HOLDER, entity="Invoice", id="112")
    found = evidence(holders=(HOLDER, other), named=Named("1234", "JournalEntry", "111"))
    assert [h.blocking for h in judge(found).holders] == [True, True]


@pytest.mark.parametrize(
    ("kind", "words"),
    [(TYPES["Invoice"], "an invoice"), (VARIANTS[Variant.CHECK], "a check"), (TYPES["Estimate"], "an estimate")],
)
def test_a_type_has_its_article_in_a_sentence(kind: DocType, words: str) -> None:
    assert kind.one == words
