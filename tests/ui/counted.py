"""Plays the way from an error to its posting in a real window on books in memory, and counts every step on it."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import COMPANY, CUSTOMERS, INCOMING, TEXT, TWIN
from fakes import FakeBooks, TickingClock
from flows.conftest import make_office
from flows.crew import memo
from ui.conftest import Board, InlineJobs
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.domain.sources.incoming import SourceAnswer
from untwin.flows.desk import Desk
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

CLIENTS = ("Harlow & Pike LLP", "Bright Dental Group", "Cole Trust Ltd", "Doe LLP", "Ellis Law", "Fern & Partners")
ERRORS = (4, 4, 4, 4, 4, 3)


@dataclass
class BillsOf:
    """A client's Clio: it has a bill for each number it is asked about, and no other record."""

    number: str = ""

    def expect(self, count: int) -> None:
        pass

    def ask(self, number: str) -> SourceAnswer:
        return SourceAnswer(replace(INCOMING, number=number, source_id=f"5{number}"), (), complete=True)


@dataclass
class Firm:
    """Honours `Connections`: several clients, each with books and a Clio of its own."""

    by_realm: dict[str, FakeBooks] = field(default_factory=dict)

    def books(self, realm: str) -> FakeBooks:
        return self.by_realm[realm]

    def source(self, company: Company, source: str) -> BillsOf | None:
        return BillsOf() if company.binding(source) else None


@dataclass
class Steps:
    """What was done: keys in Untwin, clicks and keys in Clio."""

    here: Counter[str] = field(default_factory=Counter)
    in_clio: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """All of them."""
        return self.here.total() + self.in_clio.total()


@dataclass
class Player:
    """A person before the window, who has keys alone; `errors` says how many each client's Clio shows."""

    window: MainWindow
    desk: Desk
    board: Board
    firm: Firm
    errors: tuple[int, ...]
    steps: Steps = field(default_factory=Steps)

    def key(self, words: str, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Presses one key where the focus is, and waits until its answers have come."""
        focused = QApplication.focusWidget() or self.window
        QTest.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier)
        self.steps.here[words] += 1
        self.rest()

    def in_clio(self, *words: str) -> None:
        """Does something in Clio: one click or key for each."""
        self.steps.in_clio.update(words)

    def rest(self) -> None:
        """Lets the window come to rest."""
        for _ in range(400):
            QTest.qWait(5)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            window = self.window
            soon = window.pacing.pending or window.calm.pending or not window.listing.whole
            if not (soon or window.clerk.working or window.clerk.batches.running):
                break
        QTest.qWait(20)

    def take_in(self) -> None:
        """Copies each client's errors in Clio and pastes them; says whose they are where that is asked."""
        for place, count in enumerate(self.errors):
            self.in_clio("open Settings", "open Bill Syncing", "mark what failed", "copy")
            failed = numbers(place, count)
            self.board.text = "\n\n".join(TEXT.replace("1234", n).replace("111", f"9{n}") for n in failed)
            self.key("paste", Qt.Key.Key_V, ctrl=True)
            if self.window.ground.sheet is not None:
                asked = [case for case in self.cases if case.company is None]
                offered = [company.name for company in self.desk.bind.offered(asked)]
                self.key("choose the client", Qt.Key(Qt.Key.Key_1 + offered.index(CLIENTS[place])))
                self.key("confirm", Qt.Key.Key_Return, ctrl=True)

    def change(self) -> None:
        """Gives new numbers to all that wait: one sheet for one, one plan for many, each box that is asked for."""
        if len(self.cases) > 1:
            self.key("select all", Qt.Key.Key_A, ctrl=True)
        self.key("renumber", Qt.Key.Key_R)
        self._until(lambda: self.window.ground.sheet is not None)
        for _ in range(9):
            QTest.qWait(50)
            self.key("save", Qt.Key.Key_Return, ctrl=True)
            if all(case.state is State.WAITING_TO_POST for case in self.cases):
                return
            # What is asked for has the focus now.
            self.key("check what is asked for", Qt.Key.Key_Space)
        raise AssertionError([case.note for case in self.cases])

    def retry(self) -> None:
        """Presses Retry at each bill: its page is open. Then Untwin looks by itself."""
        for case in self.cases:
            self.in_clio("press Retry")
            books = self.firm.by_realm[case.company or ""]
            number, made = case.doc_number or "", books.clock.now()
            posted = replace(TWIN, id=f"7{number}", number=number, date=INCOMING.date, created_at=made)
            books.documents[posted.id] = posted
        for realm in self.firm.by_realm:
            mine = [case.id for case in self.cases if case.company == realm]
            if mine:
                self.window.clerk.looking.look(realm, mine, [])
                self.rest()

    @property
    def cases(self) -> list[Case]:
        """All cases as they are stored."""
        return list(self.desk.cases.all())

    def _until(self, reached: Callable[[], bool]) -> None:
        for _ in range(200):
            if reached():
                return
            QTest.qWait(10)
        raise AssertionError("waited in vain")


def numbers(place: int, count: int) -> list[str]:
    """The numbers that fail in one client's Clio."""
    return [str(1000 * (place + 1) + 201 + n) for n in range(count)]


@contextmanager
def playing(folder: Path, errors: tuple[int, ...]) -> Iterator[Player]:
    """A window on that many clients, none of whose errors is known yet."""
    firm = Firm()
    office = make_office(folder, firm)
    office.desk.companies.remove(COMPANY.realm)
    for place, count in enumerate(errors):
        realm = str(9130000000000001 + place)
        documents = {f"9{n}": memo(int(n)) for n in numbers(place, count)}
        firm.by_realm[realm] = FakeBooks(documents, TickingClock(), customers=CUSTOMERS)
        office.desk.companies.put(replace(COMPANY, realm=realm, name=CLIENTS[place]))
    board = Board()
    window = build_window(office.desk, InlineJobs(), Opening(sample=True), board, board)
    window.show()
    window.activateWindow()
    QTest.qWait(30)
    try:
        yield Player(window, office.desk, board, firm, errors)
    finally:
        window.close()


def play(folder: Path, errors: tuple[int, ...]) -> Steps:
    """All the way; raises where it doesn't end with every bill posted."""
    with playing(folder, errors) as player:
        player.take_in()
        player.change()
        player.retry()
        ended = [case.state for case in player.cases]
        assert ended == [State.POSTED] * sum(errors), [case.note for case in player.cases]
        return player.steps
