"""The verdict benchmark in small: its shares, its independence, and the two counts that must be zero."""

import ast
from functools import cache
from pathlib import Path

import pytest

from untwin.domain.verdicts.verdict import Verdict
from verdicts.bench_verdicts import judge_offline
from verdicts.conflict import Conflict, Gap, Group
from verdicts.generator import make_firms
from verdicts.judging import Judged
from verdicts.relation import RELATIONS

RELATED = ("same", "apart", "alike", "remade")
GENERATOR = ("people", "ledger", "scene", "relation", *RELATED, "noise", "conflict", "generator")
# What a generator must not lean on: then both would make one mistake, and nobody would see it.
THE_VERDICTS = {"judge", "holder", "twins", "compare", "names", "records", "reading"}


@cache
def judged() -> tuple[Judged, ...]:
    return tuple(judge_offline(2, 300))


def made(seed: int, count: int) -> list[Conflict]:
    return [conflict for firm in make_firms(seed, count) for conflict in firm.conflicts]


@pytest.mark.parametrize("name", GENERATOR)
def test_the_generator_shares_no_code_with_the_verdict(name: str) -> None:
    module = ast.parse((Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}
    shared = {word for word in imported if word.startswith("untwin")}
    assert shared <= {"untwin.domain.sources.incoming", "untwin.domain.verdicts.verdict"}
    assert not {word.rpartition(".")[2] for word in shared} & THE_VERDICTS


def test_the_same_seed_makes_the_same_conflicts() -> None:
    assert made(3, 150) == made(3, 150) != made(4, 150)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_three_thousand_enough_are_of_each_kind(seed: int) -> None:
    conflicts = made(seed, 3000)
    shares = {group: sum(c.group is group for c in conflicts) / len(conflicts) for group in Group}
    assert sum(c.enough for c in conflicts) >= 0.40 * len(conflicts)
    assert shares[Group.SAME] >= 0.25
    assert shares[Group.TWIN] >= 0.10
    assert shares[Group.TRUST] + shares[Group.PURCHASE] >= 0.10
    assert {c.relation for c in conflicts} == {relation.words for relation in RELATIONS}
    assert {c.gap for c in conflicts} == set(Gap)


def test_a_label_is_never_changed_by_noise() -> None:
    for conflict in made(1, 600):
        known = {relation.words: relation.verdict or relation.group.verdict for relation in RELATIONS}
        assert conflict.verdict is known[conflict.relation]
        assert Verdict.UNKNOWN in conflict.right or conflict.gap is Gap.NOTHING or not conflict.enough


def test_no_sale_would_be_booked_twice_and_none_lost() -> None:
    assert [(j.conflict.relation, j.verdict) for j in judged() if j.wrong_go or j.wrong_same] == []


def test_with_enough_evidence_nearly_all_get_their_verdict() -> None:
    enough = [j for j in judged() if j.conflict.enough]
    assert sum(j.hit for j in enough) >= 0.95 * len(enough)
