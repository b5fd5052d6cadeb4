"""Finds all errors in a text, in order, each with its exact slice; the work grows with the length alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from untwin.domain.errors.fault_codes import OWN_FIGURES
from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind, Finding
from untwin.intake.finding.chained import is_handed_on, is_shown_again, tells_as_much
from untwin.intake.finding.describe import describe, extent
from untwin.intake.finding.hit import Hit
from untwin.intake.finding.signs.extent import LETTER
from untwin.intake.finding.twice import announces, echoes
from untwin.intake.judging.doubtful import is_doubtful, only_points, shown_at
from untwin.intake.judging.mentioned import only_mentions, printed_at
from untwin.intake.judging.spot import Spot
from untwin.intake.judging.told import is_only_told_of
from untwin.intake.judging.worth import is_worth
from untwin.intake.judging.written import is_written
from untwin.intake.marking.flowing import flowing
from untwin.intake.marking.group import Group
from untwin.intake.marking.groups import groups
from untwin.intake.marking.marks import marks
from untwin.intake.marking.regions import BLOCK, OVERLAP, regions
from untwin.intake.marking.view import View, lower, peel

# HTTP's code for any request that was turned down: it says nothing of the error.
REFUSED = "400"
# More errors than this in a block are a list or a log.
FEW = 12


def scan(raw: str, look: Callable[[str], View] = peel) -> Iterator[Hit]:
    """The errors of a text in their order; slices never overlap, and `where` stays empty.

    `look` makes one window of the text readable; it is called once for each window.
    """
    for start, end in regions(lower(raw)):
        yield from _region(raw, start, end, look)


def _region(raw: str, start: int, end: int, look: Callable[[str], View]) -> Iterator[Hit]:
    """Block by block: what starts in a block's overlap is left to the next block, which sees it whole."""
    while start < end:
        stop = min(end, start + BLOCK)
        seam = stop if stop == end else stop - OVERLAP
        done = seam
        for hit in _block(raw, start, look(raw[start:stop])):
            if hit.start < seam:
                done = max(done, hit.end)
                yield hit
        start = done


def _block(raw: str, start: int, view: View) -> Iterator[Hit]:
    """The hits of a window that begins at `start`; of one that heads or repeats another the one that says more."""
    last: Hit | None = None
    above: Group | None = None
    for hit, group in _hits(raw, start, view):
        if last is None or above is None:
            last, above = hit, group
            continue
        pair = ((last, above), (hit, group))
        if is_handed_on(view.text, *pair) or is_shown_again(view.text, *pair):
            last, above = _joined(raw, last, hit) if not tells_as_much(last.finding, hit.finding) else last, group
        elif announces(view.text, *pair):
            whole = last.finding.txn_id is not None and tells_as_much(last.finding, hit.finding)
            last, above = last if whole else _joined(raw, last, hit), group
        elif not echoes(last, hit, raw):
            yield last
            last, above = hit, group
        elif last.finding.code is None and hit.finding.code not in (None, REFUSED) and hit.start >= last.end:
            coded = replace(last.finding, text=raw[last.start : hit.end], code=hit.finding.code)
            last = Hit(last.start, hit.end, coded)
    if last:
        yield last


def _joined(raw: str, head: Hit, hit: Hit) -> Hit:
    """The error behind the one that only heads it, from the head on; the head of a letter stays outside."""
    code = hit.finding.code or _own_code(head.finding)
    start = hit.start if LETTER.found(raw[head.end : hit.start]) else head.start
    return Hit(start, hit.end, replace(hit.finding, text=raw[start : hit.end], code=code))


def _own_code(head: Finding) -> str | None:
    """The code that a head prints, if it is QuickBooks' for its kind."""
    own = head.code is not None and len(head.code) == OWN_FIGURES and classify("", head.code) is head.kind
    return head.code if own else None


def _hits(raw: str, start: int, view: View) -> Iterator[tuple[Hit, Group]]:
    """All that a window holds, each with its group."""
    said = flowing(view.text)
    spots = (Spot(said, group) for group in groups(view.text, marks(view.text, view.lower)))
    found = [spot for spot in spots if is_worth(spot)]
    many = len(found) > FEW
    found = [spot for spot in found if not is_only_told_of(spot, many=many)]
    shown = shown_at(spot.group for spot in found)
    printed = printed_at(found)
    found = [spot for spot in found if not (only_points(spot, shown) or only_mentions(spot, printed))]
    starts = [spot.group.start for spot in found] + [len(view.text)]
    since = 0
    for spot, until in zip(found, starts[1:], strict=True):
        group = spot.group
        begin, since, code = extent(view.text, said, group, since, until)
        left, right = start + view.raw(begin), start + view.raw_end(since)
        finding = describe(view.text, group, (begin, since), code, raw[left:right])
        if not many and is_doubtful(spot):
            finding = replace(finding, kind=FaultKind.UNKNOWN, doc_number=None)
        # A code that stands beside the words may begin them.
        places = {left, start + view.raw(group.start)}
        if not any(is_written(raw, place) for place in places):
            yield Hit(left, right, finding), group
