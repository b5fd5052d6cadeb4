"""When an app was looked at last: by its whole list, by a person's word, and never by a single error."""

from dataclasses import replace

import pytest

from builders import COMPANY, REALM, TEXT
from flows.conftest import Office
from untwin.domain.inbox.clients import Check
from untwin.domain.problems import BadInput


def check(office: Office) -> Check:
    [row] = office.desk.see_clients()
    [found] = row.checks
    return found


def test_an_app_that_was_never_looked_at_says_so(office: Office) -> None:
    assert check(office) == Check("clio", "Clio")


def test_a_single_error_proves_nothing_about_the_others(office: Office) -> None:
    office.desk.take_in.text(TEXT, REALM, "clio")
    seen = check(office)
    assert seen.part_at is not None
    assert seen.whole_at is None
    assert seen.is_stale(seen.part_at)


def test_a_whole_list_is_a_look_at_its_app(office: Office) -> None:
    taken = office.desk.take_in.text(TEXT, REALM, "clio")
    office.desk.compare_list.missing(taken)
    seen = check(office)
    assert seen.whole_at is not None
    assert not seen.by
    assert not seen.is_stale(seen.whole_at)


def test_a_list_of_which_nothing_can_be_concluded_is_no_look(office: Office) -> None:
    taken = office.desk.take_in.text(TEXT, REALM, "clio")
    office.desk.compare_list.missing(replace(taken, unread=("line 3 could not be read",)))
    assert check(office).whole_at is None


def test_a_persons_word_counts_and_is_told_as_theirs(office: Office) -> None:
    office.desk.see_clients.looked(REALM, ["clio"], "Ann")
    seen = check(office)
    assert seen.whole_at is not None
    assert seen.by == "Ann"
    last = office.desk.history.rows()[-1]
    assert (last.who, last.what) == ("Ann", "looked at an app")
    assert last.detail == "Harlow & Pike LLP. Clio: nothing fails there that isn't here"


def test_a_list_that_comes_later_takes_the_persons_word_away(office: Office) -> None:
    office.desk.see_clients.looked(REALM, ["clio"], "Ann")
    office.desk.compare_list.missing(office.desk.take_in.text(TEXT, REALM, "clio"))
    assert check(office).by == ""


def test_nobody_can_have_looked_into_an_app_that_isnt_bound(office: Office) -> None:
    with pytest.raises(BadInput, match="no app hubspot"):
        office.desk.see_clients.looked(REALM, ["clio", "hubspot"], "Ann")
    with pytest.raises(BadInput, match="in which app"):
        office.desk.see_clients.looked(REALM, [], "Ann")
    assert check(office).whole_at is None


def test_a_row_counts_what_is_open(office: Office) -> None:
    office.desk.take_in.text(TEXT, REALM, "clio")
    [row] = office.desk.see_clients()
    assert row.company == COMPANY
    assert (row.needs, row.new, row.waiting) == (0, 1, 0)
    assert row.without_amount == 1
