"""Adds to a firm's Clio, while the firm is made up, what it posts besides bills."""

from datetime import date
from decimal import Decimal

from untwin.sample.clio.desk import Client, Entry, Kind, TrustRequest
from untwin.sample.firm.drafts import Drafts, Scenario

Over = tuple[Decimal, date]
"""An amount and a day."""
_ENTRIES, _CLIENTS = 9_700, 88_600
_POSTS_AS = {
    Kind.PAYMENT: ("Payment", "payment"),
    Kind.CREDIT_NOTE: ("CreditMemo", "credit_note"),
    Kind.INTEREST: ("Invoice", "interest_charge"),
    Kind.DISBURSEMENT: ("Purchase", "unknown"),
}


def client(drafts: Drafts, who: str) -> Client:
    """A client who is in QuickBooks under the same name."""
    drafts.customer(who)
    return Client(_CLIENTS + len(drafts.entries) + 20 * len(drafts.trust), who, who)


def entry(drafts: Drafts, key: str, kind: Kind, who: str, over: Over, **more: str) -> None:
    """Something that waits, with a `number` and the paper that it `replaces` where it has them; and its scenario."""
    place, (amount, day) = len(drafts.entries), over
    number, matter = more.pop("number", ""), f"{place + 71:05d}-{_family(who)}"
    made = Entry(kind, _ENTRIES + 3 * place, number, day, amount, client(drafts, who), matter, **more)
    drafts.entries.append(made)
    entity, word = _POSTS_AS[kind]
    drafts.scenarios.append(Scenario(key, number, who, amount, day, entity, kind=word))


def trust(drafts: Drafts, key: str, who: str, over: Over, posts_as: str) -> None:
    """A trust transaction that QuickBooks is to number, and the scenario it plays."""
    amount, day = over
    made = TrustRequest("", day, amount, client(drafts, who), f"00069-{_family(who)}")
    drafts.trust.append(made)
    drafts.waits(key, made, posts_as=posts_as)


def _family(who: str) -> str:
    return who.partition(",")[0]
