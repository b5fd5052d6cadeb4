"""Reads what a notification tells line by line, `Invoice: 1093`, as one row whose cells are named by their labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from untwin.domain.errors.columns import Holds
from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.header_words import header_words, meaning
from untwin.intake.tables.headers import named_columns

# Lines between two labels: a message that wraps, or an empty line.
GAP = 3


@dataclass(slots=True)
class _Block:
    """Labels with what stands behind them; `start` and `end` are the span of its lines in the text."""

    start: int
    end: int = 0
    labels: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    asked: set[frozenset[str]] = field(default_factory=set)


def labelled_grids(text: str, where: str, errors: Sequence[tuple[int, int, str | None]]) -> list[Grid]:
    """One table of one row for each block of labels that names a document.

    `errors` are the spans of the text's errors and the numbers that they name. The only error beside the only block
    belongs to it wherever it stands, any other error only from within; and none that names another number.
    """
    blocks = [block for block in _blocks(text) if _names_a_document(block)]
    if len(blocks) == len(errors) == 1:
        blocks[0].start, blocks[0].end = 0, len(text)
    return [Grid(tuple(block.labels), [_row(block)], where, loose=True) for block in _agreeing(blocks, errors)]


def _agreeing(blocks: list[_Block], errors: Sequence[tuple[int, int, str | None]]) -> Iterator[_Block]:
    """The blocks without those that hold an error of another number: of what they speak then isn't known."""
    at = 0
    for block in blocks:
        inside: list[str | None] = []
        while at < len(errors) and errors[at][0] < block.end:
            inside += [errors[at][2]] if errors[at][0] >= block.start else []
            at += 1
        if all(number in (None, _number(block)) for number in inside):
            yield block


def _row(block: _Block) -> GridRow:
    return GridRow(block.start, block.end, 0, tuple(block.values))


def upright(grid: Grid) -> Grid:
    """A page's table of two columns, labels and values, laid down: one row below a header; any other as it is."""
    pairs = [row.cells for row in grid.rows if len(row.cells) == 2]
    if grid.header or len(pairs) < 2 or len(pairs) * 2 < len(grid.rows):
        return grid
    block = _Block(grid.rows[0].start, grid.rows[-1].end)
    for label, value in pairs[:CELLS]:
        _put(block, label.strip().rstrip(":"), value)
    return Grid(tuple(block.labels), [_row(block)], grid.where) if _names_a_document(block) else grid


def _blocks(text: str) -> Iterator[_Block]:
    """Runs of labelled lines; a label that was there already begins the next one."""
    block: _Block | None = None
    for line in _LINE.finditer(text):
        pair = _PAIR.match(text, line.start(), line.end())
        if not pair:
            continue
        if block and not _goes_on(text[block.end : line.start()], pair.group("label"), block):
            yield block
            block = None
        block = block or _Block(line.start())
        block.end = line.end()
        _put(block, pair.group("label"), pair.group("value"))
    if block:
        yield block


def _goes_on(between: str, label: str, block: _Block) -> bool:
    """Whether a label belongs to the block: near it, new in it, and behind an empty line only by a name we know."""
    if between.count("\n") > GAP or header_words(label) in block.asked:
        return False
    return _EMPTY_LINE.search(between) is None or (meaning(label) is not None and not block.asked & _LETTER)


def _put(block: _Block, label: str, value: str) -> None:
    words = header_words(label)
    block.asked.add(words)
    if words and words not in _VAGUE and len(block.labels) < CELLS:
        block.labels.append(label)
        block.values.append(value.strip().strip("*"))


def _names_a_document(block: _Block) -> bool:
    """Whether a block numbers a document and says something more of it, and is no head of a letter."""
    named = named_columns(block.labels)
    told = Holds.NUMBER in named and any(c.isdigit() for c in _number(block) or "")
    return told and len(named) > 1 and not block.asked & _LETTER


def _number(block: _Block) -> str | None:
    place = named_columns(block.labels).get(Holds.NUMBER)
    return block.values[place].lstrip("#").strip() if place is not None else None


_EMPTY_LINE = re.compile(r"\n[ \t>\r]*\n")
_LINE = re.compile(r"[^\n]+")
_PAIR = re.compile(
    r"[ \t>*\u2022-]{0,12}(?P<label>[^\W\d][^:=\t|\n\d\"{}<>]{1,38}?)[ *]{0,4}(?::(?!//)|\t|\|)[ \t*]{0,40}"
    r"(?P<value>\S[^\n]{0,400})"
)
# Beside an error these may be the app's own, or the bookkeeper's client's: when it failed, in whose books, who is told.
_VAGUE = frozenset(
    frozenset(words.split())
    for words in (
        *("date", "name", "company", "company name", "contact", "account name", "email"),
        *("state", "id", "kind", "object", "reference", "document", "no"),
    )
)
_LETTER = frozenset(frozenset((word,)) for word in ("subject", "from", "to", "sent", "cc", "betreff", "objet"))
