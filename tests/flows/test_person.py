"""The name in the change history: asked once, kept, and never a mess."""

from datetime import timedelta

import pytest

from flows.conftest import Office
from flows.walk import renumbered
from untwin.domain.changes.told import told
from untwin.domain.problems import BadInput


def test_the_account_stands_in_until_somebody_says_a_name(office: Office) -> None:
    assert (office.desk.who, office.desk.person.asked) == ("Ann", False)
    assert office.desk.person.put("  Ann\tSmith \n") == "Ann Smith"
    assert (office.desk.who, office.desk.person.asked) == ("Ann Smith", True)


@pytest.mark.parametrize("name", ["", "  \n", "x" * 81])
def test_a_name_that_nobody_could_read_is_refused(office: Office, name: str) -> None:
    with pytest.raises(BadInput):
        office.desk.person.put(name)


def test_images_are_kept_for_ever_until_somebody_says_how_long(office: Office) -> None:
    renumbered(office)
    assert office.desk.retain.days is None
    assert office.desk.retain() == 0
    assert office.desk.history.of_case("1")[0].intent.before


def test_images_older_than_is_wanted_are_blanked_and_every_entry_stays(office: Office) -> None:
    renumbered(office)
    entries = office.desk.history.verify().entries
    assert office.desk.retain.keep(90, "Ann") == 0
    office.books.clock.at += timedelta(days=91)
    assert office.desk.retain() == 2
    [change] = office.desk.history.of_case("1")
    assert (change.intent.before, change.done) == ("", True)
    verified = office.desk.history.verify()
    assert verified.whole
    assert verified.entries == entries + 2, "both the setting and the blanking are noted"
    assert "copies blanked" in [row.what for row in told(office.desk.history.rows(), ())]


def test_less_than_a_month_is_refused(office: Office) -> None:
    with pytest.raises(BadInput, match="30 days"):
        office.desk.retain.keep(7, "Ann")
