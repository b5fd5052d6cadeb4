"""Guards against a PySide6 that loses references to None and True: it aborts only after some thousand calls."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

CALLS = 500
# Other threads and the interpreter itself move the counts a little; a leak moves them by one a call.
NOISE = CALLS // 10


class _Bell(QObject):
    rung = Signal()


def lost(constant: object, call: Callable[[], object]) -> int:
    """How many references to a constant are missing after many calls."""
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(constant)


def test_a_call_returning_none_keeps_its_reference() -> None:
    item = QObject()
    assert lost(None, lambda: item.setObjectName("x")) < NOISE


def test_an_emitted_signal_keeps_its_reference() -> None:
    bell = _Bell()
    assert lost(True, bell.rung.emit) < NOISE


def test_the_count_sees_a_loss() -> None:
    kept = [True] * CALLS
    assert lost(True, kept.pop) >= NOISE
