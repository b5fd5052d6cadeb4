"""A locked option of a case has nothing to copy and nothing to open on the command line either, and says why."""

import pytest

from untwin.cli.advice import advice_json, advice_lines
from untwin.domain.cases.advice import Advice, Option, RetrySense

LOCKED = "Locked: 77 hasn't been looked up."
OPTION = Option(
    "Another number in Clio: C-1234", how=("C-1234 is free.",), copy="C-1234", link="http://127.0.0.1:1/", locks=True
)
FREE = Option("Open it", how=("Look at it.",), copy="4", link="http://127.0.0.1:1/4")
ADVICE = Advice((), (OPTION, FREE), RetrySense.NO)


@pytest.mark.parametrize(("locked", "is_open"), [("", True), (LOCKED, False), (None, False)])
def test_what_is_locked_or_not_known_to_be_open_gives_nothing_away(locked: str | None, is_open: bool) -> None:
    told, free = advice_json(ADVICE, locked)["options"]
    assert (told["copy"], told["link"]) == ((OPTION.copy, OPTION.link) if is_open else ("", ""))
    assert (free["copy"], free["link"], free["locked"]) == (FREE.copy, FREE.link, None)
    assert told["locked"] == (locked or None)
    words = "\n".join(advice_lines(ADVICE, locked))
    assert ("C-1234 is free." in words) is is_open
    assert (LOCKED in words) is (locked == LOCKED)
    assert "to copy: 4" in words
