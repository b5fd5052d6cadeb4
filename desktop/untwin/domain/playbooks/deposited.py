"""A payment that lies in a deposit was to be changed: which payments fit, which are deposited, and who decides."""

from untwin.domain.advice import Advice, Fact, Option, RetrySense, Who
from untwin.domain.amounts import Amounts
from untwin.domain.compare import compare
from untwin.domain.days import told_day
from untwin.domain.documents import Document
from untwin.domain.money import told_amount
from untwin.domain.names import Likeness
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import Sight

_WHY = (
    "A payment in a bank deposit can't be changed or deleted while the deposit holds it.",
    "With Clio it mostly follows a payment that was edited or deleted there after it had been deposited.",
)

_NOT_TOLD = "Which payment it is isn't known here."


def advise(sight: Sight) -> Advice:
    """The advice."""
    payments = _payments(sight)
    deposited = [p for p in payments if any(link.entity == "Deposit" for link in p.links)]
    said = [*_WHY, *(_words(p, deposited=p in deposited) for p in payments[:3])]
    if not payments:
        said.append(_NOT_TOLD if _unknown(sight) else "No payment that fits was found in QuickBooks.")
    if len(payments) > 1:
        said.append("Look whether one of them is there twice.")
    opened = tuple(ways.open_document(sight, p, "Open the payment in QuickBooks") for p in (deposited or payments)[:1])
    asked = (ways.describe(),) if _unknown(sight) else ()
    options = (*asked, *opened, _take_out(sight), _leave(sight), ways.retry(sight, RetrySense.AFTER))
    seen = payments[:3]
    facts = tuple(Fact(f"Payment of {told_day(p.date)}", "in a deposit" if p in deposited else "free") for p in seen)
    return Advice(tuple(said), options, RetrySense.AFTER, facts=facts)


def _unknown(sight: Sight) -> bool:
    return sight.incoming is None or not sight.incoming.complete


def _payments(sight: Sight) -> list[Document]:
    evidence, incoming = sight.evidence, sight.incoming
    if evidence is None or incoming is None:
        return []
    found = [d for d in (*evidence.nearby, *evidence.holders) if d.entity == "Payment"]
    return [
        d
        for d in found
        if (seen := compare(d, incoming, evidence)).customer is not Likeness.DIFFERENT
        and seen.amount in (Amounts.SAME, Amounts.NEAR)
    ]


def _words(payment: Document, *, deposited: bool) -> str:
    place = "it lies in a deposit" if deposited else "QuickBooks names no deposit for it"
    return f"Payment of {told_day(payment.date)}, {payment.who}, {told_amount(payment.total)}: {place}."


def _take_out(sight: Sight) -> Option:
    how = (
        "Open the deposit, take the payment out of it, save, then retry.",
        "If the deposit is reconciled, ask your accountant first: it would open a closed reconciliation.",
    )
    words = "Take it out of the deposit"
    return Option(words, who=Who.ACCOUNTANT, how=how, where="QuickBooks, the deposit", link=sight.home)


def _leave(sight: Sight) -> Option:
    how = (
        f"Put the payment in {sight.source} back to what it was when it was deposited.",
        "Nothing changes in QuickBooks then.",
    )
    words = f"Put {sight.source} right instead"
    return Option(words, how=how, where=f"{sight.source}, the payment", link=sight.source_page)
