"""The rows that are kept: after whatever came between, each is what would be made afresh."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import COMPANY, NOW, REALM, case
from untwin.domain.cases.case import Case, State
from untwin.domain.inbox.query import News
from untwin.ports.inbox import Inbox
from untwin.ui.inbox.near import Near
from untwin.ui.inbox.rows import Row, row_of

IDS = range(1, 6)
WHAT = st.sampled_from(("read", "stored", "ahead", "gone", "minute"))
STEPS = st.lists(st.tuples(WHAT, st.sampled_from(IDS), st.sampled_from(State)), max_size=30)


class Store:
    """As much of an inbox as the rows ask for."""

    def __init__(self) -> None:
        self.now: datetime = NOW
        self.there: dict[int, Case] = {i: case(id=str(i), doc_number=str(1000 + i)) for i in IDS}

    def cases(self, ids: Sequence[int]) -> Mapping[int, Case]:
        """Those that are there, each time as another object."""
        return {i: replace(self.there[i]) for i in ids if i in self.there}


@given(STEPS)
@settings(deadline=None)
def test_a_kept_row_is_what_would_be_made_afresh(steps: list[tuple[str, int, State]]) -> None:
    store, ahead = Store(), dict[int, Case]()

    def fresh(one: Case) -> Row:
        return row_of(one, {REALM: COMPANY}, store.now)

    near = Near(cast("Inbox", store), fresh, ahead)
    for what, number, state in steps:
        if what == "stored":
            store.there[number] = replace(case(id=str(number)), state=state)
            ahead.pop(number, None)
            near.heed(News(1, frozenset({number})))
        elif what == "ahead":
            ahead[number] = replace(case(id=str(number)), state=state)
        elif what == "gone":
            store.there.pop(number, None)
            near.heed(News(1, many=True))
        elif what == "minute":
            store.now += timedelta(minutes=1)
        near.stand(store.now)
        one = ahead.get(number) or store.there.get(number)
        assert near.row(number, list(IDS)) == (fresh(one) if one else None)
