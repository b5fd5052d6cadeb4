"""Finds the files in what was dropped on the window or copied to the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer; an address elsewhere is no file."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
