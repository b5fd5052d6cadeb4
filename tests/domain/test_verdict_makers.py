"""Who made the document that uses the number: every app of the company is asked, and what none says a person must."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from builders import HOLDER, INCOMING, evidence
from untwin.domain.sources.incoming import IncomingKind, SourceRecord
from untwin.domain.verdicts.evidence import Named, OtherSource, Search
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Judgement, Verdict

BILL, CREDIT = IncomingKind.BILL, IncomingKind.CREDIT_NOTE


def record(number: str | None, customer: str, total: str, day: date | None, kind: IncomingKind = BILL) -> SourceRecord:
    return SourceRecord(kind, f"id-{number}", number, customer, Decimal(total), day)


def judged(**changes: Any) -> Judgement:
    return judge(evidence(**changes))


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("Clio Bill ID: 70411873", Verdict.OWNED_BY_SOURCE),
        ("Sync record ID: 12", Verdict.OWNED_BY_SOURCE),
        ("P.O. number: 4711", Verdict.UNRELATED),
    ],
)
def test_a_mark_of_an_app_makes_its_document_the_apps(mark: str, expected: Verdict) -> None:
    assert judged(holders=(replace(HOLDER, marks=(mark,)),)).verdict is expected


def test_a_document_of_the_companys_other_app_is_never_unrelated() -> None:
    made = OtherSource("HubSpot", (record("1234", "Luis Ortega", "85.00", date(2026, 9, 3), CREDIT),), complete=True)
    found = judged(other_sources=(made,))
    assert found.verdict is Verdict.OWNED_BY_SOURCE
    assert "HubSpot" in found.reasons[0]


def test_where_the_other_app_cant_be_asked_a_person_is() -> None:
    silent = OtherSource("HubSpot", (), complete=False, problem="HubSpot can't be reached.")
    found = judged(other_sources=(silent,))
    assert (found.verdict, found.asks_maker) == (Verdict.UNKNOWN, ("111",))
    assert "HubSpot may have made it" in found.reasons[0]
    assert judged(other_sources=(silent,), made_by_hand=("111",)).verdict is Verdict.UNRELATED


def test_all_apps_that_have_no_record_are_named() -> None:
    found = judged(other_sources=(OtherSource("HubSpot", (), complete=True),), source_name="Clio")
    assert "Clio and HubSpot have no record of credit memo 1234." in found.reasons


def test_an_old_bill_under_another_number_makes_nobody_the_maker() -> None:
    invoice = replace(HOLDER, entity="Invoice")
    old = record("900", "Ortega, Luis", "85.00", date(2026, 3, 1))
    assert judged(holders=(invoice,), source_records=(old,)).verdict is Verdict.UNRELATED
    edited = record("1234", "Ortega, Luis", "99.00", date(2026, 9, 3))
    assert judged(holders=(invoice,), source_records=(edited,)).verdict is Verdict.OWNED_BY_SOURCE


def test_a_hand_made_number_in_the_sources_series_is_quickbooks_counting_on() -> None:
    holder, incoming = replace(HOLDER, number="APP-12"), replace(INCOMING, number="APP-12")
    series = {"holders": (holder,), "incoming": incoming, "named": Named("APP-12", "CreditMemo", "111")}
    before = record("APP-11", "Smith, Anna", "10.00", date(2026, 10, 1))
    assert judged(**series, source_records=(before,)).verdict is Verdict.PREFIX_CONTINUED
    assert judged(**series, source_prefix="APP-").verdict is Verdict.PREFIX_CONTINUED
    assert judged(**series).verdict is Verdict.UNRELATED
    assert judged(**series, source_prefix="APP-", source_search=Search(complete=False)).verdict is Verdict.UNKNOWN
