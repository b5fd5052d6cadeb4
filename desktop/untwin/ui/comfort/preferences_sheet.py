"""The window's settings: look, text, dates and money, keys, and what it does by itself; each holds at once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from untwin.domain.window.wishes import TEXT_SIZES, Look
from untwin.ui.case.parts import heading
from untwin.ui.comfort.wishes import Comfort
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.figures import locale_named, medium_day, money
from untwin.ui.kit.labels import line, plain
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet

_LOOKS = {
    Look.SYSTEM: "Like this computer",
    Look.LIGHT: "Light",
    Look.DARK: "Dark",
    Look.CONTRAST_LIGHT: "High contrast, light",
    Look.CONTRAST_DARK: "High contrast, dark",
}
_FIGURES = {
    "": "Like this computer",
    "en_US": "As in the United States",
    "en_GB": "As in the United Kingdom",
    "en_CA": "As in Canada",
    "de_DE": "As in Germany",
    "fr_FR": "As in France",
}
_EXAMPLE = date(2026, 12, 31)
_BOXES = {
    "letters": ("Single letters are keys (off: only keys with Ctrl or Alt, and the palette, Ctrl+K)", "keys"),
    "next_case": ("After a case is snoozed, archived, ignored or renumbered, choose the next one", "work"),
    "then_retry": ("After a new number, retry in the source, unless I say otherwise", "work"),
    "same_place": ("Open the window as I left it", "work"),
}


class PreferencesSheet(Sheet):
    """Nothing to confirm: what is chosen holds, and is seen at once.

    Signals (of every sheet):
        wanted: the page where keys are changed.
    """

    over = True

    def __init__(self, comfort: Comfort) -> None:
        lead = tr("For this window; no setting of QuickBooks. What you choose holds at once.")
        super().__init__(tr("Settings"), lead)
        self._comfort = comfort
        self._boxes: dict[str, QCheckBox] = {}
        self._fill()
        comfort.wished.connect(self._show)

    def first_focus(self) -> QWidget:
        """The look."""
        return self.look

    def leave(self) -> None:
        """It follows nobody any more."""
        self._comfort.wished.disconnect(self._show)

    def _fill(self) -> None:
        wishes = self._comfort.wishes
        self.look = _choice(((look, tr(words)) for look, words in _LOOKS.items()), wishes.look)
        self.text_size = _choice(((size, f"{size} %") for size in TEXT_SIZES), wishes.text_size)
        self.figures = _choice(((name, _figure_words(name)) for name in _FIGURES), wishes.figures)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        fields = (
            (tr("Colours"), self.look, ""),
            (tr("Text size"), self.text_size, tr("Ctrl++   Ctrl+-   Ctrl+0")),
            (tr("Dates and money"), self.figures, ""),
        )
        for place, (words, field, keys) in enumerate(fields):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setAccessibleDescription(keys)
            field.currentIndexChanged.connect(self._chosen)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
            grid.addWidget(plain(keys, "small", wrap=False), place, 2)
        self.rows.addWidget(heading(tr("Look")))
        self.rows.addLayout(grid)
        self._fill_boxes()

    def _fill_boxes(self) -> None:
        self.rows.addWidget(heading(tr("Keys")))
        self._add_boxes("keys")
        row = line()
        row.addWidget(self.action_button("change_keys", tr("Change keys …")))
        row.addStretch(1)
        self.rows.addLayout(row)
        self.rows.addWidget(heading(tr("Work")))
        self._add_boxes("work")

    def _add_boxes(self, group: str) -> None:
        for name, (words, mine) in _BOXES.items():
            if mine == group:
                self._boxes[name] = box = QCheckBox(tr(words))
                box.setChecked(bool(getattr(self._comfort.wishes, name)))
                box.toggled.connect(self._chosen)
                self.rows.addWidget(box)

    def _chosen(self, *_value: object) -> None:
        picked: dict[str, Any] = {name: box.isChecked() for name, box in self._boxes.items()}
        wishes = replace(self._comfort.wishes, look=Look(self.look.currentData()), **picked)
        size, figures = self.text_size.currentData(), self.figures.currentData()
        self._comfort.wish(replace(wishes, text_size=size, figures=figures))

    def _show(self) -> None:
        """The text size can be changed by its keys, too."""
        self.text_size.setCurrentIndex(self.text_size.findData(self._comfort.wishes.text_size))
        self.refit()


def _choice(offered: Iterable[tuple[object, str]], now: object) -> ChoiceBox:
    made = ChoiceBox()
    for value, words in offered:
        made.addItem(words, value)
    made.setCurrentIndex(max(made.findData(now), 0))
    return made


def _figure_words(name: str) -> str:
    locale = locale_named(name)
    return f"{tr(_FIGURES[name])}: {medium_day(_EXAMPLE, locale)}, {money(Decimal('1240.50'), locale=locale)}"
