"""Situations told by hand, each rule of the verdict with near misses on both sides, through the real look-up."""

from dataclasses import replace

import pytest

from untwin.domain.cases.case import Case
from untwin.domain.verdicts.rules import RULES
from verdicts.offline import offline_books
from verdicts.outcomes import BUMP, Remembered, outcome_of, remembered, written_anew
from verdicts.scenarios import (
    again,
    fees,
    kinds,
    makers,
    mixed,
    names,
    parted,
    proofs,
    receipts,
    several,
    shortened,
    spellings,
    tangled,
    twins,
    undone,
    waiting,
    words,
)
from verdicts.scenarios.stage import Stage, set_up
from verdicts.scenarios.told import Scenario

SCENARIOS: tuple[Scenario, ...] = (
    *twins.TABLE,
    *fees.TABLE,
    *names.TABLE,
    *spellings.TABLE,
    *makers.TABLE,
    *waiting.TABLE,
    *words.TABLE,
    *receipts.TABLE,
    *several.TABLE,
    *proofs.TABLE,
    *kinds.TABLE,
    *parted.TABLE,
    *shortened.TABLE,
    *again.TABLE,
    *tangled.TABLE,
    *mixed.TABLE,
    *undone.TABLE,
)
KNOWN = remembered()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_situation_is_judged_as_it_must_be(scenario: Scenario) -> None:
    stage, case = judged_offline(scenario)
    assert_right(stage, case)
    assert KNOWN.outcomes.get(scenario.name, outcome_of(case)) == outcome_of(case), BUMP


def judged_offline(scenario: Scenario) -> tuple[Stage, Case]:
    """The situation set up in memory, and its case after the look-up."""
    stage = set_up(scenario, 100)
    every = offline_books(stage.ledger, scenario.facts)
    books = replace(every, nearby_complete=scenario.nearby_whole, search_complete=scenario.every_type_read)
    return stage, stage.judge(books)


def assert_right(stage: Stage, case: Case) -> None:
    """Compares a case with what its scenario asks for."""
    scenario, judgement = stage.scenario, case.judgement
    assert judgement is not None
    assert judgement.verdict in scenario.right, judgement.reasons
    if scenario.says:
        assert any(scenario.says in reason for reason in judgement.reasons), judgement.reasons
    blocks = {block.id.value for block in case.blocks}
    assert blocks >= set(scenario.blocks), blocks
    assert not blocks & set(scenario.blocks_not)
    if scenario.state:
        assert case.state.value == scenario.state
    for told in scenario.books:
        if told.twin:
            assert judgement.twin_id == stage.row_of(told).id
    assert _proposed(case) >= {(stage.row_of(t).id, t.proposed) for t in scenario.books if t.proposed}
    if not judgement.verdict.changeable:
        assert not case.proposed


def _proposed(case: Case) -> set[tuple[str, str]]:
    return {(p.document_id, p.suggestions[0]) for p in case.proposed if p.suggestions}


def test_every_scenario_has_a_name_of_its_own_and_there_are_many() -> None:
    names_ = [scenario.name for scenario in SCENARIOS]
    assert len(set(names_)) == len(names_) >= 60


def test_what_situations_came_to_is_remembered_with_the_number_of_the_rules() -> None:
    assert KNOWN.rules == RULES, "Run tests/verdicts/outcomes.py."
    names_ = {scenario.name for scenario in SCENARIOS}
    assert len(names_ & set(KNOWN.outcomes)) > 0.9 * len(names_), "Run tests/verdicts/outcomes.py."


def test_other_outcomes_are_written_down_only_with_another_number() -> None:
    before = Remembered(7, {"a": "unknown", "gone": "unknown"})
    with pytest.raises(ValueError, match="raise RULES"):
        written_anew(before, {"a": "unrelated, may change"}, 7)
    assert written_anew(before, {"a": "unrelated, may change"}, 8).rules == 8
    assert written_anew(before, {"a": "unknown", "new": "unrelated, may change"}, 7).outcomes.keys() == {"a", "new"}
