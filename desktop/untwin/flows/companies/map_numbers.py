"""Draws the number map of a company, from the number index and from what the inbox knows; it asks nobody outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from untwin.domain.books.documents import NUMBERED
from untwin.domain.books.number_index import Numbered
from untwin.domain.number_map.drawing import Drawing, Known
from untwin.domain.number_map.lanes import NumberMap
from untwin.domain.number_map.makers import made_in, wanted_in
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies, NumberIndex

_STEP = 2000  # documents between two looks whether it is still wanted
_CASES = 2000  # the newest cases of a company that are asked for makers and for what waits


@dataclass(frozen=True, slots=True)
class MapNumbers:
    """The flow. `local` turns a moment into the time here."""

    companies: Companies
    cases: Cases
    index: NumberIndex
    clock: Clock
    local: Callable[[datetime], datetime]

    def __call__(self, realm: str, wanted: Callable[[], bool] = lambda: True) -> NumberMap:
        """The map as the index has it now. Once it is not `wanted` any more, what was read so far is drawn.

        Raises:
            BadInput: the company isn't connected.
        """
        company, state = self.companies.get(realm), self.index.state(realm)
        cases = self.cases.newest(realm, _CASES)
        known = Known(made_in(cases), wanted_in(cases), company.settings.numbers.ranges)
        drawing, entries = Drawing(), iter(self.index.walk(realm))
        while wanted() and (some := list(islice(entries, _STEP))):
            drawing.add(some)
        whole = set(NUMBERED) <= set(state.done)
        return drawing.map(known, self.today(), state.fresh_at if whole else None)

    def today(self) -> date:
        """The day here."""
        return self.local(self.clock.now()).date()

    def documents(self, realm: str, wanted: Sequence[tuple[str, str]]) -> tuple[Numbered, ...]:
        """Documents by type and id, as the index remembers them."""
        return self.index.some(realm, wanted)
