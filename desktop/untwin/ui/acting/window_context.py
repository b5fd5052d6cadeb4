"""What an action may do with the window itself: its palette, its menu, its text size, its settings, its print."""

from typing import Protocol


class WindowContext(Protocol):
    """The window as the actions see it."""

    def refresh(self) -> None:
        """Reads what is shown anew, and looks the chosen cases up again."""

    def open_palette(self) -> None:
        """Opens the palette."""

    def open_menu(self) -> None:
        """Opens the menu."""

    def zoom(self, step: int) -> None:
        """Larger or smaller text; 0 is the usual size."""

    def print_here(self) -> None:
        """Prints what is shown: the keys in the key sheet, the case in its pane, else the list."""

    def open_settings(self) -> None:
        """Opens the settings of this window."""

    def change_keys(self) -> None:
        """Opens the page where keys are changed."""

    def on_keys(self, what: str) -> None:
        """Does something on that page: `change`, `add`, `clear`, `usual`, `all_usual`."""
