"""Clio Manage: the waiting bill and Clio's own list around it, by its API; the retry is the person's click."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from untwin.domain.problems import SignInNeeded, Unreachable
from untwin.domain.sources.incoming import SourceAnswer, SourceRecord
from untwin.sources.clio_records import BILL, CREDIT, bill_record, client_of, credit_record, incoming_of, waits
from untwin.sources.wire import Line, MayNotError, Record, TooLongError

NEEDS = "Connect it as a user who sees all bills, with a Clio app that has the permission to read billing."
_PAGES = 20  # 200 records each; a client with more is not searched to the end, and that is said
_FEW = 10  # bills that are asked for one by one
_NEWEST = 200  # bills among which others of a number's series are looked for
_ALIKE = 3
_LETTERS = re.compile(r"(.*[^\W\d_].*?)\d+")
# Clio's help says what becomes of a bill: unpaid ones are voided and stay in the list, drafts are deleted.
_GONE = {"state": "deleted"}


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
    _newest: list[tuple[Record, ...]] = field(default_factory=list, repr=False)
    _memos: list[tuple[Record, ...]] = field(default_factory=list, repr=False)

    def expect(self, count: int) -> None:
        """Where many bills are asked about, Clio's lists are read once: fifty requests a minute are soon used up.

        Raises:
            OutsideProblem: Clio didn't answer, or refuses the token.
        """
        if count <= _FEW or self._lists:
            return
        # Lists too long to be read to their end are no lists: then each bill is asked for by itself.
        with suppress(TooLongError, MayNotError):
            bills = tuple(self._bills({}))
            self._lists.append(_Lists(bills, tuple(self._credits())))

    def ask(self, number: str) -> SourceAnswer:
        """The bill with this number, and all bills and credit memos of its client or with its number.

        Raises:
            OutsideProblem: Clio didn't answer, or refuses the token.
        """
        try:
            return self._asked(number.strip())
        except TooLongError:
            return SourceAnswer(None, problem=f"Clio's list around bill {number} is too long to read to its end.")

    def _asked(self, number: str) -> SourceAnswer:
        same = [bill for bill in self._numbered(number) if str(bill.get("number") or "").strip() == number]
        waiting = [bill for bill in same if waits(bill)]
        bill = next(iter(waiting or same), None)
        if bill is None:
            return self._none(number)
        if len(waiting) > 1:
            return SourceAnswer(None, problem=f"Clio has {len(waiting)} bills with the number {number}.")
        client = client_of(bill)
        try:
            records = (*self._records(same, client), *self._of_series(number))
            return SourceAnswer(incoming_of(bill), tuple(dict.fromkeys(records)), complete=bool(client))
        except TooLongError:
            problem = "Clio's list for this client is too long to read to its end."
            return SourceAnswer(incoming_of(bill), problem=problem)
        except MayNotError as refusal:
            return SourceAnswer(incoming_of(bill), problem=f"Its credit notes aren't known: {refusal}")

    def _none(self, number: str) -> SourceAnswer:
        """That there is none is an answer, too: whatever has this number in QuickBooks, it is no bill of Clio's."""
        problem = f"Clio has no bill {number}."
        try:
            memos = tuple(credit_record(c) for c in self._credits())
        except MayNotError as refusal:
            return SourceAnswer(None, problem=f"{problem} Its credit notes aren't known: {refusal}")
        return SourceAnswer(None, memos, complete=True, problem=problem)

    def _records(self, numbered: list[Record], client: str) -> tuple[SourceRecord, ...]:
        bills = {str(b["id"]): b for b in (*numbered, *(self._of_client(client) if client else ()))}
        memos = [credit_record(c) for c in self._credits()]
        return (*(bill_record(b) for b in bills.values()), *memos)

    def _numbered(self, number: str) -> list[Record]:
        for lists in self._lists:
            return list(lists.bills)
        return self._bills(_by_number(number))

    def _of_client(self, client: str) -> Iterable[Record]:
        for lists in self._lists:
            return [bill for bill in lists.bills if client_of(bill) == client]
        return self._bills({"client_id": client})

    def _of_series(self, number: str) -> list[SourceRecord]:
        """A few of Clio's newest bills that begin with the same letters: that those are letters of Clio's own."""
        series = _LETTERS.fullmatch(number)
        if series is None:
            return []
        if not self._newest:
            self._newest.append(self._lists[0].bills[-_NEWEST:] if self._lists else self._latest())
        numbers = ((bill, _LETTERS.fullmatch(str(bill.get("number") or "").strip())) for bill in self._newest[0])
        alike = [bill for bill, found in numbers if found and found[1].casefold() == series[1].casefold()]
        return [bill_record(bill) for bill in alike[:_ALIKE]]

    def _latest(self) -> tuple[Record, ...]:
        address = f"{self.base}/api/v4/bills.json"
        body = self._get(address, {"fields": BILL, "limit": str(_NEWEST), "order": "id(desc)"})
        return tuple(self._page(body)[0])

    def _credits(self) -> Iterable[Record]:
        """All of them, whoever's: without a number nothing else tells which document in QuickBooks one is."""
        for lists in self._lists:
            return lists.credits
        if not self._memos:
            self._memos.append(tuple(self._all("credit_memos.json", {"fields": CREDIT})))
        return self._memos[0]

    def _bills(self, wanted: dict[str, str]) -> list[Record]:
        """Bills, deleted ones too: one may have come to QuickBooks before it was deleted."""
        there = self._all("bills.json", {**wanted, "fields": BILL})
        gone = self._all("bills.json", {**wanted, **_GONE, "fields": BILL})
        return list({str(bill["id"]): bill for bill in (*there, *gone)}.values())

    def _all(self, path: str, params: dict[str, str]) -> list[Record]:
        """Every record, page by page; by id, so that nothing slips from one page to the one before meanwhile."""
        address, query = f"{self.base}/api/v4/{path}", params | {"limit": "200", "order": "id(asc)"}
        found: dict[str, Record] = {}
        seen: set[str] = set()
        for _turn in range(_PAGES):
            records, following = self._page(self._get(address, query))
            found |= {str(record["id"]): record for record in records}
            if not following:
                return list(found.values())
            address, query = self._next(following), {}
            if address in seen:
                break  # it goes round in a circle
            seen.add(address)
        raise TooLongError

    def _next(self, following: str) -> str:
        """The next page's address comes from outside: the token goes to the same host only."""
        try:
            same = urlsplit(following)[:2] == urlsplit(self.base)[:2]
        except ValueError:
            same = False
        if not same:
            raise Unreachable("Clio's list goes on at another address; it was not followed.")
        return following

    def glance(self) -> None:
        """Reads one bill and one credit memo, to see whether that is allowed. Raises as `ask`."""
        for path in ("bills.json", "credit_memos.json"):
            self._page(self.get(path, {"fields": "id", "limit": "1"}))

    def get(self, path: str, query: dict[str, str]) -> Record:
        """One answer below /api/v4. Raises as `ask`."""
        return self._get(f"{self.base}/api/v4/{path}", query)

    def _page(self, body: Record) -> tuple[list[Record], str]:
        """The records of one page and the address of the next; an answer without a list is no empty list."""
        records, meta = body.get("data"), body.get("meta") or {}
        paging = (meta.get("paging") or {}) if isinstance(meta, dict) else None
        if not isinstance(records, list) or not isinstance(paging, dict):
            raise self.line.unreadable()
        if not all(isinstance(record, dict) and record.get("id") for record in records):
            raise self.line.unreadable()
        return records, str(paging.get("next") or "")

    def _get(self, address: str, query: dict[str, str]) -> Record:
        token = self.token("")
        try:
            return self.line.get(address, query, _bearing(token))
        except MayNotError:
            # A newer token of the same user may read no more.
            raise
        except SignInNeeded:
            newer = self.token(token)
            if newer == token:
                raise
            return self.line.get(address, query, _bearing(newer))


def _by_number(number: str) -> dict[str, str]:
    """The narrowest list that surely has the number.

    Clio's specifications differ in the filter's name, and what isn't known is left alone by it. `query` is a search in
    whole numbers: of anything else it might find nothing. What comes too much is left out after reading.
    """
    plain = number.isascii() and number.isdigit() and not number.startswith("0")
    return {"bill_number": number} | ({"query": number} if plain else {})


def _bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", "Accept": "application/json"}
