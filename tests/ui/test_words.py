"""Words and figures for people."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from untwin.domain.problems import BadInput
from untwin.domain.words.phrasing import capital
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.words import age_words, button_words, plain_tip, problem_words
from untwin.ui.window.browser import check_address


@pytest.mark.parametrize(
    ("amount", "words"),
    [("85", "85.00"), ("1240", "1,240.00"), ("1234567.8", "1,234,567.80"), ("-12.5", "-12.50"), ("0", "0.00")],
)
def test_money_has_two_decimals_and_grouped_thousands(amount: str, words: str) -> None:
    assert money(Decimal(amount)) == words


def test_the_currency_is_shown_only_where_it_is_not_the_companys_own() -> None:
    assert money(Decimal(5), "USD", "USD") == "5.00"
    assert money(Decimal(5), "EUR", "USD") == "EUR 5.00"
    assert money(None) == ""


def test_a_date_names_its_month() -> None:
    assert medium_day(date(2026, 10, 12)) == "12 Oct 2026"
    assert medium_day(None) == ""


def test_ages_are_coarse() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    spans = (timedelta(0), timedelta(minutes=5), timedelta(hours=7), timedelta(days=9))
    assert [age_words(now - span, now) for span in spans] == ["now", "5 min", "7 h", "9 d"]


def test_a_problem_says_sentence_and_remedy_and_a_bug_says_that_nothing_was_lost() -> None:
    assert problem_words(BadInput("It is no amount.", "Type it like 5.00.")) == "It is no amount. Type it like 5.00."
    assert problem_words(ZeroDivisionError("boom")) == "Something went wrong; nothing was lost."


def test_small_words() -> None:
    assert capital("credit memo CM-1") == "Credit memo CM-1"
    assert button_words("Harlow & Pike") == "Harlow && Pike"
    assert "&lt;img" in plain_tip("<img src=x>")
    assert plain_tip("") == ""


@pytest.mark.parametrize("address", ["https://qbo.intuit.com/app/login?x=1", "http://127.0.0.1:5000/nc/settings"])
def test_safe_addresses_pass(address: str) -> None:
    check_address(address, sample=True)


@pytest.mark.parametrize(
    ("address", "sample"),
    [
        ("http://127.0.0.1:5000/", False),
        ("http://example.invalid/", True),
        ("file:///etc/passwd", True),
        ("javascript:alert(1)", True),
        ("https://user:pw@qbo.intuit.com/", True),
        ("https://exa mple.invalid", True),
        ("https://[bad", True),
        ("", True),
    ],
)
def test_every_other_address_is_refused_in_a_sentence(address: str, *, sample: bool) -> None:
    with pytest.raises(Exception, match="not opened"):
        check_address(address, sample=sample)
