#!/usr/bin/env python3
"""Writes the key table in README and the printable key sheet from the window's one list of actions."""

import os
import sys
from pathlib import Path

from generated import ROOT, Part

PART = Part("README.md", "<!-- keys: made by packaging/keys.py -->", "<!-- end of keys -->", "packaging/keys.py")
SHEET = ROOT / "resources" / "help" / "keys.html"


def table() -> str:
    """The table, as Markdown."""
    # Reading the list needs Qt's classes but no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from untwin.ui.acting.actions import all_actions  # noqa: PLC0415
    from untwin.ui.acting.registry import markdown_keys  # noqa: PLC0415

    return markdown_keys(all_actions())


def page() -> str:
    """The printable sheet, as HTML."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from key_page import key_page  # noqa: PLC0415
    from untwin.ui.acting.actions import all_actions  # noqa: PLC0415

    return key_page(all_actions())


def put_sheet(file: Path, *, check: bool) -> int:
    """0 when the printable sheet is right or was put right; 1 when it is only checked and stale."""
    made = page()
    if not check:
        file.write_text(made, "utf-8")
    elif not file.exists() or file.read_text("utf-8") != made:
        print(f"{file.name} is stale.\nnext: python {PART.script}")
        return 1
    print(f"{file.name} is right.")
    return 0


if __name__ == "__main__":
    worst = PART.run(table(), __doc__ or "")
    sys.exit(max(worst, put_sheet(SHEET, check="--check" in sys.argv[1:])))
