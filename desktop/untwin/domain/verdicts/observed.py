"""What a playbook had looked for in QuickBooks beside the documents: names, and records by their ids."""

import re
from dataclasses import dataclass, field

from untwin.domain.verdicts.evidence import Search
from untwin.domain.verdicts.names import Likeness, compare_names

PEOPLE = ("Customer", "Vendor", "Employee")
"""Their display names are one namespace: each may stand in it once, inactive ones counted."""
RECORD_WORDS = {
    "Customer": "customer",
    "Vendor": "vendor",
    "Employee": "employee",
    "Item": "product or service",
    "Account": "account",
}


_BETWEEN = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class NameRecord:
    """A customer, vendor, employee, product or account as QuickBooks has it.

    Attributes:
        name: the display name, by which QuickBooks tells records apart.
        full_name: the same with its parents' names before it.
    """

    entity: str
    id: str
    name: str
    company: str = ""
    email: str | None = None
    active: bool = True
    full_name: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """What stands in its field for the e-mail address: QuickBooks takes several, with commas between."""
        return tuple(filter(None, _BETWEEN.split((self.email or "").strip())))

    @property
    def title(self) -> str:
        """How people name it: `inactive customer “Smith, Anna”`."""
        state = "" if self.active else "inactive "
        return f"{state}{RECORD_WORDS[self.entity]} “{self.name}”"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Attributes:
        names: whatever a display name, a company's name or an address may be, as printed.
        emails: addresses of customers.
        records: entity and id of records that are read whatever they are called.
    """

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    records: tuple[tuple[str, str], ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to ask."""
        return not (self.names or self.emails or self.records)


def _all_seen() -> Search:
    return Search(complete=True)


@dataclass(frozen=True, slots=True)
class Deleted:
    """Type and id of what was deleted in the last 30 days; `cut_short` where QuickBooks tells of a part only."""

    documents: tuple[tuple[str, str], ...]
    cut_short: bool = False


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen. `names` are all that are alike; `records` those asked for by id, as far as they are there."""

    wanted: Wanted = field(default_factory=Wanted)
    names: tuple[NameRecord, ...] = ()
    records: tuple[NameRecord, ...] = ()
    search: Search = field(default_factory=_all_seen)
    deleted: Deleted | None = None
    problem: str = ""
    """Why QuickBooks could not be asked, where that is what the error is about."""


def alike(wanted: Wanted, record: NameRecord) -> bool:
    """Whether a record is one of those that are looked for: by its address, by a name of its own, or by likeness."""
    emails = {fold(email) for email in wanted.emails}
    if not emails.isdisjoint(map(fold, record.addresses)):
        return True
    own = {fold(text) for text in (record.name, record.full_name, record.company) if text}
    return any(
        fold(name) in own or compare_names(name, record.name) in (Likeness.SAME, Likeness.LIKE) for name in wanted.names
    )


def fold(text: str) -> str:
    """A name or an address in the form in which they are compared: case and blanks make no difference."""
    return " ".join(text.split()).casefold()
