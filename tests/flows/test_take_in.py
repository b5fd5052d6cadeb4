"""Taking in: every error becomes a case, repeats join, nothing is dropped."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from builders import COMPANY, REALM, TEXT, TWIN
from flows.conftest import Office
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.right_company import source_taken_words
from untwin.domain.company.company import SourceBinding
from untwin.domain.problems import BadInput, NotAllowed
from untwin.domain.sources.incoming import IncomingKind
from untwin.store.cases import StoredCases


def test_the_only_company_is_the_one_it_belongs_to(office: Office) -> None:
    case = office.desk.take_in.text(TEXT).new[0]
    assert (case.company, case.source, case.doc_number, case.state) == (REALM, "clio", "1234", State.NEW)


def test_of_several_companies_the_sources_binding_decides_else_it_is_asked(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, realm="2", name="Cole", sources=()))
    assert office.desk.take_in.text(TEXT).new[0].company == REALM
    unknown_source = office.desk.take_in.text(TEXT.replace("Code (6140): ", ""))
    assert unknown_source.new[0].company is None
    with pytest.raises(NotAllowed, match="belongs to no company"):
        office.desk.look_up(unknown_source.new[0].id)
    [bound] = office.desk.bind([unknown_source.new[0].id], "2").cases.values()
    assert bound.company == "2"


NAMELESS = TEXT.replace("Code (6140): ", "")


def test_an_error_that_names_no_app_is_taken_for_the_only_one_and_that_is_said(office: Office) -> None:
    [case] = office.desk.take_in.text(NAMELESS).new
    assert (case.source, case.source_taken) == ("clio", True)
    assert source_taken_words(case) == (
        "The error names no app. It was taken for Clio's, the only app that is connected."
    )
    looked = office.desk.look_up(case.id)
    assert (looked.source_taken, looked.incoming is not None) == (True, True)
    assert not office.desk.take_in.text(TEXT).joined[0].source_taken


def test_with_two_apps_a_person_says_which_one_an_error_is_of(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, sources=(*COMPANY.sources, SourceBinding("hubspot"))))
    [case] = office.desk.take_in.text(NAMELESS).new
    assert (case.source, case.source_taken) == (None, False)
    assert not office.desk.name_source(case.id, "HubSpot", "Ann").source_taken


def test_an_error_bound_later_is_taken_for_the_only_app_of_its_company(office: Office) -> None:
    office.desk.companies.put(
        replace(COMPANY, realm="2", name="Cole", sources=(SourceBinding("hubspot"),)),
    )
    [case] = office.desk.take_in.text(NAMELESS).new
    assert (case.company, case.source) == (None, None)
    [bound] = office.desk.bind([case.id], "2").cases.values()
    assert (bound.source, bound.source_taken) == ("hubspot", True)
    [moved] = office.desk.bind([case.id], REALM).cases.values()
    assert (moved.source, moved.source_taken) == ("clio", True)


def test_text_without_an_error_takes_nothing_in_and_says_so(office: Office) -> None:
    taken = office.desk.take_in.text("Dear Ann, lunch at noon?")
    assert taken.new == ()
    assert "Nothing was taken in" in taken.sentence


def test_the_same_error_again_joins_its_case(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    again = office.desk.take_in.text(TEXT)
    assert again.new == ()
    assert [c.id for c in again.joined] == ["1"]
    assert len(office.desk.cases.all()) == 1


def test_an_ignored_case_can_be_taken_back(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    with pytest.raises(BadInput):
        office.desk.decide.ignore("1", "  ")
    assert office.desk.decide.ignore("1", "paid by hand", "Ann").state is State.IGNORED
    assert office.desk.decide.take_back("1", "Ann").state is State.NEW


def test_a_solved_case_seen_again_has_failed_again(office: Office) -> None:
    office.books.documents["222"] = TWIN
    office.desk.take_in.text(TEXT)
    office.desk.look_up("1")
    office.desk.decide.same_document("1")
    office.desk.take_in.text(TEXT)
    assert office.desk.cases.get("1").state is State.FAILED_AGAIN


def test_hubspots_words_without_a_number_become_a_case_that_asks_for_it(office: Office) -> None:
    words = "This invoice ID has already been used for a document (such as an invoice or credit memo)"
    case = office.desk.take_in.text(words).new[0]
    assert case.doc_number is None
    assert "Type the number" in case.note
    with pytest.raises(NotAllowed, match="names no number"):
        office.desk.look_up(case.id)


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_taken_in(office: Office, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "missing.txt"
    good.write_text(TEXT)
    taken = office.desk.take_in.files([bad, good])
    assert len(taken.new) == 1
    assert "missing.txt" in taken.unread[0]


def test_other_kinds_are_taken_in_and_looked_up_by_their_playbook(office: Office) -> None:
    taken = office.desk.take_in.text("Code (6240): Duplicate Name Exists Error : The name supplied already exists.")
    looked = office.desk.look_up(taken.new[0].id)
    assert looked.state is State.NEEDS_DECISION
    assert looked.advice is not None


def test_every_time_it_is_seen_is_counted_and_where_it_stood_is_kept(office: Office, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"Errors of today\n\n{TEXT}\n\n{TEXT}\n")
    first = office.desk.take_in.text(TEXT).new[0]
    office.desk.take_in.files([page])
    seen = office.desk.cases.get(first.id)
    assert seen.count == 3
    assert [s.where for s in seen.sightings] == ["line 1", "page.txt, line 3", "page.txt, line 5"]
    assert seen.sightings[0].at < seen.sightings[1].at
    assert len(seen.findings) == 1


def test_a_case_that_is_seen_very_often_keeps_the_first_and_the_last_times(office: Office) -> None:
    office.desk.take_in.text("\n\n".join([TEXT] * 70))
    seen = office.desk.cases.get("1")
    assert seen.count == 70
    assert len(seen.sightings) == 50
    assert (seen.sightings[0].where, seen.sightings[-1].where) == ("line 1", "line 139")


def test_two_documents_of_a_list_that_want_one_number_are_two_cases(office: Office) -> None:
    head = "Client\tAmount\tError\n"
    error = "Duplicate Document Number Error DocNumber=1234 is assigned to TxnType=Invoice with TxnId=5"
    taken = office.desk.take_in.text(f"{head}Smith\t12.00\t{error}\nOrtega\t99.00\t{error}\nSmith\t12.00\t{error}\n")
    assert len(taken.new) == 2
    assert [case.count for case in taken.new] == [2, 1]


def test_a_payment_and_the_bill_of_one_number_are_two_cases_and_each_says_what_failed(office: Office) -> None:
    error = "Code (6140): Duplicate Document Number Error DocNumber=1234 is assigned to TxnType=Invoice with TxnId=5"
    rows = "".join(f"1234\t{kind}\tFailed\t{error}\n" for kind in ("Bill", "Payment", "Interest charge", "Payment"))
    taken = office.desk.take_in.text(f"Bill number\tType\tSync Status\tError\n{rows}")
    assert [case.count for case in taken.new] == [1, 2, 1]
    kinds = [case.incoming.kind if case.incoming else None for case in taken.new]
    assert kinds == [None, IncomingKind.PAYMENT, IncomingKind.INTEREST], "of a bill the source tells more"
    described = office.desk.decide.describe(taken.new[2].id, "Roe 12.00 3 Nov 2026")
    assert described.incoming is not None
    assert described.incoming.kind is IncomingKind.INTEREST, "a line that names no kind leaves it what it was"


def test_what_could_not_post_and_is_back_has_failed_again_but_not_a_draft(office: Office) -> None:
    [case] = office.desk.take_in.text(TEXT).new
    cases = office.desk.cases
    looking = case.moved(State.LOOKING, case.created_at)
    cases.save(looking, State.NEW)
    cases.save(looking.moved(State.NO_LONGER_NEEDED, case.created_at), State.LOOKING)
    taken = office.desk.take_in.text(TEXT)
    assert [c.state for c in taken.failed_again] == [State.FAILED_AGAIN]
    assert "1 of them failed again" in taken.sentence


def test_an_error_whose_table_names_the_number_needs_no_question(office: Office) -> None:
    words = "This invoice ID has already been used for a document (such as an invoice or credit memo)"
    taken = office.desk.take_in.text(f"Invoice number\tContact\tError\nINV-77\tAcme\t{words}\n")
    assert taken.new[0].doc_number == "INV-77"


def test_a_case_that_somebody_moved_meanwhile_is_read_again(office: Office) -> None:
    [case] = office.desk.take_in.text(TEXT).new

    class MovedOnce(StoredCases):
        """Somebody puts the case aside just before the first batch is stored."""

        def keep(self, new: Sequence[Case], changed: Sequence[tuple[Case, State]] = ()) -> tuple[Case, ...]:
            if self.get(case.id).state is State.NEW:
                office.desk.decide.ignore(case.id, "by hand")
            return super().keep(new, changed)

    cases = office.desk.cases
    assert isinstance(cases, StoredCases)
    replace(office.desk.take_in, cases=MovedOnce(cases.database)).text(TEXT)
    now = office.desk.cases.get(case.id)
    assert (now.state, now.count) == (State.IGNORED, 2)


def test_what_is_seen_again_while_it_is_looked_up_is_counted(office: Office) -> None:
    [case] = office.desk.take_in.text(TEXT).new
    office.books.before_holders = lambda: office.desk.take_in.text(f"once more\n\n{TEXT}")
    looked = office.desk.look_up(case.id)
    assert looked.state is State.NEEDS_DECISION
    assert (looked.count, office.desk.cases.get(case.id).count) == (2, 2)


def test_the_last_text_says_which_document_has_the_number_now(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    office.desk.take_in.text(TEXT.replace("TxnId=111", "TxnId=222"))
    looked = office.desk.look_up("1")
    assert looked.evidence is not None
    assert looked.evidence.named.txn_id == "222"


def test_an_invoice_list_beside_errors_is_offered_and_not_dropped(office: Office, tmp_path: Path) -> None:
    errors, bills, notes = tmp_path / "errors.txt", tmp_path / "bills.csv", tmp_path / "notes.txt"
    errors.write_text(TEXT, encoding="utf-8")
    bills.write_text("Bill number,Client,Total\n1234,Smith,5.00\n", encoding="utf-8")
    notes.write_text("Buy milk.", encoding="utf-8")

    taken = office.desk.take_in.files([errors, bills, notes])
    assert [case.doc_number for case in taken.new] == ["1234"]
    assert taken.bills is not None
    assert [row.customer for row in taken.bills.rows] == ["Smith"]
    assert taken.unread == ("notes.txt: no error and no invoice list was found in it.",)
    assert taken.sentence == "1 new case. Beside them an invoice list with 1 row."


def test_what_could_not_be_read_beside_an_invoice_list_is_named(office: Office, tmp_path: Path) -> None:
    bills, scan = tmp_path / "bills.csv", tmp_path / "scan.pdf"
    bills.write_text("Bill number,Client,Total\n1234,Smith,5.00\n", encoding="utf-8")
    scan.write_bytes(b"%PDF-1.7 ...")

    listed = office.desk.take_in.files([bills, scan]).bills
    assert listed is not None
    assert [sentence.split(":")[0] for sentence in office.desk.fill.plan(listed).unread] == ["scan.pdf"]


def test_folders_in_a_folder_are_named_and_shortcuts_say_what_they_are(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    for month in ("april", "june", "march", "may"):
        (folder / month).mkdir(parents=True)
    (folder / "errors.txt").write_text(TEXT, encoding="utf-8")
    (folder / "errors.lnk").write_bytes(b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(80))
    (folder / "page.url").write_text("[InternetShortcut]\nURL=https://app.clio.com/nc/\n", encoding="utf-8")

    taken = office.desk.take_in.files([folder])
    assert len(taken.new) == 1
    assert [sentence.split(":")[0] for sentence in taken.unread] == ["errors.lnk", "page.url", "exports"]
    assert "(april, june, march and 1 more)" in taken.unread[-1]


def test_a_bill_list_that_comes_with_its_errors_in_one_file_is_taken_in_too(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "both.csv"
    bills = "Invoice,Customer,Total\n1234,Vale Clinic,310.00\n1235,Weir,32.00\n"
    file.write_text(f'Invoice,Error\n1234,"{TEXT}"\n\n{bills}')
    taken = office.desk.take_in.files([file])

    assert [case.doc_number for case in taken.new] == ["1234"]
    assert taken.bills is not None
    assert [(row.number, row.customer) for row in taken.bills.rows] == [("1234", "Vale Clinic"), ("1235", "Weir")]
    assert "an invoice list with 2 rows" in taken.sentence
    read_again = office.desk.take_in.intake.read_bills_file(file)
    assert read_again.rows == taken.bills.rows


def test_a_table_beside_errors_that_names_no_documents_is_no_bill_list(office: Office) -> None:
    taken = office.desk.take_in.text(f"{TEXT}\n\nWho\tPhone\nAnn\t555-0100\nBen\t555-0101\n")

    assert (len(taken.new), taken.bills) == (1, None)
