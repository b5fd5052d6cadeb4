"""Draws the icon in every size and kind that the platforms ask for, from the one SVG under resources/."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def draw(svg: Path, folder: Path) -> None:
    """Writes `untwin-SIZE.png` for every size, and one `.ico` and `.icns` where this Qt can."""
    folder.mkdir(parents=True, exist_ok=True)
    icon = QIcon(str(svg))
    for size in SIZES:
        if not _image(icon, size).save(str(folder / f"untwin-{size}.png")):
            raise SystemExit(f"{folder} can't be written")
    _image(icon, 256).save(str(folder / "untwin.ico"))
    _image(icon, 512).save(str(folder / "untwin.icns"))


def _image(icon: QIcon, size: int) -> QImage:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icon.paint(painter, 0, 0, size, size)
    painter.end()
    return image


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
