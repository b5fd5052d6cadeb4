"""Taking in, off the window's thread: what is said while a large file is read, and what an earlier run left out."""

from dataclasses import replace
from threading import Event  # noqa: TID251 - the reading waits in a lane until the window has spoken

from pytestqt.qtbot import QtBot

from builders import TEXT
from flows.conftest import Office, TextReader
from untwin.domain.errors.columns import Told
from untwin.domain.errors.faults import Reading
from untwin.jobs import LaneJobs
from untwin.ui.lanes.bridge import Bridge
from untwin.ui.work.taking import Pasted, Taking


class Large(TextReader):
    """Reads until it may go on."""

    def __init__(self) -> None:
        self.may_go_on = Event()

    def read_text(self, text: str, given: Told | None = None) -> Reading:
        self.may_go_on.wait(10)
        return super().read_text(text, given)


def test_while_a_large_text_is_read_that_is_said(qtbot: QtBot, lanes: LaneJobs, office: Office) -> None:
    large = Large()
    desk = replace(office.desk, take_in=replace(office.desk.take_in, intake=large))
    taking, told = Taking(desk, Bridge(lanes)), list[str]()
    taking.progressed.connect(told.append)

    with qtbot.waitSignal(taking.took_in):
        taking.paste(Pasted(TEXT))
        qtbot.waitUntil(lambda: bool(told))
        large.may_go_on.set()
    assert told == ["Reading what came in …", ""]
    assert not taking.running


def test_a_list_that_was_cut_off_is_said_at_the_start(qtbot: QtBot, lanes: LaneJobs, office: Office) -> None:
    office.desk.take_in.cut_short.begin(90_000)
    taking = Taking(office.desk, Bridge(lanes))
    with qtbot.waitSignal(taking.cut_short) as said:
        taking.tell_cut_short()
    assert "while it took in 90,000 errors" in said.args[0]
