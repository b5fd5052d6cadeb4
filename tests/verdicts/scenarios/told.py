"""The words in which scenarios are told: a waiting bill, documents of the books, the source's list, what must come."""

from dataclasses import dataclass, field, replace
from typing import Any

from untwin.domain.company.company import CompanyFacts, CompanySettings
from untwin.domain.verdicts.verdict import Verdict
from verdicts.judging import FACTS
from verdicts.ledger import HELD

NUMBER = "1234"
SETTINGS = CompanySettings(writes_on=True, trust_accounts=(HELD,))
V = Verdict
OPEN = (V.UNKNOWN,)
FREE = (V.UNRELATED, V.PREFIX_CONTINUED)
IDA, SUM, MATTER = "Brandt, Ida", "480.00", "00012-Brandt"
FOR_IDA = f"Legal services, matter {MATTER}"
LUIS = "Ortega, Luis"


@dataclass(frozen=True, slots=True)
class Told:
    """One document of the books; `days` counts from the waiting document's date. `more` goes to the ledger.

    Of one `by_hand` a person has said that it was made in QuickBooks, of one with an `own_number` that it shares it.
    """

    entity: str
    number: str | None
    who: str
    amount: str
    days: int = 0
    about: str = ""
    more: tuple[tuple[str, Any], ...] = ()
    named: bool = False
    by_hand: bool = False
    own_number: bool = False
    voided: bool = False
    deleted: bool = False
    twin: bool = False
    proposed: str = ""

    def but(self, **changes: Any) -> "Told":
        """The same with changes."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Person:
    """A customer with more than a name; `more` are further fields of its record."""

    name: str
    email: str | None = None
    parent: str = ""
    active: bool = True
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bill:
    """The waiting document; `gap` are fields that aren't known, `lines` what it is for and how much each."""

    customer: str = IDA
    total: str = SUM
    kind: str = "bill"
    state: str = "waiting"
    currency: str | None = "USD"
    matter: str = MATTER
    email: str | None = None
    client_id: str | None = None
    back: int = 20
    gap: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rec:
    """A record of a source's own list."""

    number: str | None
    who: str
    amount: str
    days: int = 0
    credit: bool = False
    state: str = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One named situation and what must be said of it.

    Attributes:
        name: what it is, in words; the test is called by it.
        right: the verdicts that the reference allows, mostly one.
        says: a fact that one of the reasons must name.
        blocks: names of blocks that must be there; every one in `blocks_not` must not.
        state: the state that the case goes to, where it matters.
        nearby_whole: whether the search for the sale under another number reached its end.
        every_type_read: whether every type of document could be asked for the number.
    """

    name: str
    right: tuple[Verdict, ...]
    books: tuple[Told, ...] = ()
    people: tuple[Person, ...] = ()
    waiting: Bill | None = field(default_factory=Bill)
    listed: tuple[Rec, ...] = ()
    listed_whole: bool = True
    other: tuple[Rec, ...] | None = None
    other_whole: bool = True
    number: str = NUMBER
    named_gone: bool = False
    says: str = ""
    blocks: tuple[str, ...] = ()
    blocks_not: tuple[str, ...] = ()
    state: str = ""
    facts: CompanyFacts = FACTS
    settings: CompanySettings = SETTINGS
    nearby_whole: bool = True
    every_type_read: bool = True


def doc(entity: str, number: str | None, who: str, amount: str, days: int = 0, about: str = "", **more: Any) -> Told:
    """A document."""
    own = {
        name: more.pop(name)
        for name in ("named", "by_hand", "own_number", "voided", "deleted", "twin", "proposed")
        if name in more
    }
    return Told(entity, number, who, amount, days, about, tuple(more.items()), **own)


HOLDER = doc("CreditMemo", NUMBER, LUIS, "85.00", -30, "Consultation", named=True)
"""An ordinary stranger's credit memo that has the number."""
POSTED = doc("Invoice", NUMBER, IDA, SUM, 1, FOR_IDA, named=True)
"""The waiting bill itself as it would stand in the books."""
TWIN = POSTED.but(number="M-7", named=False, twin=True)
"""The same under another number."""
