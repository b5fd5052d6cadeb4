"""Walks through what is worth a look in a block of the number map: the next one from a figure on, and all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from untwin.domain.number_map.lanes import Block, Find, Sign


def next_find(block: Block, figure: int, step: int) -> Find | None:
    """The nearest thing that begins behind (step 1) or before (step -1) a figure; what presses most comes first."""
    near = [find for each in _rows(block) if (find := _nearest(each, figure, step)) is not None]
    if not near:
        return None
    return min(near, key=lambda find: (find.first * step, _ORDER.index(find.sign)))


def finds_of(block: Block, most: int) -> tuple[Find, ...]:
    """What is worth a look, of each kind at most so many, in the order of how much it presses."""
    return tuple(find for each in _rows(block) for find in islice(each, most))


def finds_at(block: Block, first: int, last: int, most: int = 2) -> tuple[Find, ...]:
    """What is worth a look at some figures, what presses most first; gaps are left out, since many come together."""
    found = []
    for row in _rows(block):
        if row.sign is Sign.OVERLAP:
            found += [each for each in block.overlaps if each.first <= last and first <= each.last]
        elif row.sign is not Sign.GAP:
            begin = bisect_left(row.firsts, first)
            found += [row[place] for place in range(begin, min(bisect_right(row.firsts, last), begin + most))]
    return tuple(found[:most])


_ORDER = (Sign.CLASH, Sign.MEETING, Sign.TWICE, Sign.OVERLAP, Sign.GAP)


class _Row(Sequence[Find]):
    """Things of one kind, made when they are asked for: there may be many thousand gaps."""

    def __init__(self, block: Block, sign: Sign, firsts: Sequence[int]) -> None:
        self._block, self.sign, self.firsts = block, sign, firsts

    def __len__(self) -> int:
        return len(self.firsts)

    def __getitem__(self, place: int) -> Find:  # type: ignore[override]
        block = self._block
        if self.sign is Sign.GAP:
            first, last = block.gaps[place]
            return Find(Sign.GAP, first, last)
        if self.sign is Sign.OVERLAP:
            return block.overlaps[place]
        figure = self.firsts[place]
        if self.sign is Sign.TWICE:
            return Find(Sign.TWICE, figure, figure, documents=_documents(block, figure))
        if self.sign is Sign.CLASH:
            return Find(Sign.CLASH, figure, figure, tuple(_wanting(block, figure)))
        forecast = sorted(block.forecasts, key=lambda each: each.at)[place]
        return Find(Sign.MEETING, forecast.at, forecast.at, (forecast.lane,))


def _rows(block: Block) -> Iterator[_Row]:
    meetings = sorted(each.at for each in block.forecasts)
    yield _Row(block, Sign.CLASH, block.clashes)
    yield _Row(block, Sign.MEETING, meetings)
    yield _Row(block, Sign.TWICE, block.twice)
    yield _Row(block, Sign.OVERLAP, [each.first for each in block.overlaps])
    yield _Row(block, Sign.GAP, _Firsts(block))


class _Firsts(Sequence[int]):
    """The first figures of the gaps, without a copy of them."""

    def __init__(self, block: Block) -> None:
        self._gaps = block.gaps

    def __len__(self) -> int:
        return len(self._gaps)

    def __getitem__(self, place: int) -> int:  # type: ignore[override]
        return self._gaps[place][0]


def _nearest(row: _Row, figure: int, step: int) -> Find | None:
    place = bisect_right(row.firsts, figure) if step > 0 else bisect_left(row.firsts, figure) - 1
    return row[place] if 0 <= place < len(row) else None


def _documents(block: Block, figure: int) -> int:
    spans = (
        (bisect_left(lane.figures, figure), bisect_right(lane.figures, figure))
        for lane in block.lanes
        if not lane.source
    )
    return sum(end - begin for begin, end in spans)


def _wanting(block: Block, figure: int) -> Iterator[str]:
    for lane in block.lanes:
        begin, end = bisect_left(lane.figures, figure), bisect_right(lane.figures, figure)
        if lane.source and any(not lane.ids[place] for place in range(begin, end)):
            yield lane.source
