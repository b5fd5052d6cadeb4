"""Whatever is taken out of the evidence: nothing that was not sure becomes "unrelated", "none found" or "the same"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.evidence import Evidence
from untwin.domain.judge import judge
from untwin.domain.verdict import Verdict
from verdicts.bench_verdicts import judge_offline
from verdicts.conflict import GO_AHEAD
from verdicts.less import LESS, Less
from verdicts.offline import offline_books
from verdicts.scenarios import makers, names, twins, waiting
from verdicts.scenarios.stage import set_up

# Faults of the verdict that are known and not mended yet.
TO_BE_MENDED = frozenset(
    {
        "no waiting references",
        "a holder without its words",
        "a document nearby without its total",
        "a document nearby without its currency",
        "a record that was not read",
        "a holder's customer that was not read",
        "no home currency",
    }
)


@cache
def evidence() -> tuple[tuple[str, Evidence], ...]:
    """Evidence of all kinds: generated and told by hand."""
    return (*((j.conflict.relation, j.evidence) for j in judge_offline(7, 75)), *_told())


def _told() -> Iterator[tuple[str, Evidence]]:
    for scenario in (*twins.TABLE, *names.TABLE, *makers.TABLE, *waiting.TABLE):
        stage = set_up(scenario, 100)
        case = stage.judge(replace(offline_books(stage.ledger, scenario.facts), nearby_complete=scenario.nearby_whole))
        assert case.evidence is not None
        yield scenario.name, case.evidence


def grown_sure(less: Less) -> Iterator[tuple[str, str, str]]:
    """Where less evidence led to more certainty: of what, from which verdict, to which."""
    for name, whole in evidence():
        before = judge(whole).verdict
        for part in less(whole):
            after = judge(part).verdict
            if _surer(before, after):
                yield name, before.value, after.value


def _surer(before: Verdict, after: Verdict) -> bool:
    if after in GO_AHEAD:
        return before not in GO_AHEAD
    return after is Verdict.SAME_DOCUMENT and before is not Verdict.SAME_DOCUMENT


@pytest.mark.parametrize("name", LESS)
def test_less_evidence_makes_nothing_surer(name: str, request: pytest.FixtureRequest) -> None:
    if name in TO_BE_MENDED:
        request.applymarker(pytest.mark.xfail(strict=False))
    assert list(grown_sure(LESS[name])) == []


@given(st.data())
def test_less_and_less_evidence_makes_nothing_surer(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from(evidence()))
    before, part = judge(whole).verdict, whole
    for way in data.draw(st.lists(st.sampled_from(sorted(set(LESS) - TO_BE_MENDED)), max_size=4)):
        parts = list(LESS[way](part))
        part = data.draw(st.sampled_from(parts)) if parts else part
    assert not _surer(before, judge(part).verdict), name
