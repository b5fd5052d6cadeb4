"""Every lock of the safety ladder: the window, a batch and the command line refuse with one reason and the ways out."""

import string
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import COMPANY, FACTS, HOLDER, INCOMING, TEXT, TWIN, case, evidence
from ui.companies import words_of
from ui.conftest import Opened
from untwin.cli.commands import run
from untwin.cli.parser import make_parser
from untwin.domain.books.documents import Customer
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.verdicts.evidence import Evidence, Named, Search
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict
from untwin.flows.looking.judged import judged, note_of, state_of
from untwin.ui.batch.sheet import BatchSheet


def _as_it_is(company: Company) -> Company:
    return company


@dataclass(frozen=True)
class Lock:
    """What is known of a case, and the words with which a change of its number is refused everywhere."""

    found: Evidence
    words: str
    company: Callable[[Company], Company] = _as_it_is
    kind: FaultKind = field(default=FaultKind.DUPLICATE_DOC_NUMBER)

    def case(self, company: Company) -> Case:
        """The case as a look-up leaves it."""
        seen = judged(case(kind=self.kind), self.found, company)
        return replace(seen, state=state_of(seen), note=note_of(seen))


JOURNAL = replace(HOLDER, entity="JournalEntry")
RECEIPT = replace(HOLDER, entity="SalesReceipt", accounts=("Client Trust Liability",))
OTHER = replace(INCOMING, customer="Ito, Ken", source_id="9002", customer_source_id="88214")
LOCKS = {
    "unknown": Lock(evidence(incoming=None, incoming_note=""), "not enough known"),
    "twin search not done": Lock(evidence(twin_search=Search(complete=False, why_not="limit")), "not enough known"),
    "possible twin": Lock(evidence(nearby=(replace(TWIN, memo=""),)), "not enough known"),
    "several, not all judged": Lock(
        evidence(holders=(HOLDER, replace(HOLDER, id="112", total=INCOMING.total))), "not enough known"
    ),
    "none found": Lock(evidence(holders=(), named_found=None), "no document found"),
    "same document": Lock(evidence(nearby=(TWIN,)), "same document"),
    "journal": Lock(evidence(holders=(JOURNAL,), named=Named("1234", "JournalEntry")), "journal or trust document"),
    "trust": Lock(evidence(holders=(RECEIPT,), named=Named("1234", None)), "journal or trust document"),
    "wrong company": Lock(evidence(holders=(RECEIPT,), named_found=RECEIPT), "Wrong company?"),
    "purchase side": Lock(evidence(holders=(replace(HOLDER, entity="Bill"),)), "vendor or expense document"),
    "purchase side beside": Lock(
        evidence(holders=(HOLDER, replace(HOLDER, id="400", entity="Bill"))), "vendor or expense document"
    ),
    "journal beside": Lock(evidence(holders=(HOLDER, replace(JOURNAL, id="401"))), "journal or trust document"),
    "made by a source": Lock(evidence(posted_by_source=("111",)), "created by another app"),
    "closed books": Lock(
        evidence(facts=replace(FACTS, closed_through=date(2026, 9, 30))), "The books are closed through 30 Sep 2026"
    ),
    "reported through": Lock(
        evidence(),
        "reported through",
        lambda c: replace(c, settings=replace(c.settings, reported_through=date(2026, 9, 30))),
    ),
    "country": Lock(evidence(facts=replace(FACTS, country="DE")), "issued numbers may not be changed here"),
    "France": Lock(
        evidence(facts=replace(FACTS, country="FR")),
        "issued numbers may not be changed here",
        lambda c: replace(c, settings=replace(c.settings, countries_opted_in=True)),
    ),
    "read-only": Lock(evidence(), "is read-only", lambda c: replace(c, settings=replace(c.settings, writes_on=False))),
    "wanted twice": Lock(
        evidence(waiting_beside=(OTHER,)), "Another waiting document for Ito, Ken wants the number 1234"
    ),
    "inactive customer": Lock(
        evidence(customers=(Customer("7", "Ortega, Luis"), Customer("9", "Smith, Anna", active=False))), "is inactive"
    ),
    "another error": Lock(evidence(), "No number is in its way", kind=FaultKind.THROTTLED),
}


def test_the_locks_are_all_that_verdicts_can_be() -> None:
    """A verdict that is added must say here that it is locked, or be one under which a number may be changed."""
    seen = {judge(lock.found).verdict for lock in LOCKS.values()}
    assert {verdict for verdict in Verdict if not verdict.changeable} <= seen


def batch_of_two(opened: Opened, lock: Lock, company: Company) -> str:
    """What a batch of it and another one that is locked says."""
    other = replace(lock.case(company), doc_number="1777")
    opened.office.desk.cases.add(replace(other, evidence=replace(lock.found, named=Named("1777", None))))
    opened.window.refresh()
    opened.run("select_all")
    opened.run("renumber")
    sheet = opened.window.ground.sheet
    told = words_of(sheet) if isinstance(sheet, BatchSheet) else opened.said
    opened.run("cancel")
    return told


@pytest.mark.parametrize("name", LOCKS)
def test_window_batch_and_command_line_refuse_with_one_reason(
    opened: Opened, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    lock, desk = LOCKS[name], opened.office.desk
    company = lock.company(COMPANY)
    desk.companies.put(company)
    locked = desk.cases.add(lock.case(company))
    [refusal] = desk.renumber.plan({locked.id: {}}).refused
    assert lock.words in refusal.reason
    opened.window.refresh()
    opened.run("view_6")
    opened.run("renumber")
    assert opened.window.ground.sheet is None
    # Read-only names the company and the key that ends it; every other reason is the plan's own.
    assert opened.said == refusal.reason or (name == "read-only" and lock.words in opened.said)
    assert lock.words in batch_of_two(opened, lock, company)
    assert run(make_parser().parse_args(["renumber", locked.id, "--yes"]), lambda: desk) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert refusal.reason in printed
    assert "Instead: " in printed
    assert opened.office.books.orders == []
    assert desk.cases.get(locked.id).state in (State.NEEDS_DECISION, State.BLOCKED)


# Read-only is ended by one key, which the refusal names; another error has its playbook's options.
@pytest.mark.parametrize("name", [name for name in LOCKS if name not in ("read-only", "another error")])
def test_of_what_is_locked_every_option_can_be_taken(opened: Opened, name: str) -> None:
    company = LOCKS[name].company(COMPANY)
    opened.office.desk.companies.put(company)
    _options_can_be_taken(opened, LOCKS[name].case(company))


@pytest.mark.parametrize("state", State)
def test_in_no_state_an_option_refuses_itself(opened: Opened, state: State) -> None:
    _options_can_be_taken(opened, replace(judged(case(), evidence(), COMPANY), state=state))


def _options_can_be_taken(opened: Opened, shown: Case) -> None:
    """What a button offers must not answer with a refusal."""
    opened.office.desk.cases.add(shown)
    opened.window.refresh()
    opened.run("view_6")
    ways = [way for way in exits_for(opened.case) if way.id is not ExitId.TAKE_OPTION]
    assert {way.words: opened.window.registry.why_not(way.id) for way in ways} == {way.words: "" for way in ways}


def test_no_letter_and_no_enter_writes_to_the_books(opened: Opened) -> None:
    """Every letter and digit in list, case and sheet, with Shift and without; only Ctrl+Enter in the sheet does."""
    opened.paste(TEXT)
    [first] = opened.office.desk.cases.all()
    assert first.judgement is not None
    assert first.judgement.verdict.changeable
    for name in string.ascii_uppercase + string.digits:
        for shift in (False, True):
            opened.press(getattr(Qt.Key, f"Key_{name}"), shift=shift)
            if (sheet := opened.window.ground.sheet) is not None:
                for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                    QTest.keyClick(QApplication.focusWidget() or sheet, key)
                opened.settle()
            assert opened.office.books.orders == [], (name, shift)
            _back_to_the_case(opened, first.id)


def _back_to_the_case(opened: Opened, case_id: str) -> None:
    """Closes whatever is open, undoes what only concerns the list, and chooses the case anew."""
    for _ in range(3):
        opened.run("cancel" if opened.window.ground.sheet is not None else "back")
    opened.run("view_6")
    opened.window.focus_list()
    opened.settle()
    assert next(case.id for case in opened.office.desk.cases.all()) == case_id


def test_enter_leaves_by_the_button_that_leaves_and_saves_by_none(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    sheet = opened.window.ground.sheet
    assert sheet is not None
    sheet.confirm_button.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert opened.office.books.orders == []
    assert opened.window.ground.sheet is sheet
    sheet.cancel_button.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert opened.window.ground.sheet is None
