"""Prints for each group of marks in a file what became of it and why: run it on a text that was read wrong."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from every_sign import every_sign
from untwin.intake.files.decode import decode
from untwin.intake.finding.scan import FEW
from untwin.intake.judging.doubtful import is_doubtful, only_points, shown_at
from untwin.intake.judging.spot import Spot
from untwin.intake.judging.why import Why, why
from untwin.intake.judging.worth import is_worth
from untwin.intake.judging.written import is_written
from untwin.intake.marking.flowing import flowing
from untwin.intake.marking.groups import groups
from untwin.intake.marking.marks import marks
from untwin.intake.marking.regions import regions
from untwin.intake.marking.view import View, lower, peel


def main() -> int:
    """One paragraph for each group, in the order of the text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", help="a file, or - for what is typed or piped in")
    parser.add_argument("--signs", action="store_true", help="also the names of all the signs on its line")
    arguments = parser.parse_args()
    data = sys.stdin.buffer.read() if arguments.file == "-" else Path(arguments.file).read_bytes()
    found = list(explained(decode(data).text))
    for line, spot, becomes in found:
        sys.stdout.write(
            f"line {line}: {' '.join(spot.text[spot.group.start : spot.group.end].split())}\n  {becomes}\n"
        )
        if arguments.signs:
            sys.stdout.write(f"  signs on its line: {', '.join(signs_on(spot)) or 'none'}\n")
    sys.stdout.write("" if found else "nothing in it is marked\n")
    return 0


def explained(raw: str) -> Iterator[tuple[int, Spot, str]]:
    """For each group its line, the spot, and in a sentence what became of it."""
    for start, end in regions(lower(raw)):
        view = peel(raw[start:end])
        text = flowing(view.text)
        spots = [Spot(text, group) for group in groups(view.text, marks(view.text, view.lower))]
        for spot, becomes in _judged(spots, raw, start, view):
            line = raw.count("\n", 0, start + view.raw(spot.group.start)) + 1
            yield line, spot, becomes


def signs_on(spot: Spot) -> list[str]:
    """The names of all the signs that stand on the line, as it is or in lower case."""
    return sorted(sign.name for sign in every_sign() if sign.found(spot.line) or sign.found(spot.small_line))


def _judged(spots: list[Spot], raw: str, start: int, view: View) -> Iterator[tuple[Spot, str]]:
    many = sum(map(is_worth, spots)) > FEW
    became = [why(spot, many=many) for spot in spots]
    shown = shown_at(spot.group for spot, own in zip(spots, became, strict=True) if own.taken)
    for spot, own in zip(spots, became, strict=True):
        yield spot, _said(own, _later(spot, own, shown, written=is_written(raw, start + view.raw(spot.group.start))))


def _later(spot: Spot, own: Why, shown: dict[str, list[int]], *, written: bool) -> str:
    """What befalls a group that was taken, later on."""
    if own.taken and only_points(spot, shown):
        return "; dropped, because it only points to another one that is shown"
    if own.taken and written:
        return "; dropped, because a programmer wrote it"
    return "; of unknown kind, because it is doubtful" if own.taken and is_doubtful(spot) else ""


def _said(own: Why, later: str) -> str:
    taken = "taken" if own.taken else "not taken"
    return f"{taken} ({own.asked} {'Yes' if own.reason.answer else 'No'}: {own.reason.name}. {own.reason.tells}){later}"


if __name__ == "__main__":
    sys.exit(main())
