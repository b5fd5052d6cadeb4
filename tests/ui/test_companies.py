"""The companies sheet and what hangs on it: allow several, read-only at once, forget by name, how long they last."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from builders import COMPANY, FACTS, NOW, TEXT
from picture_checks import look_over, nameless
from ui.conftest import Opened, connect
from untwin.domain.company import CompanyFacts, CompanySettings, Environment
from untwin.domain.problems import KeyringProblem, Problem, SignInNeeded
from untwin.ports import ConnectionState
from untwin.ui.allow_sheet import AllowSheet, facts_words
from untwin.ui.change_sheet import ChangeSheet
from untwin.ui.companies_sheet import CompaniesSheet
from untwin.ui.company_rows import CONNECTION, NAME, SOURCES, row_of, trouble
from untwin.ui.connect_sheet import ConnectSheet
from untwin.ui.connecting import Lasting
from untwin.ui.forget_sheet import ForgetSheet

PRODUCTION = Environment.PRODUCTION
REAL = replace(COMPANY, environment=PRODUCTION, settings=CompanySettings())


def words_of(root: object) -> str:
    assert hasattr(root, "findChildren")
    return "\n".join(label.text() for label in root.findChildren(QLabel) if not label.isHidden())


def companies_sheet(firm: Opened) -> CompaniesSheet:
    sheet = firm.window.ground.sheet
    if not isinstance(sheet, CompaniesSheet):
        firm.run("manage_companies")
        sheet = firm.window.ground.sheet
    assert isinstance(sheet, CompaniesSheet)
    return sheet


def three(firm: Opened) -> CompaniesSheet:
    for realm in ("11", "12", "13"):
        connect(firm, realm)
    return companies_sheet(firm)


def writes_on(firm: Opened) -> list[str]:
    return [c.realm for c in firm.office.desk.companies.all() if c.settings.writes_on]


# --- the list ---------------------------------------------------------------------------------------------------


def test_without_a_company_the_window_and_the_sheet_say_what_to_do(firm: Opened) -> None:
    assert firm.window._no_company.isVisible()
    assert firm.window._empty._connect.isVisible()
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
    assert not firm.window._no_company.isVisible()
    assert not firm.window._empty._connect.isVisible()


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
        (Lasting(NOW - timedelta(days=1)), ("Has ended", "press c to connect it again"), "bad"),
        (Lasting(problem=SignInNeeded("Gone.")), ("Connect it again", "press c"), "bad"),
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
        "Connect it again",
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
    firm.window.header._manage.click()
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


# --- allow and forbid -------------------------------------------------------------------------------------------


def test_several_are_allowed_in_one_review(firm: Opened) -> None:
    three(firm)
    firm.run("mark_all")
    firm.run("allow_changes")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, AllowSheet)
    said = words_of(sheet)
    assert "change document numbers there, nothing else" in said
    assert "Production: the real books." in said
    assert "Issued numbers may not be changed in its country; its cases stay blocked." in said
    assert "Books closed through 30 Jun 2026." in said
    assert "Custom transaction numbers: on." in said
    assert sheet.checked == ("11", "13")
    sheet._boxes["13"].setChecked(False)
    firm.run("confirm")
    assert writes_on(firm) == ["11"]
    assert firm.said == "Changes are allowed in Bright & Co now."
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)
    assert firm.window.ground.sheet.table.companies.rows[0].lines[2][0] == "Changes allowed"


def test_nothing_checked_allows_nothing(firm: Opened) -> None:
    three(firm)
    firm.run("allow_changes")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, AllowSheet)
    sheet._boxes["11"].setChecked(False)
    firm.run("confirm")
    assert sheet.problem == "Check a company first."
    assert writes_on(firm) == []


def test_what_is_not_known_is_said_in_the_review() -> None:
    unknown: CompanyFacts = replace(FACTS, country=None, closed_through=None, custom_numbers=None)
    said = " ".join(facts_words(replace(REAL, facts=unknown)))
    assert "Country: unknown." in said
    assert "Books: not closed." in said
    assert "Custom transaction numbers: QuickBooks doesn't say." in said
    assert "Books: not known yet." in facts_words(replace(REAL, facts=None))[0]
    off = replace(REAL, facts=replace(FACTS, custom_numbers=False))
    assert facts_words(off)[1] == "Custom transaction numbers: off. Read on 23 Nov 2026."


def test_several_are_made_read_only_at_once(firm: Opened) -> None:
    connect(firm, "11")
    connect(firm, "12")
    firm.office.desk.connect.allow(["11", "12"], "Ann")
    companies_sheet(firm)
    firm.run("allow_changes")
    assert firm.said == "Changes are allowed there already."
    firm.run("mark_all")
    firm.run("companies_read_only")
    assert writes_on(firm) == []
    assert firm.said == "2 companies are read-only now. Ctrl+Shift+L allows changes again, after a review."
    firm.run("companies_read_only")
    assert firm.said == "Read-only already. Press a to allow changes."


def test_the_company_of_the_chosen_case_is_made_read_only_by_one_key_and_the_way_back_is_a_review(
    opened: Opened,
) -> None:
    opened.paste(TEXT)
    opened.run("read_only")
    assert "Harlow & Pike LLP is read-only now." in opened.said
    assert writes_on(opened) == []
    opened.run("renumber")
    assert opened.said == "Harlow & Pike LLP is read-only. Ctrl+Shift+L allows changes, after a review."
    opened.run("read_only")
    assert isinstance(opened.window.ground.sheet, AllowSheet)
    opened.run("confirm")
    assert writes_on(opened) == [COMPANY.realm]
    opened.run("renumber")
    assert isinstance(opened.window.ground.sheet, ChangeSheet)


def test_without_a_case_it_is_the_chosen_company_or_the_only_one(firm: Opened) -> None:
    firm.run("read_only")
    assert firm.said == "Choose a case or a company first."
    connect(firm, "11")
    firm.office.desk.connect.allow(["11"], "Ann")
    firm.window.refresh()
    firm.run("read_only")
    assert "Bright & Co is read-only now." in firm.said
    connect(firm, "12")
    firm.run("read_only")
    assert firm.said == "Choose a case or a company first."
    firm.window.header.companies.setCurrentIndex(2)
    firm.window._narrow("12")
    firm.run("read_only")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, AllowSheet)
    assert list(sheet._boxes) == ["12"]


def test_a_problem_while_switching_is_a_sentence(firm: Opened) -> None:
    three(firm)
    firm.run("allow_changes")
    firm.office.desk.companies.remove("11")
    firm.run("confirm")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, AllowSheet)
    assert "isn't connected" in sheet.problem


# --- forget -----------------------------------------------------------------------------------------------------


def forget_sheet(firm: Opened, realm: str = "11") -> ForgetSheet:
    connect(firm, realm)
    companies_sheet(firm)
    firm.run("forget_company")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, ForgetSheet)
    return sheet


def test_a_company_is_forgotten_by_its_name(firm: Opened) -> None:
    sheet = forget_sheet(firm)
    assert "The change history" in words_of(sheet)
    assert "The keys of your Intuit app for Production" in words_of(sheet)
    sheet.name.setText("Bright")
    firm.run("confirm")
    assert "not the company's name" in sheet.problem
    assert sheet.name.text() == "Bright"
    sheet.name.setText("  bright &  co ")
    assert sheet.problem == ""
    firm.run("confirm")
    assert firm.said == "Bright & Co is forgotten; its change history stays."
    assert firm.office.desk.companies.all() == ()
    assert firm.office.sign_in.apps == {}
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)
    assert "No company is connected yet" in words_of(firm.window.ground.sheet)
    assert [row.what for row in firm.office.desk.history.rows()] == ["connected", "forgotten"]


def test_what_could_not_be_revoked_is_said_afterwards(firm: Opened) -> None:
    firm.office.sign_in.reachable = False
    sheet = forget_sheet(firm)
    sheet.name.setText("Bright & Co")
    firm.run("confirm")
    assert firm.window.ground.sheet is sheet
    assert sheet.accessibleName() == "Bright & Co is forgotten in Untwin"
    assert sheet.problem.startswith("The connection could not be revoked")
    firm.run("confirm")
    firm.run("cancel")
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)


def test_a_locked_keyring_leaves_the_company_as_it_was(firm: Opened) -> None:
    sheet = forget_sheet(firm)
    firm.office.sign_in.problem = KeyringProblem("The keyring is locked.", "Unlock it and try again.")
    sheet.name.setText("Bright & Co")
    firm.run("confirm")
    assert sheet.problem == "The keyring is locked. Unlock it and try again."
    assert [c.realm for c in firm.office.desk.companies.all()] == ["11"]
    assert not sheet.name.isReadOnly()


def test_the_cases_of_a_forgotten_company_stay_and_are_counted(firm: Opened) -> None:
    connect(firm, "11")
    firm.paste(TEXT)
    connect(firm, "12")
    companies_sheet(firm)
    firm.run("forget_company")
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, ForgetSheet)
    assert "Its 1 case in the inbox" in words_of(sheet)
    assert "keys of your Intuit app" not in words_of(sheet)
    sheet.name.setText("Bright & Co")
    firm.run("confirm")
    firm.run("cancel")
    assert firm.window.model.rowCount() == 1
    firm.run("renumber")
    assert "bound to no connected company" in firm.said


def test_one_company_at_a_time_is_forgotten_or_connected_again(firm: Opened) -> None:
    three(firm)
    firm.run("mark_all")
    for action in ("forget_company", "connect_again"):
        firm.run(action)
        assert firm.said == "That is done for one company at a time. Take the marks away first."


def test_a_list_shows_the_company_that_is_left_after_the_chosen_one_was_forgotten(firm: Opened) -> None:
    connect(firm, "11")
    connect(firm, "12")
    firm.window.listing.company = "11"
    firm.office.desk.connect.forget("11", "Ann")
    firm.window.refresh()
    assert firm.window.listing.company == ""
