"""Whether an old number can be given back, and where that ends: once the waiting document has it."""

from untwin.domain.books.documents import Document, same_number
from untwin.domain.cases.case import MOVES, Case, State
from untwin.domain.changes.change import Refusal, Row
from untwin.domain.changes.history import Change, Purpose
from untwin.domain.changes.planning import flags_of
from untwin.domain.changes.policy import why_untouchable
from untwin.domain.company.company import Company, CompanyFacts
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount


def restorable(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Of a case's changes those whose new number stands and whose old one was not given back since."""
    standing: dict[tuple[str, str, str], Change] = {}
    for change in changes:
        document = (change.intent.company, change.intent.order.entity, change.intent.order.id)
        if change.done and change.intent.purpose is Purpose.RENUMBER:
            standing[document] = change
        elif change.done:
            standing.pop(document, None)
    return tuple(standing.values())


def restoring_row(change: Change, document: Document) -> Row:
    """The row that gives an old number back."""
    intent = change.intent
    return Row(
        case_id=intent.case_id,
        company=intent.company,
        document=document,
        new=intent.old_number,
        flags=flags_of(document),
        suggestions=(),
        purpose=Purpose.RESTORE,
        known=(document.id,),
    )


def why_not_restored(
    change: Change,
    case: Case,
    company: Company,
    found: tuple[Document | None, tuple[Document, ...], CompanyFacts],
) -> Refusal | None:
    """Why the old number can't be given back now, and what can be done instead; None when it can.

    Args:
        change: the change that is to be taken back.
        case: its case, as it stands.
        company: its company.
        found: the document now, the other documents that have the old number now, and the company's facts.
    """
    document, users, facts = found
    reason, choices = _reason(change, case, company, document)
    if not reason and users:
        reason, choices = _taken(change, case, users[0])
    if not reason and document is not None:
        reason, choices = _closed(document, facts)
    return Refusal(case.id, reason, choices) if reason else None


def _reason(change: Change, case: Case, company: Company, document: Document | None) -> tuple[str, tuple[str, ...]]:
    intent = change.intent
    if State.PLANNED not in MOVES[case.state]:
        return f"The case is “{case.state.words}”: {case.next_clause}.", ()
    if document is None:
        return f"The document that got {intent.order.new_number} isn't in QuickBooks any more.", ()
    if not same_number(document.number, intent.order.new_number):
        now = document.number or "no number"
        return f"It has {now} now, not {intent.order.new_number}: somebody gave it another number since.", _LOOK
    return why_untouchable(document, company), ()


def _taken(change: Change, case: Case, user: Document) -> tuple[str, tuple[str, ...]]:
    old = change.intent.old_number
    who = f"{user.title} of {user.who}, {told_amount(user.total, user.currency)}"
    if case.posting and case.posting.document_id == user.id:
        return f"The waiting document has posted and holds {old} now: {who}. Restoring ends there.", (
            f"Leave {change.intent.order.new_number} as it is: both documents have a number of their own.",
            f"Give this document another free number, in QuickBooks itself: {old} belongs to the posted one.",
            "Undo the posting in the source first, then restore.",
        )
    return f"{old} is used by {who} now.", (
        f"Leave {change.intent.order.new_number} as it is.",
        "Give the other document another number first, then restore.",
    )


def _closed(document: Document, facts: CompanyFacts) -> tuple[str, tuple[str, ...]]:
    closed = facts.closed_through
    if closed is None or document.date is None or document.date > closed:
        return "", ()
    words = f"The books are closed through {told_day(closed)}, and {document.title} is dated {told_day(document.date)}"
    return f"{words}: QuickBooks would refuse to change its number.", ("Reopen the books in QuickBooks first.",)


_LOOK = ("Open it in QuickBooks and see who changed it.",)
