"""Tells one story in one window: each of its scenes is photographed in every look and looked over."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pictures import size_of
from studio.pieces import Piece, Result, folder, keep
from studio.scenes.arrivals import arrivals_window, tell_arrivals_story
from studio.scenes.batch import batch_window, tell_batch_story
from studio.scenes.changes import changes_window, tell_changes_story
from studio.scenes.clients import clients_window, tell_clients_story
from studio.scenes.companies import firm_window, tell_firm_story
from studio.scenes.firms import firms_window, tell_firms_story
from studio.scenes.first_run import first_run_window, tell_first_run_story
from studio.scenes.keys import keys_window, tell_keys_story
from studio.scenes.map import map_window, tell_map_story
from studio.scenes.marks import marks_window, tell_marks_story
from studio.scenes.sample import sample_window, tell_sample_story
from studio.scenes.sources import sources_window, tell_sources_story
from studio.scenes.watch import tell_watch_story, watch_window
from studio.scenes.zero import tell_zero_story, zero_window
from studio.studio import Studio

_STORIES = {
    "sample": (sample_window, tell_sample_story),
    "arrivals": (arrivals_window, tell_arrivals_story),
    "firms": (firms_window, tell_firms_story),
    "companies": (firm_window, tell_firm_story),
    "batch": (batch_window, tell_batch_story),
    "sources": (sources_window, tell_sources_story),
    "changes": (changes_window, tell_changes_story),
    "clients": (clients_window, tell_clients_story),
    "first-run": (first_run_window, tell_first_run_story),
    "keys": (keys_window, tell_keys_story),
    "watch": (watch_window, tell_watch_story),
    "marks": (marks_window, tell_marks_story),
    "map": (map_window, tell_map_story),
    "zero": (zero_window, tell_zero_story),
}


def main() -> int:
    """Tells one story in one window and keeps what came of it."""
    options = _options()
    piece = Piece(options.story, options.size, options.scale, options.text)
    QApplication(sys.argv[:1])
    window, tell = _STORIES[piece.story]
    schemes: list[str] = options.schemes
    first = Qt.ColorScheme.Dark if schemes[0].endswith("dark") else Qt.ColorScheme.Light
    with window(piece.size, first) as (made, kept):
        made.comfort.wish(replace(made.comfort.wishes, text_size=piece.text))
        shots = {scheme: options.out / folder(piece, scheme) for scheme in schemes}
        studio = Studio(made, kept, shots, options.only)
        tell(studio)
    keep(Result(piece.name, piece.story, studio.pictures, studio.faults), options.out)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", choices=_STORIES)
    parser.add_argument("size", type=size_of)
    parser.add_argument("scale", type=int)
    parser.add_argument("text", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--schemes", nargs="+")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
