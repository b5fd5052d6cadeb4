"""Fills a firm's books with any number of plain further documents, to see how a program stands many of them."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from untwin.sample.clock import at
from untwin.sample.firm.firm import Firm
from untwin.sample.firm.setup import CHECKING, CONSULTATION, PAYABLE, STATIONER, SUPPLIES, UNDEPOSITED
from untwin.sample.quickbooks.books import Books, metadata
from untwin.sample.quickbooks.complete import complete
from untwin.sample.quickbooks.entities import ENTITIES
from untwin.sample.quickbooks.entity import Doc, Entity

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


@dataclass(frozen=True, slots=True)
class _Form:
    """A finished document over one dollar, of which others are made.

    What is the same in all of them is shared: 100,000 whole ones would take several times the memory.
    """

    entity: Entity
    doc: Doc

    def over(self, amount: Decimal) -> Doc:
        """The same document over another amount."""
        sums = ("TotalAmt", "Balance", *self.entity.open)
        more: Doc = {name: amount for name in sums if self.doc.get(name)}
        return self.doc | more | {"Line": [_line(line, amount) for line in self.doc["Line"]]}


def fill(firm: Firm, count: int, seed: int, today: date) -> None:
    """Adds so many documents over the three years before today; the same ones for the same seed and date."""
    dice = random.Random(f"Bulk {seed}")  # noqa: S311 - repeatable on purpose, guards nothing
    forms = {kind: list(_forms(firm, kind, today)) for kind in _KINDS}
    shares = [share for share, _ in _KINDS.values()]
    numbers = dict.fromkeys((prefix for _, prefix in _KINDS.values()), _FIRST)
    for place, kind in enumerate(dice.choices(list(_KINDS), shares, k=count)):
        form, (_, prefix) = dice.choice(forms[kind]), _KINDS[kind]
        doc = form.over(Decimal(dice.randint(40, 4000) * 100 + dice.choice(_CENTS)) / 100)
        doc["PaymentRefNum" if kind == "Payment" else "DocNumber"] = f"{prefix}{numbers[prefix]}"
        numbers[prefix] += 1
        day = today - timedelta(days=_DAYS - place * _DAYS // count)
        firm.books.put(form.entity, doc | _stamps(firm.books, form.entity, day, dice.randrange(8 * 3600)))


def _forms(firm: Firm, kind: str, today: date) -> Iterator[_Form]:
    entity = ENTITIES[kind]
    for body in _bodies(firm, kind):
        doc = complete(entity, {"DocNumber": "", **body}, firm.books.find, today)
        yield _Form(entity, doc | {"domain": "QBO", "sparse": False, "SyncToken": "0"})


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


def _stamps(books: Books, entity: Entity, day: date, second: int) -> Doc:
    made = at(day, 9) + timedelta(seconds=second)
    due = {"DueDate": (day + timedelta(days=30)).isoformat()} if entity.name in ("Invoice", "Bill") else {}
    own = {"Id": books.next_id(entity), "TxnDate": day.isoformat(), "MetaData": metadata(made, made, books.user.id)}
    return own | due


def _line(line: Doc, amount: Decimal) -> Doc:
    sold = line.get("SalesItemLineDetail")
    more: Doc = {"SalesItemLineDetail": sold | {"UnitPrice": amount}} if sold else {}
    return line | {"Amount": amount} | more


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
