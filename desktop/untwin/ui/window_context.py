"""What an action may do with the window itself: its palette, its menu, its text size, its settings, its print."""

from typing import Protocol


class WindowContext(Protocol):
    """The window as the actions see it."""

    def refresh(self) -> None:
        """Reads what is shown anew, and looks the chosen cases up again."""

    def open_palette(self) -> None:
        """Opens the palette."""

    def zoom(self, step: int) -> None:
        """Larger or smaller text; 0 is the usual size."""
