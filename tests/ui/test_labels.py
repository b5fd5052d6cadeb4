"""Labels show outside text as it is, where it belongs; what is ticked and chosen grows with the text."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from untwin.ui.kit.labels import plain
from untwin.ui.kit.theme import lengths


@pytest.mark.parametrize("name", ["Smith, Anna", "שלום עליכם", "شركة النور"])
def test_a_name_that_is_read_from_the_right_keeps_its_place(qtbot: QtBot, name: str) -> None:
    label = plain(f"{name}, 2,000.00")
    qtbot.addWidget(label)
    label.resize(600, 30)
    image = label.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    inked = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground]
    assert inked
    assert max(inked) < image.width() / 2


@pytest.mark.parametrize("long", ["A" * 200, "1" * 60, "=" * 90, "שלום" * 40, "a.b@" * 30])
def test_a_very_long_word_goes_on_in_the_next_line_and_is_told_as_it_was_given(qtbot: QtBot, long: str) -> None:
    label = plain(long, select=True)
    qtbot.addWidget(label)
    assert label.text() == long
    assert label.minimumSizeHint().width() < 450
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction, "what is copied would be another"
    label.clear()
    assert label.text() == ""
    label.setText("Smith, Anna")
    assert label.text() == "Smith, Anna"
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.parametrize("percent", [80, 90, 100, 110, 125, 150, 175, 200])
def test_what_is_chosen_stays_a_circle_and_grows_with_the_text(percent: int) -> None:
    sides = {name: int(length.removesuffix("px")) for name, length in lengths(percent / 100).items()}
    circle = sides["dot"] + 2 * sides["rim"]
    assert circle == sides["box"] + 2 == round(16 * percent / 100) + 2
    assert circle - 1 <= 2 * sides["round"] <= circle, "of a larger radius a square would come"
