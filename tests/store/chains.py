"""Changes as tests record them: intents, steps, and a short history with something of everything."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from builders import HOLDER, NOW, REALM
from untwin.domain.books.proof import prove
from untwin.domain.cases.case import State
from untwin.domain.changes.history import HistoryRow, Intent, NumberOrder, Purpose, Step, StepRecord
from untwin.store.history import StoredHistory

LATER = NOW + timedelta(seconds=1)
AFTER = HOLDER.raw.replace('"1234"', '"CM-1234"')


def intent(request_id: str = "r1", **changes: Any) -> Intent:
    """An intent as an older Untwin recorded it, too: without what has a default."""
    order = NumberOrder("CreditMemo", "111", "0", "CM-1234", request_id)
    plain = Intent(order, "1", REALM, "1234", "Ann", "the number is needed", HOLDER.raw)
    return replace(plain, **changes)


def whole_intent(request_id: str = "r1") -> Intent:
    """An intent with something in every field."""
    return intent(
        request_id,
        run="run-1",
        purpose=Purpose.RESTORE,
        came_from=State.WAITING_TO_POST,
        customer="Grüße, “quoted”",
        total=Decimal("85.00"),
        currency="USD",
        day=date(2026, 9, 3),
    )


def step(step: Step, **changes: Any) -> StepRecord:
    """One step."""
    return replace(StepRecord(step, LATER), **changes)


def proved(at: datetime = LATER) -> StepRecord:
    """The step that settles a change."""
    proof = prove(HOLDER.raw, AFTER, "CM-1234")
    return StepRecord(Step.PROVED, at, proof.sentence, proof=proof, seen_at=NOW)


def note(what: str = "renumbered", **changes: Any) -> HistoryRow:
    """Something that a person did."""
    return replace(HistoryRow(NOW, "Ann", REALM, "1", what, "détail"), **changes)


def record(history: StoredHistory, request_id: str, *steps: StepRecord) -> None:
    """Records steps of one change, each by itself."""
    for one in steps:
        history.record([(request_id, one)])


def one_change(history: StoredHistory, request_id: str = "r1", at: datetime = LATER) -> None:
    """Records a change from its intent to its note: six links, the first and the fourth with images."""
    history.intend([intent(request_id)], NOW)
    read_again = step(Step.READ_AGAIN, image=AFTER)
    record(history, request_id, step(Step.SENT), step(Step.ANSWERED), read_again, proved(at))
    history.note(note())


def meddle(file: Path, *deeds: str) -> None:
    """Changes the file as somebody does who first takes its guards away."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for [name] in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for deed in deeds:
            connection.execute(deed)
