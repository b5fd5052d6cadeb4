"""Puts a file in its place whole or not at all."""

import errno
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from untwin.domain.problems import BadInput, DiskProblem

_BEGUN, _END = ".untwin-", ".part"
_LONG_AGO = 3600.0  # seconds; what is younger may be another Untwin's that is at work
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def check_place(file: Path, *, replace: bool) -> None:
    """Raises `BadInput` where a file can't or may not be put, before any work is done for it."""
    if not file.parent.is_dir():
        raise BadInput(f"There is no folder {file.parent}.", "Make it first, or choose another one.")
    if file.is_dir():
        raise BadInput(f"{file} is a folder.", "Give the file a name of its own.")
    # A broken link is there, too.
    if not replace and (file.exists() or file.is_symlink()):
        raise BadInput(f"There is a file {file} already.", "Choose another name, or say that it may be replaced.")


def put(file: Path, content: bytes, *, replace: bool) -> None:
    """Writes beside it first, for this person's eyes alone, and moves it there once it is whole on the disk.

    Raises:
        BadInput: it is there already and may not be replaced.
        DiskProblem: the disk or the folder doesn't take it.
    """
    try:
        draft = _draft(file.parent, content)
    except OSError as error:
        raise why_not_saved(file, error) from error
    try:
        # Once more: somebody may have put one there while this one was made.
        check_place(file, replace=replace)
        draft.replace(file)
    except OSError as error:
        raise why_not_saved(file, error) from error
    finally:
        draft.unlink(missing_ok=True)


def why_not_saved(file: Path, error: OSError) -> DiskProblem:
    """What the system's refusal means for a person."""
    if error.errno in _FULL:
        return DiskProblem(f"The disk is full: {file.name} was not saved.", "Make room, or choose another disk.")
    if error.errno in _CLOSED:
        remedy = "Choose another folder; if the file is open in another program, close it there."
        return DiskProblem(f"{file.name} was not saved: you may not write in {file.parent}.", remedy)
    return DiskProblem(f"{file.name} was not saved: {error.strerror}.", "Choose another name or folder.")


def _draft(folder: Path, content: bytes) -> Path:
    _sweep(folder)
    descriptor, name = tempfile.mkstemp(prefix=_BEGUN, suffix=_END, dir=folder)  # made with the rights 0600
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _sweep(folder: Path) -> None:
    """Removes the drafts of programs that were killed: they hold names of clients, and nobody else ever would."""
    for draft in folder.glob(f"{_BEGUN}*{_END}"):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime > _LONG_AGO:
                draft.unlink()
