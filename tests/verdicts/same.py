"""Relations in which the waiting sale is in the books already: under its own number, or under another one."""

from datetime import timedelta
from decimal import Decimal

from untwin.domain.verdicts.verdict import Verdict
from verdicts.conflict import Group
from verdicts.ledger import Row
from verdicts.relation import relation
from verdicts.scene import Scene

OPEN = (Verdict.UNKNOWN,)


@relation("the bill itself, its answer was lost", Group.SAME, weight=10)
def itself(scene: Scene) -> None:
    scene.holds(scene.posted(paid=scene.dice.choice((Decimal(0), Decimal(0), scene.total))))


@relation("the bill itself, typed as a sales receipt", Group.SAME, weight=4)
def as_receipt(scene: Scene) -> None:
    scene.holds(scene.posted("SalesReceipt"))


@relation("the bill itself, its matter in the memo", Group.SAME, weight=4)
def in_memo(scene: Scene) -> None:
    scene.holds(scene.posted(about="Fees and expenses", PrivateNote=f"Matter {scene.matter}"))


@relation("the bill itself in three lines", Group.SAME, weight=3)
def in_lines(scene: Scene) -> None:
    first = scene.total / 2
    first = first.quantize(Decimal("0.01"))
    extra = (scene.ledger.line(scene.total - first, "Filing fee"),)
    scene.holds(scene.posted(amount=first, extra=extra))


@relation("the bill itself with tax in its total", Group.SAME, weight=3)
def taxed(scene: Scene) -> None:
    tax = (scene.total * Decimal("0.08")).quantize(Decimal("0.01"))
    scene.holds(scene.posted(amount=scene.total - tax, tax=tax))


@relation("the bill itself, its number stored with a blank", Group.SAME, weight=2)
def with_blank(scene: Scene) -> None:
    scene.holds(scene.posted(number=f"{scene.number} "))


@relation("the bill itself beside an unrelated document", Group.SAME, weight=3)
def beside_unrelated(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.holds(scene.posted())


@relation("the bill itself, its customer made inactive since", Group.SAME, weight=2, own_customer=True)
def inactive(scene: Scene) -> None:
    scene.who = scene.ledger.customer(scene.customer, scene.email, active=False)
    scene.holds(scene.posted())


@relation("the bill itself on a matter that is a sub-customer", Group.SAME, weight=2, also=OPEN)
def on_sub_customer(scene: Scene) -> None:
    matter = scene.ledger.customer(scene.matter, parent=scene.client)
    scene.holds(scene.posted(who=matter))


@relation("twin behind an unrelated document", Group.TWIN, weight=8)
def twin(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.keep(scene.posted(number=scene.ledger.number()))


@relation("twin that is a sales receipt", Group.TWIN, weight=4)
def twin_receipt(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.keep(scene.posted("SalesReceipt", scene.ledger.number()))


@relation("twin while the number is free", Group.TWIN, weight=3)
def twin_alone(scene: Scene) -> None:
    scene.keep(scene.posted(number=scene.ledger.number()))


@relation("twin that was given another number since: the text names it", Group.TWIN, weight=2)
def twin_moved(scene: Scene) -> None:
    scene.keep(scene.posted(number=f"{scene.number}-INV"), named=True)


@relation("twin without any number", Group.TWIN, weight=2)
def twin_without_number(scene: Scene) -> None:
    scene.unrelated_holder()
    row = scene.keep(scene.posted(number=scene.ledger.number()))
    del row.body["DocNumber"]


@relation("twin behind a vendor's check", Group.TWIN, weight=2)
def twin_behind_check(scene: Scene) -> None:
    amount = scene.ledger.amount()
    scene.holds(scene.ledger.purchase("Purchase", scene.number, amount, scene.near(40)))
    scene.by_type = Verdict.PURCHASE_SIDE
    scene.keep(scene.posted(number=scene.ledger.number()))


@relation("twin behind a journal entry", Group.TWIN, weight=2)
def twin_behind_journal(scene: Scene) -> None:
    amount = scene.ledger.amount()
    scene.holds(scene.ledger.journal(scene.number, amount, scene.near(40), ("Rent Paid", "Operating Checking")))
    scene.by_type = Verdict.JOURNAL_OR_TRUST
    scene.keep(scene.posted(number=scene.ledger.number()))


@relation("twin on the customer that another app made, by e-mail", Group.TWIN, weight=2, own_customer=True)
def twin_alias(scene: Scene) -> Row:
    """The other record carries the same e-mail under a name of its own."""
    scene.email = scene.email or f"office{scene.client_id}@client.invalid"
    scene.who = scene.ledger.customer(scene.ledger.people.stranger_to(scene.customer), scene.email)
    scene.proof = "e-mail"
    scene.unrelated_holder()
    return scene.keep(scene.posted(number=scene.ledger.number()))


@relation("twin made some days later", Group.TWIN, weight=2)
def twin_days_later(scene: Scene) -> None:
    scene.unrelated_holder()
    later = min(scene.day + timedelta(days=3), scene.near(3))
    scene.keep(scene.posted(number=scene.ledger.number(), day=later))


@relation("the bill itself, both in another currency", Group.SAME, weight=2)
def abroad(scene: Scene) -> None:
    scene.currency = "EUR"
    rate = Decimal("1.0850")
    home = (scene.total * rate).quantize(Decimal("0.01"))
    scene.holds(scene.posted(currency="EUR", ExchangeRate=rate, HomeTotalAmt=home))


@relation("the bill itself, its customer's name in another order with the source's mark", Group.SAME, own_customer=True)
def other_order(scene: Scene) -> None:
    family, _, given = scene.customer.partition(", ")
    scene.source = "clio"
    scene.who = scene.ledger.customer(f"{given} {family}".strip() + f" Clio {scene.client_id}")
    scene.holds(scene.posted())


@relation("the bill itself, its customer's name in another order", Group.SAME, own_customer=True, also=OPEN)
def other_order_alone(scene: Scene) -> None:
    family, _, given = scene.customer.partition(", ")
    scene.who = scene.ledger.customer(f"{given} {family}".strip())
    scene.holds(scene.posted())
