#!/usr/bin/env python3
"""Sets Untwin up beside its checkout and starts it (`run`) or its tests (`test`); needs nothing but Python.

This file alone must be readable by an old Python, to tell it so; the work is in first_start.py.
"""

import shutil
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)


def wrong_version(major: int, minor: int) -> str:
    """What is wrong with this Python, or an empty string."""
    if OLDEST <= (major, minor) <= NEWEST:
        return ""
    return "Untwin needs Python {}.{} to {}.{}; this is Python {}.{}.".format(*OLDEST, *NEWEST, major, minor)


def next_step() -> str:
    """The command to type instead, with the newest fitting Python found on this machine."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = "python3.{}".format(minor)  # noqa: UP032 - this file speaks the oldest Python it can
        if shutil.which(name):
            return "next: {} {}".format(name, " ".join(sys.argv))
    return "next: install Python 3.11 or newer (python.org or your package manager), then run this again"


def main() -> int:
    """The exit code of what was started; 2 on a Python that can't run Untwin."""
    wrong = wrong_version(sys.version_info[0], sys.version_info[1])
    if wrong:
        print(wrong)
        print(next_step())
        return 2
    import first_start  # noqa: PLC0415 - an old Python could not even parse it

    return first_start.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
