"""Finds the addresses that cells of a workbook's sheet lead to; none is ever opened here."""

import html
import posixpath
import re
import zipfile

# Where the links stand in a sheet's part of the file, and the longest list of them that is read.
_TAIL = 4_000_000
_LINKED = re.compile(rb"<hyperlink\b[^>]{1,2000}>")
_CELL = re.compile(rb'\bref="([A-Z]{1,3})(\d{1,7})')
_ID = re.compile(rb'\br:id="([^"]{1,80})"')
_RELATION = re.compile(rb"<Relationship\b[^>]{1,4000}>")
_OWN_ID = re.compile(rb'\bId="([^"]{1,80})"')
_TARGET = re.compile(rb'\bTarget="(https?://[^"]{1,2000})"')


def linked_rows(packed: zipfile.ZipFile, sheet: str) -> dict[int, str]:
    """By the row (from 1), the web address that its first linked cell leads to."""
    relations = f"{posixpath.dirname(sheet)}/_rels/{posixpath.basename(sheet)}.rels"
    if relations not in packed.namelist():
        return {}
    with packed.open(relations) as file:
        targets = _targets(file.read(_TAIL))
    return _rows(_end(packed, sheet), targets) if targets else {}


def _targets(relations: bytes) -> dict[bytes, str]:
    found = ((_OWN_ID.search(tag), _TARGET.search(tag)) for tag in _RELATION.findall(relations))
    return {own[1]: html.unescape(target[1].decode("utf-8", "replace")) for own, target in found if own and target}


def _end(packed: zipfile.ZipFile, sheet: str) -> bytes:
    """The end of the sheet's part, where its links stand behind its rows."""
    held = b""
    with packed.open(sheet) as file:
        while chunk := file.read(_TAIL):
            held = (held + chunk)[-_TAIL:]
    return held


def _rows(end: bytes, targets: dict[bytes, str]) -> dict[int, str]:
    first: dict[int, tuple[tuple[int, bytes], str]] = {}
    for tag in _LINKED.findall(end):
        cell, own = _CELL.search(tag), _ID.search(tag)
        if cell and own and own[1] in targets:
            row, column = int(cell[2]), (len(cell[1]), cell[1])
            first[row] = min(first.get(row, (column, targets[own[1]])), (column, targets[own[1]]))
    return {row: address for row, (_, address) in first.items()}
