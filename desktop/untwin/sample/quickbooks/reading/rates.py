"""Exchange rates: one for each currency and day, asked for by these, never by an id."""

from datetime import date

from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books, metadata
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.reading.outward import RATE

_HOME, _APP = "USD", "0"


def read_rate(books: Books, params: dict[str, str], today: date) -> Doc:
    """The rate of a currency on a day, or the last one before it; a currency that has none stands one for one.

    Raises:
        FaultError: no currency was named, or the day is none.
    """
    code = (params.get("sourcecurrencycode") or "").upper()
    if not code:
        raise faults.missing("sourcecurrencycode")
    day = _day(params.get("asofdate") or today.isoformat())
    known = [rate for rate in books.of(RATE).values() if rate["SourceCurrencyCode"] == code and rate["AsOfDate"] <= day]
    plain = {"SourceCurrencyCode": code, "TargetCurrencyCode": _HOME, "Rate": 1, "AsOfDate": day, "domain": "QBO"}
    return max(known, key=lambda rate: str(rate["AsOfDate"]), default=plain)


def write_rate(books: Books, clock: Clock, body: Doc) -> Doc:
    """Sets the rate of a currency on a day.

    Raises:
        FaultError: a field is unknown, missing or no day.
    """
    entity = ENTITIES[RATE]
    for name in body:
        if name not in entity.known:
            raise faults.unsupported_property(entity.name, name, entity.known)
    for name in entity.required:
        if body.get(name) in (None, ""):
            raise faults.missing(name)
    code, day = str(body["SourceCurrencyCode"]).upper(), _day(body.get("AsOfDate") or clock.today().isoformat())
    rows = books.of(RATE).values()
    old = next((row for row in rows if (row["SourceCurrencyCode"], row["AsOfDate"]) == (code, day)), None)
    now = clock.now()
    ours = {
        "Id": old["Id"] if old else books.next_id(entity),
        "SyncToken": str(int(old["SyncToken"]) + 1) if old else "0",
        "domain": "QBO",
        "sparse": False,
        "MetaData": metadata(now, now, _APP),
    }
    facts = {"SourceCurrencyCode": code, "TargetCurrencyCode": _HOME, "Rate": body["Rate"], "AsOfDate": day}
    return books.put(entity, ours | facts)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(str(text)).isoformat()
    except ValueError:
        raise faults.unreadable() from None
