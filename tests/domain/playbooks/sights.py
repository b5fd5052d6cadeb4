"""What a playbook is given in tests: a case of a kind, the evidence, what was observed; each with changes."""

from dataclasses import replace
from typing import Any

from builders import COMPANY, FACTS, INCOMING, case, evidence, finding
from untwin.domain.cases.advice import Advice, Deed
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company, CompanyFacts
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks.book import advise
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.observed import NameRecord, Observed

HUBSPOT_COMPANY: Company = replace(COMPANY, sources=())


def fault(kind: FaultKind, message: str = "", **changes: Any) -> Case:
    """A case of HubSpot's about invoice 1234, with `changes`."""
    found = finding(kind=kind, code=None, txn_type=None, entity=None, txn_id=None, message=message, source="hubspot")
    return case(**({"kind": kind, "source": "hubspot", "findings": (found,)} | changes))


def seen(incoming: Incoming | None = INCOMING, facts: CompanyFacts = FACTS, **changes: Any) -> Evidence:
    """Complete evidence in which nothing uses the number and nothing is booked."""
    nothing = {"holders": (), "named_found": None, "named_missing": False, "taken": ()}
    return evidence(**(nothing | {"incoming": incoming, "facts": facts} | changes))


def customer(name: str, **changes: Any) -> NameRecord:
    """A customer of QuickBooks."""
    return replace(NameRecord("Customer", "7", name, full_name=name), **changes)


def advice(
    kind: FaultKind, message: str = "", *, evidence: Evidence | None = None, names: tuple[NameRecord, ...] = ()
) -> Advice:
    """What the book advises on an error of this kind."""
    return advise(fault(kind, message), HUBSPOT_COMPANY, evidence or seen(), Observed(names=names))


def deeds(told: Advice) -> list[Deed]:
    """What the options do, in order."""
    return [option.deed for option in told.options]


def text(told: Advice) -> str:
    """Everything that was found, in one text."""
    return " ".join(told.found)
