"""Which new numbers may be given, and which to suggest first: by house rules, with what was passed over."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from untwin.domain.books.documents import TYPES, Document, fold_number
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.company.house_rules import RENUMBERED_TYPES, SAFE, USUAL, HouseRules, Rule, SourceRange, parts_of
from untwin.domain.company.series import Series
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.evidence import Evidence

MAX_LENGTH = 21  # every number field of QuickBooks
AUTO = "AUTO_GENERATE"  # QuickBooks would number the form itself
COMING = 1000  # how many numbers behind a source's highest one are kept clear for it
_TRIED = 200  # numbers in a series that are tried before it counts as full


@dataclass(frozen=True, slots=True)
class House:
    """What decides about new numbers in one company: its rules, its types' series, and what sources give next."""

    rules: HouseRules = USUAL
    series: tuple[Series, ...] = ()
    coming: tuple[SourceRange, ...] = ()

    @property
    def ranges(self) -> tuple[SourceRange, ...]:
        """Everything that is kept clear."""
        return (*self.rules.ranges, *self.coming)


@dataclass(frozen=True, slots=True)
class Suggested:
    """Free numbers, the best first; and for each way that comes before the best why it was passed over."""

    numbers: tuple[str, ...]
    passed_over: tuple[str, ...] = ()


AT_HOME = House()


def house_of(case: Case, evidence: Evidence, company: Company) -> House:
    """What decides about new numbers for a case."""
    return House(company.settings.numbers, evidence.series, coming_of(evidence, case.source))


def why_not_usable(new: str, old: str | None, taken: Container[str], ranges: Iterable[SourceRange] = ()) -> str:
    """Why `new` can't be the number, in a sentence; empty when it can.

    Args:
        new: the wish as typed.
        old: the number that the document has now.
        taken: folded numbers used in the document's number space or planned in the same run.
        ranges: numbers that sources give next.
    """
    badly_written = _badly_written(new)
    if badly_written:
        return badly_written
    if old is not None and fold_number(new) == fold_number(old):
        return "That is its number now."
    if fold_number(new) in taken:
        return f"{new} is used already."
    coming = next((r for r in ranges if r.has(new)), None)
    if coming is not None:
        clear = f"{coming.prefix}{coming.first} to {coming.prefix}{coming.last}"
        return f"{new} is one that {source_name(coming.source)} will give ({clear}); it would clash there next."
    return ""


def _badly_written(new: str) -> str:
    """What no number may look like."""
    if not new.strip():
        return "Type a number."
    if new != new.strip():
        return "Take away the blanks at its ends."
    if len(new) > MAX_LENGTH:
        return f"{len(new)} characters; QuickBooks takes {MAX_LENGTH} at most."
    if new.upper() == AUTO:
        return f"{AUTO} would make QuickBooks number the form itself."
    return "" if set(new) <= SAFE else "Only letters A-Z, digits and hyphens are safe in a number."


def suggest(document: Document, taken: Container[str], house: House = AT_HOME, count: int = 4) -> Suggested:
    """Free numbers for `document` by the house rules, the first that fits first.

    Fewer than `count`, or none, when nothing of at most 21 characters is free, or the rules say that a person is to
    be asked; nothing is ever shortened.
    """
    old = (document.number or "").strip()
    found: list[str] = []
    passed: list[str] = []
    for wish in _wishes(old, document.entity, house):
        if len(found) == count:
            break
        if isinstance(wish, _Passed):
            passed += [wish.why] if not found else []
            continue
        why = why_not_usable(wish, document.number, taken, house.ranges)
        if not why and wish not in found:
            found.append(wish)
        elif why and not found:
            passed.append(why if why.startswith(wish) else f"{wish}: {why}")
    return Suggested(tuple(found), tuple(dict.fromkeys(passed))[:count])


def why_asked(house: House) -> str:
    """Why nothing is suggested, where the rules want a person to be asked at once; else empty."""
    return "The house rule is to ask: type the new number." if house.rules.order[:1] == (Rule.ASK,) else ""


def examples(rules: HouseRules, number: str = "1234") -> tuple[str, ...]:
    """What the rules make of a number, type by type: `a credit memo: CM-1234, else 1234-CM`."""
    said = []
    for entity in RENUMBERED_TYPES:
        ways = [_example(rule, rules.affix(entity), number) for rule in rules.order]
        said.append(f"{TYPES[entity].one} {number}: {', else '.join(ways)}")
    return tuple(said)


def _example(rule: Rule, affix: str, number: str) -> str:
    return {
        Rule.PREFIX: f"{affix}-{number}",
        Rule.SUFFIX: f"{number}-{affix}",
        Rule.NEXT: "the next free one of its series",
        Rule.ASK: "you are asked",
    }[rule]


def coming_of(evidence: Evidence, source: str | None) -> tuple[SourceRange, ...]:
    """What a source gives next: from the waiting document on to far behind the highest that is known of its series.

    Its own list tells that, and the invoices of the same series that QuickBooks has.
    """
    if source is None:
        return ()
    waiting = evidence.incoming.number if evidence.incoming else evidence.named.number
    known = parts_of(waiting) if waiting else None
    if known is None:
        return ()
    listed = [parts_of(r.number) for r in evidence.source_records if r.number]
    figures = [int(p[1]) for p in (known, *listed) if p is not None and p[0].casefold() == known[0].casefold()]
    known_from = f"{source_name(source)}'s own list" if listed else "the waiting document's number"
    booked = [s.last for s in evidence.series if s.entity == "Invoice" and s.prefix.casefold() == known[0].casefold()]
    return (SourceRange(source, known[0], min(figures), max((*figures, *booked)) + COMING, known_from),)


@dataclass(frozen=True, slots=True)
class _Passed:
    """A way that leads to no number at all."""

    why: str


def _wishes(old: str, entity: str, house: House) -> Iterator[str | _Passed]:
    affix, last_resort = house.rules.affix(entity), False
    for rule in house.rules.order:
        if rule is Rule.ASK:
            break
        if rule is Rule.NEXT:
            yield from _next(entity, house)
        elif not old or not affix:
            return  # without a number there is nothing to put letters beside
        else:
            last_resort = True
            yield _beside(old, affix, rule)
    if last_resort:
        marked = old if _has(old, affix) else f"{affix}-{old}"
        yield from (f"{marked}-{n}" for n in range(2, 10))


def _beside(old: str, affix: str, rule: Rule) -> str | _Passed:
    if _has(old, affix):
        return _Passed(f"{old} has {affix} beside it already.")
    return f"{affix}-{old}" if rule is Rule.PREFIX else f"{old}-{affix}"


def _has(old: str, affix: str) -> bool:
    """Whether the letters stand at one of its ends: nobody wants INV-INV-1058."""
    number, letters = old.casefold(), affix.casefold()
    return number.startswith(f"{letters}-") or number.endswith(f"-{letters}")


def _next(entity: str, house: House) -> Iterator[str | _Passed]:
    series = next((s for s in house.series if s.entity == entity), None)
    if series is None:
        yield _Passed(f"No series of {TYPES[entity].title}s is known yet, so there is no next number in it.")
        return
    shared = next((r for r in house.coming if r.prefix.casefold() == series.prefix.casefold()), None)
    if shared is not None:
        # Whatever comes next there is a number that the source will give, sooner or later.
        yield _Passed(f"The {TYPES[entity].title}s are numbered in one series with {source_name(shared.source)}'s.")
        return
    steps = range(1, _TRIED + 1)
    clear = (number for number in map(series.after, steps) if not any(r.has(number) for r in house.ranges))
    first = next(clear, None)
    if first is None:
        yield _Passed(f"The series of {TYPES[entity].title}s ({series.after(0)}) runs through what sources give next.")
        return
    yield first
    yield from clear
