"""The change history as people read it: one line for each change and what became of it, among everything else noted."""

from collections.abc import Iterable

from untwin.domain.books.documents import TYPES
from untwin.domain.changes.history import Change, HistoryRow, Purpose, Step
from untwin.domain.words.phrasing import capital


def told(rows: Iterable[HistoryRow], changes: Iterable[Change]) -> tuple[HistoryRow, ...]:
    """Everything in the order of time, a change at the moment in which it came to its end."""
    return tuple(sorted((*rows, *map(change_line, changes)), key=lambda row: row.at))


def change_line(change: Change) -> HistoryRow:
    """One change in a line."""
    intent, outcome = change.intent, change.outcome
    title = TYPES[intent.order.entity].title
    what = _WHAT[intent.purpose].format(title, intent.old_number, intent.order.new_number)
    said = ". ".join(capital(part.strip().rstrip(".")) for part in (intent.reason, outcome.note) if part.strip())
    return HistoryRow(
        at=outcome.at,
        who=intent.who,
        company=intent.company,
        case_id=intent.case_id,
        what=f"{what}{_BECAME.get(outcome.step, ', to be checked')}",
        detail=f"{said}." if said else "",
    )


_WHAT = {
    Purpose.RENUMBER: "{} {} renumbered to {}",
    Purpose.RESTORE: "{} {} restored to {}",
}
_BECAME = {Step.PROVED: "", Step.ACCEPTED: ", accepted as it is", Step.NOT_DONE: ": not done"}
