"""Fills a firm's books with any number of plain further documents, to see how a program stands many of them."""

import random
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from untwin.sample.firm.firm import Firm
from untwin.sample.firm.setup import CHECKING, CONSULTATION, PAYABLE, STATIONER, SUPPLIES, UNDEPOSITED
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.complete import complete
from untwin.sample.quickbooks.books.crowd import Calendar, Crowd
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

_DAYS = 3 * 365
# Far from the numbers that Clio and the firm use.
_FIRST = 20_001
# The scenarios' amounts are whole quarters of a dollar; of these none is, so that none is taken for the same sale.
_CENTS = (5, 10, 15, 20, 30, 35, 40, 45, 55, 60, 65, 70, 80, 85, 90, 95)
# How often each kind comes, and how its numbers begin. The sales forms share one series, as they do in QuickBooks.
_KINDS: dict[str, tuple[int, str]] = {
    "Invoice": (70, ""),
    "CreditMemo": (5, ""),
    "SalesReceipt": (8, ""),
    "Payment": (8, "CK-"),
    "Estimate": (3, "E-"),
    "Bill": (4, "V-"),
    "JournalEntry": (2, "JE-"),
}


def fill(firm: Firm, count: int, seed: int, today: date) -> None:
    """Adds so many documents over the three years before today; the same ones for the same seed and date."""
    if not count:
        return
    dice = random.Random(f"Bulk {seed}")  # noqa: S311 - repeatable on purpose, guards nothing
    first = int(firm.books.next_id(ENTITIES["Invoice"]))
    calendar = Calendar(first, count, today, _DAYS)
    crowds = {kind: _crowd(firm, kind, calendar) for kind in _KINDS}
    shares = [share for share, _ in _KINDS.values()]
    numbers = dict.fromkeys((prefix for _, prefix in _KINDS.values()), _FIRST)
    for place, kind in enumerate(dice.choices(list(_KINDS), shares, k=count)):
        crowd = crowds[kind]
        mould = dice.randrange(len(crowd.moulds))
        cents = dice.randint(40, 4000) * 100 + dice.choice(_CENTS)
        crowd.add(first + place, mould, cents, numbers[crowd.prefix], dice.randrange(8 * 3600))
        numbers[crowd.prefix] += 1
    for kind, crowd in crowds.items():
        crowd.settle()
        firm.books.take_up(ENTITIES[kind], crowd)


def _crowd(firm: Firm, kind: str, calendar: Calendar) -> Crowd:
    entity = ENTITIES[kind]
    ours = {"domain": "QBO", "sparse": False, "SyncToken": "0"}
    moulds = [complete(entity, body, firm.books.find, calendar.today) | ours for body in _bodies(firm, kind)]
    return Crowd(
        tuple(moulds),
        number="PaymentRefNum" if kind == "Payment" else "DocNumber",
        prefix=_KINDS[kind][1],
        sums=tuple(name for name in ("TotalAmt", "Balance", *entity.open) if name in moulds[0]),
        calendar=calendar,
        editor=firm.books.user.id,
        is_due=kind in ("Invoice", "Bill"),
    )


def _bodies(firm: Firm, kind: str) -> Iterator[Doc]:
    books = firm.books
    if kind == "Bill":
        payable = {"APAccountRef": _named(books, "Account", PAYABLE)}
        yield {"VendorRef": _named(books, "Vendor", STATIONER), "Line": [_cost(books)], **payable}
    elif kind == "JournalEntry":
        yield {"Line": [_entry(books, "Debit", SUPPLIES), _entry(books, "Credit", CHECKING)]}
    else:
        into = (
            {"DepositToAccountRef": _named(books, "Account", UNDEPOSITED)}
            if kind in ("Payment", "SalesReceipt")
            else {}
        )
        paid: Doc = {"TotalAmt": Decimal(1)} if kind == "Payment" else {"Line": [_service(books)]}
        for customer in _bystanders(firm):
            yield {"CustomerRef": {"value": customer["Id"]}, **paid, **into}


def _bystanders(firm: Firm) -> Iterator[Doc]:
    """The customers whose names have nothing in common with those that the scenarios are about."""
    involved = {word for scenario in firm.scenarios for word in _words(scenario.customer)}
    for customer in firm.books.of("Customer").values():
        if customer["Active"] and involved.isdisjoint(_words(customer["DisplayName"])):
            yield customer


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.casefold().replace("clio", ""))


def _service(books: Books) -> Doc:
    return _of_a_dollar("SalesItemLineDetail", ItemRef=_named(books, "Item", CONSULTATION), Qty=1, UnitPrice=Decimal(1))


def _cost(books: Books) -> Doc:
    return _of_a_dollar("AccountBasedExpenseLineDetail", AccountRef=_named(books, "Account", SUPPLIES))


def _entry(books: Books, posting: str, account: str) -> Doc:
    return _of_a_dollar("JournalEntryLineDetail", PostingType=posting, AccountRef=_named(books, "Account", account))


def _of_a_dollar(kind: str, **detail: Any) -> Doc:
    return {"Amount": Decimal(1), "DetailType": kind, kind: detail}


def _named(books: Books, entity: str, name: str) -> Doc:
    found = books.of(entity).values()
    return {"value": next(doc["Id"] for doc in found if name in (doc.get("Name"), doc.get("DisplayName")))}
