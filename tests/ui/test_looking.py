"""Looking and confirming in the window: one job a company, what is said, and a person's word by keys."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from builders import COMPANY, INCOMING, REALM, TEXT, TWIN
from flows.conftest import Office
from ui.conftest import Board, Opened, open_window
from untwin.domain.cases.case import State
from untwin.domain.problems import Unreachable
from untwin.ui.deciding.posted_sheet import PostedSheet
from untwin.ui.inbox.columns import HOLDER, STATE


def waiting(opened: Opened) -> None:
    """One case that waits to post."""
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    assert opened.state == State.WAITING_TO_POST


def under_another_number(opened: Opened) -> None:
    at = opened.office.books.clock.now() + timedelta(seconds=1)
    found = replace(TWIN, id="900", number="M-1741", date=INCOMING.date, created_at=at)
    opened.office.books.documents["900"] = found


def shown(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.window.pane.findChildren(QLabel))


@dataclass
class HeldJobs:
    """Runs nothing until it is told to."""

    held: list[Callable[[], None]] = field(default_factory=list)

    def submit(
        self, lane: str, work: Callable[[], object], done: Callable[[object, Exception | None], None]
    ) -> Callable[[], None]:
        if not lane.startswith("company"):
            done(work(), None)
        else:
            self.held.append(lambda: done(work(), None))
        return lambda: None


def test_never_two_looks_of_one_company_at_a_time(qtbot: QtBot, office: Office) -> None:
    jobs = HeldJobs()
    looking = open_window(qtbot, office, jobs, Board()).clerk.looking
    office.desk.companies.put(COMPANY)
    for _ in range(5):
        looking.look(REALM, [], [])
    looking.look(REALM, ["1"], ["1"])
    assert len(jobs.held) == 1
    jobs.held.pop()()
    qtbot.waitUntil(lambda: len(jobs.held) == 1)


def test_a_posting_under_another_number_is_shown_and_confirmed_by_keys(opened: Opened) -> None:
    waiting(opened)
    under_another_number(opened)
    opened.press(Qt.Key.Key_V)
    assert opened.state == State.WAITING_TO_POST
    assert "Posted as invoice M-1741, not as 1234" in shown(opened)
    opened.press(Qt.Key.Key_P)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, PostedSheet)
    assert opened.state == State.WAITING_TO_POST
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.state == State.POSTED
    assert not opened.window.ground.sheet


def test_what_is_to_be_confirmed_stands_beside_what_was_found_and_not_beside_who_had_the_number(
    opened: Opened,
) -> None:
    waiting(opened)
    assert "Credit memo 1234, CM-1234 now" in shown(opened)
    under_another_number(opened)
    opened.press(Qt.Key.Key_V)
    assert "Invoice M-1741" in shown(opened)
    assert "Credit memo" not in shown(opened).split("What happened")[0]
    opened.press(Qt.Key.Key_P)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, PostedSheet)
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Invoice M-1741" in said
    assert said.count("Smith, Anna") == 2
    assert "= same" in said
    assert "Ortega, Luis" not in said


def booked_twice(opened: Opened) -> None:
    """The watch finds the waiting document two times."""
    waiting(opened.look_only_when_told())
    at = opened.office.books.clock.now() + timedelta(seconds=1)
    for key in ("900", "901"):
        found = replace(TWIN, id=key, number="1234", date=INCOMING.date, created_at=at)
        opened.office.books.documents[key] = found
    opened.press(Qt.Key.Key_V)


def test_what_was_booked_twice_is_an_alarm_by_name_with_both_documents(opened: Opened) -> None:
    booked_twice(opened)
    row = opened.window.model.painted(0)
    assert row is not None
    assert row.lines[STATE][0] == "Booked twice"
    assert "Booked twice\nOpen both in QuickBooks and undo one of them by hand" in shown(opened)
    assert shown(opened).count("= same") == 6
    assert "Invoice 1234 (Smith, Anna, 1,240.00) and invoice 1234 (Smith, Anna, 1,240.00)." in opened.said


def test_one_key_opens_both_of_what_was_booked_twice(opened: Opened) -> None:
    booked_twice(opened)
    opened.office.desk.companies.put(replace(COMPANY, web="http://127.0.0.1:4000"))
    opened.window.refresh()
    opened.settle()
    before = len(opened.board.opened)
    opened.press(Qt.Key.Key_1)
    assert [address.rpartition("=")[2] for address in opened.board.opened[before:]] == ["900", "901"]


def test_the_row_says_that_the_number_was_the_other_documents(opened: Opened) -> None:
    waiting(opened)
    row = opened.window.model.painted(0)
    assert row is not None
    assert row.lines[HOLDER][0] == "Was credit memo 1234"


def test_a_document_that_is_another_one_is_ruled_out_by_keys(opened: Opened) -> None:
    waiting(opened.look_only_when_told())
    under_another_number(opened)
    opened.press(Qt.Key.Key_V)
    opened.press(Qt.Key.Key_P, shift=True)
    assert "goes on looking" in opened.said
    opened.press(Qt.Key.Key_V)
    assert "M-1741" not in opened.said
    opened.press(Qt.Key.Key_P)
    assert "Nothing was found" in opened.said
    assert not opened.window.ground.sheet


def test_the_window_looks_by_itself_after_the_retry(opened: Opened, qtbot: QtBot) -> None:
    waiting(opened)
    opened.office.books.polls.clear()
    # The sample source tries again every five seconds; this clock moves on by one whenever it is asked.
    qtbot.waitUntil(lambda: len(opened.office.books.polls) >= 2, timeout=15_000)
    assert set(opened.office.books.polls) == {1}


def test_not_seen_yet_says_in_the_case_what_to_try(opened: Opened) -> None:
    waiting(opened)
    opened.window.clerk.looking.look(REALM, [opened.case.id], [opened.case.id])
    opened.settle()
    assert opened.case.not_seen_yet
    assert "Bill Syncing in Clio" in shown(opened)


def test_quickbooks_out_of_reach_is_said_beside_the_countdown_and_tried_again(opened: Opened) -> None:
    waiting(opened)
    opened.office.books.problem = Unreachable("QuickBooks can't be reached.")
    said = opened.said
    opened.window.clerk.looking.look(REALM, [opened.case.id], [opened.case.id])
    opened.settle()
    assert opened.said == said
    assert not opened.case.not_seen_yet
    assert "QuickBooks can't be reached." in opened.window.watching.countdown(opened.case)


def test_the_same_news_is_told_once(opened: Opened) -> None:
    waiting(opened)
    under_another_number(opened)
    told: list[object] = []
    opened.window.clerk.said.connect(told.append)
    for _ in range(3):
        opened.window.clerk.looking.look(REALM, [opened.case.id], [])
        opened.settle()
        opened.qtbot.wait(450)
    assert len(told) == 1
