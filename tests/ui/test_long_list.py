"""A list of more cases than are listed at once: the first page, then the rest; changes come one by one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builders import INCOMING, NOW, TEXT, case
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.ui.lanes.long_list import FIRST

COUNT = 150


@pytest.fixture
def many(opened: Opened) -> Opened:
    """A window on many cases, shown as if they were very many."""
    opened.window.listing.few = 0
    opened.office.desk.cases.keep(
        [
            case(
                id="",
                doc_number=f"{'AB' if number % 5 == 0 else 'INV-'}{number}",
                incoming=replace(INCOMING, total=Decimal(number)),
                state=State.NEEDS_DECISION if number % 2 else State.NEW,
                created_at=NOW,
            )
            for number in range(COUNT)
        ]
    )
    opened.run("view_1")
    opened.window.refresh()
    opened.settle()
    return opened


def shown(opened: Opened) -> list[int]:
    return list(opened.window.model.ids)


def test_the_rest_follows_the_first_page(many: Opened) -> None:
    many.window.deeds.view(len(many.window.listing.views))
    first = shown(many)
    assert len(first) == FIRST
    assert not many.window.listing.whole
    many.settle()
    assert shown(many)[:FIRST] == first
    assert (len(shown(many)), many.window.listing.whole) == (COUNT, True)
    assert many.window.model.rowCount() == COUNT


def test_the_filter_narrows_it_and_gives_it_back(many: Opened) -> None:
    every = shown(many)
    assert len(every) == COUNT // 2
    many.window.tabs.filter.setText("ab")
    many.settle()
    assert len(shown(many)) == 15
    assert set(shown(many)) < set(every)
    many.window.tabs.filter.clear()
    many.settle()
    assert shown(many) == every


def test_a_chosen_case_keeps_its_place_while_it_changes_and_leaves_once_another_is_chosen(many: Opened) -> None:
    many.window.inbox.choose(70)
    chosen, before = many.case, shown(many)
    many.office.desk.cases.save(chosen.moved(State.IGNORED, NOW), chosen.state)
    many.window.refresh()
    many.settle()
    assert (many.case.id, many.case.state, shown(many)) == (chosen.id, State.IGNORED, before)
    many.window.inbox.choose(3)
    many.window.refresh()
    many.settle()
    assert shown(many) == [i for i in before if i != int(chosen.id)]


def test_a_new_case_comes_where_it_belongs(many: Opened) -> None:
    before = shown(many)
    incoming = replace(INCOMING, total=Decimal("100.50"))
    [new] = many.office.desk.cases.keep([case(id="", state=State.NEEDS_DECISION, incoming=incoming)])
    many.window.refresh()
    many.settle()
    now = shown(many)
    place = now.index(int(new.id))
    assert [i for i in now if i != int(new.id)] == before
    totals = [c.incoming.total for c in many.office.desk.cases.some([str(i) for i in now]) if c.incoming]
    assert totals[place - 1] > Decimal("100.50") > totals[place + 1]  # type: ignore[operator]


def test_all_that_are_shown_can_be_selected_and_what_leaves_is_selected_no_more(many: Opened) -> None:
    many.run("select_all")
    assert many.window.selection.count == COUNT // 2
    many.window.tabs.filter.setText("ab")
    many.settle()
    assert many.window.selection.count <= 15


def test_a_paste_is_shown_although_the_view_is_another(many: Opened) -> None:
    many.paste(TEXT.replace("1234", "77001"))
    assert many.case.doc_number == "77001"
    assert int(many.case.id) in shown(many)


def test_sorting_by_a_column_and_back(many: Opened) -> None:
    before = shown(many)
    many.window.model.sort(1)
    many.settle()
    numbers = [c.doc_number or "" for c in many.office.desk.cases.some([str(i) for i in shown(many)])]
    assert numbers == sorted(numbers, key=lambda number: (len(number), number))
    many.window.model.sort(-1)
    many.settle()
    assert shown(many) == before


def test_all_means_those_that_are_still_on_their_way_too(many: Opened) -> None:
    many.window.deeds.view(len(many.window.listing.views))
    many.window.selection.all()
    assert many.window.selection.count == FIRST
    many.settle()
    assert many.window.selection.count == COUNT


def test_the_chosen_row_stays_whole_where_the_list_becomes_lower(many: Opened) -> None:
    inbox = many.window.inbox
    inbox.choose(40)
    many.settle()
    lowest = inbox.rowAt(inbox.viewport().height() - 1)
    inbox.setCurrentIndex(inbox.model().index(lowest - 1, 0))
    many.window.resize(many.window.width(), many.window.height() - int(2.5 * inbox.rowHeight(lowest)))
    many.settle()
    row = inbox.visualRect(inbox.currentIndex())
    assert inbox.currentIndex().row() == lowest - 1
    assert 0 <= row.top() < row.bottom() <= inbox.viewport().height()
