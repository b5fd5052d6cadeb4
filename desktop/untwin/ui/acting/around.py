"""What stands around a case in its pane: what goes on about it, and how much of it a person wants to see."""

from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.cases.source_ways import SourceWay
from untwin.domain.changes.timeline import Event


class CaseView(StrEnum):
    """How the documents are shown; the values are the words on their buttons, and `d` goes through them."""

    DIFFERENCES = "Differences"
    FIELDS = "All fields"
    RAW = "Raw text"

    @property
    def next(self) -> "CaseView":
        """The one after it; after the last the first."""
        views = list(CaseView)
        return views[(views.index(self) + 1) % len(views)]


@dataclass(frozen=True, slots=True)
class Around:
    """What goes on around a case.

    Attributes:
        busy: a flow works on it; `rest` says what that waits for.
        others: the numbers that wait for a retry at the same page.
        looks_again: when Untwin looks again by itself what became of its change.
        ways: the ways out on its source's side, and why they are locked.
        locked: why the options that give a new number in its source are locked; empty where they are open.
        events: what happened to it, the oldest first.
        marks: an icon's name and a sentence for each mark on it.
    """

    busy: bool = False
    rest: str = ""
    others: tuple[str, ...] = ()
    looks_again: str = ""
    ways: tuple[SourceWay, ...] = ()
    events: tuple[Event, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    locked: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the case is read: which view of the documents, whether all that was asked is told, and in little room."""

    view: CaseView = CaseView.DIFFERENCES
    asked: bool = False
    narrow: bool = False
