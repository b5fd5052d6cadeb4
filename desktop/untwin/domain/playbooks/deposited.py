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

_WHY = "A payment in a bank deposit can't be changed or deleted while the deposit holds it."
_CLIO = (
    "Clio takes a payment that was edited there for one deleted and one made anew: the new one may stand in QuickBooks"
    " already, beside the old one."
)

_NOT_TOLD = "Which payment it is isn't known here."


def advise(sight: Sight) -> Advice:
    """The advice."""
    payments = _payments(sight)
    deposited = [p for p in payments if any(link.entity == "Deposit" for link in p.links)]
    said = [_WHY, _CLIO] if sight.case.source == "clio" else [_WHY]
    said += [_words(p, deposited=p in deposited) for p in payments[:3]]
    if not payments:
        said.append(_NOT_TOLD if _unknown(sight) else "No payment that fits was found in QuickBooks.")
    if len(payments) > 1:
        said.append("Look whether one of them is there twice.")
    opened = tuple(ways.open_document(sight, p, "Open the payment in QuickBooks") for p in (deposited or payments)[:1])
    asked = (ways.describe(),) if _unknown(sight) else ()
    options = (*asked, *opened, _take_out(sight, deposited), _leave(sight), ways.retry(sight, RetrySense.AFTER))
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


def _take_out(sight: Sight, deposited: list[Document]) -> Option:
    """It opens the deposit itself where one is known."""
    held = {link.id for payment in deposited for link in payment.links if link.entity == "Deposit"}
    link = sight.link_to("Deposit", *held) if len(held) == 1 else sight.home
    how = (
        "Open the deposit, take the payment out of it and save; it lies among the undeposited funds then.",
        f"Retry, so that {sight.source} can take the old payment away. Then put the right one into the deposit.",
        "If the deposit is reconciled, ask your accountant first: its reconciliation would no longer agree.",
    )
    words = "Take it out of the deposit"
    return Option(words, who=Who.ACCOUNTANT, how=how, where="QuickBooks, the deposit", link=link)


def _leave(sight: Sight) -> Option:
    how = (
        f"Put the payment in {sight.source} back to what it was when it was deposited.",
        "Nothing changes in QuickBooks then.",
    )
    words = f"Put {sight.source} right instead"
    return Option(words, how=how, where=f"{sight.source}, the payment", link=sight.source_page)
