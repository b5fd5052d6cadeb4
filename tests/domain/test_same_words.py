"""However lists of errors without a number come in, no case is ever about two documents, and none is dropped."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.repeats import Arrivals
from untwin.domain.cases.same_words import words_in
from untwin.domain.errors.faults import Columns

STATES = (State.NEW, State.NEEDS_DECISION, State.POSTED, State.IGNORED, State.NO_LONGER_NEEDED, State.FAILED_AGAIN)


@dataclass(frozen=True)
class Row:
    """One document as a list tells it; `twin` tells apart two of which the list says the same."""

    customer: str
    amount: str
    link: str
    twin: int = 0

    @property
    def told(self) -> tuple[str, str, str]:
        return self.customer.casefold(), self.amount, self.link

    def case(self, at: int) -> Case:
        columns = Columns(
            customer=self.customer or None,
            amount=self.amount or None,
            total=Decimal(self.amount) if self.amount else None,
            link=self.link or None,
        )
        said = builders.finding(doc_number=None, columns=columns, text="already used", where=f"{self.told}")
        moment = builders.NOW + timedelta(minutes=at)
        return builders.case(id="", doc_number=None, findings=(said,), created_at=moment, updated_at=moment)


@dataclass
class Inbox:
    """What a store does, in a list."""

    kept: dict[str, Case] = field(default_factory=dict)

    def take_in(self, rows: list[Row], at: int) -> list[str]:
        """The ids of the cases that came of a list."""
        arrivals = Arrivals(builders.NOW + timedelta(minutes=at))
        for row in rows:
            case = row.case(at)
            same = [each for each in self.kept.values() if not set(words_in(each)).isdisjoint(words_in(case))]
            arrivals.put(case, same)
        new = [replace(case, id=str(len(self.kept) + place)) for place, case in enumerate(arrivals.new, 1)]
        self.kept |= {case.id: case for case in new}
        self.kept |= {id_: case for id_, (case, _) in arrivals.changed.items()}
        return [case.id for case in new] + list(arrivals.changed)


ROWS = st.builds(
    Row,
    st.sampled_from(["", "Acme", "ACME", "Beta"]),
    st.sampled_from(["", "12.00", "13.00"]),
    st.sampled_from(["", "https://x.example/list", "https://x.example/7", "https://x.example/8"]),
    st.integers(0, 1),
)
DEEDS = st.tuples(st.integers(0, 9), st.sampled_from(STATES), st.sampled_from([None, "1234", "1235"]))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.lists(ROWS, max_size=6, unique=True), st.lists(DEEDS, max_size=3)), max_size=6))
def test_no_case_is_about_two_documents_and_every_row_is_seen(
    story: list[tuple[list[Row], list[tuple[int, State, str | None]]]],
) -> None:
    inbox, seen = Inbox(), 0
    for at, (rows, deeds) in enumerate(story):
        before = {id_: case.count for id_, case in inbox.kept.items()}
        came = inbox.take_in(rows, at)
        seen += len(rows)
        # Nothing is dropped: each error is counted in a case of this list.
        assert sum(case.count for case in inbox.kept.values()) == seen
        assert sum(inbox.kept[id_].count - before.get(id_, 0) for id_ in came) == len(rows)
        for case in inbox.kept.values():
            # Nothing that a list tells apart is in one case.
            assert len({sighting.where for sighting in case.sightings}) == 1
        # As many documents as one list names rows that could be two, so many cases at least.
        for told in {row.told for row in rows if not row.link and (row.customer or row.amount)}:
            mine = [c for c in inbox.kept.values() if c.sightings[0].where == f"{told}"]
            assert len(mine) >= sum(row.told == told for row in rows)
        for place, state, number in deeds:
            for case in list(inbox.kept.values())[place : place + 1]:
                inbox.kept[case.id] = replace(case, state=state, doc_number=case.doc_number or number)


@settings(max_examples=200, deadline=None)
@given(st.lists(ROWS.filter(lambda row: bool(row.customer and row.amount)), max_size=6), st.integers(2, 4))
def test_the_same_list_again_makes_no_new_case(rows: list[Row], times: int) -> None:
    inbox = Inbox()
    first = set(inbox.take_in(rows, 0))
    for at in range(1, times):
        assert set(inbox.take_in(rows, at)) <= first
        assert set(inbox.kept) == first


@given(st.sampled_from(STATES), st.sampled_from(["1234", None]))
def test_bare_words_never_go_where_they_would_be_hidden(state: State, number: str | None) -> None:
    bare, inbox = Row("", "", ""), Inbox()
    [first] = inbox.take_in([bare], 0)
    inbox.kept[first] = replace(inbox.kept[first], state=state, doc_number=number)
    [then] = inbox.take_in([bare], 1)
    if number or state is State.IGNORED:
        assert then != first
    else:
        # It asks still, or fails again: in sight either way.
        assert then == first
        assert inbox.kept[then].state in (State.NEW, State.NEEDS_DECISION, State.FAILED_AGAIN)
