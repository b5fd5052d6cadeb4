#!/usr/bin/env python3
"""Writes the key table in README from the window's one list of actions."""

import os
import sys

from generated import Part

PART = Part("README.md", "<!-- keys: made by packaging/keys.py -->", "<!-- end of keys -->", "packaging/keys.py")


def table() -> str:
    """The table, as Markdown."""
    # Reading the list needs Qt's classes but no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from untwin.ui.actions import all_actions  # noqa: PLC0415
    from untwin.ui.registry import markdown_keys  # noqa: PLC0415

    return markdown_keys(all_actions())


if __name__ == "__main__":
    sys.exit(PART.run(table(), __doc__ or ""))
