"""Builds documents, cases and evidence for tests: a complete, unrelated, ordinary one unless told otherwise."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from untwin.domain.books.documents import Customer, Document, Line
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company, CompanyFacts, CompanySettings, Environment, SourceBinding
from untwin.domain.errors.faults import FaultKind, Finding
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState
from untwin.domain.verdicts.evidence import Evidence, Named, Search
from untwin.domain.verdicts.rules import RULES

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
REALM = "9130000000000001"
TEXT = (
    "Code (6140): Duplicate Document Number Error : You must specify a different number. This number has already "
    "been used. DocNumber=1234 is assigned to TxnType=Credit Memo with TxnId=111"
)

FACTS = CompanyFacts(
    name="Harlow & Pike LLP",
    country="US",
    home_currency="USD",
    closed_through=date(2026, 6, 30),
    custom_numbers=True,
    warn_duplicate_journal=True,
    trust_accounts=("Trust Bank (IOLTA)", "Client Trust Liability"),
    read_at=NOW,
    multicurrency=False,
)

COMPANY = Company(
    realm=REALM,
    name="Harlow & Pike LLP",
    environment=Environment.SAMPLE,
    settings=CompanySettings(writes_on=True),
    sources=(SourceBinding("clio", "http://127.0.0.1:1", "http://127.0.0.1:1/nc/settings", 5),),
    facts=FACTS,
)

HOLDER = Document(
    entity="CreditMemo",
    id="111",
    sync_token="0",
    number="1234",
    date=date(2026, 9, 3),
    customer_id="7",
    customer_name="Ortega, Luis",
    total=Decimal("85.00"),
    currency="USD",
    balance=Decimal("85.00"),
    lines=(Line("Courtesy credit", Decimal("85.00"), ("Fee income",)),),
    raw='{"Id": "111", "SyncToken": "0", "DocNumber": "1234", "TotalAmt": 85.00}',
)

INCOMING = Incoming(
    kind=IncomingKind.BILL,
    number="1234",
    customer="Smith, Anna",
    total=Decimal("1240.00"),
    date=date(2026, 11, 12),
    balance=Decimal("1240.00"),
    state=IncomingState.WAITING,
    known_from="Clio",
    source_id="9001",
    customer_source_id="88213",
    references=("00031-Smith",),
)

TWIN = replace(
    HOLDER,
    entity="Invoice",
    id="222",
    number="M-1740",
    date=date(2026, 11, 10),
    customer_id="9",
    customer_name="Smith, Anna",
    total=Decimal("1240.00"),
    balance=Decimal("1240.00"),
    lines=(),
    memo="Legal services, matter 00031-Smith",
)

CUSTOMERS = (Customer("7", "Ortega, Luis"), Customer("9", "Smith, Anna"))


def evidence(**changes: Any) -> Evidence:
    """Complete evidence of an unrelated credit memo in the way, with `changes`."""
    whole = Evidence(
        looked_at=NOW,
        named=Named("1234", "CreditMemo", "111"),
        incoming=INCOMING,
        incoming_note="",
        holders=(HOLDER,),
        holder_search=Search(complete=True),
        named_found=HOLDER,
        named_missing=False,
        nearby=(),
        twin_search=Search(complete=True),
        customers=CUSTOMERS,
        incoming_customers=("9",),
        source_records=(),
        source_search=Search(complete=True),
        facts=FACTS,
        taken=("1234",),
        rules=RULES,
    )
    return replace(whole, **changes)


def finding(**changes: Any) -> Finding:
    """The finding of `TEXT`, with `changes`."""
    whole = Finding(
        kind=FaultKind.DUPLICATE_DOC_NUMBER,
        code="6140",
        doc_number="1234",
        txn_type="Credit Memo",
        entity="CreditMemo",
        txn_id="111",
        message="Duplicate Document Number Error",
        source="clio",
        text=TEXT,
        where="line 1",
    )
    return replace(whole, **changes)


def case(**changes: Any) -> Case:
    """A new case made of that finding, with `changes`."""
    whole = Case(
        id="1",
        kind=FaultKind.DUPLICATE_DOC_NUMBER,
        state=State.NEW,
        company=REALM,
        source="clio",
        doc_number="1234",
        findings=(finding(),),
        created_at=NOW,
        updated_at=NOW,
    )
    return replace(whole, **changes)
