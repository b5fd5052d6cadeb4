"""Whose document a number is: only what was seen, said by a person, or stands in an app's own list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from builders import HOLDER, INCOMING, case, evidence
from untwin.domain.cases.case import State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.number_map.lanes import Made, Maker
from untwin.domain.number_map.makers import made_in, wanted_in
from untwin.domain.sources.incoming import IncomingKind, SourceRecord
from untwin.domain.verdicts.evidence import OtherSource
from untwin.domain.verdicts.posting import Outcome, Posting

_OWN = SourceRecord(IncomingKind.CREDIT_NOTE, "5", "1234", "Luis Ortega", Decimal("85.00"), date(2026, 9, 3))


def test_what_was_seen_posting_is_the_apps() -> None:
    posted = case(state=State.POSTED, posting=Posting(Outcome.POSTED, "Posted.", "77", "Invoice"))
    assert made_in([posted]) == (Made("Invoice", "77", Maker.APP, "clio"),)


@pytest.mark.parametrize("outcome", [Outcome.PLEASE_CONFIRM, Outcome.TWICE, Outcome.OTHER_NUMBER])
def test_what_a_person_has_not_confirmed_is_nobodys(outcome: Outcome) -> None:
    assert made_in([case(posting=Posting(outcome, "", "77", "Invoice"))]) == ()


def test_a_persons_word_and_an_apps_own_list_count() -> None:
    by_hand = case(evidence=evidence(), made_by_hand=(HOLDER.id,))
    assert made_in([by_hand]) == (Made(HOLDER.entity, HOLDER.id, Maker.HAND),)
    listed = case(evidence=evidence(source_records=(_OWN,)))
    assert made_in([listed]) == (Made(HOLDER.entity, HOLDER.id, Maker.APP, "clio"),)
    others = evidence(other_sources=(OtherSource("HubSpot", (_OWN,), complete=True),))
    assert made_in([case(evidence=others)]) == (Made(HOLDER.entity, HOLDER.id, Maker.APP, "hubspot"),)


def test_a_document_of_which_nothing_is_known_has_no_maker() -> None:
    assert made_in([case(evidence=evidence()), case()]) == ()


def test_an_app_that_was_only_taken_for_it_proves_nothing() -> None:
    taken = case(source_taken=True, posting=Posting(Outcome.POSTED, "", "77", "Invoice"))
    assert made_in([taken]) == ()
    assert wanted_in([taken]) == ()


def test_a_number_is_wanted_while_its_document_waits() -> None:
    [wanted] = wanted_in([case(incoming=INCOMING)])
    assert (wanted.source, wanted.number, wanted.date) == ("clio", "1234", INCOMING.date)
    assert wanted_in([case(state=State.POSTED), case(state=State.IGNORED)]) == ()


def test_a_payments_number_is_no_series() -> None:
    payment = case(incoming=replace(INCOMING, kind=IncomingKind.PAYMENT))
    assert wanted_in([payment, case(kind=FaultKind.UNKNOWN)]) == ()
