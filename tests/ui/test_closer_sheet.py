"""What differs: a change that could not be proved is shown field by field, and only a person's word ends the doubt."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from builders import HOLDER, TEXT
from ui.companies import words_of
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder, Step
from untwin.domain.problems import AnswerLost
from untwin.ui.case.raw_text import indented
from untwin.ui.deciding.closer_sheet import CloserSheet
from untwin.ui.deciding.doubt_card import DoubtCard
from untwin.ui.deciding.restore_sheet import RestoreSheet
from untwin.ui.work.settling import AFTER, AGAIN


def different(opened: Opened) -> Opened:
    """A case whose document was changed in the same moment by somebody else, too."""
    books = opened.office.books
    books.on_change = lambda order: books.renumber(order, TotalAmt=90, PrivateNote="<b>typed by hand</b>")
    return renumbered(opened)


def renumbered(opened: Opened) -> Opened:
    opened.window.activateWindow()
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    opened.run("cancel")
    assert opened.state == State.NEEDS_CHECKING
    return opened


def lost(opened: Opened) -> Opened:
    """A case whose answer was lost, and nothing has come through so far."""

    def lose(_order: NumberOrder) -> None:
        raise AnswerLost("No answer came.", "Look again.")

    opened.office.books.on_change = lose
    return renumbered(opened)


def open_sheet(opened: Opened) -> CloserSheet:
    opened.press(Qt.Key.Key_S)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, CloserSheet)
    return sheet


def test_s_shows_each_field_that_is_not_as_it_was(opened: Opened) -> None:
    words = words_of(open_sheet(different(opened)))
    assert "Credit memo 1234 was to become CM-1234" in words
    assert "Total was 85.00 and is 90.00" in words
    assert "As it was" in words
    assert "90.00" in words
    assert "<b>typed by hand</b>" in words, "plain text, whatever it is"


def test_both_documents_stand_behind_a_button_as_plain_text(opened: Opened) -> None:
    sheet = open_sheet(different(opened))
    [card] = sheet.findChildren(DoubtCard)
    texts = card.findChildren(QPlainTextEdit)
    assert not any(text.isVisible() for text in texts)
    card._toggle.click()
    opened.settle()
    assert all(text.isVisible() for text in texts)
    assert '"TotalAmt": 85.00' in texts[0].toPlainText()
    assert '"TotalAmt": 90' in texts[1].toPlainText()
    card._toggle.click()
    assert not any(text.isVisible() for text in texts)


def test_accepting_needs_a_reason_and_is_kept_with_it(opened: Opened) -> None:
    sheet = open_sheet(different(opened))
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert "Say what you have seen" in sheet.problem
    assert sheet.reason.hasFocus()
    sheet.reason.setText("The memo was mine.")
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.state == State.RENUMBERED
    assert opened.window.ground.sheet is None
    [change] = opened.office.desk.history.changes()
    assert change.last.step is Step.ACCEPTED
    assert "accepted as it is, says Ann: The memo was mine." in change.last.note
    assert "accepted as it is" in opened.said


def test_then_the_old_number_can_be_given_back(opened: Opened) -> None:
    sheet = open_sheet(different(opened))
    sheet.reason.setText("Not wanted.")
    sheet._restore.setChecked(True)
    opened.run("confirm")
    assert isinstance(opened.window.ground.sheet, RestoreSheet)
    opened.office.books.on_change = None
    opened.run("confirm")
    assert opened.state == State.NUMBER_RESTORED
    assert opened.office.books.documents[HOLDER.id].number == "1234"


def test_where_the_old_number_stands_the_doubt_ends_as_not_changed(opened: Opened) -> None:
    sheet = open_sheet(lost(opened))
    assert "The number is 1234, not CM-1234; nothing else changed." in words_of(sheet)
    assert sheet.confirm_button.accessibleName() == "End it: the number wasn't changed"
    assert sheet._restore.isHidden()
    sheet.reason.setText("I looked: it is the old one.")
    opened.run("confirm")
    assert opened.state == State.NEEDS_DECISION


def test_a_document_that_is_gone_is_said_to_be_gone(opened: Opened) -> None:
    lost(opened)
    del opened.office.books.documents[HOLDER.id]
    assert "It isn't in QuickBooks any more." in words_of(open_sheet(opened))


def test_v_looks_again_and_the_sheet_goes_once_all_is_well(opened: Opened) -> None:
    sheet = open_sheet(lost(opened))
    opened.press(Qt.Key.Key_V)
    assert opened.window.ground.sheet is sheet
    opened.office.books.renumber(opened.office.books.orders[0])
    opened.press(Qt.Key.Key_V)
    assert opened.state == State.RENUMBERED
    assert opened.window.ground.sheet is None


def test_b_opens_the_document(opened: Opened) -> None:
    open_sheet(different(opened))
    before = len(opened.board.opened)
    opened.press(Qt.Key.Key_B)
    assert len(opened.board.opened) + len([opened.said]) > before


def test_a_lost_answer_is_looked_after_by_itself_and_the_case_says_when(opened: Opened) -> None:
    lost(opened)
    settling, clock = opened.window.settling, opened.office.books.clock
    words = words_of(opened.window.pane)
    assert "Untwin looks again by itself at " in words
    assert settling._timer.isActive()
    assert 60_000 < settling._timer.remainingTime() <= AFTER.total_seconds() * 1000
    opened.office.books.on_change = None
    clock.at += timedelta(seconds=140)
    settling.look()
    opened.settle()
    assert opened.state in (State.RENUMBERED, State.NEEDS_DECISION)
    assert not settling._timer.isActive()
    assert "looks again by itself" not in words_of(opened.window.pane)


def test_while_it_cannot_be_asked_it_looks_from_time_to_time(opened: Opened) -> None:
    lost(opened)
    settling = opened.window.settling

    def silent(_questions: object) -> None:
        raise AnswerLost("No answer.", "")

    opened.office.books.before_around = silent
    opened.office.books.clock.at += timedelta(seconds=140)
    settling.look()
    opened.settle()
    assert opened.state == State.NEEDS_CHECKING
    assert 0 < settling._timer.remainingTime() <= AGAIN.total_seconds() * 1100


def test_what_differs_is_not_looked_at_by_itself(opened: Opened) -> None:
    different(opened)
    assert not opened.window.settling._timer.isActive()
    assert "looks again by itself" not in words_of(opened.window.pane)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ('{"a": 85.00, "b": [1, {"c": "x, {y}: \\"z\\""}]}', ['"a": 85.00,', '"c": "x, {y}: \\"z\\""']),
        ('{"a": [], "b": { }}', ['"a": [],', '"b": {}']),
        ("", []),
        ("not json: at all", ["not"]),
    ],
)
def test_an_image_gets_lines_and_keeps_its_values(raw: str, lines: list[str]) -> None:
    made = indented(raw)
    assert all(line in made for line in lines)
    plain = "".join(c for c in made if not c.isspace())
    assert plain == "".join(c for c in raw if not c.isspace())
