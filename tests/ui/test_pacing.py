"""What is asked for often is done as often as there is time for it, and never forgotten."""

import time

from pytestqt.qtbot import QtBot

from builders import case
from untwin.domain.cases.case import State
from untwin.ui.inbox.news import News
from untwin.ui.kit.words import Said
from untwin.ui.lanes.pacing import Pacing


def test_the_first_is_done_at_once_and_many_that_follow_once_more(qtbot: QtBot) -> None:
    done: list[int] = []

    def slow() -> None:
        done.append(1)
        time.sleep(0.05)

    pacing = Pacing(slow)
    for _ in range(100):
        pacing.ask()
    assert (len(done), pacing.pending) == (1, True)
    qtbot.waitUntil(lambda: len(done) == 2)
    qtbot.wait(120)
    assert (len(done), pacing.pending) == (2, False)


def test_what_is_quick_is_done_each_time(qtbot: QtBot) -> None:
    done: list[int] = []
    pacing = Pacing(lambda: done.append(1))
    for _ in range(3):
        pacing.ask()
        qtbot.wait(5)
    assert len(done) == 3


def test_news_about_one_case_is_its_own_sentence(qtbot: QtBot) -> None:
    heard: list[Said] = []
    news = News()
    news.said.connect(heard.append)
    news.tell(case(state=State.POSTED, note="Posted as invoice 1234, as expected."))
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0].sentence == "Posted as invoice 1234, as expected."


def test_news_about_many_are_counted_in_one_sentence(qtbot: QtBot) -> None:
    heard: list[Said] = []
    news = News()
    news.said.connect(heard.append)
    for number in range(3):
        news.tell(case(id=str(number), state=State.POSTED))
    news.tell(case(id="9", state=State.WAITING_TO_POST, not_seen_yet=True))
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0].sentence == "3 posted, 1 not seen yet. Each case says more."
