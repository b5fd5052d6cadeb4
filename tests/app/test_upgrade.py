"""A store of any earlier version opens, what was there is kept first, and that is said once."""

from pathlib import Path

import pytest

from command_line import CommandLine
from secret_service import NoService
from store import older
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
