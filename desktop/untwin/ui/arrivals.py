"""What happens when errors have come in: they are shown, and what is missing is asked at once."""

from collections.abc import Callable
from dataclasses import dataclass

from untwin.domain.case import UNDECIDED, Case, State
from untwin.domain.faults import FaultKind
from untwin.flows.take_in import TakenIn
from untwin.ui.deeds import Deeds
from untwin.ui.parts import Parts
from untwin.ui.small_sheets import PasteSheet


@dataclass(frozen=True)
class Arrivals:
    """Receives what a paste, a drop or a file brought; `refresh` shows the list anew."""

    parts: Parts
    deeds: Deeds
    refresh: Callable[[], None]

    def receive(self, taken: TakenIn, text: str) -> None:
        """Shows the new cases, what a bill list would fill, or the text back in which nothing was found."""
        if taken.bills is not None:
            self.deeds.show_bills(taken.bills)
            return
        cases = taken.new or taken.joined
        sentence = " ".join((taken.sentence, *taken.unread))
        if not cases:
            self._show_back(text, sentence)
            return
        if isinstance(self.parts.ground.sheet, PasteSheet):
            self.parts.ground.close_sheet()
        self.parts.toast.say(sentence)
        self.parts.tabs.filter.clear()
        self.parts.listing.kept |= {case.id for case in cases}
        self.parts.listing.chosen = cases[0].id
        self.refresh()
        self._ask_what_is_missing(taken, cases)

    def _show_back(self, text: str, sentence: str) -> None:
        if text:
            self.deeds.show_back(text, sentence)
        else:
            self.parts.toast.say(sentence)

    def _ask_what_is_missing(self, taken: TakenIn, cases: tuple[Case, ...]) -> None:
        """The company is asked once for the whole paste, a number where it is one error; not over an open sheet."""
        if self.parts.ground.sheet is not None:
            return
        open_cases = tuple(case for case in taken.unbound if case.state in UNDECIDED)
        if open_cases and self.parts.listing.companies:
            self.deeds.ask_company(open_cases)
        elif len(cases) == 1 and _needs_a_number(cases[0]):
            self.deeds.open_sheet("describe")


def _needs_a_number(case: Case) -> bool:
    unnamed = case.kind is FaultKind.DUPLICATE_DOC_NUMBER and case.doc_number is None
    return unnamed and case.state is State.NEW
