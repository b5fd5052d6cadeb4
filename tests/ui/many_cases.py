"""A home with very many cases in its store, for measuring: written as they lie there, then given their entries."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

import builders
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.domain.verdicts.judge import judge
from untwin.store.codec import encode
from untwin.store.companies import StoredCompanies
from untwin.store.database import Database, open_database
from untwin.store.home import open_home
from untwin.store.inbox_entries import make_anew

COMPANIES = 40
_AT_ONCE = 5000
_FIRST = "Anna Ben Carla Dario Elena Farid Greta Hugo Ines Jonas Karim Lena Marco Nadia Oskar Petra Quinn Rosa Sven"
_LAST = "Abbott Berger Castillo Dubois Eriksen Fontana Grant Huber Ivanov Jansen Keller Larsen Moreau Novak Ortega"
_STREET = "Roofing Plumbing Catering Legal Media Bakery Garage Gardens Studio Dental Bikes Toys Paper Glass Steel Wine"


def company(number: int) -> Company:
    """One of the firm's clients."""
    name = f"{_LAST.split()[number % 15]} {_STREET.split()[number % 16]} {number}"
    return replace(builders.COMPANY, realm=str(9000 + number), name=name)


def make_home(folder: Path, count: int) -> Path:
    """The home in `folder`, with so many cases; as it is where it was made before. An empty folder is filled."""
    if folder.exists() and any(folder.iterdir()):
        return folder
    database = open_database(open_home(folder).database)
    for number in range(COMPANIES):
        StoredCompanies(database).put(company(number))
    _write(database, count)
    with database.transaction() as connection:
        make_anew(connection)
    with database.reading() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


def _write(database: Database, count: int) -> None:
    rows = _rows(count)
    with database.reading() as connection:
        connection.execute("PRAGMA synchronous = OFF")
        while chunk := list(islice(rows, _AT_ONCE)):
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", chunk)
            connection.execute("COMMIT")


def _rows(count: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(7)  # noqa: S311 - the same cases each time
    new, judged = _templates()
    for number in range(1, count + 1):
        state = chance.choices(_STATES, _WEIGHTS)[0]
        case = _one(new if state is State.NEW else judged, number, state, chance)
        times = case.created_at.isoformat(), case.updated_at.isoformat()
        yield (number, case.company, case.source, case.kind.value, case.doc_number, state.value, *times, encode(case))


_STATES = (State.POSTED, State.NEEDS_DECISION, State.NEW, State.BLOCKED, State.IGNORED, State.ALREADY_IN_QUICKBOOKS)
_WEIGHTS = (45, 25, 15, 5, 5, 5)


def _templates() -> tuple[Case, Case]:
    found = builders.evidence(customers=(), holders=(replace(builders.HOLDER, raw=""),), named_found=None)
    return builders.case(), builders.case(evidence=found, judgement=judge(found))


def _one(template: Case, number: int, state: State, chance: random.Random) -> Case:
    customer = f"{chance.choice(_FIRST.split())} {chance.choice(_LAST.split())} {chance.choice(_STREET.split())}"
    total = Decimal(chance.randrange(100, 2_000_000)) / 100
    incoming = replace(builders.INCOMING, customer=customer, total=total, number=str(10_000 + number), lines=())
    at = builders.NOW - timedelta(minutes=number)
    return replace(
        template,
        id=str(number),
        state=state,
        company=company(chance.randrange(COMPANIES)).realm,
        source=chance.choice(("clio", "hubspot")),
        doc_number=f"{chance.choice(('', '', 'INV-', 'B'))}{10_000 + number}",
        created_at=at,
        updated_at=at,
        incoming=incoming,
    )
