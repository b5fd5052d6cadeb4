"""`untwin sample walkthrough`: plays the person on fresh sample firms and says how each scenario ended."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from untwin.domain.cases.case import Case, State
from untwin.flows.desk import Desk
from untwin.sample.expect import FIRMS, ScenarioResult, check, scenarios
from untwin.walkthrough.person import Person


class OpenedSample(Protocol):
    """Served sample firms with a desk on them; `greeting` says where they are served."""

    @property
    def desk(self) -> Desk:
        """The desk."""

    @property
    def greeting(self) -> dict[str, Any]:
        """The first line of `untwin sample serve`."""


SampleDesk = Callable[[Path, tuple[str, ...]], AbstractContextManager[OpenedSample]]


@dataclass(frozen=True, slots=True)
class _Walk:
    """How one walk went: every case, and the case of each scenario by company and key."""

    cases: tuple[Case, ...]
    met: dict[str, Case]
    results: list[ScenarioResult]


def walk_through(arguments: list[str], opened: SampleDesk) -> int:
    """Runs the walkthrough on fresh sample firms; 0 only if the server's books ended as expected.

    `opened` makes a desk on served sample firms: it is handed a folder and the server's arguments.
    """
    options = _options(arguments)
    today = options.today or datetime.now(UTC).astimezone().date()
    with TemporaryDirectory(prefix="untwin-walkthrough-") as folder:
        serve = ("--seed", str(options.seed), "--today", today.isoformat(), "--firms", str(options.firms))
        with opened(Path(folder), serve) as sample:
            known = tuple(scenarios(options.firms, options.seed, today))
            person = Person(sample.desk, _say, known=known, base=sample.greeting["quickbooks"]["base"])
            cases = [c for company in sample.desk.companies.all() if company.sources for c in person.work(company)]
            walk = _Walk(tuple(cases), person.met, check(sample.greeting, options.seed, today))
    return _report(walk, only_unreached=options.unreached)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="untwin sample walkthrough", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which firms (default: 1)")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the firms' date (default: today)")
    parser.add_argument(
        "--firms", type=int, default=FIRMS, choices=range(1, FIRMS + 1), metavar="N", help="the first N (default: all)"
    )
    parser.add_argument("--unreached", action="store_true", help="at the end, list only what did not end as expected")
    return parser.parse_args(arguments)


def _report(walk: _Walk, *, only_unreached: bool) -> int:
    """Says what the books say about each scenario, and where the app's own word differs from them."""
    failed = 0
    for result in walk.results:
        wrong = [*result.wrong, *_misjudged(result, walk.met.get(f"{result.company} {result.key}"))]
        failed += bool(wrong)
        if wrong or not only_unreached:
            _say(f"{'ok  ' if not wrong else 'NOT '} {result.key.replace('_', ' ')} {result.number}".rstrip())
        for sentence in wrong:
            _say(f"       {sentence}")
    _say(_totals(walk.cases))
    return 1 if failed else 0


def _totals(cases: tuple[Case, ...]) -> str:
    counted = Counter(case.state for case in cases)
    ended = {words: counted.pop(state, 0) for state, words in _ENDS.items()}
    # Putting aside is named where it happens; the other ends always are.
    said = [f"{n} {words}" for words, n in ended.items() if n or words != _ENDS[State.IGNORED]]
    return f"{len(cases)} cases: {', '.join(said)}, {counted.total()} open."


_ENDS = {
    State.POSTED: "posted",
    State.ALREADY_IN_QUICKBOOKS: "already in QuickBooks",
    State.IGNORED: "ignored with a reason",
}


def _misjudged(result: ScenarioResult, case: Case | None) -> list[str]:
    if not result.state:
        return []
    if case is None:
        return ["No case was made of it."]
    said = (case.state.value, case.judgement.verdict.value if case.judgement else "")
    if said == (result.state, result.verdict or said[1]):
        return []
    return [f"Untwin says {said[0]}, {said[1] or case.kind.value}."]


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()
