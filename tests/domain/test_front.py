"""What the list looked like when it was left: kept whole, and shown again only where it would be the very same."""

import pytest

from untwin.domain.window.front import (
    Front,
    FrontHint,
    FrontRow,
    FrontView,
    companies_mark,
    front_of,
    front_text,
    place_of,
)

PLACE, COMPANIES = place_of("New", "", ""), companies_mark([("Harlow LLP", "1")])
ROW = FrontRow("1", [["New", "Harlow"]] * 6, "new", "ink", [], ["note"], 5)
VIEWS = [FrontView("New", 1, daily=False), FrontView("Posted today", 0, daily=True)]
HINTS = [FrontHint("next", "Next case", "next", ["j", "]"])]
FRONT = Front(7, COMPANIES, "2026-10-01", 0, PLACE, 0, 1, 0, "1 of 1 cases shown", VIEWS, [ROW], HINTS, 0)


def test_it_comes_back_as_it_was_kept() -> None:
    assert front_of(front_text(FRONT)) == FRONT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[1, 2]",
        '{"a": 1}',
        front_text(FRONT._replace(view=2)),
        front_text(FRONT._replace(chosen=1)),
        front_text(FRONT._replace(rows=[ROW._replace(lines=[["New", "Harlow"]])])),
        front_text(FRONT._replace(total=-1)),
        front_text(FRONT)[:-20],
    ],
)
def test_what_is_damaged_is_as_if_nothing_had_been_kept(text: str) -> None:
    assert front_of(text) is None


def test_the_very_same_is_shown_again() -> None:
    assert FRONT.fits(7, COMPANIES, PLACE, "2026-10-02", 1_000)


@pytest.mark.parametrize(
    ("front", "revision", "companies", "place"),
    [
        (FRONT, 8, COMPANIES, PLACE),
        (FRONT, 7, companies_mark([("Harlow & Co", "1")]), PLACE),
        (FRONT, 7, COMPANIES, place_of("New", "1", "")),
        (FRONT._replace(until=1_000_000_000), 7, COMPANIES, PLACE),
        (FRONT._replace(view=1), 7, COMPANIES, PLACE),
    ],
    ids=["another store", "another company", "another filter", "a case is awake again", "another day"],
)
def test_what_would_be_another_list_is_not(front: Front, revision: int, companies: str, place: str) -> None:
    assert not front.fits(revision, companies, place, "2026-10-02", 1_000)
