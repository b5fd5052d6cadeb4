"""The scenes about the number map: a firm whose series come near each other, its tables, and a company of 100,000."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt

from builders import REALM
from flows.conftest import make_office
from studio.studio import Kept, Studio, standing
from ui.map_firm import furnish, furnish_largely
from untwin.jobs import LaneJobs
from untwin.ui.map.documents_sheet import MapDocumentsSheet
from untwin.ui.map.sheet import MapSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow


class MapKept(Kept):
    """What only remembers, with the office behind the window."""

    def __init__(self) -> None:
        super().__init__()
        self.office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "map")


@contextmanager
def map_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, MapKept]]:
    """A window on one company of which nothing was read yet."""
    kept, jobs = MapKept(), LaneJobs()
    window = build_window(kept.office.desk, jobs, Opening(), kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def tell_map_story(studio: Studio) -> None:
    """From nothing to a number, its documents and the tables; then a large company."""
    kept = studio.kept
    if not isinstance(kept, MapKept):
        raise TypeError(kept)
    studio.run("map")
    studio.shoot("80-map-nothing-read")
    studio.run("cancel")
    furnish(kept.office)
    sheet = _open(studio)
    studio.shoot("81-map")
    studio.run("map_next")
    studio.run("map_next")
    studio.shoot("82-map-next-find")
    _at_a_number(studio, sheet)
    _as_tables(studio)
    kept.office.desk.index_numbers.index.clear(REALM)
    furnish_largely(kept.office, 100_000)
    _large(studio)


def _at_a_number(studio: Studio, sheet: MapSheet) -> None:
    sheet.go_to.setText("1240")
    sheet.go()
    studio.shoot("83-map-at-a-number")
    for _ in range(6):
        studio.run("map_closer")
    studio.shoot("84-map-close")
    studio.run("map_documents")
    studio.until(lambda: _listed(studio), "the documents")
    studio.shoot("85-map-documents")
    studio.run("cancel")


def _as_tables(studio: Studio) -> None:
    studio.run("map_table")
    studio.shoot("86-map-tables")
    studio.run("map_export")
    studio.shoot("87-map-export")
    for _ in range(3):
        studio.run("cancel")


def _large(studio: Studio) -> None:
    _open(studio)
    studio.shoot("88-map-large")
    for _ in range(12):
        studio.run("map_closer")
    studio.shoot("89-map-large-closer")
    studio.run("cancel")


def _open(studio: Studio) -> MapSheet:
    studio.run("map")
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, MapSheet):
        raise TypeError(sheet)
    studio.until(lambda: sheet.drawn is not None, "the map")
    return sheet


def _listed(studio: Studio) -> bool:
    sheet = studio.window.ground.sheet
    return isinstance(sheet, MapDocumentsSheet) and sheet.chosen is not None
