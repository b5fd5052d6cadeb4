"""The connect sheet: keys once, the browser, the question whose it is; what is typed stays, what is secret goes."""

import pytest

from ui.conftest import Opened, connect
from ui.intuit import PRODUCTION, SECRET, Intuit, shown
from untwin.domain.company.company import Environment
from untwin.domain.problems import KeyringProblem, OutsideProblem
from untwin.ports.sign_in import AppOnFile
from untwin.ui.companies.connect_keys import shortened
from untwin.ui.companies.connect_pages import pasted_words
from untwin.ui.companies.connect_sheet import ConnectSheet, Step
from untwin.ui.companies.sheet import CompaniesSheet


@pytest.fixture
def intuit(firm: Opened) -> Intuit:
    made = Intuit(firm)
    firm.run("connect_company")
    return made


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
