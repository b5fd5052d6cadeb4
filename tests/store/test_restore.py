"""A copy of the store put back: whole, with its home's id, and without losing what was there."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import builders
from builders import NOW
from store import older
from store.chains import intent, note
from store.damage import (
    another_programs,
    changed,
    cut_short,
    damaged_in_the_middle,
    empty,
    history_of,
    newer,
    no_database,
    only,
    spoilt_header,
    told,
    without_guards,
)
from untwin.domain.problems import BadInput, Busy, DiskProblem
from untwin.ports.history import Backups
from untwin.store.backups import StoredBackups
from untwin.store.database import open_database
from untwin.store.home import Home, open_home
from untwin.store.preferences import StoredPreferences


def test_a_copy_comes_back_and_the_former_store_is_kept(backups: Backups, kept: Home, copy: Path) -> None:
    history_of(kept).note(note("later"))
    with closing(sqlite3.connect(kept.database)) as reader:
        # A command that reads has the store open all the while.
        reader.execute("SELECT count(*) FROM links").fetchone()
        former = backups.restore(copy)
    assert told(kept) == ["renumbered"]
    assert former.parent == kept.path
    assert former.name.startswith("untwin.sqlite3.before-restore-2")
    assert stat.S_IMODE(former.stat().st_mode) == 0o600
    assert only(kept) == ["untwin.sqlite3", former.name]
    back = backups.restore(former)
    assert told(kept) == ["renumbered", "later"]
    assert back != former
    assert history_of(kept).verify().whole


def test_what_is_added_after_a_restore_goes_on_with_its_chain(backups: Backups, kept: Home, copy: Path) -> None:
    exported = history_of(kept).head()
    history_of(kept).note(note("lost with the restore"))
    after = history_of(kept).head()
    backups.restore(copy)
    history_of(kept).intend([intent("r2")], NOW)
    found = history_of(kept).verify(exported)
    assert (found.entries, found.problem) == (7, "")
    assert found.found
    assert history_of(kept).verify(after).found is None


@pytest.mark.parametrize("version", [1, 2])
def test_a_copy_of_an_older_version_is_brought_up_to_date(
    backups: Backups, kept: Home, tmp_path: Path, version: int
) -> None:
    older.make(tmp_path / "old", version)
    older.fill(tmp_path / "old")
    before = (tmp_path / "old").read_bytes()
    former = backups.restore(tmp_path / "old")
    assert [c.intent.order.request_id for c in history_of(kept).changes()] == ["old-1", "old-2"]
    assert (tmp_path / "old").read_bytes() == before
    assert only(kept) == ["untwin.sqlite3", former.name]


def test_a_copy_made_by_hand_comes_back_with_what_lies_in_its_log(backups: Backups, kept: Home, tmp_path: Path) -> None:
    with closing(sqlite3.connect(kept.database)) as reader:
        reader.execute("SELECT count(*) FROM links").fetchone()
        history_of(kept).note(note("in the log"))
        for file in kept.path.glob("untwin.sqlite3*"):
            shutil.copyfile(file, tmp_path / file.name)
    history_of(kept).note(note("later"))
    before = {file.name: file.read_bytes() for file in tmp_path.glob("untwin*")}
    assert len(before) == 3
    backups.restore(tmp_path / "untwin.sqlite3")
    assert told(kept) == ["renumbered", "in the log"]
    assert {file.name: file.read_bytes() for file in tmp_path.glob("untwin*")} == before


NO_COPY = "is no copy of Untwin's data, or it is damaged; nothing was touched"


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (no_database, NO_COPY),
        (empty, NO_COPY),
        (another_programs, NO_COPY),
        (cut_short, NO_COPY),
        (damaged_in_the_middle, "damaged|not whole"),
        (without_guards, NO_COPY),
        (newer, "was written by a newer Untwin; nothing was touched"),
        (changed, r"is not whole: Entry 3 of .* Nothing was touched"),
        (Path.unlink, "There is no file"),
    ],
)
def test_what_is_no_good_copy_is_refused_and_nothing_is_touched(
    backups: Backups, kept: Home, copy: Path, damage: Callable[[Path], None], words: str
) -> None:
    damage(copy)
    before = copy.read_bytes() if copy.exists() else b""
    with pytest.raises(BadInput, match=words):
        backups.restore(copy)
    assert told(kept) == ["renumbered"]
    assert only(kept) == ["untwin.sqlite3"]
    assert (copy.read_bytes() if copy.exists() else b"") == before


def test_the_store_itself_is_no_copy(backups: Backups, kept: Home) -> None:
    with pytest.raises(BadInput, match="is the store itself"):
        backups.restore(kept.database)


def test_a_window_or_a_command_that_saves_keeps_its_store(backups: Backups, kept: Home, copy: Path) -> None:
    history_of(kept).note(note("later"))
    with kept.window_lock().hold(), pytest.raises(Busy, match="window is open"):
        backups.restore(copy)
    with kept.lock("writing").hold(), pytest.raises(Busy, match="Untwin is saving"):
        backups.restore(copy)
    assert told(kept) == ["renumbered", "later"]
    assert only(kept) == ["untwin.sqlite3"]


@pytest.mark.parametrize("damage", [no_database, empty, cut_short, damaged_in_the_middle, spoilt_header, Path.unlink])
def test_a_copy_comes_back_in_the_place_of_a_damaged_store(
    backups: Backups, kept: Home, copy: Path, damage: Callable[[Path], None]
) -> None:
    damage(kept.database)
    damaged = kept.database.read_bytes() if kept.database.exists() else b""
    former = backups.restore(copy)
    assert told(kept) == ["renumbered"]
    assert history_of(kept).verify().whole
    # Of a store that SQLite could still copy, the first bytes say how it was last opened.
    assert former.read_bytes()[100:] == damaged[100:] or not damaged


def test_a_command_that_goes_on_writing_keeps_its_store(backups: Backups, kept: Home, copy: Path) -> None:
    with closing(sqlite3.connect(kept.database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="Untwin is saving"):
            backups.restore(copy)
        writer.execute("INSERT INTO preferences VALUES ('theme', 'dark')")
        writer.execute("COMMIT")
    assert only(kept) == ["untwin.sqlite3"]
    assert StoredPreferences(open_database(kept.database)).get("theme") == "dark"


def test_what_is_written_up_to_the_last_moment_is_in_the_former_store(backups: Backups, kept: Home, copy: Path) -> None:
    code = (
        "import sys; from store.chains import *; from untwin.store.database import open_database\n"
        "history = StoredHistory(open_database(Path(sys.argv[1])))\n"
        "for number in range(10**9):\n"
        "    history.note(note(f'from another {number}')); print(number, flush=True)\n"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])}
    command = [sys.executable, "-c", code, str(kept.database)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "0\n"
        former = backups.restore(copy)
        writer.kill()
        last = writer.stdout.read().splitlines()[-1]
    after = told(kept)
    backups.restore(former)
    before = told(kept)
    # Every note is in the one store or in the other, and no place was taken twice.
    assert [*before, *after[1:]][: int(last) + 2] == [
        "renumbered",
        *(f"from another {n}" for n in range(int(last) + 1)),
    ]


def test_the_log_of_a_damaged_store_is_kept_with_it_and_never_taken_for_the_new_ones(
    backups: Backups, kept: Home, copy: Path
) -> None:
    with closing(sqlite3.connect(kept.database)) as reader:
        reader.execute("SELECT count(*) FROM links").fetchone()
        history_of(kept).note(note("in the log"))
        log = (kept.path / "untwin.sqlite3-wal").read_bytes()
    # As a machine that lost its power leaves it, and its disk then damages it.
    no_database(kept.database)
    (kept.path / "untwin.sqlite3-wal").write_bytes(log)
    former = backups.restore(copy)
    assert told(kept) == ["renumbered"]
    assert former.with_name(f"{former.name}-wal").read_bytes() == log


@pytest.mark.parametrize("lost", [b"damaged", None])
def test_a_lost_home_id_comes_back_with_a_copy(backups: Backups, kept: Home, copy: Path, lost: bytes | None) -> None:
    file = kept.path / "home-id"
    file.unlink()
    if lost is not None:
        file.write_bytes(lost)
    with pytest.raises(DiskProblem, match="home-id"):
        open_home(kept.path)
    backups.restore(copy)
    assert open_home(kept.path) == kept
    assert told(kept) == ["renumbered"]


def test_a_lost_home_comes_back_whole_where_there_was_none(kept: Home, copy: Path) -> None:
    shutil.rmtree(kept.path)
    StoredBackups(kept.path).restore(copy)
    assert open_home(kept.path) == kept
    assert told(kept) == ["renumbered"]


def test_another_home_keeps_its_own_id(copy: Path, kept: Home, tmp_path: Path) -> None:
    other = open_home(tmp_path / "other")
    StoredBackups(other.path).restore(copy)
    assert open_home(other.path) == other != replace(kept, path=other.path)
    assert told(other) == ["renumbered"]


def test_somebody_elses_folder_is_no_home(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").write_text("Dear Ann")
    with pytest.raises(BadInput, match="holds other files"):
        StoredBackups(tmp_path / "documents").restore(copy)
    assert [f.name for f in (tmp_path / "documents").iterdir()] == ["letter.txt"]


def test_a_bad_copy_spoils_no_new_home(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("no copy")
    with pytest.raises(BadInput, match="no copy of Untwin's data"):
        StoredBackups(tmp_path / "new").restore(tmp_path / "copy")
    assert open_home(tmp_path / "new").id


def test_what_a_restore_that_was_killed_had_begun_to_keep_is_cleared_away(kept: Home, copy: Path) -> None:
    begun = kept.path / "untwin.sqlite3.before-restore-20260101-000000.untwin-part"
    for file in (begun, begun.with_name(f"{begun.name}-journal")):
        file.write_bytes(b"half of a store")
    former = kept.path / "untwin.sqlite3.before-restore-20260101-000000"
    former.write_bytes(b"a whole one, from an earlier restore")
    StoredBackups(kept.path).restore(copy)
    assert not list(kept.path.glob("*.untwin-part*"))
    assert former.exists()
