"""Reads the corpus of short texts: `%% name`, the text, then a line `=> kind | code 6140 | ..` for each error in it.

`no`, `type`, `id` and `code` that aren't written are expected to be missing. `src`, `entity` and the columns of a table
(`customer`, `incoming`, `total`, `day`, ..) are looked at where they are written; the entity also where a type is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.errors.faults import Finding

FOLDER = Path(__file__).parent / "intake" / "corpus" / "many"
ALWAYS = {"code": "code", "no": "doc_number", "type": "txn_type", "id": "txn_id"}
WRITTEN = {"src": "source", "entity": "entity", "says": "message"}
COLUMNS = {"incoming": "incoming_number"}
ENTITIES = {
    **{title: title.replace(" ", "") for title in ("Invoice", "Credit Memo", "Sales Receipt", "Estimate", "Bill")},
    **{title: title.replace(" ", "") for title in ("Journal Entry", "Purchase Order", "Vendor Credit", "Bill Payment")},
}


@dataclass(frozen=True, slots=True)
class Text:
    """One text, and what each error in it is expected to say, by the words of the corpus."""

    name: str
    text: str
    expected: tuple[dict[str, str], ...]

    def said(self, findings: tuple[Finding, ...]) -> list[dict[str, str]]:
        """What the findings say, as far as the corpus asks; the surplus ones wholly."""
        asked = [list(row) for row in self.expected]
        return [_said(finding, asked[at] if at < len(asked) else ["kind"]) for at, finding in enumerate(findings)]


def texts(file: Path) -> list[Text]:
    """All texts of one file."""
    return list(_texts(file.stem, file.read_bytes().decode("utf-8")))


def _texts(stem: str, whole: str) -> Iterator[Text]:
    for block in re.split(r"^%% ", whole, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        text, *lines = re.split(r"^=> ", rest, flags=re.MULTILINE)
        expected = tuple(_expected(line.strip()) for line in lines if line.strip() != "none")
        yield Text(f"{stem}: {name.strip()}", text.removesuffix("\n"), expected)


def _expected(line: str) -> dict[str, str]:
    kind, *facts = line.split(" | ")
    row = {"kind": kind, **dict.fromkeys(ALWAYS, "none")}
    row |= dict(fact.split(" ", 1) for fact in facts)
    if row["type"] in ENTITIES:
        row.setdefault("entity", ENTITIES[row["type"]])
    return row


def _said(finding: Finding, asked: list[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    for word in asked:
        if word == "kind":
            value: object = finding.kind.value
        elif word in ALWAYS or word in WRITTEN:
            value = getattr(finding, (ALWAYS | WRITTEN)[word])
        else:
            value = getattr(finding.columns, COLUMNS.get(word, word), None)
        said[word] = "none" if value is None else str(value)
    return said
