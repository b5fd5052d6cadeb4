"""Waits for the end of the process that started this one."""

import asyncio
import os
import sys

_EVERY = 0.5


async def parent_gone() -> None:
    """Returns once the parent process has died."""
    parent = os.getppid()
    while not _is_gone(parent):  # noqa: ASYNC110 - no event tells of a parent's death
        await asyncio.sleep(_EVERY)


def _is_gone(parent: int) -> bool:
    if sys.platform == "win32":
        # Windows keeps naming a dead parent, but its end of our standard input closes with it.
        import ctypes  # noqa: PLC0415 - needed on Windows alone
        import msvcrt  # noqa: PLC0415 - exists on Windows alone

        handle = msvcrt.get_osfhandle(sys.stdin.fileno())
        return not ctypes.windll.kernel32.PeekNamedPipe(handle, None, 0, None, None, None)
    return os.getppid() != parent
