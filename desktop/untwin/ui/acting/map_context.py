"""What an action may see and do about the number map."""

from typing import Protocol


class MapContext(Protocol):
    """The number map as the actions see it."""

    @property
    def shown(self) -> bool:
        """Whether a map with something on it is open."""

    @property
    def there(self) -> bool:
        """Whether documents lie under the cursor, or one is chosen in the list of them."""

    @property
    def company(self) -> str:
        """The company whose map is open; empty where none is."""

    def open(self) -> None:
        """Opens the map, at the number of the chosen case where its company is shown."""

    def move_lane(self, step: int) -> None:
        """Chooses the lane, or the row, that many further down."""

    def move(self, step: int) -> None:
        """Moves the cursor by steps."""

    def zoom(self, steps: int) -> None:
        """Closer or further away."""

    def whole(self) -> None:
        """Shows all of it, or what is alive in it."""

    def find(self, step: int) -> None:
        """Goes to the next thing worth a look."""

    def show_documents(self) -> None:
        """Lists the documents under the cursor; in the table, goes to the row's number."""

    def open_document(self) -> None:
        """Opens the document under the cursor in QuickBooks."""

    def focus_number(self) -> None:
        """Puts the focus where a number is typed."""

    def focus_company(self) -> None:
        """Puts the focus on the choice of the company."""

    def switch(self) -> None:
        """Shows the same as tables, or as a picture again."""

    def read_again(self) -> None:
        """Reads from QuickBooks what has changed."""

    def export(self) -> None:
        """Writes the tables as a file."""
