"""The tour: three minutes on the sample firms' cases that teach the keys by using them, a step at a time."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from untwin.domain.cases.case import State
from untwin.domain.inbox.clients import OPEN


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands on the desk at one moment.

    Attributes:
        states: how many cases are in each state.
        unbound: how many of them belong to no company.
        chosen: the id of the chosen case.
        sheet: the kind of the open sheet, empty where none is open.
        typed: what the filter says.
    """

    states: Mapping[State, int] = field(default_factory=dict)
    unbound: int = 0
    chosen: str = ""
    sheet: str = ""
    typed: str = ""

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return sum(self.states.values())

    def count(self, states: Collection[State]) -> int:
        """How many cases are in some states."""
        return sum(count for state, count in self.states.items() if state in states)


# The scene when the step began, the scene now, and the actions that ran since.
Reached = Callable[[Scene, Scene, Collection[str]], bool]
Ready = Callable[[Scene], bool]


def _always(_scene: Scene) -> bool:
    return True


def _any_case(scene: Scene) -> bool:
    return bool(scene.cases)


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        action: the action whose key is to be pressed; its key stands for {} in `words`.
        reached: whether it was really done.
        ready: whether it can be done as things stand; else the step `before` comes first, once more.
        offer: the id of an action that a button offers to make it easy; empty for none.
    """

    id: str
    action: str
    words: str
    reached: Reached
    ready: Ready = _any_case
    before: str = "take_in"
    offer: str = ""


_WAITS = frozenset({State.RENUMBERED, State.WAITING_TO_POST})
_SAVED = _WAITS | {State.POSTED}
_DONE = frozenset({State.POSTED, State.ALREADY_IN_QUICKBOOKS})


def _ran(action: str) -> Reached:
    def reached(_start: Scene, _now: Scene, ran: Collection[str]) -> bool:
        return action in ran

    return reached


def _moved(action: str) -> Reached:
    def reached(start: Scene, now: Scene, ran: Collection[str]) -> bool:
        return action in ran and now.chosen != start.chosen

    return reached


def _more(states: Collection[State]) -> Reached:
    def reached(start: Scene, now: Scene, _ran: Collection[str]) -> bool:
        return now.count(states) > start.count(states)

    return reached


def _taken_in(_start: Scene, now: Scene, _ran: Collection[str]) -> bool:
    return now.cases > 0


def _bound(_start: Scene, now: Scene, _ran: Collection[str]) -> bool:
    return now.cases > 0 and now.unbound == 0


def _change_asked(_start: Scene, now: Scene, _ran: Collection[str]) -> bool:
    return now.sheet == "ChangeSheet"


def _taken_back(start: Scene, now: Scene, ran: Collection[str]) -> bool:
    return "undo" in ran and now.count((State.IGNORED,)) < start.count((State.IGNORED,))


def _retried(_start: Scene, now: Scene, ran: Collection[str]) -> bool:
    """Pressed; or somebody was quicker than the tour, and it has posted."""
    return "retry" in ran or (not now.count(_WAITS) and now.count(_DONE) > 0)


def _posted(_start: Scene, now: Scene, _ran: Collection[str]) -> bool:
    return now.count(_DONE) > 0


def _typed(start: Scene, now: Scene, _ran: Collection[str]) -> bool:
    return bool(now.typed) and now.typed != start.typed


def _to_zero(_start: Scene, now: Scene, _ran: Collection[str]) -> bool:
    return now.cases > 0 and now.count(OPEN) == 0


def _something_ready(scene: Scene) -> bool:
    return bool(scene.count((State.NEEDS_DECISION, State.NEW, State.LOOKING)))


def _sheet_open(scene: Scene) -> bool:
    return scene.sheet == "ChangeSheet" or bool(scene.count({State.PLANNED, State.SAVING}))


def _something_waits(scene: Scene) -> bool:
    return bool(scene.count(_WAITS))


def _something_aside(scene: Scene) -> bool:
    return bool(scene.count((State.IGNORED,)))


STEPS: tuple[Step, ...] = (
    Step(
        "take_in",
        "paste",
        "Errors come in by copying them where they stand. Copy the sample's with the button, then press {}.",
        _taken_in,
        _always,
        offer="tour_copy",
    ),
    Step(
        "company",
        "confirm",
        "Untwin must know whose errors these are: choose Harlow & Pike LLP with 1, then press {}.",
        _bound,
        offer="bind_company",
    ),
    Step("next", "next", "Each error is a case. Press {} for the next one; nothing happens to it.", _moved("next")),
    Step("previous", "previous", "Press {} for the one before.", _moved("previous")),
    Step("open", "open", "Press {} to go into the case: what waits stands beside what uses its number.", _ran("open")),
    Step("why", "reasons", "Press {} to see why. Untwin never guesses: what isn't known is said.", _ran("reasons")),
    Step(
        "renumber",
        "renumber",
        "Here an unrelated document has the number. Choose such a case, then press {} to see what would change.",
        _change_asked,
        _something_ready,
        offer="tour_choose",
    ),
    Step(
        "save",
        "confirm",
        "Only {} in this sheet writes to the books: one number, checked, saved, read again and proved.",
        _more(_SAVED),
        _sheet_open,
        "renumber",
    ),
    Step(
        "retry",
        "retry",
        "The number is free now. {} opens the app's page in your browser: press Retry there.",
        _retried,
        _something_waits,
        "renumber",
    ),
    Step(
        "verify",
        "verify",
        "Untwin watches by itself; {} looks now. The case is solved once its invoice is seen in QuickBooks.",
        _posted,
        _something_waits,
        "renumber",
    ),
    Step(
        "ignore",
        "ignore",
        "A case that is none is put aside: press {}, say why, and confirm.",
        _more((State.IGNORED,)),
        _something_ready,
    ),
    Step("undo", "undo", "Nothing local is final: {} takes that back.", _taken_back, _something_aside, "ignore"),
    Step("keys", "keys", "{} shows the keys of the place where you are; nobody has to learn them.", _ran("keys")),
    Step("palette", "palette", "{} finds everything that can be done, by a few letters.", _ran("palette")),
    Step("filter", "filter", "Press {} and type a name: the list shows what fits. Esc clears it.", _typed),
    Step(
        "zero",
        "next",
        "Now bring the rest to zero: {left} still open. The number keys take the options of the case, m confirms that "
        "a sale is in QuickBooks already, t has one sent again.",
        _to_zero,
    ),
)
BY_ID: Mapping[str, Step] = {step.id: step for step in STEPS}


def step_now(done: Collection[str], scene: Scene) -> Step | None:
    """The step to show: the first one not done, or what has to come before it once more; None at the end."""
    first = next((step for step in STEPS if step.id not in done), None)
    if first is None:
        return None
    return _ready_before(first, scene)


def left_out(step_id: str) -> set[str]:
    """The steps that go when one is skipped: those that can't be done without it, too."""
    gone = {step_id}
    for step in STEPS:
        if step.before in gone and step.before != "take_in":
            gone.add(step.id)
    return gone


def _ready_before(step: Step, scene: Scene) -> Step:
    if not scene.cases:
        return BY_ID["take_in"]
    if scene.unbound and step.id not in ("take_in", "company"):
        return BY_ID["company"]
    if step.ready(scene) or step.reached(scene, scene, ()):
        return step
    before = BY_ID[step.before]
    # With cases there, taking in again is no help: the step itself is shown, and can be skipped.
    return step if before.id == "take_in" else _ready_before(before, scene)
