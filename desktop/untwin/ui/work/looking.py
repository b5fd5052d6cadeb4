"""Looks whether waiting documents have posted: a company's in one job; and takes a person's word on it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from untwin.domain.cases.case import Case
from untwin.domain.problems import NotAllowed
from untwin.domain.verdicts.posting import Outcome
from untwin.flows.desk import Desk
from untwin.flows.posting.watch import Watched
from untwin.ui.inbox.news import News
from untwin.ui.kit.words import Said, desk_words, log_problem
from untwin.ui.lanes.bridge import Bridge, Failed, Then

_Look = tuple[frozenset[str], frozenset[str]]
_NOTHING: _Look = (frozenset(), frozenset())


class Looking(QObject):
    """The looks that nobody asked for, and those that somebody did.

    Signals:
        changed: the store has something new to show.
        said: a sentence for a toast.
        looked: ids of cases that were looked for.
        failed: ids of cases for which QuickBooks couldn't be read, and why in a sentence.
    """

    changed = Signal()
    said = Signal(object)
    looked = Signal(object)
    failed = Signal(object, str)

    def __init__(self, desk: Desk, bridge: Bridge, news: News, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._news = desk, bridge, news
        self._next: dict[str, _Look] = {}
        """By company under way: what is to be looked for once it is through."""
        self._known: dict[str, str] = {}
        """What was told of a case last: the next look says the same, and nobody needs to hear it twice."""

    def look(self, realm: str, case_ids: Iterable[str], last_looks: Iterable[str]) -> None:
        """Looks for cases of one company without being asked: it is silent until there is news."""
        ids, last = frozenset(case_ids), frozenset(last_looks)
        if realm in self._next:
            waits, ends = self._next[realm]
            self._next[realm] = waits | ids, ends | last
            return
        self._next[realm] = _NOTHING

        def done(watched: object) -> None:
            assert isinstance(watched, Watched)  # noqa: S101 - the job returns nothing else
            self._told(watched)
            self._go_on(realm)

        def gone_wrong(problem: Exception) -> None:
            log_problem(problem)
            self.failed.emit(ids, desk_words(problem))
            self._go_on(realm)

        # In the order of their ids, so that two which are alike are always told apart in the same way.
        ordered = sorted(ids, key=lambda key: (len(key), key))
        self._bridge.run(f"company {realm}", lambda: self._desk.watch.all(ordered, last_looks=last), done, gone_wrong)

    def look_now(self, case: Case) -> None:
        """Looks for one case, since a person asked, and says what came of it."""

        def done(seen: object) -> None:
            assert isinstance(seen, Case)  # noqa: S101 - the job returns nothing else
            self.changed.emit()
            self.looked.emit((seen.id,))
            self.said.emit(Said(seen.note))

        self._bridge.run(f"company {case.company}", lambda: self._desk.watch(case.id), done, self._say)

    def confirm(self, case: Case, new_name: str, done: Then, failed: Failed) -> None:
        """A person says that what was found is the waiting document."""

        def work() -> Case:
            who = self._desk.person.put(new_name) if new_name else self._desk.who
            return self._desk.confirm_posting(case.id, who)

        def confirmed(posted: object) -> None:
            self.changed.emit()
            done(posted)

        self._bridge.run("store", work, confirmed, failed)

    def rule_out(self, case: Case) -> None:
        """A person says that it is another one."""

        def done(still: object) -> None:
            assert isinstance(still, Case)  # noqa: S101 - the job returns nothing else
            self.changed.emit()
            self.said.emit(Said(still.note))

        self._bridge.run("store", lambda: self._desk.confirm_posting.rule_out(case.id, self._desk.who), done, self._say)

    def _say(self, problem: Exception) -> None:
        log_problem(problem)
        self.said.emit(Said(desk_words(problem)))

    def _go_on(self, realm: str) -> None:
        ids, last = self._next.pop(realm, _NOTHING)
        if ids:
            self.look(realm, ids, last)

    def _told(self, watched: Watched) -> None:
        self.changed.emit()
        self.looked.emit(tuple(watched.cases))
        for seen in watched.cases.values():
            news = seen.not_seen_yet or (seen.posting and seen.posting.outcome is not Outcome.NOT_SEEN)
            if news and self._known.get(seen.id) != seen.note:
                self._known[seen.id] = seen.note
                self._news.tell(seen)
        # What moved on meanwhile needs no look any more; what couldn't be read does.
        lost = {i: problem for i, problem in watched.problems.items() if not isinstance(problem, NotAllowed)}
        for problem in dict.fromkeys(lost.values()):
            log_problem(problem)
            self.failed.emit(tuple(i for i, each in lost.items() if each is problem), desk_words(problem))
