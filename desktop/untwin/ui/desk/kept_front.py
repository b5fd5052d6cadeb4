"""Notes what the list shows, for the first frame of the next start."""

from datetime import datetime

from untwin.domain.cases.case import Case
from untwin.domain.window.front import Front, FrontHint, FrontRow, FrontView, companies_mark, place_of
from untwin.ui.desk.view import DeskView
from untwin.ui.inbox.columns import STATE
from untwin.ui.inbox.listing import Listing
from untwin.ui.inbox.rows import Row
from untwin.ui.kit.words import age_words
from untwin.ui.lanes.long_list import FIRST

_AROUND = 40  # rows that are kept on each side of the chosen one: more than a window shows
_BY_TIME = ("is:today", "age:")


def front_now(view: DeskView, listing: Listing, now: datetime) -> Front | None:
    """What the next start shows first; None where it would show another list than this one."""
    counts = [cases for cases in listing.counts() if cases is not None]
    counted = len(counts) == len(listing.counts())
    if listing.sorted_by is not None or listing.kept or not listing.whole or not counted or not len(listing.ids):
        return None
    place = max(view.model.row_of_case(listing.chosen, view.inbox.currentIndex().row()), 0)
    # Of a long list the next start knows the first page alone until the rest is read.
    chosen = place if len(listing.ids) <= listing.few or place < FIRST else 0
    first = max(chosen - _AROUND, 0)
    shown = listing.views[listing.view]
    return Front(
        revision=listing.revision,
        companies=companies_mark([(company.name, company.realm) for company in listing.companies.values()]),
        day=now.astimezone().date().isoformat(),
        until=listing.inbox.wakes(now),
        place=place_of(shown.title, listing.company, listing.typed),
        view=listing.view,
        total=len(listing.ids),
        chosen=chosen,
        counted=view.footer.counted,
        views=[
            FrontView(each.title, cases, daily=any(word in each.line for word in _BY_TIME))
            for each, cases in zip(listing.views, counts, strict=False)
        ],
        rows=_rows(listing, first, now),
        hints=[FrontHint(each.id, each.title, each.hint, list(each.shown_keys)) for each in view.footer.shown],
        first=first,
    )


def _rows(listing: Listing, first: int, now: datetime) -> list[FrontRow]:
    ids = listing.ids.ids[first : first + 2 * _AROUND]
    rows = (listing.near.row(case_id, ids) for case_id in ids)
    return [_kept(row, row.case, now) for row in rows if row is not None]


def _kept(row: Row, case: Case, now: datetime) -> FrontRow:
    """A row as it is painted; where it ends with its age, without that, which goes on."""
    lines, since = [list(each) for each in row.lines], 0
    age = age_words(case.created_at, now)
    if lines[STATE][1].endswith(age):
        lines[STATE][1] = lines[STATE][1].removesuffix(age)
        since = int(case.created_at.timestamp())
    return FrontRow(row.id, lines, row.icon, row.tone, list(row.state_icons), list(row.flag_icons), since)
