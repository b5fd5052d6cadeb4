"""What was looked up by other rules: a batch doesn't send it, and nobody's word decides it."""

from dataclasses import replace

import pytest

from flows.conftest import Office
from flows.crew import Crew, crew
from untwin.domain.cases.case import State
from untwin.domain.problems import NotAllowed
from untwin.domain.verdicts.rules import JUDGED_BEFORE


@pytest.fixture
def many(office: Office) -> Crew:
    return crew(office)


def by_other_rules(many: Crew, case_id: str) -> None:
    """Makes a case one that an older Untwin has looked up."""
    case = many.desk.cases.get(case_id)
    assert case.evidence is not None
    many.desk.cases.save(replace(case, evidence=replace(case.evidence, rules=0)), case.state)


def test_what_an_older_untwin_had_planned_is_not_sent_by_rules_that_hold_no_more(many: Crew) -> None:
    ids = many.add(3)
    run = many.confirmed(ids)
    by_other_rules(many, ids[1])
    carried = many.desk.carry_out(run.id)
    assert {ids[1]: JUDGED_BEFORE} == {case_id: problem.sentence for case_id, problem in carried.problems.items()}
    assert many.states(ids) == [State.RENUMBERED, State.NEEDS_DECISION, State.RENUMBERED]
    assert len(many.books.orders) == 2


def test_nothing_leads_on_from_it(many: Crew) -> None:
    [case_id] = many.add(1)
    by_other_rules(many, case_id)
    desk = many.desk
    planned = desk.renumber.plan({case_id: {}})
    assert (planned.rows, [refusal.reason for refusal in planned.refused]) == ((), [JUDGED_BEFORE])
    for deed in (desk.decide.made_by_hand, desk.decide.own_number, desk.decide.same_document):
        with pytest.raises(NotAllowed, match="look again first"):
            deed(case_id, "Ann")
    with pytest.raises(NotAllowed, match="look again first"):
        desk.retry(case_id)
