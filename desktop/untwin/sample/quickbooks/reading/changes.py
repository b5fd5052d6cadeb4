"""Change data capture: what changed since a moment and what was deleted, within the bounds that Intuit documents."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entities import entity_at
from untwin.sample.quickbooks.kinds.entity import Doc, Entity
from untwin.sample.quickbooks.query import Condition
from untwin.sample.quickbooks.reading.outward import outward
from untwin.sample.quickbooks.reading.select import fits

_MOST = 1000
_REACH = timedelta(days=30)


def changes(books: Books, params: dict[str, str], now: datetime) -> Doc:
    """The answer to one question; at most 1,000 objects of all kinds together, none from before the last 30 days.

    Raises:
        FaultError: the moment or a kind of object can't be read.
    """
    since = max(_since(params), now - _REACH)
    names = [name.strip() for name in params.get("entities", "").split(",") if name.strip()]
    answers, left = [], _MOST
    for name in names:
        entity = entity_at(name)
        if entity is None:
            raise faults.unsupported_operation("/cdc")
        found = list(islice(_changed(books, entity, since), left))
        left -= len(found)
        found = [outward(entity, books.balances.shown(entity, doc)) for doc in found]
        answers.append({entity.around: found, "startPosition": 1, "maxResults": len(found)} if found else {})
    return {"CDCResponse": [{"QueryResponse": answers}]}


def _since(params: dict[str, str]) -> datetime:
    try:
        # An unescaped plus of an offset arrives as a blank.
        since = datetime.fromisoformat(params.get("changedSince", "").replace(" ", "+"))
    except ValueError:
        raise faults.invalid_query("changedSince is not a date") from None
    return since if since.tzinfo else since.astimezone()


def _changed(books: Books, entity: Entity, since: datetime) -> Iterator[Doc]:
    # Told apart by their text first, a day early for the sake of offsets: reading 100,000 moments takes its time.
    day = (since - timedelta(days=1)).date().isoformat()
    rows = books.of(entity.name)
    for doc in rows.own.values():
        changed: str = doc["MetaData"]["LastUpdatedTime"]
        if changed >= day and datetime.fromisoformat(changed) >= since:
            yield doc
    wanted = (Condition("MetaData.LastUpdatedTime", ">=", (since.isoformat(),)),)
    if rows.crowd is not None:
        places = rows.crowd.matching(wanted, fits, newest_first=False)
        yield from (rows.crowd.doc(place) for place in places if place not in rows.hidden)
    for gone in books.gone:
        if gone.entity == entity.name and gone.at >= since:
            meta = {"LastUpdatedTime": gone.at.isoformat("T", "seconds")}
            yield {"domain": "QBO", "status": "Deleted", "Id": gone.id, "MetaData": meta}
