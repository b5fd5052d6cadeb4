"""The number map out of the real store: what the index has read, beside what the inbox waits for."""

from datetime import date, timedelta

import pytest

from builders import INCOMING, REALM, case
from flows.conftest import Office
from untwin.domain.books.number_index import IndexState, Numbered
from untwin.domain.problems import BadInput


def keep(office: Office, *numbers: str) -> None:
    made = [Numbered("Invoice", f"i{n}", n, date(2026, 11, 1), None, None, "Smith, Anna", None) for n in numbers]
    office.desk.index_numbers.index.keep(REALM, IndexState(), made)


def test_what_is_read_and_what_waits_stand_in_one_block(office: Office) -> None:
    keep(office, "1233", "1234", "1236")
    office.desk.cases.add(case(incoming=INCOMING))
    drawn = office.desk.map_numbers(REALM)
    [block] = drawn.blocks
    assert [lane.key for lane in block.lanes] == ["Invoice", "clio"]
    assert (block.clashes, block.gaps) == ((1234,), ((1235, 1235),))
    assert drawn.as_of is None


def test_it_says_of_when_it_is_once_everything_was_read(office: Office) -> None:
    office.desk.index_numbers(REALM)
    drawn = office.desk.map_numbers(REALM)
    assert drawn.as_of is not None
    assert drawn.as_of <= office.books.clock.now()
    assert office.books.clock.now() - drawn.as_of < timedelta(minutes=1)


def test_what_is_not_wanted_any_more_ends_early(office: Office) -> None:
    keep(office, *map(str, range(5000)))
    looks = iter((True, False))
    assert office.desk.map_numbers(REALM, lambda: next(looks)).documents == 2000


def test_its_documents_come_as_the_index_remembers_them(office: Office) -> None:
    keep(office, "1233", "1234")
    [found] = office.desk.map_numbers.documents(REALM, [("Invoice", "i1234"), ("Invoice", "gone")])
    assert (found.number, found.customer) == ("1234", "Smith, Anna")


def test_an_unknown_company_has_no_map(office: Office) -> None:
    with pytest.raises(BadInput):
        office.desk.map_numbers("nobody")
