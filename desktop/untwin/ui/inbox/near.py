"""Keeps the cases near the view, read in pages; the others stay in the store."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from untwin.domain.cases.case import Case
from untwin.domain.inbox.query import News
from untwin.ports.inbox import Inbox
from untwin.ui.inbox.columns import PAGE
from untwin.ui.inbox.rows import Row

_KEPT = 32 * PAGE


class Near:
    """Cases by their ids as the list needs them, and their rows; those that were wanted last stay at hand."""

    def __init__(self, inbox: Inbox, made: Callable[[Case], Row], ahead: Mapping[int, Case]) -> None:
        self._inbox, self._made, self._ahead = inbox, made, ahead
        self._cases: OrderedDict[int, Case | None] = OrderedDict()
        self._rows: dict[int, tuple[Case, Row]] = {}
        self._made_at: object = None

    def heed(self, news: News) -> None:
        """Forgets what may be another thing now."""
        if news.many:
            self._cases.clear()
        for case_id in news.ids:
            self._cases.pop(case_id, None)
        self.repaint()

    def repaint(self) -> None:
        """Has the rows made anew: a look-up began or ended."""
        self._rows.clear()

    def stand(self, now: object) -> None:
        """Has the rows made anew where something else than before goes for all of them, as the time."""
        if now != self._made_at:
            self._made_at = now
            self.repaint()

    def case(self, case_id: int, page: Sequence[int] = ()) -> Case | None:
        """One case; with it its page is read. None where it is gone."""
        if case_id in self._ahead:
            return self._ahead[case_id]
        if case_id not in self._cases:
            wanted = [each for each in (page or (case_id,)) if each not in self._cases]
            found = self._inbox.cases(wanted)
            for each in wanted:
                self._cases[each] = found.get(each)
            while len(self._cases) > _KEPT:
                self._rows.pop(self._cases.popitem(last=False)[0], None)
        self._cases.move_to_end(case_id)
        return self._cases[case_id]

    def row(self, case_id: int, page: Sequence[int] = ()) -> Row | None:
        """One row, ready to paint."""
        case = self.case(case_id, page)
        if case is None:
            return None
        kept = self._rows.get(case_id)
        if kept is None or kept[0] is not case:
            kept = self._rows[case_id] = (case, self._made(case))
        return kept[1]

    def cases(self, ids: Sequence[int]) -> tuple[Case, ...]:
        """Some cases in the order of the asking; those that are gone are left out."""
        found = {**self._inbox.cases(ids), **self._ahead}
        return tuple(found[case_id] for case_id in ids if case_id in found)
