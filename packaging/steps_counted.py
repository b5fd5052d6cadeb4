#!/usr/bin/env python3
"""Writes README's table of steps: by hand as `steps-by-hand.md` lists them, here as a window is really played."""

import os
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from generated import Part

BY_HAND = Path(__file__).resolve().parent / "steps-by-hand.md"
PART = Part(
    "README.md",
    "<!-- steps: made by packaging/steps_counted.py -->",
    "<!-- end of steps -->",
    "packaging/steps_counted.py",
)
_ONE, _MANY = (1,), (4, 4, 4, 4, 4, 3)


def table() -> str:
    """The table, as Markdown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - checking a page needs no Qt

    from ui.counted import play  # noqa: PLC0415

    app = QApplication.instance() or QApplication(sys.argv[:1])
    rows = [
        "| | by hand in QuickBooks and Clio | here, in Clio | here, in Untwin | which are |",
        "|---|---|---|---|---|",
    ]
    for words, errors in (("one error", _ONE), ("23 errors over six clients", _MANY)):
        with tempfile.TemporaryDirectory() as folder:
            steps = play(Path(folder), errors)
        told = (by_hand(errors), steps.in_clio.total(), f"**{steps.here.total()}**", _said(steps.here))
        rows.append(f"| {words} | {' | '.join(map(str, told))} |")
    del app
    return "\n".join(rows) + "\n"


def by_hand(errors: tuple[int, ...]) -> int:
    """How many steps the list has for that many errors of each client."""
    parts = re.split(r"^## ", BY_HAND.read_text("utf-8"), flags=re.MULTILINE)
    counted = {part.splitlines()[0]: len(re.findall(r"^\d+\. ", part, flags=re.MULTILINE)) for part in parts}
    return len(errors) * counted["Once for each client"] + sum(errors) * counted["For each error"]


def _said(steps: Counter[str]) -> str:
    return ", ".join(f"{count} times {words}" if count > 1 else words for words, count in steps.items())


if __name__ == "__main__":
    sys.path += [str(Path(__file__).resolve().parent.parent / "tests")]
    sys.exit(PART.run(table(), __doc__ or ""))
