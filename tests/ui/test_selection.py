"""Selecting in the list: by keys and by clicks, only what is shown, said aloud, and kept while rows change."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from builders import TEXT
from ui.conftest import Opened
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.inbox.columns import STATE
from untwin.ui.inbox.paint import PAD

FOUR = "\n".join(TEXT.replace("1234", number).replace("111", number) for number in ("1234", "1235", "1236", "1237"))


def four(opened: Opened) -> list[str]:
    """Four cases in the list, the first one chosen; their ids in the list's order."""
    opened.window.activateWindow()
    opened.paste(FOUR)
    opened.run("view_6")
    opened.window.inbox.choose(0)
    return [str(case_id) for case_id in opened.window.model.ids]


def selected(opened: Opened) -> list[str]:
    return [case.id for case in opened.window.selection.cases]


def shown(opened: Opened) -> str:
    return opened.window.footer._right.text()


def test_x_and_space_select_the_chosen_row_and_take_it_out_again(opened: Opened) -> None:
    ids = four(opened)
    opened.press(Qt.Key.Key_X)
    assert selected(opened) == ids[:1]
    opened.press(Qt.Key.Key_J)
    opened.press(Qt.Key.Key_Space)
    assert selected(opened) == ids[:2]
    assert shown(opened) == "2 selected  ·  4 of 4 cases shown"
    opened.press(Qt.Key.Key_X)
    assert selected(opened) == ids[:1]


def test_shift_and_arrows_extend_and_come_back(opened: Opened) -> None:
    ids = four(opened)
    opened.press(Qt.Key.Key_J)
    opened.press(Qt.Key.Key_Down, shift=True)
    opened.press(Qt.Key.Key_Down, shift=True)
    assert selected(opened) == ids[1:]
    opened.press(Qt.Key.Key_Up, shift=True)
    assert selected(opened) == ids[1:3]
    assert opened.case.id == ids[2]


def test_extending_adds_to_what_is_selected_and_begins_anew_after_a_move(opened: Opened) -> None:
    ids = four(opened)
    opened.press(Qt.Key.Key_X)
    opened.press(Qt.Key.Key_J)
    opened.press(Qt.Key.Key_J)
    opened.press(Qt.Key.Key_Down, shift=True)
    assert selected(opened) == [ids[0], *ids[2:]]


def test_ctrl_a_selects_all_that_are_shown_and_esc_none(opened: Opened) -> None:
    ids = four(opened)
    opened.press(Qt.Key.Key_A, ctrl=True)
    assert selected(opened) == ids
    opened.window.tabs.filter.setText("1236")
    opened.settle()
    assert len(selected(opened)) == 1, "what is hidden can't be selected"
    opened.window.focus_list()
    opened.press(Qt.Key.Key_Escape)
    assert selected(opened) == []
    assert opened.window.tabs.filter.text() == "1236", "one step back at a time"
    opened.press(Qt.Key.Key_Escape)
    assert opened.window.tabs.filter.text() == ""


def test_a_selection_survives_new_rows_and_another_state(opened: Opened) -> None:
    ids = four(opened)
    opened.run("extend_down")
    opened.paste(TEXT.replace("1234", "1999").replace("111", "1999"))
    opened.window.refresh()
    assert sorted(selected(opened)) == sorted(ids[:2])


def test_a_selected_row_says_so(opened: Opened) -> None:
    four(opened)
    opened.run("select")
    index = opened.window.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", selected")
    other = opened.window.model.index(1, 0)
    assert not other.data(Qt.ItemDataRole.AccessibleTextRole).endswith("selected")


def click(opened: Opened, row: int, x: int, modifier: Qt.KeyboardModifier) -> None:
    inbox = opened.window.inbox
    area = inbox.visualRect(opened.window.model.index(row, STATE))
    place = QPoint(area.left() + x, area.center().y())
    QTest.mouseClick(inbox.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_clicks_select_as_in_every_list(opened: Opened) -> None:
    ids = four(opened)
    click(opened, 1, PAD + 4, Qt.KeyboardModifier.NoModifier)
    assert selected(opened) == [ids[1]], "on the row's shape"
    click(opened, 3, 80, Qt.KeyboardModifier.ControlModifier)
    assert selected(opened) == [ids[1], ids[3]]
    click(opened, 0, 80, Qt.KeyboardModifier.NoModifier)
    assert selected(opened) == [ids[1], ids[3]], "a plain click only chooses"
    click(opened, 2, 80, Qt.KeyboardModifier.ShiftModifier)
    assert selected(opened) == ids


def test_f5_looks_all_selected_cases_up(opened: Opened) -> None:
    four(opened)
    opened.run("select_all")
    opened.run("look_up")
    assert opened.said == "4 cases looked up."


def test_what_cannot_be_looked_up_is_counted(opened: Opened) -> None:
    ids = four(opened)
    aside = replace(opened.office.desk.cases.get(ids[1]), company=None)
    opened.office.desk.cases.save(aside, aside.state)
    opened.window.refresh()
    opened.run("select_all")
    said: list[str] = []
    opened.window.toast.say = lambda words, **_more: said.append(words)  # type: ignore[method-assign]
    opened.run("look_up")
    assert said == ["1 of 4 selected cases can't be looked up now; each says why.", "3 cases looked up."]


def test_none_of_the_selected_can_be_renumbered_is_one_sentence(opened: Opened) -> None:
    four(opened)
    opened.office.desk.connect.forbid([opened.case.company or ""], "Ann")
    opened.window.refresh()
    opened.run("select_all")
    opened.run("renumber")
    assert opened.said.startswith("None of the 4 selected cases: ")


def test_one_selected_case_is_the_one_that_is_renumbered(opened: Opened) -> None:
    opened.paste(TEXT)
    chosen = opened.case.id
    opened.paste(TEXT.replace("1234", "1299").replace("111", "1299"))
    opened.run("view_6")
    opened.window.inbox.choose(opened.window.model.row_of_case(chosen))
    opened.run("select")
    opened.run("next" if opened.window.model.row_of_case(chosen) == 0 else "previous")
    assert opened.case.id != chosen
    opened.run("renumber")
    assert isinstance(opened.window.ground.sheet, ChangeSheet)
    assert opened.case.id == chosen
