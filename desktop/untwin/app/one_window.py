"""Sees to it that a home has one window: the first start opens it, every later one hands over to it and ends."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from untwin.domain.problems import Busy
from untwin.domain.window.own_links import is_own
from untwin.store.home import Home

# A window that is just opening holds the home and listens a little later; on a busy computer that takes long.
_PATIENCE = 60.0
_GLANCE = 0.2


@contextmanager
def one_window(home: Home, given: Sequence[str], pause: Callable[[float], None]) -> Iterator[bool]:
    """True where this start is the one to open the window, False where the window that is open has heard `given`.

    Raises:
        Busy: something else holds the home and never listens, as a restore that takes long.
    """
    whole, end = tuple(_whole(each) for each in given), time.monotonic() + _PATIENCE
    with ExitStack() as held:
        while (busy := _hold(home, held)) is not None:
            # Asked anew each time: whoever opens the window may have ended meanwhile, or listens by now.
            if _heard(home, whole):
                yield False
                return
            if time.monotonic() > end:
                raise busy
            pause(_GLANCE)
        yield True


def _hold(home: Home, held: ExitStack) -> Busy | None:
    try:
        held.enter_context(home.window_lock().hold())
    except Busy as busy:
        return busy
    return None


def _heard(home: Home, given: tuple[str, ...]) -> bool:
    from untwin.ui.window.instance import hand_over, places  # noqa: PLC0415 - the first start needs none of it here

    return hand_over(places(home.path, home.id), given)


def _whole(given: str) -> str:
    """A file by its whole path: the window that is open stands in another folder."""
    return given if is_own(given) else str(Path(given).absolute())
