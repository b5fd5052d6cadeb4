"""What a guarded pattern fits holds one of its signs: a guard that is forgotten would hide an error or let talk in."""

import importlib
import pkgutil

import pytest

import untwin.intake
from pattern_signs import unguarded
from untwin.intake.marking.guarded import Guarded, guarded

ALL = [
    (f"{module.name.rpartition('.')[2]}.{name}", value)
    for module in pkgutil.walk_packages(untwin.intake.__path__, "untwin.intake.")
    for name, value in vars(importlib.import_module(module.name)).items()
    if isinstance(value, Guarded)
]


@pytest.mark.parametrize(("name", "own"), ALL, ids=[name for name, _ in ALL])
def test_each_alternative_of_a_pattern_holds_one_of_its_signs(name: str, own: Guarded) -> None:
    assert unguarded(own) == [], name
    assert "" not in own.signs


def test_an_alternative_without_a_sign_is_found() -> None:
    assert unguarded(guarded("fail|reject", r"\b(?:failed|rejects?|refused)\b")) == ["refused"]
    assert unguarded(guarded("means", r"(?:what (?:it|this) )?means?\b")) != []


def test_nothing_is_fitted_where_no_sign_stands_and_case_does_not_matter() -> None:
    own = guarded("failed", r"(?i:failed) at \d")

    assert own.search("It FAILED at 3") is not None
    assert own.match("failed at 3") is not None
    assert own.search("It went well at 3") is None
