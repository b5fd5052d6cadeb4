"""Cases counted without reading them: the same as if each were read, to the cent."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders
from untwin.domain.cases.case import Case, State
from untwin.domain.inbox.clients import OPEN
from untwin.domain.inbox.tally import MoneyTally, StateTally
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


AMOUNTS = st.one_of(
    st.none(),
    st.decimals(-10_000, 10_000, places=2),
    st.decimals(-1, 1, places=6),
    st.sampled_from([Decimal("461168601842738.7904"), Decimal(10) ** 17, Decimal("-1E+20"), Decimal("0.00005")]),
)


@given(st.lists(st.tuples(AMOUNTS, st.sampled_from([None, "EUR", "KWD"]), st.booleans(), st.booleans()), max_size=8))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_money_comes_to_what_the_cases_themselves_come_to(
    cases: StoredCases, some: list[tuple[Decimal | None, str | None, bool, bool]]
) -> None:
    with cases.database.transaction() as connection:
        connection.execute("DELETE FROM cases")
    wanted: dict[tuple[str | None, str, bool], tuple[Decimal, int]] = {}
    for total, currency, own, bound in some:
        incoming = replace(builders.INCOMING, total=total, currency=currency, in_home_currency=own)
        case = cases.add(builders.case(incoming=incoming, company=builders.REALM if bound else None))
        if total is not None:
            key = (case.company, currency or "", own)
            before = wanted.get(key, (Decimal(0), 0))
            wanted[key] = (before[0] + total, before[1] + 1)
    found = cases.tallies(OPEN).money
    assert {(t.company, t.currency, t.in_home_currency): (t.total, t.cases) for t in found} == wanted


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
