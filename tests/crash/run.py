"""Kills Untwin hundreds of times in the middle of batches, and proves by the servers' books that nothing came of it.

PYTHONPATH=desktop:tests .venv/bin/python tests/crash/run.py --kills 500
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crash.start import environment
from crash.where import ROAD, Gap

LANES = 3  # sieges at the same time; most of their time they wait
ONE_SIEGE = 42  # kills of one home before it is judged and another begun


@dataclass
class Counts:
    """What came of all sieges together."""

    sieges: int
    seconds: float
    found: list[dict[str, Any]]

    def number(self, name: str) -> int:
        """The sum of one number over all sieges."""
        return sum(int(each[name]) for each in self.found)

    def counter(self, name: str) -> Counter[str]:
        """The sum of one table."""
        return sum((Counter(each[name]) for each in self.found), Counter[str]())

    @property
    def wrong(self) -> list[str]:
        """Everything that isn't as it must be."""
        return [words for each in self.found for words in each["wrong"]]

    def lines(self) -> Iterator[str]:
        """The report."""
        kills, changes, phases = self.counter("kills"), self.counter("changes"), self.counter("phases")
        yield f"{'where changes stood when the process was killed':50} {'kills':>6} {'changes':>8}"
        for gap in Gap:
            yield f"  {gap.value:48} {kills[gap.value]:6} {changes[gap.value]:8}"
        yield f"  {'no change was under way':48} {self.number('beside'):6}"
        told = ", ".join(f"{phase} {times}" for phase, times in sorted(phases.items()))
        yield f"Untwin was at: {told}; up to {max(each['most'] for each in self.found)} changes were under way at once"
        yield (
            f"slept for an hour {self.number('slept')} times; signed in again {self.number('signed_in_again')} times;"
            f" {self.number('written')} numbers written, {self.number('given_back')} of them given back;"
            f" {self.number('missed')} aims missed"
        )


def short(counts: Counts, least: int) -> list[str]:
    """The gaps of the road that too few kills have hit."""
    kills = counts.counter("kills")
    return [f"only {kills[g.value]} kills at “{g.value}”, not {least}" for g in ROAD if kills[g.value] < least]


def run(kills: int, lanes: int, seed: int, folder: Path) -> Counts:
    """All sieges, several at a time."""
    start, shares = time.monotonic(), list(_shares(kills, lanes))
    waiting = [(folder / f"home-{n}", share, seed + n) for n, share in enumerate(shares)]
    under_way: dict[Path, subprocess.Popen[bytes]] = {}
    found: list[dict[str, Any]] = []
    try:
        while waiting or under_way:
            while waiting and len(under_way) < lanes:
                home, share, each = waiting.pop(0)
                under_way[home] = _siege(home, share, each)
            time.sleep(0.1)
            ended = [home for home, siege in under_way.items() if siege.poll() is not None]
            found += [_outcome(under_way.pop(home).returncode, home) for home in ended]
    finally:
        for siege in under_way.values():
            siege.terminate()
    return Counts(len(shares), time.monotonic() - start, found)


def _shares(kills: int, lanes: int) -> Iterator[int]:
    sieges = max(lanes, -(-kills // ONE_SIEGE)) if kills >= lanes else 1
    for n in range(sieges):
        yield kills * (n + 1) // sieges - kills * n // sieges


def _siege(home: Path, kills: int, seed: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(Path(__file__).with_name("siege.py")), str(home), str(kills), str(seed)]
    with home.with_suffix(".said").open("wb") as said:
        return subprocess.Popen(command, env=environment(), stdout=said, stderr=subprocess.STDOUT)


def _outcome(code: int, home: Path) -> dict[str, Any]:
    text = home.with_suffix(".said").read_text("utf-8", "replace")
    if code:
        return {**_NOTHING, "wrong": [f"a siege broke off: {text}"]}
    told: dict[str, Any] = json.loads(text.splitlines()[-1])
    return told


_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("killed", "slept", "missed", "signed_in_again", "beside", "most", "written", "given_back"), 0),
    **{name: {} for name in ("kills", "changes", "phases")},
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the report and what is proved; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500, metavar="N", help="how often (default: 500)")
    parser.add_argument("--lanes", type=int, default=LANES, metavar="N", help="so many homes at once")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another course of events (default: 1)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        counts = run(options.kills, options.lanes, options.seed, Path(folder))
    # A short run is glad of one.
    wrong = [*counts.wrong, *short(counts, options.kills * 40 // 500 if options.kills >= 100 else 1)]
    killed = counts.number("killed")
    for line in (*counts.lines(), *(f"WRONG: {words}" for words in wrong)):
        sys.stdout.write(line + "\n")
    if not wrong:
        done = f"{killed} kills of {counts.sieges} homes, {counts.number('written')} numbers"
        said = "none written twice, no change open, no case lost, every chain whole"
        sys.stdout.write(f"PROVED: {done}: {said}; {counts.seconds:.0f} s\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
