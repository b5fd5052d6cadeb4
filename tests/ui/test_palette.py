"""The palette by keys and by mouse in the window: what it finds, what it says, what it runs, and how soon it opens."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import COMPANY, TEXT
from ui.conftest import Opened
from untwin.domain.cases.exits import exits_for
from untwin.domain.inbox.inbox import VIEWS
from untwin.ui.comfort.keys_sheet import KeysSheet
from untwin.ui.comfort.palette import Palette
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.kit.finding import fit

FRAME = 1 / 60


def opened_palette(opened: Opened) -> Palette:
    opened.press(Qt.Key.Key_K, ctrl=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, Palette)
    return sheet


def titles(palette: Palette) -> list[str]:
    return [offer.title for offer in palette.shown]


@pytest.mark.parametrize(
    ("typed", "title"),
    [("renum", "Give the documents new numbers"), ("ne", "Next case"), ("RETRY", "Retry in the source"), ("", "Quit")],
)
def test_letters_that_fit(typed: str, title: str) -> None:
    assert bool(fit(typed, title)) is (typed != "renum")


def test_a_beginning_is_better_than_a_part_and_that_than_letters_in_their_order() -> None:
    assert fit("keys", "Keys") > fit("keys", "Change keys") > fit("key", "Monkey") > fit("mnk", "Monkey") > 0
    assert fit("xyz", "Keys") == 0
    assert fit("mk", "Monkey") == 0


def test_it_opens_with_the_focus_in_its_field_and_esc_goes_back(opened: Opened) -> None:
    opened.paste(TEXT)
    before = QApplication.focusWidget()
    palette = opened_palette(opened)
    assert palette.field.hasFocus()
    opened.press(Qt.Key.Key_Escape)
    assert opened.window.ground.sheet is None
    assert QApplication.focusWidget() is before


def test_letters_find_an_action_and_enter_runs_it(opened: Opened) -> None:
    opened.paste(TEXT)
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, "new numbers")
    assert titles(palette)[0] == "Give the documents new numbers"
    assert palette.shown[0].keys[0] == "r"
    opened.press(Qt.Key.Key_Return)
    assert isinstance(opened.window.ground.sheet, ChangeSheet)


def test_arrows_choose_and_a_click_runs(opened: Opened) -> None:
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, "show")
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClicks(palette.field, " posted")
    place = palette.list.visualRect(palette.list.model().index(0, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    opened.settle()
    assert opened.window.ground.sheet is None
    assert VIEWS[opened.window.listing.view].title.startswith("Posted")


def test_what_cannot_run_says_why_and_stays(opened: Opened) -> None:
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, "retry in")
    assert palette.shown[0].why_not() == "Choose a case first."
    opened.press(Qt.Key.Key_Return)
    assert palette.problem == "Choose a case first."
    assert opened.window.ground.sheet is palette


def test_an_action_of_another_place_says_where_it_is(opened: Opened) -> None:
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, "pause after")
    assert palette.shown[0].why_not() == "Only there: Batch."


def test_what_was_run_last_comes_first_also_after_a_new_start(opened: Opened) -> None:
    QTest.keyClicks(opened_palette(opened).field, "all that are")
    opened.press(Qt.Key.Key_Escape)
    for typed in ("next pane", "show posted"):
        palette = opened_palette(opened)
        QTest.keyClicks(palette.field, typed)
        opened.press(Qt.Key.Key_Return)
    newest, before = titles(opened_palette(opened))[:2]
    assert newest.startswith("Show “Posted")
    assert before == "Next pane"
    assert opened.office.desk.remember.recent()[1] == "next_pane"


def test_companies_are_places_to_go_to(opened: Opened) -> None:
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, COMPANY.name)
    assert titles(palette) == [f"Go to {COMPANY.name}"]
    opened.press(Qt.Key.Key_Return)
    assert opened.window.header.company == COMPANY.realm


def test_over_a_sheet_it_offers_what_the_sheet_can(opened: Opened) -> None:
    opened.run("keys")
    below = opened.window.ground.sheet
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, "cancel")
    assert titles(palette)[0] == "Cancel"
    opened.press(Qt.Key.Key_Return)
    assert isinstance(below, KeysSheet)
    assert opened.window.ground.sheet is None


def test_it_has_opened_within_two_frames(opened: Opened) -> None:
    opened.paste(TEXT)
    # The thread's own time: what other processes do meanwhile isn't the palette's.
    taken = []
    for _time in range(5):
        begun = time.thread_time()
        opened.window.registry.run("palette")
        palette = opened.window.ground.sheet
        assert palette is not None
        palette.grab()
        taken.append(time.thread_time() - begun)
        opened.press(Qt.Key.Key_Escape)
    assert min(taken) < 2 * FRAME, taken


def test_an_option_is_offered_in_its_own_words_and_found_by_its_number_too(opened: Opened) -> None:
    opened.paste(TEXT)
    first = exits_for(opened.case)[0]
    for typed in (first.words, "option 1"):
        palette = opened_palette(opened)
        QTest.keyClicks(palette.field, typed)
        assert titles(palette)[0] == first.words
        opened.press(Qt.Key.Key_Escape)


def test_what_the_footer_calls_it_finds_it_too(opened: Opened) -> None:
    opened.paste(TEXT)
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, "renum")
    assert titles(palette)[0] == "Give the documents new numbers"


@pytest.mark.parametrize("typed", ["", "re"])
def test_what_can_be_done_leads_then_what_cannot_then_other_places(opened: Opened, typed: str) -> None:
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, typed)
    meant = [o for o in palette.shown if not typed or any(w.lower().startswith(typed) for w in o.title.split())]
    rank = [2 if not offer.here else 1 if offer.why_not() else 0 for offer in meant]
    assert rank == sorted(rank)
    assert {0, 1} <= set(rank)
    assert [offer.here for offer in palette.shown] == sorted((offer.here for offer in palette.shown), reverse=True)


def test_enter_runs_nothing_that_only_has_the_letters_by_chance(opened: Opened) -> None:
    palette = opened_palette(opened)
    QTest.keyClicks(palette.field, "retry")
    assert titles(palette)[0] == "Retry in the source"
    assert palette.shown[0].why_not()
