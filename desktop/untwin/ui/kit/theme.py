"""Light, dark and high contrast: colours, one type scale and the style sheet, following the system live."""

import json
import re
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QStyleHints
from PySide6.QtWidgets import QWidget

from untwin.domain.window.wishes import Look
from untwin.resources import resource
from untwin.ui.kit.icons import Icons

POINTS = 10.0  # the size of plain text at 100 %
_POINTS = re.compile(r"\b(\d+(?:\.\d+)?)pt\b")
_BOX = 16  # the side of a check box, in pixels
_RIM = 5 / 18  # of the whole circle, around the dot of what is chosen
_TEXT_HIGH = 18  # a line of text in a button or a field, in pixels
_STRONG = Qt.ContrastPreference.HighContrast


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
    """The colours of `light`, `dark`, `contrast-light` or `contrast-dark`."""
    return Colours(**json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8")))


class Theme(QObject):
    """The look of the window; `scheme` holds it to light or dark, whatever the system says.

    Signals:
        changed: the colours or the text size are others now.
    """

    changed = Signal()

    def __init__(self, hints: QStyleHints, scheme: Qt.ColorScheme | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints, self._fixed = hints, scheme
        self._look, self._size = Look.SYSTEM, 100
        self._loaded: dict[str, Colours] = {}
        self._icons = Icons()
        self._shown = self.name
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def icons(self) -> Icons:
        """The icons."""
        return self._icons

    @property
    def colours(self) -> Colours:
        """The colours now."""
        name = self.name
        if name not in self._loaded:
            self._loaded[name] = load_colours(name)
        return self._loaded[name]

    @property
    def name(self) -> str:
        """The theme that is shown: `light`, `dark`, `contrast-light` or `contrast-dark`."""
        if self._look is not Look.SYSTEM:
            return self._look.value
        dark = (self._fixed or self._hints.colorScheme()) is Qt.ColorScheme.Dark
        strong = self._fixed is None and self._hints.accessibility().contrastPreference() is _STRONG
        return ("contrast-" if strong else "") + ("dark" if dark else "light")

    @property
    def scale(self) -> float:
        """How large text is beside its usual size, 0.8 to 2.0."""
        return self._size / 100

    def wish(self, look: Look, text_size: int) -> None:
        """What a person wants; the size in per cent."""
        size_before, self._look, self._size = self._size, look, text_size
        if self.name != self._shown or text_size != size_before:
            self._follow()

    def dress(self, window: QWidget) -> None:
        """Gives the window its palette, its font and its style sheet."""
        window.setPalette(_palette(self.colours))
        font = QFont(window.font())
        font.setPointSizeF(POINTS * self.scale)
        window.setFont(font)
        sheet = Template(resource("themes", "untwin.qss").read_text(encoding="utf-8"))
        tone = self.name.removeprefix("contrast-")
        pictures = {each: resource("themes", f"{each}-{tone}.svg").as_posix() for each in ("check", "down")}
        text = sheet.substitute(asdict(self.colours), **pictures, **lengths(self.scale))
        window.setStyleSheet(_POINTS.sub(lambda found: f"{float(found.group(1)) * self.scale:.2f}pt", text))

    def _follow(self) -> None:
        self._shown = self.name
        self.changed.emit()


def lengths(scale: float) -> dict[str, str]:
    """The sides of check boxes and circles; a radius of more than half a circle would make it a square."""
    box = round(_BOX * scale)
    circle = box + 2
    rim = round(circle * _RIM)
    found = {"box": box, "round": circle // 2, "rim": rim, "dot": circle - 2 * rim}
    return {name: f"{length}px" for name, length in (*found.items(), ("text_high", round(_TEXT_HIGH * scale)))}


def case_width(scale: float) -> int:
    """How many of the usual window's 1280 pixels the case has; the larger the text, the more it needs of them."""
    return min(int(494 * scale**0.6), 760)


def load_font() -> QFont:
    """Inter, shipped so that all machines agree, with figures of one width."""
    for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
        QFontDatabase.addApplicationFont(str(resource("font", name)))
    font = QFont("Inter")
    font.setPointSizeF(POINTS)
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
