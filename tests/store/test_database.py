"""The database file: newer, damaged, full, private; it is never made worse."""

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import builders
from store import small_disk
from untwin.domain.problems import DiskProblem, Problem
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.home import Home


def fingerprints(folder: Path) -> dict[str, str]:
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.iterdir() if f.is_file()}


def schema(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_data_of_a_newer_untwin_is_refused_and_not_touched(home: Home, journal: str) -> None:
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("CREATE TABLE of_tomorrow (x)")
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    before = fingerprints(home.path)
    with pytest.raises(DiskProblem, match="written by a newer Untwin; nothing was touched"):
        open_database(home.database)
    assert fingerprints(home.path) == before


def test_opening_twice_changes_nothing(home: Home) -> None:
    StoredCases(open_database(home.database)).add(builders.case())
    version = schema(home.database)
    open_database(home.database)
    assert schema(home.database) == version
    assert len(StoredCases(open_database(home.database)).all()) == 1


@pytest.mark.parametrize("junk", [b"this is no database at all\n" * 200, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_file_that_is_no_database_gives_a_sentence_and_stays(home: Home, junk: bytes) -> None:
    home.database.write_bytes(junk)
    with pytest.raises(Problem, match=r"is damaged .* it was left as it is\. Restore it from a backup"):
        open_database(home.database)
    assert home.database.read_bytes() == junk


def test_a_file_damaged_in_its_middle_gives_a_sentence(home: Home) -> None:
    cases = StoredCases(open_database(home.database))
    for number in range(200):
        cases.add(builders.case(doc_number=str(number)))
    whole = home.database.read_bytes()
    page = 4096
    home.database.write_bytes(whole[: 2 * page] + b"\xa5" * (len(whole) - 2 * page))
    with pytest.raises(Problem, match="damaged"):
        cases.all()


def test_a_row_that_can_no_longer_be_read_gives_a_sentence(home: Home) -> None:
    cases = StoredCases(open_database(home.database))
    stored = cases.add(builders.case())
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("UPDATE cases SET body = substr(body, 1, 40)")
        connection.commit()
    for ask in (lambda: cases.get(stored.id), cases.all):
        with pytest.raises(Problem, match="damaged"):
            ask()


def test_a_folder_in_the_files_place_gives_a_sentence(home: Home) -> None:
    home.database.mkdir()
    with pytest.raises(Problem, match="can't be used"):
        open_database(home.database)


def test_an_interrupted_transaction_stores_nothing(home: Home) -> None:
    database = open_database(home.database)

    def interrupted() -> None:
        with database.transaction() as connection:
            connection.execute("INSERT INTO preferences VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM preferences").fetchone()[0] == 0


def test_a_busy_file_is_waited_for_and_many_writers_lose_nothing(home: Home) -> None:
    open_database(home.database)
    code = (
        "import sys; from pathlib import Path; import builders\n"
        "from untwin.store.cases import StoredCases; from untwin.store.database import open_database\n"
        "cases = StoredCases(open_database(Path(sys.argv[1])))\n"
        "for _ in range(10): cases.add(builders.case())\n"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])}
    writers = [subprocess.Popen([sys.executable, "-c", code, home.database], env=env) for _ in range(4)]
    assert [w.wait() for w in writers] == [0] * 4
    assert len(StoredCases(open_database(home.database)).all()) == 40


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access in lists, not in modes")
def test_every_file_is_for_its_owner_alone(home: Home) -> None:
    cases = StoredCases(open_database(home.database))
    cases.add(builders.case())
    with cases.database.reading() as connection:
        # Held open, so that SQLite's own files beside it are there too.
        connection.execute("SELECT count(*) FROM cases").fetchone()
        modes = {f.name: stat.S_IMODE(f.stat().st_mode) for f in home.path.iterdir()}
    assert len(modes) >= 4
    assert set(modes.values()) == {0o600}, modes
    assert stat.S_IMODE(home.path.stat().st_mode) == 0o700


FULL = """
import sys
from pathlib import Path
import builders
from untwin.domain.problems import Problem
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
folder = Path(sys.argv[1])
cases = StoredCases(open_database(folder / "untwin.sqlite3"))
stored = 0
try:
    for _ in range(2000):
        cases.add(builders.case(note="x" * 4000))
        stored += 1
except Problem as problem:
    print(problem)
(folder / "ballast").unlink()
print(stored > 0, stored == len(cases.all()))
cases.add(builders.case())
print(len(cases.all()) - stored)
"""


def test_a_full_disk_gives_a_sentence_and_what_was_stored_stays(tmp_path: Path) -> None:
    assert small_disk.run(FULL, tmp_path) == [
        "The disk is full; nothing was stored or changed. Make room and try again.",
        "True True",
        "1",
    ]
