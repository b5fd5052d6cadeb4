"""Tells what a column holds by its values, where no header says it; what two columns may hold is left open."""

import re
from collections.abc import Sequence

from untwin.domain.errors.columns import Holds
from untwin.domain.sources.document_words import kind_of, state_of
from untwin.domain.words.printed import amount_printed, currency_printed, day_in_column, day_printed
from untwin.intake.tables.cells import said

# A table of fewer rows says too little by its values.
FEWEST_ROWS = 2


def denied(holds: Holds, values: Sequence[str]) -> bool:
    """Whether the values below a header are plainly something else than it says."""
    printed = [words for value in values if (words := said(value))]
    test = _TESTS.get(holds)
    return bool(printed) and test is not None and not any(test(words) for words in printed)


def by_values(rows: Sequence[Sequence[str]], taken: dict[Holds, int]) -> dict[Holds, int]:
    """By what is held, the only column whose values look like it; `taken` are places that are known already."""
    if len(rows) < FEWEST_ROWS:
        return {}
    width = max(len(row) for row in rows)
    free = [place for place in range(width) if place not in taken.values()]
    columns = {place: _values(rows, place) for place in free}
    columns = {place: values for place, values in columns.items() if len(values) * 2 >= len(rows)}
    found: dict[Holds, int] = {}
    for holds, test in _IN_ORDER:
        fitting = [place for place, values in columns.items() if all(test(value) for value in values)]
        own = _the_one(holds, fitting, columns)
        if own is not None:
            found[holds] = own
        columns = {place: values for place, values in columns.items() if place not in fitting}
    return found


def _values(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [words for row in rows if place < len(row) and (words := said(row[place]))]


def _the_one(holds: Holds, fitting: list[int], columns: dict[int, list[str]]) -> int | None:
    """The column, if it is the only one; of words only such as differ from row to row can be names."""
    if len(fitting) != 1:
        return None
    values = columns[fitting[0]]
    differ = len(set(values)) * 2 > len(values)
    return fitting[0] if differ or holds not in (Holds.NUMBER, Holds.CUSTOMER) else None


def is_day(value: str) -> bool:
    """Whether it may be a day, in one order or the other."""
    return any(day_printed(value, day_first=first) for first in (True, False))


def _is_day_there(value: str) -> bool:
    return is_day(value) or day_in_column(value) is not None


def _is_amount(value: str) -> bool:
    return amount_printed(value) is not None


def _is_money(value: str) -> bool:
    """An amount that can be nothing else: with its cents or its currency."""
    return _is_amount(value) and bool(currency_printed(value) or _CENTS.search(value) or "$" in value)


def is_number(value: str) -> bool:
    """Whether it may be a document's number, and is neither a day nor money."""
    return bool(_NUMBER.fullmatch(value.strip())) and not is_day(value) and not _is_money(value)


def _is_name(value: str) -> bool:
    words = value.strip()
    return 2 <= len(words) <= 80 and sum(c.isalpha() for c in words) * 2 > len(words)


_CENTS = re.compile(r"[.,]\d\d\D{0,8}\Z")
_NUMBER = re.compile(r"#?[A-Za-z0-9][A-Za-z0-9/_.-]{0,20}(?<=[0-9A-Za-z])")
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2,12}", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}")
_TESTS = {Holds.AMOUNT: _is_amount, Holds.BALANCE: _is_amount, Holds.DATE: _is_day_there, Holds.DUE: _is_day_there}
_IN_ORDER = (
    (Holds.LINK, lambda value: value.strip().startswith(("http://", "https://"))),
    (Holds.EMAIL, lambda value: bool(_EMAIL.fullmatch(value.strip()))),
    (Holds.DATE, is_day),
    (Holds.AMOUNT, _is_money),
    (Holds.CURRENCY, lambda value: bool(_CURRENCY.fullmatch(value.strip())) and currency_printed(value) is not None),
    (Holds.STATE, lambda value: state_of(value) is not None),
    (Holds.KIND, lambda value: kind_of(value) is not None),
    (Holds.NUMBER, lambda value: is_number(value) and any(c.isdigit() for c in value)),
    (Holds.CUSTOMER, _is_name),
)
