"""What the actions of the first run do: the welcome, the tour, and the way to the sample firms' window."""

from collections import Counter
from typing import Protocol

from PySide6.QtCore import QObject

from untwin.domain.cases.case import Case, State
from untwin.domain.problems import NotAllowed
from untwin.domain.verdicts.verdict import Verdict
from untwin.domain.window.tour import Scene
from untwin.flows.desk import Desk
from untwin.ports.first_run import FirstRunOutside
from untwin.ports.machine import Jobs
from untwin.ui.acting.registry import Registry
from untwin.ui.comfort.help_sheet import HelpSheet
from untwin.ui.deeds.company_deeds import CompanyDeeds
from untwin.ui.desk.view import DeskView
from untwin.ui.first_run.tour import Tour
from untwin.ui.first_run.welcome_sheet import WelcomeSheet
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import Bridge
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.errands import Errands

_ALL = frozenset(State)
_LANE = "first run"


class NothingToTeach:
    """Honours `FirstRunOutside` where no window can be opened and nothing is taught."""

    teaches = False

    def open_sample(self) -> None:
        """Says how."""
        raise NotAllowed("The sample firms can't be opened from here.", "Start “untwin --sample”.")

    def lesson(self) -> str:
        """Nothing."""
        return ""

    def progress(self) -> str:
        """Nothing."""
        return ""

    def keep(self, progress: str) -> None:
        """Keeps nothing."""


class Inbox(Protocol):
    """What the tour needs of the desk's deeds."""

    @property
    def case(self) -> Case | None:
        """The chosen case."""

    def show_case(self, case_id: str) -> None:
        """Shows a case, whatever was filtered before."""


class FirstRunDeeds(QObject):
    """Honours `FirstRunContext`; `attend` is called once the window is whole."""

    def __init__(
        self, desk: Desk, jobs: Jobs, clerk: Clerk, look: tuple[DeskView, Errands], firms: CompanyDeeds
    ) -> None:
        super().__init__(clerk)
        self._desk, self._firms = desk, firms
        self._view, self._errands = look
        self._bridge = Bridge(jobs, self)
        self._outside: FirstRunOutside = NothingToTeach()
        self._inbox: Inbox | None = None
        self._tour: Tour | None = None

    def attend(self, outside: FirstRunOutside, registry: Registry, inbox: Inbox) -> None:
        """Takes its part in a window; the tour begins by itself where there is something to learn on."""
        self._outside, self._inbox = outside, inbox
        self._view.coach.wanted.connect(registry.run)
        if outside.teaches:
            self._tour = Tour(self._view.coach, outside, self._scene, lambda name: _key(registry, name), self)
            registry.ran.connect(self._tour.ran)

    def greet(self) -> None:
        """Opens the welcome where nothing is here yet and nobody was told; goes on with the tour."""
        if self._tour is not None:
            self._tour.begin_by_itself()
        elif self._view.ground.sheet is None and self._desk.first_run.wanted():
            self._desk.first_run.shown()
            self.welcome()

    @property
    def teaches(self) -> bool:
        """Whether this window can run the tour."""
        return self._outside.teaches

    @property
    def touring(self) -> bool:
        """Whether the tour is under way."""
        return self._tour is not None and self._tour.running

    @property
    def tour_step(self) -> str:
        """The id of its step; empty where it isn't under way."""
        return self._tour.step if self._tour else ""

    # --- the welcome ------------------------------------------------------------------------------------------

    def welcome(self) -> None:
        """Opens the welcome."""
        self._view.ground.open(WelcomeSheet())

    def page_back(self) -> None:
        """The page before."""
        sheet = self._view.ground.sheet
        if isinstance(sheet, WelcomeSheet):
            sheet.back()

    def connect_company(self) -> None:
        """Opens the connect sheet."""
        self._firms.connect_new()

    def read_on(self) -> None:
        """Opens the help page about connecting."""
        self._view.ground.open(HelpSheet("connecting"))

    # --- the tour ---------------------------------------------------------------------------------------------

    def tour(self) -> None:
        """Begins the tour here, or opens the window where it is."""
        if self._tour is not None:
            self._view.ground.close_sheet()
            self._tour.begin()
            return
        self._errands.say(tr("The sample firms open in a window of their own; that takes some seconds."))
        self._bridge.run(_LANE, self._outside.open_sample, self._opened, self._failed)

    def _opened(self, _nothing: object) -> None:
        if isinstance(self._view.ground.sheet, WelcomeSheet):
            self._view.ground.close_sheet()

    def skip(self) -> None:
        """Leaves the step out that is shown."""
        if self._tour is not None:
            self._tour.skip()

    def leave(self) -> None:
        """Leaves the tour."""
        if self._tour is not None:
            self._tour.leave()
            self._errands.say(tr("The tour can be taken up at any time: Ctrl+K, then type “tour”."))

    def copy_lesson(self) -> None:
        """Puts the errors to learn on into the clipboard."""
        self._bridge.run(_LANE, self._outside.lesson, self._copied, self._failed)

    def choose_lesson(self) -> None:
        """Chooses a case whose number can be changed without a question."""
        self._bridge.run(_LANE, self._easy, self._choose, self._failed)

    def _copied(self, text: str) -> None:
        self._errands.clipboard.write(text)
        lines = len(text.splitlines()) - 1
        self._errands.say(tr("{} errors are in the clipboard, as if you had copied them from Clio.").format(lines))

    def _easy(self) -> str:
        for case in self._desk.cases.in_states({State.NEEDS_DECISION}):
            unrelated = case.judgement is not None and case.judgement.verdict is Verdict.UNRELATED
            if unrelated and not self._desk.renumber.plan({case.id: {}}).flags:
                return case.id
        return ""

    def _choose(self, case_id: str) -> None:
        if case_id and self._inbox is not None:
            self._inbox.show_case(case_id)
        else:
            self._errands.say(tr("There is no such case left. F3 skips this step."))

    def _scene(self) -> Scene:
        states: Counter[State] = Counter()
        unbound = 0
        for tally in self._desk.cases.tallies(_ALL).states:
            states[tally.state] += tally.cases
            unbound += tally.cases if tally.company is None else 0
        case = self._inbox.case if self._inbox else None
        sheet = self._view.ground.sheet
        name, typed = type(sheet).__name__ if sheet else "", self._view.tabs.filter.text()
        return Scene(states, unbound, case.id if case else "", name, typed)

    def _failed(self, problem: Exception) -> None:
        self._errands.say(problem_words(problem))


def _key(registry: Registry, action_id: str) -> str:
    keys = registry.get(action_id).shown_keys
    return keys[0] if keys else registry.get(action_id).title
