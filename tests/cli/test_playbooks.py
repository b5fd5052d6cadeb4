"""Another kind of error at the terminal: looked up, shown with its advice, and the settings behind it."""

from collections.abc import Iterator

import pytest

from command_line import Office, in_plain_words, open_office

TEXT = "Error 6210: Account Period Closed, Can Not Process"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with open_office(tmp_path_factory.mktemp("office")) as opened:
        yield opened


def test_an_error_of_another_kind_is_looked_up_and_advised_on(office: Office) -> None:
    taken = office.cli.ok("import", "-", "--source", "clio", "--json", stdin=TEXT).json
    [case] = taken["new"]
    looked = office.cli.ok("look", case["id"], "--json").json[0]
    assert looked["kind"] == "closed_period"
    assert looked["advice"]["facts"]["Books closed through"]
    assert looked["advice"]["options"][0]["does"] == "describe"
    assert looked["advice"]["retry"] == "after_the_fix"
    shown = office.cli.ok("show", case["id"]).out
    assert "option 2: Copy a message about it" in shown
    # Its end is seen in QuickBooks: no list can end it.
    listed = office.cli.run("verify", case["id"], "--list", "-", stdin="Bill Syncing")
    assert listed.code == 1
    assert in_plain_words(listed.err)


def test_the_settings_say_what_the_connected_app_asks_for(office: Office) -> None:
    [company] = office.cli.ok("company", "list", "--json").json
    told = office.cli.ok("company", "settings", company["realm"], "--json").json
    assert [setting["state"] for setting in told["settings"]] == ["on", "on", "off", "on"]
    assert (told["asked"][0]["source"], told["asked"][0]["fits"], told["clash"]) == ("Clio", True, False)
    assert (
        "Clio's help asks for Custom transaction numbers on, so that its bills keep their numbers; they are on."
        in office.cli.ok(*("company", "settings", company["realm"])).out
    )
