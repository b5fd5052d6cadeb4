"""Sorts the names that were found by how well they fit what was looked for, and says in which field they differ."""

from dataclasses import dataclass

from untwin.domain.cases.advice import Difference
from untwin.domain.verdicts.names import Likeness, compare_names
from untwin.domain.verdicts.observed import NameRecord, fold

NOTHING = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the source names: as printed, either may be missing."""

    name: str | None
    email: str | None

    @property
    def words(self) -> str:
        """The contact in a sentence: `Smith, Anna (anna@example.com)`."""
        if self.name and self.email:
            return f"{self.name} ({self.email})"
        return self.name or self.email or "the contact"


def fits(contact: Contact, record: NameRecord) -> int:
    """How well a record fits: 4 by address, 3 by display name, 2 by company, 1 alike, 0 not at all."""
    if has_address(contact, record):
        return 4
    by_name = compare_names(contact.name, record.name)
    if by_name is Likeness.SAME:
        return 3
    if contact.name and record.company and fold(contact.name) == fold(record.company):
        return 2
    return 1 if by_name is Likeness.LIKE else 0


def has_address(contact: Contact, record: NameRecord) -> bool:
    """Whether the contact's address is the record's, or one of several in its field; case and blanks count for none."""
    return contact.email is not None and fold(contact.email) in map(fold, record.addresses)


def has_it_alone(contact: Contact, record: NameRecord) -> bool:
    """Whether its field holds that address and nothing else, apart from capital letters."""
    return (contact.email or "").casefold() == (record.email or "").casefold()


def best_first(contact: Contact, records: tuple[NameRecord, ...]) -> tuple[NameRecord, ...]:
    """The records that fit at all, the best and the active ones first."""
    fitting = [record for record in records if fits(contact, record)]
    return tuple(sorted(fitting, key=lambda r: (-fits(contact, r), not r.active, int(r.id) if r.id.isdigit() else 0)))


def _shown(email: str | None) -> str:
    """An address as it is, in quotes where blanks around it would not be seen."""
    return f"“{email}”" if email and email != email.strip() else email or ""


def differences(contact: Contact, record: NameRecord) -> tuple[Difference, ...]:
    """The fields in which a record differs from the contact."""
    found = []
    if contact.email and not has_it_alone(contact, record):
        found.append(Difference("E-mail", _shown(record.email) or NOTHING, contact.email))
    if contact.name and compare_names(contact.name, record.name) is not Likeness.SAME:
        found.append(Difference("Display name", record.name, contact.name))
    if record.company and contact.name and fold(record.company) != fold(contact.name):
        found.append(Difference("Company", record.company, NOTHING))
    if not record.active:
        found.append(Difference("Active", "no", NOTHING))
    return tuple(found)
