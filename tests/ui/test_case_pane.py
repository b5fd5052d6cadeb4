"""The case pane by its keys: the views of the documents, what was asked, what happened when, and the locked ways."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from builders import COMPANY, TEXT
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.cases.exits import Exit, ExitId
from untwin.domain.problems import OutsideProblem
from untwin.domain.sources.incoming import SourceAnswer
from untwin.ui.acting.around import Around, Reading
from untwin.ui.case.content import CaseContent
from untwin.ui.case.side_by_side import sides
from untwin.ui.case.ways_out import first_ready, in_rows, shorten


def said(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.window.pane.findChildren(QLabel) if not label.isHidden())


def raw(opened: Opened) -> list[str]:
    content = opened.window.pane._content
    assert content is not None
    return [box.accessibleName() for box in content.findChildren(QPlainTextEdit)]


@pytest.fixture
def case(opened: Opened) -> Opened:
    opened.paste(TEXT)
    opened.window.inbox.setFocus()
    return opened


def test_d_goes_from_the_differences_over_all_fields_to_the_raw_text_and_round(case: Opened) -> None:
    assert "Memo" not in said(case)
    assert "Last changed by" not in said(case)
    case.press(Qt.Key.Key_D)
    assert "Id in QuickBooks" in said(case)
    assert "Courtesy credit  85.00" in said(case)
    case.press(Qt.Key.Key_D)
    assert raw(case) == ["The error as it was taken in", "Credit memo 1234 as QuickBooks sent it"]
    case.press(Qt.Key.Key_D)
    assert "Id in QuickBooks" not in said(case)
    assert raw(case) == ["The error as it was taken in"]


def test_the_view_stays_for_the_next_case(case: Opened) -> None:
    case.press(Qt.Key.Key_D)
    case.paste(TEXT.replace("1234", "1299"))
    case.run("view_6")
    case.run("next")
    assert "All fields" in [b.accessibleName() for b in case.window.pane.findChildren(QPushButton) if b.isChecked()]


def test_a_view_is_chosen_by_the_mouse_too(case: Opened) -> None:
    [raw_button] = [b for b in case.window.pane.findChildren(QPushButton) if b.accessibleName() == "Raw text"]
    raw_button.click()
    case.settle()
    assert len(raw(case)) == 2


def test_w_tells_what_was_asked_and_puts_it_away(case: Opened) -> None:
    assert "QuickBooks: every document with the number 1234" not in said(case)
    case.press(Qt.Key.Key_W)
    assert "QuickBooks: every document with the number 1234" in said(case)
    assert "Read to the end: credit memo 1234." in said(case)
    assert "complete" in said(case)
    case.press(Qt.Key.Key_W)
    assert "QuickBooks: every document with the number 1234" not in said(case)


def test_what_was_asked_is_put_away_with_its_case(case: Opened) -> None:
    case.press(Qt.Key.Key_W)
    case.paste(TEXT.replace("1234", "1299"))
    case.run("view_6")
    case.run("next")
    assert "Asked on" not in said(case)


def test_the_timeline_tells_each_step_with_its_time(case: Opened) -> None:
    case.run("renumber")
    case.run("confirm")
    assert case.state == State.WAITING_TO_POST
    words = said(case)
    steps = ("Seen: Pasted text, line 1", "Looked up: Unrelated document", "Confirmed: a new number by")
    for step in (*steps, "Sent to QuickBooks", "QuickBooks saved it", "Read again and proved", "Retry by"):
        assert step in words


def test_brackets_go_to_the_neighbours(case: Opened) -> None:
    case.paste(TEXT.replace("1234", "1299"))
    case.run("view_6")
    case.run("first")
    first = case.case.id
    case.press(Qt.Key.Key_BracketRight)
    assert case.case.id != first
    case.press(Qt.Key.Key_BracketLeft)
    assert case.case.id == first


def test_ways_on_the_sources_side_are_locked_by_name_while_another_case_there_may_be_booked_already(
    case: Opened,
) -> None:
    assert "Other ways, in Clio" in said(case)
    assert "Locked" not in said(case)
    case.office.source.answer = SourceAnswer(None, (), complete=False)
    case.paste(TEXT.replace("1234", "1299"))
    assert said(case).count("(locked)") == 3
    assert "1299 isn't known well enough" in said(case)
    assert "a second time" in said(case)


def test_what_waits_is_told_where_no_document_stands_beside_it(opened: Opened) -> None:
    opened.office.books.documents.clear()
    opened.paste(TEXT)
    assert "Waiting to post, known from Clio" in said(opened)
    assert "Smith, Anna, 1,240.00, 12 Nov 2026" in said(opened)


@pytest.mark.parametrize(
    ("widths", "rows"),
    [
        ((9, 5, 5, 5, 5), [[0], [1, 2], [3, 4]]),
        ((9, 5, 5, 5), [[0], [1, 2], [3]]),
        ((1, 9, 5, 5, 9), [[0], [1], [2, 3], [4]]),
        ((1, 5, 9, 5), [[0], [1], [2], [3]]),
        ((), []),
    ],
)
def test_two_ways_out_stand_beside_each_other_where_both_fit(widths: tuple[int, ...], rows: list[list[int]]) -> None:
    assert in_rows(widths, 5) == rows


def test_the_ways_out_follow_the_width_that_the_pane_gets(case: Opened) -> None:
    pane = case.window.pane
    wide = [made.y() for made in pane.ways.buttons]
    pane.setFixedWidth(300)
    case.settle()
    assert [made.y() for made in pane.ways.buttons] != wide
    pane.setFixedWidth(494)
    case.settle()
    assert len({made.y() for made in pane.ways.buttons}) == len(set(wide)) < len(wide)


def test_a_way_out_with_a_long_address_ends_in_the_middle_and_is_whole_under_the_mouse(case: Opened) -> None:
    whole = "1   Copy accounts@a-rather-long-name.invalid for the contact in HubSpot"
    made = QPushButton(whole, case.window)
    made.setProperty("words", whole)
    shorten(made, 240)
    assert "…" in made.text()
    assert made.sizeHint().width() <= 240
    assert made.toolTip() == whole
    shorten(made, 2000)
    assert (made.text(), made.toolTip()) == (whole, "")


def test_the_ways_out_are_measured_in_the_font_they_are_shown_in(case: Opened) -> None:
    case.window.comfort.wish(replace(case.window.comfort.wishes, text_size=200))
    case.settle()
    assert all(made.font().pointSizeF() == case.window.font().pointSizeF() for made in case.window.pane.ways.buttons)
    assert all(made.sizeHint().width() <= made.width() + 1 for made in case.window.pane.ways.buttons)


def test_a_look_that_takes_long_says_so_and_that_nothing_is_lost(case: Opened) -> None:
    around = Around(busy=True)
    content = CaseContent(case.case, None, around, Reading(), case.window.theme)
    words = [label.text() for label in content.findChildren(QLabel)]
    assert "This takes a few seconds." in words
    [slow] = content.findChildren(QTimer)
    slow.timeout.emit()
    words = [label.text() for label in content.findChildren(QLabel)]
    assert any(each.startswith("It takes longer than usual") and "Nothing is lost" in each for each in words)


def test_what_was_to_be_looked_up_again_does_not_show_its_old_verdict_as_its_own(case: Opened) -> None:
    assert "Unrelated document" in said(case)

    def down() -> None:
        raise OutsideProblem("QuickBooks can't be reached; nothing was changed.")

    case.office.books.before_holders = down
    case.run("look_up")
    assert case.state == State.NEW
    assert "To be looked up again" in said(case)
    assert "QuickBooks can't be reached" in said(case)


def test_where_the_app_knows_no_such_document_another_company_may_be_meant(opened: Opened) -> None:
    opened.office.source.answer = SourceAnswer(None, (), complete=True, problem="Clio has no bill 1234.")
    opened.paste(TEXT)
    assert "which other company it belongs to (Shift+C)" in said(opened)


@pytest.mark.parametrize(
    ("held", "first"),
    [
        ((False, False, False), 0),
        ((True, False, False), 2),  # nothing is mended yet: a retry would fail once more
        ((True, False, True), 1),
        ((True, True, True), 0),
    ],
)
def test_the_way_out_to_be_taken_first_is_none_that_is_locked(held: tuple[bool, ...], first: int) -> None:
    ways = [Exit(ExitId.TAKE_OPTION, "Shorten it"), Exit(ExitId.RETRY, "It is done: retry"), Exit(ExitId.LOOK_UP, "")]
    assert first_ready(ways, held) == first


def test_a_document_whose_number_was_changed_does_not_use_it_now(case: Opened) -> None:
    assert [side.role for side in sides(case.case)] == ["Uses the number now"]
    case.press(Qt.Key.Key_R)
    case.press(Qt.Key.Key_Return, ctrl=True)
    assert case.case.renumbered
    assert [side.role for side in sides(case.case)] == ["Used the number until it was changed"]


def test_whose_an_error_is_is_asked_once_and_not_told_as_something_that_happened(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, realm="2", name="Bright Dental Group"))
    opened.window.refresh()
    opened.paste(TEXT)
    opened.run("cancel")
    opened.run("view_2")
    assert opened.case.company is None
    said = [label.text() for label in opened.window.pane.findChildren(QLabel)]
    assert sum("company" in words.casefold() and "error belongs" in words for words in said) == 1
    assert "What happened" not in said
