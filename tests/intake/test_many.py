"""Hundreds of texts out of dozens of products are read as the corpus says; no trap is taken for an error."""

import pytest

from error_texts import FOLDER, Text, texts
from untwin.intake.reader import read_text

TEXTS = [text for file in sorted(FOLDER.glob("*.cases")) for text in texts(file)]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_text_gives_exactly_the_findings_below_it(text: Text) -> None:
    findings = read_text(text.text).findings

    assert text.said(findings) == list(text.expected)
    at = 0
    for finding in findings:
        at = text.text.index(finding.text, at) + len(finding.text)
