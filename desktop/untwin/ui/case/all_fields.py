"""Every further field of two documents side by side, with its sign where both sides are known."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from untwin.domain.books.documents import TYPES, Document, same_number
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.evidence import Evidence
from untwin.ui.case.side_by_side import NONE, OTHER, SAME, Line
from untwin.ui.kit.figures import clock, medium_day, money
from untwin.ui.kit.words import count_words, tr


def further_lines(evidence: Evidence, document: Document) -> tuple[Line, ...]:
    """What the short comparison leaves out; a line that neither side knows is left out here, too."""
    incoming = evidence.incoming
    made = (
        *_names(incoming, document),
        *_figures(incoming, document, evidence.facts.home_currency),
        *_written(incoming, document),
        *_made(document),
    )
    return tuple(each for each in made if (each.waiting, each.document) != (NONE, NONE))


def _names(incoming: Incoming | None, document: Document) -> Iterable[Line]:
    number = incoming.number if incoming else None
    email = incoming.customer_email if incoming else None
    sign = ("", "")
    if number and document.number:
        sign = SAME if same_number(number, document.number) else OTHER
    yield Line(tr("Number"), number or NONE, document.number or NONE, *sign)
    mail = ("", "")
    if email and document.email:
        mail = SAME if email.casefold() == document.email.casefold() else OTHER
    yield Line(tr("E-mail"), email or NONE, document.email or NONE, *mail)


def _figures(incoming: Incoming | None, document: Document, home: str | None) -> Iterable[Line]:
    def shown(amount: Decimal | None) -> str:
        return money(amount, document.currency, home) or NONE

    waits = incoming.currency if incoming else None
    sign = (SAME if waits == document.currency else OTHER) if waits and document.currency else ("", "")
    yield Line(tr("Currency"), waits or NONE, document.currency or NONE, *sign)
    open_there = money(incoming.balance, incoming.currency, home) if incoming else ""
    yield Line(tr("Balance"), open_there or NONE, shown(document.balance))
    for label, amount in (
        (tr("Subtotal"), document.subtotal),
        (tr("Discount"), document.discount),
        (tr("Tax"), document.tax),
        (tr("Paid ahead"), document.deposit),
    ):
        yield Line(label, NONE, shown(amount))
    if document.currency != home:
        yield Line(tr("Total in {}").format(home or tr("home currency")), NONE, money(document.home_total) or NONE)


def _written(incoming: Incoming | None, document: Document) -> Iterable[Line]:
    waits = incoming.lines if incoming else ()
    bills = [f"{each.description}  {money(each.amount)}".strip() for each in waits]
    booked = [f"{each.description}  {money(each.amount)}".strip() for each in document.lines]
    yield Line(tr("Lines"), _listed(bills), _listed(booked))
    yield Line(tr("References"), _listed(incoming.references if incoming else ()), _listed(document.marks))
    yield Line(tr("Memo"), NONE, document.memo or NONE)
    yield Line(tr("Accounts"), NONE, _listed(document.accounts))
    linked = [TYPES[each.entity].title if each.entity in TYPES else each.entity for each in document.links]
    yield Line(tr("Linked with"), NONE, _listed(linked))


def _made(document: Document) -> Iterable[Line]:
    yield Line(tr("Made"), NONE, _moment(document.created_at))
    yield Line(tr("Last changed"), NONE, _moment(document.updated_at))
    who = {None: NONE, "0": tr("an app, or QuickBooks itself")}.get(document.changed_by, tr("somebody who signed in"))
    yield Line(tr("Last changed by"), NONE, who)
    yield Line(tr("Id in QuickBooks"), NONE, document.id)


def _moment(at: datetime | None) -> str:
    local = at.astimezone() if at else None
    return f"{medium_day(local.date())}, {clock(local)}" if local else NONE


_MOST = 12  # lines of one document; the raw text has them all


def _listed(texts: Iterable[str]) -> str:
    kept = [text for text in texts if text]
    more = len(kept) - _MOST
    said = kept[:_MOST] if more <= 0 else [*kept[:_MOST], tr("and {}").format(count_words(more, "more", "more"))]
    return "\n".join(said) or NONE
