"""A verdict of other rules: nothing leads on from it before the case is looked up again, and what was found stays."""

from dataclasses import replace

import pytest

import builders
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.cases.judged_before import why_look_again, with_what_holds
from untwin.domain.cases.own_words import why_not_own, why_not_taken_back
from untwin.domain.cases.source_ways import why_locked_for
from untwin.domain.changes.change import Wish
from untwin.domain.changes.planning import plan
from untwin.domain.playbooks.retrying import may_begin_retry
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.rules import JUDGED_BEFORE, RULES
from untwin.domain.verdicts.verdict import Verdict

UNRELATED = builders.evidence()
FREE = builders.evidence(holders=(), named_found=None, named_missing=True)


def judged(found: Evidence, rules: int = RULES, state: State = State.NEEDS_DECISION) -> Case:
    told = replace(found, rules=rules)
    return builders.case(id="1", state=state, evidence=told, incoming=told.incoming, judgement=judge(told))


def test_no_number_changes_by_a_verdict_of_other_rules() -> None:
    companies = {builders.REALM: builders.COMPANY}
    assert plan((Wish(judged(UNRELATED)),), companies).rows
    for rules in (0, RULES - 1, RULES + 1):
        found = plan((Wish(judged(UNRELATED, rules)),), companies)
        assert not found.rows
        assert [refusal.reason for refusal in found.refused] == [JUDGED_BEFORE]


def test_no_retry_begins_by_one() -> None:
    assert judge(FREE).verdict is Verdict.NONE_FOUND
    assert may_begin_retry(judged(FREE))
    assert not may_begin_retry(judged(FREE, 0))


def test_no_word_of_a_person_makes_it_one_of_today() -> None:
    said = replace(judged(UNRELATED, 0), made_by_hand=("111",))
    assert (why_not_own(said), why_not_taken_back(said)) == (JUDGED_BEFORE, JUDGED_BEFORE)


@pytest.mark.parametrize("state", [State.NEEDS_DECISION, State.BLOCKED])
def test_what_was_found_stays_and_its_verdict_goes(state: State) -> None:
    case = judged(UNRELATED, 0, state)
    kept = with_what_holds(case)
    assert (kept.evidence, kept.state) == (case.evidence, state)
    assert (kept.judgement, kept.proposed, kept.gives_way, kept.advice) == (None, (), None, None)
    assert kept.note == why_look_again(kept) == "Looked up with an earlier version of Untwin: look again first."
    assert with_what_holds(kept) is kept
    assert ExitId.LOOK_UP in {way.id for way in exits_for(kept)}
    assert not {ExitId.RENUMBER, ExitId.RETRY, ExitId.SAME, ExitId.MADE_BY_HAND} & {way.id for way in exits_for(kept)}


@pytest.mark.parametrize("state", [State.RENUMBERED, State.WAITING_TO_POST, State.POSTED, State.ALREADY_IN_QUICKBOOKS])
def test_what_is_decided_already_keeps_what_it_was_decided_by(state: State) -> None:
    case = judged(UNRELATED, 0, state)
    assert with_what_holds(case) is case


def test_a_verdict_of_today_stays() -> None:
    case = judged(UNRELATED)
    assert with_what_holds(case) is case


def test_a_sources_own_ways_stay_locked_by_it() -> None:
    assert not why_locked_for(judged(UNRELATED), [], "Clio")
    assert why_locked_for(with_what_holds(judged(UNRELATED, 0)), [], "Clio")
