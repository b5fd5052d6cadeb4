"""Binds cases to the company that somebody chose, off the window's thread, then looks them up there."""

from collections.abc import Callable, Iterable, Sequence

from untwin.domain.cases.case import Case
from untwin.flows.arriving.bind import Bound
from untwin.flows.desk import Desk
from untwin.ui.kit.words import Said, desk_words, tr
from untwin.ui.work.changing import Run


class Binding:
    """The way to it; `say` shows a toast, `look_up` looks up what can be looked up."""

    def __init__(
        self, desk: Desk, run: Run, say: Callable[[Said], None], look_up: Callable[[Iterable[Case]], None]
    ) -> None:
        self._desk, self._run, self._say, self._look_up = desk, run, say, look_up

    def __call__(self, cases: Sequence[Case], realm: str, then: Callable[[Bound], None] | None = None) -> None:
        """Binds them; `then` hears what came of it."""
        ids = tuple(case.id for case in cases)

        def bound(what: Bound) -> None:
            self._bound(what)
            if then is not None:
                then(what)

        self._run("store", lambda: self._desk.bind(ids, realm, self._desk.who), bound, None, busy=ids)

    def _bound(self, bound: Bound) -> None:
        if len(bound.joined) == 1:
            self._say(Said(tr("This error was known there already; it joined its case.")))
        elif bound.joined:
            self._say(Said(tr("{} errors were known there already; each joined its case.").format(len(bound.joined))))
        for problem in list(bound.problems.values())[:1]:
            self._say(Said(desk_words(problem)))
        self._look_up(bound.cases.values())
