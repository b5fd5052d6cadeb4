"""Triage by keys alone in the real window on a real screen: put off, label, archive in vain, ask, and take back."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from conftest import QUICK
from ui.by_keys import row_of
from ui.screen import until
from ui.seat import Seat, seat
from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import NO_MARKS, Until
from untwin.sample.expect import scenarios

TODAY = datetime.now(UTC).astimezone().date()


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    with seat(tmp_path_factory.mktemp("marks"), (*QUICK, "--firms", "1")) as one:
        yield one


@pytest.fixture(scope="module")
def case(taken: Seat) -> Case:
    """One case, looked up and chosen under All."""
    told = scenarios(1, 1, TODAY)[0]
    company = taken.hands.desk.companies.get(told.company)
    pasted = taken.hands.look_up(taken.hands.paste(row_of(told, company, taken.session), company))
    taken.screen.keys("Escape", "ctrl+6", "g", "g")
    return pasted


def now(taken: Seat, case: Case) -> Case:
    return taken.hands.desk.cases.get(case.id)


def test_h_and_a_number_put_it_off_and_z_takes_it_back(taken: Seat, case: Case) -> None:
    taken.screen.keys("h", "2")
    until(lambda: now(taken, case).marks.snooze is not None, "the snooze")
    taken.screen.keys("z")
    until(lambda: now(taken, case).marks == NO_MARKS, "the undoing")


def test_a_label_is_typed(taken: Seat, case: Case) -> None:
    taken.screen.keys("g", "g", "l", "v", "i", "p", "Return")
    until(lambda: now(taken, case).marks.labels == ("vip",), "the label")
    taken.screen.keys("e")
    taken.screen.keys("u")
    until(lambda: now(taken, case).marks.unread, "the mark")
    assert not now(taken, case).marks.archived
    taken.screen.keys("Return")
    until(lambda: not now(taken, case).marks.unread, "the reading")
    taken.screen.keys("Escape")


def test_asking_copies_the_e_mail(taken: Seat, case: Case) -> None:
    taken.screen.keys("g", "g", "a", "ctrl+Return")
    until(lambda: (s := now(taken, case).marks.snooze) is not None and s.why is Until.ANSWER, "the waiting")
    assert taken.screen.copied().startswith("Subject: ")


def test_all_of_it_is_in_the_history(taken: Seat, case: Case) -> None:
    said = [row.what.split(" until")[0] for row in taken.hands.desk.history.rows() if row.case_id == case.id]
    marks = [words for words in said if words.split()[0] in ("snoozed", "undone:", "labelled", "marked", "asked")]
    assert marks == ["snoozed", "undone: snoozed", "labelled “vip”", "marked as unread", "asked about it; snoozed"]
