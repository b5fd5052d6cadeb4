"""What is done about companies: allow several, read-only at once, forget by name."""

from dataclasses import replace

from builders import COMPANY, FACTS, TEXT
from ui.companies import companies_sheet, three, words_of, writes_on
from ui.conftest import Opened, connect
from untwin.domain.company.company import CompanyFacts, CompanySettings, Environment
from untwin.domain.problems import KeyringProblem
from untwin.ui.companies.allow_sheet import AllowSheet, facts_words
from untwin.ui.companies.forget_sheet import ForgetSheet
from untwin.ui.companies.sheet import CompaniesSheet
from untwin.ui.deciding.change_sheet import ChangeSheet

PRODUCTION = Environment.PRODUCTION
REAL = replace(COMPANY, environment=PRODUCTION, settings=CompanySettings())


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
    assert "belongs to no connected company" in firm.said


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
