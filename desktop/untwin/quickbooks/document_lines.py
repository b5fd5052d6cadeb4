"""Reads the lines of QuickBooks' JSON: what each is for, whom it names, which accounts, and what a bundle holds."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from untwin.domain.books.documents import Line, Link
from untwin.domain.words.reading import amount_of

Raw = dict[str, Any]


def lines_in(row: Raw) -> Iterator[Raw]:
    """Its lines; of a bundle what it says, and the lines that it is made of instead of their sum."""
    for line in (each for each in row.get("Line") or [] if isinstance(each, dict)):
        bundle = line.get("GroupLineDetail")
        inner = list(lines_in(bundle)) if isinstance(bundle, dict) else []
        if not inner or line.get("Description"):
            yield {"Description": line["Description"]} if inner else line
        yield from inner


def line_of(line: Raw) -> Line:
    """One line; what it doesn't say is None or empty."""
    payer = payer_of(line)
    return Line(
        description=str(line.get("Description") or ""),
        amount=amount_of(line.get("Amount")),
        accounts=tuple(dict.fromkeys(accounts_in(line))),
        customer_id=payer.get("value"),
        customer_name=payer.get("name"),
        linked=bool(line.get("LinkedTxn")),
    )


def entry_of(line: Raw) -> Raw:
    """What a line of a journal entry says beside its amount; empty for any other line."""
    detail = line.get("JournalEntryLineDetail")
    return detail if isinstance(detail, dict) else {}


def payer_of(line: Raw) -> dict[str, str]:
    """From which customer the money on a deposit's line came."""
    detail = line.get("DepositLineDetail")
    entity = ref_of(detail, "Entity") if isinstance(detail, dict) else {}
    return entity if entity.get("type", "CUSTOMER").upper() == "CUSTOMER" else {}


def amount_of_line(lines: list[Raw], detail: str) -> Decimal | None:
    """Of several the last: it counts up all lines before it."""
    return next((amount_of(line.get("Amount")) for line in reversed(lines) if line.get("DetailType") == detail), None)


def links_in(rows: Iterable[Raw]) -> Iterable[Link]:
    """What a document and its lines are linked to."""
    for row in rows:
        for link in row.get("LinkedTxn") or []:
            yield Link(str(link.get("TxnType") or ""), str(link.get("TxnId") or ""))


def accounts_in(value: object) -> Iterable[str]:
    """Every account a document names, wherever it does: `AccountRef`, `DepositToAccountRef`, `ItemAccountRef`."""
    if isinstance(value, list):
        for inner in value:
            yield from accounts_in(inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key.endswith("AccountRef") and isinstance(inner, dict) and inner.get("name"):
                yield str(inner["name"])
            else:
                yield from accounts_in(inner)


def ref_of(row: Raw, name: str) -> dict[str, str]:
    """A reference's `value`, `name` and `type` as texts; empty where there is none."""
    ref = row.get(name)
    return {k: str(v) for k, v in ref.items()} if isinstance(ref, dict) else {}
