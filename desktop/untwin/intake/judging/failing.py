"""Knows whether a line says that something failed, by single words and by what was not done."""

from untwin.intake.judging.signs.failing import CUES, TURNED_DOWN


def says_it_failed(line: str) -> bool:
    """Whether the line says that something failed; `in error` and `by error` are what people do."""
    lower_line = line.lower().replace("in error", "").replace("by error", "")
    return any(cue in lower_line for cue in CUES) or bool(TURNED_DOWN.found(line))
