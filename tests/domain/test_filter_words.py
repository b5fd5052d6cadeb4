"""Filter lines: every word is read, nothing is silently ignored, and no line makes the reader stumble."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.cases.case import State
from untwin.domain.inbox.filter_line import (
    Age,
    AmountBetween,
    Coded,
    Condition,
    Flagged,
    FlagWord,
    InState,
    Labelled,
    Mark,
    Marked,
    NumberBetween,
    Numbered,
    OfCompany,
    OfSource,
    OfType,
    OfVerdict,
    Term,
    Text,
)
from untwin.domain.inbox.filter_words import WORDS, parse, quoted
from untwin.domain.verdicts.verdict import Verdict

D = Decimal
READ: list[tuple[str, Condition]] = [
    ("smith", Text("smith")),
    ('"Smith, Anna"', Text("Smith, Anna")),
    ('"is:new"', Text("is:new")),
    ("is:snoozed", Marked(Mark.SNOOZED)),
    ("IS:Unread", Marked(Mark.UNREAD)),
    ("is:failed-again", InState(frozenset({State.FAILED_AGAIN}))),
    ("is:failed_again", InState(frozenset({State.FAILED_AGAIN}))),
    ('is:"Failed again"', InState(frozenset({State.FAILED_AGAIN}))),
    ("is:waiting", InState(frozenset({State.RENUMBERED, State.WAITING_TO_POST}))),
    ('company:"Harlow & Pike"', OfCompany("Harlow & Pike")),
    ("company:none", OfCompany("")),
    ("source:clio", OfSource("clio")),
    ("no:1234", Numbered("1234")),
    ("no:INV-77", Numbered("INV-77")),
    ("no:1200..1300", NumberBetween("", 1200, 1300)),
    ("no:INV-7..INV-90", NumberBetween("inv-", 7, 90)),
    ("no:INV-7..90", NumberBetween("inv-", 7, 90)),
    ("no:1200..", NumberBetween("", 1200, None)),
    ("no:..1300", NumberBetween("", None, 1300)),
    ("no:>1200", NumberBetween("", 1201, None)),
    ("no:<=1200", NumberBetween("", None, 1200)),
    ("amount:500", AmountBetween(D(500), D(500))),
    ("amount:>500", AmountBetween(D(500), None, low_in=False)),
    ("amount:>=1,240.50", AmountBetween(D("1240.50"), None)),
    ("amount:<1.240,50", AmountBetween(None, D("1240.50"), high_in=False)),
    ("amount:100..200", AmountBetween(D(100), D(200))),
    ("verdict:unrelated", OfVerdict(frozenset({Verdict.UNRELATED}))),
    ("verdict:same_document", OfVerdict(frozenset({Verdict.SAME_DOCUMENT}))),
    ("verdict:none", OfVerdict(frozenset())),
    ("type:credit-memo", OfType(frozenset(), frozenset({"CreditMemo"}))),
    ('type:"credit memo"', OfType(frozenset(), frozenset({"CreditMemo"}))),
    ("type:bill", OfType(frozenset({"bill"}), frozenset({"Bill"}))),
    ("flag:paid", Flagged(FlagWord.PAID)),
    ("flag:emailed", Flagged(FlagWord.EMAILED)),
    ("age:>7d", Age(over=timedelta(days=7))),
    ("age:<30min", Age(under=timedelta(minutes=30))),
    ("label:vip", Labelled("vip")),
    ("code:6140", Coded("6140")),
]


@pytest.mark.parametrize(("line", "condition"), READ, ids=[line for line, _ in READ])
def test_each_word_is_read(line: str, condition: Condition) -> None:
    assert parse(line).terms == (Term(condition),)
    assert not parse(line).problems


@pytest.mark.parametrize(("line", "condition"), READ, ids=[line for line, _ in READ])
def test_a_minus_asks_for_the_opposite(line: str, condition: Condition) -> None:
    assert parse(f"-{line}").terms == (Term(condition, unless=True),)


def test_words_are_combined_by_blanks() -> None:
    read = parse('  smith is:new   amount:>500 label:"very important" ')
    assert [type(term.condition).__name__ for term in read.terms] == ["InState", "Text", "AmountBetween", "Labelled"]


def test_states_are_alternatives_and_marks_are_not() -> None:
    read = parse("is:blocked is:failed is:unread")
    assert read.terms == (Term(InState(frozenset({State.BLOCKED, State.FAILED}))), Term(Marked(Mark.UNREAD)))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("is:sleeping", "“is:sleeping” is no state or mark"),
        ("is:", "Type what is: asks for"),
        ("colour:red", "“colour:” is no filter word"),
        ("amount:>lots", "“amount:>lots” is no amount"),
        ("amount:..", "is no amount"),
        ("no:A..B", "is no range of numbers"),
        ("no:..", "is no range of numbers"),
        ("no:INV-7..X-9", "begins in one series"),
        ("age:7", "is no age"),
        ("age:>7x", "is no age"),
        ("verdict:maybe", "is no verdict"),
        ("type:letter", "is no kind of document"),
        ("flag:red", "is no flag"),
        ("-", "says nothing"),
    ],
)
def test_what_is_not_understood_is_said(line: str, said: str) -> None:
    read = parse(f"smith {line}")
    assert read.terms == (Term(Text("smith")),)
    assert len(read.problems) == 1
    assert said in read.problems[0]


def test_every_word_has_an_example_that_is_understood() -> None:
    for word in WORDS:
        assert not parse(word.example).problems, word.example
        for value in word.values:
            assert not parse(f"{word.name}:{value}").problems, value


@given(st.text())
def test_any_line_is_read(line: str) -> None:
    read = parse(line)
    assert read.terms or read.problems or not line.split()


@given(st.lists(st.sampled_from([line for line, _ in READ] + ["is:odd", "x:y"]), max_size=8))
def test_nothing_is_silently_ignored(pieces: list[str]) -> None:
    read = parse(" ".join(pieces))
    kinds = {p for p in pieces if not parse(p).problems}
    apart = {t for p in kinds for t in parse(p).terms if not isinstance(t.condition, InState)}
    assert apart <= set(read.terms)
    assert len(read.problems) == len({p for p in pieces if parse(p).problems})


@given(st.text(min_size=1).map(lambda text: text.replace('"', "")))
def test_a_quoted_value_comes_back(value: str) -> None:
    if value.strip():
        term = parse(f'label:"{value}"').terms[0]
        assert term.condition == Labelled(value.strip())
        assert parse(f"label:{quoted(value)}").terms[0] == term
