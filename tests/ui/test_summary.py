"""A case in words: whoever made the document in the way is named, and never the app that is kept out by it."""

from dataclasses import replace
from decimal import Decimal

from builders import HOLDER, case, evidence
from untwin.domain.cases.case import Case, State
from untwin.domain.sources.incoming import IncomingKind, SourceRecord
from untwin.domain.verdicts.evidence import OtherSource
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict
from untwin.ui.case.summary import headline, what_to_do
from untwin.ui.work.errands import document_of

INVOICE = replace(HOLDER, entity="Invoice")
OWN = SourceRecord(IncomingKind.BILL, "8", "1234", "Ortega, Luis", Decimal("85.00"), HOLDER.date)


def owned(**changes: object) -> Case:
    """A case of Clio's whose number an app's document has."""
    seen = evidence(holders=(INVOICE,), named_found=INVOICE, source_name="Clio", **changes)
    judgement = judge(seen)
    assert judgement.verdict is Verdict.OWNED_BY_SOURCE
    return case(evidence=seen, judgement=judgement, state=State.NEEDS_DECISION, source="clio")


def test_what_the_waiting_app_made_itself_is_changed_there() -> None:
    mine = owned(source_records=(OWN,))
    assert headline(mine) == "Created by Clio"
    assert what_to_do(mine) == "Change it in Clio, where it was made; never here."


def test_what_another_app_made_is_said_to_be_its() -> None:
    other = owned(other_sources=(OtherSource("HubSpot", (OWN,), complete=True),))
    assert headline(other) == "Created by HubSpot"
    assert what_to_do(other).startswith("HubSpot made it")
    assert "another in Clio" in what_to_do(other)


def test_a_maker_without_a_name_is_given_none() -> None:
    marked = replace(INVOICE, marks=("Record ID: 12",))
    seen = evidence(holders=(marked,), named_found=marked, source_name="Clio")
    case_ = case(evidence=seen, judgement=judge(seen), state=State.NEEDS_DECISION, source="clio")
    assert headline(case_) == "Created by another app"
    assert what_to_do(case_) == "Change it in the app, where it was made; never here."


def test_of_several_with_the_number_the_one_that_is_the_same_sale_is_opened() -> None:
    itself = replace(INVOICE, id="222")
    seen = evidence(holders=(HOLDER, itself), named_found=HOLDER)
    same = replace(judge(seen), verdict=Verdict.SAME_DOCUMENT, twin_id="222")
    assert document_of(case(evidence=seen, judgement=same)) == ("Invoice", "222", None)
    assert document_of(case(evidence=seen, judgement=replace(same, twin_id=None))) == ("CreditMemo", "111", None)
