"""Clio Manage: the waiting bill and Clio's own list around it, by its API; the retry is the person's click."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import msgspec
import requests

from untwin.domain.addresses import https_host, is_loopback
from untwin.domain.incoming import Incoming, IncomingKind, IncomingState, SourceAnswer, SourceRecord
from untwin.domain.problems import OutsideProblem, SignInNeeded, Throttled, Unreachable
from untwin.domain.reading import amount_of, day_of
from untwin.ports.machine import Patience, Vault

KIND = "source"
REGIONS = frozenset({"app.clio.com", "eu.app.clio.com", "ca.app.clio.com", "au.app.clio.com"})
_BILL = "id,number,state,type,total,balance,issued_at,client{id,name},matters{id,display_number}"
_CREDIT = "id,date,amount,description,contact{id,name}"
_PAGES = 20  # 200 records each; a client with more is not searched to the end, and that is said
_FEW = 10  # bills that are asked for one by one
_WHOLE_SECONDS = 60.0  # one request, however it drips
_MINUTE = 60
_STATES = {
    "draft": IncomingState.DRAFT,
    "awaiting_approval": IncomingState.DRAFT,
    "awaiting_payment": IncomingState.WAITING,
    "paid": IncomingState.WAITING,
    "void": IncomingState.VOIDED,
    "deleted": IncomingState.DELETED,
}
Record = dict[str, Any]


class ClioKey(msgspec.Struct, frozen=True):
    """The keyring entry of one firm's Clio account."""

    base: str
    token: str

    def __repr__(self) -> str:
        return "<ClioKey>"


@dataclass(frozen=True, slots=True)
class _Lists:
    """Clio's own lists, read to their end."""

    bills: tuple[Record, ...]
    credits: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Clio:
    """Honours the port `Source`. The API lists bills and credit memos; what has synced it doesn't tell."""

    key: ClioKey = field(repr=False)
    session: requests.Session
    patience: Patience
    _lists: list[_Lists] = field(default_factory=list, repr=False)

    def expect(self, count: int) -> None:
        """Where many bills are asked about, Clio's lists are read once: fifty requests a minute are soon used up.

        Raises:
            OutsideProblem: Clio didn't answer, or refuses the token.
        """
        if count <= _FEW or self._lists:
            return
        # Lists too long to be read to their end are no lists: then each bill is asked for by itself.
        with suppress(_TooLongError):
            bills = tuple(self._all("bills.json", {"fields": _BILL}))
            self._lists.append(_Lists(bills, tuple(self._all("credit_memos.json", {"fields": _CREDIT}))))

    def ask(self, number: str) -> SourceAnswer:
        """The bill with this number, and all bills and credit memos of its client or with its number.

        Raises:
            OutsideProblem: Clio didn't answer, or refuses the token.
        """
        try:
            numbered = self._numbered(number)
        except _TooLongError:
            return SourceAnswer(None, problem=f"Clio's list of bills {number} is too long to read to its end.")
        same = [bill for bill in numbered if str(bill.get("number") or "").strip() == number.strip()]
        waiting = [bill for bill in same if _STATES.get(str(bill.get("state"))) is IncomingState.WAITING]
        bill = next(iter(waiting or same), None)
        if bill is None:
            return SourceAnswer(None, problem=f"Clio has no bill {number}.")
        if len(waiting) > 1:
            return SourceAnswer(None, problem=f"Clio has {len(waiting)} bills with the number {number}.")
        client = str((bill.get("client") or {}).get("id") or "")
        try:
            records = self._records(same, client)
        except _TooLongError:
            return SourceAnswer(_incoming(bill), problem="Clio's list for this client is too long to read to its end.")
        return SourceAnswer(_incoming(bill), records, complete=bool(client))

    def _records(self, numbered: list[Record], client: str) -> tuple[SourceRecord, ...]:
        bills = {str(b["id"]): b for b in (*numbered, *(self._of_client(client) if client else ()))}
        memos = [_credit_record(c) for c in self._credits()]
        return (*(_bill_record(b) for b in bills.values()), *memos)

    def _numbered(self, number: str) -> list[Record]:
        for lists in self._lists:
            return [bill for bill in lists.bills if str(bill.get("number") or "").strip() == number.strip()]
        return list(self._all("bills.json", {"bill_number": number, "fields": _BILL}))

    def _of_client(self, client: str) -> Iterable[Record]:
        for lists in self._lists:
            return [bill for bill in lists.bills if str((bill.get("client") or {}).get("id") or "") == client]
        return self._all("bills.json", {"client_id": client, "fields": _BILL})

    def _credits(self) -> Iterable[Record]:
        for lists in self._lists:
            return lists.credits
        return self._all("credit_memos.json", {"fields": _CREDIT})

    def _all(self, path: str, params: dict[str, str]) -> Iterator[Record]:
        """Every record, page by page."""
        address, query = f"{self.key.base}/api/v4/{path}", params | {"limit": "200"}
        for _turn in range(_PAGES):
            records, following = _page(self._get(address, query))
            yield from records
            if not following:
                return
            # The next page's address comes from outside: the token goes to the same host only.
            if urlsplit(following)[:2] != urlsplit(self.key.base)[:2]:
                raise Unreachable("Clio's list goes on at another address; it was not followed.")
            address, query = following, {}
        raise _TooLongError

    def _get(self, address: str, query: dict[str, str]) -> Record:
        headers = {"Authorization": f"Bearer {self.key.token}", "Accept": "application/json"}

        def send() -> requests.Response:
            return self.session.get(address, params=query, headers=headers, timeout=(5, 30), allow_redirects=False)

        try:
            answer = self.patience.wait(send, _WHOLE_SECONDS)
        except (requests.RequestException, TimeoutError):
            raise Unreachable("Clio can't be reached.", "Check the network and look again.") from None
        if answer.status_code != 200:
            raise _problem(answer)
        try:
            body = json.loads(answer.content, parse_float=Decimal)
        except (ValueError, RecursionError):
            raise _unreadable() from None
        return body if isinstance(body, dict) else {}


class _TooLongError(Exception):
    """A list had more pages than are read."""


def _page(body: Record) -> tuple[list[Record], str]:
    """The records of one page and the address of the next; an answer without a list is no empty list."""
    records, meta = body.get("data"), body.get("meta") or {}
    paging = (meta.get("paging") or {}) if isinstance(meta, dict) else None
    if not isinstance(records, list) or not isinstance(paging, dict):
        raise _unreadable()
    if not all(isinstance(record, dict) and "id" in record for record in records):
        raise _unreadable()
    return records, str(paging.get("next") or "")


def _unreadable() -> Unreachable:
    return Unreachable("Clio's answer can't be read.", "Look again in a few minutes.")


def open_clio(vault: Vault, realm: str, session: requests.Session, patience: Patience) -> Clio | None:
    """Clio for one company by the keyring's entry; None when there is none.

    Raises:
        SignInNeeded: the entry is damaged, or names a host that is none of Clio's.
        KeyringProblem: the keyring can't be read.
    """
    entry = vault.get(KIND, f"clio {realm}")
    if entry is None:
        return None
    try:
        key = msgspec.json.decode(entry, type=ClioKey)
    except msgspec.DecodeError:
        raise SignInNeeded("The stored Clio connection can't be read any more.", "Connect Clio again.") from None
    if not _is_clios(key.base):
        raise SignInNeeded("The stored Clio connection names a host that isn't Clio's.", "Connect Clio again.")
    return Clio(key, session, patience)


def _is_clios(base: str) -> bool:
    return is_loopback(base) or https_host(base) in REGIONS


def _problem(answer: requests.Response) -> OutsideProblem:
    if answer.status_code in (401, 403):
        return SignInNeeded("Clio no longer accepts this connection.", "Connect Clio again.")
    if answer.status_code == 429:
        told = answer.headers.get("Retry-After", "")
        seconds = int(told) if told.isascii() and told.isdigit() and len(told) < 4 else _MINUTE
        return Throttled("Clio asked Untwin to slow down.", "Look again in a minute.", wait_seconds=seconds)
    return Unreachable(f"Clio could not be read (status {answer.status_code}).", "Look again in a few minutes.")


def _incoming(bill: Record) -> Incoming:
    client = bill.get("client") or {}
    matters = [m for m in bill.get("matters") or [] if isinstance(m, dict)]
    return Incoming(
        kind=IncomingKind.BILL,
        number=str(bill.get("number") or ""),
        customer=str(client.get("name") or "") or None,
        total=amount_of(bill.get("total")),
        # Clio bills in the firm's own currency; it names none.
        currency=None,
        date=day_of(bill.get("issued_at")),
        balance=amount_of(bill.get("balance")),
        state=_STATES.get(str(bill.get("state")), IncomingState.UNKNOWN),
        known_from="Clio",
        source_id=str(bill["id"]),
        customer_source_id=str(client["id"]) if client.get("id") else None,
        references=tuple(str(m["display_number"]) for m in matters if m.get("display_number")),
    )


def _bill_record(bill: Record) -> SourceRecord:
    return SourceRecord(
        kind=IncomingKind.BILL,
        id=str(bill["id"]),
        number=str(bill.get("number") or "") or None,
        customer=str((bill.get("client") or {}).get("name") or "") or None,
        total=amount_of(bill.get("total")),
        date=day_of(bill.get("issued_at")),
    )


def _credit_record(credit: Record) -> SourceRecord:
    return SourceRecord(
        kind=IncomingKind.CREDIT_NOTE,
        id=str(credit["id"]),
        number=None,
        customer=str((credit.get("contact") or {}).get("name") or "") or None,
        total=amount_of(credit.get("amount")),
        date=day_of(credit.get("date")),
    )
