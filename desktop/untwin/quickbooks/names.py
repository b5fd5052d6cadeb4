"""Finds names and records: who has a display name, an address or a company's name, and what is behind an id."""

from collections.abc import Iterable, Sequence

from untwin.domain.verdicts.names import search_words
from untwin.domain.verdicts.observed import PEOPLE, NameRecord, Wanted, alike
from untwin.ports.books import NamesAnswer
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import name_records_of
from untwin.quickbooks.holders import TOO_MANY, digits
from untwin.quickbooks.queries import Rows, Select, contains, fetch, in_parts, one_of

_ANY_STATE = "Active IN (true, false)"


def ask_names(client: Client, wanted: Sequence[Wanted]) -> tuple[NamesAnswer, ...]:
    """An answer for each. Raises `BadInput` for an id that is none."""
    by_name, by_id = _by_name(wanted), _by_id(wanted)
    if not by_name + by_id:
        return tuple(NamesAnswer((), (), complete=True) for _ in wanted)
    rows = fetch(client, by_name + by_id).rows
    named, told = rows[: len(by_name)], rows[len(by_name) :]
    complete = all(each.complete for each in rows)
    people, records = _records(named), _records(told)
    return tuple(_answer(one, people, records, complete=complete) for one in wanted)


def _answer(
    one: Wanted, people: tuple[NameRecord, ...], records: tuple[NameRecord, ...], *, complete: bool
) -> NamesAnswer:
    return NamesAnswer(
        names=tuple(record for record in people if alike(one, record)),
        records=tuple(record for record in records if (record.entity, record.id) in one.records),
        complete=complete,
        why_not="" if complete else TOO_MANY,
    )


def _by_name(wanted: Sequence[Wanted]) -> list[Select]:
    """By equality for all at once; customers by a word of the name, too, so that a near match is seen.

    An address may stand among several in its field, or with blanks around it: it is looked for inside.
    """
    names = tuple(dict.fromkeys(name for one in wanted for name in one.names))
    emails = tuple(dict.fromkeys(email for one in wanted for email in one.emails))
    words = dict.fromkeys(word for name in names for word in search_words(name, most=1))
    selects = [_names(entity, one_of("DisplayName", part)) for part in in_parts(names) for entity in PEOPLE]
    selects += [_names("Customer", one_of("CompanyName", part)) for part in in_parts(names)]
    selects += [_names("Customer", contains("PrimaryEmailAddr", email.strip())) for email in emails if email.strip()]
    return selects + [_names("Customer", contains("FullyQualifiedName", word)) for word in words]


def _by_id(wanted: Sequence[Wanted]) -> list[Select]:
    ids: dict[str, list[str]] = {}
    for entity, record_id in dict.fromkeys(pair for one in wanted for pair in one.records):
        ids.setdefault(entity, []).append(digits(record_id))
    return [_names(entity, one_of("Id", part)) for entity, own in ids.items() for part in in_parts(own)]


def _names(entity: str, condition: str) -> Select:
    return Select(entity, (_ANY_STATE, condition))


def _records(rows: Iterable[Rows]) -> tuple[NameRecord, ...]:
    found = (record for each in rows for record in name_records_of(each.entity, each.raw))
    return tuple({(record.entity, record.id): record for record in found}.values())
