"""Saying in one line what is waiting to post: understood at once, asked where it is open, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.sources.incoming import IncomingKind, SourceAnswer
from untwin.ui.arriving.describe_sheet import DescribeSheet


def opened_sheet(opened: Opened) -> DescribeSheet:
    opened.office.source.answer = SourceAnswer(None)
    opened.paste(TEXT)
    opened.press(Qt.Key.Key_D, shift=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, DescribeSheet)
    assert sheet.line.hasFocus()
    return sheet


def test_what_is_typed_is_understood_at_once(opened: Opened) -> None:
    sheet = opened_sheet(opened)
    QTest.keyClicks(sheet.line, "credit note 85.00 Baker LLC 3 Nov 2026")
    assert sheet.said == "Credit note of Baker LLC over 85.00, dated 3 November 2026"
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.window.ground.sheet is None
    incoming = opened.case.incoming
    assert incoming is not None
    assert (incoming.kind, incoming.customer, incoming.known_from) == (
        IncomingKind.CREDIT_NOTE,
        "Baker LLC",
        "typed by Ann",
    )


def test_a_day_that_may_be_two_is_asked_and_answered_by_keys(opened: Opened) -> None:
    sheet = opened_sheet(opened)
    QTest.keyClicks(sheet.line, "Roe Family 1,250.00 11/03/2026")
    assert "11 March 2026 or 3 November 2026" in sheet.asks
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert sheet.problem == "Answer the question first."
    for wanted in ("2026-03-11", "2026-11-03", "2026-03-11"):
        QTest.keyClick(sheet.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert sheet.line.text() == f"Roe Family 1,250.00 {wanted}"
        assert sheet.asks == ""
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.case.incoming is not None
    assert str(opened.case.incoming.date) == "2026-03-11"


def test_what_was_known_stands_there_to_be_typed_on(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.press(Qt.Key.Key_D, shift=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, DescribeSheet)
    assert sheet.line.text() == "Smith, Anna 1240.00 2026-11-12"
