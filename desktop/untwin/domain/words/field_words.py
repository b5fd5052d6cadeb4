"""Says in words which field of a document is not as it was: `total was 85.00 and is 90.00`."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount

_LONGEST = 40  # characters of a text in a sentence
_NAMES = {
    "TotalAmt": "total",
    "Balance": "balance",
    "TxnDate": "date",
    "CustomerRef.name": "customer",
    "CustomerRef.value": "customer's id",
    "DueDate": "due date",
    "TxnTaxDetail.TotalTax": "tax",
    "CurrencyRef.value": "currency",
    "PrivateNote": "memo",
    "CustomerMemo.value": "message to the customer",
    "EmailStatus": "e-mail status",
    "BillEmail.Address": "e-mail address",
    "MetaData.CreateTime": "time of creation",
    "Amount": "amount",
    "Description": "text",
}
_RANKS = {path: rank for rank, path in enumerate(_NAMES)}
_MEMBERS = {"Line": "line", "LinkedTxn": "link", "TaxLine": "tax line", "CustomField": "custom field"}
_MONEY = ("TotalAmt", "Balance", "Amount", "TotalTax", "HomeTotalAmt", "HomeBalance", "RemainingCredit", "Deposit")
_EMPTY = ("", "null", "[]", "{}")


def rank(path: str) -> tuple[int, str]:
    """By what fields are put in order: first those that matter most to people."""
    return _RANKS.get(path, len(_RANKS)), path


def change_words(path: str, before: str | None, after: str | None) -> str:
    """A field that is not as it was, plainly and shortly; None stands for a field that isn't there."""
    name, old, now = _name(path), value_words(path, before), value_words(path, after)
    if before is None:
        return f"{name} wasn't there and is {now}"
    if after is None:
        return f"{name} was {old} and is gone"
    return f"{name} was {old} and is {now}" if old != now else f"{name} is written in another way"


def value_words(path: str, value: str | None) -> str:
    """What stands in a field, for a sentence."""
    if value is None or value in _EMPTY:
        return "empty"
    if path.rsplit(".", maxsplit=1)[-1] in _MONEY:
        return _amount(value)
    text = plain(value)
    if path.rsplit(".", maxsplit=1)[-1] in _DAYS and _DAY.fullmatch(text):
        return _day(text)
    return f"“{text}”" if " " in text else text


def plain(text: str) -> str:
    """A text from outside in one short line, without anything that isn't seen as it stands there."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _day(text: str) -> str:
    try:
        return told_day(date.fromisoformat(text))
    except ValueError:
        return text


_DAYS = frozenset({"TxnDate", "DueDate", "ShipDate", "ServiceDate", "ExpirationDate", "AcceptedDate"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _amount(value: str) -> str:
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return plain(value)
    # Nobody's amount has more digits, and writing 1E+999999 out would take long.
    return told_amount(amount) if abs(amount.adjusted()) < _LONGEST else plain(value)


def _name(path: str) -> str:
    """`Line.0.LinkedTxn.1.TxnId` as `TxnId of link 2 of line 1`."""
    keys = path.split(".")
    place = max((n for n, key in enumerate(keys) if n and key.isascii() and key.isdigit()), default=0)
    if not place:
        return plain(_NAMES.get(path, path))
    *around, members = keys[:place]
    member = f"{_MEMBERS.get(members, members)} {int(keys[place]) + 1}"
    inner = ".".join(keys[place + 1 :])
    told = f"{_NAMES.get(inner, inner)} of {member}" if inner else member
    return plain(told) + (f" of {_name('.'.join(around))}" if around and around[-1].isdigit() else "")
