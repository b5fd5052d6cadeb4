"""Whatever is taken out of the evidence: nothing that was not sure becomes "unrelated", "none found" or "the same"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict
from verdicts.bench_verdicts import judge_offline
from verdicts.conflict import GO_AHEAD
from verdicts.less import LESS, Less
from verdicts.offline import offline_books
from verdicts.scenarios import fees, kinds, makers, names, proofs, receipts, several, twins, waiting, words
from verdicts.scenarios.stage import set_up

# In the first four only words say that a stranger's document belongs to the sale, which is more than the reference asks
# for: without the words, or the amount beside them, it is a stranger's document like any other. In the fifth the sale
# is in the books either way, and the reference leaves open what two of it are. In the last one nothing is left that
# speaks against it: customer, total, week and the bill's own number agree, and that is what the reference asks for.
# And where a person has said who made it, their word stands as long as no record that was read speaks against it.
LEFT_OPEN = frozenset(
    {
        "a twin under a name that only its lines explain",
        "a stranger's document that names the matter",
        "1 a renamed customer: amount, day and matter agree, the name doesn't",
        "5 the memo names the matter, the customer and the amount are others",
        "1 two twins: one of them was booked by hand",
        "4 a copied invoice names the bill, and the source lists it by itself",
        "unrelated: a person has said, but the list has it",
    }
)


@cache
def evidence() -> tuple[tuple[str, Evidence], ...]:
    """Evidence of all kinds: generated and told by hand."""
    return (*((j.conflict.relation, j.evidence) for j in judge_offline(7, 24)), *_told())


@cache
def comparable() -> tuple[tuple[str, Evidence], ...]:
    """The evidence of which less should never say more."""
    return tuple((name, whole) for name, whole in evidence() if name not in LEFT_OPEN)


def _told() -> Iterator[tuple[str, Evidence]]:
    tables = (twins.TABLE, fees.TABLE, names.TABLE, makers.TABLE, waiting.TABLE, receipts.TABLE, words.TABLE)
    for scenario in chain(*tables, several.TABLE[::4], proofs.TABLE, kinds.TABLE):
        stage = set_up(scenario, 100)
        case = stage.judge(replace(offline_books(stage.ledger, scenario.facts), nearby_complete=scenario.nearby_whole))
        assert case.evidence is not None
        yield scenario.name, case.evidence


def grown_sure(less: Less) -> Iterator[tuple[str, str, str]]:
    """Where less evidence led to more certainty: of what, from which verdict, to which."""
    for name, whole in comparable():
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
def test_less_evidence_makes_nothing_surer(name: str) -> None:
    assert list(grown_sure(LESS[name])) == []


@settings(derandomize=True, deadline=None)  # a slow machine is no error
@given(st.data())
def test_less_and_less_evidence_makes_nothing_surer(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from(comparable()))
    before, part = judge(whole).verdict, whole
    for way in data.draw(st.lists(st.sampled_from(sorted(LESS)), max_size=4)):
        parts = list(LESS[way](part))
        part = data.draw(st.sampled_from(parts)) if parts else part
    assert not _surer(before, judge(part).verdict), name
