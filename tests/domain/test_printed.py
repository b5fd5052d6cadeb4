"""Amounts and days are read as people print them; what may mean two things is left unread."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.words.printed import amount_printed, currency_printed, day_first, day_printed


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        *(("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("(85.00)", "-85.00"), ("1 200,50 \u20ac", "1200.50")),
        *(("1\u00a0200,50", "1200.50"), ("1'200.50", "1200.50"), ("85.00-", "-85.00"), ("-$85.00", "-85.00")),
        *(("USD 12.5", "12.5"), ("\u20ac 1.200,-", "1200"), ("12.345.678", "12345678"), ("1,23,456.00", "123456.00")),
        *(("1,200", "1200"), ("0.125", "0.125"), ("($85.00)", "-85.00"), ("1,200.00 CR", "-1200.00"), ("6140", "6140")),
    ],
)
def test_an_amount_is_read_in_every_country_s_print(printed: str, amount: str) -> None:
    assert amount_printed(printed) == Decimal(amount)


@pytest.mark.parametrize("printed", ["", "abc", "INV-1", "1.5.2", "12 34", "3/4", "1.234 KWD", "$", "0,5,5", "1e5"])
def test_what_is_no_amount_or_may_be_two_is_none(printed: str) -> None:
    assert amount_printed(printed) is None


@pytest.mark.parametrize(
    "printed",
    [
        *("2026-03-14", "2026-03-14T23:59:00Z", "14/03/2026", "3/14/2026 10:22 AM", "14.03.2026", "14.3.26"),
        *("03/14/26", "Mar 14, 2026", "14 March 2026", "14 mars 2026", "14. M\u00e4rz 2026"),
        "Saturday, March 14, 2026",
        *("14-Mar-2026", "14 de mar\u00e7o de 2026", "14 marzo 2026", "14 maart 2026", "2026/3/14"),
    ],
)
def test_a_day_is_read_in_seven_languages(printed: str) -> None:
    assert day_printed(printed) == dt.date(2026, 3, 14)


@pytest.mark.parametrize("printed", ["03/04/2026", "03-04-26", "26/03/04", "6140", "1026-02-03", "31.02.2026", "May"])
def test_a_day_that_may_be_two_or_none_at_all_is_none(printed: str) -> None:
    assert day_printed(printed) is None


def test_one_row_settles_a_column_and_two_that_disagree_do_not() -> None:
    assert day_first(["03/04/2026", "25/03/2026"]) is True
    assert day_first(["03/04/2026", "03/25/2026"]) is False
    assert day_first(["25/03/2026", "03/25/2026"]) is None
    assert day_printed("03/04/2026", day_first=True) == dt.date(2026, 4, 3)
    assert day_printed("03/04/2026", day_first=False) == dt.date(2026, 3, 4)


def test_a_currency_is_told_by_its_code_or_sign_and_a_bare_dollar_is_many_s() -> None:
    assert [currency_printed(text) for text in ("12 EUR", "\u20ac12", "CA$ 3", "$3", "cad 1", "12")] == [
        *("EUR", "EUR", "CAD", None, "CAD", None),
    ]


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False), st.sampled_from([",.", ".,", " ,", "'."]))
def test_whatever_is_printed_with_groups_and_cents_is_read_back(amount: Decimal, marks: str) -> None:
    printed = f"{amount:,.2f}".replace(",", "G").replace(".", marks[1]).replace("G", marks[0])
    assert amount_printed(printed) == amount


@given(st.text(max_size=70))
def test_nothing_printed_is_too_strange(text: str) -> None:
    amount_printed(text), currency_printed(text), day_first([text])
    assert day_printed(text) in (None, day_printed(text, day_first=True), day_printed(text, day_first=False))
