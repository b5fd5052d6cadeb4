"""What the report of a crash looks like: a head that says of which program it is, and what the end left."""

import platform
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from untwin.app.redact import redacted
from untwin.app.trace_told import without_home

_LONGEST = 200_000  # characters of one report; a loop of errors must not fill the disk
# The last line of notes after which the program went on and was closed as it should be.
WENT_ON = "Untwin went on, and was closed as usual."
_ENDED = ("Untwin ended unexpectedly.", "where in the program it ended")
_FAILED = ("Something failed in Untwin; it went on.", "where in the program it was")
_HEAD = """\
{what}

Found at:  {when}
Untwin:    {untwin}
Python:    {python}
System:    {system}

This file lies on this computer only; nothing was sent. It holds {holds}. Secrets, names,
numbers and amounts were taken out, as far as a program can tell them: read it before you give it to anybody.

"""


def report_of(left: str, now: datetime) -> str:
    """The report on what an end left behind; without secrets."""
    return _head(now, left) + without_home(redacted(left))[-_LONGEST:] + "\n"


def _head(now: datetime, left: str) -> str:
    try:
        ours = version("untwin")
    except PackageNotFoundError:
        ours = "from a checkout"
    what, holds = _FAILED if left.endswith(WENT_ON) else _ENDED
    return _HEAD.format(
        what=what,
        holds=holds,
        when=now.strftime("%Y-%m-%d %H:%M %z"),
        untwin=ours,
        python=platform.python_version(),
        system=platform.platform(),
    )
