"""Prints how reading time grows from 5 MB to 50 MB of several noises, both in one run: run it, pytest doesn't."""

import argparse
import sys
from time import perf_counter

from untwin.intake.reader import read_bytes, read_text

CLIO = (
    "Code (6140): Duplicate Document Number Error : You must specify a different number. This number has already been"
    " used. DocNumber=7{n} is assigned to TxnType=Credit Memo with TxnId=9{n}\n"
)
NOISES: dict[str, str] = {
    "prose": "The client paid the bill on Tuesday and asked for a receipt. ",
    "one long line": "abcdefghij" * 20,
    "lines of a log": "2026-03-01 10:00:00 INFO posted invoice 4711 for 120.00\n",
    "DocNumber=": "DocNumber=",
    "errors without end": "error ",
    "fields without end": '"message":',
    "fields and codes": '"message": "x", "code": "6140", ',
    "titles": "Duplicate Document Number Error ",
    "open braces": "{",
    "open lists": "[",
    "objects": "{}",
    "nested records": '{"a":[',
    "envelopes": '{"Fault":{"Error":[{"Message":',
    "open tags": "<a ",
    "open rows": "<table><tr><td>",
    "open comments": "<!--",
    "open scripts": "<script >",
    "entities": "&amp;quot;",
    "backslashes": '\\"',
    "quotes": '"',
    "commas": "Invoice No,Error,",
    "blanks": " ",
    "new lines": "\n",
    "zero bytes": "\x00",
    "is assigned to": "DocNumber=1 is assigned to ",
    "real errors": CLIO,
    "errors in JSON": '{"Fault":{"Error":[{"Message":"Stale Object Error","Detail":"Stale","code":"5010"}]}}\n',
}


def main() -> None:
    """One line a noise: seconds at both sizes, their ratio, findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5.0, help="the smaller size; the larger is ten times it")
    parser.add_argument("noises", nargs="*", help="names of noises; all if none is given")
    arguments = parser.parse_args()
    size = int(arguments.megabytes * 1_000_000)
    for name in arguments.noises or NOISES:
        small, large = _seconds(NOISES[name], size), _seconds(NOISES[name], 10 * size)
        _print(f"{name:22} {small[0]:7.2f} s {large[0]:7.2f} s  x{large[0] / small[0]:5.1f}  {large[1]:7} findings")
    noise = bytes(range(256)) * (size // 256)
    small_time, large_time = _byte_seconds(noise), _byte_seconds(noise * 10)
    _print(f"{'bytes of any kind':22} {small_time:7.2f} s {large_time:7.2f} s  x{large_time / small_time:5.1f}")


def _seconds(noise: str, size: int) -> tuple[float, int]:
    text = (noise * (size // len(noise) + 1))[:size]
    start = perf_counter()
    reading = read_text(text)
    return perf_counter() - start, len(reading.findings)


def _byte_seconds(data: bytes) -> float:
    start = perf_counter()
    read_bytes(data, "noise")
    return perf_counter() - start


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
