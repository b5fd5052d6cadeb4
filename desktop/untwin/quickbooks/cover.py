"""Covers many numbers by few patterns: what they have in common at their beginning or at their end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

SHORT = 3
"""A pattern of fewer characters is in too many numbers to be of use."""


@dataclass(frozen=True, slots=True)
class Covered:
    """Some numbers, and a text that every one of them contains."""

    pattern: str
    numbers: tuple[str, ...]

    @property
    def short(self) -> bool:
        """Whether the pattern says too little."""
        return len(self.pattern) < SHORT


def cover(numbers: Sequence[str], most: int) -> tuple[Covered, ...]:
    """Covers each number by one of at most so many patterns, each of which says as much as it can.

    New numbers are mostly made of a prefix or a suffix and an old number (CM-1234, 1234-CM), so both ways are tried.
    """
    ways = [_joined(_cut(sorted(set(numbers), key=way), way, max(most, 1))) for way in (_forwards, _backwards)]
    return max(ways, key=_worth)


def _cut(ordered: list[str], way: Callable[[str], str], most: int) -> list[Covered]:
    """Cuts the row of numbers where two neighbours have least in common."""
    shared = [len(_beginning(way(one), way(next_))) for one, next_ in pairwise(ordered)]
    cuts = sorted(sorted(range(len(shared)), key=shared.__getitem__)[: most - 1])
    edges = [0, *(place + 1 for place in cuts), len(ordered)]
    parts = [tuple(ordered[start:end]) for start, end in pairwise(edges) if start < end]
    # The first and the last of a sorted row have nothing in common that those between them haven't, too.
    return [Covered(way(_beginning(way(part[0]), way(part[-1]))), part) for part in parts]


def _beginning(one: str, other: str) -> str:
    """What both begin with."""
    differs = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return one[: next(differs, min(len(one), len(other)))]


def _joined(parts: list[Covered]) -> tuple[Covered, ...]:
    """Where one pattern contains another, the other finds all that it would find; a short one is no gain."""
    kept: dict[str, tuple[str, ...]] = {}
    for part in sorted(parts, key=lambda part: len(part.pattern)):
        wider = next((pattern for pattern in kept if len(pattern) >= SHORT and pattern in part.pattern), part.pattern)
        kept[wider] = (*kept.get(wider, ()), *part.numbers)
    return tuple(Covered(pattern, own) for pattern, own in kept.items())


def _worth(parts: tuple[Covered, ...]) -> tuple[int, list[int]]:
    """First of all few numbers under short patterns, then long patterns: the shortest of them finds most in vain."""
    return -sum(len(part.numbers) for part in parts if part.short), sorted(len(part.pattern) for part in parts)


def _forwards(number: str) -> str:
    return number


def _backwards(number: str) -> str:
    return number[::-1]
