"""What a person says about a document that may be the waiting one: it is, or it is another."""

from dataclasses import dataclass, replace

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import HistoryRow
from untwin.domain.problems import NotAllowed
from untwin.domain.verdicts.posting import Posting
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases


@dataclass(frozen=True, slots=True)
class ConfirmPosting:
    """The flow; it asks nobody and touches no books. `who` is the person's name for the change history."""

    cases: Cases
    history: History
    clock: Clock

    def __call__(self, case_id: str, who: str) -> Case:
        """The case is posted, since a person says that the document which was found is the one.

        Raises:
            NotAllowed: nothing was found that could be confirmed.
        """
        case = self.cases.get(case_id)
        found = _found(case)
        done = replace(case, please_confirm=False, not_seen_yet=False)
        note = f"{found.sentence} Confirmed by {who or 'a person'}."
        return self._save(done.moved(State.POSTED, self.clock.now(), note), case.state, "confirmed as posted", who)

    def found(self, case_id: str) -> Case:
        """The case with what was found for it. Raises `NotAllowed` where nothing waits to be confirmed."""
        case = self.cases.get(case_id)
        _found(case)
        return case

    def rule_out(self, case_id: str, who: str) -> Case:
        """The case goes on waiting, and that document isn't offered for it again.

        Raises:
            NotAllowed: nothing was found that could be ruled out.
        """
        case = self.cases.get(case_id)
        found = _found(case)
        place = (found.entity or "", found.document_id or "")
        waits = replace(
            case,
            please_confirm=False,
            posting=None,
            ruled_out=(*case.ruled_out, place),
            updated_at=self.clock.now(),
            note="That document is another one. Untwin goes on looking.",
        )
        return self._save(waits, case.state, f"not this one: {found.sentence}", who)

    def _save(self, case: Case, seen: State, what: str, who: str) -> Case:
        self.cases.save(case, seen)
        self.history.note(HistoryRow(self.clock.now(), who, case.company or "", case.id, what, case.note))
        return case


def _found(case: Case) -> Posting:
    waits = case.state in (State.RENUMBERED, State.WAITING_TO_POST)
    if not (waits and case.please_confirm and case.posting and case.posting.document_id):
        raise NotAllowed("Nothing was found in QuickBooks that waits to be confirmed.", "Look whether it posted first.")
    return case.posting
