#!/usr/bin/env python3
"""Prints how large the bundle is and how long its window takes to open beside the plain install, in one run.

Needs Xvfb, blackbox and xdotool, a built bundle and `.venv`. Both start in turn, each on a home of its own; what
counts is the ratio of the medians. `--write` puts the figures into packaging/README.md.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "dist" / "untwin"
README = ROOT / "packaging" / "README.md"
BEGIN, END = "<!-- figures: written by packaging/figures.py -->", "<!-- figures end -->"
LARGE = 3_000_000  # bytes; a part from here on is named


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when everything was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=9, help="how often each is started (default: 9)")
    parser.add_argument("--write", action="store_true", help="put the figures into packaging/README.md")
    wanted = parser.parse_args(arguments)
    if not (FOLDER / "untwin").exists():
        print("There is no bundle yet.\nnext: python3 packaging/bundle.py")
        return 3
    lines = [*sizes(), *starts(wanted.starts)]
    print("\n".join(lines))
    if wanted.write:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{after}", "utf-8")
    return 0


def sizes() -> list[str]:
    """The whole and its larger parts."""
    files = [file for file in FOLDER.rglob("*") if file.is_file() and not file.is_symlink()]
    whole = sum(file.stat().st_size for file in files)
    packed = [
        f"{file.name} {file.stat().st_size / 1e6:.0f} MB" for file in sorted((ROOT / "build/out").glob("untwin*"))
    ]
    large = sorted((file for file in files if file.stat().st_size >= LARGE), key=lambda f: -f.stat().st_size)
    return [
        "| part | size |",
        "|---|---|",
        f"| unpacked | {whole / 1e6:.0f} MB ({whole / 2**20:.0f} MiB) in {len(files)} files |",
        f"| packed | {', '.join(packed)} |",
        *(
            f"| `{file.relative_to(FOLDER / '_internal') if '_internal' in file.parts else file.name}` "
            f"| {file.stat().st_size / 1e6:.1f} MB |"
            for file in large
        ),
        "",
    ]


def starts(count: int) -> list[str]:
    """How long until each one's window is there, started in turn."""
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    commands: dict[str, list[str | Path]] = {"bundle": [FOLDER / "untwin"], "plain install": [python, "-m", "untwin"]}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with _screen() as environment:
        for turn in range(count + 1):
            for name, command in commands.items():
                seconds = _start(command, environment)
                if turn:  # the first start fills the disk's cache
                    taken[name].append(seconds)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    ratio = medians["bundle"] / medians["plain install"]
    return [f"Start to a window, median of {count} in turn: the bundle takes {ratio:.2f} times the plain install."]


def _start(command: Sequence[str | Path], environment: dict[str, str]) -> float:
    with tempfile.TemporaryDirectory() as home:
        begin = time.monotonic()
        with subprocess.Popen([*map(str, command), "--home", f"{home}/untwin"], env=environment) as child:
            search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(child.pid)]
            subprocess.run(search, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=60)
            seconds = time.monotonic() - begin
            child.terminate()
    return seconds


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24"], pass_fds=(write,))
    os.close(write)
    with os.fdopen(read) as answer:
        environment = {**os.environ, "DISPLAY": f":{answer.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    managing = subprocess.Popen(["blackbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        for process in (managing, server):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
