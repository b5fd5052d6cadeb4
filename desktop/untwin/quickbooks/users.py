"""Finds who uses a number of one number space, closely for one number, by equality for many at once."""

from collections.abc import Sequence

from untwin.domain.books.documents import same_number
from untwin.domain.problems import OutsideProblem
from untwin.ports.books import Users
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import documents_of
from untwin.quickbooks.holders import TOO_MANY, by_number, by_numbers, in_space
from untwin.quickbooks.nets import exactly
from untwin.quickbooks.queries import Fetched, Select, fetch


def users(client: Client, space: str, number: str) -> Users:
    """Every document of a space with this number."""
    entities = in_space(space)
    found = fetch(client, by_number(entities, number))
    if not all(rows.complete for rows in found.rows):
        found = fetch(client, [Select(e, (condition,)) for e in entities for condition in exactly(number.strip())])
    return _users(found, number)


def users_of_many(client: Client, space: str, numbers: Sequence[str]) -> tuple[Users, ...]:
    """The same for many numbers, with up to two blanks at their ends: one request for some hundreds."""
    if not numbers:
        return ()
    found = fetch(client, by_numbers(in_space(space), numbers))
    return tuple(_users(found, number) for number in numbers)


def _users(found: Fetched, number: str) -> Users:
    if not all(rows.complete for rows in found.rows):
        raise OutsideProblem(f"{TOO_MANY} Nothing was changed.")
    every = (document for rows in found.rows for document in documents_of(rows.entity, rows.raw))
    return Users(tuple(document for document in every if same_number(document.number, number)), found.at)
