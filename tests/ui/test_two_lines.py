"""What a column has no room for: shortened so that what tells a row apart stays."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from untwin.ui.kit.two_lines import shortened


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("Kowalczyk-Estate-2026-2246", "Kowal", "2246"),
        ("Whitcombe Joinery and Daughters, 3,846.25", "Whit", ", 3,846.25"),
        ("Rasmussen-Featherstonehaugh, Katherine Anne", "Rasmussen", "…"),
        ("Delgado, EUR 3.846,25", "Del", ", EUR 3.846,25"),
        ("Smith, Anna", "Smith, Anna", "Smith, Anna"),
        ("→ INV-1246 +1  e-mailed", "→ INV-1", "  e-mailed"),
        ("→ INV-1246 +1  e-mailed  paid  linked", "→ INV-1", "  linked +2"),
        ("e-mailed  paid  linked  voided", "e-mailed", "  voided +2"),
    ],
)
def test_what_is_too_long_keeps_what_tells_it_apart(qtbot: QtBot, text: str, begins: str, ends: str) -> None:
    metrics = QFontMetrics(QFont())
    short = shortened(metrics, text, metrics.horizontalAdvance("Rasmussen, Katherine"))
    assert short.startswith(begins)
    assert short.endswith(ends)
