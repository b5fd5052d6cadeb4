"""`untwin company map`: a company's number series, their gaps, overlaps and next clashes, as the index has it."""

from fractions import Fraction
from typing import Any

from untwin.cli.codes import DONE
from untwin.cli.words import Printer, clock_words
from untwin.domain.number_map.finds import finds_of
from untwin.domain.number_map.lanes import NEVER_EVIDENCE, Block, Lane, NumberMap
from untwin.domain.number_map.words import block_title, find_sentence, lane_sentence, map_sentence
from untwin.flows.desk import Desk

_SHOWN = 10  # things of each kind that are printed for people


def number_map(desk: Desk, realm: str, printer: Printer) -> int:
    """Prints the map; it reads the index alone, and asks QuickBooks nothing."""
    drawn = desk.map_numbers(realm)
    printer.answer(_json(realm, drawn), _lines(drawn))
    return DONE


def _lines(drawn: NumberMap) -> list[str]:
    if not drawn.documents:
        return ["No number is known yet. `untwin company index` reads them."]
    as_of = f"As of {clock_words(drawn.as_of)}." if drawn.as_of else "The reading is not complete yet."
    lines = [as_of, map_sentence(drawn)]
    for block in drawn.blocks:
        lines += ["", block_title(block)]
        lines += [f"  {lane_sentence(block, lane)}" for lane in block.lanes]
        lines += [f"  - {find_sentence(block, find)}" for find in finds_of(block, _SHOWN)]
    return [*lines, "", NEVER_EVIDENCE]


def _json(realm: str, drawn: NumberMap) -> Any:
    return {
        "realm": realm,
        "as_of": drawn.as_of,
        "documents": drawn.documents,
        "loose": drawn.loose,
        "unnumbered": drawn.unnumbered,
        "vendors_own": drawn.vendors,
        "blocks": [_block_json(block) for block in drawn.blocks],
        "evidence": False,
    }


def _block_json(block: Block) -> Any:
    return {
        "space": block.space,
        "prefix": block.prefix,
        "series": [_lane_json(block, lane) for lane in block.lanes],
        "gaps": [[block.number(first), block.number(last)] for first, last in block.gaps],
        "used_twice": [block.number(figure) for figure in block.twice],
        "wanted_and_used": [block.number(figure) for figure in block.clashes],
        "overlaps": [
            {"first": block.number(each.first), "last": block.number(each.last), "series": each.lanes}
            for each in block.overlaps
        ],
        "forecasts": [
            {
                "series": each.lane,
                "at": block.number(each.at),
                "what": each.what,
                "weeks": _tenths(each.weeks),
                "soonest": _tenths(each.soonest),
                "latest": None if each.latest is None else _tenths(each.latest),
            }
            for each in block.forecasts
        ],
    }


def _lane_json(block: Block, lane: Lane) -> Any:
    return {
        "series": lane.key,
        "source": lane.source or None,
        "documents": len(lane.ids) - lane.waiting,
        "waiting": lane.waiting,
        "stretches": [
            {
                "first": block.number(each.first),
                "last": block.number(each.last),
                "documents": each.documents,
                "latest": None if each.latest is None else each.latest.isoformat(),
            }
            for each in lane.stretches
        ],
        "next": block.number(lane.next) if lane.tells_next else None,
        "documents_a_week": _tenths(lane.speed.documents),
        "no_forecast": lane.speed.why_none or None,
        "sentence": lane_sentence(block, lane),
    }


def _tenths(weeks: Fraction) -> float:
    return round(float(weeks), 1)
