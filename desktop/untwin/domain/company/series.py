"""The series of a type: how its latest numbers go on, as the number index remembers them; it suggests, nothing more."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from untwin.domain.company.house_rules import SAFE, parts_of

LATEST = 200  # documents of a type that tell its series


@dataclass(frozen=True, slots=True)
class Series:
    """How the numbers of a type go on: what they begin with, their last figure, and how many digits it has."""

    entity: str
    prefix: str
    last: int
    width: int

    def after(self, step: int) -> str:
        """The number that many further on."""
        return f"{self.prefix}{self.last + step:0{self.width}d}"


def series_of(entity: str, numbers: Iterable[str | None]) -> Series | None:
    """How the latest numbers of a type go on; None where fewer than two of them are of one make."""
    parts = [found for number in numbers if number and (found := parts_of(number)) is not None]
    if not parts:
        return None
    (prefix, seen), *_ = Counter(part[0] for part in parts).most_common(1)
    if seen < 2 or not set(prefix) <= SAFE:
        return None
    mine = [digits for before, digits in parts if before == prefix]
    last = max(mine, key=int)
    return Series(entity, prefix, int(last), len(last) if last.startswith("0") or _padded(mine) else 0)


def _padded(digits: list[str]) -> bool:
    return any(each.startswith("0") for each in digits)
