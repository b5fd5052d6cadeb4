"""What follows a batch: many retries in one visit; and what its plan set aside is kept with it."""

from dataclasses import replace

import pytest

from builders import COMPANY
from flows.conftest import Office
from flows.crew import Crew, crew
from untwin.domain.cases.case import State
from untwin.domain.problems import NotAllowed
from untwin.flows.posting.retry import Retry


@pytest.fixture
def many(office: Office) -> Crew:
    return crew(office)


def retry(many: Crew) -> Retry:
    return replace(many.desk.retry, connections=many.connections)


def renumbered(many: Crew, count: int) -> list[str]:
    ids = many.add(count)
    many.desk.carry_out(many.confirmed(ids).id)
    return ids


def test_several_cases_are_one_visit_with_one_question(many: Crew) -> None:
    ids = renumbered(many, 3)
    many.connections.asked.clear()
    visit = retry(many).visit(ids)
    assert [card.number for card in visit.cards] == ["1001", "1002", "1003"]
    assert {card.page for card in visit.cards} == {COMPANY.sources[0].retry_page}
    assert len(many.connections.asked) == 1
    assert many.states(ids) == [State.WAITING_TO_POST] * 3
    assert [row.what for row in many.desk.history.rows()] == ["retry"] * 3


def test_one_that_cannot_be_retried_keeps_no_other_from_it(many: Crew) -> None:
    ids = renumbered(many, 3)
    user = next(iter(many.books.documents.values()))
    many.books.documents["777"] = replace(user, id="777", number="1002")
    visit = retry(many).visit([*ids, *many.add(1, first=40)])
    assert [card.number for card in visit.cards] == ["1001", "1003"]
    assert "1002 is used again now, by credit memo 1002 of" in str(visit.problems[ids[1]])
    assert "it may be the waiting document itself" in str(visit.problems[ids[1]])
    assert len(visit.problems) == 2
    assert many.states(ids) == [State.WAITING_TO_POST, State.RENUMBERED, State.WAITING_TO_POST]


def test_a_case_that_waits_already_gets_its_card_again(many: Crew) -> None:
    ids = renumbered(many, 2)
    retry(many).visit(ids[:1])
    assert [card.number for card in retry(many).visit(ids).cards] == ["1001", "1002"]
    assert len(many.desk.history.rows()) == 2


def test_one_case_alone_says_why_not(many: Crew) -> None:
    [case_id] = many.add(1)
    with pytest.raises(NotAllowed, match="nothing to retry yet"):
        retry(many)(case_id)


def test_what_the_plan_set_aside_is_written_down_with_the_batch(many: Crew) -> None:
    ids = many.add(3)
    aside = many.desk.cases.get(ids[2])
    many.desk.cases.save(aside.moved(State.IGNORED, aside.updated_at), aside.state)
    run = many.confirmed(ids)
    assert [case_id for case_id, _reason in run.refused] == [ids[2]]
    assert len(run.rows) == 2
