"""What a command beside the window has stored is shown by the window within seconds, and nobody is interrupted."""

from dataclasses import replace
from functools import partial

from builders import COMPANY, TEXT
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.company.company import Company


def shown(opened: Opened) -> list[str | None]:
    model = opened.window.model
    return [row.case.doc_number for row in map(model.row, range(model.rowCount())) if row]


def states(opened: Opened) -> list[State]:
    model = opened.window.model
    return [row.case.state for row in map(model.row, range(model.rowCount())) if row]


def knows(opened: Opened, company: Company) -> bool:
    return opened.window.listing.companies.get(company.realm) == company


def test_what_another_program_takes_in_and_changes_is_shown_by_itself(opened: Opened) -> None:
    opened.run("view_6")
    opened.window.furniture.elsewhere.begin(opened.window.shown)
    [new] = opened.office.desk.take_in.text(TEXT).new
    opened.qtbot.waitUntil(lambda: shown(opened) == ["1234"], timeout=8000)
    opened.office.desk.cases.save(replace(new, state=State.POSTED), State.NEW)
    opened.qtbot.waitUntil(lambda: states(opened) == [State.POSTED], timeout=8000)


def test_a_company_that_is_connected_or_made_read_only_elsewhere_is_heard_of(opened: Opened) -> None:
    other = replace(COMPANY, realm="77", name="Cole Trust Ltd")
    opened.window.furniture.elsewhere.begin(opened.window.shown)
    for told in (other, replace(other, settings=replace(other.settings, writes_on=False))):
        opened.office.desk.companies.put(told)
        opened.qtbot.waitUntil(partial(knows, opened, told), timeout=8000)


def test_where_nothing_is_new_nothing_is_read_again(opened: Opened) -> None:
    told = list[int]()
    opened.window.furniture.elsewhere.changed.connect(lambda: told.append(1))
    opened.window.furniture.elsewhere.begin(opened.window.shown)
    for _ in range(3):
        opened.window.furniture.elsewhere.tick()
        opened.settle()
    assert told == []
