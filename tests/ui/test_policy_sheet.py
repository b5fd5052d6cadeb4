"""A company's policy: every point is kept, what can't be read is said beside its field, and its country has a say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from ui.companies import companies_sheet, three, words_of
from ui.conftest import Opened
from untwin.domain.company.company import CompanySettings
from untwin.ui.companies.policy_sheet import PolicySheet
from untwin.ui.companies.sheet import CompaniesSheet


def policy(firm: Opened, realm: str = "11") -> PolicySheet:
    """The policy sheet of one of three companies, opened by its key."""
    firm.window.activateWindow()
    connected = firm.office.desk.companies.all()
    table = (companies_sheet(firm) if connected else three(firm)).table
    table.setFocus()
    table.choose([row.company.realm for row in table.companies.rows].index(realm))
    firm.press(Qt.Key.Key_P)
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, PolicySheet)
    return sheet


def settings(firm: Opened, realm: str = "11") -> CompanySettings:
    return firm.office.desk.companies.get(realm).settings


def test_p_shows_what_is_set_and_ctrl_enter_keeps_what_is_new(firm: Opened) -> None:
    sheet = policy(firm)
    assert sheet.accessibleName() == "Policy of Bright & Co"
    assert sheet.fields["rows"].text() == "200"
    sheet.fields["rows"].setText("50")
    sheet.fields["total"].setText("25,000.00")
    sheet.fields["ask"].setText("1000")
    sheet.fields["day"].setText("2026-09-30")
    sheet.never["sales receipt"].setChecked(True)
    sheet.trust.accounts.setPlainText("Client Funds\n\n  Escrow  \n")
    firm.press(Qt.Key.Key_Return, ctrl=True)
    kept = settings(firm)
    assert (kept.most_rows, kept.highest_total, kept.ask_above) == (50, Decimal("25000.00"), Decimal(1000))
    assert kept.reported_through == date(2026, 9, 30)
    assert kept.never_types == ("SalesReceipt",)
    assert kept.trust_accounts == ("Client Funds", "Escrow")
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)
    assert "The policy of Bright & Co is kept" in firm.said
    row = firm.office.desk.history.rows()[-1]
    assert (row.what, row.company) == ("policy changed", "11")
    assert "most changes in one confirmation: 200 → 50" in row.detail


def test_an_empty_field_takes_a_limit_away(firm: Opened) -> None:
    policy(firm)
    firm.run("cancel")
    company = firm.office.desk.companies.get("11")
    before = replace(company.settings, highest_total=Decimal(5), reported_through=date(2026, 1, 1))
    firm.office.desk.companies.put(replace(company, settings=before))
    sheet = policy(firm)
    assert sheet.fields["total"].text() == "5.00"
    sheet.fields["total"].clear()
    sheet.fields["day"].clear()
    firm.run("confirm")
    assert settings(firm).highest_total is None
    assert settings(firm).reported_through is None


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("rows", "", "A number from 1 to 10000."),
        ("rows", "0", "A number from 1 to 10000."),
        ("rows", "99999999999999999999", "A number from 1 to 10000."),
        ("rows", "²", "A number from 1 to 10000."),
        ("total", "-5", "An amount such as 5000.00"),
        ("total", "1e9", "An amount such as 5000.00"),
        ("total", "1.000,00", "An amount such as 5000.00"),
        ("ask", "NaN", "An amount such as 5000.00"),
        ("day", "30 Sep", "A day such as 2026-09-30"),
        ("day", "2026-02-30", "A day such as 2026-09-30"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(firm: Opened, field: str, typed: str, said: str) -> None:
    sheet = policy(firm)
    sheet.fields[field].setText(typed)
    assert said in sheet.notes[field].text()
    assert said in sheet.fields[field].accessibleDescription()
    firm.run("confirm")
    assert firm.window.ground.sheet is sheet
    assert settings(firm) == replace(CompanySettings(), writes_on=settings(firm).writes_on)


def test_only_where_a_person_may_say_so_the_country_has_a_box(firm: Opened) -> None:
    sheet = policy(firm)
    assert sheet.country.isHidden()
    assert "Country US: issued numbers may be changed there." in words_of(sheet)
    firm.run("cancel")
    sheet = policy(firm, "12")
    assert sheet.country.isHidden()
    assert "In France an issued number may never be changed" in words_of(sheet)
    firm.run("cancel")
    company = firm.office.desk.companies.get("13")
    assert company.facts is not None
    firm.office.desk.companies.put(replace(company, facts=replace(company.facts, country="DE")))
    sheet = policy(firm, "13")
    assert "Country DE: an issued number may usually not be changed there." in words_of(sheet)
    sheet.country.setChecked(True)
    firm.run("confirm")
    assert settings(firm, "13").countries_opted_in


def test_it_is_done_for_one_company_at_a_time(firm: Opened) -> None:
    three(firm)
    firm.run("mark_all")
    firm.run("company_policy")
    assert "one company at a time" in firm.said
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)


def test_the_name_that_was_said_stands_in_the_history_at_once(firm: Opened) -> None:
    sheet = policy(firm)
    firm.office.desk.person.put("Ann Weber")
    sheet.fields["rows"].setText("40")
    firm.run("confirm")
    assert firm.office.desk.history.rows()[-1].who == "Ann Weber"


def test_what_cannot_be_read_gets_the_focus_and_its_words(firm: Opened) -> None:
    sheet = policy(firm)
    sheet.fields["total"].setText("-5")
    sheet.fields["day"].setText("30 September")
    firm.press(Qt.Key.Key_Return, ctrl=True)
    assert sheet.focusWidget() is sheet.fields["total"]
    assert [key for key, note in sheet.notes.items() if not note.isHidden()] == ["total", "day"]


def test_trust_documents_are_unlocked_with_a_reason_and_locked_again(firm: Opened) -> None:
    sheet = policy(firm)
    assert sheet.trust.reason.isHidden()
    sheet.trust.unlocked.setChecked(True)
    assert "Say why" in sheet.trust.note.text()
    firm.run("confirm")
    assert firm.window.ground.sheet is sheet
    assert settings(firm).trust_unlock is None
    sheet.trust.reason.setText("the auditor agreed")
    firm.run("confirm")
    unlock = settings(firm).trust_unlock
    assert unlock is not None
    assert (unlock.who, unlock.reason) == (firm.office.desk.who, "the auditor agreed")
    row = firm.office.desk.history.rows()[-1]
    assert "numbers of documents on trust accounts: locked → may change" in row.detail
    sheet = policy(firm)
    assert f"Unlocked by {unlock.who}" in words_of(sheet)
    firm.run("confirm")
    assert settings(firm).trust_unlock == unlock
    sheet = policy(firm)
    sheet.trust.unlocked.setChecked(False)
    firm.run("confirm")
    assert settings(firm).trust_unlock is None
