"""A playbook in the window: what was found, the options by their keys, the retry, and the help page beside."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from builders import COMPANY, INCOMING, TWIN, case
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.sources.incoming import SourceAnswer
from untwin.domain.verdicts.observed import NameRecord
from untwin.domain.verdicts.verdict import Judgement, Verdict
from untwin.ui.arriving.source_of_sheet import SourceOfSheet
from untwin.ui.comfort.help_sheet import HelpSheet

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


def test_of_two_customers_with_one_address_both_can_be_opened_and_none_is_copied(pasted: Opened) -> None:
    two = (NameRecord("Customer", str(n), f"Smith {n}", email="anna@smith.example") for n in (1, 2))
    pasted.office.books.people = tuple(two)
    pasted.run("look_up")
    said = words(pasted)
    assert "2 customers have that address: Clio can't tell which of them is meant." in said
    assert "E-mail of Smith 1: anna@smith.example, not seen before." in said
    buttons = [b.accessibleName() for b in pasted.window.pane.findChildren(QPushButton)]
    assert any(name.startswith("Option 1: Open “Smith 1” in QuickBooks") for name in buttons)
    assert any(name.startswith("Option 2: Open “Smith 2” in QuickBooks") for name in buttons)


def test_who_does_it_in_the_app_is_said_with_the_apps_name(pasted: Opened) -> None:
    assert "Who: an administrator of Clio" in words(pasted)


def test_a_shortened_number_is_a_new_number_and_locked_by_what_may_be_booked_already(opened: Opened) -> None:
    opened.paste("Code (2050): Request Document Number is too long. Max allowed length is 21 characters (Clio).")
    open_now = [b.text() for b in opened.window.pane.findChildren(QPushButton)]
    assert any(text.endswith("Shorten it in Clio") for text in open_now), open_now
    assert "Not locked now: no waiting document of that app may be in QuickBooks already." in words(opened)
    other = case(id="99", doc_number="77", state=State.NEEDS_DECISION, judgement=Judgement(Verdict.UNKNOWN, ("?",)))
    opened.office.desk.cases.add(replace(other, company=opened.case.company, source=opened.case.source))
    opened.window.refresh()
    buttons = [b.text() for b in opened.window.pane.findChildren(QPushButton)]
    assert any(text.endswith("Shorten it in Clio (locked)") for text in buttons), buttons
    assert "Locked: 77 isn't known well enough." in words(opened)
    opened.window.inbox.setFocus()
    opened.press(Qt.Key.Key_2)
    assert "Locked: 77" in opened.said


def test_where_the_error_names_no_app_the_first_key_asks_which_one_it_is(opened: Opened) -> None:
    both = (replace(COMPANY.sources[0], source="clio"), replace(COMPANY.sources[0], source="hubspot"))
    opened.office.desk.companies.put(replace(COMPANY, sources=both))
    opened.paste("Error 3200: AuthenticationFailed: the token has expired.")
    assert opened.case.source is None
    assert "Say which app it comes from" in words(opened)
    opened.window.inbox.setFocus()
    opened.press(Qt.Key.Key_1)
    assert isinstance(opened.window.ground.sheet, SourceOfSheet)
