"""Amounts and days out of answers from outside: what can't be read is not known, and nothing is guessed."""

from datetime import date
from decimal import Decimal

import pytest

from untwin.domain.words.reading import amount_of, day_of


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        (Decimal("1240.10"), "1240.10"),
        (1240, "1240"),
        ("1240.1", "1240.1"),
        (" -3.50 ", "-3.50"),
        ("1E+2", "1E+2"),
        (0, "0"),
        ("999999999999999.99", "999999999999999.99"),
        ("0.123456789", "0.123456789"),
    ],
)
def test_an_amount_is_exact(said: object, amount: str) -> None:
    assert str(amount_of(said)) == amount


@pytest.mark.parametrize(
    "said",
    [
        *(None, True, "", "x", [], {}, "NaN", "-Infinity", "sNaN", "1,240.10", "1_240", "0x10"),
        *("1e999999999", "1e15", "1e-999999999", 10**400, "0." + "1" * 40, "--1", "1 2", "\u0663", "\uff11\uff12"),
    ],
)
def test_what_is_no_amount_is_not_known(said: object) -> None:
    assert amount_of(said) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("2026-03-02T23:00:00Z", date(2026, 3, 2)),
        *(("2026-02-30", None), ("", None), (None, None), ("soon", None), (20260302, None), ("02/03/2026", None)),
    ],
)
def test_a_day_is_one_or_not_known(said: object, day: date | None) -> None:
    assert day_of(said) == day
