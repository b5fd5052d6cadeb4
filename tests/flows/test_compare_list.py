"""The whole list of what fails: what is no longer in it is said, looked at, and ended only by a person's word."""

import pytest

from builders import TEXT
from flows.conftest import Office
from untwin.domain.cases.case import State
from untwin.domain.playbooks.whole_list import Next, next_of
from untwin.domain.problems import BadInput, NotAllowed

NAME = "Code (6240): Duplicate Name Exists Error : The name supplied already exists."


def errors(*numbers: int) -> str:
    return "\n\n".join(TEXT.replace("1234", str(number)) for number in numbers)


def test_what_waits_and_is_not_in_the_list_is_named(office: Office) -> None:
    office.desk.take_in.text(errors(1234, 1235, 1236), source="clio")
    office.desk.take_in.text(NAME, source="clio")
    office.desk.take_in.text(errors(99), source="hubspot")
    taken = office.desk.take_in.text(errors(1235, 1240), source="clio")
    missing = office.desk.compare_list.missing(taken)
    assert [case.doc_number for case in missing.cases] == ["1234", "1236", None]
    assert [next_of(case) for case in missing.cases] == [Next.LOOK_UP, Next.LOOK_UP, Next.LOOK_UP]
    assert {case.state for case in office.desk.cases.all()} == {State.NEW}


def test_nothing_is_concluded_from_a_list_that_was_not_read_whole(office: Office) -> None:
    office.desk.take_in.text(errors(1234), source="clio")
    taken = office.desk.take_in.text(errors(1235))
    taken = type(taken)(taken.new, taken.joined, ("row 3: can't be read",))
    assert office.desk.compare_list.missing(taken).cases == ()
    assert "Not everything" in office.desk.compare_list.missing(taken).why_not


def test_a_list_of_no_known_app_tells_nothing(office: Office) -> None:
    taken = office.desk.take_in.text(errors(1235).replace("Code (6140): ", ""))
    assert "which app's list" in office.desk.compare_list.missing(taken).why_not


def test_only_a_persons_word_ends_a_case_and_it_comes_back_when_it_is_seen_again(office: Office) -> None:
    [case] = office.desk.take_in.text(NAME, source="clio").new
    with pytest.raises(BadInput, match="Say why"):
        office.desk.compare_list.end([case.id], " ", "Ann")
    ended, problems = office.desk.compare_list.end([case.id, "77"], "gone from Clio's list", "Ann")
    assert [(c.state, c.note) for c in ended] == [(State.NO_LONGER_NEEDED, "No longer needed: gone from Clio's list")]
    assert list(problems) == ["77"]
    assert [row.who for row in office.desk.history.rows() if "no longer needed" in row.what] == ["Ann"]
    again = office.desk.take_in.text(NAME, source="clio")
    assert [c.state for c in again.failed_again] == [State.FAILED_AGAIN]


def test_a_case_that_waits_to_post_is_not_ended_by_a_word(office: Office) -> None:
    [case] = office.desk.take_in.text(TEXT).new
    moved = case.moved(State.LOOKING, case.created_at)
    office.desk.cases.save(moved, State.NEW)
    _, problems = office.desk.compare_list.end([case.id], "gone", "Ann")
    assert isinstance(problems.get(case.id), NotAllowed) or office.desk.cases.get(case.id).state is not State.LOOKING
