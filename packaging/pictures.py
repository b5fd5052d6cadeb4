"""Makes a picture of every screen on the sample firms, in each look, scale and size, and looks them over.

Run it as `.venv/bin/python packaging/pictures.py`; it starts its own virtual screens (Xvfb and blackbox), one a piece.
A piece is one story in one window; `--resume` goes on where the last run was stopped. It ends with a table of faults.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from studio.pieces import SCHEMES, STORIES, Piece, Result, exit_code, folder, forget, keep, kept, some, table, whole_set

ROOT = Path(__file__).resolve().parent.parent
_LONGEST = 1800  # seconds that one story may take
_LOOK_EVERY = 0.2
_LAST_WORDS = 400


def main() -> int:
    """Makes the pictures; exits 1 when one of them has a fault."""
    options = _options()
    _check_programs()
    asked = options.sizes or options.scales or options.texts
    pieces = list(
        some(options.stories, options.sizes, options.scales, options.texts) if asked else whole_set(options.stories)
    )
    results = make(pieces, options)
    for line in table(results):
        print(line)
    return exit_code(results)


def make(pieces: Sequence[Piece], options: argparse.Namespace) -> list[Result]:
    """Makes all pieces, some at once, and tells what came of each."""
    left = [piece for piece in pieces if not (options.resume and kept(piece, options.out))]
    if len(left) < len(pieces):
        print(f"{len(pieces) - len(left)} of {len(pieces)} pieces were made earlier")
    running: list[Running] = []
    made: dict[str, Result] = {}
    while left or running:
        while left and len(running) < options.together:
            running.append(Running.start(left.pop(0), options))
        time.sleep(_LOOK_EVERY)
        for each in [one for one in running if one.over]:
            running.remove(each)
            made[each.piece.name] = result = each.finish(options.out)
            came = f"{result.pictures} pictures, {len(result.faults)} faults" if result.ended else "broke down"
            print(f"{result.name}: {came}, {result.seconds:.0f} s", flush=True)
    told = (made.get(piece.name) or kept(piece, options.out) for piece in pieces)
    return [result for result in told if result is not None]


@dataclass
class Running:
    """A piece that is being made, on a screen of its own."""

    piece: Piece
    process: subprocess.Popen[bytes]
    began: float
    around: ExitStack
    words: Path

    @classmethod
    def start(cls, piece: Piece, options: argparse.Namespace) -> Self:
        """Opens a screen and starts the story on it."""
        forget(piece, options.out)
        around = ExitStack()
        width, height = piece.size
        display = around.enter_context(_screen(width * piece.scale, height * piece.scale))
        home = around.enter_context(tempfile.TemporaryDirectory())
        for scheme in options.schemes:
            (options.out / folder(piece, scheme)).mkdir(parents=True, exist_ok=True)
        words = Path(home) / "words"
        said = around.enter_context(words.open("wb"))
        story = [piece.story, f"{width}x{height}", str(piece.scale), str(piece.text), str(options.out)]
        process = subprocess.Popen(
            [sys.executable, "-m", "studio.stories", *story, "--only", options.only, "--schemes", *options.schemes],
            env=_environment(piece, display, home),
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        return cls(piece, process, time.monotonic(), around, words)

    @property
    def over(self) -> bool:
        """Whether it came to its end, or has had all the time there is."""
        if self.process.poll() is None and time.monotonic() - self.began > _LONGEST:
            self.process.kill()
        return self.process.poll() is not None

    def finish(self, out: Path) -> Result:
        """Closes the screen; what came of it is kept, with its last words where the window broke down."""
        said = self.words.read_text(encoding="utf-8", errors="replace")[-_LAST_WORDS:]
        self.around.close()
        result = kept(self.piece, out)
        if result is None:
            return Result(self.piece.name, self.piece.story, ended=False, words=f"Code {self.process.poll()}: {said}")
        result = replace(result, seconds=time.monotonic() - self.began)
        keep(result, out)
        return result


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "pictures", help="where the pictures go")
    parser.add_argument("--resume", action="store_true", help="leave out the pieces that have been made")
    parser.add_argument("--together", type=int, default=2, help="windows at once")
    parser.add_argument("--only", default="", help="only scenes whose name has this")
    parser.add_argument("--stories", nargs="+", default=STORIES, choices=STORIES, help="only these rows of scenes")
    parser.add_argument("--schemes", nargs="+", default=SCHEMES, choices=SCHEMES, help="only these looks")
    parser.add_argument("--sizes", type=size_of, nargs="+", default=(), help="not the whole set, but e.g. 1280x800")
    parser.add_argument("--scales", type=int, nargs="+", default=(), help="not the whole set, but 1 or 2")
    parser.add_argument("--texts", type=int, nargs="+", default=(), help="not the whole set, but 80 to 200 per cent")
    return parser.parse_args()


def size_of(text: str) -> tuple[int, int]:
    """A window's size: 1280x800."""
    width, height = text.split("x")
    return int(width), int(height)


def _check_programs() -> None:
    missing = [name for name in ("Xvfb", "blackbox") if shutil.which(name) is None]
    if missing:
        sys.exit(f"Missing: {', '.join(missing)}. Debian has them: apt-get install xvfb blackbox")


def _environment(piece: Piece, display: str, home: str) -> dict[str, str]:
    return {
        **os.environ,
        "DISPLAY": display,
        "QT_SCALE_FACTOR": str(piece.scale),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT / 'packaging'}:{ROOT / 'tests'}",
        "UNTWIN_PICTURES_HOME": home,
    }


@contextmanager
def _screen(width: int, height: int) -> Iterator[str]:
    """A virtual screen with a window manager; Xvfb picks a free display itself."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        display = f":{answer.readline().strip()}"
    managing = subprocess.Popen(
        ["blackbox"],
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(0.5)
    try:
        yield display
    finally:
        for process in (managing, server):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
