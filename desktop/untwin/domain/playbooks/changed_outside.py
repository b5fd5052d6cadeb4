"""An invoice of HubSpot was changed in QuickBooks: what differs, line by line, is the list of what to put back."""

from decimal import Decimal

from untwin.domain.advice import Advice, Difference, Ends, Fact, Option, RetrySense
from untwin.domain.days import told_day, told_moment
from untwin.domain.documents import Document
from untwin.domain.incoming import Incoming
from untwin.domain.money import told_amount
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.lines import compare_lines
from untwin.domain.playbooks.names import NOTHING
from untwin.domain.playbooks.sight import Sight

_NEVER = "Untwin changes numbers only, and never that of an invoice which HubSpot made."


def advise(sight: Sight) -> Advice:
    """The advice."""
    invoices = [d for d in sight.evidence.holders if d.entity == "Invoice"] if sight.evidence else []
    if len(invoices) != 1:
        return _not_found(sight, len(invoices))
    invoice, known = invoices[0], sight.incoming
    facts = (Fact("Total in QuickBooks", told_amount(invoice.total, invoice.currency)), *_when(invoice))
    if known is None or known.total is None:
        return _source_unknown(sight, invoice, facts)
    differs = _differences(invoice, known)
    opened = ways.open_document(sight, invoice, "Open the invoice in QuickBooks", *map(_put_back, differs))
    said: tuple[str, ...] = (f"In QuickBooks it is invoice {invoice.number}, {invoice.who}.", _changed(invoice))
    if differs:
        count = f"{len(differs)} {'thing differs' if len(differs) == 1 else 'things differ'} from {sight.source}"
        said = (*said, f"{count}; put back in QuickBooks what was changed there. {_NEVER}")
        options = ways.with_retry(sight, RetrySense.AFTER, opened, _list(sight, differs))
        return Advice(said, options, RetrySense.AFTER, Ends.GONE, facts, differs)
    said = (*said, f"Both agree in all that {sight.source} says: {_compared(known)}.")
    options = (ways.retry(sight, RetrySense.NOW), opened, ways.look_again())
    return Advice(said, options, RetrySense.NOW, Ends.GONE, facts)


def _compared(known: Incoming) -> str:
    told = ["the total"]
    told += ["the open balance"] if known.balance is not None else []
    told += ["the date"] if known.date else []
    told += ["every line"] if known.lines else []
    return ", ".join(told) + ("" if known.lines else "; its lines aren't known")


def _differences(invoice: Document, known: Incoming) -> tuple[Difference, ...]:
    rows = list(compare_lines(invoice, known.lines)) if known.lines else []
    rows += _money("Total", invoice.total, known.total)
    rows += _money("Open balance", invoice.balance, known.balance)
    if known.date and invoice.date != known.date:
        rows.append(Difference("Date", told_day(invoice.date) if invoice.date else NOTHING, told_day(known.date)))
    return tuple(rows)


def _money(label: str, here: Decimal | None, there: Decimal | None) -> list[Difference]:
    if here is None or there is None or here == there:
        return []
    return [Difference(label, told_amount(here), told_amount(there))]


def _put_back(row: Difference) -> str:
    if row.source == NOTHING:
        return f"{row.label}: remove it again; {row.quickbooks}."
    return f"{row.label}: from {row.quickbooks} back to {row.source}."


def _list(sight: Sight, differs: tuple[Difference, ...]) -> Option:
    text = "\n".join((f"{sight.waiting}:", *map(_put_back, differs)))
    how = ("Send it to whoever changed the invoice.", f"What shall stay changed is changed in {sight.source} instead.")
    return Option("Copy the list of what to put back", how=how, copy=text)


def _changed(invoice: Document) -> str:
    if invoice.updated_at is None:
        return "QuickBooks doesn't say when it was changed last."
    who = "an app or QuickBooks itself" if invoice.changed_by == "0" else "a person or an app that signed in"
    return f"It was changed last on {told_moment(invoice.updated_at)} by {who}."


def _when(invoice: Document) -> tuple[Fact, ...]:
    return (Fact("Changed last", invoice.updated_at.isoformat(" ", "seconds")),) if invoice.updated_at else ()


def _source_unknown(sight: Sight, invoice: Document, facts: tuple[Fact, ...]) -> Advice:
    lines = [f"{line.description or 'A line'}: {told_amount(line.amount)}" for line in invoice.lines[:8]]
    said = (
        f"In QuickBooks it is invoice {invoice.number}, {invoice.who}, {told_amount(invoice.total)}.",
        _changed(invoice),
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
