"""Clio Manage: the waiting bill and Clio's own list around it, by its API; the retry is the person's click."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from untwin.domain.incoming import Incoming, IncomingKind, IncomingState, SourceAnswer, SourceRecord
from untwin.domain.problems import SignInNeeded, Unreachable
from untwin.domain.reading import amount_of, day_of
from untwin.sources.wire import Line, Record, TooLongError

_BILL = "id,number,state,type,total,balance,issued_at,client{id,name},matters{id,display_number}"
_CREDIT = "id,date,amount,description,contact{id,name}"
_PAGES = 20  # 200 records each; a client with more is not searched to the end, and that is said
_FEW = 10  # bills that are asked for one by one
_STATES = {
    "draft": IncomingState.DRAFT,
    "awaiting_approval": IncomingState.DRAFT,
    "awaiting_payment": IncomingState.WAITING,
    "paid": IncomingState.WAITING,
    "void": IncomingState.VOIDED,
    "deleted": IncomingState.DELETED,
}


@dataclass(frozen=True, slots=True)
class _Lists:
    """Clio's own lists, read to their end."""

    bills: tuple[Record, ...]
    credits: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Clio:
    """Honours the port `Source`. The API lists bills and credit memos; what has synced it doesn't tell.

    `token` gives the token to send, and one that is newer than one that was refused.
    """

    base: str
    token: "Callable[[str], str]" = field(repr=False)
    line: Line
    _lists: list[_Lists] = field(default_factory=list, repr=False)

    def expect(self, count: int) -> None:
        """Where many bills are asked about, Clio's lists are read once: fifty requests a minute are soon used up.

        Raises:
            OutsideProblem: Clio didn't answer, or refuses the token.
        """
        if count <= _FEW or self._lists:
            return
        # Lists too long to be read to their end are no lists: then each bill is asked for by itself.
        with suppress(TooLongError):
            bills = tuple(self._all("bills.json", {"fields": _BILL}))
            self._lists.append(_Lists(bills, tuple(self._all("credit_memos.json", {"fields": _CREDIT}))))

    def ask(self, number: str) -> SourceAnswer:
        """The bill with this number, and all bills and credit memos of its client or with its number.

        Raises:
            OutsideProblem: Clio didn't answer, or refuses the token.
        """
        try:
            return self._asked(number)
        except TooLongError:
            return SourceAnswer(None, problem=f"Clio's list around bill {number} is too long to read to its end.")

    def _asked(self, number: str) -> SourceAnswer:
        numbered = self._numbered(number)
        same = [bill for bill in numbered if str(bill.get("number") or "").strip() == number.strip()]
        waiting = [bill for bill in same if _STATES.get(str(bill.get("state"))) is IncomingState.WAITING]
        bill = next(iter(waiting or same), None)
        if bill is None:
            # That there is none is an answer, too: whatever has this number in QuickBooks, it is no bill of Clio's.
            memos = tuple(_credit_record(c) for c in self._credits())
            return SourceAnswer(None, memos, complete=True, problem=f"Clio has no bill {number}.")
        if len(waiting) > 1:
            return SourceAnswer(None, problem=f"Clio has {len(waiting)} bills with the number {number}.")
        client = str((bill.get("client") or {}).get("id") or "")
        try:
            records = self._records(same, client)
        except TooLongError:
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
        address, query = f"{self.base}/api/v4/{path}", params | {"limit": "200"}
        for _turn in range(_PAGES):
            records, following = self._page(self._get(address, query))
            yield from records
            if not following:
                return
            # The next page's address comes from outside: the token goes to the same host only.
            if urlsplit(following)[:2] != urlsplit(self.base)[:2]:
                raise Unreachable("Clio's list goes on at another address; it was not followed.")
            address, query = following, {}
        raise TooLongError

    def get(self, path: str, query: dict[str, str]) -> Record:
        """One answer below /api/v4. Raises as `ask`."""
        return self._get(f"{self.base}/api/v4/{path}", query)

    def _page(self, body: Record) -> tuple[list[Record], str]:
        """The records of one page and the address of the next; an answer without a list is no empty list."""
        records, meta = body.get("data"), body.get("meta") or {}
        paging = (meta.get("paging") or {}) if isinstance(meta, dict) else None
        if not isinstance(records, list) or not isinstance(paging, dict):
            raise self.line.unreadable()
        if not all(isinstance(record, dict) and "id" in record for record in records):
            raise self.line.unreadable()
        return records, str(paging.get("next") or "")

    def _get(self, address: str, query: dict[str, str]) -> Record:
        token = self.token("")
        try:
            return self.line.get(address, query, _bearing(token))
        except SignInNeeded:
            newer = self.token(token)
            if newer == token:
                raise
            return self.line.get(address, query, _bearing(newer))


def _bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", "Accept": "application/json"}


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
        in_home_currency=True,
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
