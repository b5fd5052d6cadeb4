"""The change sheet: live checks, what must be confirmed first, and that a problem keeps what was typed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builders import COMPANY, HOLDER, REALM, TEXT
from ui.conftest import Opened
from untwin.domain.books.documents import Link
from untwin.domain.cases.case import State
from untwin.domain.changes.change import Flag
from untwin.domain.changes.run import RunRow
from untwin.domain.problems import Unreachable
from untwin.flows.changing.going import Stage
from untwin.ui.deciding.change_sheet import ChangeSheet

ROW = RunRow("1", REALM, "CreditMemo", "111", "0", "1234", "CM-1234")


def open_sheet(opened: Opened) -> ChangeSheet:
    opened.paste(TEXT)
    opened.run("renumber")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ChangeSheet)
    return sheet


def test_it_names_company_document_old_and_new(opened: Opened) -> None:
    sheet = open_sheet(opened)
    assert sheet.accessibleName() == "New number for credit memo 1234 in Harlow & Pike LLP (Sample)"
    assert sheet._numbers[0].field.text() == "CM-1234"
    assert sheet.asking.reason.text() == "Number 1234 is needed by Clio bill 1234 (Smith, Anna)"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type a number."),
        ("1234", "is its number now"),
        ("CM-1234-" + "9" * 20, "QuickBooks takes 21 at most"),
        ("CM 1234", "Only letters"),
        (" CM-1", "blanks"),
        ("AUTO_GENERATE", "number the form itself"),
    ],
)
def test_a_number_that_cannot_be_given_is_said_while_typing(opened: Opened, typed: str, said: str) -> None:
    sheet = open_sheet(opened)
    row = sheet._numbers[0]
    row.field.setText(typed)
    assert said in row._check.text()
    assert row._counter.text() == f"{len(typed)} / 21"
    opened.run("confirm")
    assert said in sheet.problem
    assert opened.office.books.orders == []
    assert row.field.text() == typed


def test_a_number_that_is_used_already_is_refused(opened: Opened) -> None:
    opened.office.books.documents["5"] = replace(HOLDER, id="5", number="X-1234")
    sheet = open_sheet(opened)
    sheet._numbers[0].field.setText("x-1234")
    assert "is used already" in sheet._numbers[0]._check.text()


def test_alt_down_and_up_go_through_the_suggestions(opened: Opened) -> None:
    sheet = open_sheet(opened)
    opened.run("suggest_next")
    assert sheet._numbers[0].field.text() == "1234-CM"
    opened.run("suggest_before")
    assert sheet._numbers[0].field.text() == "CM-1234"


def test_flags_must_be_checked_one_by_one(opened: Opened) -> None:
    flagged = replace(HOLDER, emailed=True, email="luis@example.invalid", balance=Decimal("40.00"))
    opened.office.books.documents["111"] = replace(flagged, links=(Link("Payment", "9"),))
    sheet = open_sheet(opened)
    assert set(sheet.asking.flags) == {Flag.EMAILED, Flag.PAID, Flag.LINKED}
    opened.run("confirm")
    assert "e-mailed from QuickBooks" in sheet.problem
    assert opened.office.books.orders == []
    for box in sheet.asking.flags.values():
        box.setChecked(True)
    opened.run("confirm")
    assert opened.state == State.WAITING_TO_POST


def test_above_the_asked_amount_the_count_is_typed(opened: Opened) -> None:
    asking = replace(COMPANY, settings=replace(COMPANY.settings, ask_above=Decimal(10)))
    opened.office.desk.companies.put(asking)
    opened.window.refresh()
    sheet = open_sheet(opened)
    opened.run("confirm")
    assert "Type the number of rows" in sheet.problem
    sheet.asking.count.setText("1")
    opened.run("confirm")
    assert opened.state == State.WAITING_TO_POST


def test_a_reason_is_needed(opened: Opened) -> None:
    sheet = open_sheet(opened)
    sheet.asking.reason.setText("  ")
    opened.run("confirm")
    assert "Give a reason" in sheet.problem


def test_a_problem_is_shown_in_the_sheet_and_what_was_typed_stays(opened: Opened) -> None:
    sheet = open_sheet(opened)
    sheet._numbers[0].field.setText("CM-77")
    opened.office.connections.problem = Unreachable("QuickBooks doesn't answer.", "Nothing was changed.")
    opened.run("confirm")
    assert "QuickBooks doesn't answer." in sheet.problem
    assert opened.window.ground.sheet is sheet
    assert sheet._numbers[0].field.text() == "CM-77"


def test_the_stages_are_shown_as_they_are_reached(opened: Opened) -> None:
    sheet = open_sheet(opened)
    assert sheet._stages.accessibleName() == "Nothing is saved yet"
    sheet._reached(ROW, Stage.SAVED)
    assert [label.text() for label in sheet._stages._labels.values()] == [
        "✓ checked",
        "✓ saved",
        "read again",
        "proved",
    ]
    assert sheet._stages.accessibleName() == "Reached: saved"


def test_esc_waits_for_a_change_that_is_being_saved(opened: Opened) -> None:
    sheet = open_sheet(opened)
    sheet._begin_saving()
    opened.run("cancel")
    assert "wait a moment" in sheet.problem
    assert opened.window.ground.sheet is sheet


def test_esc_cancels_and_nothing_is_written(opened: Opened) -> None:
    open_sheet(opened)
    opened.run("cancel")
    assert opened.window.ground.sheet is None
    assert opened.office.books.orders == []
