"""Prints what cases have in common, and the ways out on a source's side."""

from collections.abc import Mapping, Sequence
from typing import Any

from untwin.cli.words import clean
from untwin.domain.cases.groups import Group
from untwin.domain.cases.source_ways import SourceWay

_NAMED = 12  # cases that a line names


def group_json(group: Group) -> dict[str, Any]:
    """A group as the contract has it."""
    return {
        "kind": group.kind.value,
        "company": group.company,
        "words": group.words,
        "count": len(group.case_ids),
        "cases": list(group.case_ids),
    }


def group_line(group: Group, companies: Mapping[str, str]) -> str:
    """A group in one line with the ids of its cases."""
    more = len(group.case_ids) - _NAMED
    listed = ", ".join(group.case_ids[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    company = companies.get(group.company or "", "no company yet")
    return clean(f"{company}: {group.words} Cases {listed}.")


def ways_json(ways: Sequence[SourceWay]) -> dict[str, Any]:
    """The ways on the source's side as the contract has them; `locked` is null where a person may go one."""
    return {"source_ways": [{"id": w.way.value, "words": w.words, "locked": w.locked or None} for w in ways]}


def ways_lines(ways: Sequence[SourceWay]) -> list[str]:
    """The same for people: why they are locked once, then each."""
    if not ways:
        return []
    locked = next((way.locked for way in ways if way.locked), "")
    title = f"Other ways, in the source. {locked}".strip()
    return [clean(title), *(clean(f"  - {way.words}{' (locked)' if locked else ''}") for way in ways)]
