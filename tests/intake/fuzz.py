"""Reads mutated pieces of the corpus for as long as it is told and says what failed: run it, pytest doesn't."""

import argparse
import random
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from error_texts import FOLDER, texts
from untwin.intake.bills import read_bills_bytes
from untwin.intake.files.decode import decode
from untwin.intake.reader import read_bytes, read_clipboard, read_text

# Reading slower than this is a hang in the making: seconds for each MB, and what any text may take. It is this
# program's own time that counts, not what others take of the machine meanwhile.
SLOWEST = 20.0
PATIENCE = 1.0
LONGEST = 200_000

Mutation = Callable[[random.Random, bytes, list[bytes]], bytes]


def _cut(dice: random.Random, data: bytes, _all: list[bytes]) -> bytes:
    start, end = sorted(dice.choices(range(len(data) + 1), k=2))
    return data[:start] + data[end:]


def _repeat(dice: random.Random, data: bytes, _all: list[bytes]) -> bytes:
    start = dice.randrange(len(data) + 1)
    piece = data[start : start + dice.randrange(1, 60)]
    return data[:start] + piece * dice.randrange(1, 400) + data[start:]


def _splice(dice: random.Random, data: bytes, pieces: list[bytes]) -> bytes:
    at, other = dice.randrange(len(data) + 1), dice.choice(pieces)
    start = dice.randrange(len(other) + 1)
    return data[:at] + other[start : start + dice.randrange(400)] + data[at:]


def _flip(dice: random.Random, data: bytes, _all: list[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 12)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _sign(dice: random.Random, data: bytes, _all: list[bytes]) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(SIGNS) * dice.randrange(1, 200) + data[at:]


def _encode(dice: random.Random, data: bytes, _all: list[bytes]) -> bytes:
    coding = dice.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(coding, "replace")


MUTATIONS: list[Mutation] = [_cut, _repeat, _splice, _flip, _sign, _encode]
SIGNS = [
    *(b"{", b"[", b"<", b"<tr><td>", b'"', b"'", b"\\", b"&amp;", b"\x00", b"\n", b"|", b"||", b",", b"\t", b"> "),
    *(b"=3D", b"%20", b"*", b"DocNumber=", b" is assigned to ", b"TxnType=", b"error ", b"code: 6140 ", b"\xff"),
]


def main() -> int:
    """Prints every failure with its seed; the exit code is 1 if there was one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    pieces = _pieces()
    started, seed, failures, slowest = perf_counter(), arguments.seed, 0, 0.0
    while perf_counter() - started < arguments.seconds:
        seconds, problem = _try(seed, pieces)
        slowest = max(slowest, seconds)
        failures += bool(problem)
        sys.stdout.write(f"seed {seed}: {problem}\n" if problem else "")
        seed += 1
    sys.stdout.write(f"{seed - arguments.seed} texts, {failures} failures, the slowest took {slowest:.2f} s\n")
    return 1 if failures else 0


def _pieces() -> list[bytes]:
    many = [text.text.encode() for file in sorted(FOLDER.glob("*.cases")) for text in texts(file)]
    return many + [path.read_bytes() for path in sorted(Path(FOLDER).parent.glob("*.*")) if path.suffix != ".expected"]


def _try(seed: int, pieces: list[bytes]) -> tuple[float, str]:
    """One mutated text: how long it took, and what went wrong ("" if nothing did)."""
    dice = random.Random(seed)  # noqa: S311 - a fuzz run must be repeatable
    data = dice.choice(pieces)
    for _ in range(dice.randrange(1, 5)):
        data = dice.choice(MUTATIONS)(dice, data, pieces)[:LONGEST]
    started = process_time()
    try:
        _read(data)
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return process_time() - started, traceback.format_exc()
    seconds = process_time() - started
    slow = seconds > max(PATIENCE, 4 * SLOWEST * len(data) / 1_000_000)
    return seconds, f"{len(data)} bytes took {seconds:.2f} s" if slow else ""


def _read(data: bytes) -> None:
    """Everything that reads bytes or text; slices are exact and in order."""
    read_bytes(data, "fuzz")
    read_bills_bytes(data, "fuzz")
    text = decode(data).text
    read_clipboard(text, text)
    at = 0
    for finding in read_text(text).findings:
        at = text.index(finding.text, at) + len(finding.text)


if __name__ == "__main__":
    sys.exit(main())
