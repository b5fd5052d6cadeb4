"""No words of an error are passed over from afar: each phrase holds one of the anchors by which a text is looked at."""

import re

import pytest

from pattern_signs import holding_none
from untwin.domain.errors.sentences import FAINT_PHRASES, PHRASES, VALIDATION_TITLES
from untwin.intake.marking.regions import ANCHORS, regions
from untwin.intake.reader import read_text

WORDS = [
    phrase
    for phrases in (*PHRASES.values(), *FAINT_PHRASES.values(), VALIDATION_TITLES)
    for phrase in phrases
    # Looked for by its code, which stands in the text beside "error".
    if not phrase.startswith("error(")
]


@pytest.mark.parametrize("phrase", WORDS)
def test_whatever_a_phrase_fits_holds_an_anchor(phrase: str) -> None:
    assert holding_none(re.compile(phrase), ANCHORS) == []


def test_a_phrase_without_an_anchor_is_found() -> None:
    assert holding_none(re.compile("the (?:invoice|bill) went astray"), ANCHORS)


@pytest.mark.parametrize(
    "words",
    [
        "The transaction date is prior to the company's closing date.",
        "Invoice 4471 was not posted: this invoice has no customer.",
        "QuickBooks: access was revoked",
        "Diese Nummer ist schon vergeben.",
        "Dit nummer is al gebruikt.",
    ],
)
def test_words_that_stand_alone_in_a_text_are_looked_at(words: str) -> None:
    assert regions(words.lower())
    assert read_text(words).findings
