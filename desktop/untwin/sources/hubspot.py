"""HubSpot: the waiting invoice and HubSpot's own list around it, by a key or token; nothing is written there."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo

from untwin.domain.problems import OutsideProblem
from untwin.domain.sources.incoming import SourceAnswer, SourceLine, SourceRecord
from untwin.sources.hubspot_days import zone_of
from untwin.sources.hubspot_records import (
    CONTACT_PROPERTIES,
    INVOICE_PROPERTIES,
    LINE_PROPERTIES,
    WAITING,
    incoming_of,
    invoice_record,
    lines_of,
    number_of,
    state_of,
)
from untwin.sources.wire import Line, MayNotError, NotTakenError, Record, TooLongError

SCOPES = "crm.objects.invoices.read and crm.objects.contacts.read"
NEEDS = (
    f"In HubSpot, give the service key or private app these scopes: {SCOPES}. Whoever made a private app must still be "
    "an administrator there."
)
INVOICES, CONTACTS, LINES = "invoices", "contacts", "line_items"
_PAGE = 100
_MANY = 50  # pages; an account with more invoices is not read to its end
_FEW = 10  # invoices that are asked for one by one


@dataclass(frozen=True, slots=True)
class HubSpot:
    """Honours the port `Source`."""

    base: str
    token: str = field(repr=False)
    line: Line
    _list: dict[str, Record] = field(default_factory=dict, repr=False)
    _gone: list[list[Record]] = field(default_factory=list, repr=False)
    _zones: list[tzinfo] = field(default_factory=list, repr=False)

    def expect(self, count: int) -> None:
        """Where many invoices are asked about, HubSpot's list is read once: it takes five searches a second.

        Raises:
            OutsideProblem: HubSpot didn't answer, or refuses the token.
        """
        if count <= _FEW or self._list:
            return
        # A list too long to be read to its end is no list: then each invoice is asked for by itself.
        with suppress(TooLongError):
            self._list.update({str(one["id"]): one for one in self._everything()})

    def ask(self, number: str) -> SourceAnswer:
        """The invoice with this number, and all invoices of its contact or with its number.

        Raises:
            OutsideProblem: HubSpot didn't answer, or refuses the token.
        """
        try:
            numbered = [one for one in self._numbered(number) if number_of(one) == number.strip()]
        except TooLongError:
            return SourceAnswer(None, problem=f"HubSpot's list of invoices {number} is too long to read to its end.")
        waiting = [one for one in numbered if state_of(one) is WAITING]
        invoice = next(iter(waiting or numbered), None)
        if invoice is None:
            # That there is none is an answer, too: whatever has this number in QuickBooks, HubSpot didn't make it.
            none = SourceAnswer(None, complete=True, problem=f"HubSpot has no invoice {number}.")
            return self._beside_deleted(none, number)
        if len(waiting) > 1:
            return SourceAnswer(None, problem=f"HubSpot has {len(waiting)} invoices with the number {number}.")
        return self._beside_deleted(self._around(invoice, numbered), number)

    def glance(self) -> None:
        """Reads one invoice and one contact, to see whether that is allowed. Raises as `ask`."""
        for kind in (INVOICES, CONTACTS):
            self._results(self.line.get(f"{self.base}/crm/v3/objects/{kind}", {"limit": "1"}, self._bearing), "id")

    def _around(self, invoice: Record, numbered: Sequence[Record]) -> SourceAnswer:
        contacts = self._ids(INVOICES, str(invoice["id"]), CONTACTS)
        if len(contacts) != 1:
            how_many = "no contact" if not contacts else f"{len(contacts)} contacts"
            words = f"Invoice {number_of(invoice)} has {how_many} in HubSpot, so that its customer isn't known."
            return SourceAnswer(incoming_of(invoice, {}, self._zone), problem=words)
        contact = next(self._objects(CONTACTS, contacts, CONTACT_PROPERTIES), {})
        incoming = replace(incoming_of(invoice, contact, self._zone), lines=self._lines(str(invoice["id"])))
        try:
            records = self._records(numbered, contacts[0], incoming.customer)
        except TooLongError:
            words = "HubSpot's list for this customer is too long to read to its end."
            return SourceAnswer(incoming, problem=words)
        return SourceAnswer(incoming, records, complete=bool(incoming.customer))

    def _beside_deleted(self, answer: SourceAnswer, number: str) -> SourceAnswer:
        """The answer with deleted invoices of the number: one that was open may be in QuickBooks still."""
        if not answer.complete:
            return answer
        try:
            gone = [one for one in self._deleted() if number_of(one) == number.strip()]
        except (TooLongError, NotTakenError):
            words = f"{answer.problem} HubSpot's list of deleted invoices could not be read to its end."
            return replace(answer, complete=False, problem=words.strip())
        return replace(answer, records=(*answer.records, *(invoice_record(one, None, self._zone) for one in gone)))

    def _deleted(self) -> list[Record]:
        """HubSpot keeps what was deleted for some weeks, in a list of its own; it is read once."""
        if not self._gone:
            self._gone.append(list(self._everything({"archived": "true"})))
        return self._gone[0]

    def _zone(self) -> tzinfo:
        """Where the account's days begin. Without HubSpot's word on it, the whole world's clock is taken."""
        if not self._zones:
            try:
                self._zones.append(zone_of(read_account(self.base, self.token, self.line)))
            except OutsideProblem:
                self._zones.append(UTC)
        return self._zones[0]

    def _lines(self, invoice: str) -> tuple[SourceLine, ...]:
        """An invoice's lines; a token that may not read them tells none, and everything else all the same."""
        try:
            ids = self._ids(INVOICES, invoice, LINES)
            return lines_of(self._objects(LINES, ids, LINE_PROPERTIES))
        except MayNotError:
            return ()

    def _records(self, numbered: Sequence[Record], contact: str, customer: str | None) -> tuple[SourceRecord, ...]:
        ids = self._ids(CONTACTS, contact, INVOICES)
        of_contact = {str(one["id"]): one for one in self._objects(INVOICES, ids, INVOICE_PROPERTIES)}
        # Another invoice with the number may be another customer's: its name was not read, so none is told.
        others = [one for one in numbered if str(one["id"]) not in of_contact]
        records = [invoice_record(one, customer, self._zone) for one in of_contact.values()]
        return (*records, *(invoice_record(one, None, self._zone) for one in others))

    def _numbered(self, number: str) -> Iterable[Record]:
        if self._list:
            return self._list.values()
        wanted = {"propertyName": "hs_number", "operator": "EQ", "value": number.strip()}
        question = {"filterGroups": [{"filters": [wanted]}], "properties": list(INVOICE_PROPERTIES), "limit": _PAGE}
        return list(self._search(question))

    def _search(self, question: Record) -> Iterator[Record]:
        address, after = f"{self.base}/crm/v3/objects/{INVOICES}/search", ""
        marks: set[str] = set()
        for _turn in range(_MANY):
            body = self.line.post(address, question | ({"after": after} if after else {}), self._bearing)
            yield from self._results(body, "id")
            after = self._next(body)
            if not after:
                return
            if after in marks:
                break
            marks.add(after)
        raise TooLongError

    def _everything(self, which: dict[str, str] | None = None) -> Iterator[Record]:
        query = {"properties": ",".join(INVOICE_PROPERTIES), "limit": str(_PAGE), **(which or {})}
        return self._pages(f"{self.base}/crm/v3/objects/{INVOICES}", query, "id")

    def _ids(self, of: str, record: str, to: str) -> tuple[str, ...]:
        """The ids of everything of one kind that belongs to a record."""
        address = f"{self.base}/crm/v4/objects/{of}/{record}/associations/{to}"
        found = self._pages(address, {"limit": str(_PAGE)}, "toObjectId")
        return tuple(dict.fromkeys(str(one["toObjectId"]) for one in found))

    def _objects(self, kind: str, ids: Sequence[str], properties: Sequence[str]) -> Iterator[Record]:
        """Objects by their ids; one that is missing in the answer makes a list that can't be leaned on."""
        address = f"{self.base}/crm/v3/objects/{kind}/batch/read"
        for start in range(0, len(ids), _PAGE):
            some = ids[start : start + _PAGE]
            known = [self._list[each] for each in some if kind == INVOICES and each in self._list]
            if len(known) == len(some):
                yield from known
                continue
            question = {"properties": list(properties), "inputs": [{"id": each} for each in some]}
            found = self._results(self.line.post(address, question, self._bearing), "id")
            if {str(one["id"]) for one in found} != set(some):
                raise self.line.unreadable()
            yield from found

    def _pages(self, address: str, query: dict[str, str], id_name: str) -> Iterator[Record]:
        after: dict[str, str] = {}
        marks: set[str] = set()
        for _turn in range(_MANY):
            # The next page is named by a mark of HubSpot's, never by an address: nothing leads elsewhere.
            body = self.line.get(address, query | after, self._bearing)
            yield from self._results(body, id_name)
            mark = self._next(body)
            if not mark:
                return
            if mark in marks:
                break  # it goes round in a circle
            marks.add(mark)
            after = {"after": mark}
        raise TooLongError

    def _results(self, body: Record, id_name: str) -> list[Record]:
        """The records of one answer; an answer without a list is no empty list."""
        records = body.get("results")
        if not isinstance(records, list) or not all(isinstance(one, dict) and id_name in one for one in records):
            raise self.line.unreadable()
        return records

    def _next(self, body: Record) -> str:
        """The mark of the next page; empty after the last."""
        paging = body.get("paging") or {}
        following = (paging.get("next") or {}) if isinstance(paging, dict) else None
        if not isinstance(following, dict):
            raise self.line.unreadable()
        return str(following.get("after") or "")

    @property
    def _bearing(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}


def read_account(base: str, token: str, line: Line) -> Record:
    """What HubSpot says about the account itself; that needs no scope."""
    return line.get(f"{base}/account-info/v3/details", {}, {"Authorization": f"Bearer {token}"})
