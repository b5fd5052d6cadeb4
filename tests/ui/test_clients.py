"""The clients by keys in a window: what each row says, where Enter leads, and what a look that is noted changes."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from builders import COMPANY, NOW, case
from studio.checks import look_over, nameless
from ui.companies import words_of
from ui.conftest import Opened, connect
from untwin.domain.cases.case import State
from untwin.domain.company.company import Environment, SourceBinding
from untwin.domain.inbox.clients import Check, Client
from untwin.domain.inbox.inbox import VIEWS
from untwin.ui.clients.looked_sheet import LookedSheet
from untwin.ui.clients.rows import CHECKED, CLOSED, ERRORS, MONEY, row_of
from untwin.ui.clients.sheet import ClientsSheet
from untwin.ui.companies.allow_sheet import AllowSheet
from untwin.ui.companies.connect_sheet import ConnectSheet
from untwin.ui.companies.policy_sheet import PolicySheet
from untwin.ui.sources.sheet import SourcesSheet


def open_clients(opened: Opened) -> ClientsSheet:
    opened.window.activateWindow()
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_C)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ClientsSheet)
    opened.qtbot.waitUntil(lambda: sheet._clients is not None)
    opened.settle()
    return sheet


def names(sheet: ClientsSheet) -> list[str]:
    return [row.client.name for row in sheet.table._rows.rows]


def bind(firm: Opened, realm: str, source: str = "clio") -> None:
    company = firm.office.desk.companies.get(realm)
    firm.office.desk.companies.put(replace(company, sources=(SourceBinding(source),)))


@pytest.fixture
def monday(firm: Opened) -> Opened:
    """Two companies with cases, and one that belongs to nobody."""
    for realm in ("11", "12"):
        connect(firm, realm)
        bind(firm, realm)
    states: tuple[tuple[str | None, State], ...] = (
        ("11", State.NEW),
        ("12", State.NEEDS_DECISION),
        ("12", State.WAITING_TO_POST),
        (None, State.NEW),
    )
    for whose, state in states:
        firm.office.desk.cases.add(case(company=whose, state=state))
    firm.window.refresh()
    return firm


def test_g_c_opens_a_row_a_company_with_what_is_open(monday: Opened) -> None:
    sheet = open_clients(monday)
    assert names(sheet) == ["Cole Trust Ltd", "Bright & Co", ""]
    cole = sheet.table._rows.rows[0]
    assert cole.lines[ERRORS] == ("1 to decide", "1 waiting")
    assert "2 clients  ·  1 to decide, 2 new, 1 waiting to post" in words_of(sheet)
    assert not nameless(sheet)


def test_a_row_is_one_sentence(monday: Opened) -> None:
    sheet = open_clients(monday)
    said = sheet.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Cole Trust Ltd, Production, 1 to decide, 1 waiting, ")
    assert "Clio never looked at as a whole: an empty inbox is no proof" in said
    assert "connection: 99 days left, read-only" in said


def test_enter_leads_to_the_clients_cases_in_the_first_view_that_has_some(monday: Opened) -> None:
    open_clients(monday)
    monday.press(Qt.Key.Key_J)
    monday.press(Qt.Key.Key_Return)
    assert monday.window.ground.sheet is None
    assert monday.window.listing.company == "11"
    assert monday.window.listing.view == 1
    assert monday.window.inbox.hasFocus()


def test_a_client_without_an_open_case_shows_all_of_its_cases(firm: Opened) -> None:
    connect(firm, "11")
    sheet = open_clients(firm)
    sheet.confirm_button.click()
    firm.settle()
    assert firm.window.listing.company == "11"
    assert firm.window.listing.view == len(VIEWS) - 1


def test_a_look_that_is_noted_makes_the_row_fresh(monday: Opened) -> None:
    sheet = open_clients(monday)
    assert sheet.table._rows.rows[0].lines[CHECKED] == ("! look again", "Clio never")
    assert "An empty inbox is no proof" in words_of(sheet)
    monday.press(Qt.Key.Key_V)
    looked = monday.window.ground.sheet
    assert isinstance(looked, LookedSheet)
    assert looked.boxes["clio"].isChecked()
    looked.name_line.field.setText("Ann Weber")
    monday.run("confirm")
    assert monday.window.ground.sheet is sheet
    monday.settle()
    assert sheet.table._rows.rows[0].lines[CHECKED] == ("Clio just now", "whole list seen")
    assert "Ann Weber says so" in words_of(sheet)
    assert monday.office.desk.history.rows()[-1].who == "Ann Weber"


def test_nobody_says_that_they_looked_nowhere(monday: Opened) -> None:
    open_clients(monday)
    monday.press(Qt.Key.Key_V)
    looked = monday.window.ground.sheet
    assert isinstance(looked, LookedSheet)
    looked.boxes["clio"].setChecked(False)
    monday.run("confirm")
    assert looked.problem == "Mark in which app you looked."


@pytest.mark.parametrize(
    ("key", "sheet"),
    [(Qt.Key.Key_P, PolicySheet), (Qt.Key.Key_C, ConnectSheet), (Qt.Key.Key_U, SourcesSheet)],
)
def test_the_other_keys_lead_on_from_the_row(monday: Opened, key: Qt.Key, sheet: type) -> None:
    open_clients(monday)
    monday.press(key)
    assert isinstance(monday.window.ground.sheet, sheet)


def test_signing_in_again_comes_back_to_the_clients(monday: Opened) -> None:
    sheet = open_clients(monday)
    monday.press(Qt.Key.Key_C)
    assert not sheet.isVisible()
    monday.run("cancel")
    assert monday.window.ground.sheet is sheet
    assert sheet.isVisible()


def test_read_only_is_at_once_and_allowing_asks(monday: Opened) -> None:
    monday.office.desk.connect.allow(["12"], "Ann")
    sheet = open_clients(monday)
    monday.press(Qt.Key.Key_L, shift=True, ctrl=True)
    assert not monday.office.desk.companies.get("12").settings.writes_on
    assert monday.window.ground.sheet is sheet
    monday.press(Qt.Key.Key_L, shift=True, ctrl=True)
    assert isinstance(monday.window.ground.sheet, AllowSheet)
    assert not monday.office.desk.companies.get("12").settings.writes_on


def test_cases_of_no_company_have_a_row_that_says_so(monday: Opened) -> None:
    sheet = open_clients(monday)
    sheet.table.choose(2)
    for action in ("client_policy", "note_looked", "client_read_only", "client_sign_in"):
        monday.run(action)
        assert monday.said.startswith("Nobody has said yet")
    monday.press(Qt.Key.Key_Return)
    assert monday.window.listing.company == ""
    assert monday.window.listing.view == 1


def test_without_an_app_nobody_can_have_looked(firm: Opened) -> None:
    connect(firm, "11")
    open_clients(firm)
    firm.press(Qt.Key.Key_V)
    assert firm.said == "No app is connected to Bright & Co. Press u to connect one."


def test_the_list_is_sorted_by_keys_and_by_its_titles(monday: Opened) -> None:
    sheet = open_clients(monday)
    assert sheet.order.value == "what needs you first"
    monday.press(Qt.Key.Key_S, shift=True)
    assert sheet.order.value == "name"
    assert names(sheet) == ["Bright & Co", "Cole Trust Ltd", ""]
    sheet.table.horizontalHeader().sectionClicked.emit(ERRORS)
    assert names(sheet) == ["Cole Trust Ltd", "Bright & Co", ""]


def test_the_filter_narrows_and_esc_takes_it_away_first(monday: Opened) -> None:
    sheet = open_clients(monday)
    monday.press(Qt.Key.Key_Slash)
    assert sheet.filter.hasFocus()
    sheet.filter.setText("bright")
    assert names(sheet) == ["Bright & Co"]
    sheet.filter.setText("nobody")
    assert "Nothing fits. Esc clears the filter." in words_of(sheet)
    monday.press(Qt.Key.Key_Escape)
    assert names(sheet) == ["Cole Trust Ltd", "Bright & Co", ""]
    monday.press(Qt.Key.Key_Escape)
    assert monday.window.ground.sheet is None


def test_without_a_company_it_says_what_to_do(firm: Opened) -> None:
    sheet = open_clients(firm)
    assert "No client is here yet" in words_of(sheet)
    firm.run("open_client")
    assert firm.said == "No client is shown here."
    firm.run("confirm")
    assert isinstance(firm.window.ground.sheet, ConnectSheet)


def test_its_buttons_run_the_actions_and_everything_fits(monday: Opened) -> None:
    sheet = open_clients(monday)
    assert not look_over(sheet, monday.window.grab().toImage())
    [looked] = [each for each in sheet.findChildren(QPushButton) if each.property("action") == "note_looked"]
    looked.click()
    monday.settle()
    assert isinstance(monday.window.ground.sheet, LookedSheet)


# --- what a row says --------------------------------------------------------------------------------------------


def test_money_of_several_currencies_stands_apart() -> None:
    client = Client(COMPANY, new=3, money=(("EUR", Decimal(10)), ("USD", Decimal("5.5"))), without_amount=1, oldest=NOW)
    assert row_of(client, None, NOW).lines[MONEY] == ("EUR 10.00", "USD 5.50, 1 without amount")


@pytest.mark.parametrize(
    ("check", "lines", "tone"),
    [
        (Check("clio", "Clio", NOW - timedelta(days=7)), ("Clio 7 d ago", "whole list seen"), "ink"),
        (Check("clio", "Clio", NOW - timedelta(days=7, minutes=1)), ("! look again", "Clio 7 d ago"), "loud-warn"),
        (Check("clio", "Clio", part_at=NOW), ("! look again", "Clio only in part"), "loud-warn"),
        (Check("clio", "Clio"), ("! look again", "Clio never"), "loud-warn"),
    ],
)
def test_a_week_after_the_last_look_a_mark_and_a_word_say_so(check: Check, lines: tuple[str, str], tone: str) -> None:
    row = row_of(Client(COMPANY, checks=(check,)), None, NOW)
    assert row.lines[CHECKED] == lines
    assert row.checked_tone == tone
    assert ("no proof" in row.sentence) is (tone == "loud-warn")


def test_what_is_closed_and_what_is_reported_stand_beside_each_other() -> None:
    settings = replace(COMPANY.settings, reported_through=date(2026, 9, 30))
    company = replace(COMPANY, settings=settings, environment=Environment.PRODUCTION)
    assert row_of(Client(company), None, NOW).lines[CLOSED] == ("30 Jun 2026", "reported 30 Sep 2026")
