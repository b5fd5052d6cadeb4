"""A batch that is interrupted: by another one, by a closed window or by a fault; it is offered again."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from flows.conftest import Office
from ui.batches import Many, held, many_cases
from ui.companies import words_of
from ui.conftest import Board, InlineJobs, open_window
from untwin.domain.cases.case import State
from untwin.domain.problems import Busy


@pytest.fixture
def four(qtbot: QtBot, office: Office) -> Many:
    return many_cases(qtbot, office, mine=4, theirs=0)


def test_another_untwin_that_saves_pauses_the_batch(four: Many) -> None:
    def busy() -> None:
        raise Busy("Another Untwin is saving.")

    four.office.lock.hold = busy  # type: ignore[method-assign, assignment]
    sheet = four.confirmed()
    four.until_still()
    four.qtbot.waitUntil(lambda: sheet.paused)
    assert "Another Untwin is saving." in words_of(sheet)
    assert four.bench.books.orders == []


def test_closing_the_window_pauses_and_the_next_start_offers_it(qtbot: QtBot, office: Office) -> None:
    with held(qtbot, office, 40, at=3) as (many, gate, jobs):
        sheet = many.plan()
        sheet.asking.count.setText("40")
        for box in sheet.asking.flags.values():
            box.setChecked(True)
        many.run("confirm")
        qtbot.waitUntil(lambda: gate.passed >= 3)
        many.window.close()
        gate.at = 0
        began = time.monotonic()
        jobs.close()
        assert time.monotonic() - began < 5
        assert len(many.bench.books.orders) < 40
        desk = many.bench.desk
    desk = replace(desk, carry_out=replace(desk.carry_out, patience=office.desk.carry_out.patience))
    window = open_window(qtbot, replace(office, desk=desk), InlineJobs(), Board())
    window.clerk.settle_at_start()
    qtbot.waitUntil(lambda: window._view.batch_banner.words != "")
    assert window._view.batch_banner.words.startswith("A batch of 40 was paused: ")
    assert window._view.batch_banner.words.endswith(" left.")
    window.registry.run("resume_batch")
    qtbot.waitUntil(lambda: desk.runs.unfinished() == (), timeout=20000)
    assert len({order.id for order in many.bench.books.orders}) == 40
    qtbot.waitUntil(lambda: window._view.batch_banner.words == "")


def test_a_second_batch_waits_until_the_first_is_over(qtbot: QtBot, office: Office) -> None:
    with held(qtbot, office, 6, at=2) as (many, gate, _jobs):
        first = many.ids[:3]
        many.window.registry.run("view_6")
        many.window.model.select(first)
        many.window.registry.run("renumber")
        plan = many.open_plan()
        many.confirm(plan)
        qtbot.waitUntil(lambda: gate.passed >= 2)
        many.press(Qt.Key.Key_Escape)
        many.press(Qt.Key.Key_Escape)
        many.window.model.select(many.ids[3:])
        many.window.registry.run("renumber")
        second = many.open_plan()
        many.confirm(second)
        assert second.problem == "Another batch is being saved; wait until it is over."
        gate.at = 0
        qtbot.waitUntil(lambda: many.window.clerk.batches.running is None, timeout=20000)
        many.run("confirm")
        qtbot.waitUntil(lambda: many.states() == [State.WAITING_TO_POST] * 6, timeout=20000)


def test_whatever_breaks_a_batch_off_leaves_it_to_be_gone_on_with(four: Many, caplog: pytest.LogCaptureFixture) -> None:
    ask = four.bench.books.around_changes

    def broken(_questions: object) -> None:
        raise ZeroDivisionError("secret detail")

    four.bench.books.around_changes = broken  # type: ignore[method-assign, assignment]
    sheet = four.confirmed()
    four.until_still()
    assert four.said == "Something went wrong; nothing was lost."
    assert "ZeroDivisionError" in caplog.text
    four.qtbot.waitUntil(lambda: sheet.paused, timeout=5000)
    four.bench.books.around_changes = ask  # type: ignore[method-assign]
    four.run("confirm")
    four.until_still()
    assert four.states() == [State.WAITING_TO_POST] * 4
