"""The welcome and the tour in a window: shown once, advanced by real deeds, left and taken up at any time."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from builders import TEXT, case
from flows.conftest import Office
from studio.checks import look_over, nameless
from ui.companies import words_of
from ui.conftest import Board, InlineJobs, Opened
from untwin.app.first_run import PlainFirstRun, SampleFirstRun
from untwin.domain.problems import Unreachable
from untwin.domain.window.tour import STEPS
from untwin.ui.comfort.help_sheet import HelpSheet
from untwin.ui.companies.connect_sheet import ConnectSheet
from untwin.ui.first_run.welcome_sheet import WelcomeSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window


@dataclass
class Lesson:
    """An outside that teaches one error, in memory."""

    teaches: bool = True
    kept: str = ""
    opened: list[str] = field(default_factory=list)
    problem: str = ""

    def open_sample(self) -> None:
        if self.problem:
            raise Unreachable(self.problem)
        self.opened.append("sample")

    def lesson(self) -> str:
        return f"Error\n{TEXT}"

    def progress(self) -> str:
        return self.kept

    def keep(self, progress: str) -> None:
        self.kept = progress


def window(qtbot: QtBot, office: Office, outside: Lesson) -> Opened:
    board = Board()
    opening = Opening(sample=outside.teaches, first_run=outside)
    made = build_window(office.desk, InlineJobs(), opening, board, board)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return Opened(made, office, board, qtbot)


@pytest.fixture
def outside() -> Lesson:
    return Lesson()


@pytest.fixture
def lesson(qtbot: QtBot, office: Office, outside: Lesson) -> Opened:
    """The sample firms' window, with its tour."""
    opened = window(qtbot, office, outside)
    opened.window.deeds.first_run.greet()
    return opened


def step(opened: Opened) -> str:
    opened.window.deeds.first_run._tour.look_again()  # type: ignore[union-attr]
    return opened.window.deeds.first_run.tour_step


# --- the welcome ------------------------------------------------------------------------------------------------


def test_the_first_start_tells_what_it_does_and_never_tells_it_again(firm: Opened) -> None:
    firm.window.deeds.first_run.greet()
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, WelcomeSheet)
    assert "It never deletes, voids, creates or pays anything" in words_of(sheet)
    firm.run("cancel")
    firm.window.deeds.first_run.greet()
    assert firm.window.ground.sheet is None


def test_a_home_with_a_company_never_shows_it(opened: Opened) -> None:
    opened.window.deeds.first_run.greet()
    assert opened.window.ground.sheet is None


def test_a_home_with_a_case_never_shows_it(firm: Opened) -> None:
    firm.office.desk.cases.add(case(company=None))
    firm.window.deeds.first_run.greet()
    assert firm.window.ground.sheet is None


def test_enter_on_its_button_goes_on(firm: Opened) -> None:
    firm.window.deeds.first_run.greet()
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, WelcomeSheet)
    firm.press(Qt.Key.Key_Return)
    assert sheet.page == 1


def test_it_goes_on_by_keys_and_fits(firm: Opened) -> None:
    firm.run("welcome")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, WelcomeSheet)
    pages = [sheet.page]
    assert not look_over(sheet, firm.window.grab().toImage())
    firm.press(Qt.Key.Key_Return, ctrl=True)
    pages.append(sheet.page)
    assert not nameless(sheet)
    assert not look_over(sheet, firm.window.grab().toImage())
    firm.press(Qt.Key.Key_Backspace)
    assert [*pages, sheet.page] == [0, 1, 0]


@pytest.mark.parametrize(("key", "sheet"), [(Qt.Key.Key_2, ConnectSheet), (Qt.Key.Key_3, HelpSheet)])
def test_its_keys_lead_to_a_company_and_to_the_help(firm: Opened, key: Qt.Key, sheet: type) -> None:
    firm.window.activateWindow()
    firm.run("welcome")
    firm.press(key)
    assert isinstance(firm.window.ground.sheet, sheet)


def test_the_sample_firms_open_in_a_window_of_their_own(qtbot: QtBot, office: Office) -> None:
    outside = Lesson(teaches=False)
    plain = window(qtbot, office, outside)
    plain.run("welcome")
    plain.press(Qt.Key.Key_1)
    assert outside.opened == ["sample"]
    assert plain.window.ground.sheet is None
    assert not plain.window._view.coach.isVisible()


def test_where_they_dont_open_it_says_why(qtbot: QtBot, office: Office) -> None:
    plain = window(qtbot, office, Lesson(teaches=False, problem="The sample firms don't start."))
    plain.run("welcome")
    plain.run("tour")
    assert plain.said == "The sample firms don't start."
    assert isinstance(plain.window.ground.sheet, WelcomeSheet)


def test_an_empty_window_offers_the_sample_firms(firm: Opened) -> None:
    buttons = firm.window._view.empty.findChildren(QPushButton)
    assert [b for b in buttons if b.property("action") == "tour" and b.isVisible()]


# --- the tour ---------------------------------------------------------------------------------------------------


def test_the_tour_teaches_by_doing_to_the_inbox_at_zero(lesson: Opened, outside: Lesson) -> None:
    assert step(lesson) == "take_in"
    lesson.run("tour_copy")
    assert lesson.board.text.endswith(TEXT)
    lesson.press(Qt.Key.Key_V, ctrl=True)
    assert step(lesson) == "next"
    lesson.run("tour_skip")
    lesson.run("tour_skip")
    lesson.press(Qt.Key.Key_Return)
    assert step(lesson) == "why"
    lesson.press(Qt.Key.Key_W)
    assert step(lesson) == "renumber"
    lesson.press(Qt.Key.Key_R)
    assert step(lesson) == "save"
    assert lesson.window._view.coach.isVisible()
    lesson.run("confirm")
    assert step(lesson) == "retry"
    lesson.window.inbox.setFocus()
    lesson.press(Qt.Key.Key_T)
    assert step(lesson) == "verify"
    _to_the_end(lesson)
    assert all(f'"{each.id}"' in outside.kept for each in STEPS)


def _to_the_end(lesson: Opened) -> None:
    """From the look whether it posted on; what needs the app's own page is skipped."""
    lesson.run("tour_skip")
    assert step(lesson) == "ignore"
    lesson.run("tour_skip")
    assert step(lesson) == "keys"
    lesson.run("keys")
    assert step(lesson) == "palette"
    lesson.run("cancel")
    lesson.press(Qt.Key.Key_K, ctrl=True)
    assert step(lesson) == "filter"
    lesson.run("cancel")
    lesson.press(Qt.Key.Key_Slash)
    lesson.window.tabs.filter.setText("smith")
    assert step(lesson) == "zero"
    assert "1 still open" in lesson.window._view.coach.text
    lesson.run("tour_skip")
    assert step(lesson) == ""
    assert "whole road" in lesson.window._view.coach.text


def test_it_says_nothing_that_was_not_done(lesson: Opened) -> None:
    lesson.run("tour_copy")
    lesson.paste(lesson.board.text)
    assert step(lesson) == "next"
    lesson.run("open")
    assert step(lesson) == "next"


def test_it_is_left_and_taken_up_where_it_was(lesson: Opened, outside: Lesson, office: Office, qtbot: QtBot) -> None:
    lesson.paste(TEXT)
    assert step(lesson) == "next"
    lesson.run("tour_skip")
    lesson.press(Qt.Key.Key_F3, shift=True)
    assert not lesson.window._view.coach.isVisible()
    lesson.run("tour_skip")
    assert lesson.said.startswith("The tour isn't under way.")
    again = window(qtbot, office, outside)
    again.window.deeds.first_run.greet()
    assert not again.window._view.coach.isVisible()
    again.run("tour")
    assert step(again) == "previous"


def test_damaged_progress_begins_anew(qtbot: QtBot, office: Office) -> None:
    for kept in ("{", "[]", '{"done": 5}', '{"done": ["nonsense", 3]}'):
        opened = window(qtbot, office, Lesson(kept=kept))
        opened.window.deeds.first_run.greet()
        assert step(opened) == "take_in"


def test_the_strip_keeps_the_focus_where_it_was_and_fits(lesson: Opened) -> None:
    lesson.paste(TEXT)
    lesson.window.inbox.setFocus()
    step(lesson)
    assert QApplication.focusWidget() is lesson.window.inbox
    assert not nameless(lesson.window._view.coach)


def test_a_plain_window_has_nothing_to_copy(firm: Opened) -> None:
    firm.run("tour_copy")
    assert firm.said == "The errors to learn on are in the sample firms' window."
    firm.run("tour")
    assert "untwin --sample" in firm.said


# --- its outside ------------------------------------------------------------------------------------------------


def test_progress_is_kept_beside_the_samples_store(tmp_path: Path) -> None:
    outside = SampleFirstRun(tmp_path, {})
    assert outside.progress() == ""
    outside.keep('{"done": []}')
    assert SampleFirstRun(tmp_path, {}).progress() == '{"done": []}'
    assert (tmp_path / "tour.json").stat().st_mode & 0o777 == 0o600


def test_a_second_window_that_ends_at_once_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    with pytest.raises(Unreachable, match="no display"):
        PlainFirstRun(tmp_path, first_seconds=90).open_sample()
