"""Killed at any line: the old store or the new one is there, whole, and what was begun can be done again."""

import shutil
from pathlib import Path

from builders import case
from store import older
from store.chains import note, one_change
from store.damage import history_of, no_database, told
from store.killing import killed
from untwin.store.backups import StoredBackups
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home, open_home
from untwin.store.versions import newest_version

RESTORE = "StoredBackups(folder).restore(other)"


def test_whoever_is_killed_while_restoring_leaves_the_old_store_or_the_new_one(kept: Home, copy: Path) -> None:
    history_of(kept).note(note("later"))
    ends = []
    for folder in killed(RESTORE, kept.path, copy, "backups exchange copies home"):
        assert open_home(folder).id == kept.id
        assert history_of(open_home(folder)).verify().whole
        ends.append(len(told(open_home(folder))))
        StoredBackups(folder).restore(copy)
        assert told(open_home(folder)) == ["renumbered"]
    # First the old one with both its notes, from one line on the new one.
    assert ends == sorted(ends, reverse=True)
    assert set(ends) == {2, 1}


def test_whoever_is_killed_while_a_damaged_store_is_replaced_can_do_it_again(kept: Home, copy: Path) -> None:
    no_database(kept.database)
    (kept.path / "home-id").write_bytes(b"damaged")
    for folder in killed(RESTORE, kept.path, copy, "backups exchange copies home"):
        StoredBackups(folder).restore(copy)
        assert open_home(folder).id == kept.id
        assert told(open_home(folder)) == ["renumbered"]
        # What was damaged is still there.
        assert any(b"Dear Ann" in file.read_bytes() for file in folder.glob("untwin.sqlite3.before*"))


def test_whoever_is_killed_while_copying_leaves_the_last_copy_or_a_whole_new_one(
    kept: Home, copy: Path, tmp_path: Path
) -> None:
    shutil.copyfile(copy, kept.path / "copy")
    history_of(kept).note(note("later"))
    other, ends = open_home(tmp_path / "other"), []
    deed = "StoredBackups(folder).save(folder / 'copy', replace=True)"
    for folder in killed(deed, kept.path, copy, "backups copies"):
        StoredBackups(other.path).restore(folder / "copy")
        ends.append(len(told(other)))
    assert ends == sorted(ends)
    assert set(ends) == {1, 2}


def test_whoever_is_killed_while_a_store_is_brought_up_leaves_the_old_one_or_the_new(old: Home, tmp_path: Path) -> None:
    deed = "open_database(folder / 'untwin.sqlite3')"
    versions, files = set(), "database schema carry_over copies connection inbox_entries same_words"
    for folder in killed(deed, old.path, tmp_path, files, 60):
        file = folder / "untwin.sqlite3"
        versions.add(older.version(file))
        history = StoredHistory(open_database(file))
        assert history.verify().whole
        assert (len(history.changes()), len(history.rows())) == (2, 3)
        cases = StoredCases(open_database(file))
        assert [c.doc_number for c in cases.all()] == ["1234"] == [cases.get(i).doc_number for i in _listed(file)]
    assert versions == set(range(older.version(old.database), newest_version() + 1))


def _listed(file: Path) -> list[str]:
    """What stands in the inbox's list."""
    with open_database(file).reading() as connection:
        return [str(row[0]) for row in connection.execute("SELECT id FROM inbox")]


def test_whoever_is_killed_while_recording_leaves_all_of_it_or_nothing(home: Home, tmp_path: Path) -> None:
    one_change(StoredHistory(open_database(home.database)))
    deed = "StoredHistory(open_database(folder / 'untwin.sqlite3')).intend([intent('r2'), intent('r3')], NOW)"
    numbers = []
    for folder in killed(deed, home.path, tmp_path, "history records chain connection database"):
        history = StoredHistory(open_database(folder / "untwin.sqlite3"))
        assert history.verify().whole
        assert history.verify().entries == 5 + len(history.changes())
        numbers.append(len(history.changes()))
    assert numbers == sorted(numbers)
    assert set(numbers) == {1, 3}


def test_whoever_is_killed_while_a_batch_of_errors_is_stored_leaves_all_of_it_or_nothing(
    home: Home, tmp_path: Path
) -> None:
    known = StoredCases(open_database(home.database)).add(case())
    deed = (
        "from builders import case; from untwin.store.cases import StoredCases;"
        f"cases = StoredCases(open_database(folder / 'untwin.sqlite3')); known = cases.get({known.id!r});"
        "cases.keep([case(doc_number=str(n)) for n in range(3)], [(known, known.state)])"
    )
    numbers = []
    for folder in killed(deed, home.path, tmp_path, "cases inbox_entries connection database"):
        database = open_database(folder / "untwin.sqlite3")
        cases = StoredCases(database)
        with database.reading() as connection:
            in_the_list = connection.execute("SELECT id FROM inbox JOIN inbox_text USING (id) ORDER BY id").fetchall()
            [counted] = connection.execute("SELECT sum(cases) FROM inbox_tally").fetchone()
        ids = sorted(int(stored.id) for stored in cases.all())
        assert [row[0] for row in in_the_list] == ids
        assert counted == len(ids)
        numbers.append(len(ids))
        # What was begun can be done again.
        assert len({stored.id for stored in cases.keep([case(), case()])} - {str(i) for i in ids}) == 2
    assert numbers == sorted(numbers)
    assert set(numbers) == {1, 4}
