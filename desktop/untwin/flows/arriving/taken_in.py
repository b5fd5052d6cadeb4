"""What came of one paste or import: the cases, what could not be read, and what a person must still say."""

from dataclasses import dataclass
from datetime import datetime

from untwin.domain.cases.case import Case, State
from untwin.domain.errors.bills import BillList
from untwin.domain.errors.columns import TableSeen
from untwin.domain.words.phrasing import small


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of one paste or import.

    Attributes:
        joined: the cases that were there already, and were seen again.
        failed_again: those among them that counted as solved.
        unread: a sentence with its place for each thing that could not be read.
        left: how many errors were not taken in because somebody stopped it, or something did.
        why_left: what stopped it, where nobody has.
        bills: the bill list that it is, or that files beside those with errors are; None where there is none.
        tables: the tables that it came in, with what each column was taken for.
        asks_columns: a column is unsure, and nothing was stored yet.
        at: the moment at which all of it was seen; None where no error was.
    """

    new: tuple[Case, ...]
    joined: tuple[Case, ...]
    unread: tuple[str, ...]
    failed_again: tuple[Case, ...] = ()
    left: int = 0
    why_left: str = ""
    bills: BillList | None = None
    tables: tuple[TableSeen, ...] = ()
    asks_columns: bool = False
    at: datetime | None = None

    @property
    def unbound(self) -> tuple[Case, ...]:
        """Those whose company nobody has said."""
        return tuple(case for case in (*self.new, *self.joined) if case.company is None)

    @property
    def sentence(self) -> str:
        """The toast: what, how many."""
        if self.left and not self.new and not self.joined:
            return f"Stopped: nothing was taken in, {_counted(self.left, 'error')} left."
        if self.bills is not None and not self.new and not self.joined:
            return f"No error was found, but an invoice list with {_counted(len(self.bills.rows), 'row')}."
        if not self.new and not self.joined:
            where = "what could be read" if self.unread else "this text"
            return f"No error was found in {where}. Nothing was taken in."
        said = [_counted(len(self.new), "new case")]
        if self.joined:
            said.append(f"{len(self.joined):,} known already")
        if self.failed_again:
            said.append(f"{len(self.failed_again):,} of them failed again")
        if ignored := sum(case.state is State.IGNORED for case in self.joined):
            said.append(f"{ignored:,} of them ignored")
        words = ", ".join(said) + "."
        if self.bills is not None:
            words += f" Beside them an invoice list with {_counted(len(self.bills.rows), 'row')}."
        more = "Take the same in once more for the rest: what is there already joins its case."
        return f"{self._stopped} {words} {_counted(self.left, 'error')} left. {more}" if self.left else words

    @property
    def _stopped(self) -> str:
        return f"Stopped, {small(self.why_left).rstrip('.')}:" if self.why_left else "Stopped:"


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
