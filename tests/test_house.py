"""The house keeps its rules; and each rule is shown to catch what it forbids."""

import ast
import subprocess
from collections.abc import Iterator

import pytest

import house

UI = "desktop/untwin/ui/pane.py"
DOMAIN = "desktop/untwin/domain/cases/case.py"
QUICKBOOKS = "desktop/untwin/quickbooks/client.py"
LONG_FUNCTION = "def long():\n" + "    print()\n" * 40

MAIN = "desktop/untwin/__main__.py"
WALKTHROUGH = "desktop/untwin/walkthrough/walk.py"

# Rule, where the offence is committed, the offence, and its neighbour that must be let through.
CASES: list[tuple[house.Rule, str, str, str]] = [
    (house.functions_are_short, UI, LONG_FUNCTION, LONG_FUNCTION.replace("    print()\n", "", 1)),
    (house.files_are_short, UI, "x = 1\n" * 301, "x = 1\n" * 300),
    (house.modules_say_what_they_are_for, UI, "x = 1", '"""Says it."""'),
    (house.names_say_what_things_are, UI, "class CaseManager: ...", "class Inbox: ..."),
    (house.domain_has_no_float, DOMAIN, "def total() -> float: ...", "def total() -> Decimal: ..."),
    (house.domain_is_pure, DOMAIN, "def f():\n    import logging", "from datetime import datetime"),
    (house.domain_is_pure, DOMAIN, "datetime.now(UTC)", "datetime.fromisoformat(text)"),
    (house.domain_is_pure, DOMAIN, "open('x')", "opened('x')"),
    (house.threads_live_in_jobs, UI, "from PySide6.QtCore import QThread", "from PySide6.QtCore import QTimer"),
    (house.threads_live_in_jobs, UI, "def f():\n    import threading", "def f():\n    import json"),
    (house.libraries_stay_in_their_room, UI, "import requests", "import PySide6"),
    (house.libraries_stay_in_their_room, UI, "if x:\n    import requests", "if TYPE_CHECKING:\n    import requests"),
    (house.libraries_stay_in_their_room, QUICKBOOKS, "from PySide6 import QtCore", "import requests"),
    (house.main_knows_little, MAIN, "from untwin import flows", "from untwin import app"),
    (
        house.walkthrough_sees_expectations_only,
        WALKTHROUGH,
        "from untwin.sample import serve",
        "from untwin.sample import expect",
    ),
    (house.no_lambda_on_a_signal, UI, "b.clicked.connect(lambda: 1)", "b.clicked.connect(self.go)"),
    (house.nothing_else_writes, QUICKBOOKS, "client.delete_object('Bill', x)", "client.get_single_object('Bill', x)"),
    (house.writes, QUICKBOOKS, "client.update_object('Bill', x)", "client.query(x)"),
]
RULES = list(dict.fromkeys(rule for rule, *_ in CASES if rule is not house.writes))


def _name(value: object) -> str:
    return getattr(value, "__name__", "")


@pytest.mark.parametrize(("rule", "path", "offence", "neighbour"), CASES, ids=_name)
def test_a_rule_catches_its_offence_and_nothing_beside_it(
    rule: house.Rule, path: str, offence: str, neighbour: str
) -> None:
    assert list(rule(path, offence, ast.parse(offence)))
    assert not list(rule(path, neighbour, ast.parse(neighbour)))


def test_a_file_named_after_nothing_is_caught() -> None:
    assert list(house.names_say_what_things_are("desktop/untwin/ui/utils.py", "", ast.parse("")))


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """What each rule has against the sources, each of which is parsed once for all of them."""
    found: dict[str, list[str]] = {_name(rule): [] for rule in (*RULES, house.writes)}
    for path, text in _sources():
        module = ast.parse(text)
        for rule in (*RULES, house.writes):
            found[_name(rule)] += rule(path, text, module)
    return found


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_the_house_keeps(rule: house.Rule, said: dict[str, list[str]]) -> None:
    assert said[_name(rule)] == []


def test_reasons_for_long_files_are_still_needed() -> None:
    long = {path for path, text in _sources() if text.count("\n") > house.LONGEST_FILE}
    assert set(house.LONG_FILES) <= long


def test_one_place_writes_to_the_books(said: dict[str, list[str]]) -> None:
    places = said[_name(house.writes)]
    assert len(places) == 1, places
    assert places[0].startswith("desktop/untwin/quickbooks/")


@pytest.mark.parametrize("words", ["https://py" + "pi.org/simple", "see /wor" + "k/notes", "made by Cl" + "aude"])
def test_foreign_words_are_found(words: str) -> None:
    assert house.foreign_words("a.md", f"first line\n{words}\n")


def test_the_project_speaks_of_itself_alone() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=house.ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    files = [house.ROOT / name for name in listed.stdout.split("\0") if name]
    texts = [(file.name, file.read_bytes().decode("utf-8", "replace")) for file in files if file.is_file()]
    assert [said for name, text in texts for said in house.foreign_words(name, text)] == []


def _sources() -> Iterator[tuple[str, str]]:
    for folder in (house.PACKAGE, house.ROOT / "packaging", house.ROOT / "tests"):
        for file in sorted(folder.rglob("*.py")):
            yield file.relative_to(house.ROOT).as_posix(), file.read_text("utf-8")
