"""The sources sheet by keys: connected, tested, forgotten; what is secret is shown once or never; one's own profile."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from builders import COMPANY, TEXT
from studio.checks import look_over, nameless
from ui.companies import words_of
from ui.conftest import Opened, connect
from untwin.domain.problems import SignInNeeded, Unreachable
from untwin.domain.sources.declared import RetryBy
from untwin.resources import resource
from untwin.ui.arriving.source_of_sheet import SourceOfSheet
from untwin.ui.sources.connect_sheet import SourceSheet, Step
from untwin.ui.sources.forget_sheet import ForgetSourceSheet
from untwin.ui.sources.own_source_sheet import OwnSourceSheet
from untwin.ui.sources.rows import TESTED
from untwin.ui.sources.sheet import SourcesSheet

U = Qt.Key.Key_U


def sources(window: Opened) -> SourcesSheet:
    sheet = window.window.ground.sheet
    if not isinstance(sheet, SourcesSheet):
        window.run("manage_sources")
        sheet = window.window.ground.sheet
    assert isinstance(sheet, SourcesSheet)
    return sheet


def connecting(firm: Opened, kind: str) -> SourceSheet:
    if not firm.office.desk.companies.all():
        connect(firm, "11")
    sources(firm)
    firm.press(Qt.Key.Key_Return, ctrl=True)
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, SourceSheet)
    sheet.choice.choose(kind)
    firm.settle()
    return sheet


def bound(window: Opened) -> list[str]:
    return [b.source for c in window.office.desk.companies.all() for b in c.sources]


def test_a_key_opens_the_sheet_and_each_row_says_what_the_source_can_do(opened: Opened) -> None:
    opened.window.focus_list()
    opened.press(U, ctrl=True, shift=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, SourcesSheet)
    [row] = sheet.table.sources.rows
    assert (row.binding.source, row.company.name) == ("clio", COMPANY.name)
    assert "reads its list" in row.sentence
    assert "opens its page; you have it send again" in row.sentence
    assert "It asks for Custom transaction numbers on." in words_of(sheet)
    assert "Press “Retry” at the document (Settings > Bill Syncing)" in words_of(sheet)


def test_a_source_is_tested_by_a_key_and_its_answer_is_shown(opened: Opened) -> None:
    sheet = sources(opened)
    opened.press(Qt.Key.Key_T)
    assert sheet.table.sources.rows[0].lines[TESTED][0] == "does not answer"
    assert "Clio isn't connected on this computer." in words_of(sheet)
    opened.office.accounts.problem = Unreachable("Clio can't be reached.", "Check the network.")
    opened.press(Qt.Key.Key_T)
    assert "Clio can't be reached. Check the network." in words_of(sheet)


def test_without_a_source_the_sheet_says_what_to_do(firm: Opened) -> None:
    connect(firm, "11")
    sheet = sources(firm)
    assert "No source is connected yet" in words_of(sheet)
    for action in ("test_source", "forget_source"):
        firm.run(action)
        assert firm.said.startswith("No source is connected yet.")


def test_without_a_company_none_can_be_connected(firm: Opened) -> None:
    firm.run("connect_source")
    assert "Connect the company in QuickBooks first" in firm.said


def test_hubspot_is_connected_with_a_token_that_is_typed_unseen(firm: Opened) -> None:
    sheet = connecting(firm, "hubspot")
    field = sheet.choice.hubspot.token
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.setText("pat-eu1-worthless")
    firm.press(Qt.Key.Key_Return, ctrl=True)
    assert sheet.step is Step.ACCOUNT
    assert "HubSpot account 777" in words_of(sheet)
    assert bound(firm) == []
    # Confirming whose account it is is no reflex.
    assert sheet.cancel_button.hasFocus()
    firm.press(Qt.Key.Key_Return, ctrl=True)
    assert (sheet.step, bound(firm), field.text()) == (Step.DONE, ["hubspot"], "")
    firm.press(Qt.Key.Key_Escape)
    assert [row.binding.source for row in sources(firm).table.sources.rows] == ["hubspot"]


def test_an_account_that_is_not_the_companys_is_turned_away(firm: Opened) -> None:
    sheet = connecting(firm, "hubspot")
    sheet.choice.hubspot.token.setText("pat-eu1-worthless")
    firm.run("confirm")
    firm.press(Qt.Key.Key_Escape)
    assert (sheet.step, bound(firm)) == (Step.CHOICE, [])
    assert len(firm.office.accounts.turned_away) == 1
    # What was typed stays.
    assert sheet.choice.hubspot.token.text() == "pat-eu1-worthless"


def test_an_account_belongs_to_one_company_alone(firm: Opened) -> None:
    connect(firm, "11")
    connect(firm, "12")
    for realm in ("11", "12"):
        sheet = connecting(firm, "hubspot")
        sheet.choice.company.setCurrentIndex(sheet.choice.company.findData(realm))
        sheet.choice.hubspot.token.setText("pat-eu1-worthless")
        firm.run("confirm")
        firm.run("confirm")
        if realm == "11":
            firm.run("cancel")
    assert "belongs to Bright & Co already" in sheet.problem
    assert bound(firm) == ["hubspot"]


def test_a_webhooks_secret_is_shown_once_and_goes_with_the_sheet(firm: Opened) -> None:
    sheet = connecting(firm, "webhook")
    sheet.choice.webhook.name.setText("Acme Billing")
    sheet.choice.webhook.address.setText("http://acme.example/retry")
    firm.run("confirm")
    assert "begins with https://" in sheet.problem
    sheet.choice.webhook.address.setText("https://acme.example/retry")
    firm.run("confirm")
    assert sheet.step is Step.DONE
    assert "made-once" in words_of(sheet)
    sheet.done._copy()
    assert firm.board.text == "made-once"
    firm.run("confirm")
    assert (sheet.step, sheet.done.secret.text()) == (Step.CHOICE, "")
    firm.run("cancel")
    assert "made-once" not in words_of(firm.window)
    [company] = firm.office.desk.companies.all()
    assert company.profile("Acme Billing").retry is RetryBy.WEBHOOK


def test_a_source_is_forgotten_after_a_question(opened: Opened) -> None:
    sources(opened)
    opened.press(Qt.Key.Key_F)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ForgetSourceSheet)
    assert sheet.cancel_button.hasFocus()
    opened.press(Qt.Key.Key_Escape)
    assert bound(opened) == ["clio"]
    opened.run("forget_source")
    opened.run("confirm")
    assert bound(opened) == []
    assert "No source is connected yet" in words_of(sources(opened))


def test_what_could_not_be_ended_is_said_after_forgetting(opened: Opened) -> None:
    opened.office.accounts.not_ended = "Clio's connection could not be ended there: Clio can't be reached."
    sources(opened)
    opened.run("forget_source")
    opened.run("confirm")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ForgetSourceSheet)
    assert "could not be ended there" in sheet.problem
    assert bound(opened) == []


def test_a_profile_file_that_is_dropped_is_shown_before_it_is_added(opened: Opened) -> None:
    drop(opened, resource("sources", "example.toml"))
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, OwnSourceSheet)
    assert bound(opened) == ["clio"]
    opened.run("confirm")
    assert bound(opened) == ["clio", "Acme Billing"]
    assert opened.said == f"Acme Billing is a source of {COMPANY.name} now."


def test_of_a_source_that_nobody_asked_no_answer_is_claimed(opened: Opened) -> None:
    sheet = sources(opened)
    drop(opened, resource("sources", "example.toml"))
    opened.run("confirm")
    opened.press(Qt.Key.Key_T)
    assert sheet.chosen is not None
    assert sheet.chosen.lines[TESTED][0] == "nothing to ask"


def test_an_address_that_is_wrong_keeps_the_focus_to_be_put_right(firm: Opened) -> None:
    sheet = connecting(firm, "webhook")
    field = sheet.choice.webhook.address
    sheet.choice.webhook.name.setText("Acme Billing")
    field.setText("http://acme.example/retry")
    field.setFocus()
    firm.run("confirm")
    assert "begins with https://" in sheet.problem
    assert field.hasFocus()


def test_what_was_added_just_now_is_what_the_next_key_is_about(opened: Opened) -> None:
    sheet = sources(opened)
    assert sheet.chosen is not None
    assert sheet.chosen.binding.source == "clio"
    drop(opened, resource("sources", "example.toml"))
    opened.run("confirm")
    assert sheet.chosen.binding.source == "Acme Billing"
    opened.press(Qt.Key.Key_F)
    opened.run("confirm")
    assert bound(opened) == ["clio"]


def test_a_profile_that_cannot_be_read_is_a_sentence(opened: Opened, tmp_path: Path) -> None:
    drop(opened, tmp_path / "nothing.toml")
    assert "can't be opened" in opened.said
    assert opened.window.ground.sheet is None


def drop(opened: Opened, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, buttons, keys)
    opened.window.dropEvent(event)
    opened.settle()


@pytest.mark.parametrize("kind", ["clio", "hubspot", "webhook"])
def test_every_page_is_named_and_nothing_is_cut_off(firm: Opened, kind: str) -> None:
    sheet = connecting(firm, kind)
    assert list(nameless(sheet)) == []
    assert list(look_over(firm.window)) == []


def test_a_problem_of_the_keyring_is_said_and_nothing_is_bound(firm: Opened) -> None:
    sheet = connecting(firm, "hubspot")
    sheet.choice.hubspot.token.setText("pat-eu1-worthless")
    firm.run("confirm")
    firm.office.accounts.problem = SignInNeeded("HubSpot no longer accepts this connection.")
    firm.run("confirm")
    assert "no longer accepts" in sheet.problem
    assert bound(firm) == []


def test_a_person_says_by_a_key_which_app_a_case_comes_from(opened: Opened) -> None:
    account = opened.office.desk.bind_sources.webhook("Acme Billing", "https://acme.example/retry")
    opened.office.desk.bind_sources.keep(COMPANY.realm, account, "Ann")
    opened.paste(TEXT)
    opened.window.refresh()
    assert opened.case.source == "clio"
    opened.window.focus_list()
    opened.press(Qt.Key.Key_S, shift=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, SourceOfSheet)
    sheet.choice.take_key("Acme Billing")
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.case.source == "Acme Billing"
    assert opened.window.ground.sheet is None


def test_the_case_says_that_its_app_was_taken_for_the_only_one(opened: Opened) -> None:
    opened.paste(TEXT.replace("Code (6140): ", ""))
    assert opened.case.source == "clio"
    said = [label.text() for label in opened.window.pane.findChildren(QLabel)]
    assert any("taken for Clio's, the only app" in words for words in said)
