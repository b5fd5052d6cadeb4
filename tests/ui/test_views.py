"""The filter's words in the window, and views of a person's own: saved, shown by a key, renamed, removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import TEXT
from ui.conftest import Board, InlineJobs, Opened, open_window
from untwin.ui.inbox.filter_line import FilterStrip
from untwin.ui.triage.view_sheet import ViewSheet

ALL = "view_6"


@pytest.fixture
def three(opened: Opened) -> Opened:
    opened.paste("\n\n".join(TEXT.replace("1234", str(number)) for number in (1234, 1235, 1236)))
    opened.run(ALL)
    return opened


def strip(opened: Opened) -> FilterStrip:
    found = opened.window.findChild(FilterStrip)
    assert found is not None
    return found


def offered(opened: Opened) -> list[str]:
    return [made.accessibleName() for made in strip(opened)._buttons if made.isVisible()]


def filtered(opened: Opened, line: str) -> list[str]:
    opened.window.tabs.filter.setText(line)
    opened.settle()
    model = opened.window.model
    return [row.case.doc_number or "" for row in map(model.row, range(model.rowCount())) if row]


def name_view(opened: Opened, name: str) -> None:
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ViewSheet)
    sheet.name.setText(name)
    opened.press(Qt.Key.Key_Return)


def test_the_words_are_offered_and_tab_completes(three: Opened) -> None:
    three.window.activateWindow()
    three.run("filter")
    assert offered(three)[:3] == ["is:", "company:", "source:"]
    field = three.window.tabs.filter
    QTest.keyClicks(field, "no")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "no:"
    QTest.keyClicks(field, "1235..1300")
    assert filtered(three, field.text()) == ["1235", "1236"]
    field.setText("is:sno")
    assert offered(three) == ["is:snoozed"]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "is:snoozed "
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()


def test_what_is_not_understood_is_said_and_the_rest_still_holds(three: Opened) -> None:
    assert filtered(three, "colour:red 1235") == ["1235"]
    assert strip(three).isVisible()
    assert "“colour:” is no filter word" in strip(three).problem.text()
    assert filtered(three, '"duplicate number" 1235') == ["1235"]
    assert not strip(three).problem.isVisible()


def test_nothing_that_fits_is_told_with_a_way_out(three: Opened) -> None:
    assert filtered(three, "is:archived") == []
    assert three.window._view.empty.isVisible()


def test_a_filter_is_saved_as_a_view_with_a_key_renamed_and_removed(three: Opened) -> None:
    filtered(three, "no:1235..1300")
    three.run("save_view")
    name_view(three, "High numbers")
    assert three.said == "View “High numbers” kept; Ctrl+7 shows it."
    assert three.window.tabs.filter.text() == ""
    assert three.window.listing.view == 6
    assert len(filtered(three, "")) == 2
    assert three.window.tabs._group.button(6).text() == "High numbers  2"
    three.run(ALL)
    assert len(filtered(three, "")) == 3
    three.window.inbox.setFocus()
    three.press(Qt.Key.Key_7, ctrl=True)
    assert len(filtered(three, "")) == 2
    three.run("rename_view")
    name_view(three, "Big")
    assert [view.title for view in three.window.listing.views][6:] == ["Big"]
    three.run("remove_view")
    assert three.said == "View “Big” removed; its cases are where they were."
    assert (three.window.listing.view, len(three.window.listing.views)) == (5, 6)
    three.press(Qt.Key.Key_7, ctrl=True)
    assert three.said == "No view is saved for Ctrl+7 yet. Ctrl+S saves the present filter."


def test_a_name_that_is_taken_is_said_in_the_sheet(three: Opened) -> None:
    filtered(three, "1235")
    three.run("save_view")
    name_view(three, "All")
    sheet = three.window.ground.sheet
    assert isinstance(sheet, ViewSheet)
    assert "is a view of Untwin's own" in sheet.problem


def test_a_removed_view_is_put_back_by_z_in_its_place(three: Opened) -> None:
    for number in ("1234", "1235"):
        filtered(three, f"no:{number}")
        three.run("save_view")
        name_view(three, number)
    three.window.tabs._group.button(6).click()
    three.settle()
    three.run("remove_view")
    assert three.window.toast.offers_undo
    three.window.inbox.setFocus()
    three.press(Qt.Key.Key_Z)
    assert three.said == "View “1234” is back."
    assert [view.title for view in three.window.listing.views][6:] == ["1234", "1235"]
    assert (three.window.listing.view, three.window.tabs._group.button(6).text()) == (6, "1234  1")


def test_without_a_filter_there_is_nothing_to_save_and_untwins_own_views_stay(three: Opened) -> None:
    three.run("save_view")
    assert three.said == "Type a filter first; then Ctrl+S saves it as a view."
    three.run("remove_view")
    assert "Only a view that you have saved" in three.said


def test_saved_views_are_there_in_the_next_window(three: Opened) -> None:
    three.office.desk.triage.views.save("Mine", "label:mine")
    window = open_window(three.qtbot, three.office, InlineJobs(), Board())
    assert [view.title for view in window.listing.views][6:] == ["Mine"]
    assert window.tabs._group.button(6).accessibleName() == "Mine, 0 cases, Ctrl+7"
