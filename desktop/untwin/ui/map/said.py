"""What is said about a place of the number map: one number with all that is on it, or a few numbers together."""

from bisect import bisect_left, bisect_right

from untwin.domain.number_map.finds import finds_at
from untwin.domain.number_map.words import at_number, find_sentence, lane_title
from untwin.domain.words.phrasing import capital
from untwin.ui.kit.words import tr
from untwin.ui.map.state import Under


def said_here(under: Under) -> str:
    """One sentence about what is there, and one about what is worth a look there."""
    said = capital(at_number(under.block, under.first)) if under.first == under.last else _together(under)
    worth = finds_at(under.block, under.first, under.last)
    return " ".join((f"{said}.", *(find_sentence(under.block, find) for find in worth)))


def _together(under: Under) -> str:
    block = under.block
    span = f"{block.number(under.first)} {tr('to')} {block.number(under.last)}"
    used = bisect_right(block.used, under.last) - bisect_left(block.used, under.first)
    of, mine = under.last - under.first + 1, len(under.places)
    is_used = tr("{}: 1 of these {} numbers is used; {}: {}")
    if used == 1:
        return is_used.format(span, f"{of:,}", lane_title(under.lane), f"{mine:,}")
    said = tr("{}: {} of these {} numbers are used; {}: {}")
    return said.format(span, f"{used:,}", f"{of:,}", lane_title(under.lane), f"{mine:,}")
