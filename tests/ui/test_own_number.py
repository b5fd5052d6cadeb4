"""A vendor's bill beside the document in the way: one check in the window clears it, and z takes the word back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from builders import COMPANY, HOLDER, TEXT, case, evidence
from ui.companies import words_of
from ui.conftest import Opened
from untwin.domain.cases.case import Case, State
from untwin.domain.verdicts.evidence import Named
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict
from untwin.ui.deciding.own_number_sheet import OwnNumberSheet

BILL = replace(HOLDER, id="400", entity="Bill", customer_id="31", customer_name="Acme Supply")


@pytest.fixture
def beside(opened: Opened) -> Opened:
    """A window with the case, and a vendor's bill of its number in the books."""
    opened.office.books.documents["400"] = BILL
    opened.paste(TEXT)
    return opened


def sheet_of(opened: Opened) -> OwnNumberSheet:
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, OwnNumberSheet)
    return sheet


def verdict(opened: Opened) -> Verdict:
    assert opened.case.judgement is not None
    return opened.case.judgement.verdict


def test_one_check_clears_it_and_nothing_is_said_without(beside: Opened) -> None:
    assert verdict(beside) is Verdict.PURCHASE_SIDE
    beside.press(Qt.Key.Key_N, shift=True)
    sheet = sheet_of(beside)
    assert sheet.check.hasFocus()
    assert "Vendor bill 1234 of Acme Supply has the vendor's own number" in words_of(sheet)
    beside.press(Qt.Key.Key_Return, ctrl=True)
    assert "check it first" in sheet.problem
    assert verdict(beside) is Verdict.PURCHASE_SIDE
    beside.press(Qt.Key.Key_Space)
    beside.press(Qt.Key.Key_Return, ctrl=True)
    assert beside.window.ground.sheet is None
    assert verdict(beside) is Verdict.UNRELATED
    assert [own.who for own in beside.case.own_numbers] == ["Ann"]
    assert "1 document only shares the number" in beside.said
    assert beside.office.books.orders == []


def test_it_is_the_first_option_and_the_bill_stays_shown(beside: Opened) -> None:
    assert "One answer from you is missing" in words_of(beside.window.pane)
    beside.run("exit_1")
    sheet_of(beside).check.setChecked(True)
    beside.run("confirm")
    shown = words_of(beside.window.pane)
    assert "Only has the same number" in shown
    assert "Acme Supply" in shown
    assert "Renumber credit memo 1234" in shown


def test_z_takes_the_word_back(beside: Opened) -> None:
    beside.run("own_number")
    sheet_of(beside).check.setChecked(True)
    beside.run("confirm")
    beside.run("undo")
    assert (verdict(beside), beside.case.own_numbers) == (Verdict.PURCHASE_SIDE, ())
    assert "taken back" in beside.said


def test_all_selected_cases_are_asked_about_on_one_sheet(opened: Opened) -> None:
    desk = opened.office.desk
    desk.companies.put(COMPANY)
    ids = [desk.cases.add(kept(number)).id for number in ("1777", "1778")]
    opened.window.refresh()
    opened.run("view_6")
    opened.run("select_all")
    opened.run("own_number")
    sheet = sheet_of(opened)
    assert all(number in words_of(sheet) for number in ("1777", "1778"))
    sheet.check.setChecked(True)
    opened.run("confirm")
    judged = [desk.cases.get(i).judgement for i in ids]
    assert [each.verdict for each in judged if each] == [Verdict.UNRELATED] * 2
    assert "2 documents only share the number" in opened.said


def kept(number: str) -> Case:
    holders = (replace(HOLDER, number=number), replace(BILL, number=number))
    found = evidence(holders=holders, named=Named(number, None, HOLDER.id), named_found=holders[0])
    whole = case(id="", doc_number=number, state=State.NEEDS_DECISION, evidence=found, judgement=judge(found))
    return replace(whole, incoming=found.incoming)


@pytest.mark.parametrize("entity", ["JournalEntry", "Invoice"])
def test_of_anything_else_it_is_refused_in_words(opened: Opened, entity: str) -> None:
    opened.office.books.documents["400"] = replace(BILL, entity=entity)
    opened.paste(TEXT)
    opened.run("own_number")
    assert opened.window.ground.sheet is None
    assert "No vendor's document is all that stands in the way" in opened.said
