"""A help page as it is read: a title, and parts with sentences and points; the few signs of our own pages, no more."""

import re
from dataclasses import dataclass

from untwin.domain.errors.faults import FaultKind

ABOUT = ("connecting", "connecting_apps", "clients", "triage", "where_things_lie")
"""Pages about Untwin itself; they come first where all are listed."""
BESIDE = ("verdicts", "settings", "finding_out")
"""Pages that are about no kind of error."""
NAMES = (*ABOUT, *(kind.value for kind in FaultKind), *BESIDE)
_CODE = re.compile(r"`([^`]+)`")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")


@dataclass(frozen=True, slots=True)
class HelpPart:
    """One part under its heading; `points` are those of a list, `lines` the paragraphs before it."""

    heading: str
    lines: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A whole page."""

    name: str
    title: str
    parts: tuple[HelpPart, ...]


def read_page(name: str, text: str) -> HelpPage:
    """The page in a file of ours. What is bold, in italics or to be typed stands in quotes; nothing is markup."""
    title, *rest = text.strip().split("\n## ")
    head, _, before = title.partition("\n")
    parts = [("", before)] if before.strip() else []
    parts += [(heading.strip(), body) for heading, _, body in (part.partition("\n") for part in rest)]
    return HelpPage(name, _plain(head.removeprefix("#")), tuple(_part(heading, body) for heading, body in parts))


def _part(heading: str, body: str) -> HelpPart:
    lines: list[str] = []
    points: list[str] = []
    for block in re.split(r"\n\s*\n|\n(?=- )", body.strip()):
        words = " ".join(block.split())
        if words.startswith("- "):
            points.append(_plain(words[2:]))
        elif words:
            lines.append(_plain(words))
    return HelpPart(heading, tuple(lines), tuple(points))


def _plain(words: str) -> str:
    # What is typed comes last: a star in it is no italics.
    return _CODE.sub(r"“\1”", _ITALIC.sub(r"“\1”", _BOLD.sub(r"“\1”", words))).strip()
