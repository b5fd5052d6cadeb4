"""What QuickBooks does differently with one request, where only the commit itself can do it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from starlette.types import Scope

from untwin.sample.quickbooks.kinds.entity import Doc

_WHIM = "sample.whim"


@dataclass(frozen=True, slots=True)
class Whim:
    """The whims of one request; usually none."""

    ignores_sparse: bool = False
    """A sparse update is taken for a full one."""
    meddles: str = ""
    """A field that is changed together with what was asked for."""
    fails_item: str = ""
    """The code with which the last item of a batch fails."""

    def meddle(self, doc: Doc) -> Doc:
        """The document about to be kept, changed where it should not be."""
        return doc | {self.meddles: MEDDLED[self.meddles](doc)} if self.meddles else doc


USUAL = Whim()


def whim_of(scope: Scope) -> Whim:
    """The whims of a request."""
    found = scope.get(_WHIM)
    return found if isinstance(found, Whim) else USUAL


def set_whim(scope: Scope, whim: Whim) -> None:
    """Notes the whims of a request for whoever commits it."""
    scope[_WHIM] = whim


def _line(doc: Doc) -> list[Doc]:
    lines: list[Doc] = doc.get("Line") or [{}]
    return [lines[0] | {"Description": "Changed by QuickBooks"}, *lines[1:]]


# By field: what it becomes.
MEDDLED: dict[str, Callable[[Doc], object]] = {
    "PrivateNote": lambda doc: f"{doc.get('PrivateNote', '')} Changed by QuickBooks".strip(),
    "TotalAmt": lambda doc: Decimal(doc.get("TotalAmt", 0)) + Decimal("0.01"),
    "Balance": lambda doc: Decimal(doc.get("Balance", 0)) + Decimal("0.01"),
    "TxnDate": lambda doc: (date.fromisoformat(doc["TxnDate"]) + timedelta(days=1)).isoformat(),
    "DocNumber": lambda doc: f"{doc.get('DocNumber', '')}X",
    "Line": _line,
}
