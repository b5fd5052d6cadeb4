"""What other cases say about one: what waits with it, what locks the ways of its source, what it has in common."""

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import Grouped
from untwin.domain.cases.source_ways import NAMED, Lock, Numbers, lock_of
from untwin.domain.errors.faults import FaultKind
from untwin.domain.inbox.entry import LAST, SALE_OPEN
from untwin.domain.inbox.query import Waiting
from untwin.domain.verdicts.verdict import HIDING, Verdict

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def in_company(connection: sqlite3.Connection, company: str) -> int:
    """How many cases are bound to a company."""
    row = connection.execute("SELECT sum(cases) FROM inbox_tally WHERE company = ?", (company,)).fetchone()
    return int(row[0] or 0)


def in_state(connection: sqlite3.Connection, state: State) -> tuple[str, ...]:
    """The ids of the cases in a state, the oldest first."""
    rows = connection.execute("SELECT id FROM cases WHERE state = ? ORDER BY id", (state.value,))
    return tuple(str(row[0]) for row in rows)


def waiting(connection: sqlite3.Connection) -> tuple[Waiting, ...]:
    """All cases that wait to post, the oldest first."""
    return tuple(_waiting(row) for row in connection.execute(_WAITING))


_WAITING = (
    "SELECT id, company, source, waiting, watch_began, please_confirm, not_seen_yet FROM inbox"
    " WHERE id IN (SELECT id FROM cases WHERE state = 'waiting_to_post') ORDER BY id"
)


def _waiting(row: tuple[int, str, str, str, int, int, int]) -> Waiting:
    case_id, company, source, number, began, confirm, not_seen = row
    since = _EPOCH + timedelta(microseconds=began) if began else None
    return Waiting(str(case_id), company or None, source or None, number, since, bool(confirm), bool(not_seen))


def locks(connection: sqlite3.Connection, case: Case) -> Mapping[Lock, Numbers]:
    """What locks the ways of a case's source: how many by the tally, and the first few by name, its own first."""
    place = (case.company or "", case.source or "")
    counts = dict.fromkeys(Lock, 0)
    named: dict[Lock, list[tuple[bool, int, str]]] = {lock: [] for lock in Lock}
    for kind, state, verdict, every in connection.execute(_COUNTED, place).fetchall():
        lock, those = _lock(kind, state, verdict)
        if lock is not None:
            of_them = (*place, kind, state, verdict)
            counts[lock] += connection.execute(_COUNTED_OPEN, (*of_them, those)).fetchone()[0] if those else every
            found = connection.execute(_NAMED, (case.id, *of_them, case.id, NAMED, those))
            named[lock] += found.fetchall()
    return {lock: Numbers(tuple(n for *_, n in sorted(named[lock])[:NAMED]), counts[lock]) for lock in Lock}


def _lock(kind: str, state: str, verdict: str) -> tuple[Lock | None, str]:
    """What these cases lock, and the flag that one of them must have for it; empty where all do."""
    told = FaultKind(kind), State(state), Verdict(verdict) if verdict else None
    lock = lock_of(*told, sale_open=False)
    return (lock_of(*told, sale_open=True), SALE_OPEN) if lock is None and told[2] in HIDING else (lock, "")


_COUNTED = (
    "SELECT kind, state, verdict, sum(cases) FROM inbox_tally WHERE company = ? AND source = ?"
    " GROUP BY kind, state, verdict HAVING sum(cases) > 0"
)
# Of the few verdicts that say nothing of the sale each row is read: no tally says whose may be booked.
_COUNTED_OPEN = (
    "SELECT count(*) FROM inbox WHERE company = ? AND source = ? AND kind = ? AND state = ? AND verdict = ?"
    " AND instr(flags, ?) > 0"
)
_OF_THEM = (
    "FROM inbox WHERE company = ?2 AND source = ?3 AND kind = ?4 AND state = ?5 AND verdict = ?6"
    " AND (?9 = '' OR instr(flags, ?9) > 0)"
)
# Its own case and the first few: each found by the index.
_NAMED = (
    f"SELECT FALSE, id, number {_OF_THEM} AND id = ?1 UNION ALL"  # noqa: S608 - nothing but marks
    f" SELECT TRUE, id, number FROM (SELECT id, number {_OF_THEM} AND id <> ?7 ORDER BY id LIMIT ?8)"
)


def wakes(connection: sqlite3.Connection, now: int) -> int:
    """When the next case is in sight again; 0 where none is put off until a time."""
    found = connection.execute("SELECT min(asleep) FROM inbox WHERE asleep <> 0 AND asleep > ?", (now,)).fetchone()
    return found[0] if found[0] is not None and found[0] < LAST else 0


def grouped(connection: sqlite3.Connection, company: str | None) -> tuple[Grouped, ...]:
    """What groups are made of, the oldest first: of one company, empty for cases of none, or of all with None."""
    which, values = ("WHERE company = ?", (company,)) if company is not None else ("", ())
    rows = connection.execute(
        "SELECT id, company, source, state, verdict, kind, prefix, holder_key, block FROM inbox"  # noqa: S608
        f" {which} ORDER BY created, id",
        values,
    )
    return tuple(
        Grouped(
            str(i),
            realm or None,
            source or None,
            State(state),
            Verdict(verdict) if verdict else None,
            FaultKind(kind),
            *keys,
        )
        for i, realm, source, state, verdict, kind, *keys in rows
    )
