"""Reads the command of bootstrap.py, sees to everything it needs and then becomes Untwin or its tests."""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import environment
import machine
import steps

ROOT = Path(__file__).resolve().parent.parent
WALKTHROUGH = ("sample", "walkthrough")
FLAGS = {
    "--yes": "ask nothing: install what is missing",
    "--coverage": "measure which lines the tests reach",
    "--skip-system": "take the system's libraries as they are",
}
# More processes that draw windows and start servers only get in each other's way.
MOST = 4
# Files that lie in memory, and how many bytes of them the tests may have at once; they need a fraction.
MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000  # noqa: S108 - pytest makes folders of its own there
# A person looks on, types or measures: one process, whose output comes as it is written.
DEBUGGING = ("no:xdist", "-pno:xdist", "--pdb", "--trace", "-s", "--capture=no", "--collect-only", "--co")


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line."""

    command: str
    yes: bool
    coverage: bool
    system: bool
    rest: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """The exit code of what was started; 1 when a person must act, 3 when the outside world failed."""
    wanted = read(arguments)
    try:
        return test(wanted) if wanted.command == "test" else run(wanted)
    except steps.StopError as stop:
        steps.say(f"{stop.sentence}\nnext: {stop.next_step}")
        return stop.code
    except KeyboardInterrupt:
        steps.say("\nStopped. The same command goes on from here.")
        return 130
    except OSError as error:
        steps.say(f"The set-up could not go on: {error}.\nnext: see to that, then run the same command again")
        return 3


def read(arguments: Sequence[str]) -> Wanted:
    """Takes the set-up's own words; everything else, and all after `--`, goes on in its order to what is started."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    own = {"-h", "--help", *FLAGS}
    ours = _parser().parse_args([*arguments[:1], *(word for word in arguments[1:cut] if word in own)])
    rest = (*(word for word in arguments[1:cut] if word not in own), *arguments[cut + 1 :])
    return Wanted(ours.command, ours.yes, ours.coverage, not ours.skip_system, rest)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        usage="%(prog)s {run,test} [options] [-- arguments for untwin or pytest]",
        description="Sets Untwin up and opens it on the sample firms (run), or runs all its tests (test).",
        allow_abbrev=False,
    )
    parser.add_argument("command", choices=["run", "test"])
    for flag, meaning in FLAGS.items():
        parser.add_argument(flag, action="store_true", help=meaning)
    return parser


def run(wanted: Wanted) -> int:
    """Opens the window; without a screen offers the walkthrough, which needs none."""
    window = opens_window(wanted.rest)
    screen = machine.display(sys.platform, os.environ)
    bring(machine.WINDOW if window and screen else (), wanted)
    python = environment.ensure(ROOT, "run")
    if window and not screen:
        return without_screen(python, yes=wanted.yes)
    if window:
        steps.say("Opening Untwin.")
    return become(python, ["-m", "untwin", *(wanted.rest or ("--sample",))], dict(os.environ))


def without_screen(python: Path, *, yes: bool) -> int:
    """The same work without a window, if the person wants it."""
    steps.say("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
    steps.say("The walkthrough does the window's main job on the sample firms and prints every step.")
    answer = steps.agrees("Run the walkthrough instead?", yes=yes)
    if answer:
        return become(python, ["-m", "untwin", *WALKTHROUGH], dict(os.environ))
    steps.say(f"next: {shown(python)} -m untwin {' '.join(WALKTHROUGH)}")
    return 3


def test(wanted: Wanted) -> int:
    """Runs pytest on the installed package."""
    bring((*machine.WINDOW, *machine.TESTS), wanted)
    python = environment.ensure(ROOT, "test")
    measured = ["-m", "coverage", "run"] if wanted.coverage else []
    arguments = [*measured, "-m", "pytest", *side_by_side(wanted.rest, cores()), *wanted.rest]
    os.chdir(ROOT)
    return become(python, arguments, folders_in(MEMORY, surroundings(sys.platform, os.environ)))


_NONE_AGAIN = ("--max-worker-restart", "0")


def side_by_side(rest: Sequence[str], free: int) -> tuple[str, ...]:
    """What makes pytest run its tests in several processes, or nothing where there is one core or `rest` decides.

    A process each for `free` cores, at most MOST. A file's tests stay in one process, which makes what they share
    once; files are taken in their order, and not those with the fewest tests last, which are the longest here. A
    process that dies ends the run: pytest-xdist would wait for the rest of its file for ever.
    """
    if free < 2 or any(decides(word) for word in rest):
        return ()
    return ("--numprocesses", str(min(free, MOST)), "--dist", "loadfile", "--no-loadscope-reorder", *_NONE_AGAIN)


def decides(word: str) -> bool:
    """Whether this argument of pytest says how many processes there are, or needs the keyboard in a single one."""
    return word.startswith(("-n", "--numprocesses")) or word in DEBUGGING


def folders_in(memory: Path, variables: Mapping[str, str], room: int = ROOM) -> dict[str, str]:
    """The tests' environment with their folders in memory, where Linux keeps room for files there.

    A store waits for the disk at each step, and the tests open thousands of stores; what is killed in them is a
    process and never the machine, so they prove the same. TMPDIR stays what somebody chose.
    """
    if "TMPDIR" in variables or not fits(memory, room):
        return dict(variables)
    return {**variables, "TMPDIR": str(memory)}


def fits(memory: Path, room: int) -> bool:
    """Whether there are so many bytes of room, and programs may be started there."""
    if not os.access(memory, os.W_OK | os.X_OK) or os.name != "posix":
        return False
    there = os.statvfs(memory)
    return there.f_bavail * there.f_frsize >= room and not there.f_flag & getattr(os, "ST_NOEXEC", 0)


def cores() -> int:
    """The cores this process may use, where the system tells; else those there are."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def bring(parts: Sequence[machine.Part], wanted: Wanted) -> None:
    """Sees to the system's part of the set-up; macOS and Windows have all of it already."""
    if not wanted.system or not sys.platform.startswith("linux"):
        return
    made = environment.interpreter(ROOT / ".venv").exists()
    machine.bring([*parts, *([] if made else [machine.venv_part()])], yes=wanted.yes)


def surroundings(platform: str, variables: Mapping[str, str]) -> dict[str, str]:
    """The tests' environment: the installed package is the one tested, and Qt draws nowhere without a screen."""
    kept = {name: value for name, value in variables.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    if not machine.display(platform, kept):
        kept["QT_QPA_PLATFORM"] = "offscreen"
    return kept


def opens_window(rest: Sequence[str]) -> bool:
    """Whether these arguments of `untwin` name no command: then it opens its window."""
    left = list(rest)
    while left:
        word = left.pop(0)
        if word in {"-h", "--help", "--version"} or not word.startswith("-"):
            return False
        if word == "--home" and left:
            left.pop(0)
    return True


def shown(python: Path) -> str:
    """The interpreter's path as short as it can be typed here."""
    try:
        return str(python.relative_to(Path.cwd()))
    except ValueError:
        return str(python)


def become(python: Path, arguments: Sequence[str], variables: Mapping[str, str]) -> int:
    """Starts Python in this process's place, so that signals reach it; Windows can only wait for it."""
    command = [str(python), *arguments]
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], command, dict(variables))  # noqa: S606 - no shell is wanted
    return subprocess.run(command, env=dict(variables), check=False).returncode
