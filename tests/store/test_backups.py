"""Copies of the store: whole, private, made while others write; and put back without losing what was there."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import builders
from store.chains import meddle, note
from store.damage import (
    history_of,
)
from untwin.domain.problems import BadInput, Problem
from untwin.ports.history import Backups
from untwin.store.backups import StoredBackups
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.home import Home, open_home


def test_a_copy_is_one_private_file_that_holds_everything(kept: Home, copy: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(f.name for f in tmp_path.iterdir()) == ["copy", "home"]
    other = open_home(tmp_path / "other")
    shutil.copyfile(copy, other.database)
    assert history_of(other).changes() == history_of(kept).changes()
    assert history_of(other).verify() == history_of(kept).verify()
    assert StoredCases(open_database(other.database)).all() == StoredCases(open_database(kept.database)).all()


def test_a_copy_can_be_read_where_nothing_can_be_written(copy: Path) -> None:
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM links").fetchone() == (6,)


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(backups: Backups, kept: Home, copy: Path) -> None:
    before = copy.read_bytes()
    history_of(kept).note(note("later"))
    with pytest.raises(BadInput, match="is there already"):
        backups.save(copy)
    assert copy.read_bytes() == before
    backups.save(copy, replace=True)
    assert copy.read_bytes() != before


def test_where_no_copy_can_be_is_a_sentence(backups: Backups, kept: Home, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no folder"):
        backups.save(tmp_path / "nowhere" / "copy")
    with pytest.raises(BadInput, match="is there already"):
        backups.save(tmp_path, replace=True)
    (tmp_path / "link").symlink_to(kept.database)
    for own in (kept.database, tmp_path / "link", kept.path / "home-id", kept.path / "untwin.sqlite3-wal"):
        with pytest.raises(BadInput, match="part of Untwin's own data"):
            backups.save(own, replace=True)
    with pytest.raises(BadInput, match="nothing to copy yet"):
        StoredBackups(tmp_path / "nowhere").save(tmp_path / "copy")
    assert sorted(f.name for f in tmp_path.iterdir()) == ["home", "link"]


def test_a_name_that_is_too_long_for_the_disk_is_a_sentence_and_leaves_nothing(
    backups: Backups, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match=r"could not be written: File name too long\. Nothing is left of it\."):
        backups.save(tmp_path / ("x" * 254))
    assert [f.name for f in tmp_path.iterdir()] == ["home"]


def test_a_store_that_is_not_whole_gives_no_copy_and_the_last_good_one_stays(
    backups: Backups, kept: Home, copy: Path, tmp_path: Path
) -> None:
    before = copy.read_bytes()
    meddle(kept.database, "UPDATE links SET company = 'x' WHERE place = 3")
    with pytest.raises(Problem, match=r"not whole, and was not kept: Entry 3 of 2026-11-23 15:00:01 UTC"):
        backups.save(copy, replace=True)
    assert copy.read_bytes() == before
    assert sorted(f.name for f in tmp_path.iterdir()) == ["copy", "home"]


def test_a_copy_made_while_another_process_writes_is_whole_and_of_one_moment(
    backups: Backups, kept: Home, tmp_path: Path
) -> None:
    code = (
        "import sys; from store.chains import *; from untwin.store.database import open_database\n"
        "history = StoredHistory(open_database(Path(sys.argv[1])))\n"
        "number = 0\n"
        "while True:\n"
        "    number += 1; history.intend([intent(str(number), before='x' * 20000)], NOW)\n"
        "    history.note(note(str(number)))\n"
        "    number == 3 and print('writing', flush=True)\n"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])}
    command = [sys.executable, "-c", code, str(kept.database)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        try:
            for number in range(5):
                backups.save(tmp_path / str(number))
        finally:
            writer.kill()
    entries = []
    for number in range(5):
        other = open_home(tmp_path / f"other-{number}")
        shutil.copyfile(tmp_path / str(number), other.database)
        history = history_of(other)
        assert history.verify().whole
        assert 0 <= len(history.changes()) - len(history.rows()) <= 1
        entries.append(history.verify().entries)
    assert entries == sorted(entries)
    assert entries[-1] > entries[0] > 6
