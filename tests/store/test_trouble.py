"""Trouble with the store on real files and disks: each is a sentence, and nothing that was recorded is lost."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

import builders
from builders import NOW
from store import older, small_disk
from store.chains import LATER, intent, note, one_change, proved
from store.damage import cut_short, damaged_in_the_middle, empty, history_of, no_database, spoilt_header, told
from untwin.domain.problems import Problem
from untwin.store.database import open_database
from untwin.store.home import Home
from untwin.store.records import add_intent, add_step, changes
from untwin.store.versions import newest_version

START = """
import sys
from pathlib import Path
from store.chains import *
from untwin.domain.problems import Problem
from untwin.store.backups import StoredBackups
from untwin.store.database import open_database
from untwin.store.home import open_home
folder = Path(sys.argv[1])
store = folder / "untwin.sqlite3"
def tell(deed):
    try:
        deed()
    except Problem as problem:
        print(problem)
"""
FULL = "The disk is full; nothing was stored or changed. Make room and try again."


@pytest.mark.parametrize("damage", [no_database, empty, cut_short, spoilt_header])
def test_a_damaged_file_is_a_sentence_and_left_as_it_was(kept: Home, damage: Callable[[Path], None]) -> None:
    log = kept.path / "untwin.sqlite3-wal"
    damage(kept.database)
    log.write_bytes(b"what was saved last")
    before = kept.database.read_bytes()
    with pytest.raises(Problem, match=r"damaged .* left as it is\. Restore it from a backup: untwin backup --restore"):
        open_database(kept.database)
    assert kept.database.read_bytes() == before
    assert log.read_bytes() == b"what was saved last"


def test_damage_in_the_middle_is_a_sentence_where_it_is_met(kept: Home) -> None:
    history_of(kept).intend([intent(str(number), before="x" * 3000) for number in range(50)], NOW)
    damaged_in_the_middle(kept.database)
    before = kept.database.read_bytes()
    with pytest.raises(Problem, match="is damaged"):
        history_of(kept).changes()
    with pytest.raises(Problem, match="is damaged"):
        history_of(kept).verify()
    assert kept.database.read_bytes() == before


def with_log(home: Home, spoil: Callable[[bytes], bytes]) -> None:
    """Three notes that lie in SQLite's log when the power fails, and what the disk then makes of the log."""
    log = home.path / "untwin.sqlite3-wal"
    with closing(sqlite3.connect(home.database)) as reader:
        reader.execute("SELECT count(*) FROM links").fetchone()
        for number in range(3):
            history_of(home).note(note(str(number)))
        store, kept = home.database.read_bytes(), log.read_bytes()
    home.database.write_bytes(store)
    log.write_bytes(spoil(kept))


def test_what_lies_in_the_log_when_the_power_fails_is_there_again(kept: Home) -> None:
    with_log(kept, bytes)
    assert told(kept) == ["renumbered", "0", "1", "2"]
    assert history_of(kept).verify().whole


def test_a_log_of_garbage_is_never_taken_for_the_record(kept: Home) -> None:
    with_log(kept, lambda log: b"\xa5" * len(log))
    assert told(kept) == ["renumbered"]
    history_of(kept).note(note("after"))
    assert told(kept) == ["renumbered", "after"]
    assert history_of(kept).verify().whole


def test_of_a_log_that_is_damaged_in_its_middle_what_came_before_is_kept_whole(kept: Home) -> None:
    with_log(kept, lambda log: log[: len(log) // 2] + b"\xa5" * 500 + log[len(log) // 2 + 500 :])
    notes = told(kept)
    assert notes == ["renumbered", "0", "1", "2"][: len(notes)]
    assert 1 <= len(notes) < 4
    assert history_of(kept).verify().whole


def test_a_full_disk_keeps_what_was_recorded_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    code = """
history, recorded = StoredHistory(open_database(store)), 0
def fill():
    global recorded
    while True:
        history.intend([intent(str(recorded), before="x" * 20000)], NOW)
        recorded += 1
tell(fill)
print(recorded > 3, len(history.changes()) == recorded, history.verify().whole)
tell(lambda: history.note(note(detail="x" * 90000)))
(folder / "ballast").unlink()
history.note(note(detail="x" * 90000))
print(history.verify().entries - recorded, history.verify().whole)
"""
    assert small_disk.run(START + code, tmp_path) == [FULL, "True True True", FULL, "1 True"]


# The second leaves room for the copy that is kept, but none for the chain.
@pytest.mark.parametrize("ballast", [750_000, 550_000])
def test_an_older_store_on_a_full_disk_stays_as_it_was_until_there_is_room(tmp_path: Path, ballast: int) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "old").mkdir()
    older.make(tmp_path / "old" / "untwin.sqlite3", 2)
    older.fill(tmp_path / "old" / "untwin.sqlite3", image="x" * 50_000)
    code = """
from store import older
def copies():
    return sorted(file.name for file in folder.iterdir() if "before" in file.name)
for _ in range(2):
    tell(lambda: open_database(store))
print(older.version(store), copies())
(folder / "ballast").unlink()
history = StoredHistory(open_database(store))
print(older.version(store), copies(), history.verify().whole, len(history.changes()))
"""
    assert small_disk.run(START + code, tmp_path / "disk", tmp_path / "old", ballast=ballast) == [
        FULL,
        FULL,
        "2 []",
        f"{newest_version()} ['untwin.sqlite3.before-v{newest_version()}'] True 2",
    ]


def test_a_full_disk_gives_no_half_copy_and_no_half_restore(kept: Home, copy: Path, tmp_path: Path) -> None:
    history_of(kept).intend([intent("large", before="x" * 300_000)], NOW)
    code = f"""
home = Path({str(kept.path)!r})
StoredBackups(home).save(folder / "first")
tell(lambda: StoredBackups(home).save(folder / "second"))
tell(lambda: StoredBackups(home).save(folder / "first", replace=True))
print(sorted(f.name for f in folder.iterdir()))
"""
    (tmp_path / "disk").mkdir()
    no_room = "could not be written: the disk is full. Nothing is left of it. Choose another place for it, or make"
    first, second, names = small_disk.run(START + code, tmp_path / "disk")
    assert no_room in first
    assert no_room in second
    assert names == "['ballast', 'first']"
    code = f"""
home = open_home(folder / "home")
history = StoredHistory(open_database(home.database))
history.note(note())
tell(lambda: StoredBackups(home.path).restore(Path({str(tmp_path / "large")!r})))
print(sorted(f.name for f in home.path.iterdir() if f.name.startswith("untwin")), len(history.rows()))
"""
    backups = open_database(kept.database)
    with closing(sqlite3.connect(tmp_path / "large")) as large, backups.reading() as connection:
        connection.backup(large)
    assert small_disk.run(START + code, tmp_path / "disk") == [FULL, "['untwin.sqlite3'] 1"]


def test_a_folder_that_is_for_reading_alone_is_a_sentence(kept: Home, tmp_path: Path) -> None:
    one_change(history_of(kept), "r2")
    code = """
tell(lambda: open_database(store))
tell(lambda: StoredBackups(folder).restore(folder / "untwin.sqlite3.copy"))
"""
    (tmp_path / "disk").mkdir()
    opened, restored = small_disk.run(START + code, tmp_path / "disk", kept.path, read_only=True)
    assert "can't be used: " in opened
    assert "can't be used: " in restored


def test_two_processes_that_record_at_once_make_one_chain(kept: Home) -> None:
    code = (
        "import sys; from store.chains import *; from untwin.store.database import open_database\n"
        "history = StoredHistory(open_database(Path(sys.argv[1]))); me = sys.argv[2]\n"
        "for number in range(100): one_change(history, f'{me}-{number}')\n"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])}
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(kept.database), name], env=env) for name in ("one", "two")
    ]
    walks = 0
    while any(writer.poll() is None for writer in writers):
        # Whoever reads meanwhile sees a whole chain, too.
        assert history_of(kept).verify().whole
        walks += 1
    assert [writer.returncode for writer in writers] == [0, 0]
    found = history_of(kept).verify()
    assert (found.problem, found.entries, walks > 1) == ("", 6 + 2 * 600, True)
    with history_of(kept).database.reading() as connection:
        owners = [row[0][:3] for row in connection.execute("SELECT request_id FROM links WHERE kind = 'step'")]
    # They did take turns; how often is up to the machine.
    assert sum(one != other for one, other in pairwise(owners)) > 2


def test_a_reader_sees_all_of_a_batch_or_nothing_while_it_is_recorded(kept: Home) -> None:
    history = history_of(kept)
    with history.database.transaction() as connection:
        connection.execute("UPDATE change_index SET settled_at = NULL")
        assert history.open_changes() == ()
        assert history.verify().whole
    assert len(history.open_changes()) == 1


def test_recording_and_finding_cost_the_same_in_a_long_history(kept: Home) -> None:
    history = history_of(kept)

    def cost(name: str) -> int:
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        with history.database.reading() as connection:
            connection.set_progress_handler(count, 1)
            connection.execute("BEGIN IMMEDIATE")
            add_intent(connection, intent(name, run=name, case_id=name), NOW)
            add_step(connection, name, proved())
            for which in ("c.request_id = ?", "c.case_id = ?", "c.run = ?"):
                assert len(list(changes(connection, which, name))) == 1
            assert not list(changes(connection, "c.settled_at IS NULL"))
            connection.rollback()
        return steps

    short = cost("short")
    for number in range(20):
        names = [f"{number}-{one}" for one in range(50)]
        history.intend([intent(name, case_id=name) for name in names], NOW)
        history.record([(name, proved(LATER)) for name in names])
    assert cost("long") < 1.2 * short
