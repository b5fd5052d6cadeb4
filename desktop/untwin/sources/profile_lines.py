"""Finds the line of each name in a profile, so that a mistake can be told with its place."""

import re
from collections.abc import Mapping

Places = Mapping[tuple[str, str], int]
"""Lines from 1 on, by section (empty for the top) and name; a section's own line by its name at the top."""

_SECTION = re.compile(r"\s*\[\s*[\"']?([^\]\"']*?)[\"']?\s*\]")
_NAME = re.compile(r"\s*[\"']?([^=\"'#\[]*?)[\"']?\s*=")


def places_of(text: str) -> Places:
    """Where each name stands, as far as it is written in a line of its own; what isn't found has no place."""
    places: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _SECTION.match(line):
            section = heading[1]
            places.setdefault(("", section), number)
        elif named := _NAME.match(line):
            places.setdefault((section, named[1]), number)
            # retry.do = "..." at the top is a name of the section, too.
            first, dot, rest = named[1].partition(".")
            if dot and not section:
                places.setdefault((first.strip(), rest.strip()), number)
                places.setdefault(("", first.strip()), number)
    return places
