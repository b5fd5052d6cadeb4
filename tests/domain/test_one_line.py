"""One line from a person: what it says for certain, and what is asked instead of guessed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import INCOMING
from untwin.domain.problems import BadInput
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.waiting.one_line import Told, line_of, read_line

TODAY = date(2026, 11, 29)
NOV_3 = date(2026, 11, 3)


def read(line: str) -> Told:
    return read_line(line, TODAY, "1234")


@pytest.mark.parametrize(
    ("line", "kind", "customer", "total", "day"),
    [
        ("Roe Family 1,250.00 2026-11-03", None, "Roe Family", "1250.00", NOV_3),
        ("credit note 85.00 Baker LLC 3 Nov", IncomingKind.CREDIT_NOTE, "Baker LLC", "85.00", NOV_3),
        ("credit memo: Baker LLC 85.00 3 Nov", IncomingKind.CREDIT_NOTE, "Baker LLC", "85.00", NOV_3),
        ("payment from Baker LLC 1.250,00 EUR 03.11.2026", IncomingKind.PAYMENT, "Baker LLC", "1250.00", NOV_3),
        ("trust request Baker LLC $500 Nov 3, 2026", IncomingKind.TRUST, "Baker LLC", "500.00", NOV_3),
        ("interest Baker 12.5 3rd November", IncomingKind.INTEREST, "Baker", "12.50", NOV_3),
        ("invoice Smith, Anna 1240 23/11/2026", IncomingKind.BILL, "Smith, Anna", "1240.00", date(2026, 11, 23)),
        ("Studio 54 LLC 85.00 11/23/26", None, "Studio 54 LLC", "85.00", date(2026, 11, 23)),
        ('"Payment Systems 85.00" 12.00 3 Nov', None, "Payment Systems 85.00", "12.00", NOV_3),
        ("Baker 1 250,00 3 Nov", None, "Baker", "1250.00", NOV_3),
        ("Baker 1'250.00 3 Nov", None, "Baker", "1250.00", NOV_3),
        ("No Limits LLC 4.00 3 Nov", None, "No Limits LLC", "4.00", NOV_3),
        ("April Jones 4.00 1 May", None, "April Jones", "4.00", date(2026, 5, 1)),
        ("Roe 4.00 24 Dec", None, "Roe", "4.00", date(2026, 12, 24)),
        ("Roe 4.00 31 Dec", None, "Roe", "4.00", date(2025, 12, 31)),
        ("1234 Roe 4.00 3 Nov", None, "Roe", "4.00", NOV_3),
    ],
)
def test_what_is_certain_is_read(line: str, kind: IncomingKind | None, customer: str, total: str, day: date) -> None:
    told = read(line)
    assert told.questions == ()
    assert (told.kind, told.customer, told.total, told.date) == (kind, customer, Decimal(total), day)
    assert told.missing == ()


@pytest.mark.parametrize(
    ("line", "asks", "lines"),
    [
        (
            "Roe Family 1,250.00 11/03/2026",
            "“11/03/2026” can mean 11 March 2026 or 3 November 2026. Which one?",
            ["Roe Family 1,250.00 2026-03-11", "Roe Family 1,250.00 2026-11-03"],
        ),
        ("Roe 9.00 03/04", "“03/04” can mean 3 April 2026", ["Roe 9.00 2026-04-03", "Roe 9.00 2026-03-04"]),
        ("Roe 1,250 3 Nov", "“1,250” can mean 1250.00 or 1.25.", ["Roe 1250.00 3 Nov", "Roe 1.25 3 Nov"]),
        ("Roe 1.255 3 Nov", "“1.255” can mean 1255.00 or 1.255.", ["Roe 1255.00 3 Nov"]),
        ("Studio 54 LLC 85 3 Nov", "Which of these is the amount?", None),
        ("Roe 12.00 13.00 3 Nov", "Which of these is the amount?", ["Roe 12.00 3 Nov", "Roe 13.00 3 Nov"]),
        ("Roe 12.00 3 Nov 4 Nov", "Which of these days is its date?", ["Roe 12.00 3 Nov", "Roe 12.00 4 Nov"]),
        ("Roe -85.00 3 Nov", "Is it a credit note?", ["credit note Roe 85.00 3 Nov", "Roe 85.00 3 Nov"]),
        ("Roe (85.00) 3 Nov", "Is it a credit note?", ["credit note Roe 85.00 3 Nov", "Roe 85.00 3 Nov"]),
        (
            "Payment Systems Inc 85.00 3 Nov",
            "Is “Payment” the kind of document, or part of the name?",
            ['payment "Systems Inc" 85.00 3 Nov', 'invoice "Payment Systems Inc" 85.00 3 Nov'],
        ),
        ("Roe 12.00 31 Feb 2026", "“31 Feb 2026” is no day.", []),
        ("Roe 12.00 13/25/2026", "“13/25/2026” is no day.", []),
        ("Roe 1.2.3 3 Nov", "“1.2.3” is no amount.", []),
    ],
)
def test_what_may_mean_two_things_is_asked(line: str, asks: str, lines: list[str] | None) -> None:
    [question] = read(line).questions
    assert asks in question.asks
    if lines is not None:
        assert [choice.line for choice in question.choices] == lines
    for choice in question.choices:
        assert read(choice.line).questions == ()
    with pytest.raises(BadInput):
        read(line).incoming("Ann")


def test_the_line_may_name_the_number() -> None:
    assert read("no 1240 Roe 9.00").number == "1240"
    assert read("#INV-77 Roe 9.00").number == "INV-77"
    assert read("no. 1240").incoming("Ann") is None


def test_it_is_said_in_words_and_what_a_search_would_need() -> None:
    told = read("credit note 85.00 Baker LLC 3 Nov")
    assert told.words == "Credit note of Baker LLC over 85.00, dated 3 November 2026"
    assert read("Baker LLC").missing == ("amount", "date")


def test_who_typed_it_is_known() -> None:
    incoming = read("Roe 9.00 EUR 3 Nov").incoming("Ann")
    assert incoming is not None
    assert (incoming.known_from, incoming.typed, incoming.currency) == ("typed by Ann", True, "EUR")


def test_without_a_kind_the_one_that_was_known_stays() -> None:
    known = read("payment Roe 9.00").incoming("Ann")
    again = read("Roe 10.00").incoming("Ann", known)
    assert again is not None
    assert again.kind is IncomingKind.PAYMENT


def test_what_is_known_can_be_typed_on() -> None:
    assert line_of(INCOMING) == "Smith, Anna 1240.00 2026-11-12"
    told = read(line_of(INCOMING))
    assert (told.customer, told.total, told.date) == (INCOMING.customer, INCOMING.total, INCOMING.date)
    assert line_of(None) == ""


@given(st.text(max_size=120))
def test_any_line_is_read_without_an_exception(line: str) -> None:
    told = read(line)
    assert told.words
    for question in told.questions:
        for choice in question.choices:
            read(choice.line)


NAMES = st.lists(st.sampled_from(["Roe", "Family", "LLC", "O'Brien", "Núñez", "&", "Studio"]), min_size=1, max_size=4)


@given(NAMES, st.decimals("0.01", "9999999.99", places=2), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_plain_line_comes_back_as_it_was_meant(names: list[str], total: Decimal, day: date) -> None:
    told = read(f"{' '.join(names)} {total} {day}")
    assert (told.customer, told.total, told.date, told.questions) == (" ".join(names), total, day, ())
