"""What is chosen on the map and what is in sight, without a widget: lanes, the cursor, zoom, and where to go next."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice

from untwin.domain.books.documents import fold_number
from untwin.domain.company.house_rules import parts_of
from untwin.domain.number_map.finds import next_find
from untwin.domain.number_map.lanes import Block, Find, Lane, NumberMap
from untwin.ui.map.scale import Scale

_STEPS = 80  # steps from one edge to the other, when a step is longer than a figure
_SEEN = 8  # pixels that something must take to be seen
_ROOM = 40  # further figures around a single one that is gone to
_MOST = 500  # documents that are listed at once


@dataclass(frozen=True, slots=True)
class Under:
    """What the cursor stands on: a lane, and the figures that its step covers."""

    block: Block
    lane: Lane
    first: int
    last: int

    @property
    def places(self) -> range:
        """The places of the lane's documents there."""
        return _places(self.lane, self.first, self.last)

    @property
    def documents(self) -> tuple[tuple[str, str], ...]:
        """Type and id of the documents there, at most so many as one can look through.

        Of one number all that use it, whatever their type; an app's lane shows who uses the numbers that it wants.
        """
        every = self.first == self.last or self.lane.source
        lanes = [lane for lane in self.block.lanes if not lane.source] if every else [self.lane]
        there = ((lane.entity(p), lane.ids[p]) for lane in lanes for p in _places(lane, self.first, self.last))
        return tuple(islice(there, _MOST))

    @property
    def count(self) -> int:
        """How many documents of its lane are there."""
        return sum(bool(self.lane.ids[place]) for place in self.places)


class MapState:
    """One map. Each block has a scale and a cursor of its own, since its figures are its own."""

    def __init__(self, drawn: NumberMap, width: int = 800) -> None:
        self.drawn = drawn
        self.rows = tuple((b, lane) for b, block in enumerate(drawn.blocks) for lane in range(len(block.lanes)))
        self.row = 0
        self.scales = [Scale(width=width) for _ in drawn.blocks]
        self.cursors = [block.lanes[0].growing.last for block in drawn.blocks]
        for place in range(len(drawn.blocks)):
            self.fit(place)

    # --- what is chosen ---------------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """The place of the chosen lane's block."""
        return self.rows[self.row][0]

    @property
    def block(self) -> Block:
        """The block of the chosen lane."""
        return self.drawn.blocks[self.place]

    @property
    def lane(self) -> Lane:
        """The chosen lane."""
        return self.block.lanes[self.rows[self.row][1]]

    @property
    def scale(self) -> Scale:
        """How its block is shown."""
        return self.scales[self.place]

    @property
    def cursor(self) -> int:
        """The figure under the cursor: the first that its step covers."""
        return self.cursors[self.place]

    @property
    def step(self) -> int:
        """How many figures one step of the cursor covers: one as soon as single documents can be seen."""
        return step_of(self.scale)

    @property
    def under(self) -> Under:
        """What the cursor stands on."""
        return Under(self.block, self.lane, self.cursor, self.cursor + self.step - 1)

    # --- moving -----------------------------------------------------------------------------------------------

    def move_lane(self, step: int) -> None:
        """Chooses the lane that many further down; the ends hold."""
        self.row = min(max(self.row + step, 0), len(self.rows) - 1)

    def choose_lane(self, block: int, lane: int) -> None:
        """Chooses a lane."""
        self.row = self.rows.index((block, lane))

    def move(self, steps: int) -> None:
        """Moves the cursor by steps."""
        self.put(self.cursor + steps * self.step)

    def put(self, figure: int) -> None:
        """Puts the cursor on a figure, and the figure in sight."""
        self.cursors[self.place] = max(figure, 0)
        self.scales[self.place] = self.scale.showing(self.cursor)

    def to_end(self, *, last: bool) -> None:
        """Goes to the first or the last document of the lane."""
        self.put(self.lane.figures[-1 if last else 0])

    def zoom(self, steps: int, about: float | None = None) -> None:
        """Closer or further away, about the cursor or another figure."""
        self.scales[self.place] = self.scale.zoomed(steps, self.cursor + 0.5 if about is None else about)

    def pan(self, pixels: float, place: int | None = None) -> None:
        """Moves what is in sight; the cursor stays where it is."""
        place = self.place if place is None else place
        self.scales[place] = self.scales[place].panned(pixels)

    def fit(self, place: int | None = None) -> None:
        """Shows what is alive in a block: its growing stretches, what waits, and what they meet."""
        place = self.place if place is None else place
        first, last = _alive(self.drawn.blocks[place])
        self.scales[place] = self.scales[place].fitting(first, last)

    def whole(self) -> None:
        """Shows all figures of the block; once more, what is alive in it."""
        ends = [(lane.figures[0], lane.figures[-1]) for lane in self.block.lanes]
        fitted = self.scale.fitting(min(e[0] for e in ends), max(e[1] for e in ends))
        if fitted == self.scale:
            self.fit()
        else:
            self.scales[self.place] = fitted

    def resize(self, width: int) -> None:
        """Another width; what was in sight is shown in it."""
        for place, scale in enumerate(self.scales):
            wider = scale.with_width(width)
            # Zoomed by nobody yet, or not: what was in the middle stays there.
            middle = (scale.left + scale.right) / 2
            self.scales[place] = wider.panned(0) if scale.width == width else _about(wider, middle)

    def find(self, step: int) -> Find | None:
        """Goes to the next thing worth a look, or the one before; into another block where this one has no more."""
        place, figure = self.place, self.cursor
        while 0 <= place < len(self.drawn.blocks):
            block = self.drawn.blocks[place]
            found = next_find(block, figure, step)
            if found is not None:
                self._show(place, found)
                return found
            place += step
            figure = -1 if step > 0 else 10**19
        return None

    def _show(self, place: int, find: Find) -> None:
        block = self.drawn.blocks[place]
        if place != self.place:
            self.choose_lane(place, 0)
        if find.lanes:
            keys = [lane.key for lane in block.lanes]
            self.choose_lane(place, keys.index(find.lanes[0]))
        scale = self.scale
        if (find.last - find.first + 1) * scale.pixels < _SEEN:
            self.scales[place] = scale.fitting(find.first - _ROOM, find.last + _ROOM)
        self.put(find.first)

    def go_to(self, number: str) -> bool:
        """Goes to a number, as a person typed it: in the chosen block's kind of numbers, or in the one it has."""
        parts = parts_of(number)
        if parts is None:
            return False
        prefix, figure = fold_number(parts[0]), int(parts[1])
        fitting = [p for p, b in enumerate(self.drawn.blocks) if fold_number(b.prefix) == prefix]
        if not fitting:
            return False
        place = self.place if self.place in fitting else fitting[0]
        lanes = self.drawn.blocks[place].lanes
        holding = [n for n, lane in enumerate(lanes) if _has(lane, figure)]
        if place != self.place or (holding and self.rows[self.row][1] not in holding):
            self.choose_lane(place, holding[0] if holding else 0)
        if self.scale.pixels < _SEEN:
            self.scales[place] = self.scale.fitting(figure - _ROOM, figure + _ROOM)
        self.put(figure)
        return True


def step_of(scale: Scale) -> int:
    """How many figures one step covers."""
    return 1 if scale.pixels >= _SEEN / 2 else max(round(scale.width / scale.pixels / _STEPS), 1)


def _about(scale: Scale, middle: float) -> Scale:
    return Scale(middle - scale.width / scale.pixels / 2, scale.level, scale.width)


def _places(lane: Lane, first: int, last: int) -> range:
    return range(bisect_left(lane.figures, first), bisect_right(lane.figures, last))


def _has(lane: Lane, figure: int) -> bool:
    place = bisect_left(lane.figures, figure)
    return place < len(lane.figures) and lane.figures[place] == figure


def _alive(block: Block) -> tuple[int, int]:
    """The largest series where it grows, what lies near it, and what it will meet; strays far off are left out."""
    main = max((lane.growing for lane in block.lanes), key=lambda each: each.documents)
    first, last = main.first, main.last
    near = max(last - first, _ROOM)
    for lane in block.lanes:
        for each in lane.stretches:
            if each.first <= main.last + near and each.last >= main.first - near:
                first, last = min(first, each.first), max(last, each.last)
    ahead = [each.at for each in block.forecasts if each.at <= main.last + near]
    return first, max([last, *ahead])
