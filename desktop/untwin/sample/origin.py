"""What the books of a run are made from: the same origin always makes the same ones."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A seed, a date and how much there is."""

    seed: int
    today: date
    firms: int
    """The first so many of the sample firms."""
    landscaper: bool = False
    """Whether there is a further company, which follows Intuit's own sample company."""
    documents: int = 0
    """So many further documents are in the first company's books."""
    shift: timedelta = timedelta()
    """By how many days its clock differs from the real one."""

    @classmethod
    def asked(cls, options: argparse.Namespace) -> Self:
        """The origin among the arguments that were read."""
        real = datetime.now(UTC).astimezone().date()
        today = options.today or real
        return cls(
            seed=options.seed,
            today=today,
            firms=options.firms,
            landscaper=options.landscaper,
            documents=options.documents,
            shift=today - real,
        )

    @classmethod
    def read(cls, facts: Mapping[str, str]) -> Self:
        """The origin that `facts` tells of."""
        return cls(
            seed=int(facts["seed"]),
            today=date.fromisoformat(facts["today"]),
            firms=int(facts["firms"]),
            landscaper=facts["landscaper"] == "True",
            documents=int(facts["documents"]),
            shift=timedelta(days=int(facts["shift"])),
        )

    @property
    def facts(self) -> dict[str, str]:
        """The origin in words that can be kept."""
        names = ("seed", "today", "firms", "landscaper", "documents")
        return {name: str(getattr(self, name)) for name in names} | {"shift": str(self.shift.days)}

    @property
    def words(self) -> str:
        """The arguments that ask for it."""
        further = f"{' --landscaper' * self.landscaper}{f' --documents {self.documents}' * bool(self.documents)}"
        return f"--seed {self.seed} --today {self.today} --firms {self.firms}{further}"
