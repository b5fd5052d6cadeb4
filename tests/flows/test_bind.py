"""Which company errors belong to: the answer for a whole paste, and a correction afterwards."""

from dataclasses import replace

import pytest

from builders import COMPANY, REALM, TEXT
from flows.conftest import Office
from untwin.domain.cases.case import State
from untwin.domain.problems import BadInput
from untwin.flows.arriving.take_in import Wishes

NO_SOURCE = TEXT.replace("Code (6140): ", "")
COLE = replace(COMPANY, realm="2", name="Cole", sources=())


@pytest.fixture
def two(office: Office) -> Office:
    """The office with a second client, whose Clio isn't connected."""
    office.desk.companies.put(COLE)
    return office


def test_a_whole_paste_is_bound_at_once(two: Office) -> None:
    taken = two.desk.take_in.text("\n\n".join(NO_SOURCE.replace("1234", str(n)) for n in range(3)))
    assert len(taken.unbound) == 3
    bound = two.desk.bind([case.id for case in taken.unbound], "2", "Ann")
    assert [case.company for case in bound.cases.values()] == ["2", "2", "2"]
    with pytest.raises(BadInput):
        two.desk.bind(["1"], "77")


def test_an_error_that_is_known_there_joins_its_case(two: Office) -> None:
    known = two.desk.take_in.text(NO_SOURCE, company="2").new[0]
    [again] = two.desk.take_in.text(NO_SOURCE).new
    assert again.company is None
    bound = two.desk.bind([again.id], "2", "Ann")
    assert bound.joined == {again.id: known.id}
    assert [(case.id, case.count) for case in two.desk.cases.all()] == [(known.id, 2)]
    assert any("joined it" in row.what for row in two.desk.history.rows())


def test_what_was_found_in_the_wrong_company_is_dropped_and_what_a_person_said_stays(two: Office) -> None:
    [case] = two.desk.take_in.text(TEXT).new
    looked = two.desk.look_up(case.id)
    assert looked.incoming is not None
    [bound] = two.desk.bind([case.id], "2", "Ann").cases.values()
    assert (bound.state, bound.evidence, bound.judgement, bound.incoming) == (State.NEW, None, None, None)
    two.desk.decide.describe(case.id, "Smith 12.00 3 Nov 2026", "Ann")
    [back] = two.desk.bind([case.id], REALM, "Ann").cases.values()
    assert back.incoming is not None
    assert back.incoming.customer == "Smith"


def test_a_case_on_which_something_was_done_keeps_its_company(two: Office) -> None:
    [case] = two.desk.take_in.text(TEXT).new
    stored = two.desk.cases
    looking = case.moved(State.LOOKING, case.created_at)
    stored.save(looking, State.NEW)
    bound = two.desk.bind([case.id], "2")
    assert bound.cases == {}
    assert "can't be changed any more" in str(bound.problems[case.id])
    assert stored.get(case.id).company == REALM


def test_the_companies_of_the_app_are_offered_first_and_a_number_means_the_same_one_each_time(two: Office) -> None:
    [clio] = two.desk.take_in.text(TEXT, company="2").new
    assert [c.realm for c in two.desk.bind.offered([clio])] == [REALM, "2"]
    assert two.desk.bind.chosen_last([clio]) == ""
    two.desk.bind([clio.id], "2")
    assert [c.realm for c in two.desk.bind.offered([clio])] == [REALM, "2"]
    assert two.desk.bind.chosen_last([clio]) == "2"
    [other] = two.desk.take_in.text(NO_SOURCE).new
    assert [c.name for c in two.desk.bind.offered([other])] == ["Cole", "Harlow & Pike LLP"]
    assert two.desk.bind.chosen_last([other]) == ""


def test_the_company_that_is_shown_decides_only_where_the_source_does_not(two: Office) -> None:
    assert two.desk.take_in.text(TEXT, wishes=Wishes(shown="2")).new[0].company == REALM
    assert two.desk.take_in.text(NO_SOURCE, wishes=Wishes(shown="2")).new[0].company == "2"
