"""The window on fakes: from paste to posted by its actions, and what it says when something goes wrong."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builders import COMPANY, HOLDER, INCOMING, TEXT, TWIN
from ui.conftest import Board, InlineJobs, Opened, open_window
from untwin.domain.cases.case import State
from untwin.domain.problems import Unreachable
from untwin.domain.sources.incoming import SourceAnswer
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.deciding.ignore_sheet import IgnoreSheet
from untwin.ui.deciding.same_sheet import SameSheet
from untwin.ui.window.start import first_size, introduce


def post(opened: Opened) -> None:
    """What the source does when Retry is pressed."""
    at = opened.office.books.clock.now()
    posted = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=at)
    opened.office.books.documents["900"] = posted


def test_the_title_says_what_untwin_does(opened: Opened) -> None:
    assert opened.window.windowTitle() == "Untwin — Changes document numbers, nothing else."


def test_screen_readers_say_untwin_and_the_title_says_it_once(opened: Opened) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    introduce(application)
    spoken = QAccessible.queryAccessibleInterface(application)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Untwin"
    assert opened.window.windowTitle().count("Untwin") == 1


def test_from_paste_to_posted(opened: Opened) -> None:
    opened.paste(TEXT)
    assert opened.state == State.NEEDS_DECISION
    opened.run("renumber")
    assert isinstance(opened.window.ground.sheet, ChangeSheet)
    opened.run("confirm")
    assert opened.state == State.WAITING_TO_POST
    assert opened.board.opened == [COMPANY.sources[0].retry_page]
    assert opened.board.text == "1234"
    assert not opened.window.ground.sheet
    post(opened)
    opened.run("verify")
    assert opened.state == State.POSTED
    assert "as expected" in opened.said


def test_a_case_that_moved_on_stays_in_sight_and_the_counts_are_honest(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    assert opened.window.listing.counts() == (0, 0, 1, 0, 0, 1)
    assert opened.window.model.rowCount() == 1
    opened.run("view_1")
    assert opened.window.model.rowCount() == 0
    opened.run("view_3")
    assert opened.window.model.rowCount() == 1


def test_without_then_retry_it_stays_renumbered(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ChangeSheet)
    sheet._retry.setChecked(False)
    opened.run("confirm")
    assert opened.state == State.RENUMBERED
    assert opened.board.opened == []
    opened.run("retry")
    assert opened.state == State.WAITING_TO_POST


def test_a_problem_is_a_sentence_and_the_case_is_as_it_was(opened: Opened) -> None:
    opened.office.connections.problem = Unreachable("QuickBooks doesn't answer.", "Try again in a minute.")
    opened.paste(TEXT)
    assert opened.said == "QuickBooks doesn't answer. Try again in a minute."
    assert opened.state == State.NEW


def test_a_bug_says_that_nothing_was_lost_and_goes_to_the_log(opened: Opened, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_question: object) -> None:
        raise ZeroDivisionError("secret detail")

    opened.office.books.holders = broken  # type: ignore[method-assign,assignment]
    opened.paste(TEXT)
    assert opened.said == "Something went wrong; nothing was lost."
    assert "ZeroDivisionError" in caplog.text


def test_the_same_document_is_confirmed_on_its_sheet(opened: Opened) -> None:
    opened.office.books.documents[TWIN.id] = TWIN
    opened.paste(TEXT)
    opened.run("same_document")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, SameSheet)
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "Invoice M-1740" in words
    assert "Clio bill 1234" in words
    assert "stays unlinked" in words
    opened.run("confirm")
    assert opened.state == State.ALREADY_IN_QUICKBOOKS
    assert opened.office.books.orders == []


def test_the_name_is_asked_for_before_the_first_confirmation_and_never_again(opened: Opened) -> None:
    opened.office.books.documents[TWIN.id] = TWIN
    opened.paste(TEXT)
    opened.run("same_document")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, SameSheet)
    sheet.name_line.field.clear()
    opened.run("confirm")
    assert "Type your name" in sheet.problem
    sheet.name_line.field.setText("Ann Weber")
    opened.run("confirm")
    assert opened.office.desk.history.rows()[-1].who == "Ann Weber"
    opened.paste(TEXT.replace("1234", "1299"))
    opened.run("view_6")
    assert opened.office.desk.person.asked


def test_ignoring_asks_a_reason_and_z_takes_it_back(opened: Opened) -> None:
    opened.paste(TEXT)
    stood = opened.state
    opened.run("ignore")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, IgnoreSheet)
    opened.run("confirm")
    assert "Say why" in sheet.problem
    sheet.reason.setText("done by hand")
    opened.run("confirm")
    assert opened.office.desk.cases.get("1").state is State.IGNORED
    assert opened.window.model.rowCount() == 0
    assert opened.said == "1 case ignored."
    opened.run("undo")
    assert opened.state == stood


def test_who_made_it_is_one_key(opened: Opened) -> None:
    opened.office.source.answer = SourceAnswer(INCOMING, (), complete=False)
    opened.paste(TEXT)
    assert opened.case.judgement is not None
    assert opened.case.judgement.asks_maker == (HOLDER.id,)
    opened.run("exit_1")
    assert opened.case.judgement.verdict.changeable


def test_the_summary_is_one_paragraph(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("copy_summary")
    assert "\n" not in opened.board.text
    assert "Credit memo 1234, Ortega, Luis" in opened.board.text


def test_documents_open_only_by_checked_links(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, web="http://127.0.0.1:4000"))
    opened.window.refresh()
    opened.paste(TEXT)
    opened.run("open_holder")
    assert opened.board.opened == ["http://127.0.0.1:4000/app/creditmemo?txnId=111"]
    opened.run("open_source")
    assert opened.board.opened[-1] == COMPANY.sources[0].retry_page


def test_the_filter_narrows_and_esc_clears_it(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.tabs.filter.setText("nobody")
    assert opened.window.model.rowCount() == 0
    assert "Nothing fits" in opened.window._view.empty._title.text()
    opened.window.tabs.filter.setFocus()
    opened.run("back")
    assert opened.window.model.rowCount() == 1


def test_esc_on_the_page_of_an_empty_list_clears_the_filter_as_its_button_does(opened: Opened) -> None:
    opened.paste(TEXT)
    for way in ("key", "button"):
        opened.window.tabs.filter.setText("nobody")
        opened.window.focus_list()
        assert opened.window._view.empty.hasFocus()
        if way == "key":
            opened.qtbot.keyClick(opened.window._view.empty, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
        else:
            opened.window._view.empty._clear.click()
        assert opened.window.model.rowCount() == 1
        assert not opened.window.tabs.filter.text()


def test_a_filter_that_fits_nothing_leads_back_to_the_case_of_before(opened: Opened) -> None:
    opened.paste("\n\n".join(TEXT.replace("1234", str(number)) for number in (1234, 1300, 1301)))
    opened.window.inbox.choose(2)
    opened.settle()
    before = opened.case.id
    opened.run("filter")
    QTest.keyClicks(opened.window.tabs.filter, "nothing like it")
    opened.settle()
    assert opened.window.listing.case is None
    opened.press(Qt.Key.Key_Escape)
    opened.press(Qt.Key.Key_Escape)
    assert opened.case.id == before


def test_single_letters_are_text_in_a_field_and_keys_in_the_list(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.tabs.filter.setFocus()
    opened.qtbot.keyClicks(opened.window.tabs.filter, "rj")  # type: ignore[no-untyped-call]
    assert opened.window.tabs.filter.text() == "rj"
    assert not opened.window.ground.sheet


def test_the_watch_goes_on_after_a_restart(opened: Opened, qtbot: QtBot) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    opened.window.close()
    again = open_window(qtbot, opened.office, InlineJobs(), Board())
    assert again.watching._watches.keys() == {opened.case.id}
    post(opened)
    again.clerk.looking.look(COMPANY.realm, [opened.case.id], [opened.case.id])
    qtbot.wait(30)
    assert opened.office.desk.cases.get(opened.case.id).state is State.POSTED


def test_all_labels_show_plain_text_only(opened: Opened) -> None:
    opened.paste(TEXT.replace("1234", "12<b>34</b>"))
    opened.paste(TEXT)
    for label in opened.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_the_focus_is_on_the_list_after_a_sheet(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("cancel")
    assert QApplication.focusWidget() in (opened.window.inbox, None)
    assert opened.window._view.body.isEnabled()


def test_a_look_that_nobody_asked_for_is_silent_until_there_is_news(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    before = opened.said
    opened.window.clerk.looking.look(COMPANY.realm, [opened.case.id], [])
    opened.settle()
    assert opened.said == before
    opened.run("verify")
    assert "not in QuickBooks yet" in opened.said


@pytest.mark.parametrize(
    ("room", "size"), [((1920, 1080), (1280, 800)), ((960, 540), (960, 500)), ((640, 400), (800, 480))]
)
def test_the_first_window_lies_on_the_screen(room: tuple[int, int], size: tuple[int, int]) -> None:
    assert first_size(*room) == size


def test_an_empty_inbox_says_what_is_left_elsewhere_and_at_last_that_all_are_through(opened: Opened) -> None:
    lead = opened.window._view.empty._lead
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    opened.run("view_2")
    opened.run("view_1")
    assert opened.window.model.rowCount() == 0
    assert lead.text() == "Still here: 1 waiting to post (Ctrl+3)."
    at = opened.office.books.clock.now() + timedelta(seconds=1)
    opened.office.books.documents["900"] = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=at)
    opened.run("view_3")
    opened.run("verify")
    assert opened.state == State.POSTED
    opened.run("view_1")
    assert "All cases are through. Clients (g c)" in lead.text()
