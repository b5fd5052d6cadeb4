"""Judges a siege by the servers' books and log: nothing twice, nothing lost, no claim that isn't so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from crash.town import Firm
from crash.where import Place
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Change
from untwin.domain.changes.run import tally
from untwin.store.cases import StoredCases
from untwin.store.database import Database
from untwin.store.history import StoredHistory
from untwin.store.runs import StoredRuns

_OWN = {"DocNumber", "SyncToken", "MetaData"}  # what a change of a number changes


def complaints(database: Database, firms: Sequence[Firm]) -> list[str]:
    """Everything that is not as it must be after a siege, in sentences; empty where all is proved."""
    history, cases = StoredHistory(database), StoredCases(database).all()
    changes, verified = history.changes(), history.verify()
    found = [] if verified.whole else [f"the change history isn't whole: {verified.problem}"]
    found += not_settled(changes)
    found += not_at_their_end(cases)
    found += batches_left(StoredRuns(database), changes)
    for firm in firms:
        mine = [change for change in changes if change.intent.company == firm.caller.realm]
        found += wrong_books(mine, firm.caller.realm, firm.start, firm.seeds.rows, firm.caller.books())
        found += wrong_requests(mine, firm.log())
    return found


def not_settled(changes: Iterable[Change]) -> Iterator[str]:
    """Changes of which nobody knows what became of them."""
    for change in changes:
        if not change.settled:
            yield f"change {_name(change)} is open: {[record.step.value for record in change.steps]}"


def not_at_their_end(cases: Iterable[Case]) -> Iterator[str]:
    """Cases that did not come to the end that each of them must reach."""
    for case in cases:
        if case.state is not State.RENUMBERED:
            yield f"case {case.id} is {case.state}: {case.note}"


def batches_left(runs: StoredRuns, changes: Sequence[Change]) -> Iterator[str]:
    """Batches that are not over, or have rows that came to no end."""
    for run in runs.all():
        so_far = tally(run, changes, ())
        if not run.state.over or so_far.open or so_far.left:
            yield f"batch {run.id} is {run.state}: {so_far}"


def wrong_books(
    changes: Iterable[Change],
    realm: str,
    start: dict[str, list[dict[str, Any]]],
    sown: dict[tuple[str, str], dict[str, Any]],
    now: dict[str, list[dict[str, Any]]],
) -> Iterator[str]:
    """Documents that are not as the done changes say: in number, in how often they were saved, in anything else."""
    done: dict[Place, list[Change]] = {}
    for change in (c for c in changes if c.done):
        order = change.intent.order
        done.setdefault((realm, order.entity, order.id), []).append(change)
    first = {(entity, doc["Id"]): doc for entity in start for doc in start[entity]} | sown
    there = {(entity, doc["Id"]): doc for entity in now for doc in now[entity]}
    yield from (f"{entity} {id_} isn't there any more" for entity, id_ in first.keys() - there.keys())
    for (entity, id_), doc in there.items():
        yield from _wrong_document(f"{entity} {id_}", first.get((entity, id_)), doc, done.get((realm, entity, id_), []))


def _wrong_document(
    name: str, first: dict[str, Any] | None, now: dict[str, Any], done: Sequence[Change]
) -> Iterator[str]:
    if first is None:
        yield f"{name} wasn't there at the start"
        return
    times = int(now["SyncToken"]) - int(first["SyncToken"])
    if times != len(done):
        yield f"{name} was saved {times} times, and {len(done)} changes say that they are done"
    number = done[-1].intent.order.new_number if done else first.get("DocNumber")
    if now.get("DocNumber") != number:
        yield f"{name} has the number {now.get('DocNumber')}, and the record says {number}"
    moved = {field for field in first.keys() | now.keys() if first.get(field) != now.get(field)} - _OWN
    if moved:
        yield f"{name} is changed in {sorted(moved)}"


def wrong_requests(changes: Iterable[Change], log: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Writes that no intent stands behind, that say too much, or that came more often than they were sent."""
    known = {change.intent.order.request_id: change for change in changes}
    arrived: Counter[str] = Counter()
    for entry in filter(_is_write, log):
        change = known.get(entry["query"].get("requestid", ""))
        if change is None or not entry["path"].endswith(f"/{change.intent.order.entity.lower()}"):
            yield f"a write that nobody intended: {entry['path']} {entry['query']} {entry['body']}"
        elif entry["body"] != _body(change):
            yield f"a write that was intended otherwise: {entry['body']}, not {_body(change)}"
        elif entry["status"] != 401:
            arrived[change.intent.order.request_id] += 1
    for request_id, times in arrived.items():
        if times > known[request_id].times_sent:
            yield f"change {_name(known[request_id])} came {times} times, and was sent {known[request_id].times_sent}"


def _is_write(entry: dict[str, Any]) -> bool:
    """Whether a request could change the books; one that a kill tore off in the middle was refused."""
    torn = not isinstance(entry["body"], dict) and entry["status"] != 200
    return entry["method"] == "POST" and not torn and not entry["path"].endswith(("/batch", "/query", "/bearer"))


def _body(change: Change) -> dict[str, Any]:
    order = change.intent.order
    return {"Id": order.id, "SyncToken": order.sync_token, "sparse": True, "DocNumber": order.new_number}


def _name(change: Change) -> str:
    return f"{change.intent.order.entity} {change.intent.order.id}, case {change.intent.case_id}"
