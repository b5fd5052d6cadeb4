"""Errors that name no number: what is told apart stays apart, and nothing that failed is hidden in another case."""

from dataclasses import replace

import pytest

from builders import COMPANY
from flows.conftest import Office
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Snooze, Until
from untwin.domain.inbox.awake import archived, asleep
from untwin.domain.problems import NotAllowed

WORDS = "This invoice ID has already been used for a document (such as an invoice or credit memo)"
HEAD = "Contact\tAmount\tDate\tError\n"


def row(customer: str = "Acme", amount: str = "12.00", day: str = "2026-11-03") -> str:
    return f"{customer}\t{amount}\t{day}\t{WORDS}\n"


def ended(office: Office, case: Case, *ways: State) -> Case:
    """The case after these moves."""
    for to in ways:
        moved = case.moved(to, case.updated_at)
        office.desk.cases.save(moved, case.state)
        case = moved
    return case


NO_LONGER = (State.LOOKING, State.NO_LONGER_NEEDED)
THERE = (State.LOOKING, State.NEEDS_DECISION, State.ALREADY_IN_QUICKBOOKS)


def test_a_row_whose_number_was_typed_joins_its_case_when_it_comes_again(office: Office) -> None:
    [case] = office.desk.take_in.text(HEAD + row()).new
    office.desk.decide.describe(case.id, "no 1234", "Ann")
    again = office.desk.take_in.text(HEAD + row())
    assert (again.new, [(c.id, c.count, c.doc_number) for c in again.joined]) == ((), [(case.id, 2, "1234")])


@pytest.mark.parametrize("other", [row("Beta"), row(amount="13.00"), row(day="2026-12-03")])
def test_a_row_of_another_document_with_the_same_words_is_a_case_of_its_own(office: Office, other: str) -> None:
    [case] = office.desk.take_in.text(HEAD + row()).new
    office.desk.decide.describe(case.id, "no 1234", "Ann")
    taken = office.desk.take_in.text(HEAD + other)
    assert (len(taken.new), taken.joined) == (1, ())
    both = office.desk.take_in.text(HEAD + row() + other)
    assert (both.new, len(both.joined)) == ((), 2)


def test_two_equal_rows_of_one_list_may_be_two_documents_and_each_finds_its_own_again(office: Office) -> None:
    taken = office.desk.take_in.text(HEAD + row() + row())
    assert [case.count for case in taken.new] == [1, 1]
    again = office.desk.take_in.text(HEAD + row() + row())
    assert (again.new, [case.count for case in again.joined]) == ((), [2, 2])


def test_the_sources_own_record_says_that_two_rows_are_one(office: Office) -> None:
    head = "Contact\tLink\tError\n"
    one, other = (f"Acme\thttps://app.hubspot.com/contacts/1/record/0-53/{n}\t{WORDS}\n" for n in (7, 8))
    taken = office.desk.take_in.text(head + one + one + other)
    assert [case.count for case in taken.new] == [2, 1]
    office.desk.decide.describe(taken.new[0].id, "no 1234", "Ann")
    again = office.desk.take_in.text(head + other + one)
    assert (again.new, [case.count for case in again.joined]) == ((), [2, 3])


def test_bare_words_are_asked_about_once_somebody_has_said_which_document_they_meant(office: Office) -> None:
    [first] = office.desk.take_in.text(WORDS).new
    office.desk.decide.describe(first.id, "no 1234", "Ann")
    [second] = office.desk.take_in.text(WORDS).new
    assert second.note.startswith("The same words came for no. 1234 before. Type the number of this one")
    # Until somebody has, the question is asked once.
    assert [case.id for case in office.desk.take_in.text(WORDS).joined] == [second.id]
    office.desk.decide.describe(second.id, "no 1235", "Ann")
    assert {case.doc_number for case in office.desk.cases.all()} == {"1234", "1235"}


def test_the_same_number_typed_for_the_same_words_joins_the_two(office: Office) -> None:
    [first] = office.desk.take_in.text(WORDS).new
    office.desk.decide.describe(first.id, "no 1234 Smith 12.00 2026-11-03", "Ann")
    [second] = office.desk.take_in.text(WORDS).new
    office.desk.decide.describe(second.id, "Ortega 99.00 2026-11-03", "Ann")
    assert office.desk.decide.describe(second.id, "no 1234 Ortega 99.00 2026-11-03", "Ann").id == second.id
    office.desk.decide.describe(second.id, "no 1234 Smith 12.00 2026-11-03", "Ann")
    assert [(case.id, case.count) for case in office.desk.cases.all()] == [(first.id, 2)]
    assert any("joined it" in note.what for note in office.desk.history.rows())


def test_the_same_number_typed_for_a_solved_one_says_that_it_failed_again(office: Office) -> None:
    [first] = office.desk.take_in.text(WORDS).new
    said = office.desk.decide.describe(first.id, "no 1234", "Ann")
    ended(office, said, *THERE)
    [second] = office.desk.take_in.text(WORDS).new
    again = office.desk.decide.describe(second.id, "no 1234", "Ann")
    assert (again.id, again.state) == (first.id, State.FAILED_AGAIN)


def test_bare_words_that_came_twice_say_that_they_may_mean_two_documents(office: Office) -> None:
    [case] = office.desk.take_in.text(f"INV-7\nAcme\n{WORDS}\nINV-8\nBeta\n{WORDS}\n").new
    assert "was taken in 2 times: it may be about more than one document" in case.note


@pytest.mark.parametrize("ways", [THERE, NO_LONGER])
def test_a_row_without_a_number_that_was_solved_has_failed_again(office: Office, ways: tuple[State, ...]) -> None:
    [case] = office.desk.take_in.text(HEAD + row()).new
    ended(office, office.desk.decide.describe(case.id, "no 1234", "Ann"), *ways)
    taken = office.desk.take_in.text(HEAD + row())
    assert [(c.id, c.state) for c in taken.failed_again] == [(case.id, State.FAILED_AGAIN)]


def test_bare_words_of_an_ignored_case_are_shown_and_its_row_stays_ignored_and_that_is_said(office: Office) -> None:
    [bare], [told] = office.desk.take_in.text(WORDS).new, office.desk.take_in.text(HEAD + row()).new
    for case in (bare, told):
        office.desk.decide.ignore(case.id, "old", "Ann")
    assert len(office.desk.take_in.text(WORDS).new) == 1
    taken = office.desk.take_in.text(HEAD + row())
    assert [(c.id, c.state) for c in taken.joined] == [(told.id, State.IGNORED)]
    assert taken.sentence == "0 new cases, 1 known already, 1 of them ignored."


def test_what_is_open_is_joined_before_what_is_solved(office: Office) -> None:
    first, second = office.desk.take_in.text(HEAD + row() + row()).new
    ended(office, first, *NO_LONGER)
    taken = office.desk.take_in.text(HEAD + row())
    assert ([c.id for c in taken.joined], taken.failed_again) == ([second.id], ())


def test_another_company_and_another_source_keep_their_own(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, realm="2", name="Cole", sources=()))
    [case] = office.desk.take_in.text(HEAD + row(), company=COMPANY.realm, source="hubspot").new
    ended(office, case, *NO_LONGER)
    for company, source in (("2", "hubspot"), (COMPANY.realm, "clio")):
        taken = office.desk.take_in.text(HEAD + row(), company=company, source=source)
        assert (len(taken.new), taken.failed_again) == (1, ())
    again = office.desk.take_in.text(HEAD + row(), company=COMPANY.realm, source="hubspot")
    assert [c.id for c in again.failed_again] == [case.id]


def test_an_archived_case_comes_back_and_a_snoozed_one_wakes(office: Office) -> None:
    first, second = office.desk.take_in.text(HEAD + row("Acme") + row("Beta")).new
    ended(office, first, *THERE)
    office.desk.triage.archive([first.id], "Ann")
    office.desk.cases.mark([(second.id, second.marks.snoozed(Snooze(Until.TIME, None, second.created_at, "new", 1)))])
    office.desk.take_in.text(HEAD + row("Acme") + row("Beta"))
    shown = {case.id: case for case in office.desk.cases.all()}
    assert shown[first.id].state is State.FAILED_AGAIN
    assert not archived(shown[first.id])
    assert not asleep(shown[second.id], shown[second.id].updated_at)


def test_a_connection_that_fails_again_is_one_case(office: Office) -> None:
    text = "QuickBooks says: message=ThrottleExceeded; errorCode=003001; statusCode=429"
    taken = office.desk.take_in.text(text)
    [case] = taken.new
    office.desk.decide.ignore(case.id, "known", "Ann")
    assert [c.id for c in office.desk.take_in.text(text).joined] == [case.id]


def test_bare_words_in_the_whole_list_end_no_case_that_they_may_be_about(office: Office) -> None:
    [case] = office.desk.take_in.text(WORDS, source="hubspot").new
    office.desk.decide.describe(case.id, "no 1234", "Ann")
    taken = office.desk.take_in.text(WORDS, source="hubspot")
    assert office.desk.compare_list.missing(taken).cases == ()


def test_a_named_error_about_another_document_than_the_typed_one_is_its_own_case(office: Office) -> None:
    error = "Duplicate Document Number Error DocNumber=1234 is assigned to TxnType=Invoice with TxnId=5"
    [case] = office.desk.take_in.text(error).new
    office.desk.decide.describe(case.id, "Smith 12.00 2026-11-03", "Ann")
    taken = office.desk.take_in.text(f"Client\tAmount\tError\nOrtega\t99.00\t{error}\nSmith\t12.00\t{error}\n")
    assert ([c.id for c in taken.joined], len(taken.new)) == ([case.id], 1)


def test_a_case_that_is_too_far_is_described_no_more(office: Office) -> None:
    [case] = office.desk.take_in.text(WORDS).new
    ended(office, case, *NO_LONGER)
    with pytest.raises(NotAllowed):
        office.desk.decide.describe(case.id, "no 1234", "Ann")
