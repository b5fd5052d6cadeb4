"""The reading of QuickBooks' query language."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.sample.quickbooks.faults import FaultError
from untwin.sample.quickbooks.query import Condition, Query, parse


def test_a_whole_query_is_read() -> None:
    text = (
        "select * from Invoice where DocNumber = '1234' and TotalAmt >= 85.5 AND Active IN (true, false)"
        " ORDERBY TxnDate DESC, Id STARTPOSITION 11 MAXRESULTS 20"
    )
    conditions = (
        Condition("DocNumber", "=", ("1234",)),
        Condition("TotalAmt", ">=", (Decimal("85.5"),)),
        Condition("Active", "IN", (True, False)),
    )
    order = (("TxnDate", True), ("Id", False))
    assert parse(text) == Query("Invoice", conditions=conditions, order=order, start=11, limit=20)


def test_counts_and_chosen_fields_are_read() -> None:
    assert parse("SELECT COUNT(*) FROM Bill").counts
    assert parse("SELECT Id, MetaData.CreateTime FROM Bill").fields == ("Id", "MetaData.CreateTime")


def test_without_words_about_it_a_page_has_a_hundred_rows_and_never_more_than_a_thousand() -> None:
    assert parse("SELECT * FROM Invoice").limit == 100
    assert parse("SELECT * FROM Invoice MAXRESULTS 5000").limit == 1000


@given(st.text())
def test_any_text_survives_quoting(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    query = parse(f"SELECT * FROM Customer WHERE DisplayName = '{quoted}'")  # noqa: S608 - not SQL
    assert query.conditions[0].values == (text,)


@given(st.text(alphabet="SELECT*FROMWHERE abc'=<>(),\\%0123456789."))
def test_no_text_is_worse_than_a_query_fault(text: str) -> None:
    with suppress(FaultError):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SELECT",
        "SELECT * FROM",
        "DELETE FROM Invoice",
        "SELECT * FROM Invoice WHERE",
        "SELECT * FROM Invoice WHERE DocNumber = 1234x",
        "SELECT * FROM Invoice WHERE DocNumber = 'it's'",
        "SELECT * FROM Invoice WHERE DocNumber = '1' OR DocNumber = '2'",
        "SELECT * FROM Invoice WHERE DocNumber != '1'",
        "SELECT * FROM Invoice STARTPOSITION x",
    ],
)
def test_what_is_no_query_is_a_parser_fault(text: str) -> None:
    with pytest.raises(FaultError) as caught:
        parse(text)
    assert caught.value.envelope()["Fault"]["Error"][0]["code"] == "4000"


def test_a_page_that_starts_at_zero_is_refused_in_the_recorded_words() -> None:
    with pytest.raises(FaultError) as caught:
        parse("SELECT * FROM Invoice STARTPOSITION 0")
    assert str(caught.value) == "QueryValidationError: value 0 is too small. Min allowed value is 1"
