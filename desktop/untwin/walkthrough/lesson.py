"""The errors to learn on: a few rows of the sample Clio's page, as they are marked and copied there."""

from datetime import UTC, datetime
from typing import Any

from untwin.sample.expect import scenarios
from untwin.walkthrough.browser import Browser

# Two that give way to a new number, one that is booked already, and one whose number is free by now.
_LESSON = ("unrelated_credit_memo", "unrelated_invoice", "same_under_another_number", "nothing_found")


def lesson_text(greeting: dict[str, Any], browser: Browser | None = None) -> str:
    """The heading and those rows, cells apart; the page's own values."""
    known = scenarios(1, 1, datetime.now(UTC).date())
    numbers = {one.number for one in known if one.key in _LESSON}
    head, *rows = (browser or Browser()).rows(greeting["clio"]["bill_syncing_page"])
    return "\n".join("\t".join(cells) for cells in (head, *(row for row in rows if numbers & set(row))))
