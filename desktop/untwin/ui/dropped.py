"""Takes what was dropped on the window: a source's profile, or text and files with errors."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from untwin.ui.deeds import Deeds


def take_dropped(event: QDropEvent, deeds: Deeds) -> None:
    """One profile is a source; anything else is read for errors."""
    files = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    if len(files) == 1 and files[0].suffix.lower() == ".toml":
        deeds.sources.add(files[0])
    else:
        deeds.intake.drop(event.mimeData())
    event.acceptProposedAction()
