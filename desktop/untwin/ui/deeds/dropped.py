"""Takes what was dropped on the window: a source's profile, or text and files with errors."""

from PySide6.QtGui import QDropEvent

from untwin.ui.deeds.deeds import Deeds
from untwin.ui.kit.copied import files_in


def take_dropped(event: QDropEvent, deeds: Deeds) -> None:
    """One profile is a source; anything else is read for errors."""
    files = files_in(event.mimeData())
    if len(files) == 1 and files[0].suffix.lower() == ".toml":
        deeds.sources.add(files[0])
    else:
        deeds.intake.drop(event.mimeData())
    event.acceptProposedAction()
