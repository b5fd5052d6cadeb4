"""What a change of numbers does to the number that QuickBooks gives or offers next, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence

from untwin.domain.books.documents import TYPES
from untwin.domain.changes.change import Row
from untwin.domain.changes.history import Purpose
from untwin.domain.company.company import Company
from untwin.domain.company.house_rules import parts_of

_SHARED = "Invoices, credit memos, sales receipts and refunds share one counter."
_OFF = (
    "QuickBooks numbers new documents by itself here, and its counter doesn't move when a number is changed: Intuit "
    "says so."
)
_ON = "People type the numbers here, and QuickBooks offers them the next one."
_UNKNOWN = "Whether QuickBooks numbers by itself here isn't known. Where it doesn't, it offers people the next number."
_LOOK = "Look at the number on the next one made by hand."


def next_numbers(rows: Sequence[Row], companies: Mapping[str, Company]) -> tuple[str, ...]:
    """One text for each company of the rows, in their order; where there are several, with its name before it."""
    changed = [row for row in rows if row.purpose is Purpose.RENUMBER and row.new and not row.why_not]
    realms = tuple(dict.fromkeys(row.company for row in changed))
    said = [(companies[realm], [row for row in changed if row.company == realm]) for realm in realms]
    return tuple(
        f"{company.name}: {_effect(mine, company)}" if len(realms) > 1 else _effect(mine, company)
        for company, mine in said
    )


def _effect(rows: Sequence[Row], company: Company) -> str:
    by_people = company.facts.custom_numbers if company.facts else None
    if by_people is False:
        return _OFF
    spaces = tuple(dict.fromkeys(TYPES[row.document.entity].space or "" for row in rows))
    shared = (_SHARED,) if "sales" in spaces else ()
    return " ".join((_ON if by_people else _UNKNOWN, *_offers(rows), *shared, _LOOK))


def _offers(rows: Iterable[Row]) -> Iterable[str]:
    """What may be offered after one of each make: one that ends in a figure, and one that ends in letters."""
    listed = list(rows)
    figures = [row.new for row in listed if parts_of(row.new)]
    if figures:
        last = max(figures, key=_figure)
        yield f"After {last} that may be {_one_more(last)}: users report it, Intuit doesn't document it."
    letters = next((row for row in listed if not parts_of(row.new)), None)
    if letters is not None:
        yield f"What it offers after a number that ends in letters ({letters.new}) isn't known."


def _figure(number: str) -> int:
    parts = parts_of(number)
    return int(parts[1]) if parts else 0


def _one_more(number: str) -> str:
    prefix, digits = parts_of(number) or ("", "0")
    return f"{prefix}{int(digits) + 1:0{len(digits)}d}"
