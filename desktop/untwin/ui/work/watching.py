"""When to look whether waiting documents have posted: soon first, then ever later, until the watch ends."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.flows.posting.watch import look_times
from untwin.ui.kit.words import tr

_TICK_MS = 1000
_TOGETHER = 1.0  # seconds: looks that are due so shortly after another one go with it
_AGAIN = 60.0  # seconds after which a look that failed is tried again; twice as many each further time
_AGAIN_AT_MOST = 960.0
_PUT_BACK = 5.0  # seconds; less is a clock that is set right now and then


class Watched(Protocol):
    """What its watch must know of a case that waits to post."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def company(self) -> str | None:
        """The realm it is bound to."""

    @property
    def source(self) -> str | None:
        """The app that sends it again."""

    @property
    def watch_began(self) -> datetime | None:
        """When Retry was pressed last."""

    @property
    def please_confirm(self) -> bool:
        """Something was found that may be it."""

    @property
    def not_seen_yet(self) -> bool:
        """Its watch has come to its end."""


@dataclass(slots=True)
class _Watch:
    """One case that is watched: its company, when its watch began, and the looks that are still to come.

    `pressed` is when Retry was pressed, as the case has it; `latest` how many seconds of the watch have passed.
    """

    company: str
    began: datetime
    left: list[float]
    pressed: datetime | None
    latest: float = 0.0
    trouble: str = ""
    failures: int = 0


class Watching(QObject):
    """Follows every waiting case, those of an earlier run too; it goes by the clock, so that sleep ends no watch.

    A clock that is put back takes nothing of what has passed away, else nothing would be looked at until it is as late
    again.

    Signals:
        look_due: a company's id, the ids of all its cases that are watched, and of those whose watch ends with it.
        ticked: another second has passed.
    """

    look_due = Signal(str, object, object)
    ticked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._watches: dict[str, _Watch] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def follow(self, cases: Iterable[Watched], companies: Mapping[str, Company]) -> None:
        """Watches what waits now, and nothing else; where Retry was pressed anew the watch begins anew."""
        waiting = {c.id: c for c in cases if not c.not_seen_yet and c.company in companies}
        self._watches = {k: w for k, w in self._watches.items() if k in waiting and not _renewed(w, waiting[k])}
        for key in waiting.keys() - self._watches.keys():
            self._begin(waiting[key], companies)
        if self._watches and not self._timer.isActive():
            self._timer.start()
        elif not self._watches:
            self._timer.stop()

    def failed(self, case_ids: Iterable[str], sentence: str) -> None:
        """A look came to nothing, since QuickBooks couldn't be read: it is made up for a little later."""
        for watch in (self._watches[i] for i in case_ids if i in self._watches):
            watch.trouble = sentence
            again = self._passed(watch) + min(_AGAIN * 2**watch.failures, _AGAIN_AT_MOST)
            watch.failures += 1
            watch.left = sorted({again, *(at for at in watch.left if at > again)})

    def looked(self, case_ids: Iterable[str]) -> None:
        """QuickBooks was read again."""
        for watch in (self._watches[i] for i in case_ids if i in self._watches):
            watch.trouble, watch.failures = "", 0

    def countdown(self, case: Case) -> str:
        """When the next look is, in words."""
        watch = self._watches.get(case.id)
        if watch is None or not watch.left:
            return tr("Untwin has stopped looking by itself. Press v to look now.")
        seconds = max(0, round(watch.left[0] - self._passed(watch)))
        words = tr("Untwin looks again in {} min.") if seconds >= 100 else tr("Untwin looks again in {} s.")
        said = words.format(round(seconds / 60) if seconds >= 100 else seconds)
        return f"{watch.trouble} {said}" if watch.trouble else said

    def tick(self) -> None:
        """Asks for every look that is due: of a company at once, with all of its cases that are watched."""
        for realm in dict.fromkeys(w.company for w in self._watches.values() if self._due(w, 0.0)):
            mine = {key: watch for key, watch in self._watches.items() if watch.company == realm}
            last = []
            for key, watch in mine.items():
                if due := self._due(watch, _TOGETHER):
                    watch.left = watch.left[len(due) :]
                    last += [] if watch.left else [key]
            self.look_due.emit(realm, tuple(mine), frozenset(last))
        self.ticked.emit()

    def _due(self, watch: _Watch, ahead: float) -> list[float]:
        passed = self._passed(watch) + ahead
        return [at for at in watch.left if at <= passed]

    def _passed(self, watch: _Watch) -> float:
        now = self._now()
        passed = (now - watch.began).total_seconds()
        if passed < watch.latest - _PUT_BACK:
            watch.began, passed = now - timedelta(seconds=watch.latest), watch.latest
        watch.latest = max(watch.latest, passed)
        return passed

    def _begin(self, case: Watched, companies: Mapping[str, Company]) -> None:
        company = companies[case.company or ""]
        binding = company.binding(case.source)
        times = look_times(binding.cycle_seconds if binding else company.profile(case.source).cycle_seconds)
        now = self._now()
        # A beginning that is still to come was written before the clock was put back.
        watch = _Watch(case.company or "", min(case.watch_began or now, now), list(times), case.watch_began)
        if case.please_confirm and len(self._due(watch, 0.0)) == len(times):
            return  # its watch has ended; it waits for a person
        self._watches[case.id] = watch


def _renewed(watch: _Watch, case: Watched) -> bool:
    return case.watch_began != watch.pressed
