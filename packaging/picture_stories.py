"""Takes all pictures of one size, scheme and scale: the main job on the sample firms, a firm's companies, a batch."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from picture_arrivals import arrivals_window, tell_arrivals_story
from picture_batch import batch_window, tell_batch_story
from picture_changes import changes_window, tell_changes_story
from picture_clients import clients_window, tell_clients_story
from picture_companies import firm_window, tell_firm_story
from picture_firms import firms_window, tell_firms_story
from picture_first_run import first_run_window, tell_first_run_story
from picture_keys import keys_window, tell_keys_story
from picture_map import map_window, tell_map_story
from picture_marks import marks_window, tell_marks_story
from picture_scenes import sample_window, tell_sample_story
from picture_sources import sources_window, tell_sources_story
from picture_studio import Studio
from picture_watch import tell_watch_story, watch_window
from picture_zero import tell_zero_story, zero_window
from untwin.domain.wishes import Look

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


def shoot(size: tuple[int, int], look: tuple[str, int], out: Path, only: str, stories: Sequence[str]) -> int:
    """Takes them in a scheme and a text size; 1 where one of them has a fault."""
    scheme, text = look
    QApplication(sys.argv[:1])
    faults = []
    for name in stories:
        window, tell = _STORIES[name]
        with window(size, Qt.ColorScheme.Dark if scheme.endswith("dark") else Qt.ColorScheme.Light) as (made, kept):
            wanted = Look(scheme) if scheme.startswith("contrast") else Look.SYSTEM
            made.comfort.wish(replace(made.comfort.wishes, look=wanted, text_size=text))
            studio = Studio(made, kept, out, only)
            tell(studio)
        faults += studio.faults
    for fault in faults:
        print(f"{out.name} {fault}")
    print(f"{out.name}: {len(faults)} faults")
    return 1 if faults else 0
