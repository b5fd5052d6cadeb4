"""The other kinds: what each finds, whether a retry makes sense, what stands in the way, and the rule over all."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from builders import FACTS, INCOMING, TWIN
from domain.playbooks.sights import HUBSPOT_COMPANY, advice, customer, deeds, fault, seen, text
from untwin.domain.books.documents import Line, Link
from untwin.domain.cases.advice import Deed, Ends, RetrySense
from untwin.domain.company.company import Environment, SourceBinding
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks.book import advise, has_playbook
from untwin.domain.playbooks.retrying import needs_free_number
from untwin.domain.sources.incoming import IncomingKind, SourceLine
from untwin.domain.verdicts.observed import NameRecord, Observed, Wanted

K = FaultKind
INVOICE = replace(
    TWIN,
    id="900",
    number="1234",
    lines=(Line("Design", Decimal("900.00")), Line("Hosting", Decimal("340.00"))),
    updated_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
)
LINES = (SourceLine("Design", Decimal("900.00")), SourceLine("Hosting", Decimal("340.00")))


def test_every_kind_but_a_duplicate_number_has_a_playbook_that_always_advises_something() -> None:
    for kind in FaultKind:
        assert has_playbook(kind) is (kind is not K.DUPLICATE_DOC_NUMBER)
        if has_playbook(kind):
            for evidence in (seen(), seen(None), seen(replace(INCOMING, total=None))):
                told = advise(fault(kind, "Words"), HUBSPOT_COMPANY, evidence, Observed())
                assert told.found
                assert 1 <= len(told.options) <= 5
                assert all(sentence.strip().endswith((".", "?")) or ": " in sentence for sentence in told.found)


def test_a_sale_that_is_booked_already_is_never_sent_again_whatever_the_error_says() -> None:
    for kind in (K.MISSING_CUSTOMER, K.SERVICE_DATE_REQUIRED, K.CLOSED_PERIOD, K.SYSTEM, K.VALIDATION, K.UNKNOWN):
        told = advice(kind, "Words", evidence=seen(nearby=(TWIN,)))
        assert told.retry is RetrySense.NO, kind
        assert deeds(told)[0] is Deed.SAME
        assert "M-1740" in text(told)


@pytest.mark.parametrize("kind", [K.MISSING_CUSTOMER, K.DUPLICATE_NAME, K.VALIDATION, K.OBJECT_NOT_FOUND])
def test_what_may_be_the_same_sale_is_named_before_any_retry(kind: FaultKind) -> None:
    alike = replace(TWIN, memo="")
    told = advice(kind, "Words", evidence=seen(nearby=(alike,)))
    assert "may be the same sale" in text(told)
    assert "Look yourself before the retry" in text(told)
    assert "Look yourself" not in text(advice(kind, "Words", evidence=seen()))


@pytest.mark.parametrize(("state", "sense"), [(True, "after_the_fix"), (False, "now"), (None, "after_the_fix")])
def test_revenue_recognition_is_said_as_it_is(state: bool | None, sense: str) -> None:
    told = advice(K.SERVICE_DATE_REQUIRED, evidence=seen(facts=replace(FACTS, revenue_recognition=state)))
    assert told.retry.value == sense
    assert told.facts[0].value == {True: "on", False: "off", None: "not known"}[state]
    assert ("Untwin never changes the setting." in told.found) is (state is not False)


def test_what_was_changed_outside_is_listed_line_by_line() -> None:
    changed = replace(
        INVOICE,
        lines=(Line("Design", Decimal("950.00")), Line("Rush fee", Decimal("100.00"))),
        total=Decimal("1050.00"),
    )
    told = advice(K.EXTERNAL_MODIFICATION, evidence=seen(replace(INCOMING, lines=LINES), holders=(changed,)))
    assert [(d.label, d.quickbooks, d.source) for d in told.differs][:2] == [
        ("Line “Design”", "950.00", "900.00"),
        ("Line “Hosting”", "Rush fee, 100.00", "Hosting, 340.00"),
    ]
    assert "Then its total must be 1,240.00." in told.options[1].copy
    assert "20 Nov 2026 at 09:30" in text(told)
    assert (told.retry, told.ends) == (RetrySense.AFTER, Ends.GONE)


def test_an_invoice_that_agrees_again_is_ready_for_its_retry() -> None:
    same = replace(INVOICE, date=INCOMING.date)
    told = advice(K.EXTERNAL_MODIFICATION, evidence=seen(replace(INCOMING, lines=LINES), holders=(same,)))
    assert (told.retry, told.differs) == (RetrySense.NOW, ())
    assert "every line" in text(told)


def test_without_the_sources_figures_nothing_is_said_to_agree() -> None:
    told = advice(K.EXTERNAL_MODIFICATION, evidence=seen(None, holders=(INVOICE,)))
    assert told.retry is RetrySense.AFTER
    assert "Design: 900.00" in told.found


def test_closed_books_block_until_the_closing_date_moves() -> None:
    waiting = replace(INCOMING, date=date(2026, 6, 30))
    told = advice(K.CLOSED_PERIOD, evidence=seen(waiting))
    assert told.blocked == "The books are closed through 30 Jun 2026, and the waiting document is dated 30 Jun 2026."
    assert "30 Jun 2026" in told.options[0].copy
    opened = advice(K.CLOSED_PERIOD, evidence=seen(waiting, replace(FACTS, closed_through=date(2026, 5, 31))))
    assert (opened.blocked, opened.retry) == ("", RetrySense.NOW)


def test_a_date_that_is_not_known_blocks_nothing_and_is_asked_for() -> None:
    told = advice(K.CLOSED_PERIOD, evidence=seen(None))
    assert (told.blocked, told.retry, deeds(told)[0]) == ("", RetrySense.AFTER, Deed.DESCRIBE)


def test_a_lost_answer_of_quickbooks_is_not_sent_again_before_it_was_looked_for() -> None:
    assert advice(K.SYSTEM, evidence=seen(None)).retry is RetrySense.NO
    alike = replace(TWIN, memo="")
    assert advice(K.SYSTEM, evidence=seen(nearby=(alike,))).retry is RetrySense.NO
    assert advice(K.SYSTEM, evidence=seen()).retry is RetrySense.NOW


def test_a_stale_object_shows_the_document_as_it_is_now() -> None:
    told = advice(K.STALE_OBJECT, evidence=seen(holders=(INVOICE,)))
    assert told.retry is RetrySense.NOW
    assert "saved last 20 Nov 2026 at 09:30" in text(told)
    # A change of what is there posts nothing, so nothing to be posted is waited for.
    assert told.ends is Ends.GONE


def test_a_stale_object_that_is_not_there_yet_is_looked_for_under_every_number() -> None:
    booked = advice(K.STALE_OBJECT, evidence=seen(nearby=(TWIN,)))
    assert (booked.retry, deeds(booked)[0]) == (RetrySense.NO, Deed.SAME)
    alike = advice(K.STALE_OBJECT, evidence=seen(nearby=(replace(TWIN, memo=""),)))
    assert "may be the same sale" in text(alike)
    assert advice(K.STALE_OBJECT, evidence=seen()).ends is Ends.POSTED


def test_a_stale_object_says_whom_the_error_names() -> None:
    words = "Stale Object Error : You and Ortega, Luis were working on this at the same time. Luis finished before you."
    assert "The error names who was faster: Ortega, Luis." in text(advice(K.STALE_OBJECT, words, evidence=seen()))


def test_a_payment_needs_no_number_that_is_free_among_invoices() -> None:
    assert not needs_free_number(fault(K.DEPOSITED, doc_number="1234"))
    assert not needs_free_number(fault(K.SYSTEM, incoming=replace(INCOMING, kind=IncomingKind.PAYMENT)))
    assert needs_free_number(fault(K.SYSTEM))


def test_an_invalid_reference_names_the_record_inactive_or_gone() -> None:
    case = fault(K.INVALID_REFERENCE, "Invalid Reference Id : Items element id 5 not found")
    wanted = Wanted(records=(("Item", "5"),))
    inactive = NameRecord("Item", "5", "Hosting", active=False)
    told = advise(case, HUBSPOT_COMPANY, seen(), Observed(wanted, records=(inactive,)))
    assert "inactive product or service “Hosting”" in text(told)
    assert told.retry is RetrySense.AFTER
    gone = advise(case, HUBSPOT_COMPANY, seen(), Observed(wanted))
    assert "The product or service no. 5 of the error isn't in QuickBooks any more." in gone.found


def test_a_number_is_counted_and_never_shortened() -> None:
    case = fault(K.NUMBER_TOO_LONG, doc_number="HUB-2026-0000000000012")
    told = advise(case, HUBSPOT_COMPANY, seen(), Observed())
    assert "has 22 characters; QuickBooks takes 21: 1 too many." in text(told)
    assert told.retry is RetrySense.AFTER


def test_a_payment_in_a_deposit_is_shown_with_it() -> None:
    paid = replace(TWIN, entity="Payment", id="70", links=(Link("Deposit", "71"),), balance=Decimal(0))
    real = replace(HUBSPOT_COMPANY, environment=Environment.PRODUCTION)
    told = advise(fault(K.DEPOSITED), real, seen(nearby=(paid,)), Observed())
    assert "it lies in a deposit" in text(told)
    assert "recvpayment%3FtxnId%3D70" in told.options[0].link
    assert "deposit%3FtxnId%3D71" in told.options[1].link


def test_a_refused_connection_is_untwins_own_or_the_apps() -> None:
    case = fault(K.AUTH, "Token expired")
    own = advise(case, HUBSPOT_COMPANY, None, Observed(problem="The connection was refused."))
    assert own.blocked
    theirs = advise(case, HUBSPOT_COMPANY, seen(), Observed())
    assert "HubSpot's own connection that was refused" in text(theirs)
    assert not theirs.blocked


def test_two_looks_say_what_changed_between_them() -> None:
    before = advice(K.SERVICE_DATE_REQUIRED, evidence=seen(facts=replace(FACTS, revenue_recognition=True)))
    case = replace(fault(K.SERVICE_DATE_REQUIRED), advice=before)
    off = seen(facts=replace(FACTS, revenue_recognition=False))
    assert advise(case, HUBSPOT_COMPANY, off, Observed()).changed == ("Revenue recognition: on before, off now.",)
    still = advise(case, HUBSPOT_COMPANY, seen(facts=replace(FACTS, revenue_recognition=True)), Observed())
    assert still.changed == ("Nothing of this has changed since the look before.",)


def test_what_is_new_since_the_look_before_is_never_called_nothing() -> None:
    one = replace(advice(K.MISSING_CUSTOMER, evidence=seen(), names=(customer("Smith, Anna"),)), changed=())
    case = replace(fault(K.MISSING_CUSTOMER), advice=one)
    two = (customer("Smith, Anna"), customer("Anna Smith Ltd", id="8"))
    told = advise(case, HUBSPOT_COMPANY, seen(), Observed(names=two))
    assert "Anna Smith Ltd is active: yes, not seen before." in told.changed
    other = replace(fault(K.SYSTEM), advice=advice(K.SYSTEM, evidence=seen()))
    assert advise(other, HUBSPOT_COMPANY, seen(nearby=(replace(TWIN, memo=""),)), Observed()).changed == (
        "What was found reads differently than at the look before.",
    )


def test_what_the_firm_has_reported_is_not_sent_into_without_asking() -> None:
    waiting = replace(INCOMING, date=date(2026, 6, 15))
    opened = seen(waiting, replace(FACTS, closed_through=date(2026, 5, 31)))
    reported = replace(HUBSPOT_COMPANY, settings=replace(HUBSPOT_COMPANY.settings, reported_through=date(2026, 6, 30)))
    told = advise(fault(K.CLOSED_PERIOD), reported, opened, Observed())
    assert told.retry is RetrySense.AFTER
    assert "Your firm has reported through 30 Jun 2026" in text(told)
    closed = advise(fault(K.CLOSED_PERIOD), reported, seen(waiting), Observed())
    assert closed.blocked
    assert "reported through 30 Jun 2026" in text(closed)


def test_nobody_is_led_to_the_button_that_makes_clio_forget_what_it_has_posted() -> None:
    clio = advise(fault(K.AUTH, source="clio"), HUBSPOT_COMPANY, seen(), Observed())
    assert "Never choose “Revoke and Purge”" in " ".join(clio.options[0].how)
    assert "Purge" not in " ".join(advise(fault(K.AUTH), HUBSPOT_COMPANY, seen(), Observed()).options[0].how)


def test_what_only_clio_does_to_a_payment_is_said_of_clio_alone() -> None:
    clio = advise(fault(K.DEPOSITED, source="clio"), HUBSPOT_COMPANY, seen(), Observed())
    assert "Clio takes a payment that was edited" in text(clio)
    assert "Clio" not in text(advice(K.DEPOSITED, evidence=seen()))


def test_a_document_entered_by_hand_is_found_by_the_next_look_and_not_sent_again() -> None:
    for kind in (K.SERVICE_DATE_REQUIRED, K.CLOSED_PERIOD):
        facts = replace(FACTS, revenue_recognition=True)
        by_hand = seen(replace(INCOMING, date=date(2026, 6, 30)), facts)
        how = " ".join(" ".join(option.how) for option in advice(kind, evidence=by_hand).options)
        assert "the case ends as already in QuickBooks" in how
        booked = replace(TWIN, number="1234", date=date(2026, 6, 30))
        there = seen(replace(INCOMING, date=date(2026, 6, 30)), facts, holders=(booked,), nearby=(booked,))
        assert deeds(advice(kind, evidence=there))[0] is Deed.SAME


def test_an_inactive_record_may_have_been_merged_away() -> None:
    case = fault(K.OBJECT_NOT_FOUND)
    asleep = NameRecord("Customer", "7", "Smith, Anna", active=False)
    told = advise(case, HUBSPOT_COMPANY, seen(), Observed(names=(asleep,)))
    assert "merged into another one" in " ".join(told.options[0].how)


def test_a_payment_that_was_taken_out_of_its_deposit_can_be_sent_again_and_stays_so() -> None:
    paid = replace(TWIN, entity="Payment", id="70", links=(Link("Deposit", "71"),), balance=Decimal(0))
    case = fault(K.DEPOSITED)
    held = advise(case, HUBSPOT_COMPANY, seen(nearby=(paid,)), Observed())
    assert held.retry is RetrySense.AFTER
    free = seen(nearby=(replace(paid, links=()),))
    for _ in range(2):
        case = replace(case, advice=held)
        held = advise(case, HUBSPOT_COMPANY, free, Observed())
        assert held.retry is RetrySense.NOW
        assert "it was taken out of its deposit" in text(held)
    # Without an earlier look nobody knows whether it ever lay in one.
    assert advise(fault(K.DEPOSITED), HUBSPOT_COMPANY, free, Observed()).retry is RetrySense.AFTER
    beside = seen(nearby=(paid, replace(paid, id="72", links=())))
    assert advise(case, HUBSPOT_COMPANY, beside, Observed()).retry is RetrySense.AFTER


def test_an_error_that_names_no_app_asks_which_one_it_is_where_several_push_into_the_company() -> None:
    both = replace(HUBSPOT_COMPANY, sources=(SourceBinding("clio"), SourceBinding("hubspot")))
    for kind in (K.AUTH, K.SYSTEM, K.DEPOSITED, K.CLOSED_PERIOD):
        told = advise(fault(kind, source=None), both, seen(None), Observed())
        assert told.options[0].deed is Deed.NAME_SOURCE
        assert "It may be Clio or HubSpot" in told.options[0].how[0]
        assert len(told.options) <= 5
    one = replace(both, sources=both.sources[:1])
    for company, source in ((one, None), (both, "hubspot")):
        told = advise(fault(K.AUTH, source=source), company, seen(), Observed())
        assert Deed.NAME_SOURCE not in deeds(told)
