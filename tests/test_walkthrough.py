"""The whole main job without a window: it ends well for every firm, and says so only if the books say so."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import requests

from conftest import QUICK
from secret_service import NoService, SecretService
from untwin.app.samples import Opened, sample_desk
from untwin.walkthrough.walk import walk_through

SCENARIOS = (
    *("unrelated credit memo", "unrelated invoice", "same after lost answer", "same under another number"),
    *("closed books", "trust journal", "two documents on one number", "too little known", "nothing found"),
    *("trust sales receipt", "rest of the books"),
)
Opener = Callable[[Path, tuple[str, ...]], AbstractContextManager[Opened]]


def test_the_command_ends_well_for_three_firms_and_leaves_nothing_behind(secret_service: SecretService) -> None:
    """On a real keyring, each a process of its own, all at once."""
    before = set(Path(secret_service.env["HOME"]).rglob("*"))
    law = ("--firms", "1")
    walks = [_start(secret_service.env, *law, *seed) for seed in ((), ("--seed", "2"), ("--seed", "29"))]
    for walk in walks:
        out, err = walk.communicate(timeout=300)
        assert (walk.returncode, err) == (0, ""), out
        lines = out.splitlines()
        assert lines[-1] == "10 cases: 8 posted, 2 already in QuickBooks, 0 open."
        assert [line[5:].rstrip("0123456789- TR") for line in lines if line.startswith("ok   ")] == list(SCENARIOS)
        assert not [line for line in lines if line.startswith("NOT")]
        # Each case's way: its number, the verdict, what was changed, where it ended.
        assert len([line for line in lines if line.startswith("  ") and ": " in line]) == 14
        assert len([line for line in lines if " > " in line]) == 4
    assert secret_service.secrets() == {}
    assert set(Path(secret_service.env["HOME"]).rglob("*")) == before


def test_every_scenario_of_all_firms_is_reached_and_ended(capsys: pytest.CaptureFixture[str]) -> None:
    assert walk_through(["--unreached"], _opener("--hubspot-limit", "100000")) == 0
    said = capsys.readouterr().out
    assert "NOT" not in said
    assert said.splitlines()[-1] == "37 cases: 31 posted, 4 already in QuickBooks, 2 ignored with a reason, 0 open."


def test_what_was_not_ended_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody takes the number again while the walkthrough believes it free."""
    assert walk_through(["--unreached", "--firms", "1"], _opener(tampered=("Invoice", STRANGER))) == 1
    listed = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("ok", "NOT"))]
    assert listed == ["NOT  rest of the books"]


def test_without_a_keyring_it_works_all_the_same(tmp_path: Path) -> None:
    """Sample tokens are worth nothing, so they may be held in memory where no keyring answers."""
    walk = _start(NoService().env, "--firms", "1", "--seed", "5")
    out, err = walk.communicate(timeout=300)
    assert (walk.returncode, err) == (0, ""), out


def test_a_firm_of_another_day_is_worked_through_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert walk_through(["--firms", "1", "--seed", "7", "--today", "2027-01-02"], _opener()) == 0
    assert "NOT" not in capsys.readouterr().out


def test_it_ends_well_where_quickbooks_refuses_used_numbers_on_updates_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert walk_through(["--firms", "1"], _opener("--refuse-updates")) == 0
    assert "NOT" not in capsys.readouterr().out


def test_the_first_suggestions_are_taken_numbers_and_are_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    walk_through(["--firms", "1"], _opener())
    said = capsys.readouterr().out
    assert "1234 > 1234-CM" in said
    assert "1236 > 1236-INV" in said


STRANGER: dict[str, object] = {"DocNumber": "STRANGER", "CustomerRef": {"value": "1"}, "Line": []}


@pytest.mark.parametrize(
    ("entity", "body", "words"),
    [
        ("Invoice", STRANGER, "Invoice STRANGER"),
        (
            "CreditMemo",
            {"Id": "111", "DocNumber": "1234", "PrivateNote": "tampered"},
            "changed in more than its number",
        ),
    ],
)
def test_it_fails_when_the_books_are_not_as_they_should_be(
    capsys: pytest.CaptureFixture[str], entity: str, body: dict[str, object], words: str
) -> None:
    """Somebody else writes to the books while the walkthrough believes that all went well."""
    assert walk_through(["--firms", "1"], _opener(tampered=(entity, body))) == 1
    said = capsys.readouterr().out
    assert "NOT " in said
    assert words in said


@pytest.mark.parametrize("arguments", [["--seed", "x"], ["--today", "yesterday"], ["--nonsense"]])
def test_wrong_usage_ends_with_two(arguments: list[str]) -> None:
    walk = _start(NoService().env, *arguments)
    _out, err = walk.communicate(timeout=60)
    assert walk.returncode == 2
    assert err.startswith("usage: untwin sample walkthrough")


def _start(env: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "untwin", "sample", "walkthrough", *arguments]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _opener(*more: str, tampered: tuple[str, dict[str, object]] | None = None) -> Opener:
    """Opens the sample desk in quick cycles, with switches that the command itself doesn't offer."""

    @contextmanager
    def opened(folder: Path, arguments: tuple[str, ...]) -> Iterator[Opened]:
        with sample_desk(folder, (*QUICK, *arguments, *more)) as sample:
            if tampered:
                _tamper(sample, *tampered)
            yield sample

    return opened


def _tamper(sample: Opened, entity: str, body: dict[str, object]) -> None:
    base = sample.greeting["quickbooks"]["base"]
    realm = sample.greeting["quickbooks"]["companies"][0]["realm_id"]
    if "Id" in body:
        [now] = [d for d in requests.get(f"{base}/sample/books", timeout=10).json()[realm][entity] if d["Id"] == "111"]
        body = now | body
    asked = {"realm": realm, "entity": entity, "body": body}
    requests.post(f"{base}/sample/rows", json=asked, timeout=10).raise_for_status()
