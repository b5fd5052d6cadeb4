"""QuickBooks' answers as files in quickbooks/fixtures: shaped as it really sends them, with a sample firm's values."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "quickbooks" / "fixtures"


def text(name: str) -> str:
    """One answer's text."""
    return (FOLDER / name).read_text("utf-8")


def answer(name: str) -> Any:
    """One answer out of a JSON file."""
    return json.loads(text(f"{name}.json"))


def rows(name: str, entity: str, **changes: object) -> list[str]:
    """The raw texts of an answer's documents, with `changes`; a field that changes to `...` is left out."""
    found = answer(name)
    sent = found["QueryResponse"][entity] if "QueryResponse" in found else [found[entity]]
    return [json.dumps({key: value for key, value in (each | changes).items() if value is not ...}) for each in sent]


def row(name: str, entity: str, **changes: object) -> str:
    """The first of them."""
    return rows(name, entity, **changes)[0]
