"""Money on its way through JSON."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.sample import wire


@pytest.mark.parametrize(
    ("amount", "text"),
    [("85.00", b"85"), ("362.070", b"362.07"), ("0.10", b"0.1"), ("100", b"100"), ("-12.5", b"-12.5"), ("0.00", b"0")],
)
def test_money_is_written_as_its_shortest_plain_number(amount: str, text: bytes) -> None:
    assert wire.write(Decimal(amount)) == text


@given(st.decimals(-999_999_999, 999_999_999, places=2))
def test_no_amount_is_changed_on_the_way(amount: Decimal) -> None:
    text = wire.write({"TotalAmt": [amount]})
    assert Decimal(wire.read(text)["TotalAmt"][0]) == amount
    assert json.loads(text)["TotalAmt"][0] == float(amount)
    assert b"E" not in text.removeprefix(b'{"TotalAmt"')
