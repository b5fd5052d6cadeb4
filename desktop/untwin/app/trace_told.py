"""Tells an error by where in the program it was, and takes out of its words what may be somebody's name or number."""

import re
import traceback
from pathlib import Path

from untwin.app.redact import GONE, redacted

_DEEPEST = 8  # errors that led to one another
# Python's own words about the program: what they quote are names of the program.
_OF_THE_PROGRAM = (AttributeError, NameError, ImportError, TypeError, NotImplementedError, RecursionError)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|\u2018[^\u2019]*\u2019|`[^`]*`")
# A word with a capital, a figure or a sign of an address or a path; lower-case words alone name nobody.
_TELLING = re.compile(r"\S*[^\Wa-z_]\S*|\S*[@/\\]\S*")
_THEN = "\nAfter that, or because of it:\n\n"


def told(error: BaseException) -> str:
    """The error and those that led to it: each with its trace, its kind, and its words as far as they tell nobody."""
    chain: list[BaseException] = []
    now: BaseException | None = error
    while now is not None and len(chain) < _DEEPEST:
        chain.append(now)
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return without_home(_THEN.join(_one(each) for each in reversed(chain)))


def without_home(text: str) -> str:
    """The text without the folder of whoever works here: it has their name."""
    try:
        home = str(Path.home())
    except RuntimeError:
        return text
    return text.replace(home, "~") if len(home) > 1 else text


def _one(error: BaseException) -> str:
    trace = "".join(traceback.format_tb(error.__traceback__))
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    several = "".join(f"\nOne of several:\n\n{_one(each)}" for each in inner[:_DEEPEST])
    kind = type(error).__qualname__
    return f"Traceback (most recent call last):\n{trace}{kind}: {_plain(error)}\n{several}"


def _plain(error: BaseException) -> str:
    try:
        words = redacted(str(error))
    except Exception:  # noqa: BLE001 - what can't even tell itself is told by its kind
        return GONE
    if isinstance(error, _OF_THE_PROGRAM):
        return words
    return _TELLING.sub(GONE, _QUOTED.sub(GONE, words))
