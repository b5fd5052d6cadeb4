"""A playbook in the window: what was found, the options by their keys, the retry, and the help page beside."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from builders import COMPANY, INCOMING, TWIN
from ui.conftest import Opened
from untwin.domain.case import State
from untwin.domain.incoming import SourceAnswer
from untwin.domain.observed import NameRecord
from untwin.ui.help_sheet import HelpSheet

NO_CUSTOMER = "1234: This invoice should have an associated customer before it can be synced to QuickBooks (Clio)."
OUTSIDE = "1234: line item or invoice amount modifications in HubSpot native invoices cannot be made by other apps."


@pytest.fixture
def pasted(opened: Opened) -> Opened:
    """A missing customer whose namesake has another address."""
    office = opened.office
    office.books.documents.clear()
    office.source.answer = SourceAnswer(replace(INCOMING, customer_email="anna@smith.example"), (), complete=True)
    office.books.people = (NameRecord("Customer", "9", "Smith, Anna", email="old@smith.example"),)
    opened.paste(NO_CUSTOMER)
    if opened.case.waiting_number is None:
        office.desk.decide.describe(opened.case.id, "no. 1234")
        opened.window.refresh()
        opened.run("look_up")
    return opened


def words(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.window.pane.findChildren(QLabel))


def test_what_was_found_and_every_option_stand_in_the_case(pasted: Opened) -> None:
    said = words(pasted)
    assert "Customer missing" in said
    assert "What was found" in said
    assert "old@smith.example" in said
    assert "What can be done" in said
    assert "Who: you" in said
    buttons = [b.accessibleName() for b in pasted.window.pane.findChildren(QPushButton)]
    assert any(name.startswith("Option 1: Copy old@smith.example") for name in buttons)


def test_an_option_is_taken_by_its_key(pasted: Opened) -> None:
    pasted.window.inbox.setFocus()
    pasted.press(Qt.Key.Key_1)
    assert pasted.board.text == "old@smith.example"
    assert "Copied: old@smith.example." in pasted.said


def test_the_retry_begins_by_the_persons_word_and_ends_posted(pasted: Opened) -> None:
    pasted.window.inbox.setFocus()
    pasted.press(Qt.Key.Key_T)
    assert pasted.state == State.WAITING_TO_POST
    made = pasted.office.books.clock.now()
    pasted.office.books.documents["900"] = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=made)
    pasted.run("verify")
    assert pasted.state == State.POSTED
    assert "Posted" in words(pasted)


def test_looking_again_says_what_has_changed(pasted: Opened) -> None:
    pasted.office.books.people = (NameRecord("Customer", "9", "Smith, Anna", email="anna@smith.example"),)
    pasted.run("look_up")
    assert "E-mail of Smith, Anna: old@smith.example before, anna@smith.example now." in words(pasted)
    assert "nothing has to be changed in QuickBooks" in words(pasted)


def test_h_opens_the_page_of_the_kind_and_the_arrows_the_others(pasted: Opened) -> None:
    pasted.window.inbox.setFocus()
    pasted.press(Qt.Key.Key_F1, shift=True)
    sheet = pasted.window.ground.sheet
    assert isinstance(sheet, HelpSheet)
    assert sheet.page.title == "The invoice has no customer"
    sheet.list.setFocus()
    pasted.press(Qt.Key.Key_Down)
    assert sheet.page.name == "service_date_required"
    pasted.press(Qt.Key.Key_Escape)
    assert pasted.window.ground.sheet is None


def test_a_list_without_the_error_ends_what_shows_in_the_source_alone(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, sources=(replace(COMPANY.sources[0], source="hubspot"),)))
    opened.office.books.documents = {"900": replace(TWIN, id="900", number="1234", date=INCOMING.date)}
    opened.paste(OUTSIDE)
    if opened.case.waiting_number is None:
        opened.office.desk.decide.describe(opened.case.id, "no. 1234")
        opened.window.refresh()
        opened.run("look_up")
    opened.run("retry")
    assert opened.state == State.WAITING_TO_POST
    opened.board.text = "a shopping list"
    opened.run("check_list")
    assert "doesn't look like HubSpot's list" in opened.said
    opened.board.text = "Failing to sync\nIn sync: 12. Failing to sync: 0."
    opened.run("check_list")
    assert opened.state == State.POSTED
    assert "gone from HubSpot's list" in opened.said
