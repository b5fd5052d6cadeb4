"""Any number of plain documents, each made only when it is looked at: whole ones would take a hundred times the memory.

A crowd keeps of each document only what tells it from the others. All else stands in a mould, a finished document over
one dollar.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from untwin.sample.clock import at
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.query import Condition

Fits = Callable[[Doc, Condition], bool]
Places = Sequence[int]
"""Members by their place in the crowd, in order."""
_MOST_ALIKE = 5_000
"""So many numbers that are like a pattern are collected; of more than these each is looked at in its turn."""
_TIMES = ("MetaData.CreateTime", "MetaData.LastUpdatedTime")
_OPENS = 9
_DUE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Calendar:
    """On which day the documents of a company's crowds came: evenly over the days before today, in order of ids."""

    first_id: int
    count: int
    today: date
    days: int

    def of(self, id_: int) -> date:
        """The day of one."""
        return _days(self)[self._nth(id_)]

    def iso(self, id_: int) -> str:
        """The day of one as it is written."""
        return _written(self)[self._nth(id_)]

    def _nth(self, id_: int) -> int:
        return (id_ - self.first_id) * self.days // self.count


@cache
def _days(calendar: Calendar) -> list[date]:
    first = calendar.today - timedelta(days=calendar.days)
    return [first + timedelta(days=nth) for nth in range(calendar.days)]


@cache
def _written(calendar: Calendar) -> list[str]:
    return [day.isoformat() for day in _days(calendar)]


@dataclass(slots=True)
class Crowd:
    """The plain documents of one kind, in the order of their ids."""

    moulds: tuple[Doc, ...]
    number: str
    """The field that holds the number."""
    prefix: str
    """How each number begins."""
    sums: tuple[str, ...]
    """The fields that hold the amount, where the mould has one there."""
    calendar: Calendar
    editor: str
    is_due: bool
    ids: "array[int]" = field(default_factory=lambda: array("Q"))
    _moulds: "array[int]" = field(default_factory=lambda: array("H"))
    _cents: "array[int]" = field(default_factory=lambda: array("I"))
    _numbers: "array[int]" = field(default_factory=lambda: array("I"))
    _seconds: "array[int]" = field(default_factory=lambda: array("H"))
    _text: str = ""
    """All numbers, a line each."""
    _made: dict[str, Callable[[int], Any]] = field(init=False)

    def __post_init__(self) -> None:
        self._made = {
            "Id": lambda place: str(self.ids[place]),
            "TxnDate": lambda place: self.calendar.iso(self.ids[place]),
            self.number: lambda place: f"{self.prefix}{self._numbers[place]}",
            "MetaData": self._metadata,
            "Line": self._lines,
            **{name: self._amount_in(name) for name in self.sums},
            **({"DueDate": lambda place: (self._day(place) + _DUE).isoformat()} if self.is_due else {}),
        }

    def add(self, id_: int, mould: int, cents: int, number: int, second: int) -> None:
        """Takes up one more; ids and numbers must rise."""
        self.ids.append(id_)
        self._moulds.append(mould)
        self._cents.append(cents)
        self._numbers.append(number)
        self._seconds.append(second)

    def settle(self) -> None:
        """Gets ready to be asked, after the last one was added."""
        self._text = "\n".join(f"{self.prefix}{number}" for number in self._numbers).casefold()

    def place(self, id_: str) -> int | None:
        """Where the one with an id stands."""
        if not id_.isdecimal():
            return None
        place = bisect_left(self.ids, int(id_))
        return place if place < len(self.ids) and self.ids[place] == int(id_) else None

    def doc(self, place: int) -> Doc:
        """One whole document."""
        return self.moulds[self._moulds[place]] | {name: make(place) for name, make in self._made.items()}

    def part(self, place: int, names: Iterable[str]) -> Doc:
        """Some fields of one document, which is much less work."""
        mould, made = self.moulds[self._moulds[place]], self._made
        return {name: made[name](place) if name in made else mould.get(name) for name in names}

    def with_number(self, number: str) -> Iterator[int]:
        """The place of the one with a number, if there is one."""
        digits = number.casefold().removeprefix(self.prefix.casefold())
        if digits.isdecimal() and len(digits) < 19 and number.casefold().startswith(self.prefix.casefold()):
            place = bisect_left(self._numbers, int(digits))
            if place < len(self._numbers) and str(self._numbers[place]) == digits:
                yield place

    def totals(self) -> Iterator[tuple[Doc, Decimal]]:
        """Each mould, and what all documents made of it are over."""
        cents = [0] * len(self.moulds)
        for mould, amount in zip(self._moulds, self._cents, strict=True):
            cents[mould] += amount
        return ((mould, Decimal(total) / 100) for mould, total in zip(self.moulds, cents, strict=True))

    def matching(self, conditions: Sequence[Condition], fits: Fits, *, newest_first: bool) -> Iterator[int]:
        """The places of those for which all conditions hold."""
        span, listed, rest = range(len(self.ids)), None, []
        for condition in conditions:
            found = self._narrowed(condition)
            if isinstance(found, range):
                span = range(max(span.start, found.start), min(span.stop, found.stop))
            elif found is not None and (listed is None or len(found) < len(listed)):
                listed = found
            if not (isinstance(found, range) and condition.name == "TxnDate"):
                rest.append(condition)
        places: Places = span if listed is None else [place for place in listed if place in span]
        names = {condition.name.split(".")[0] for condition in rest}
        for place in reversed(places) if newest_first else places:
            if not rest or all(fits(self.part(place, names), condition) for condition in rest):
                yield place

    def _narrowed(self, condition: Condition) -> Places | None:
        """Every place for which a condition may hold, in order; None where it may hold for all."""
        name, operator, values = condition.name, condition.operator, condition.values
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) < len(values):
            return None
        if operator == "LIKE":
            return self._like(texts[0]) if name == self.number else None
        if name == "TxnDate" and operator != "IN":
            return self._on_days(operator, texts[0])
        if name in _TIMES and operator in (">", ">="):
            day = _day_before(texts[0])
            return None if day is None else self._on_days(">=", day)
        ways: dict[str, Callable[[list[str]], Places]] = {
            "Id": lambda ids: sorted({found for id_ in ids if (found := self.place(id_)) is not None}),
            self.number: lambda numbers: sorted({found for n in numbers for found in self.with_number(n.strip())}),
            "CustomerRef": self._of_customers,
        }
        return ways[name](texts) if operator in ("=", "IN") and name in ways else None

    def _on_days(self, operator: str, text: str) -> range:
        whole, key = len(self.ids), self.calendar.iso
        left, right = bisect_left(self.ids, text, key=key), bisect_right(self.ids, text, key=key)
        ends = {"=": (left, right), "<": (0, left), "<=": (0, right), ">": (right, whole), ">=": (left, whole)}
        return range(*ends[operator])

    def _of_customers(self, ids: list[str]) -> Places:
        wanted = {place for place, mould in enumerate(self.moulds) if mould.get("CustomerRef", {}).get("value") in ids}
        return [place for place, mould in enumerate(self._moulds) if mould in wanted]

    def _like(self, pattern: str) -> Places | None:
        start, *others = pattern.casefold().split("%")
        if others == [""] and start.startswith(self.prefix.casefold()):
            return self._beginning(start.removeprefix(self.prefix.casefold()).strip())
        return self._holding(pattern)

    def _beginning(self, digits: str) -> Places:
        """Those whose numbers begin with these digits."""
        if not digits.isdecimal() or not self._numbers:
            return () if digits else range(len(self.ids))
        found: list[int] = []
        for more in range(len(str(self._numbers[-1])) - len(digits) + 1):
            low, high = int(digits) * 10**more, (int(digits) + 1) * 10**more
            found.extend(range(bisect_left(self._numbers, low), bisect_left(self._numbers, high)))
        return found

    def _holding(self, pattern: str) -> Places | None:
        """Those whose numbers hold the longest part of a pattern."""
        core = max((part.casefold() for part in pattern.split("%")), key=len).strip()
        found: list[int] = []
        at_ = self._text.find(core) if core else -1
        while at_ >= 0:
            if len(found) == _MOST_ALIKE:
                return None
            start, end = self._text.rfind("\n", 0, at_) + 1, self._text.find("\n", at_)
            line = self._text[start : end if end >= 0 else len(self._text)]
            found.extend(self.with_number(line))
            at_ = self._text.find(core, end) if end >= 0 else -1
        return found if core else None

    def _day(self, place: int) -> date:
        return self.calendar.of(self.ids[place])

    def _metadata(self, place: int) -> Doc:
        made = (at(self._day(place), _OPENS) + timedelta(seconds=self._seconds[place])).isoformat(timespec="seconds")
        return {"CreateTime": made, "LastModifiedByRef": {"value": self.editor}, "LastUpdatedTime": made}

    def _amount(self, place: int) -> Decimal:
        return Decimal(self._cents[place]) / 100

    def _amount_in(self, name: str) -> Callable[[int], Any]:
        def made(place: int) -> Any:
            own = self.moulds[self._moulds[place]].get(name)
            return self._amount(place) if own else own

        return made

    def _lines(self, place: int) -> list[Doc]:
        amount = self._amount(place)
        return [_line(line, amount) for line in self.moulds[self._moulds[place]]["Line"]]


def _line(line: Doc, amount: Decimal) -> Doc:
    sold = line.get("SalesItemLineDetail")
    more: Doc = {"SalesItemLineDetail": sold | {"UnitPrice": amount}} if sold else {}
    return line | {"Amount": amount} | more


def _day_before(moment: str) -> str | None:
    """A day early, for the sake of offsets."""
    try:
        return (date.fromisoformat(moment[:10]) - timedelta(days=1)).isoformat()
    except ValueError:
        return None
