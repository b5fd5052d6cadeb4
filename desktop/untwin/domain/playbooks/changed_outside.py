"""An invoice of HubSpot was changed in QuickBooks: what differs, line by line, is the list of what to put back."""

from untwin.domain.books.documents import Document
from untwin.domain.cases.advice import Advice, Difference, Ends, Fact, Option, RetrySense
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.causes import CUSTOMER, EXTRAS, PAID, TOTAL, find_causes
from untwin.domain.playbooks.names import NOTHING
from untwin.domain.playbooks.sight import Sight
from untwin.domain.sources.incoming import Incoming
from untwin.domain.words.days import told_moment
from untwin.domain.words.money import told_amount

_NEVER = "Untwin changes numbers only, and never that of an invoice which HubSpot made."


def advise(sight: Sight) -> Advice:
    """The advice."""
    invoices = [d for d in sight.evidence.holders if d.entity == "Invoice"] if sight.evidence else []
    if len(invoices) != 1:
        return _not_found(sight, len(invoices))
    invoice, known = invoices[0], sight.incoming
    home = sight.facts.home_currency if sight.facts else None
    facts = (Fact("Total in QuickBooks", told_amount(invoice.total, invoice.currency, home)), *_when(invoice))
    if invoice.voided:
        return _voided(sight, invoice, facts)
    if known is None or known.total is None:
        return _source_unknown(sight, invoice, facts)
    causes = find_causes(invoice, known)
    differs = (*causes, *_follows(invoice, known, causes))
    if differs:
        return _to_put_back(sight, invoice, facts, causes, differs)
    said = (*_what_it_is(invoice), f"Both agree in all that {sight.source} says: {_compared(known)}.")
    opened = ways.open_document(sight, invoice, "Open the invoice in QuickBooks")
    options = (ways.retry(sight, RetrySense.NOW), opened, ways.look_again())
    return Advice(said, options, RetrySense.NOW, Ends.GONE, facts)


def _to_put_back(
    sight: Sight,
    invoice: Document,
    facts: tuple[Fact, ...],
    causes: tuple[Difference, ...],
    differs: tuple[Difference, ...],
) -> Advice:
    count = f"{len(causes)} {'thing differs' if len(causes) == 1 else 'things differ'} from {sight.source}"
    said = (
        *_what_it_is(invoice),
        f"{count}; put back in QuickBooks what was changed there. {_NEVER}",
        *(_SAID[row.label].format(sight.source) for row in causes if row.label in _SAID),
    )
    steps = tuple(_put_back(row, sight.source) for row in causes)
    opened = ways.open_document(sight, invoice, "Open the invoice in QuickBooks", *steps)
    total = sight.incoming.total if sight.incoming else None
    check = f"Then its total must be {told_amount(total)}." if total is not None else ""
    options = ways.with_retry(sight, RetrySense.AFTER, opened, _list(sight, (*steps, check)))
    return Advice(said, options, RetrySense.AFTER, Ends.GONE, facts, differs)


_SAID = {
    CUSTOMER: "The customers differ: look first whether this is the invoice that {} made.",
    PAID: "What is paid differs. A payment that was really received is not taken out: record it in {}, or ask"
    " your accountant.",
    EXTRAS: "The lines agree, so the rest does not: look at tax, discount and shipping.",
}


def _what_it_is(invoice: Document) -> tuple[str, ...]:
    return (f"In QuickBooks it is invoice {invoice.number}, {invoice.who}.", _changed(invoice))


def _voided(sight: Sight, invoice: Document, facts: tuple[Fact, ...]) -> Advice:
    """Nothing can be put back line by line: whether the sale stands must be settled first."""
    said = (*_what_it_is(invoice), "It is voided there: its amounts are 0.00, and no list could put them back.")
    off = Option(
        f"The sale is off: void it in {sight.source}, too",
        how=(f"Then nothing of it waits in {sight.source} any more; copy its list and look into it.",),
        where=f"{sight.source}, the invoice",
        link=sight.source_page,
    )
    how = ("If the sale stands, its amounts are in its history there; your accountant enters them again.",)
    opened = ways.open_document(sight, invoice, "Open the invoice in QuickBooks", *how)
    options = ways.with_retry(sight, RetrySense.AFTER, off, opened)
    return Advice(said, options, RetrySense.AFTER, Ends.GONE, facts)


def _compared(known: Incoming) -> str:
    told = ["the total"]
    told += ["what is paid"] if known.balance is not None else []
    told += ["the date"] if known.date else []
    told += ["every line"] if known.lines else []
    return ", ".join(told) + ("" if known.lines else "; its lines aren't known")


def _follows(invoice: Document, known: Incoming, causes: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """The total where it only follows from what differs: the figure by which the end is checked."""
    if invoice.total is None or invoice.total == known.total or any(row.label in (TOTAL, EXTRAS) for row in causes):
        return ()
    return (Difference(TOTAL, told_amount(invoice.total), told_amount(known.total)),)


def _put_back(row: Difference, source: str) -> str:
    both = f"{row.label}: {row.quickbooks} in QuickBooks, {row.source} in {source}"
    if row.label == CUSTOMER:
        return f"{both}."
    if row.label == PAID:
        return f"{both}; settle first which is right."
    if row.source == NOTHING:
        return f"{row.label}: remove it again; {row.quickbooks}."
    if row.quickbooks == NOTHING:
        return f"{row.label}: add it again; {row.source}."
    return f"{row.label}: from {row.quickbooks} back to {row.source}."


def _list(sight: Sight, steps: tuple[str, ...]) -> Option:
    text = "\n".join((f"{sight.waiting}:", *filter(None, steps)))
    how = ("Send it to whoever changed the invoice.", f"What shall stay changed is changed in {sight.source} instead.")
    return Option("Copy the list of what to put back", how=how, copy=text)


def _changed(invoice: Document) -> str:
    if invoice.updated_at is None:
        return "QuickBooks doesn't say when it was changed last."
    who = "an app or QuickBooks itself" if invoice.changed_by == "0" else "a person or an app that signed in"
    return f"It was changed last on {told_moment(invoice.updated_at)} by {who}."


def _when(invoice: Document) -> tuple[Fact, ...]:
    return (Fact("Changed last", told_moment(invoice.updated_at)),) if invoice.updated_at else ()


def _source_unknown(sight: Sight, invoice: Document, facts: tuple[Fact, ...]) -> Advice:
    lines = [f"{line.description or 'A line'}: {told_amount(line.amount)}" for line in invoice.lines[:8]]
    said = (
        f"In QuickBooks it is invoice {invoice.number}, {invoice.who}, {told_amount(invoice.total)}.",
        *_what_it_is(invoice)[1:],
        f"What {sight.source} says of it isn't known, so nothing could be compared. {_NEVER}",
        *lines,
    )
    opened = ways.open_document(sight, invoice, "Open the invoice in QuickBooks", "Its history says what was changed.")
    options = ways.with_retry(sight, RetrySense.AFTER, ways.describe(), opened)
    return Advice(said, options, RetrySense.AFTER, Ends.GONE, facts)


def _not_found(sight: Sight, count: int) -> Advice:
    if sight.number is None:
        said = "The error doesn't say which invoice it is about. With its number Untwin can look."
    elif count:
        said = f"{count} invoices in QuickBooks have the number {sight.number}; open them and see which one is meant."
    else:
        said = f"No invoice in QuickBooks has the number {sight.number}."
    options = ways.with_retry(sight, RetrySense.AFTER, ways.describe())
    return Advice((said, _NEVER), options, RetrySense.AFTER, Ends.GONE)
