"""Every shape in the corpus is read as the file beside it says: `name.ext` and `name.ext.expected`, a JSON list."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from untwin.domain.errors.faults import Columns, Finding
from untwin.intake.files.decode import decode
from untwin.intake.reader import read_file

CORPUS = Path(__file__).parent / "corpus"
SHAPES = sorted(path.with_suffix("") for path in CORPUS.glob("*.expected"))


def _as_expected(finding: Finding, keys: list[str]) -> dict[str, Any]:
    said = {key: getattr(finding, key) for key in keys}
    if isinstance(said.get("columns"), Columns):
        columns = said["columns"]
        printed = {field.name: getattr(columns, field.name) for field in fields(columns)}
        said["columns"] = {name: value for name, value in printed.items() if isinstance(value, str)}
    return said


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_a_wild_shape_gives_exactly_the_findings_beside_it(shape: Path) -> None:
    expected = json.loads(shape.with_name(shape.name + ".expected").read_text(encoding="utf-8"))

    findings = read_file(shape).findings

    keys = [list(row) for row in expected]
    assert [
        _as_expected(finding, keys[place] if place < len(keys) else ["kind", "text"])
        for place, finding in enumerate(findings)
    ] == expected


@pytest.mark.parametrize("shape", [path for path in SHAPES if path.suffix != ".eml"], ids=lambda path: path.name)
def test_slices_of_a_wild_shape_stand_in_its_text_in_order(shape: Path) -> None:
    text = decode(shape.read_bytes()).text
    at = 0
    for finding in read_file(shape).findings:
        at = text.index(finding.text, at) + len(finding.text)
