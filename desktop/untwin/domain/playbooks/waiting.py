"""Whom and what the waiting document is about, read from the source's answer or from the row beside the error."""

import re
from datetime import date

from untwin.domain.cases.case import Case
from untwin.domain.playbooks.names import Contact
from untwin.domain.playbooks.sight import Sight
from untwin.domain.words.reading import day_of

_ADDRESS = re.compile(r"[^\s<>()\"',;@]{1,64}@[^\s<>()\"',;@]{1,255}")

_PRINTED_NAME = re.compile(
    r"\b(?:display ?name|name) ?[=:] ?[\"“'«]([^\"”'»]{1,100})[\"”'»]"
    r"|\b(?:display ?name|fullyqualifiedname)=([^;,|\n]{1,100})"
    r"|[“\"«]([^”\"»]{1,100})[”\"»]",
    re.IGNORECASE,
)
_PRINTED_ID = re.compile(r"already exists\.? ?: ?Id ?= ?(\d{1,20})\b", re.IGNORECASE)


def contact_of(sight: Sight) -> Contact:
    """Whom the waiting document names; an address that was typed for the customer counts as one."""
    known = sight.incoming
    printed = (known.customer if known else None) or _column(sight.case, "customer")
    email = (known.customer_email if known else None) or _address_in(printed)
    name = _ADDRESS.sub(" ", printed).strip(" ()<>,;") if printed else None
    return Contact(" ".join(name.split()) if name else None, email)


def name_in_message(message: str) -> str | None:
    """The name that a duplicate-name error prints, in quotes or behind `DisplayName=`; None where it prints none."""
    found = _PRINTED_NAME.search(message[:2000])
    name = next((part.strip() for part in found.groups() if part), "") if found else ""
    return name if name and name.casefold() != "null" else None


def record_in_message(message: str) -> str | None:
    """The id that some duplicate-name errors print at their end: `The name supplied already exists. : Id=59`."""
    found = _PRINTED_ID.search(message[:2000])
    return found.group(1) if found else None


def waiting_day(sight: Sight) -> date | None:
    """The waiting document's date."""
    known = sight.incoming
    return (known.date if known else None) or day_of(_column(sight.case, "date"))


def _address_in(text: str | None) -> str | None:
    found = _ADDRESS.search(text[:400]) if text else None
    return found.group(0) if found else None


def _column(case: Case, name: str) -> str | None:
    """What the row beside the error says, the newest first."""
    told = (getattr(f.columns, name) for f in reversed(case.findings) if f.columns)
    return next((value for value in told if value), None)


def references_in_message(message: str) -> tuple[tuple[str, str], ...]:
    """Type and id of the records that an invalid-reference error names: `Accounts element id 33 not found`."""
    found = _REFERENCE.findall(message[:2000])
    pairs = ((entity, record_id) for word, record_id in found for entity in _ELEMENTS.get(word.casefold(), ()))
    return tuple(dict.fromkeys(pairs))


_REFERENCE = re.compile(r"\b([A-Za-z]{4,9}) elements? id (\d{1,20})\b", re.IGNORECASE)
_ELEMENTS = {
    "names": ("Customer", "Vendor", "Employee"),
    "name": ("Customer", "Vendor", "Employee"),
    "customer": ("Customer",),
    "customers": ("Customer",),
    "vendor": ("Vendor",),
    "vendors": ("Vendor",),
    "employee": ("Employee",),
    "item": ("Item",),
    "items": ("Item",),
    "account": ("Account",),
    "accounts": ("Account",),
}
