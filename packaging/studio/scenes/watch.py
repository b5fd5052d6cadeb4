"""The scenes about the watch: another number, none, what was not seen yet, and what a webhook has accepted."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from builders import COMPANY, CUSTOMERS, INCOMING, TWIN, case, evidence
from flows.conftest import Office, make_office
from studio.studio import Kept, Studio, standing
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import SourceBinding
from untwin.domain.sources.declared import WEBHOOK
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.jobs import LaneJobs
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

_NOTE = Incoming(
    IncomingKind.CREDIT_NOTE, None, "Ortega, Luis", Decimal("85.00"), "USD", INCOMING.date, known_from="Clio"
)


@contextmanager
def watch_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window on one firm with five cases that wait to post."""
    kept, jobs = Kept(), LaneJobs()
    office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "watch")
    office.books.documents.clear()
    ids = [_waits(office, replace(INCOMING, number=n, total=Decimal(t))) for n, t in (("1234", 1240), ("1235", 310))]
    own = replace(WEBHOOK, id="Orchard", name="Orchard Billing")
    sources = (*COMPANY.sources, SourceBinding("Orchard", own=own))
    office.desk.companies.put(replace(COMPANY, sources=sources))
    ids += [_waits(office, _NOTE), _waits(office, replace(INCOMING, number="1237", total=Decimal(77)))]
    _waits(office, replace(INCOMING, number="OB-41", total=Decimal("512.40"), known_from="Orchard Billing"), "Orchard")
    late = office.books.clock.now() + timedelta(seconds=5)
    made = replace(TWIN, date=INCOMING.date, created_at=late)
    office.books.documents["900"] = replace(made, id="900", number="M-1741")
    memo = replace(made, id="901", entity="CreditMemo", number="CR-17", customer_id="7", customer_name="Ortega, Luis")
    office.books.documents["901"] = replace(memo, total=Decimal("85.00"))
    office.books.documents["902"] = replace(made, id="902", number="1237", total=Decimal("70.00"))
    office.desk.watch.all(ids, last_looks=ids)
    opening = Opening(banner="Sample firms: changes here touch nobody's books.", sample=True)
    window = build_window(office.desk, jobs, opening, kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def _waits(office: Office, incoming: Incoming, source: str = "clio") -> str:
    began = office.books.clock.now()
    found = evidence(incoming=incoming, customers=CUSTOMERS)
    waiting = case(id="", state=State.WAITING_TO_POST, doc_number=incoming.number, incoming=incoming, evidence=found)
    return office.desk.cases.add(replace(waiting, source=source, waiting_since=began, watch_began=began)).id


def tell_watch_story(studio: Studio) -> None:
    """Each of them, and the sheet that confirms one."""
    studio.run("view_6")
    for place, name in enumerate(("other-number", "not-seen", "credit-note", "other-total", "webhook")):
        studio.choose(_case(studio, str(place + 1)))
        studio.shoot(f"80-{name}")
    studio.choose(_case(studio, "4"))
    studio.run("confirm_posting")
    studio.rest(0.4)
    studio.shoot("81-did-it-post")
    studio.run("cancel")


def _case(studio: Studio, case_id: str) -> Case:
    return next(each for each in studio.cases if each.id == case_id)
