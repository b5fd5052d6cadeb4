"""The companies sheet: what is connected, how long it lasts, and how several are marked."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from builders import COMPANY, NOW
from studio.checks import look_over, nameless
from ui.companies import companies_sheet, three, words_of
from ui.conftest import Opened, connect
from untwin.domain.company.company import CompanySettings, Environment, TrustUnlock
from untwin.domain.problems import KeyringProblem, Problem, SignInNeeded
from untwin.ports.sign_in import ConnectionState
from untwin.ui.companies.connect_sheet import ConnectSheet
from untwin.ui.companies.connecting import Lasting
from untwin.ui.companies.rows import CONNECTION, NAME, SOURCES, row_of, trouble
from untwin.ui.companies.sheet import CompaniesSheet

PRODUCTION = Environment.PRODUCTION
REAL = replace(COMPANY, environment=PRODUCTION, settings=CompanySettings())


# --- the list ---------------------------------------------------------------------------------------------------


def test_without_a_company_the_window_and_the_sheet_say_what_to_do(firm: Opened) -> None:
    assert firm.window._view.no_company.isVisible()
    assert firm.window._view.empty._connect.isVisible()
    sheet = companies_sheet(firm)
    assert "No company is connected yet" in words_of(sheet)
    assert QApplication.focusWidget() in (sheet.confirm_button, None)
    for action in ("allow_changes", "companies_read_only", "connect_again", "forget_company"):
        firm.run(action)
        assert firm.said.startswith("No company is connected yet.")
    firm.run("confirm")
    assert isinstance(firm.window.ground.sheet, ConnectSheet)


def test_the_banner_goes_with_the_first_company(firm: Opened) -> None:
    connect(firm, "11")
    assert not firm.window._view.no_company.isVisible()
    assert not firm.window._view.empty._connect.isVisible()


def test_a_row_says_where_it_lives_how_long_it_lasts_and_what_is_bound(firm: Opened) -> None:
    sheet = three(firm)
    row = sheet.table.companies.rows[0]
    assert row.lines[NAME] == ("Bright & Co", "Production")
    assert row.lines[CONNECTION] == ("99 days left", "ends 3 Mar 2027 unless used")
    assert "Read-only" in row.sentence
    assert "books closed through 30 Jun 2026" in row.sentence
    assert sheet.table.companies.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("not marked")


@pytest.mark.parametrize(
    ("lasting", "words", "tone"),
    [
        (None, ("Reading …", ""), "muted"),
        (Lasting(NOW + timedelta(days=13)), ("13 days left", "ends 6 Dec 2026 unless used"), "bad"),
        (Lasting(NOW + timedelta(days=1, hours=1)), ("1 day left", "ends 24 Nov 2026 unless used"), "bad"),
        (Lasting(NOW + timedelta(days=90), NOW + timedelta(days=20)), ("20 days left", "ends 13 Dec 2026"), "ink"),
        (Lasting(NOW - timedelta(days=1)), ("Ended", "connect it again"), "bad"),
        (Lasting(problem=SignInNeeded("Gone.")), ("Ended", "connect it again"), "bad"),
        (Lasting(problem=KeyringProblem("Locked.")), ("Not known", ""), "warn"),
    ],
)
def test_how_long_a_connection_lasts_is_said_in_words(
    lasting: Lasting | None, words: tuple[str, str], tone: str
) -> None:
    row = row_of(REAL, lasting, NOW)
    assert (row.lines[CONNECTION], row.tone) == (words, tone)


def test_a_sample_lasts_while_untwin_runs_and_sources_are_named() -> None:
    row = row_of(COMPANY, None, NOW)
    assert row.lines[CONNECTION] == ("Sample", "while Untwin runs")
    assert row.lines[SOURCES] == ("Clio", "")


def test_connections_that_cannot_be_read_are_a_sentence_each_and_the_same_one_once(firm: Opened) -> None:
    connect(firm, "13")
    state = firm.office.sign_in.state
    problems: dict[str, Problem] = {
        "11": KeyringProblem("The keyring is locked.", "Unlock it."),
        "12": SignInNeeded("Gone."),
    }

    def failing(realm: str) -> ConnectionState:
        if realm in problems:
            raise problems[realm]
        return state(realm)

    firm.office.sign_in.state = failing  # type: ignore[method-assign]
    sheet = three(firm)
    said = words_of(sheet._trouble)
    assert "Bright & Co: The keyring is locked. Unlock it." in said
    assert "Cole Trust Ltd: Gone." in said
    assert [row.lines[CONNECTION][0] for row in sheet.table.companies.rows] == [
        "Not known",
        "Ended",
        "99 days left",
    ]
    same = {c.realm: Lasting(problem=KeyringProblem("Locked.")) for c in firm.office.desk.companies.all()}
    assert trouble(firm.office.desk.companies.all(), same) == ("Bright & Co and 2 more: Locked.",)


def test_rows_are_marked_by_key_and_by_a_click_on_the_box(firm: Opened) -> None:
    sheet = three(firm)
    assert [c.realm for c in sheet.chosen] == ["11"]
    firm.run("next_company")
    firm.run("mark_company")
    firm.run("previous_company")
    assert [c.realm for c in sheet.chosen] == ["12"]
    box = sheet.table.visualRect(sheet.table.companies.index(2, 0)).center()
    firm.qtbot.mouseClick(sheet.table.viewport(), Qt.MouseButton.LeftButton, pos=box)  # type: ignore[no-untyped-call]
    assert [c.realm for c in sheet.chosen] == ["12", "13"]
    assert "2 of 3 marked" in words_of(sheet)
    firm.qtbot.keyClick(sheet.table, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    assert [c.realm for c in sheet.chosen] == ["12"]
    firm.run("mark_all")
    assert len(sheet.chosen) == 3
    firm.run("mark_all")
    assert [c.realm for c in sheet.chosen] == ["13"]


def test_the_header_has_a_button_for_the_mouse(firm: Opened) -> None:
    next(b for b in firm.window.header.findChildren(QPushButton) if b.accessibleName() == "Companies").click()
    firm.settle()
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)
    firm.run("cancel")
    assert firm.window.ground.sheet is None


def test_every_sheet_about_companies_has_names_and_nothing_clipped(firm: Opened) -> None:
    three(firm)
    for action in ("", "allow_changes", "forget_company", "confirm", "connect_again"):
        if action:
            firm.run(action)
        sheet = firm.window.ground.sheet
        assert sheet is not None
        assert nameless(sheet) == []
        assert look_over(sheet) == []
        if action:
            firm.run("cancel")


def test_the_chosen_company_tells_its_trust_accounts_and_limits(firm: Opened) -> None:
    connect(firm, "11")
    policy = replace(
        firm.office.desk.companies.get("11").settings,
        reported_through=date(2026, 8, 31),
        most_rows=40,
        highest_total=Decimal(5000),
        never_types=("Estimate",),
        trust_accounts=("Escrow",),
    )
    firm.office.desk.companies.put(replace(firm.office.desk.companies.get("11"), settings=policy))
    firm.run("manage_companies")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, CompaniesSheet)
    [row] = sheet.table.companies.rows
    assert "reported through 31 Aug 2026" in row.sentence
    said = sheet._detail.text()
    assert "Trust accounts of Bright & Co: Trust Bank (IOLTA), Client Trust Liability, Escrow." in said
    assert "up to 40 numbers of 5,000.00 together at most" in said
    assert "Never changed here: estimate." in said
    assert "What touches them is only shown." in said
    unlock = TrustUnlock("Ann", "the auditor agreed", date(2026, 9, 1))
    firm.office.desk.companies.put(
        replace(firm.office.desk.companies.get("11"), settings=replace(policy, trust_unlock=unlock))
    )
    firm.run("cancel")
    firm.run("manage_companies")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, CompaniesSheet)
    said = sheet._detail.text()
    assert "Sales documents on them may get another number: Ann said so on 1 Sep 2026." in said
    assert "only shown" not in said
