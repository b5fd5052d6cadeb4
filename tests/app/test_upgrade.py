"""A store of any earlier version opens, what was there is kept first, and that is said once."""

from pathlib import Path

import pytest

from builders import case
from command_line import CommandLine
from secret_service import NoService
from store import older
from untwin.app.upgrade import Seldom, desk_brought_up
from untwin.domain.bringing_up import BringingUp, Stage
from untwin.domain.problems import Cancelled
from untwin.jobs import Patient, Wish
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.home import open_home
from untwin.store.versions import newest_version


@pytest.mark.parametrize("version", range(1, newest_version()))
def test_an_older_store_opens_and_where_the_old_one_lies_is_said_once(tmp_path: Path, version: int) -> None:
    home = open_home(tmp_path / "home")
    older.made_then(home.database, version)
    cli = CommandLine(home.path, NoService().env)
    first = cli.run("cases", "--json")
    kept = home.path / f"untwin.sqlite3.before-v{newest_version()}"
    assert (first.code, [case["doc_number"] for case in first.json]) == (0, ["1234"])
    assert first.err == (
        f"Your data were brought up to date for this version. What was there before is kept as {kept}.\n"
    )
    assert (older.version(kept), older.version(home.database)) == (version, newest_version())
    assert cli.ok("cases", "--json").json == first.json
    assert "as they were recorded" in cli.ok("history", "verify").out


def test_a_long_upgrade_says_how_far_it_is_and_a_short_one_nothing() -> None:
    said: list[str] = []
    clock = iter([0.0, 0.5, 1.5, 2.0, 6.0, 6.6])
    tell = Seldom(said.append, lambda: next(clock))
    for done in range(6):
        tell(BringingUp(Stage.CASES, done * 1000, 100_000))
    words = "Your data are brought up to date for this version. Reading the cases: {} of 100,000.\n"
    assert said == [words.format("2,000"), words.format("5,000")]


def test_each_stage_is_told_with_its_counts(tmp_path: Path) -> None:
    home = open_home(tmp_path / "home")
    older.made_then(home.database, newest_version() - 1)
    told: list[BringingUp] = []
    open_database(home.database, told.append)
    assert list(dict.fromkeys(each.stage for each in told)) == list(Stage)
    StoredCases(open_database(home.database)).keep([case(doc_number=str(n)) for n in range(2500)], [])
    with open_database(home.database).transaction() as connection:
        connection.execute("DELETE FROM inbox_made")
    told.clear()
    open_database(home.database, told.append)
    assert [each.words for each in told] == [
        "Reading the cases: 0 of 2,501",
        "Reading the cases: 1,000 of 2,501",
        "Reading the cases: 2,000 of 2,501",
        "Making them ready to be found",
    ]
    told.clear()
    open_database(home.database, told.append)
    assert told == []


@pytest.mark.parametrize("stage", list(Stage))
def test_whoever_leaves_in_the_middle_finds_the_old_store_and_begins_anew(tmp_path: Path, stage: Stage) -> None:
    home, patience, wish = open_home(tmp_path / "home"), Patient(), Wish()
    older.made_then(home.database, newest_version() - 1)
    patience.heed(wish)

    def leave(how_far: BringingUp) -> None:
        if how_far.stage is stage:
            wish.set()

    if stage is Stage.SEARCH:
        # Nothing is told after the last stage: who leaves there has it done.
        desk_brought_up(home, patience, leave)
    else:
        with pytest.raises(Cancelled):
            desk_brought_up(home, patience, leave)
    patience.heed(None)
    desk, _ = desk_brought_up(home, patience, lambda _how_far: None)
    assert [each.doc_number for each in desk.cases.all()] == ["1234"]
    assert older.version(home.database) == newest_version()
