"""Entries of a number index as tests of the number map tell them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from untwin.domain.number_map.drawing import Drawing, Entry, Known
from untwin.domain.number_map.lanes import NumberMap

TODAY = date(2026, 11, 29)
AS_OF = datetime(2026, 11, 29, 14, 7, tzinfo=UTC)


def days_ago(days: float) -> str:
    """A day before today, as the index writes it."""
    return (TODAY - timedelta(days=days)).isoformat()


def series(
    entity: str, first: int, count: int, *, every: float = 7.0, last: float = 1.0, prefix: str = "", step: int = 1
) -> list[Entry]:
    """Documents of one type whose numbers and days go on together; the last one is `last` days old."""
    return [
        (
            entity,
            f"{entity}-{prefix}{first + step * place}",
            f"{prefix}{first + step * place}",
            days_ago(last + every * (count - 1 - place)),
        )
        for place in range(count)
    ]


def drawn(*parts: Iterable[Entry], known: Known | None = None) -> NumberMap:
    """The map of these entries, the shortest numbers first as the index hands them over."""
    entries = sorted((e for part in parts for e in part), key=lambda e: (len(e[2] or ""), e[2] or ""))
    drawing = Drawing()
    drawing.add(entries)
    return drawing.map(known or Known(), TODAY, AS_OF)
