"""A company whose number series can be told apart on the map: for tests, for pictures, and large for the benchmark."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from builders import INCOMING, REALM, case, evidence
from flows.conftest import Office
from untwin.domain.books.documents import NUMBERED
from untwin.domain.books.number_index import IndexState, Numbered
from untwin.domain.cases.case import State
from untwin.domain.company.house_rules import SourceRange
from untwin.domain.verdicts.posting import Outcome, Posting

_PEOPLE = ("Smith, Anna", "Ortega, Luis", "Whitcombe & Sons", "Nakamura, Yuki", "<b>Delgado</b> Ltd", "Petrov, Ilya")


def paper(entity: str, number: str, day: date | None, place: int) -> Numbered:
    """One document of the index."""
    total = Decimal(40 + place * 37 % 4000) + Decimal("0.50")
    return Numbered(entity, str(70000 + place), number, day, total, "USD", _PEOPLE[place % len(_PEOPLE)], None)


def keep(office: Office, papers: list[Numbered]) -> None:
    """Stores them as an index that was read to its end just now."""
    now = office.books.clock.now()
    office.desk.index_numbers.index.keep(REALM, IndexState(now, NUMBERED, {}, now, 1), papers)


def furnish(office: Office) -> None:
    """Invoices that come near the credit memos, receipts that take turns, an app's own numbers, and some oddities."""
    today = office.desk.map_numbers.today()
    keep(office, list(_papers(today)))
    cases = office.desk.cases
    for number in ("1234", "1240", "1241", "1244"):
        wait = replace(INCOMING, number=number, date=today - timedelta(days=4))
        cases.add(case(doc_number=number, incoming=wait, state=State.NEEDS_DECISION, evidence=evidence()))
    for place in (171, 180, 199, 208, 226, 230):
        posted = Posting(Outcome.POSTED, "Posted.", str(70000 + place), "Invoice")
        cases.add(case(doc_number=str(1000 + place), state=State.POSTED, posting=posted, incoming=INCOMING))
    company = office.desk.companies.get(REALM)
    ranges = (SourceRange("hubspot", "", 1290, 1320, "typed by Ann"),)
    rules = replace(company.settings.numbers, ranges=ranges)
    office.desk.companies.put(
        replace(company, settings=replace(company.settings, numbers=rules), web="http://127.0.0.1:1")
    )


def _papers(today: date) -> Iterator[Numbered]:
    for place in range(1, 237):
        if place in (88, 89, 90, 140, 201, 202, 203, 204, 233, 234):
            continue
        entity = "SalesReceipt" if place % 9 == 4 else "Invoice"
        yield paper(entity, str(1000 + place), today - timedelta(days=(236 - place) * 3.1), place)
    for place in range(14):
        if place not in (5, 6):
            yield paper("CreditMemo", str(1240 + place), today - timedelta(days=200 - 9 * place), 300 + place)
    yield paper("CreditMemo", "1187", today - timedelta(days=150), 330)
    for place in range(60):
        yield paper("Invoice", f"INV-{place + 41:04d}", today - timedelta(days=(60 - place) * 5), 400 + place)
    for place in range(24):
        yield paper("Estimate", str(2001 + place + place // 7), today - timedelta(days=(24 - place) * 11), 500 + place)
    yield paper("Estimate", "2004", today - timedelta(days=30), 540)
    yield paper("JournalEntry", "7", today, 550)
    yield paper("Bill", "A-77", today, 551)


def furnish_largely(office: Office, documents: int) -> None:
    """Two counters of one company, with gaps, doubles and a third series ahead; so many documents in all."""
    today = office.desk.map_numbers.today()
    papers, invoices = [], documents * 7 // 10
    for place in range(invoices):
        figure = 10000 + place + place // 61
        papers.append(paper("Invoice", str(figure), today - timedelta(days=(invoices - place) // 60), place))
    for place in range(documents // 10):
        figure = 12000 + place * 5
        papers.append(paper("CreditMemo", str(figure), today - timedelta(days=place % 900), invoices + place))
    rest = documents - len(papers)
    for place in range(rest):
        entity = "SalesReceipt" if place % 2 else "Estimate"
        number = f"HS-{place + place // 40:06d}"
        papers.append(paper(entity, number, today - timedelta(days=(rest - place) // 20), documents + place))
    keep(office, papers)
