"""A webhook is asked to send a document again: it must accept first, and one attempt keeps its key."""

from dataclasses import replace

import pytest

from builders import COMPANY
from flows.conftest import Office
from flows.walk import CONFIRMED, looked_up
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import SourceBinding
from untwin.domain.problems import NotAllowed, Unreachable
from untwin.domain.sources.declared import RetryBy, SourceProfile
from untwin.flows.posting.retry import attempt_key

ACME = SourceProfile("Acme", "Acme", retry=RetryBy.WEBHOOK)
DOWN = Unreachable("Acme can't be reached.", "Check the network.")


@pytest.fixture
def case(office: Office) -> Case:
    """A renumbered case that came from Acme."""
    binding = SourceBinding("Acme", "https://acme.example/retry", own=ACME)
    office.desk.companies.put(replace(COMPANY, sources=(*COMPANY.sources, binding)))
    found = looked_up(office)
    saved = office.desk.renumber(office.desk.renumber.plan({found.id: {}}), CONFIRMED).cases[0]
    office.desk.cases.save(replace(saved, source="Acme"), saved.state)
    return office.desk.cases.get(found.id)


def now(office: Office, case: Case) -> Case:
    return office.desk.cases.get(case.id)


def test_the_case_waits_once_the_webhook_has_accepted(office: Office, case: Case) -> None:
    card = office.desk.retry(case.id)
    assert card.accepted
    assert card.sentence == "Acme has accepted to send 1234 again. Untwin looks whether it posted."
    [asked] = office.accounts.asked
    assert (asked.number, asked.company) == ("1234", COMPANY.name)
    assert asked.kind == "bill"
    waiting = now(office, case)
    assert (waiting.state, waiting.asked, waiting.note) == (State.WAITING_TO_POST, 1, card.sentence)


def test_one_that_did_not_accept_leaves_the_case_and_its_key_as_they_were(office: Office, case: Case) -> None:
    office.accounts.problem = DOWN
    with pytest.raises(Unreachable):
        office.desk.retry(case.id)
    assert (now(office, case).state, now(office, case).asked) == (State.RENUMBERED, 0)
    keys = []
    for problem in (None, DOWN, None):
        office.accounts.problem = problem
        try:
            office.desk.retry(case.id)
        except Unreachable:
            assert now(office, case).asked == 1
        keys = [asked.key for asked in office.accounts.asked]
    # A second wish is an attempt of its own; the one that failed in between left nothing behind.
    assert len(keys) == len(set(keys)) == 2
    assert now(office, case).asked == 2


def test_an_attempt_that_is_repeated_carries_the_same_key(office: Office, case: Case) -> None:
    """The answer was lost on the way: what the other side did already it must not do twice."""
    seen = []
    accept = office.accounts.ask_again

    def lost(realm: str, binding: SourceBinding, asked: object) -> None:
        accept(realm, binding, asked)  # type: ignore[arg-type]
        if len(office.accounts.asked) == 1:
            raise DOWN

    accounts = office.accounts
    accounts.ask_again = lost  # type: ignore[method-assign]
    with pytest.raises(Unreachable):
        office.desk.retry(case.id)
    office.desk.retry(case.id)
    seen = [asked.key for asked in accounts.asked]
    assert len(seen) == 2
    assert len(set(seen)) == 1


def test_another_number_is_another_wish(office: Office, case: Case) -> None:
    assert attempt_key(case) == attempt_key(replace(case, note="seen again", seen=case.seen))
    assert attempt_key(case) != attempt_key(replace(case, doc_number="1234-B"))
    assert attempt_key(case) != attempt_key(replace(case, asked=1))


def test_asked_again_while_it_waits_the_posting_still_counts_from_the_first_time(office: Office, case: Case) -> None:
    office.desk.retry(case.id)
    first = now(office, case).waiting_since
    office.desk.retry(case.id)
    assert now(office, case).waiting_since == first
    assert len({asked.key for asked in office.accounts.asked}) == 2


def test_what_has_posted_meanwhile_is_not_asked_for_again(office: Office, case: Case) -> None:
    office.desk.retry(case.id)
    user = next(iter(office.books.documents.values()))
    office.books.documents["777"] = replace(user, id="777", number="1234")
    with pytest.raises(NotAllowed, match="in QuickBooks now; nothing was asked"):
        office.desk.retry(case.id)
    assert len(office.accounts.asked) == 1
    assert now(office, case).state is State.WAITING_TO_POST


def test_a_number_that_is_used_again_is_not_asked_for(office: Office, case: Case) -> None:
    user = next(iter(office.books.documents.values()))
    office.books.documents["777"] = replace(user, id="777", number="1234")
    with pytest.raises(NotAllowed, match="is used again now, by credit memo 1234"):
        office.desk.retry(case.id)
    assert office.accounts.asked == []


def test_an_assisted_source_is_never_asked(office: Office, case: Case) -> None:
    office.desk.cases.save(replace(now(office, case), source="clio"), State.RENUMBERED)
    assert not office.desk.retry(case.id).accepted
    assert office.accounts.asked == []
