"""Cases counted without reading them: the same as if each were read, to the cent."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

import builders
from untwin.domain.case import Case, State
from untwin.domain.clients import OPEN
from untwin.domain.tally import MoneyTally, StateTally
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.home import Home


@pytest.fixture
def cases(home: Home) -> StoredCases:
    return StoredCases(open_database(home.database))


def waiting(total: str | None, currency: str | None = None, **changes: object) -> Case:
    amount = Decimal(total) if total else None
    incoming = replace(builders.INCOMING, total=amount, currency=currency)
    return builders.case(incoming=incoming, **changes)


def test_every_case_in_these_states_is_counted_with_the_oldest(cases: StoredCases) -> None:
    day = timedelta(days=1)
    for number, state in enumerate(State):
        cases.add(builders.case(state=state, created_at=builders.NOW - number * day))
        cases.add(builders.case(state=state, company=None))
    found = cases.tallies(OPEN).states
    assert {tally.state for tally in found} == OPEN
    assert Counter(tally.company for tally in found) == {builders.REALM: len(OPEN), None: len(OPEN)}
    first = next(t for t in found if t.state is State.NEEDS_DECISION and t.company)
    place = list(State).index(State.NEEDS_DECISION)
    assert first == StateTally(builders.REALM, State.NEEDS_DECISION, 1, builders.NOW - place * day)


def test_money_is_added_to_the_cent_and_apart_by_currency(cases: StoredCases) -> None:
    for _ in range(10):
        cases.add(waiting("0.10"))
    cases.add(waiting("1240.005", "KWD"))
    cases.add(waiting(None))
    cases.add(waiting("99.00", state=State.POSTED))
    found = set(cases.tallies(OPEN).money)
    assert found == {
        MoneyTally(builders.REALM, "", False, Decimal("1.00"), 10),
        MoneyTally(builders.REALM, "KWD", False, Decimal("1240.005"), 1),
    }


def test_an_amount_in_the_companys_own_currency_says_so(cases: StoredCases) -> None:
    cases.add(builders.case(incoming=replace(builders.INCOMING, in_home_currency=True)))
    [money] = cases.tallies(OPEN).money
    assert money.in_home_currency


def test_whether_there_is_a_case_at_all(cases: StoredCases) -> None:
    assert not cases.any()
    cases.add(builders.case(state=State.POSTED))
    assert cases.any()


def test_an_empty_store_has_nothing_to_count(cases: StoredCases) -> None:
    assert cases.tallies(OPEN).states == ()
    assert cases.tallies(OPEN).money == ()
