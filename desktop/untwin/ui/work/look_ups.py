"""Looks many cases up, a company's in one job: how far it is, how it is stopped, and what came of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.right_company import seem_elsewhere
from untwin.domain.problems import Cancelled
from untwin.flows.desk import Desk
from untwin.flows.looking.look_up import Looked, LookUp
from untwin.ports.machine import Leaving, Patience, S, T, Wanted, always
from untwin.ui.kit.words import Said, count_words, desk_words, log_problem, tr
from untwin.ui.lanes.bridge import Bridge
from untwin.ui.work.under_way import UnderWay

_UNFINISHED = frozenset({State.NEW, State.LOOKING})
_NO_REST = ""


@dataclass(eq=False)
class _Round:
    """What one paste brought; `left` are cases whose turn has not come, `open` the jobs that are not over.

    `elsewhere` counts those of which QuickBooks says that they belong to another company.
    """

    left: set[str]
    of: int
    open: int
    looked: int = 0
    elsewhere: int = 0
    stopped: bool = False
    problems: dict[str, Exception] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Waits as the flow's own patience does, and tells when QuickBooks wants a company left alone for a while."""

    patience: Patience
    tell: Callable[[float], None]

    def wait(self, work: Callable[[], T], seconds: float, leaving: Leaving = Leaving.DROP) -> T:
        """What `work` returns."""
        return self.patience.wait(work, seconds, leaving)

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        """Waits a while."""
        self.tell(seconds)
        self.patience.pause(seconds, wanted)
        self.tell(0.0)

    def each(self, work: Callable[[S], T], things: Sequence[S], width: int) -> tuple[T, ...]:
        """Does the same to several things."""
        return self.patience.each(work, things, width)


class LookUps(QObject):
    """Everything that is looked up many at a time.

    Signals:
        changed: the store has something new to show.
        said: a sentence for a toast.
        progressed: how far it is, in words; empty once nothing is looked up any more.
    """

    changed = Signal()
    said = Signal(object)
    progressed = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, under_way: UnderWay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._under_way = desk, bridge, under_way
        self._rounds: list[_Round] = []
        self._cancels: list[Callable[[], None]] = []
        self._rests: dict[str, str] = {}

    @property
    def running(self) -> bool:
        """Whether something is looked up now."""
        return bool(self._rounds)

    def rest(self, realm: str | None) -> str:
        """What the look-ups of a company wait for; empty where they go on."""
        until = self._rests.get(realm or "", _NO_REST)
        words = tr("QuickBooks wants this company left alone until {}; then Untwin goes on by itself. Ctrl+. stops it.")
        return words.format(until) if until else ""

    def start(self, cases: Iterable[Case]) -> None:
        """Looks cases up that can be looked up; each company's are one job in its lane."""
        by_company: dict[str, list[str]] = {}
        for case in cases:
            by_company.setdefault(case.company or "", []).append(case.id)
        if not by_company:
            return
        ids = {case_id for part in by_company.values() for case_id in part}
        begun = _Round(ids, len(ids), len(by_company))
        self._rounds.append(begun)
        self._under_way.hold(ids)
        self.changed.emit()
        self._tell()
        for realm, part in by_company.items():
            self._begin(begun, realm, part)

    def stop(self) -> None:
        """Stops all of them; what has been looked up stays."""
        for begun in self._rounds:
            begun.stopped = True
        for cancel in self._cancels:
            cancel()

    def _begin(self, begun: _Round, realm: str, ids: Sequence[str]) -> None:
        finished = self._bridge.carried(partial(self._finished, begun))
        resting = self._bridge.carried(partial(self._resting, realm))
        flow = replace(self._desk.look_up, patience=_Telling(self._desk.look_up.patience, resting))

        def work() -> Looked:
            return _look(flow, ids, finished)

        done = partial(self._done, begun, realm, ids)
        self._cancels.append(self._bridge.run(f"company {realm}", work, done, partial(self._broke_off, done)))

    def _finished(self, begun: _Round, ids: set[str]) -> None:
        """Some have had their turn: they are free although others of their job are not."""
        through = begun.left & ids
        begun.left -= through
        begun.looked += len(through)
        self._under_way.free(through)
        self.changed.emit()
        self._tell()

    def _resting(self, realm: str, seconds: float) -> None:
        until = self._desk.watch.clock.now().astimezone() + timedelta(seconds=seconds)
        self._rests[realm] = f"{until:%H:%M:%S}" if seconds else _NO_REST
        self._tell()

    def _broke_off(self, done: Callable[[Looked, Exception], None], problem: Exception) -> None:
        log_problem(problem)
        done(Looked(), problem)

    def _done(
        self, begun: _Round, realm: str, ids: Sequence[str], looked: Looked, problem: Exception | None = None
    ) -> None:
        """A company's job is over."""
        mine = begun.left & set(ids)
        begun.left -= mine
        begun.looked += len(mine & looked.cases.keys())
        begun.elsewhere += len(seem_elsewhere(looked.cases.values()))
        begun.problems |= dict(looked.problems)
        if problem is not None and not isinstance(problem, Cancelled):
            begun.problems |= dict.fromkeys(mine, problem)
        self._under_way.free(mine)
        self._rests.pop(realm, None)
        begun.open -= 1
        if not begun.open:
            self._rounds.remove(begun)
        if not self._rounds:
            self._cancels.clear()
        self.changed.emit()
        self._tell()
        if not begun.open:
            self._sum_up(begun)

    def _sum_up(self, begun: _Round) -> None:
        sentence = _summary(begun)
        if sentence:
            self.said.emit(Said(sentence))

    def _tell(self) -> None:
        self.progressed.emit(_progress(self._rounds, self._rests) if self._rounds else "")


def _look(flow: LookUp, ids: Sequence[str], finished: Callable[[set[str]], None]) -> Looked:
    """In the lane: looks them up, and says which are through whenever some are."""
    left = set(ids)

    def progress(_done: int, _of: int) -> None:
        through = {case_id for case_id in left if flow.cases.get(case_id).state not in _UNFINISHED}
        left.difference_update(through)
        finished(through)

    return flow.all(ids, progress)


def _progress(rounds: Sequence[_Round], rests: Mapping[str, str]) -> str:
    done, of = sum(r.looked for r in rounds), sum(r.of for r in rounds)
    words = tr("Looked up {} of {}").format(done, of)
    until = max(rests.values(), default=_NO_REST)
    return tr("{}; QuickBooks wants a rest until {}").format(words, until) if until else words


def _summary(begun: _Round) -> str:
    """What came of it, with honest counts; a single one that went well needs no words."""
    looked = count_words(begun.looked, tr("case looked up"), tr("cases looked up"))
    if begun.stopped and begun.looked < begun.of:
        return tr("Stopped: {}, {} left as they were.").format(looked, begun.of - begun.looked)
    why = list(dict.fromkeys(desk_words(problem) for problem in begun.problems.values()))
    if begun.of == 1:
        return why[0] if why else ""
    if not why:
        return f"{looked}. {_elsewhere(begun)}".strip()
    others = tr(" Each case says its own reason.") if len(why) > 1 else ""
    return tr("{}, {} failed: {}{}").format(looked, len(begun.problems), why[0], others)


def _elsewhere(begun: _Round) -> str:
    """A paste may mix two clients' errors: that is said where QuickBooks' answers tell it."""
    if not begun.elsewhere:
        return ""
    if begun.elsewhere == 1:
        return tr("1 of them may belong to another company: choose it, then Shift+C.")
    return tr("{} of them may belong to another company: select them, then Shift+C.").format(begun.elsewhere)
