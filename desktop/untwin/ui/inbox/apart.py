"""What is asked of the store beside the list itself, each by a reader of its own."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from untwin.ports.inbox import Inbox
from untwin.ui.inbox.beside import Beside
from untwin.ui.inbox.tallying import Tallying
from untwin.ui.lanes.bridge import Bridge
from untwin.ui.lanes.long_list import LongList


@dataclass(frozen=True, slots=True)
class Apart:
    """The rest of a long list, the other cases, and how many each view has."""

    long: LongList
    beside: Beside
    tally: Tallying

    def close(self) -> None:
        """Reads nothing any more."""
        self.long.close()
        self.beside.close()
        self.tally.close()


def readers(inbox: Inbox, bridge: Bridge, parent: QObject) -> Apart:
    """All of them, as parts of a window."""
    return Apart(LongList(inbox, bridge, parent), Beside(inbox, bridge, parent), Tallying(inbox, bridge, parent))
