"""A plan of changes: its rows, what a person must have seen first, and what is refused, with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case
from untwin.domain.changes.history import Purpose


class Flag(StrEnum):
    """A kind of fact that a person must tick off before a change; the values name it on the command line."""

    EMAILED = "emailed"
    PAID = "paid"
    LINKED = "linked"
    TRUST = "trust"
    SEVERAL = "several"


class Rung(StrEnum):
    """How a plan is confirmed."""

    SHEET = "sheet"
    CHECK_BOXES = "check_boxes"
    TYPE_COUNT = "type_count"


@dataclass(frozen=True, slots=True)
class Wish:
    """A case somebody wants changed, with numbers typed for some of its documents (by document id)."""

    case: Case
    numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One document whose number would change.

    Attributes:
        why_not: what is wrong with the new number; empty where nothing is.
        passed_over: why ways that the house rules put before the first suggestion don't fit, a sentence each.
        known: ids of the documents that had the old number when the case was looked up.
    """

    case_id: str
    company: str
    document: Document
    new: str
    flags: tuple[Flag, ...]
    suggestions: tuple[str, ...]
    why_not: str = ""
    purpose: Purpose = Purpose.RENUMBER
    known: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()

    @property
    def old(self) -> str:
        """Its number now."""
        return self.document.number or ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A case that the plan leaves out, why, and what can be done instead, where that is known."""

    case_id: str
    reason: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one confirmation would do, and everything it would not.

    `totals` are by currency, "" unknown. `next_numbers` say what QuickBooks may give or offer next.
    """

    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...]
    rung: Rung
    flags: tuple[Flag, ...]
    totals: Mapping[str, Decimal]
    next_numbers: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether every row has a number that may be given."""
        return bool(self.rows) and not any(row.why_not for row in self.rows)

    def missing(self, accepted: frozenset[Flag], typed_count: int | None) -> tuple[str, ...]:
        """What a person has still to confirm, one sentence each; empty when all of it is."""
        said = [FLAG_WORDS[flag] for flag in self.flags if flag not in accepted]
        if self.rung is Rung.TYPE_COUNT and typed_count != len(self.rows):
            said.append(f"Type the number of rows to confirm them: {len(self.rows)}.")
        return tuple(said)


FLAG_WORDS = {
    Flag.EMAILED: "It was e-mailed from QuickBooks: the customer holds the old number.",
    Flag.PAID: "Money has moved on it: payments stay linked, but a remittance may name the old number.",
    Flag.LINKED: "Other documents are linked to it; they stay linked.",
    Flag.TRUST: "It is on a trust account: only the number changes, no amount and no account does.",
    Flag.SEVERAL: "More than one document gets a new number.",
}
