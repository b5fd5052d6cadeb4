"""A payment that lies in a deposit was to be changed: which payments fit, which are deposited, and who decides."""

from untwin.domain.books.documents import Document
from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense, Who
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import Sight
from untwin.domain.verdicts.amounts import Amounts
from untwin.domain.verdicts.compare import compare
from untwin.domain.verdicts.names import Likeness
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount

_WHY = "A payment in a bank deposit can't be changed or deleted while the deposit holds it."
_CLIO = (
    "Clio takes a payment that was edited there for one deleted and one made anew: the new one may stand in QuickBooks"
    " already, beside the old one."
)

_NOT_TOLD = "Which payment it is isn't known here."


IN_DEPOSIT, IN_NONE, TAKEN_OUT = "in a deposit", "no deposit named", "taken out of its deposit"


def advise(sight: Sight) -> Advice:
    """The advice."""
    payments = _payments(sight)
    facts = tuple(Fact(_label(p), _place(sight, p)) for p in payments)
    said = [_WHY, _CLIO] if sight.case.source == "clio" else [_WHY]
    said += [_words(p, fact.value) for p, fact in zip(payments[:3], facts, strict=False)]
    if not payments:
        said.append(_NOT_TOLD if _unknown(sight) else "No payment that fits was found in QuickBooks.")
    if len(payments) > 1:
        said.append("Look whether one of them is there twice.")
    places = {fact.value for fact in facts}
    deposited = [p for p in payments if _is_in_deposit(p)]
    opened = tuple(ways.open_document(sight, p, "Open the payment in QuickBooks") for p in (deposited or payments)[:1])
    if TAKEN_OUT in places and IN_DEPOSIT not in places:
        said.append("Nothing holds it any more: it can be sent again.")
        options = (ways.retry(sight, RetrySense.NOW), *opened, ways.look_again())
        return Advice(tuple(said), options, RetrySense.NOW, facts=facts)
    asked = (ways.describe(),) if _unknown(sight) else ()
    options = (*asked, *opened, _take_out(sight, deposited), _leave(sight), ways.retry(sight, RetrySense.AFTER))
    return Advice(tuple(said), options, RetrySense.AFTER, facts=facts)


def _is_in_deposit(payment: Document) -> bool:
    return any(link.entity == "Deposit" for link in payment.links)


def _label(payment: Document) -> str:
    """By its own id: two payments of one day must not be taken for one."""
    return f"Payment of {told_day(payment.date)} (no. {payment.id} inside QuickBooks)"


def _place(sight: Sight, payment: Document) -> str:
    """Where it lies; that it was taken out shows only beside an earlier look, so it is kept from then on."""
    if _is_in_deposit(payment):
        return IN_DEPOSIT
    before = {fact.label: fact.value for fact in sight.case.advice.facts} if sight.case.advice else {}
    return TAKEN_OUT if before.get(_label(payment)) in (IN_DEPOSIT, TAKEN_OUT) else IN_NONE


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


def _words(payment: Document, place: str) -> str:
    told = {
        IN_DEPOSIT: "it lies in a deposit",
        TAKEN_OUT: "it was taken out of its deposit",
        IN_NONE: "QuickBooks names no deposit for it",
    }
    return f"Payment of {told_day(payment.date)}, {payment.who}, {told_amount(payment.total)}: {told[place]}."


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
