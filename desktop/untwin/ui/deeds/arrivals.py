"""What happens when errors have come in: they are shown, and what is missing is asked, one question after the other."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from untwin.domain.cases.case import UNDECIDED, Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks.whole_list import Missing
from untwin.flows.arriving.bind import Bound
from untwin.flows.arriving.taken_in import TakenIn
from untwin.ui.arriving.paste_sheet import PasteSheet
from untwin.ui.deeds.deeds import Deeds
from untwin.ui.deeds.parts import Parts
from untwin.ui.kit.words import tr
from untwin.ui.work.taking import Pasted

_KEPT = 500  # cases of one paste that stay in a view that isn't theirs; of more, their own is shown
_NEW = 2
_SAID = 1  # sentences on what could not be read that a toast has room for


class Arrivals:
    """Receives what a paste, a drop or a file brought; `refresh` shows the list anew."""

    def __init__(self, parts: Parts, deeds: Deeds, refresh: Callable[[], None]) -> None:
        self.parts, self.deeds, self.refresh = parts, deeds, refresh
        self._questions: deque[Callable[[], None]] = deque()
        parts.ground.closed.connect(self._next)

    def receive(self, taken: TakenIn, pasted: Pasted) -> None:
        """Shows the new cases, what a bill list would fill, or the text back in which nothing was found."""
        if taken.tables:
            wishes = replace(pasted.wishes, at=pasted.wishes.at or taken.at)
            self.deeds.intake.keep(replace(pasted, wishes=wishes), taken.tables)
        if taken.asks_columns:
            self._ask(lambda: self.deeds.intake.show_columns(asked=False))
        elif taken.new or taken.joined:
            self._show(taken)
            self._ask_what_is_missing(taken, pasted)
            if (bills := taken.bills) is not None:
                self._ask(lambda: self.deeds.intake.show_bills(bills))
        elif taken.bills is not None:
            self.deeds.intake.show_bills(taken.bills)
        else:
            self._nothing(taken, pasted)

    def _nothing(self, taken: TakenIn, pasted: Pasted) -> None:
        sentence = " ".join((taken.sentence, *taken.unread[:_SAID]))
        if pasted.text:
            self.deeds.intake.show_back(pasted.text, sentence)
        else:
            self.parts.toast.say(sentence)
        if len(taken.unread) > _SAID:
            self._ask(lambda: self.deeds.intake.show_unread(taken.unread, taken=False))

    def _show(self, taken: TakenIn) -> None:
        if isinstance(self.parts.ground.sheet, PasteSheet):
            self.parts.ground.close_sheet()
        cases = taken.new or taken.joined
        self.parts.toast.say(taken.sentence)
        self.parts.tabs.filter.clear()
        if len(cases) > _KEPT:
            self.deeds.view(_NEW)
        else:
            self.parts.listing.kept |= {case.id for case in cases}
        self.parts.listing.chosen = cases[0].id
        self.refresh()

    def _ask_what_is_missing(self, taken: TakenIn, pasted: Pasted) -> None:
        """The company is asked once for the whole paste, a number of one error; then comes what wasn't read."""
        cases = taken.new or taken.joined
        open_cases = tuple(case for case in taken.unbound if case.state in UNDECIDED)
        if open_cases and self.parts.listing.companies:
            then = partial(self._bound_whole, taken, pasted) if pasted.whole else None
            self._ask(lambda: self.deeds.ask_company(open_cases, then))
        elif len(cases) == 1 and _needs_a_number(cases[0]):
            self._ask(lambda: self.deeds.open_sheet("describe"))
        if taken.unread:
            # Not by a toast, which the look-ups' own would soon take away.
            self._ask(lambda: self.deeds.intake.show_unread(taken.unread))
        if pasted.whole and not open_cases:
            self.parts.clerk.comparing.missing(taken, partial(self._compared, pasted.text))

    def _bound_whole(self, taken: TakenIn, pasted: Pasted, bound: Bound) -> None:
        """Whose list it is has been said: now it can be compared with what waits there."""
        others = tuple(case for case in (*taken.new, *taken.joined) if case.company is not None)
        whole = replace(taken, new=(*others, *bound.cases.values()), joined=())
        self.parts.clerk.comparing.missing(whole, partial(self._compared, pasted.text))

    def _compared(self, text: str, missing: Missing) -> None:
        if missing.cases:
            self._ask(lambda: self.deeds.intake.show_missing(missing, text))
        else:
            self.parts.toast.say(missing.why_not or tr("Everything that waits is in the list."))

    def _ask(self, question: Callable[[], None]) -> None:
        """Asks now; where a question of this paste is open, after it. What is typed in another sheet stays."""
        if self.parts.ground.sheet is None:
            question()
        else:
            self._questions.append(question)

    def _next(self) -> None:
        if self._questions:
            self._questions.popleft()()


def _needs_a_number(case: Case) -> bool:
    unnamed = case.kind is FaultKind.DUPLICATE_DOC_NUMBER and case.doc_number is None
    return unnamed and case.state is State.NEW
