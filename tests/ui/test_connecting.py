"""The connect sheet: keys once, the browser, the question whose it is; what is typed stays, what is secret goes."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import COMPANY
from fakes_sign_in import FakeSignIn
from flows.conftest import Office
from ui.conftest import Board, Opened, connect, open_window
from untwin.domain.company import Environment
from untwin.domain.problems import BadInput, KeyringProblem, OutsideProblem, SignInNeeded
from untwin.jobs import LaneJobs
from untwin.ports import AppOnFile, Arrived, IntuitApp, Patience, SignInBegun
from untwin.ui.companies_sheet import CompaniesSheet
from untwin.ui.connect_keys import shortened
from untwin.ui.connect_pages import pasted_words
from untwin.ui.connect_sheet import ConnectSheet, Step

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX
SECRET = "s3cret-that-nobody-sees"


@dataclass
class Intuit:
    """What a person does in the browser; `sheet` is the one that is open."""

    firm: Opened
    begun: list[SignInBegun] = field(default_factory=list)

    def __post_init__(self) -> None:
        begin = self.firm.office.sign_in.begin

        def noted(environment: Environment) -> SignInBegun:
            self.begun.append(begin(environment))
            return self.begun[-1]

        self.firm.office.sign_in.begin = noted  # type: ignore[method-assign]

    @property
    def sheet(self) -> ConnectSheet:
        sheet = self.firm.window.ground.sheet
        assert isinstance(sheet, ConnectSheet)
        return sheet

    def at(self, step: Step) -> bool:
        """Whether that page is shown."""
        return self.sheet.step is step

    def agree(self, realm: str = "11") -> str:
        """The address at which the browser ends."""
        return self.firm.office.sign_in.agree(self.begun[-1], realm)

    def type_keys(self, environment: Environment = PRODUCTION) -> None:
        """Fills the first page in, as from Intuit's page."""
        keys = self.sheet.keys
        if environment is SANDBOX:
            keys._group.button(1).click()
            self.firm.settle()
        keys.client_id.setText("ABcd-client-id-9876")
        keys.secret.setText(SECRET)
        if environment is PRODUCTION:
            keys.redirect.setText("https://firm.example/untwin")

    def paste(self, text: str) -> None:
        self.sheet.back.pasted.setText(text)
        self.firm.run("confirm")

    @property
    def companies(self) -> list[str]:
        return [c.name for c in self.firm.office.desk.companies.all()]


@pytest.fixture
def intuit(firm: Opened) -> Intuit:
    made = Intuit(firm)
    firm.run("connect_company")
    return made


def shown(root: QWidget) -> str:
    labels = [w.text() for w in root.findChildren(QLabel) if w.isVisible()]
    fields = [w.displayText() for w in root.findChildren(QLineEdit) if w.isVisible()]
    return "\n".join((*labels, *fields))


# --- the keys ---------------------------------------------------------------------------------------------------


def test_keys_are_asked_for_once_and_the_secret_goes_when_it_is_kept(intuit: Intuit) -> None:
    sheet = intuit.sheet
    assert sheet.keys.first_field() is sheet.keys.client_id
    intuit.type_keys()
    assert SECRET not in shown(sheet)
    intuit.firm.run("confirm")
    assert intuit.at(Step.RETURN)
    assert sheet.keys.secret.text() == ""
    assert SECRET not in repr(vars(sheet.keys))
    assert intuit.firm.office.sign_in.apps[PRODUCTION].client_secret == SECRET
    assert intuit.firm.board.opened == [intuit.begun[-1].page]
    intuit.firm.run("cancel")
    assert intuit.at(Step.KEYS)
    assert "Client id ABcd-c…9876" in shown(sheet)
    assert "Redirect address https://firm.example/untwin" in shown(sheet)


def test_keys_that_can_be_none_are_said_and_stay_as_they_were_typed(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.sheet.keys.client_id.setText("two words")
    intuit.firm.run("confirm")
    sheet = intuit.sheet
    assert intuit.at(Step.KEYS)
    assert "can be no key" in sheet.problem
    assert sheet.keys.client_id.text() == "two words"
    assert sheet.keys.secret.text() == SECRET


def test_what_is_typed_for_one_environment_waits_while_the_other_is_shown(intuit: Intuit) -> None:
    intuit.type_keys()
    keys = intuit.sheet.keys
    keys._group.button(1).click()
    intuit.firm.settle()
    assert (keys.client_id.text(), keys.secret.text()) == ("", "")
    assert keys.redirect.text() == "http://localhost:8765/callback"
    keys._group.button(0).click()
    intuit.firm.settle()
    assert keys.client_id.text() == "ABcd-client-id-9876"
    assert keys.redirect.text() == "https://firm.example/untwin"


def test_the_redirect_address_can_be_copied(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.sheet.keys._copy()
    assert intuit.firm.board.text == "https://firm.example/untwin"


def test_keys_on_file_are_used_and_can_be_changed(firm: Opened) -> None:
    connect(firm, "11")
    intuit = Intuit(firm)
    firm.run("connect_company")
    keys = intuit.sheet.keys
    assert keys.typed is None
    keys._change()
    assert keys.redirect.text() == "https://firm.example/untwin"
    assert "must be connected again" in shown(intuit.sheet)
    firm.run("confirm")
    assert "can be no key" in intuit.sheet.problem
    intuit.type_keys()
    keys.client_id.setText("another-client-id-1")
    firm.run("confirm")
    assert firm.office.sign_in.apps[PRODUCTION].client_id == "another-client-id-1"


def test_a_keyring_that_cannot_be_read_is_said_and_keys_can_be_typed_all_the_same(firm: Opened) -> None:
    def locked(environment: Environment) -> AppOnFile | None:
        raise KeyringProblem("The keyring is locked.", "Unlock it.")

    firm.office.sign_in.app = locked  # type: ignore[method-assign]
    firm.run("connect_company")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, ConnectSheet)
    assert sheet.problem == "The keyring is locked. Unlock it."
    assert sheet.keys.client_id.isVisible()


# --- by pasting -------------------------------------------------------------------------------------------------


def test_a_company_is_connected_by_a_pasted_address_and_is_read_only(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.firm.run("confirm")
    sheet = intuit.sheet
    assert "Waiting" not in shown(sheet)
    address = intuit.agree("11")
    intuit.paste(address)
    assert intuit.at(Step.ARRIVED)
    assert "Bright & Co" in shown(sheet)
    assert "Country: US." in shown(sheet)
    assert "Production: the real books." in shown(sheet)
    assert intuit.companies == []
    intuit.firm.run("confirm")
    assert intuit.at(Step.DONE)
    assert "Bright & Co is connected. It is read-only" in shown(sheet)
    assert intuit.companies == ["Bright & Co"]
    assert not intuit.firm.office.desk.companies.all()[0].settings.writes_on
    intuit.firm.run("cancel")
    assert isinstance(intuit.firm.window.ground.sheet, CompaniesSheet)


def test_neither_state_nor_code_is_ever_shown(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.firm.run("confirm")
    address = intuit.agree("11")
    code = intuit.firm.office.sign_in._codes
    secrets = (intuit.begun[-1].state, next(iter(code)))
    intuit.sheet.back.pasted.setText(address)
    assert "Pasted: https://firm.example/untwin?" in shown(intuit.sheet)
    for _ in range(3):
        assert not [each for each in secrets if each in shown(intuit.sheet)]
        intuit.firm.run("confirm")


def test_a_wrong_paste_says_so_and_stays(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.firm.run("confirm")
    intuit.firm.run("confirm")
    assert intuit.sheet.problem == "Paste the browser's whole address first."
    intuit.paste("https://firm.example/untwin")
    assert "another sign-in" in intuit.sheet.problem
    assert intuit.sheet.back.pasted.text() == "https://firm.example/untwin"
    intuit.paste(intuit.agree("12"))
    assert intuit.at(Step.ARRIVED)


def test_the_page_can_be_opened_again_and_only_the_newest_counts(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.firm.run("confirm")
    old = intuit.agree("11")
    intuit.sheet._open_again()
    intuit.firm.settle()
    assert len(intuit.firm.board.opened) == 2
    intuit.paste(old)
    assert "another sign-in" in intuit.sheet.problem
    intuit.paste(intuit.agree("11"))
    assert intuit.at(Step.ARRIVED)


def test_without_a_browser_the_address_of_the_page_can_be_copied_and_is_not_printed(intuit: Intuit) -> None:
    def no_browser(address: str) -> None:
        raise OutsideProblem("No web browser could be started.", f"Open this address yourself: {address}")

    intuit.sheet._hands = type(intuit.sheet._hands)(no_browser, intuit.firm.board.write)
    intuit.type_keys()
    intuit.firm.run("confirm")
    assert "Copy the page's address" in intuit.sheet.problem
    assert intuit.begun[-1].state not in shown(intuit.sheet)
    intuit.sheet._copy_page()
    assert intuit.firm.board.text == intuit.begun[-1].page


# --- whose it is ------------------------------------------------------------------------------------------------


def test_the_wrong_company_is_turned_away_and_the_right_one_comes_next(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.firm.run("confirm")
    intuit.paste(intuit.agree("12"))
    assert intuit.firm.office.sign_in.live
    intuit.firm.run("cancel")
    assert not intuit.firm.office.sign_in.live
    assert intuit.companies == []
    assert intuit.at(Step.KEYS)
    intuit.firm.run("confirm")
    intuit.paste(intuit.agree("11"))
    intuit.firm.run("confirm")
    assert intuit.companies == ["Bright & Co"]


def test_what_could_not_be_given_back_is_said(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.firm.run("confirm")
    intuit.paste(intuit.agree("12"))
    intuit.firm.office.sign_in.reachable = False
    intuit.firm.run("cancel")
    assert "could not be revoked" in intuit.sheet.problem


def test_a_keyring_that_refuses_can_be_tried_again(intuit: Intuit) -> None:
    intuit.type_keys()
    intuit.firm.run("confirm")
    intuit.paste(intuit.agree("11"))
    intuit.firm.office.sign_in.problem = KeyringProblem("The keyring is locked.", "Unlock it.")
    intuit.firm.run("confirm")
    assert intuit.at(Step.ARRIVED)
    assert intuit.sheet.problem == "The keyring is locked. Unlock it."
    intuit.firm.office.sign_in.problem = None
    intuit.firm.run("confirm")
    assert intuit.companies == ["Bright & Co"]


def test_the_next_one_needs_no_keys_and_all_new_ones_are_marked_afterwards(firm: Opened) -> None:
    connect(firm, "13")
    intuit = Intuit(firm)
    firm.run("connect_company")
    for number, realm in enumerate(("11", "12")):
        firm.run("confirm")
        intuit.paste(intuit.agree(realm))
        firm.run("confirm")
        assert len(intuit.begun) == number + 1
    assert "Before it: Bright & Co" in shown(intuit.sheet)
    firm.run("cancel")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, CompaniesSheet)
    assert [c.realm for c in sheet.chosen] == ["11", "12"]


def test_connecting_again_keeps_the_settings(firm: Opened) -> None:
    connect(firm, "11")
    firm.office.desk.connect.allow(["11"], "Ann")
    firm.run("manage_companies")
    intuit = Intuit(firm)
    firm.run("connect_again")
    assert intuit.sheet.accessibleName() == "Connect Bright & Co again"
    assert not intuit.sheet.keys._group.button(1).isVisible()
    firm.run("confirm")
    intuit.paste(intuit.agree("11"))
    assert "It is connected already" in shown(intuit.sheet)
    firm.run("confirm")
    assert "Bright & Co is connected again; its settings stay." in shown(intuit.sheet)
    assert firm.office.desk.companies.get("11").settings.writes_on


def test_another_company_than_the_one_meant_is_pointed_out(firm: Opened) -> None:
    connect(firm, "11")
    firm.run("manage_companies")
    intuit = Intuit(firm)
    firm.run("connect_again")
    firm.run("confirm")
    intuit.paste(intuit.agree("12"))
    assert "Bright & Co was to be connected again. This is another company." in shown(intuit.sheet)


def test_the_sample_firms_untwin_connects_no_real_company(opened: Opened) -> None:
    opened.run("connect_company")
    assert "without --sample" in opened.said
    opened.run("manage_companies")
    opened.run("confirm")
    assert isinstance(opened.window.ground.sheet, CompaniesSheet)
    opened.run("connect_again")
    assert opened.said == "A sample firm's connection lasts while Untwin runs."


# --- by listening -----------------------------------------------------------------------------------------------


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

    def listen(self, _begun: SignInBegun, patience: Patience) -> str:
        try:
            while not self.comes:
                patience.pause(0.01)
        except BaseException:
            self.ended.append("given up")
            raise
        return self.comes.pop()

    def until(self, step: Step) -> None:
        self.intuit.firm.qtbot.waitUntil(lambda: self.intuit.sheet.step is step)

    def run(self, action: str) -> None:
        self.intuit.firm.window.registry.run(action)


@pytest.fixture
def waiting(qtbot: QtBot, office: Office) -> Iterator[Waiting]:
    jobs, board = LaneJobs(), Board()
    office.desk.companies.remove(office.desk.companies.all()[0].realm)
    _two_companies(office.sign_in)
    window = open_window(qtbot, office, jobs, board, sample=False)
    made = Waiting(Intuit(Opened(window, office, board, qtbot)))
    office.sign_in.listen = lambda begun: made.listen(begun, jobs.patience)  # type: ignore[method-assign]
    office.desk.connect.keep_app(IntuitApp(SANDBOX, "sandbox-client-id", SECRET, "http://localhost:8765/callback"))
    window.registry.run("connect_company")
    made.intuit.sheet.keys._group.button(1).click()
    qtbot.waitUntil(lambda: made.intuit.sheet.keys.typed is None and not made.intuit.sheet.keys.reading)
    made.run("confirm")
    made.until(Step.RETURN)
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
    waiting.until(Step.RETURN)
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


# --- words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("hello", "Pasted: hello"),
        (
            "https://firm.example/untwin?code=AB1&state=xyz",
            "Pasted: https://firm.example/untwin? and 18 more characters",
        ),
        ("code=AB1&state=xyz", "Pasted: 18 characters, without the beginning of an address"),
    ],
)
def test_what_was_pasted_is_told_without_what_it_carries(text: str, said: str) -> None:
    assert pasted_words(text) == said


def test_a_client_id_is_shortened_to_what_tells_apps_apart() -> None:
    assert shortened("ABcdefghijklmnop1234") == "ABcdef…1234"
    assert shortened("short") == "short"
