"""The clients at a glance: honest counts, money apart by currency, and what an empty inbox doesn't prove."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from builders import COMPANY, FACTS, NOW
from untwin.domain.cases.case import State
from untwin.domain.inbox.clients import STALE_AFTER, Check, Order, clients, in_order, totals
from untwin.domain.inbox.tally import MoneyTally, StateTally, Tallies

OTHER = replace(COMPANY, realm="2", name="Bright & Co", facts=replace(FACTS, multicurrency=False))
DAY = timedelta(days=1)


def tally(realm: str | None, state: State, cases: int, days: int = 1) -> StateTally:
    return StateTally(realm, state, cases, NOW - days * DAY)


def money(realm: str | None, currency: str, total: str, cases: int = 1, *, home: bool = False) -> MoneyTally:
    return MoneyTally(realm, currency, home, Decimal(total), cases)


def test_every_open_state_is_counted_once_and_what_is_over_is_not() -> None:
    tallies = Tallies(tuple(tally(COMPANY.realm, state, 1) for state in State))
    [row] = clients([COMPANY], tallies, {})
    assert (row.needs, row.new, row.waiting) == (8, 2, 2)
    assert row.open + 4 == len(State), "posted, already there, no longer needed, ignored"


def test_currencies_are_never_added_together() -> None:
    tallies = Tallies(
        (tally("2", State.NEW, 4),), (money("2", "EUR", "10.00"), money("2", "USD", "5.10"), money("2", "", "1.00"))
    )
    [row] = clients([OTHER], tallies, {})
    assert row.money == (("EUR", Decimal("10.00")), ("USD", Decimal("6.10")))
    assert row.without_amount == 1


def test_an_amount_without_a_currency_is_the_companys_own_only_where_it_can_be_no_other() -> None:
    several = replace(OTHER, facts=replace(FACTS, multicurrency=True))
    tallies = Tallies((tally("2", State.NEW, 2),), (money("2", "", "1.00"), money("2", "", "2.00", home=True)))
    [row] = clients([several], tallies, {})
    assert row.money == (("USD", Decimal("2.00")), ("", Decimal("1.00")))
    [unknown] = clients([replace(OTHER, facts=None)], tallies, {})
    assert unknown.money == (("", Decimal("3.00")),)


def test_cases_of_no_company_have_a_row_of_their_own_at_the_end() -> None:
    tallies = Tallies((tally(None, State.NEW, 2), tally("gone", State.BLOCKED, 1, days=9), tally("2", State.NEW, 1)))
    rows = in_order(clients([COMPANY, OTHER], tallies, {}), Order.URGENT)
    assert [(row.name, row.open) for row in rows] == [("Bright & Co", 1), ("Harlow & Pike LLP", 0), ("", 3)]
    assert rows[-1].oldest == NOW - 9 * DAY
    assert totals(rows, NOW).open == 4
    assert totals(rows, NOW).companies == 2


def test_only_a_whole_list_within_a_week_makes_an_empty_inbox_a_proof() -> None:
    assert Check("clio", "Clio").is_stale(NOW)
    assert Check("clio", "Clio", part_at=NOW).is_stale(NOW)
    assert not Check("clio", "Clio", whole_at=NOW - STALE_AFTER).is_stale(NOW)
    assert Check("clio", "Clio", whole_at=NOW - STALE_AFTER - timedelta(seconds=1)).is_stale(NOW)


def test_a_company_is_as_stale_as_the_app_that_was_looked_at_the_longest_ago() -> None:
    checks = {"2": (Check("clio", "Clio", NOW), Check("hubspot", "HubSpot"))}
    [row] = clients([OTHER], Tallies(), checks)
    assert row.is_stale(NOW)
    assert row.checked_at is None
    [without] = clients([OTHER], Tallies(), {})
    assert not without.is_stale(NOW), "there is nothing to look at"


def test_each_order_puts_first_what_it_says() -> None:
    old = replace(COMPANY, realm="3", name="Aged Ltd")
    tallies = Tallies((tally("2", State.NEW, 5, days=1), tally("3", State.BLOCKED, 1, days=30)))
    checks = {"2": (Check("clio", "Clio"),), "3": (Check("clio", "Clio", NOW),)}
    rows = clients([COMPANY, OTHER, old], tallies, checks)

    def names(order: Order) -> list[str]:
        return [row.name for row in in_order(rows, order)]

    assert names(Order.URGENT) == ["Aged Ltd", "Bright & Co", "Harlow & Pike LLP"]
    assert names(Order.NAME) == ["Aged Ltd", "Bright & Co", "Harlow & Pike LLP"]
    assert names(Order.OLDEST) == ["Aged Ltd", "Bright & Co", "Harlow & Pike LLP"]
    assert names(Order.CHECKED) == ["Bright & Co", "Aged Ltd", "Harlow & Pike LLP"]
