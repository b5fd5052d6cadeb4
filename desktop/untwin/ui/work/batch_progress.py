"""How far a batch is: the stage of each of its rows, heard from the lanes and counted in the window's thread."""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Change
from untwin.domain.changes.run import Run, RunRow
from untwin.flows.changing.going import Stage
from untwin.ui.kit.words import tr

Key = tuple[str, str, str]  # company, type and id of a document
_OVER = (Stage.PROVED, Stage.SET_ASIDE, Stage.NEEDS_A_LOOK)


class BatchProgress:
    """One batch that is under way. Its lanes call `hear` and `wanted`; everything else is the window's."""

    def __init__(self, run: Run, stages: Mapping[Key, Stage]) -> None:
        self.run = run
        self.stages: dict[Key, Stage] = dict(stages)
        self.pausing = False
        self._counts = Counter(self.stages.values())
        self._heard: deque[tuple[Key, Stage]] = deque()

    # --- called in the lanes --------------------------------------------------------------------------------------

    def hear(self, row: RunRow, stage: Stage) -> None:
        """A row has reached a stage. Nothing but a note: a thousand rows must not hold the window up."""
        self._heard.append((row.key, stage))

    def wanted(self) -> bool:
        """Whether the next row may be begun."""
        return not self.pausing

    # --- called in the window -------------------------------------------------------------------------------------

    def drain(self) -> set[Key]:
        """Takes in what was heard; the rows that moved."""
        moved = set()
        while self._heard:
            key, stage = self._heard.popleft()
            if key in self.stages:
                self._counts[self.stages[key]] -= 1
            self.stages[key] = stage
            self._counts[stage] += 1
            moved.add(key)
        return moved

    def count(self, stage: Stage) -> int:
        """How many rows are at a stage now."""
        return self._counts[stage]

    @property
    def over(self) -> int:
        """How many rows have come to an end, whatever it was."""
        return sum(self._counts[stage] for stage in _OVER)

    @property
    def words(self) -> str:
        """How far it is: `23 of 40 proved, 1 set aside`."""
        proved, aside = self.count(Stage.PROVED), self.count(Stage.SET_ASIDE)
        return counts_words(proved, len(self.run.rows), aside, self.count(Stage.NEEDS_A_LOOK))


def counts_words(proved: int, of: int, aside: int, looks: int) -> str:
    """`23 of 40 proved, 1 set aside`; renumbered is not posted, and what isn't proved isn't counted as done."""
    said = [tr("{} of {} proved").format(proved, of)]
    said += [tr("{} set aside").format(aside)] if aside else []
    said += [tr("1 needs a look") if looks == 1 else tr("{} need a look").format(looks)] if looks else []
    return ", ".join(said)


def stages_of(run: Run, cases: Iterable[Case], changes: Sequence[Change]) -> dict[Key, Stage]:
    """The stage of each row of a batch, by the record; a row that waits for its turn, or for another one, has none."""
    by_key = {_key(change): change for change in changes if change.intent.run == run.id}
    planned = {case.id for case in cases if case.state in (State.PLANNED, State.SAVING)}
    stages: dict[Key, Stage] = {}
    for row in run.rows:
        change = by_key.get(row.key)
        if change is not None and not (change.not_done and row.case_id in planned):
            stages[row.key] = _stage(change)
        elif run.state.over or row.case_id not in planned:
            stages[row.key] = Stage.SET_ASIDE
    return stages


def _stage(change: Change) -> Stage:
    if change.done:
        return Stage.PROVED
    return Stage.SET_ASIDE if change.settled else Stage.NEEDS_A_LOOK


def _key(change: Change) -> Key:
    return change.intent.company, change.intent.order.entity, change.intent.order.id
