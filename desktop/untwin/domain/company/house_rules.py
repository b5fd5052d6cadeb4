"""The house rules of a company for new numbers: which way first, what is put beside a number, what is kept clear."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from untwin.domain.books.documents import SALES_SPACE, TYPES
from untwin.domain.problems import BadInput
from untwin.domain.sources.declared import source_name

SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
MOST_AFFIX = 8  # signs; a longer one leaves too little room for the number
RENUMBERED_TYPES = (*SALES_SPACE, "Estimate")
_NUMBER = re.compile(r"(.*?)(\d+)", re.DOTALL)
_DIGITS = 18


class Rule(StrEnum):
    """One way to a new number; the values name it in settings and on the command line."""

    PREFIX = "prefix"
    SUFFIX = "suffix"
    NEXT = "next"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class SourceRange:
    """Numbers that a source gives next, which nobody else may use: `prefix` and a figure from `first` to `last`.

    `known_from` says where that comes from, in words: `typed by Ann`, `Clio's own list`.
    """

    source: str
    prefix: str
    first: int
    last: int
    known_from: str = ""

    def has(self, number: str) -> bool:
        """Whether a number is one of them, with zeros before its figure or without."""
        parts = parts_of(number)
        same = parts is not None and parts[0].strip().casefold() == self.prefix.strip().casefold()
        return same and parts is not None and self.first <= int(parts[1]) <= self.last

    @property
    def words(self) -> str:
        """In words: `Clio: 1235 to 2000`."""
        return f"{source_name(self.source)}: {self.prefix}{self.first} to {self.prefix}{self.last}"

    @property
    def typed(self) -> str:
        """As a person types it: `clio 1235..2000`."""
        return f"{self.source} {self.prefix}{self.first}..{self.prefix}{self.last}"


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What a person has decided.

    Attributes:
        order: the ways to a new number, the first that fits is taken.
        affixes: what is put before or behind a number, by type; of others the usual one.
        ranges: numbers that sources give next, as a person has said.
    """

    order: tuple[Rule, ...] = (Rule.PREFIX, Rule.SUFFIX, Rule.NEXT, Rule.ASK)
    affixes: tuple[tuple[str, str], ...] = ()
    ranges: tuple[SourceRange, ...] = ()

    def affix(self, entity: str) -> str:
        """What is put before or behind the numbers of a type."""
        return dict(self.affixes).get(entity, TYPES[entity].prefix)

    def with_affix(self, entity: str, affix: str) -> "HouseRules":
        """The rules with another affix of one type; the usual one is none of its own."""
        others = tuple(pair for pair in self.affixes if pair[0] != entity)
        mine = () if affix == TYPES[entity].prefix else ((entity, affix),)
        return replace(self, affixes=(*others, *mine))


USUAL = HouseRules()


def parts_of(number: str) -> tuple[str, str] | None:
    """What a number ends with and what stands before it: `INV-`, `0042`; None where it doesn't end in digits."""
    found = _NUMBER.fullmatch(number.strip())
    if found is None or len(found.group(2)) > _DIGITS or not found.group(2).isascii():
        return None
    return found.group(1), found.group(2)


def order_of(text: str) -> tuple[Rule, ...]:
    """The order that a person typed: `prefix, suffix, next, ask`.

    Raises:
        BadInput: a word is none of these, is there twice, or something stands behind `ask`.
    """
    words = [word.strip().casefold() for word in re.split(r"[,;>]|\s+", text) if word.strip()]
    unknown = [word for word in words if word not in set(Rule)]
    if unknown or not words:
        what = f"“{unknown[0]}” is no rule" if unknown else "No rule is named"
        raise BadInput(f"{what}; these are: {', '.join(Rule)}.")
    order = tuple(Rule(word) for word in words)
    twice = next((rule for rule in order if order.count(rule) > 1), None)
    if twice is not None:
        raise BadInput(f"“{twice}” is named twice.")
    if Rule.ASK in order[:-1]:
        raise BadInput("“ask” comes last: what stands behind it would never be tried.")
    return order


def affix_of(entity: str, text: str, ranges: tuple[SourceRange, ...] = ()) -> str:
    """What a person typed to stand beside a type's numbers.

    Raises:
        BadInput: it is empty, too long, or has signs that are not safe; or a source's numbers begin like that.
    """
    affix, title = text.strip().strip("-"), TYPES[entity].title
    if not affix:
        raise BadInput(f"Type letters for {TYPES[entity].one}, for example {TYPES[entity].prefix}.")
    if len(affix) > MOST_AFFIX:
        raise BadInput(f"“{affix}” is too long for {title}s: {MOST_AFFIX} signs at most leave room for the number.")
    if not set(affix) <= SAFE:
        raise BadInput(f"“{affix}”: only letters A-Z, digits and hyphens are safe in a number.")
    if affix.isdigit():
        raise BadInput(f"“{affix}” is all digits: a number with it could be taken for another number. Use letters.")
    like = next((r for r in ranges if r.prefix and r.prefix.rstrip("-").casefold() == affix.casefold()), None)
    if like is not None:
        source = source_name(like.source)
        raise BadInput(f"“{affix}” is how {source}'s own numbers begin ({like.prefix}{like.first}). Use other letters.")
    return affix


def range_of(text: str, who: str = "") -> SourceRange:
    """The range that a person typed: `clio 1235..2000`, `hubspot INV-1001 to INV-2000`.

    Raises:
        BadInput: it can't be read; says how it is typed.
    """
    source, _, span = text.strip().partition(" ")
    ends = [end.strip() for end in span.replace(" to ", "..").split("..")]
    first, last = (parts_of(end) for end in ends) if len(ends) == 2 else (None, None)
    if not source or first is None or last is None:
        raise BadInput(f"“{text.strip()[:60]}” is no range.", "Type it like: clio 1235..2000")
    if last[0] and last[0].casefold() != first[0].casefold():
        raise BadInput(f"“{ends[0][:30]}” and “{ends[1][:30]}” don't begin alike.")
    if int(first[1]) > int(last[1]):
        raise BadInput(f"The range ends before it begins: {text.strip()[:60]}.")
    known_from = f"typed by {who}" if who else "typed"
    return SourceRange(source.casefold(), first[0], int(first[1]), int(last[1]), known_from)


def rules_lines(rules: HouseRules) -> tuple[tuple[str, str], ...]:
    """House rules point by point, in words."""
    affixes = ", ".join(f"{TYPES[entity].title} {rules.affix(entity)}" for entity in RENUMBERED_TYPES)
    return (
        ("new numbers, the first that fits", ", ".join(rules.order)),
        ("put beside the number", affixes),
        ("kept clear for sources", "; ".join(r.words for r in rules.ranges) or "nothing"),
    )
