"""Says between which two steps each open change stood when the process was killed: by store, books and log alone."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Change, Step
from untwin.domain.changes.run import Run, RunState

Place = tuple[str, str, str]  # company, type, id
Versions = Mapping[Place, int]  # how often each document was saved


class Gap(StrEnum):
    """Between two neighbouring steps of one change. The first five are the road, the others are beside it."""

    INTENT_SENT = "intent recorded -> sent"
    SENT_COMMITTED = "sent -> committed by QuickBooks"
    COMMITTED_ANSWERED = "committed -> answered"
    ANSWERED_READ = "answered -> read again"
    READ_PROVED = "read again -> proved"
    PROVED_TOLD = "proved -> its case told"
    LOST_SETTLED = "answer lost -> settled"
    STORED_PLANNED = "batch stored -> its cases planned"
    UNSURE = "in the very moment of a step"


ROAD = tuple(Gap)[:5]


@dataclass(frozen=True, slots=True)
class Books:
    """What the servers showed right before the kill and right after it, and what they were asked (by company)."""

    before: Versions
    after: Versions
    log: Mapping[str, Sequence[dict[str, Any]]]


def stood(changes: Iterable[Change], books: Books) -> list[Gap]:
    """The gap of each change that was open."""
    return [_gap(change, books) for change in changes]


def untold(changes: Iterable[Change], cases: Iterable[Case]) -> list[Gap]:
    """One gap for each change that was proved while its case didn't know it yet."""
    saving = {case.id for case in cases if case.state in (State.SAVING, State.NEEDS_CHECKING)}
    return [Gap.PROVED_TOLD for change in changes if change.done and change.intent.case_id in saving]


def unplanned(runs: Iterable[Run], cases: Iterable[Case]) -> list[Gap]:
    """One gap for each batch that was stored while none of its cases was planned yet."""
    ready = {case.id for case in cases if case.judgement is not None}
    begun = [run for run in runs if run.state is RunState.RUNNING]
    return [Gap.STORED_PLANNED for run in begun if ready.issuperset(run.case_ids)]


def _gap(change: Change, books: Books) -> Gap:
    steps = {record.step for record in change.steps}
    if Step.SENT not in steps:
        return Gap.INTENT_SENT
    if Step.ANSWERED in steps:
        return Gap.READ_PROVED if _read_since(change, books) else Gap.ANSWERED_READ
    if Step.LOST in steps or change.times_sent > 1:
        return Gap.LOST_SETTLED
    if _committed(change, books.before):
        return Gap.COMMITTED_ANSWERED
    # What was saved in between was saved either before the kill or after it.
    return Gap.UNSURE if _committed(change, books.after) else Gap.SENT_COMMITTED


def _committed(change: Change, versions: Versions) -> bool:
    order = change.intent.order
    return versions[change.intent.company, order.entity, order.id] > int(order.sync_token)


def _read_since(change: Change, books: Books) -> bool:
    """Whether QuickBooks has answered a look at the document after it answered the change."""
    order, answered = change.intent.order, False
    for entry in books.log[change.intent.company]:
        if entry["query"].get("requestid") == order.request_id:
            answered = answered or entry["status"] == 200
        elif answered and entry["path"].endswith("/batch") and entry["status"] == 200:
            text = json.dumps(entry["body"])
            if f"FROM {order.entity} WHERE Id" in text and f"'{order.id}'" in text:
                return True
    return False
