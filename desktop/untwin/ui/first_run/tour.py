"""The tour in a window: looks what was really done, and shows the next step of it."""

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from untwin.domain.inbox.clients import OPEN
from untwin.domain.problems import Problem
from untwin.domain.window.tour import BY_ID, STEPS, Scene, Step, left_out, step_now
from untwin.ports.first_run import FirstRunOutside
from untwin.ui.first_run.coach import CoachStrip
from untwin.ui.kit.words import log_problem, tr

_LOOKS_MS = 250
_OFFERS = {
    "tour_copy": "Copy the errors",
    "tour_choose": "Choose one for me",
    "bind_company": "Ask me whose they are",
}
_END = "That was the whole road with its keys. For your own books start Untwin without --sample and connect a company."


class Tour(QObject):
    """Runs while its strip is shown. `look` tells what stands on the desk, `key` the key of an action."""

    def __init__(
        self,
        strip: CoachStrip,
        outside: FirstRunOutside,
        look: Callable[[], Scene],
        key: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._strip, self._outside, self._look, self._key = strip, outside, look, key
        self._done: set[str] = set()
        self._left = False
        self._step: Step | None = None
        self._start, self._ran = Scene(), set[str]()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_MS)
        self._timer.timeout.connect(self.look_again)
        self._read()

    @property
    def running(self) -> bool:
        """Whether it is shown."""
        return self._timer.isActive()

    @property
    def step(self) -> str:
        """The id of the step that is shown; empty at the end and where it isn't running."""
        return self._step.id if self._step and self.running else ""

    def begin_by_itself(self) -> None:
        """Begins, or goes on, where nobody has left it and it isn't over."""
        if not self._left and len(self._done) < len(STEPS):
            self.begin()

    def begin(self) -> None:
        """Begins, goes on where it was left, or begins anew where it was over."""
        if len(self._done) >= len(STEPS):
            self._done = set()
        self._left = False
        self._keep()
        self._timer.start()
        self.look_again()

    def leave(self) -> None:
        """Goes away; it can be taken up at any time."""
        self._left = True
        self._keep()
        self._timer.stop()
        self._strip.hide()

    def skip(self) -> None:
        """Leaves the step that is shown out."""
        if self._step is not None:
            self._tick_off(*left_out(self._step.id))
            self.look_again()

    def ran(self, action_id: str) -> None:
        """An action ran."""
        if self.running:
            self._ran.add(action_id)
            self.look_again()

    def look_again(self) -> None:
        """Looks whether the step is done, and shows the one that comes now."""
        scene = self._look()
        if self._step is not None and self._step.reached(self._start, scene, self._ran):
            self._tick_off(self._step.id)
        now = step_now(self._done, scene)
        if now is not self._step or now is None:
            self._step, self._start, self._ran = now, scene, set()
        self._show(scene)

    def _show(self, scene: Scene) -> None:
        if self._step is None:
            self._strip.show_end(tr(_END), None)
            return
        words = tr(self._step.words).format(self._key(self._step.action), left=scene.count(OPEN))
        place = tr("Tour  {} of {}").format(STEPS.index(self._step) + 1, len(STEPS))
        offer = "" if scene.sheet else self._step.offer
        self._strip.show_step(place, words, (offer, tr(_OFFERS[offer])) if offer else None)

    # --- what is kept -----------------------------------------------------------------------------------------

    def _tick_off(self, *step_ids: str) -> None:
        if not self._done.issuperset(step_ids):
            self._done.update(step_ids)
            self._keep()

    def _read(self) -> None:
        try:
            kept = json.loads(self._outside.progress() or "{}")
            self._done = _known(kept.get("done", ()))
            self._left = bool(kept.get("left"))
        except (ValueError, AttributeError, TypeError, Problem):
            # What is damaged begins anew: nobody's books depend on it.
            self._done, self._left = set(), False

    def _keep(self) -> None:
        try:
            self._outside.keep(json.dumps({"done": sorted(self._done), "left": self._left}))
        except Problem as problem:
            log_problem(problem)


def _known(names: Iterable[object]) -> set[str]:
    return {name for name in names if isinstance(name, str) and name in BY_ID}
