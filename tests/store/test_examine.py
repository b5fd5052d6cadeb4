"""The home under examination: every fault is found, told with its remedy, and nothing is changed by looking."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from builders import NOW
from store.chains import intent
from store.damage import changed, without_guards
from untwin.domain.checks import Check, Standing
from untwin.store.database import open_database
from untwin.store.examine import HomeExam, StoreExam
from untwin.store.history import StoredHistory
from untwin.store.home import Home, known_id, open_home
from untwin.store.versions import newest_version

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access in lists, not in modes")


def checks(home: Home) -> dict[str, Check]:
    return {check.id: check for check in (*HomeExam(home.path).look(), *StoreExam(home.path).look())}


def test_a_home_in_use_is_well(kept: Home) -> None:
    found = checks(kept)
    assert {check.standing for check in found.values()} == {Standing.OK}
    assert list(found) == ["home", "files", "disk", "in_use", "store", "history"]
    assert found["store"].sentence.startswith("The store is whole (version ")
    assert found["history"].sentence == "The change history is whole: 6 entries."


def test_looking_makes_nothing(tmp_path: Path) -> None:
    found = checks(Home(tmp_path / "nowhere", ""))
    assert {check.standing for check in found.values()} == {Standing.OK}
    assert list(tmp_path.iterdir()) == []
    assert known_id(tmp_path) is None


def test_a_file_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    [found] = HomeExam(tmp_path / "home").look()
    assert (found.standing, found.remedy) == (Standing.FAULT, "Choose another with --home.")


@posix
def test_what_others_can_read_is_told_with_the_command_that_mends_it(kept: Home) -> None:
    kept.path.chmod(0o750)
    kept.database.chmod(0o644)
    found = checks(kept)
    assert (found["home"].standing, found["home"].remedy) == (Standing.FAULT, f"chmod 700 {kept.path}")
    assert found["files"].sentence == "Other users can read 1 of its files, such as untwin.sqlite3."
    assert found["files"].remedy == f"chmod -R go-rwx {kept.path}"
    assert kept.database.stat().st_mode & 0o777 == 0o644


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_what_belongs_to_another_user_is_said(kept: Home) -> None:
    os.chown(kept.database, 12345, 12345)
    assert checks(kept)["files"].sentence.startswith("1 of its files belong to another user")
    os.chown(kept.path, 12345, 12345)
    assert "belongs to another user" in checks(kept)["home"].sentence


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root writes everywhere")
def test_a_home_that_cannot_be_written_is_said(kept: Home) -> None:
    kept.path.chmod(0o500)
    assert "can't be written" in checks(kept)["home"].sentence
    kept.path.chmod(0o700)


@pytest.mark.parametrize(("damage", "words"), [(b"no id", "is damaged"), (None, "is missing")])
def test_a_home_without_its_id_is_said(kept: Home, damage: bytes | None, words: str) -> None:
    file = kept.path / "home-id"
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
        file.chmod(0o600)
    found = checks(kept)["home"]
    assert (found.standing, found.remedy) == (Standing.FAULT, "Restore it from a backup: untwin backup --restore FILE")
    assert words in found.sentence


def test_a_damaged_store_is_said_and_left_as_it_is(kept: Home) -> None:
    whole = kept.database.read_bytes()
    for damaged in (b"", b"nothing like a database" * 400, whole[:5000], whole[:4096] + b"\xff" * (len(whole) - 4096)):
        kept.database.write_bytes(damaged)
        found = checks(kept)["store"]
        assert found.standing is Standing.FAULT, found
        assert kept.database.read_bytes() == damaged


def test_a_store_of_another_version_is_said(kept: Home) -> None:
    for version, standing in ((newest_version() + 1, Standing.FAULT), (0, Standing.OK)):
        with closing(sqlite3.connect(kept.database)) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
        assert checks(kept)["store"].standing is standing


def test_a_history_that_somebody_changed_is_said(kept: Home) -> None:
    changed(kept.database)
    found = checks(kept)
    assert found["store"].standing is Standing.OK
    assert found["history"].standing is Standing.FAULT
    assert "not as it was recorded: Entry 3 of 2026-11-23 15:00:01 UTC" in found["history"].sentence


def test_a_page_that_the_disk_has_lost_is_said_without_sqlite_s_headline(kept: Home) -> None:
    with kept.database.open("r+b") as store:
        store.seek(8192)
        store.write(b"\xaa" * 20_000)
    found = checks(kept)["store"]
    assert found.standing is Standing.FAULT
    assert "is damaged (" in found.sentence
    assert "***" not in found.sentence


def test_a_store_without_its_guards_is_said(kept: Home) -> None:
    without_guards(kept.database)
    found = checks(kept)
    assert "history" not in found
    assert found["store"].standing is Standing.FAULT
    assert "is damaged (parts of it are missing)" in found["store"].sentence


def test_an_empty_file_is_said_and_the_log_beside_it_is_left(kept: Home) -> None:
    log = kept.path / "untwin.sqlite3-wal"
    kept.database.write_bytes(b"")
    log.write_bytes(b"what was saved last")
    assert "is damaged (it is empty)" in checks(kept)["store"].sentence
    assert log.read_bytes() == b"what was saved last"


def test_a_store_that_takes_too_long_is_said_without_waiting(kept: Home) -> None:
    StoredHistory(open_database(kept.database)).intend([intent(str(number)) for number in range(3000)], NOW)
    store, history = StoreExam(kept.path, 0.0).look()
    assert (store.standing, history.standing) == (Standing.OK, Standing.NOT_TRIED)
    assert "opens; it is too large to be looked through within 0 seconds" in store.sentence
    assert history.remedy == "untwin history verify"


def test_who_uses_the_home_is_said(kept: Home) -> None:
    with kept.window_lock().hold(), kept.lock("writing").hold():
        said = checks(kept)["in_use"]
    assert said.standing is Standing.OK
    assert "window is open" in said.sentence
    assert "saving just now" in said.sentence
    with kept.window_lock().hold():
        pass
    assert checks(kept)["in_use"].sentence == "No window is open on this data and nobody is saving."


def test_the_folder_above_the_home_may_be_missing_too(tmp_path: Path) -> None:
    assert open_home(tmp_path / "a" / "b").path.is_dir()
    assert HomeExam(tmp_path / "x" / "y" / "z").look()[1].id == "disk"
