"""What the actions about the window do: palette, menu, settings, keys, text size, refresh."""

from collections.abc import Callable
from dataclasses import dataclass

from untwin.ui.acting.menus import make_menu
from untwin.ui.acting.registry import Place, Registry
from untwin.ui.comfort.palette import Palette
from untwin.ui.comfort.palette_rows import company_of, offers_of
from untwin.ui.comfort.preferences_sheet import PreferencesSheet
from untwin.ui.comfort.rekey_sheet import RekeySheet
from untwin.ui.comfort.wishes import Comfort
from untwin.ui.deeds.parts import Base, Parts
from untwin.ui.deeds.printing import Printing
from untwin.ui.desk.view import DeskView

_DESK = frozenset({Place.WINDOW, Place.DESK, Place.LIST, Place.CASE})


@dataclass(frozen=True)
class WindowDeeds:
    """Honours `WindowContext`; `read` reads the store anew and shows it."""

    base: Base
    parts: Parts
    view: DeskView
    registry: Registry
    comfort: Comfort
    read: Callable[[], None]

    def refresh(self) -> None:
        """Reads what is shown anew, and looks the chosen cases up again where they can be."""
        self.read()
        if not self.registry.why_not("look_up"):
            self.registry.run("look_up")

    def open_palette(self) -> None:
        """Opens the palette over whatever is open."""
        ground = self.parts.ground
        if isinstance(ground.sheet, Palette):
            return
        offers = offers_of(self.registry, self._places(), self.parts.listing.companies.values())
        palette = Palette(offers, lambda: self.comfort.recent, self.base.theme)
        palette.chosen.connect(self._run_chosen)
        ground.open(palette)

    def open_menu(self) -> None:
        """Opens the menu under its button."""
        made = self.view.header.menu_button
        menu = make_menu(self.view, self.registry)
        menu.popup(made.mapToGlobal(made.rect().bottomLeft()))

    def print_here(self) -> None:
        """Offers to print what is in front."""
        Printing(self.parts, self.view, self.registry, self.base.desk.export).open()

    def zoom(self, step: int) -> None:
        """Larger or smaller text; 0 is the usual size."""
        self.comfort.zoom(step)

    def open_settings(self) -> None:
        """Opens the settings over whatever is open."""
        if not isinstance(self.parts.ground.sheet, PreferencesSheet):
            self.parts.ground.open(PreferencesSheet(self.comfort))

    def change_keys(self) -> None:
        """Opens the page where keys are changed."""
        if not isinstance(self.parts.ground.sheet, RekeySheet):
            self.parts.ground.open(RekeySheet(self.registry.usual, self.comfort))

    def on_keys(self, what: str) -> None:
        """Does something on that page."""
        sheet = self.parts.ground.sheet
        if isinstance(sheet, RekeySheet):
            deeds = {
                "change": sheet.change,
                "add": sheet.add,
                "clear": sheet.clear,
                "usual": sheet.usual,
                "all_usual": sheet.all_usual,
            }
            deeds[what]()

    def _places(self) -> frozenset[Place]:
        """The places where something can be done now."""
        sheet = self.parts.ground.sheet
        return _DESK if sheet is None else frozenset({Place.WINDOW, Place.SHEET, *sheet.places})

    def _run_chosen(self, name: str) -> None:
        """The palette goes first: what is run may open a sheet of its own."""
        self.parts.ground.close_sheet()
        realm = company_of(name)
        if realm is None:
            self.comfort.note(name)
            self.registry.run(name)
        else:
            self.view.header.show_company(realm)
