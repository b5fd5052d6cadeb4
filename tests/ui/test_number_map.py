"""The number map in the window: by keys and by mouse, as a picture and as tables, and with nothing to show."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from builders import TEXT
from ui.conftest import Opened
from ui.map_firm import furnish, furnish_largely
from ui.map_opened import detail, firm, open_map, words_in
from untwin.ui.comfort.export_sheet import ExportSheet
from untwin.ui.comfort.keys_sheet import KeysSheet
from untwin.ui.map.documents_sheet import MapDocumentsSheet

__all__ = ["firm"]


def test_g_m_draws_each_series_as_a_lane(firm: Opened) -> None:
    sheet = open_map(firm)
    assert sheet.drawn is not None
    assert [(b.prefix, [lane.key for lane in b.lanes]) for b in sheet.drawn.blocks][:2] == [
        ("", ["Invoice", "CreditMemo", "SalesReceipt", "clio"]),
        ("INV-", ["Invoice"]),
    ]
    assert sheet.view.hasFocus()
    assert sheet._fresh.text().startswith("As of ")
    assert "It never decides a case" in words_in(sheet)


def test_keys_move_over_lanes_and_numbers(firm: Opened) -> None:
    sheet = open_map(firm)
    state = sheet.view.state
    firm.press(Qt.Key.Key_J)
    assert state.lane.key == "CreditMemo"
    firm.press(Qt.Key.Key_Up)
    assert state.lane.key == "Invoice"
    firm.press(Qt.Key.Key_Home)
    assert state.cursor == 1001
    firm.press(Qt.Key.Key_L)
    assert state.cursor == 1001 + state.step
    firm.press(Qt.Key.Key_Left)
    assert state.cursor == 1001
    before = state.scale.level
    firm.press(Qt.Key.Key_Plus)
    firm.press(Qt.Key.Key_Plus)
    firm.press(Qt.Key.Key_Minus)
    assert state.scale.level == before + 1
    assert 0 <= state.scale.x(state.cursor) <= state.scale.width


def test_0_shows_all_and_once_more_what_grows(firm: Opened) -> None:
    furnish_largely(firm.office, 3000)
    sheet = open_map(firm)
    alive = sheet.view.state.scale
    firm.press(Qt.Key.Key_0)
    whole = sheet.view.state.scale
    assert whole.level < alive.level
    assert whole.left <= min(lane.figures[0] for lane in sheet.view.state.block.lanes)
    firm.press(Qt.Key.Key_0)
    assert sheet.view.state.scale.level > whole.level


def test_n_and_p_walk_over_what_is_worth_a_look_and_say_it(firm: Opened) -> None:
    sheet = open_map(firm)
    firm.press(Qt.Key.Key_Home)
    seen = []
    for _ in range(12):
        firm.press(Qt.Key.Key_N)
        seen.append((sheet.view.state.block.prefix, sheet.view.state.cursor, detail(sheet)))
    assert ("", 1088) in [each[:2] for each in seen]
    clash = next(words for _, figure, words in seen if figure == 1240)
    assert "1240 is wanted by Clio and is used already." in clash
    assert "Invoices reach 1240, where the credit memos begin" in clash
    here = sheet.view.state.cursor
    firm.press(Qt.Key.Key_P)
    firm.press(Qt.Key.Key_N)
    assert sheet.view.state.cursor == here


def test_a_number_is_gone_to_and_its_documents_are_listed_and_opened(firm: Opened) -> None:
    sheet = open_map(firm)
    firm.press(Qt.Key.Key_Slash)
    assert sheet.go_to.hasFocus()
    sheet.go_to.setText("1187")
    firm.press(Qt.Key.Key_Return)
    assert detail(sheet).startswith("1187: invoice of ")
    assert "1187 is used by 2 documents." in detail(sheet)
    firm.press(Qt.Key.Key_Return)
    listed = firm.window.ground.sheet
    assert isinstance(listed, MapDocumentsSheet)
    assert [row[:2] for row in listed.table.shown] == [("1187", "Invoice"), ("1187", "Credit memo")]
    firm.press(Qt.Key.Key_J)
    firm.press(Qt.Key.Key_B)
    assert firm.board.opened[-1].endswith("creditmemo?txnId=70330")
    firm.press(Qt.Key.Key_Escape)
    assert firm.window.ground.sheet is sheet
    assert sheet.view.hasFocus()


def test_b_opens_the_one_document_under_the_cursor(firm: Opened) -> None:
    sheet = open_map(firm)
    assert sheet.view.go_to("1230")
    firm.press(Qt.Key.Key_B)
    assert firm.board.opened[-1].endswith("invoice?txnId=70230")
    assert sheet.view.go_to("1238")
    firm.press(Qt.Key.Key_B)
    assert "No document is there" in firm.said


def test_a_number_of_another_kind_is_said_and_nothing_moves(firm: Opened) -> None:
    sheet = open_map(firm)
    sheet.go_to.setText("ZZ-9")
    before = sheet.view.state.cursor
    sheet.go()
    assert "no numbers like “ZZ-9”" in sheet.problem
    assert sheet.view.state.cursor == before
    sheet.go_to.setText("inv-0050")
    sheet.go()
    assert (sheet.problem, sheet.view.state.block.prefix, sheet.view.state.cursor) == ("", "INV-", 50)


def test_from_a_case_the_map_opens_at_its_number(opened: Opened) -> None:
    furnish(opened.office)
    opened.window.activateWindow()
    opened.paste(TEXT)
    sheet = open_map(opened, at_case=True)
    assert sheet.view.state.cursor == 1234
    assert "Clio wants it" in detail(sheet)


def test_the_tables_tell_the_same_and_lead_back(firm: Opened) -> None:
    sheet = open_map(firm)
    firm.press(Qt.Key.Key_T)
    assert sheet.table.series.hasFocus()
    series = {row[0]: row for row in sheet.table.series.shown[:4]}
    assert series["Invoices"][1:4] == ("1001 to 1236", "201", "1237")
    assert series["Invoices"][6].startswith("1240 in about")
    assert any(row[:2] == ("Used twice", "1187") for row in sheet.table.finds.shown)
    assert detail(sheet).startswith("Invoices: 201 documents; 1001 to 1236")
    for _ in sheet.table.series.shown:
        firm.press(Qt.Key.Key_J)
    assert sheet.table.finds.hasFocus()
    firm.press(Qt.Key.Key_Return)
    assert not sheet.as_tables
    assert sheet.view.state.cursor == 1240


def test_every_place_is_said_for_whoever_does_not_see_it(firm: Opened) -> None:
    sheet = open_map(firm)
    firm.press(Qt.Key.Key_J)
    said = sheet.view.accessibleDescription()
    assert said.startswith("Credit memos: 13 documents; 1187 to 1253")
    assert detail(sheet) in said


def test_export_writes_the_tables(firm: Opened, tmp_path: Path) -> None:
    open_map(firm)
    firm.press(Qt.Key.Key_E, ctrl=True)
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, ExportSheet)
    sheet.kind.setCurrentIndex(sheet.kind.findData(".csv"))
    file = tmp_path / "map.csv"
    sheet.file.setText(str(file))
    firm.run("confirm")
    assert "6 series written to" in firm.said
    told = file.read_text(encoding="utf-8-sig")
    assert "1001 to 1236" in told
    assert "never decides a case" in told


def test_its_keys_are_shown_over_it(firm: Opened) -> None:
    sheet = open_map(firm)
    firm.run("map_keys")
    keys: object = firm.window.ground.sheet
    assert isinstance(keys, KeysSheet)
    firm.press(Qt.Key.Key_Escape)
    shown: object = firm.window.ground.sheet
    assert shown is sheet


def test_the_mouse_chooses_drags_and_zooms_and_its_tip_is_plain_text(firm: Opened) -> None:
    sheet = open_map(firm)
    view = sheet.view
    lane, state = view.layout_.blocks[0].lanes[0], view.state
    at = QPoint(view.layout_.left + int(state.scale.x(1100)), lane.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert abs(state.cursor - 1100) <= state.step
    figure = state.scale.figure(at.x() - view.layout_.left)
    turn = QWheelEvent(
        QPointF(at), view.viewport().mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = state.scale
    QApplication.sendEvent(view.viewport(), turn)
    assert state.scale.level == before.level + 1
    assert state.scale.figure(at.x() - view.layout_.left) == figure
    left = state.scale.left
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(view.viewport(), at + QPoint(60, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert state.scale.left < left
    assert view.tip(QPoint(20, lane.center().y())).startswith("Invoices: 201 documents")
    assert view.tip(QPoint(20, 2)) == ""


def test_nothing_from_outside_is_read_as_markup(firm: Opened) -> None:
    sheet = open_map(firm)
    assert sheet.view.go_to("1226")
    firm.press(Qt.Key.Key_Return)
    listed = firm.window.ground.sheet
    assert isinstance(listed, MapDocumentsSheet)
    assert [row[2] for row in listed.table.shown] == ["<b>Delgado</b> Ltd"]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in listed.findChildren(QLabel))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in sheet.findChildren(QLabel))
