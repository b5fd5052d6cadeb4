"""Finds all errors in a text, in order, each with its exact slice; the work grows with the length alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from untwin.domain.faults import FaultKind, Finding
from untwin.intake.describe import describe, extent
from untwin.intake.groups import groups
from untwin.intake.marks import marks
from untwin.intake.regions import BLOCK, OVERLAP, regions
from untwin.intake.view import View, lower, peel
from untwin.intake.worth import is_doubtful, is_only_told_of, worth
from untwin.intake.written import is_written

# More errors than this in a block are a list or a log.
FEW = 12
# Between a page's title and its heading.
ECHO_GAP = 300


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding and the span of the raw text that is its slice."""

    start: int
    end: int
    finding: Finding


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
    found = [group for group in groups(view.text, marks(view.text, view.lower)) if worth(view.text, group)]
    many = len(found) > FEW
    found = [group for group in found if not is_only_told_of(view.text, group, many=many)]
    starts = [group.start for group in found] + [len(view.text)]
    since = 0
    last: Hit | None = None
    for group, until in zip(found, starts[1:], strict=True):
        begin, since, code = extent(view.text, group, since, until)
        left, right = start + view.raw(begin), start + view.raw_end(since)
        finding = describe(view.text, group, (begin, since), code, raw[left:right])
        if not many and is_doubtful(view.text, group):
            finding = replace(finding, kind=FaultKind.UNKNOWN, doc_number=None)
        hit = Hit(left, right, finding)
        if is_written(raw, hit.start):
            continue
        if last is None or not _echo(last, hit, raw):
            last = hit
            yield hit


def _echo(last: Hit, hit: Hit, raw: str) -> bool:
    """Whether a hit only says the one before again, right behind it: `Message: Detail` with both holding the tail."""
    between = raw[last.end : hit.start]
    if hit.finding.message == last.finding.message and hit.finding.txn_id is None and len(between) <= ECHO_GAP:
        # The title of a page and its heading.
        markup = _MARKUP.sub("", between)
        return hit.start >= last.end and markup != between and not markup.strip()
    same = hit.finding.txn_id is not None and all(
        getattr(last.finding, name) == getattr(hit.finding, name) for name in ("kind", "doc_number", "txn_id")
    )
    return same and hit.start >= last.end and len(between) <= 5 and not any(c.isalnum() or c == "\n" for c in between)


_MARKUP = re.compile(r"<[^<>]{0,200}>")
