"""Watches QuickBooks until the waiting document has posted, and says what is different when it is."""

from dataclasses import dataclass, replace

from untwin.domain.case import Case, State
from untwin.domain.history import HistoryRow
from untwin.domain.posting import Outcome, Posting, look_for_posting
from untwin.domain.problems import NotAllowed
from untwin.flows.retry import waiting_since
from untwin.ports.books import Connections
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases

# When to look, in cycles of the source: about 1, 3, 6, 10, 15 and 20 minutes for one of five minutes.
_LOOK_AT = (0.2, 0.6, 1.2, 2.0, 3.0, 4.0)
_SOONEST = 1.0


def look_times(cycle_seconds: int) -> tuple[float, ...]:
    """Seconds after the retry began at which to look; after the last one the case is "not seen yet"."""
    return tuple(max(_SOONEST, part * cycle_seconds) for part in _LOOK_AT)


@dataclass(frozen=True, slots=True)
class Watch:
    """The flow: one look at QuickBooks for one case; who looks again and when is the caller's."""

    cases: Cases
    connections: Connections
    history: History
    clock: Clock

    def __call__(self, case_id: str, *, last_look: bool = False) -> Case:
        """The case after one look. `last_look` says that the watch ends with it.

        Raises:
            NotAllowed: there is nothing to look for yet.
            OutsideProblem: QuickBooks could not be read; the case is as it was.
        """
        case = self.cases.get(case_id)
        since = waiting_since(case)
        if case.state not in (State.RENUMBERED, State.WAITING_TO_POST) or case.evidence is None or since is None:
            raise NotAllowed(f"It is “{case.state.words}”: there is nothing to look for.")
        users = self.connections.books(case.company or "").with_number("sales", case.doc_number or "")
        former = {r.document_id for r in case.renumbered}
        candidates = tuple(d for d in users.documents if d.id not in former)
        posting = look_for_posting(case.evidence, candidates, since)
        return self._settled(case, posting, last_look=last_look)

    def _settled(self, case: Case, posting: Posting, *, last_look: bool) -> Case:
        now = self.clock.now()
        seen = replace(case, posting=posting, updated_at=now, note=posting.sentence)
        if posting.outcome is Outcome.POSTED:
            settled = seen.moved(State.POSTED, now, posting.sentence)
        elif posting.outcome in (Outcome.NUMBER_TAKEN_AGAIN, Outcome.TWICE):
            settled = seen.moved(State.FAILED_AGAIN, now, posting.sentence)
        elif posting.outcome is Outcome.PLEASE_CONFIRM:
            words = " ".join((posting.sentence, *posting.differences))
            settled = replace(seen, please_confirm=True, note=words)
        else:
            settled = replace(seen, not_seen_yet=last_look or case.not_seen_yet)
        self.cases.save(settled, case.state)
        if settled.state is not case.state:
            row = HistoryRow(now, "Untwin", case.company or "", case.id, settled.state.words.lower(), settled.note)
            self.history.note(row)
        return settled
