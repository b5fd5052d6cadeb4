"""Remembers what each told situation came to, beside the number of the rules: whoever changes one changes the other.

    PYTHONPATH=desktop:tests .venv/bin/python tests/verdicts/outcomes.py

writes `outcomes.txt` anew. It refuses while a known situation ends otherwise and `RULES` is the same: verdicts that
lie in people's stores would be taken for ones of today.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.cases.case import Case
from untwin.domain.verdicts.rules import RULES

_FILE = Path(__file__).with_suffix(".txt")
BUMP = "The rules changed their meaning: raise RULES in domain/verdicts/rules.py, then run tests/verdicts/outcomes.py."


@dataclass(frozen=True, slots=True)
class Remembered:
    """The outcomes by the situations' names, and by which rules they came about."""

    rules: int
    outcomes: Mapping[str, str]

    @property
    def text(self) -> str:
        """The file: the rules' number first, then a line for each situation."""
        lines = sorted(f"{outcome} | {name}" for name, outcome in self.outcomes.items())
        return "\n".join((f"rules {self.rules}", *lines, ""))

    def changed(self, now: Mapping[str, str]) -> list[str]:
        """The situations that come to something else now."""
        return [name for name, outcome in self.outcomes.items() if name in now and now[name] != outcome]


def remembered() -> Remembered:
    """What the file says."""
    first, *lines = _FILE.read_text(encoding="utf-8").splitlines()
    told = (line.partition(" | ") for line in lines)
    return Remembered(int(first.removeprefix("rules ")), {name: outcome for outcome, _, name in told})


def outcome_of(case: Case) -> str:
    """The verdict, and whether it lets a number change."""
    assert case.judgement is not None
    return f"{case.judgement.verdict}{', may change' if case.judgement.changeable else ''}"


def written_anew(before: Remembered, now: Mapping[str, str], rules: int) -> Remembered:
    """What the file must say from now on.

    Raises:
        ValueError: known situations end otherwise, and the number of the rules is the same.
    """
    changed = before.changed(now)
    if changed and rules == before.rules:
        raise ValueError(f"{BUMP} {len(changed)} end otherwise: {'; '.join(changed[:5])}")
    return Remembered(rules, dict(now))


def main(told: Iterable[tuple[str, Case]]) -> int:
    """Writes the file, or says why not."""
    now = {name: outcome_of(case) for name, case in told}
    try:
        anew = written_anew(remembered() if _FILE.exists() else Remembered(RULES, {}), now, RULES)
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    _FILE.write_text(anew.text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    from verdicts.test_scenarios import SCENARIOS, judged_offline

    sys.exit(main((scenario.name, judged_offline(scenario)[1]) for scenario in SCENARIOS))
