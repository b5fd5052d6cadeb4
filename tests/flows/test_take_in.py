"""Taking in: every error becomes a case, repeats join, nothing is dropped."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import COMPANY, REALM, TEXT, TWIN
from flows.conftest import Office
from untwin.domain.case import State
from untwin.domain.problems import BadInput, NotAllowed


def test_the_only_company_is_the_one_it_belongs_to(office: Office) -> None:
    case = office.desk.take_in.text(TEXT).new[0]
    assert (case.company, case.source, case.doc_number, case.state) == (REALM, "clio", "1234", State.NEW)


def test_of_several_companies_the_sources_binding_decides_else_it_is_asked(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, realm="2", name="Cole", sources=()))
    assert office.desk.take_in.text(TEXT).new[0].company == REALM
    unknown_source = office.desk.take_in.text(TEXT.replace("Code (6140): ", ""))
    assert unknown_source.new[0].company is None
    with pytest.raises(NotAllowed, match="bound to no company"):
        office.desk.look_up(unknown_source.new[0].id)
    bound = office.desk.decide.company(unknown_source.new[0].id, "2")
    assert bound.company == "2"


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


def test_other_kinds_are_taken_in_and_say_that_they_cannot_be_looked_up(office: Office) -> None:
    taken = office.desk.take_in.text("Code (6240): Duplicate Name Exists Error : The name supplied already exists.")
    with pytest.raises(NotAllowed, match="can't look this kind"):
        office.desk.look_up(taken.new[0].id)
