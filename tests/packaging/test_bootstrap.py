"""The set-up decides rightly what to install, when to ask and what to say; and it really sets a checkout up."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
import environment
import first_start
import house
import machine
import steps

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
NOBARA = 'ID="nobara"\nID_LIKE="rhel centos fedora"\n'
TUMBLEWEED = 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n'
LISTS = {"run": "r1", "test": "t1"}
READY = environment.Stamp(finished=True, lists=LISTS, project="p1")


@pytest.mark.parametrize(("major", "minor"), [(2, 7), (3, 6), (3, 10), (3, 15), (4, 0)])
def test_a_python_that_cannot_run_untwin_is_told_so(major: int, minor: int) -> None:
    assert bootstrap.wrong_version(major, minor) == f"Untwin needs Python 3.11 to 3.14; this is Python {major}.{minor}."


def test_a_python_that_can_is_let_through() -> None:
    assert [bootstrap.wrong_version(3, minor) for minor in (11, 12, 13, 14)] == [""] * 4


@pytest.mark.parametrize(
    ("os_release", "family"),
    [(DEBIAN, "debian"), (MINT, "debian"), (NOBARA, "fedora"), (TUMBLEWEED, "suse"), ("ID=arch", "arch"), ("", "")],
)
def test_the_family_of_a_system(os_release: str, family: str) -> None:
    assert machine.family(os_release) == family


def test_only_what_does_not_load_is_missing() -> None:
    lacking = machine.missing(machine.WINDOW, lambda probe: "xcb-cursor" not in probe)
    assert machine.packages(lacking, "debian") == ["libxcb-cursor0"]


def test_names_with_64_bit_times_are_taken_where_offered() -> None:
    glib = [part for part in machine.WINDOW if "glib" in part.probe]
    assert machine.packages(glib, "debian", {"libglib2.0-0"}) == ["libglib2.0-0"]
    assert machine.packages(glib, "debian", {"libglib2.0-0", "libglib2.0-0t64"}) == ["libglib2.0-0t64"]


@pytest.mark.parametrize("system", ["debian", "fedora", "arch", "suse"])
def test_every_part_has_a_package_in_every_family(system: str) -> None:
    names = machine.packages((*machine.WINDOW, *machine.TESTS), system)
    assert all(names)
    assert len(names) == len(set(names))
    assert "dbus-x11" not in names


def test_the_command_for_each_family() -> None:
    assert machine.command(["a", "b"], "fedora", sudo=True) == ["sudo", "dnf", "install", "--assumeyes", "a", "b"]
    assert machine.command(["a"], "arch", sudo=False) == ["pacman", "-S", "--needed", "--noconfirm", "a"]


def test_probes_tell_what_is_there() -> None:
    assert machine.is_there("libc.so.6")
    assert not machine.is_there("libnothing-of-that-name.so.9")
    assert machine.is_there("sh")
    assert not machine.is_there("no-program-of-that-name")


@pytest.mark.parametrize(
    ("platform", "variables", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_where_a_window_can_open(platform: str, variables: dict[str, str], screen: bool) -> None:
    assert machine.display(platform, variables) is screen


@pytest.mark.parametrize(
    ("rest", "window"),
    [
        ((), True),
        (("--sample",), True),
        (("--home", "somewhere", "--sample"), True),
        (("doctor",), False),
        (("--home", "somewhere", "doctor"), False),
        (("sample", "walkthrough"), False),
        (("--version",), False),
    ],
)
def test_which_arguments_open_a_window(rest: tuple[str, ...], window: bool) -> None:
    assert first_start.opens_window(rest) is window


def test_arguments_go_on_in_their_order() -> None:
    wanted = first_start.read(["test", "-k", "one", "--yes", "tests/ui", "--", "-x", "--yes"])
    assert wanted.rest == ("-k", "one", "tests/ui", "-x", "--yes")
    assert wanted.yes
    assert not wanted.coverage


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        first_start.read(["fly"])
    assert ended.value.code == 2
    assert "run" in capsys.readouterr().err


def test_tests_run_on_the_installed_package_and_draw_nowhere_without_a_screen() -> None:
    assert first_start.surroundings("linux", {"PYTHONPATH": "desktop"}) == {"QT_QPA_PLATFORM": "offscreen"}
    assert first_start.surroundings("linux", {"DISPLAY": ":0"}) == {"DISPLAY": ":0"}


def test_tests_run_side_by_side_on_as_many_cores_as_there_are() -> None:
    assert first_start.side_by_side((), 1) == ()
    two = first_start.side_by_side(("tests/ui", "-k", "keys"), 2)
    assert two[:4] == ("--numprocesses", "2", "--dist", "loadfile"), "what the tests of a file share is made once"
    assert first_start.side_by_side(("-x",), 64)[1] == "4"
    assert first_start.cores() >= 1


def test_the_tests_folders_are_in_memory_where_there_is_room(tmp_path: Path) -> None:
    assert first_start.folders_in(tmp_path, {"A": "1"}, room=1) == {"A": "1", "TMPDIR": str(tmp_path)}
    assert first_start.folders_in(tmp_path, {"TMPDIR": "/mine"}, room=1) == {"TMPDIR": "/mine"}
    assert first_start.folders_in(tmp_path / "missing", {}, room=1) == {}
    assert first_start.folders_in(tmp_path, {}, room=10**18) == {}


@pytest.mark.parametrize("rest", ["-n0", "-n 3", "--numprocesses=1", "-p no:xdist", "--pdb", "-k one -s"])
def test_who_debugs_or_says_how_many_gets_just_that(rest: str) -> None:
    assert first_start.side_by_side(tuple(rest.split()), 8) == ()


def left(stamp: environment.Stamp | None, *, usable: bool = True, purpose: environment.Purpose = "test") -> str:
    """The work left, as the letters of anew, packages, project."""
    work = environment.work_left(stamp, usable=usable, lists=LISTS, project="p1", purpose=purpose)
    return "a" * work.anew + "p" * work.packages + "u" * work.project


def test_what_is_left_to_do() -> None:
    assert left(READY) == ""
    assert left(READY, purpose="run") == ""
    assert left(READY, usable=False) == "apu"
    assert left(None, usable=False) == "apu"
    assert left(None) == "pu", "an environment made by hand is completed"
    assert left(environment.Stamp()) == "apu", "an interrupted set-up starts over"
    assert left(environment.Stamp(finished=True, lists={"run": "r1"}, project="p1")) == "pu"
    assert left(environment.Stamp(finished=True, lists={"run": "r1"}, project="p1"), purpose="run") == ""
    assert left(environment.Stamp(finished=True, lists=LISTS, project="p0")) == "u"


def test_a_digest_sees_contents_and_names_and_no_compiled_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.py").write_text("1")
    first = environment.digest(tmp_path, ["a"])
    (tmp_path / "a" / "x.pyc").write_text("compiled")
    assert environment.digest(tmp_path, ["a"]) == first
    (tmp_path / "a" / "x.py").write_text("2")
    assert environment.digest(tmp_path, ["a"]) != first
    (tmp_path / "a" / "x.py").rename(tmp_path / "a" / "y.py")
    (tmp_path / "a" / "y.py").write_text("1")
    assert environment.digest(tmp_path, ["a"]) != first


def test_a_stamp_comes_back_and_a_torn_one_is_unfinished(tmp_path: Path) -> None:
    assert environment.read_stamp(tmp_path) is None
    environment.write_stamp(tmp_path, READY)
    assert environment.read_stamp(tmp_path) == READY
    (tmp_path / "untwin-setup.json").write_text('{"finished": tr')
    assert environment.read_stamp(tmp_path) == environment.Stamp()


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("x: Failed to establish a new connection: [Errno -3]\nERROR: No matching distribution", "the network"),
        ("Err:1 Temporary failure resolving 'a.example'\nE: Unable to fetch", "the network"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "a downloaded package is not the one"),
        ("first\nE: Unable to locate package nothing\n", "E: Unable to locate package nothing"),
        ("", "it gave no reason"),
    ],
)
def test_a_failure_has_its_reason(output: str, why: str) -> None:
    assert steps.reason(output)[0].startswith(why)


def test_a_failed_step_is_one_sentence_and_a_next_step() -> None:
    with pytest.raises(steps.StopError) as stopped:
        steps.step("Trying", [sys.executable, "-c", "print('why'); raise SystemExit(4)"])
    assert stopped.value.sentence == "Trying failed: why."
    assert stopped.value.next_step


def test_a_program_that_is_not_there_is_a_failed_step_too() -> None:
    assert steps.attempt(["no-program-of-that-name"])[0] == 127


def test_nobody_is_asked_without_a_terminal() -> None:
    nobody = io.StringIO()
    assert steps.agrees("Really?", yes=False, keyboard=nobody) is None
    assert steps.agrees("Really?", yes=True, keyboard=nobody) is True


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
def test_the_real_thing_without_a_display_offers_the_walkthrough(tmp_path: Path) -> None:
    """The packages are borrowed from the environment that runs this test; all else is a first start."""
    clone = first_start_in(tmp_path)
    again = start(clone, "run")
    assert again.returncode == 3, again.stdout
    assert "Installing" not in again.stdout, "the second start finds everything done"
    assert again.stdout.endswith("next: .venv/bin/python -m untwin sample walkthrough\n")
    (clone / ".venv" / "untwin-setup.json").write_text("{}")
    assert "making .venv anew" in start(clone, "run", PATH="/nowhere").stdout


def first_start_in(folder: Path) -> Path:
    """A copy of the checkout's sources, set up without a network: the locks are empty, the packages borrowed."""
    clone = folder / "clone"
    listed = ["git", "-C", str(house.ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split("\0")
    for name in names:
        if name.startswith(("packaging/", "desktop/", "resources/", "pyproject", "README", "LICENSE")):
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            (clone / name).write_bytes((house.ROOT / name).read_bytes())
    for purpose in environment.LISTS.values():
        for lock in purpose:
            (clone / lock).write_text("")
    subprocess.run([sys.executable, "-m", "venv", clone / ".venv"], check=True)
    borrowed = clone / ".venv/lib" / f"python3.{sys.version_info.minor}" / "site-packages/borrowed.pth"
    borrowed.write_text(str(Path(pytest.__file__).parent.parent))
    first = start(clone, "run")
    assert "Installing Untwin itself" in first.stdout, first.stdout
    return clone


def start(clone: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Bootstrap in the clone, with nobody at the keyboard and no display."""
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH"}
    known = {name: value for name, value in os.environ.items() if name not in shown} | variables
    command = [sys.executable, str(clone / "packaging/bootstrap.py"), *arguments]
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(command, cwd=clone, env=known, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]
