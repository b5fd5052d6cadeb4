"""A batch under way: its stages and honest counts, pause and resume, what is left, the banner, and one visit."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import COMPANY
from flows.conftest import Office
from flows.crew import OTHER
from ui.batches import Many, held, many_cases, rows
from ui.companies import words_of
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder
from untwin.domain.changes.run import RunState
from untwin.domain.problems import Stale, Unreachable
from untwin.flows.changing.going import Stage
from untwin.ui.batch.run_sheet import RunSheet
from untwin.ui.work.batch_progress import BatchProgress


@pytest.fixture
def many(qtbot: QtBot, office: Office) -> Many:
    return many_cases(qtbot, office)


def banner(many: Many) -> str:
    return many.window._view.batch_banner.words


def stages(sheet: RunSheet) -> list[str]:
    return [sheet.table.rows.stands(row)[0] for row in rows(sheet)]


def test_ctrl_enter_saves_all_and_begins_one_visit_for_each_client(many: Many) -> None:
    sheet = many.plan()
    for box in sheet.asking.flags.values():
        box.setChecked(True)
    many.press(Qt.Key.Key_Return, ctrl=True)
    many.until_still()
    assert many.states() == [State.WAITING_TO_POST] * 6
    assert many.board.opened == [COMPANY.sources[0].retry_page] * 2, "one page for each source and client"
    assert len(many.board.text.split("\n")) in (2, 4)
    run = many.run_sheet()
    assert run.side.count_words == "6 of 6 proved"
    assert stages(run) == ["✓ Proved"] * 6
    many.qtbot.waitUntil(lambda: "Not posted yet" in words_of(run))
    words = words_of(run)
    assert "Press “Retry” at each of these in Clio" in words
    assert "1201" in words


def test_without_then_retry_they_stay_renumbered_until_ctrl_enter(many: Many) -> None:
    sheet = many.plan()
    sheet._retry.setChecked(False)
    for box in sheet.asking.flags.values():
        box.setChecked(True)
    many.run("confirm")
    many.until_still()
    assert many.states() == [State.RENUMBERED] * 6
    assert many.board.opened == []
    assert many.run_sheet().confirm_button.accessibleName() == "Retry in Clio"
    many.run("confirm")
    assert many.states() == [State.WAITING_TO_POST] * 6
    assert len(many.board.opened) == 2


def test_a_row_that_is_refused_is_set_aside_and_its_reason_is_said(many: Many) -> None:
    def refuse(order: NumberOrder) -> None:
        if order.id == "91202":
            raise Stale("Somebody changed it.", code="5010")

    many.bench.watch(refuse)
    sheet = many.confirmed()
    many.until_still()
    assert sheet.side.count_words == "5 of 6 proved, 1 set aside"
    assert stages(sheet).count("Set aside") == 1
    many.qtbot.waitUntil(lambda: "Still open" in words_of(sheet))
    assert "Somebody changed it." in words_of(sheet)


def test_a_failed_check_pauses_the_batch_and_the_banner_stays(many: Many) -> None:
    many.bench.books.on_change = lambda order: many.bench.books.renumber(order, PrivateNote="meddled")
    sheet = many.confirmed()
    many.until_still()
    assert "1 needs a look" in sheet.side.count_words
    assert "Stopped: The before/after check failed" in words_of(sheet)
    assert sheet.paused
    many.press(Qt.Key.Key_Escape)
    assert many.window.ground.sheet is None
    assert banner(many).startswith("A batch of 6 was paused: ")
    assert many.board.opened == []


def test_the_inbox_is_not_read_for_every_row(many: Many) -> None:
    sheet = many.plan()
    reads: list[int] = []
    listing = many.window.listing
    read = listing.read
    listing.read = lambda: (reads.append(1), read())[1]  # type: ignore[method-assign, func-returns-value]
    for box in sheet.asking.flags.values():
        box.setChecked(True)
    sheet._retry.setChecked(False)
    many.run("confirm")
    many.until_still()
    assert many.states() == [State.RENUMBERED] * 6
    assert len(reads) <= 3


def test_ctrl_dot_pauses_after_the_rows_under_way_and_ctrl_enter_goes_on(qtbot: QtBot, office: Office) -> None:
    with held(qtbot, office, 40, at=3) as (many, gate, _jobs):
        sheet = many.plan()
        sheet.asking.count.setText("40")
        for box in sheet.asking.flags.values():
            box.setChecked(True)
        many.press(Qt.Key.Key_Return, ctrl=True)
        run = many.run_sheet()
        qtbot.waitUntil(lambda: gate.passed >= 3)
        many.press(Qt.Key.Key_Period, ctrl=True)
        assert "Pausing after the rows under way" in words_of(run)
        gate.at = 0
        many.until_still()
        qtbot.waitUntil(lambda: run.paused)
        assert many.states().count(State.PLANNED) > 0
        assert "Paused, as you asked." in words_of(run)
        many.press(Qt.Key.Key_Return, ctrl=True)
        many.until_still()
        qtbot.waitUntil(lambda: many.states() == [State.WAITING_TO_POST] * 40)
        assert run.side.count_words == "40 of 40 proved"
        assert len({order.id for order in many.bench.books.orders}) == len(many.bench.books.orders) == 40


def test_esc_says_that_it_goes_on_and_leaves_the_second_time(qtbot: QtBot, office: Office) -> None:
    with held(qtbot, office, 5, at=2) as (many, gate, _jobs):
        run = many.confirmed()
        qtbot.waitUntil(lambda: gate.passed >= 2)
        many.press(Qt.Key.Key_Escape)
        assert many.run_sheet() is run
        assert "It goes on when you leave" in words_of(run)
        many.press(Qt.Key.Key_Escape)
        assert many.window.ground.sheet is None
        assert banner(many) == "A batch of 5 is being saved."
        assert many.window.footer.progress.endswith("of 5 proved")
        many.window.registry.run("batch")
        assert many.run_sheet() is not run
        many.press(Qt.Key.Key_Escape)
        many.press(Qt.Key.Key_Escape)
        gate.at = 0
        qtbot.waitUntil(lambda: many.states() == [State.WAITING_TO_POST] * 5)
        qtbot.waitUntil(lambda: len(many.board.opened) == 1)
        qtbot.waitUntil(lambda: banner(many) == "")


def pause_at_two(many: Many) -> RunSheet:
    """A batch whose client could not be reached after two changes."""
    many.bench.desk.companies.remove(OTHER)
    orders = many.bench.books.orders

    def lose(_order: NumberOrder) -> None:
        if len(orders) > 2:
            raise Unreachable("QuickBooks doesn't answer.", "Nothing was changed.")

    many.bench.watch(lose)
    sheet = many.confirmed()
    many.until_still()
    many.qtbot.waitUntil(lambda: sheet.paused)
    return sheet


@pytest.fixture
def four(qtbot: QtBot, office: Office) -> Many:
    return many_cases(qtbot, office, mine=4, theirs=0)


def test_what_is_left_is_cancelled_after_a_question_in_the_sheet(four: Many) -> None:
    sheet = pause_at_two(four)
    four.press(Qt.Key.Key_C)
    assert "Cancel the rest, 1 new number?" in words_of(sheet)
    four.press(Qt.Key.Key_Escape)
    assert "Cancel the rest, " not in words_of(sheet)
    assert four.run_sheet() is sheet
    four.run("cancel_rest")
    sheet.side.answered.emit(True)
    four.settle()
    four.qtbot.waitUntil(lambda: four.bench.desk.runs.all()[0].state is RunState.CANCELLED)
    four.settle()
    assert four.states().count(State.PLANNED) == 0
    assert four.states().count(State.RENUMBERED) == 2
    assert banner(four) == ""
    assert four.bench.desk.runs.unfinished() == ()


def test_several_that_wait_are_retried_in_one_visit(four: Many) -> None:
    sheet = four.plan()
    sheet._retry.setChecked(False)
    for box in sheet.asking.flags.values():
        box.setChecked(True)
    four.run("confirm")
    four.until_still()
    four.run("cancel")
    four.run("view_3")
    four.run("select_all")
    four.run("retry")
    assert four.states() == [State.WAITING_TO_POST] * 4
    assert four.board.opened == [COMPANY.sources[0].retry_page]
    assert sorted(four.board.text.split("\n")) == ["1201", "1202", "1203", "1204"]
    assert "Waiting there, too: " in words_of(four.window.pane)


def test_progress_counts_what_was_heard_and_nothing_twice(four: Many) -> None:
    run = four.bench.crew.confirmed(four.ids)
    progress = BatchProgress(run, {})
    for stage in (Stage.CHECKED, Stage.SAVED, Stage.READ_AGAIN, Stage.PROVED):
        progress.hear(run.rows[0], stage)
    progress.hear(run.rows[1], Stage.SET_ASIDE)
    assert progress.words == "0 of 4 proved", "nothing is counted before it is taken in"
    assert progress.drain() == {run.rows[0].key, run.rows[1].key}
    assert progress.words == "1 of 4 proved, 1 set aside"
    assert (progress.over, progress.drain()) == (2, set())


@pytest.mark.parametrize(
    ("action", "reason"),
    [("batch", "No batch is under way"), ("resume_batch", "No batch is under way"), ("stop", "Nothing is under way")],
)
def test_without_a_batch_the_keys_say_so(four: Many, action: str, reason: str) -> None:
    four.run(action)
    assert reason in four.said
