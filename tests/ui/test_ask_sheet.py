"""Asking about a case: the draft is copied, nothing is sent or opened, and the case waits for the answer."""

from datetime import timedelta

from PySide6.QtCore import Qt

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.cases.marks import Until
from untwin.ui.triage.ask_sheet import AskSheet


def test_asking_copies_the_e_mail_and_the_case_waits_for_the_answer(opened: Opened) -> None:
    opened.paste(TEXT)
    case_id = opened.case.id
    number = [each.id for each in exits_for(opened.case)].index(ExitId.ASK) + 1
    opened.run(f"exit_{number}")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, AskSheet)
    sheet.text.setPlainText(sheet.text.toPlainText().replace("Hello", "Dear Anna"))
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.board.text.startswith("Subject: Harlow")
    assert "Dear Anna" in opened.board.text
    assert opened.board.opened == []
    snooze = opened.office.desk.cases.get(case_id).marks.snooze
    assert snooze is not None
    assert snooze.why is Until.ANSWER
    assert opened.said.startswith("E-mail copied; the case is snoozed until ")
    opened.office.books.clock.at += timedelta(days=4)
    opened.window.clerk.waking.tick()
    opened.settle()
    assert opened.office.desk.cases.get(case_id).marks.back == "Back: you asked about it some days ago."


def test_an_e_mail_that_was_written_on_outlives_esc(opened: Opened) -> None:
    opened.paste(TEXT)
    number = [each.id for each in exits_for(opened.case)].index(ExitId.ASK) + 1
    opened.run(f"exit_{number}")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, AskSheet)
    sheet.subject.setText("One question")
    sheet.text.setPlainText("Dear Anna,\nplease look.")
    opened.press(Qt.Key.Key_Escape)
    opened.run(f"exit_{number}")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, AskSheet)
    assert (sheet.subject.text(), sheet.text.toPlainText()) == ("One question", "Dear Anna,\nplease look.")
