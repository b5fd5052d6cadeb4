"""The home: made private, told apart from every other, and locked for one writer at a time."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from untwin.domain.problems import BadInput, Busy, DiskProblem
from untwin.store.home import Home, open_home


def test_a_home_is_made_with_its_folders_and_keeps_its_id(tmp_path: Path) -> None:
    first = open_home(tmp_path / "far" / "away")
    assert open_home(tmp_path / "far" / "away") == first
    assert len(first.id) == 16
    assert set(first.id) <= set("0123456789abcdef")


def test_two_homes_have_two_ids(tmp_path: Path) -> None:
    assert open_home(tmp_path / "a").id != open_home(tmp_path / "b").id


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access in lists, not in modes")
def test_a_home_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    home = open_home(tmp_path)
    assert stat.S_IMODE(home.path.stat().st_mode) == 0o700
    assert stat.S_IMODE((home.path / "home-id").stat().st_mode) == 0o600


def test_a_start_that_was_killed_before_it_had_an_id_leaves_no_home_without_one(tmp_path: Path) -> None:
    """An empty id would let this home see the entries of every other home without one."""
    (tmp_path / "home-id").write_bytes(b"")
    home = open_home(tmp_path)
    assert len(home.id) == 16
    assert open_home(tmp_path) == home


@pytest.mark.parametrize("damaged", [b"\xff\xfe\x00", b"../../other", b"0123456789abcde/", b"x" * 4000])
def test_a_damaged_id_is_a_sentence_and_not_another_homes_name(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "home-id").write_bytes(damaged)
    with pytest.raises(DiskProblem, match="home-id"):
        open_home(tmp_path)
    assert (tmp_path / "home-id").read_bytes() == damaged


def test_many_first_starts_at_once_agree_on_one_id(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from untwin.store.home import open_home\n"
        "sys.stdin.readline(); print(open_home(Path(sys.argv[1])).id)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "home")]
    starts = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    for start in starts:
        # All are up and wait for this line before they open the home.
        assert start.stdin is not None
        start.stdin.write("go\n")
        start.stdin.flush()
    ids = {start.communicate()[0].strip() for start in starts}
    assert len(ids) == 1
    assert len(ids.pop()) == 16


def test_a_file_in_the_homes_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("no folder")
    with pytest.raises(BadInput, match=r"can't be used: .*--home"):
        open_home(tmp_path / "home")


@contextmanager
def held_elsewhere(home: Home, name: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process holds a lock of this home."""
    code = (
        "import sys; from pathlib import Path; from untwin.store.home import open_home\n"
        "with open_home(Path(sys.argv[1])).lock(sys.argv[2]).hold():\n"
        "    print('held', flush=True); sys.stdin.readline()"
    )
    command = [sys.executable, "-c", code, str(home.path), name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other
        other.kill()


def test_a_lock_that_another_process_holds_is_busy(home: Home) -> None:
    with held_elsewhere(home, "writing"), pytest.raises(Busy, match="Untwin is saving in another"):
        home.lock("writing", 0.1).hold().__enter__()


def test_a_lock_of_another_name_or_home_is_free(home: Home, tmp_path: Path) -> None:
    with held_elsewhere(home, "writing"):
        with home.lock("window", 0.1).hold():
            pass
        with open_home(tmp_path / "other").lock("writing", 0.1).hold():
            pass


def test_a_lock_is_free_again_when_its_holder_dies(home: Home) -> None:
    with held_elsewhere(home, "writing") as other:
        other.kill()
        other.wait()
        with home.lock("writing", 5).hold():
            pass


def test_a_lock_is_free_again_after_a_failure_under_it(home: Home) -> None:
    with pytest.raises(ZeroDivisionError), home.lock("writing").hold():
        raise ZeroDivisionError
    with home.lock("writing", 0.1).hold():
        pass


def test_a_lock_is_waited_for(home: Home) -> None:
    with held_elsewhere(home, "writing") as other:
        assert other.stdin is not None
        other.stdin.write("let go\n")
        other.stdin.flush()
        with home.lock("writing", 30).hold():
            pass


def test_a_realm_in_a_locks_name_cannot_lead_out_of_the_home(home: Home) -> None:
    assert home.lock("renewal-../../9").path.parent == home.path


def test_a_lock_whose_file_cannot_be_made_is_a_sentence(home: Home) -> None:
    (home.path / "writing.lock").mkdir()
    with pytest.raises(DiskProblem, match="can't be used"):
        home.lock("writing", 0.1).hold().__enter__()


def test_a_lock_whose_file_is_damaged_is_a_sentence(home: Home) -> None:
    (home.path / "writing.lock").write_bytes(b"what a power failure left" * 200)
    with pytest.raises(DiskProblem, match=r"writing\.lock is damaged\. Delete it"), home.lock("writing", 0.1).hold():
        pass


def test_the_umask_keeps_later_files_private(home: Home) -> None:
    (home.path / "later").write_text("x")
    assert os.umask(0o077) == 0o077


def test_a_second_window_on_one_home_is_told_that_the_first_is_open(tmp_path: Path) -> None:
    home = open_home(tmp_path)
    with home.window_lock().hold(), pytest.raises(Busy, match="open already"), home.window_lock().hold():
        pytest.fail("two windows hold one lock")


def test_a_folder_with_other_things_in_it_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir(mode=0o755)
    (folder / "letter.txt").write_text("Dear Ann")
    with pytest.raises(BadInput, match=r"holds other files, such as letter\.txt"):
        open_home(folder)
    assert folder.stat().st_mode & 0o777 == 0o755
    assert [f.name for f in folder.iterdir()] == ["letter.txt"]


def test_a_home_that_holds_only_the_sample_firms_or_a_start_cut_off_is_a_home(tmp_path: Path) -> None:
    (tmp_path / "sample").mkdir()
    (tmp_path / "home-id.new").write_text("")
    assert open_home(tmp_path).id


def test_a_home_that_another_start_is_making_at_this_moment_is_no_strangers_folder(tmp_path: Path) -> None:
    class Seen(type(tmp_path)):  # type: ignore[misc]
        """A folder in which another start gets on between any two looks."""

        def iterdir(self) -> Iterator[Path]:
            (tmp_path / "home-id").write_text("0123456789abcdef")
            (tmp_path / "untwin.log").write_text("")
            return super().iterdir()  # type: ignore[no-any-return]

    assert open_home(Seen(tmp_path)).id == "0123456789abcdef"
