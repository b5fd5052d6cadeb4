"""A bill list fills the waiting documents of many cases at once; what isn't certain is said, not guessed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from builders import COMPANY, REALM, TEXT
from flows.conftest import Office
from untwin.domain.cases.case import State
from untwin.domain.errors.bills import BillList
from untwin.domain.sources.incoming import IncomingKind, SourceAnswer
from untwin.domain.verdicts.verdict import Verdict

HEAD = "Bill number,Client,Total,Issued,State\n"


def errors(*numbers: int) -> str:
    return "\n\n".join(TEXT.replace("1234", str(number)) for number in numbers)


def bills(office: Office, rows: str) -> BillList:
    return office.desk.take_in.intake.read_bills(HEAD + rows)


def test_a_list_fills_every_case_whose_number_it_has(office: Office, tmp_path: Path) -> None:
    office.source.answer = SourceAnswer(None)
    office.desk.take_in.text(errors(1234, 1235, 1236))
    file = tmp_path / "clio-bills.csv"
    file.write_text(HEAD + 'x1,Nobody,1.00,2026-11-01,paid\n1234,"Smith, Anna","1,240.00",2026-11-12,awaiting payment\n'
                    "1235,Roe,12.50,2026-11-13,draft\n")  # fmt: skip
    plan = office.desk.fill.plan(office.desk.take_in.intake.read_bills_file(file))
    assert plan.sentence == "2 to be filled, 1 still unknown, 1 row for which nothing waits."
    filled = office.desk.fill(plan, "Ann")
    first = office.desk.cases.get("1").incoming
    assert first is not None
    assert (first.customer, first.total, first.date) == ("Smith, Anna", Decimal("1240.00"), date(2026, 11, 12))
    assert (first.known_from, first.kind) == ("invoice list clio-bills.csv, row 3", IncomingKind.BILL)
    assert [case.id for case in filled.cases] == ["1", "2"]
    assert any(row.what == "filled from invoice list clio-bills.csv, row 3" for row in office.desk.history.rows())


def test_a_filled_case_is_judged_by_it_and_a_draft_is_no_longer_needed(office: Office) -> None:
    office.source.answer = SourceAnswer(None)
    office.desk.take_in.text(errors(1234, 1235))
    listed = bills(office, "1234,Smith,9.00,2026-11-12,sent\n1235,Roe,1,2026-11-13,draft")
    office.desk.fill(office.desk.fill.plan(listed))
    looked = office.desk.look_up("1")
    assert looked.incoming is not None
    assert looked.incoming.customer == "Smith"
    assert looked.judgement is not None
    assert "isn't known" not in " ".join(looked.judgement.reasons)
    assert office.desk.look_up("2").state is State.NO_LONGER_NEEDED


def test_what_the_source_itself_answers_outranks_the_list(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    office.desk.fill(office.desk.fill.plan(bills(office, "1234,Someone else,9.00,2026-11-12,sent")))
    looked = office.desk.look_up("1")
    assert looked.incoming is not None
    assert (looked.incoming.customer, looked.incoming.known_from) == ("Smith, Anna", "Clio")
    again = office.desk.fill.plan(bills(office, "1234,Someone else,9.00,2026-11-12,sent"))
    assert [why for _, why in again.kept] == ["It is known from Clio; that stays."]


def test_what_a_person_typed_stays(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    office.desk.decide.describe("1", "Baker 9.00", "Ann")
    plan = office.desk.fill.plan(bills(office, "1234,Smith,9.00,2026-11-12,sent"))
    assert plan.fills == ()
    assert [why for _, why in plan.kept] == ["It was typed by Ann; that stays."]


def test_several_records_of_one_number_are_said_and_not_guessed(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    plan = office.desk.fill.plan(bills(office, "1234,Smith,9.00,2026-11-12,sent\n1234,Roe,8.00,2026-11-12,sent"))
    assert plan.fills == ()
    assert [why for _, why in plan.doubtful] == ["The list has 2 records of that number: row 2, row 3."]
    same = office.desk.fill.plan(bills(office, "1234,Smith,9.00,2026-11-12,sent\n1234,Smith,9.00,2026-11-12,sent"))
    assert len(same.fills) == 1


def test_another_kind_of_document_with_that_number_is_not_taken(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    office.desk.decide.describe("1", "payment Baker 9.00", "Ann")
    typed = office.desk.cases.get("1")
    assert typed.incoming is not None
    office.desk.cases.save(replace(typed, incoming=replace(typed.incoming, typed=False)), typed.state)
    plan = office.desk.fill.plan(bills(office, "1234,Smith,9.00,2026-11-12,sent"))
    said = "What failed is a payment, and the list has an invoice of that number."
    assert [why for _, why in plan.doubtful] == [said]


def test_where_numbers_wait_in_two_accounts_somebody_says_whose_list_it_is(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, realm="2", name="Cole"))
    for realm in (REALM, "2"):
        office.desk.take_in.text(TEXT, realm, "clio")
    both = bills(office, "1234,Smith,9.00,2026-11-12,sent")
    plan = office.desk.fill.plan(both)
    assert (plan.asks_account, plan.fills) == (True, ())
    assert {account for account, _ in plan.accounts} == {(REALM, "clio"), ("2", "clio")}
    said = office.desk.fill.plan(both, ("2", "clio"))
    assert [fill.case.company for fill in said.fills] == ["2"]


def test_filling_is_taken_back_but_not_what_was_said_since(office: Office) -> None:
    office.desk.take_in.text(errors(1234, 1235))
    listed = bills(office, "1234,A,1,2026-11-12,sent\n1235,B,2,2026-11-12,sent")
    filled = office.desk.fill(office.desk.fill.plan(listed))
    office.desk.decide.describe("2", "Baker 9.00", "Ann")
    undone = office.desk.fill.undo(filled, "Ann")
    assert [(case.id, case.incoming) for case in undone] == [("1", None)]
    kept = office.desk.cases.get("2").incoming
    assert kept is not None
    assert kept.typed


def test_a_cell_that_may_mean_two_things_is_left_out_and_said(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    plan = office.desk.fill.plan(bills(office, "1234,Smith,9.00,03/04/2026,sent"))
    assert "may mean two days" in plan.unread[0]
    [fill] = plan.fills
    assert fill.incoming.date is None
    assert [case.id for case in plan.still_unknown] == ["1"]


def test_an_error_in_a_table_of_bills_brings_its_waiting_document_along(office: Office) -> None:
    words = "Duplicate Document Number Error DocNumber=77 is assigned to TxnType=Invoice with TxnId=5"
    head = "Invoice number\tClient\tAmount\tDate\tError\n"
    taken = office.desk.take_in.text(f"{head}77\tAcme\t9.00\t2026-11-12\t{words}\n")
    incoming = taken.new[0].incoming
    assert incoming is not None
    assert (incoming.kind, incoming.customer, incoming.total) == (IncomingKind.BILL, "Acme", Decimal("9.00"))
    assert incoming.known_from.startswith("the error's own row")
    other = office.desk.take_in.text(f"{head}78\tAcme\t9\t2026-11-12\t{words}\n")
    assert other.joined or other.new[0].incoming is None or other.new[0].incoming.kind is IncomingKind.UNKNOWN


def test_what_no_list_names_stays_unknown(office: Office) -> None:
    office.source.answer = SourceAnswer(None)
    office.desk.take_in.text(TEXT)
    looked = office.desk.look_up("1")
    assert looked.judgement is not None
    assert looked.judgement.verdict is Verdict.UNKNOWN


def test_a_pasted_list_without_errors_is_known_as_one(office: Office) -> None:
    taken = office.desk.take_in.text(HEAD + "1234,Smith,9.00,2026-11-12,sent\n")
    assert taken.bills is not None
    assert "an invoice list with 1 row" in taken.sentence
