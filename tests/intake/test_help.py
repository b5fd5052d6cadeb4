"""Every kind of error has a page that a person can read, in the words that stand on the screen."""

import re

import pytest

from untwin.domain.errors.faults import FaultKind
from untwin.resources import resource

NEVER_ON_SCREEN = re.compile(r"\b(?:realm|synctoken|sparse|requestid|payload|entity|holder|ledger)\b", re.IGNORECASE)
SECTIONS = ["What happened", "What Untwin can do", "What only a person can do", "The words on the button"]


@pytest.mark.parametrize("kind", list(FaultKind))
def test_every_kind_has_a_plain_page_with_a_title_and_four_parts(kind: FaultKind) -> None:
    page = resource("help", f"{kind}.md").read_text(encoding="utf-8")

    assert re.fullmatch("# .{5,60}", page.split("\n")[0])
    assert re.findall("^## (.*)$", page, re.MULTILINE) == SECTIONS
    assert not NEVER_ON_SCREEN.search(page)
