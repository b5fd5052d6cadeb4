"""A choice that drops down: a very long one ends in the middle and widens nothing."""

import pytest
from pytestqt.qtbot import QtBot

from untwin.ui.kit.choice_box import ChoiceBox


@pytest.mark.parametrize("long", ["1" * 80, "Whitcombe & Sons " * 9])
def test_a_very_long_choice_doesnt_widen_what_it_stands_in(qtbot: QtBot, long: str) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem("All companies")
    short = box.minimumSizeHint().width()
    box.addItem(long)
    assert short <= box.minimumSizeHint().width() <= 40 * box.fontMetrics().averageCharWidth()
    box.setCurrentIndex(1)
    box.resize(160, 30)
    box.grab()
    assert box.currentText() == long


def test_a_usual_choice_has_all_its_room(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem("Bright Dental Group")
    assert box.sizeHint() == super(ChoiceBox, box).sizeHint()
