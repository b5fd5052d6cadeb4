"""House rules for new numbers by keys: live examples, what is wrong beside its field, kept for the next plan."""

from PySide6.QtCore import Qt

from ui.companies import three, words_of
from ui.conftest import Opened
from untwin.domain.company.house_rules import HouseRules, Rule
from untwin.ui.companies.numbers_sheet import NumbersSheet
from untwin.ui.companies.sheet import CompaniesSheet


def numbers(firm: Opened) -> NumbersSheet:
    """The sheet of one of three companies, opened by its key."""
    firm.window.activateWindow()
    table = three(firm).table
    table.setFocus()
    table.choose([row.company.realm for row in table.companies.rows].index("11"))
    firm.press(Qt.Key.Key_N)
    sheet = firm.window.ground.sheet
    assert isinstance(sheet, NumbersSheet)
    return sheet


def kept(firm: Opened) -> HouseRules:
    return firm.office.desk.companies.get("11").settings.numbers


def test_n_shows_the_rules_and_ctrl_enter_keeps_what_is_new(firm: Opened) -> None:
    sheet = numbers(firm)
    assert sheet.accessibleName() == "New numbers in Bright & Co"
    assert sheet.order.text() == "prefix, suffix, next, ask"
    sheet.order.setText("suffix, ask")
    sheet.affixes["CreditMemo"].setText("GS")
    sheet.ranges.setPlainText("clio 2000..3000\n\n")
    assert "A credit memo 1234: 1234-GS, else you are asked" in words_of(sheet)
    firm.press(Qt.Key.Key_Return, ctrl=True)
    rules = kept(firm)
    assert rules.order == (Rule.SUFFIX, Rule.ASK)
    assert rules.affixes == (("CreditMemo", "GS"),)
    assert [r.words for r in rules.ranges] == ["Clio: 2000 to 3000"]
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)
    assert "The house rules of Bright & Co are kept" in firm.said


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(firm: Opened) -> None:
    sheet = numbers(firm)
    sheet.order.setText("prefix, best")
    sheet.affixes["Invoice"].setText("")
    sheet.ranges.setPlainText("clio")
    assert "“best” is no rule" in sheet.notes["order"].text()
    assert "Type letters for an invoice" in sheet.notes["affixes"].text()
    assert "is no range" in sheet.notes["ranges"].text()
    firm.press(Qt.Key.Key_Return, ctrl=True)
    assert firm.window.ground.sheet is sheet
    assert kept(firm) == HouseRules()


def test_letters_that_begin_a_sources_numbers_are_refused(firm: Opened) -> None:
    sheet = numbers(firm)
    sheet.ranges.setPlainText("hubspot QB-1001..QB-2000")
    sheet.affixes["Invoice"].setText("QB")
    firm.press(Qt.Key.Key_Return, ctrl=True)
    assert firm.window.ground.sheet is sheet
    assert "how HubSpot's own numbers begin" in words_of(sheet)


def test_escape_leaves_them_as_they_were(firm: Opened) -> None:
    sheet = numbers(firm)
    sheet.order.setText("ask")
    firm.press(Qt.Key.Key_Escape)
    assert isinstance(firm.window.ground.sheet, CompaniesSheet)
    assert kept(firm) == HouseRules()
