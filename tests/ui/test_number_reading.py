"""The number index in the background: read once a session, told when it takes long, stopped by a key."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from builders import COMPANY, HOLDER
from flows.conftest import Office
from ui.conftest import Board, Opened, open_window
from untwin.domain.books.number_index import Place
from untwin.domain.problems import Unreachable
from untwin.jobs import LaneJobs
from untwin.ports.books import NumberPage


def test_every_company_is_read_once_a_session(opened: Opened) -> None:
    index = opened.office.desk.index_numbers.index
    opened.window.clerk.bring_up_numbers()
    opened.settle()
    assert index.count(COMPANY.realm) == 1
    opened.office.books.documents["112"] = replace(HOLDER, id="112", number="9", updated_at=HOLDER.updated_at)
    other = replace(COMPANY, realm="9130000000000002", name="Bright Ltd")
    opened.office.desk.companies.put(other)
    opened.window.clerk.bring_up_numbers()
    opened.settle()
    # The new one was read whole, the one that was read before not again.
    assert (index.count(COMPANY.realm), index.count(other.realm)) == (1, 2)


def test_a_short_reading_says_nothing(opened: Opened) -> None:
    said: list[str] = []
    opened.window.clerk.numbers.progressed.connect(said.append)
    opened.window.clerk.bring_up_numbers()
    opened.settle()
    assert set(said) == {""}
    assert opened.window.footer.progress == ""


def test_what_goes_wrong_is_no_news_and_the_next_start_tries_again(opened: Opened) -> None:
    def nobody(*_asked: object) -> None:
        raise Unreachable("Nobody there.")

    opened.office.books.number_page = nobody  # type: ignore[assignment, method-assign]
    opened.window.clerk.bring_up_numbers()
    opened.settle()
    assert opened.said == ""
    assert not opened.window.clerk.reading


@pytest.fixture
def jobs() -> LaneJobs:
    return LaneJobs()


def test_a_long_reading_is_told_and_stopped_by_its_key(qtbot: QtBot, office: Office, jobs: LaneJobs) -> None:
    books = office.books

    def page(entity: str, place: Place) -> NumberPage:
        jobs.patience.pause(0.02)
        return NumberPage((), Place(place.start + 999, "1"), office.books.clock.now())

    books.number_page, books.how_many = page, lambda _entities: (90_000,)  # type: ignore[assignment, method-assign]
    window = open_window(qtbot, office, jobs, Board())
    window.clerk.bring_up_numbers()
    qtbot.waitUntil(lambda: "Reading the numbers of Harlow & Pike LLP: 0 of 90,000" in window.footer.progress)
    window.registry.run("stop")
    qtbot.waitUntil(lambda: not window.clerk.reading)
    assert window.footer.progress == ""
    jobs.close()


def test_a_person_may_have_it_read_again_and_hears_the_end(opened: Opened) -> None:
    numbers, ended = opened.window.clerk.numbers, list[tuple[str, object]]()
    numbers.ended.connect(lambda realm, problem: ended.append((realm, problem)))
    opened.window.clerk.bring_up_numbers()
    # It is being read: nothing is begun twice.
    numbers.again(COMPANY)
    opened.settle()
    assert ended == [(COMPANY.realm, None)]
    numbers.again(COMPANY)
    assert numbers.reads(COMPANY.realm)
    opened.settle()
    assert ended == [(COMPANY.realm, None)] * 2
    assert not numbers.reads(COMPANY.realm)
