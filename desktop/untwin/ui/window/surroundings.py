"""Gathers what the case pane shows around the chosen case: what is under way, what waits with it, what happened."""

from dataclasses import dataclass

from untwin.domain.cases.case import Case
from untwin.domain.changes.timeline import timeline
from untwin.flows.desk import Desk
from untwin.ui.acting.around import Around
from untwin.ui.inbox.listing import Listing
from untwin.ui.inbox.mark_words import mark_lines
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.settling import Settling


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Asked with a case."""

    desk: Desk
    clerk: Clerk
    settling: Settling
    listing: Listing

    def __call__(self, case: Case) -> Around:
        """What is around it now."""
        beside, history = self.listing.beside, self.desk.history
        events = timeline(case, history.of_case(case.id), history.notes_of(case.id))
        rest, others = self.clerk.look_ups.rest(case.company), beside.waiting_with(case)
        ways, settles = beside.ways(case, self.listing.companies), self.settling.words(case)
        marks = mark_lines(case, self.desk.watch.clock.now())
        locks = case.advice is not None and any(option.locks for option in case.advice.options)
        locked = beside.why_locked(case, self.listing.companies) if locks else ""
        return Around(self.clerk.is_busy(case.id), rest, others, settles, ways, events, marks, locked)
