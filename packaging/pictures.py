"""Makes a picture of every screen on the sample firms, light and dark, at two scales and sizes, and looks them over.

Run it as `.venv/bin/python packaging/pictures.py`; it starts its own virtual screen (Xvfb and blackbox).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1280, 800), (1920, 1080))
SCHEMES = ("light", "dark")
STRONG = ("contrast-light", "contrast-dark")
SCALES = (1, 2)
_LONGEST = 1800  # seconds that all stories of one window may take
STORIES = (
    *("sample", "firms", "arrivals", "companies", "sources", "batch", "changes"),
    *("clients", "first-run", "watch", "map", "zero", "marks", "keys"),
)


def main() -> int:
    """Makes all pictures; exits 1 when one of them has a fault."""
    options = _options()
    if options.shoot:
        from picture_stories import shoot  # noqa: PLC0415 - the child alone needs Qt

        return shoot(options.shoot, (options.scheme, options.text), options.out, options.only, options.stories)
    _check_programs()
    codes = []
    for width, height in options.sizes:
        for scale in options.scales:
            with _screen(width * scale, height * scale) as display:
                looks = [(scheme, text) for scheme in options.schemes for text in options.texts]
                codes += [_child(display, (width, height), scale, look, options) for look in looks]
    return exit_code(codes)


def exit_code(codes: Iterable[int]) -> int:
    """1 where any window had a fault, or didn't come to its end: a signal's code is below 0."""
    return int(any(codes))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "pictures", help="where the pictures go")
    parser.add_argument("--only", default="", help="only scenes whose name has this")
    parser.add_argument("--stories", nargs="+", default=STORIES, choices=STORIES, help="only these rows of scenes")
    parser.add_argument("--sizes", type=_size, nargs="+", default=SIZES, help="e.g. 1280x800")
    parser.add_argument("--scales", type=int, nargs="+", default=SCALES)
    parser.add_argument("--schemes", nargs="+", default=SCHEMES, choices=(*SCHEMES, *STRONG))
    parser.add_argument("--texts", type=int, nargs="+", default=(100,), help="text sizes in per cent, 80 to 200")
    parser.add_argument("--shoot", type=_size, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--scheme", default="light", help=argparse.SUPPRESS)
    parser.add_argument("--text", type=int, default=100, help=argparse.SUPPRESS)
    return parser.parse_args()


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


def _check_programs() -> None:
    missing = [name for name in ("Xvfb", "blackbox") if shutil.which(name) is None]
    if missing:
        sys.exit(f"Missing: {', '.join(missing)}. Debian has them: apt-get install xvfb blackbox")


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


def _child(display: str, size: tuple[int, int], scale: int, look: tuple[str, int], options: argparse.Namespace) -> int:
    scheme, text = look
    larger = "" if text == 100 else f"-text{text}"
    out = options.out / f"{size[0]}x{size[1]}-{scheme}-{scale * 100}{larger}"
    out.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_SCALE_FACTOR": str(scale),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT / 'packaging'}:{ROOT / 'tests'}",
    }
    with tempfile.TemporaryDirectory() as home:
        environment["UNTWIN_PICTURES_HOME"] = home
        command = [sys.executable, __file__, "--shoot", f"{size[0]}x{size[1]}", "--scheme", scheme, "--out", str(out)]
        command += ["--text", str(text)]
        return subprocess.run(
            [*command, "--only", options.only, "--stories", *options.stories],
            env=environment,
            check=False,
            timeout=_LONGEST,
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
