"""Light and dark: colours, one type scale and the style sheet, following the system live."""

import json
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QStyleHints
from PySide6.QtWidgets import QWidget

from untwin.resources import resource
from untwin.ui.icons import Icons


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme by what they are for; every text colour has 4.5:1 on every ground it is used on."""

    ground: str
    surface: str
    raised: str
    sunken: str
    line: str
    edge: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    selected: str
    focus: str
    good: str
    good_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    calm: str
    calm_ground: str
    scrim: str


def load_colours(name: str) -> Colours:
    """The colours of `light` or `dark`."""
    return Colours(**json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8")))


class Theme(QObject):
    """The look of the window; `scheme` holds it to light or dark, whatever the system says.

    Signals:
        changed: the system went from light to dark or back.
    """

    changed = Signal()

    def __init__(self, hints: QStyleHints, scheme: Qt.ColorScheme | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints, self._fixed = hints, scheme
        self._both = {name: load_colours(name) for name in ("light", "dark")}
        self.icons = Icons()
        hints.colorSchemeChanged.connect(self._follow)

    @property
    def colours(self) -> Colours:
        """The colours now."""
        return self._both[self._name]

    @property
    def _name(self) -> str:
        return "dark" if (self._fixed or self._hints.colorScheme()) is Qt.ColorScheme.Dark else "light"

    def dress(self, window: QWidget) -> None:
        """Gives the window its palette and style sheet."""
        window.setPalette(_palette(self.colours))
        sheet = Template(resource("themes", "untwin.qss").read_text(encoding="utf-8"))
        pictures = {each: resource("themes", f"{each}-{self._name}.svg").as_posix() for each in ("check", "down")}
        window.setStyleSheet(sheet.substitute(asdict(self.colours), **pictures))

    def _follow(self) -> None:
        self.changed.emit()


def load_font() -> QFont:
    """Inter, shipped so that all machines agree, with figures of one width."""
    for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
        QFontDatabase.addApplicationFont(str(resource("font", name)))
    font = QFont("Inter")
    font.setPointSizeF(10)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.sunken,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.Link: colours.accent,
    }
    for role, colour in roles.items():
        # The same when disabled: behind a sheet everything stays readable.
        palette.setColor(QPalette.ColorGroup.All, role, QColor(colour))
    return palette
