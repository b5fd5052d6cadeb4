"""Every named sign of the package fits its examples, lets its near neighbours through, and takes linear time."""

import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest

import untwin.intake
from every_sign import every_sign
from pattern_signs import alternatives, holding_none
from untwin.intake.judging.sign import Sign, Where

# What a sign may take of a text of `LONG` characters: a hundred times what it does, so that a busy machine is no fault.
PATIENCE = 1.5
LONG = 20_000


ALL = list(every_sign())
each_sign = pytest.mark.parametrize("sign", ALL, ids=[sign.name for sign in ALL])


@each_sign
def test_a_sign_fits_its_examples_and_lets_its_near_neighbours_through(sign: Sign) -> None:
    assert sign.fits
    assert sign.lets_through
    assert [text for text in sign.fits if not sign.found(text)] == []
    assert [text for text in sign.lets_through if sign.found(text)] == []


@each_sign
def test_each_alternative_that_is_no_plain_word_is_used_by_an_example(sign: Sign) -> None:
    flags = re.IGNORECASE if sign.any_case else re.NOFLAG
    ways = {Where.ANYWHERE: "search", Where.FIRST: "match", Where.WHOLE: "fullmatch"}
    tries = {own: getattr(re.compile(own, flags), ways[sign.where]) for own in alternatives(sign.pattern)}

    assert [own for own, tried in tries.items() if not any(map(tried, sign.fits))] == []


@each_sign
def test_whatever_a_guarded_sign_fits_holds_a_piece_of_its_guard(sign: Sign) -> None:
    assert "" not in sign.pieces
    assert not sign.guard or holding_none(sign.compiled, sign.pieces) == []


@each_sign
def test_a_sign_takes_a_time_that_grows_with_the_text_alone(sign: Sign) -> None:
    for example in (*sign.fits, *sign.lets_through):
        halves = (example, example[: len(example) // 2 + 1], example[len(example) // 2 :])
        for piece in (piece for piece in halves if piece):
            noise = piece * (LONG // len(piece))
            started = process_time()
            sign.found(noise)
            assert process_time() - started < PATIENCE, piece


def test_names_are_unique_and_each_sign_says_in_a_sentence_what_it_tells() -> None:
    assert [name for name, count in Counter(sign.name for sign in ALL).items() if count > 1] == []
    assert [sign.name for sign in ALL if not re.fullmatch(r"[A-Z][^\n]{8,}[.?]", sign.tells)] == []


def test_no_pattern_of_the_judging_and_finding_stands_without_a_name() -> None:
    intake = Path(untwin.intake.__file__).parent
    files = [path for room in ("judging", "finding") for path in (intake / room).rglob("*.py")]
    files = [path for path in files if path.name != "sign.py"]

    assert len({path.parent for path in files}) == 4
    assert [path.name for path in files if "re.compile" in path.read_text(encoding="utf-8")] == []


def test_an_alternative_that_no_example_uses_is_found() -> None:
    assert alternatives(r"\b(?:plain|words|no \d)\b") == [r"\b(?:no \d)\b"]
    assert alternatives(r"[\[]|[]|]x.|y") == [r"(?:[\[])", "(?:[]|]x.)"]
    assert alternatives(r"a[|(]b|c{2}|d") == ["(?:a[|(]b)", "(?:c{2})"]
    assert alternatives(r"\(x\) (?:a.|b)?y") == [r"(?:\(x\) (?:a.|b)?y)"]


def test_an_alternative_that_holds_no_piece_of_its_guard_is_found() -> None:
    assert holding_none(re.compile(r"\b(?:failed|rejects?|refused)\b"), ("fail", "reject")) == ["refused"]
    assert holding_none(re.compile(r"(?:what (?:it|this) )?means?\b"), ("means",)) != []
    assert holding_none(re.compile(r"(?i:FAILED) at \d"), ("failed",)) == []
