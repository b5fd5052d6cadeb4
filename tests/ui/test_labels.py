"""Labels show outside text as it is, where it belongs."""

import pytest
from pytestqt.qtbot import QtBot

from untwin.ui.kit.labels import plain


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
