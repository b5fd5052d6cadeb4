"""Waiting for the browser that comes back by itself: it goes on, is given up, and leaves nothing behind."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from builders import COMPANY
from fakes_sign_in import FakeSignIn
from flows.conftest import Office
from ui.conftest import Board, Opened, open_window
from ui.intuit import SANDBOX, SECRET, Intuit, shown
from untwin.domain.problems import BadInput, SignInNeeded
from untwin.jobs import LaneJobs
from untwin.ports.machine import Patience
from untwin.ports.sign_in import Arrived, IntuitApp, SignInBegun
from untwin.ui.companies.connect_sheet import Step
from untwin.ui.companies.sheet import CompaniesSheet


@pytest.fixture
def intuit(firm: Opened) -> Intuit:
    made = Intuit(firm)
    firm.run("connect_company")
    return made


def test_a_redirect_to_this_computer_comes_back_by_itself(intuit: Intuit) -> None:
    intuit.type_keys(SANDBOX)
    intuit.firm.run("confirm")
    assert intuit.at(Step.ARRIVED)
    assert "Sandbox" in shown(intuit.sheet)


def test_where_nobody_can_listen_the_address_is_pasted(intuit: Intuit) -> None:
    def taken(begun: SignInBegun) -> str:
        raise BadInput("Port 8765 is used by another program.", "Close it.")

    intuit.firm.office.sign_in.listen = taken  # type: ignore[method-assign]
    intuit.type_keys(SANDBOX)
    intuit.firm.run("confirm")
    assert intuit.sheet.problem == "Port 8765 is used by another program. Close it."
    assert "Waiting" not in shown(intuit.sheet)
    intuit.paste(intuit.agree("11"))
    assert intuit.at(Step.ARRIVED)


@dataclass
class Waiting:
    """Real jobs, and a sign-in whose browser comes back when it is told to."""

    intuit: Intuit
    ended: list[str] = field(default_factory=list)
    comes: list[str] = field(default_factory=list)
    begun: int = 0

    def listen(self, _begun: SignInBegun, patience: Patience) -> str:
        self.begun += 1
        try:
            while not self.comes:
                patience.pause(0.01)
        except BaseException:
            self.ended.append("given up")
            raise
        return self.comes.pop()

    def until(self, step: Step) -> None:
        self.intuit.firm.qtbot.waitUntil(lambda: self.intuit.sheet.step is step)

    def until_listening(self, times: int) -> None:
        """A wait that was given up before it began is no wait that ended."""
        self.until(Step.RETURN)
        self.intuit.firm.qtbot.waitUntil(lambda: self.begun == times)

    def run(self, action: str) -> None:
        self.intuit.firm.window.registry.run(action)


@pytest.fixture
def waiting(qtbot: QtBot, office: Office) -> Iterator[Waiting]:
    jobs, board = LaneJobs(), Board()
    office.desk.companies.remove(office.desk.companies.all()[0].realm)
    _two_companies(office.sign_in)
    window = open_window(qtbot, office, jobs, board, sample=False)
    made = Waiting(Intuit(Opened(window, office, board, qtbot, threads=True)))
    office.sign_in.listen = lambda begun: made.listen(begun, jobs.patience)  # type: ignore[method-assign]
    office.desk.connect.keep_app(IntuitApp(SANDBOX, "sandbox-client-id", SECRET, "http://localhost:8765/callback"))
    window.registry.run("connect_company")
    made.intuit.sheet.keys._group.button(1).click()
    qtbot.waitUntil(lambda: made.intuit.sheet.keys.typed is None and not made.intuit.sheet.keys.reading)
    made.run("confirm")
    made.until_listening(1)
    yield made
    jobs.close()


def _two_companies(sign_in: FakeSignIn) -> None:
    sign_in.companies = {"11": COMPANY, "12": COMPANY}


def test_it_waits_for_the_browser_and_goes_on(waiting: Waiting) -> None:
    assert "Waiting for the browser" in shown(waiting.intuit.sheet)
    waiting.comes.append(waiting.intuit.agree("11"))
    waiting.until(Step.ARRIVED)


def test_the_wait_is_cancelled_by_going_back(waiting: Waiting) -> None:
    waiting.run("cancel")
    assert waiting.intuit.at(Step.KEYS)
    waiting.intuit.firm.qtbot.waitUntil(lambda: waiting.ended == ["given up"])
    assert waiting.intuit.sheet.problem == ""
    waiting.run("confirm")
    waiting.until(Step.RETURN)
    waiting.comes.append(waiting.intuit.agree("11"))
    waiting.until(Step.ARRIVED)


def test_a_paste_ends_the_wait_too(waiting: Waiting) -> None:
    waiting.intuit.sheet.back.pasted.setText("nonsense")
    waiting.run("confirm")
    waiting.intuit.firm.qtbot.waitUntil(lambda: "another sign-in" in waiting.intuit.sheet.problem)
    assert "Waiting for the browser" in shown(waiting.intuit.sheet)
    waiting.intuit.sheet.back.pasted.setText(waiting.intuit.agree("11"))
    waiting.run("confirm")
    waiting.until(Step.ARRIVED)
    waiting.intuit.firm.qtbot.waitUntil(lambda: waiting.ended == ["given up"])


def test_closing_the_sheet_ends_the_wait(waiting: Waiting) -> None:
    waiting.run("cancel")
    waiting.run("confirm")
    waiting.until_listening(2)
    waiting.run("cancel")
    waiting.run("cancel")
    waiting.intuit.firm.qtbot.waitUntil(lambda: len(waiting.ended) == 2)
    waiting.intuit.firm.qtbot.waitUntil(lambda: isinstance(waiting.intuit.firm.window.ground.sheet, CompaniesSheet))


def test_closing_the_window_ends_it_at_once(waiting: Waiting) -> None:
    began = time.monotonic()
    waiting.intuit.firm.window.close()
    waiting.intuit.firm.window.clerk._bridge._jobs.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 2
    assert waiting.ended == ["given up"]


def test_nobody_in_time_is_said_and_the_page_can_be_opened_again(waiting: Waiting) -> None:
    sign_in = waiting.intuit.firm.office.sign_in

    def in_vain(begun: SignInBegun) -> str:
        raise SignInNeeded("Nobody came back from QuickBooks' sign-in page in time.", "Connect again.")

    sign_in.listen = in_vain  # type: ignore[method-assign]
    waiting.intuit.sheet._open_again()
    waiting.intuit.firm.qtbot.waitUntil(lambda: "Nobody came back" in waiting.intuit.sheet.problem)
    assert waiting.intuit.at(Step.RETURN)


def test_a_company_that_comes_after_somebody_went_back_is_given_back(waiting: Waiting) -> None:
    sign_in, gone = waiting.intuit.firm.office.sign_in, waiting.intuit
    arrive = sign_in.arrive
    held: list[bool] = []

    def slow(begun: SignInBegun, redirected: str) -> Arrived:
        while not held:
            time.sleep(0.01)
        return arrive(begun, redirected)

    sign_in.arrive = slow  # type: ignore[method-assign]
    gone.sheet.back.pasted.setText(gone.agree("11"))
    waiting.run("confirm")
    waiting.run("cancel")
    waiting.run("cancel")
    gone.firm.qtbot.waitUntil(lambda: isinstance(gone.firm.window.ground.sheet, CompaniesSheet))
    held.append(True)
    gone.firm.qtbot.waitUntil(lambda: not sign_in._codes)
    gone.firm.qtbot.waitUntil(lambda: not sign_in.live)
    assert gone.companies == []
