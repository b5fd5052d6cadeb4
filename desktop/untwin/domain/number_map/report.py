"""The number map as a report and as tables: the same facts as the picture, for whoever prefers lists."""

from collections.abc import Iterator

from untwin.domain.number_map.finds import finds_of
from untwin.domain.number_map.lanes import NEVER_EVIDENCE, Block, Lane, NumberMap, Sign
from untwin.domain.number_map.words import (
    block_title,
    find_sentence,
    forecast_of,
    lane_sentence,
    lane_title,
    makers_words,
    map_sentence,
    pace_words,
    when_words,
)
from untwin.domain.reports.report import Column, Kind, Report, Section, Table

SERIES_TITLES = ("Series", "Numbers", "Documents", "Next", "A week", "Made", "Meets")
FIND_TITLES = ("What", "Numbers", "In words")
MOST_FINDS = 500  # things of each kind in one block that a table holds
_KINDS = (Kind.TEXT, Kind.TEXT, Kind.COUNT, Kind.NUMBER_TEXT, Kind.TEXT, Kind.TEXT, Kind.TEXT)
_SHARES = (3, 4, 1, 2, 2, 3, 4)
SIGN_WORDS = {
    Sign.CLASH: "Wanted and used",
    Sign.MEETING: "Will meet",
    Sign.TWICE: "Used twice",
    Sign.OVERLAP: "Overlap",
    Sign.GAP: "Not used",
}


def series_row(block: Block, lane: Lane) -> tuple[str, str, int, str, str, str, str]:
    """One series as a row under `SERIES_TITLES`."""
    now, forecast = lane.growing, forecast_of(block, lane)
    others = f" and {len(lane.stretches) - 1} more" if len(lane.stretches) > 1 else ""
    numbers = block.number(now.first)
    if now.last != now.first:
        numbers = f"{numbers} to {block.number(now.last)}"
    return (
        lane_title(lane),
        f"{numbers}{others}",
        len(lane.figures),
        block.number(lane.next) if lane.tells_next else "not known",
        pace_words(lane),
        makers_words(lane).removeprefix("maker "),
        f"{block.number(forecast.at)} {when_words(forecast)}" if forecast else "nothing known",
    )


def find_rows(block: Block, most: int = MOST_FINDS) -> tuple[tuple[str, str, str], ...]:
    """What is worth a look in a block as rows under `FIND_TITLES`."""
    return tuple(
        (
            SIGN_WORDS[find.sign],
            block.number(find.first)
            if find.first == find.last
            else f"{block.number(find.first)} to {block.number(find.last)}",
            find_sentence(block, find),
        )
        for find in finds_of(block, most)
    )


def map_report(drawn: NumberMap, company: str, about: tuple[tuple[str, str], ...]) -> Report:
    """The whole map of a company as a report."""
    sections = tuple(section for block in drawn.blocks for section in _sections(block))
    return Report("Number map", company, about, sections, (map_sentence(drawn), NEVER_EVIDENCE))


def _sections(block: Block) -> Iterator[Section]:
    columns = tuple(Column(*each) for each in zip(SERIES_TITLES, _KINDS, _SHARES, strict=True))
    rows = tuple((*series_row(block, lane), lane_sentence(block, lane)) for lane in block.lanes)
    in_words = Column("In words", Kind.TEXT, below=True)
    yield Section(block_title(block), table=Table((*columns, in_words), rows))
    finds = find_rows(block)
    if finds:
        shares = zip(FIND_TITLES, (2, 3, 8), strict=True)
        told = Table(tuple(Column(title, Kind.TEXT, share) for title, share in shares), finds)
        yield Section(f"Worth a look: {block_title(block)}", table=told)
