"""Our own help pages as they are read: nothing of the file is lost, and nothing of it is markup any more."""

import re

import pytest

from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.help_page import NAMES, read_page
from untwin.resources import resource


def test_every_file_has_its_page_and_every_page_its_file() -> None:
    assert sorted(file.stem for file in resource("help").glob("*.md")) == sorted(NAMES)
    assert {kind.value for kind in FaultKind} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_file_is_on_its_page(name: str) -> None:
    text = resource("help", f"{name}.md").read_text(encoding="utf-8")
    page = read_page(name, text)
    shown = [page.title, *(w for part in page.parts for w in (part.heading, *part.lines, *part.points))]
    assert re.findall(r"\w+", text) == re.findall(r"\w+", " ".join(shown))
    assert not any(sign in words for words in shown for sign in ("**", "##", "<", "]("))
    assert all(part.lines or part.points for part in page.parts)


def test_points_and_paragraphs_are_kept_apart() -> None:
    page = read_page("x", "# A title\n\n## One\n\nSome\nwords, *so*.\n\n- first\n  goes on\n- **second**\n")
    [part] = page.parts
    assert (page.title, part.heading) == ("A title", "One")
    assert part.lines == ("Some words, “so”.",)
    assert part.points == ("first goes on", "“second”")
