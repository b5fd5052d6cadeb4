"""Noise, added after the label is decided: most of it changes nothing, a little clouds what was clear."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from verdicts.conflict import Group
from verdicts.ledger import Row
from verdicts.people import mistyped
from verdicts.scene import Scene

EVERY = frozenset(Group)
APART = frozenset({Group.UNRELATED, Group.NONE, Group.OWNED, Group.TRUST, Group.PURCHASE})


@dataclass(frozen=True, slots=True)
class Noise:
    """One kind of noise and the groups it may fall on."""

    words: str
    add: Callable[[Scene], object]
    groups: frozenset[Group] = EVERY


def other_bills(scene: Scene) -> None:
    """The customer's other bills, posted by the source as they should be."""
    for step in range(scene.dice.randint(1, 4)):
        number, amount = scene.ledger.number(), scene.ledger.amount()
        day = scene.day - timedelta(days=11 + 13 * step)
        scene.keep(scene.posted(number=number, amount=amount, day=day))
        scene.record(number, scene.customer, amount, day)


def common_amount(scene: Scene) -> None:
    """A stranger was billed the very amount these days."""
    about = "Fixed fee, trademark filing"
    scene.keep(
        scene.strange_sale("Invoice", scene.ledger.number(), amount=scene.total, day=scene.near(20), about=about)
    )


def old_fee(scene: Scene) -> None:
    """The customer paid the same fee long ago."""
    day = scene.day - timedelta(days=scene.dice.randint(75, 200))
    number = scene.ledger.number()
    scene.keep(scene.posted(number=number, day=day, paid=scene.total, about=f"Monthly services, {day:%B %Y}"))
    scene.record(number, scene.customer, scene.total, day)


def deleted_twin(scene: Scene) -> None:
    """Somebody booked the sale by hand and deleted it again."""
    scene.keep(scene.posted(number=scene.ledger.number())).deleted = True


def relatives(scene: Scene) -> None:
    """Others of the name, with bills of their own."""
    for _turn in range(scene.dice.randint(1, 3)):
        relative = scene.ledger.customer(scene.ledger.people.family_of(scene.customer))
        row = scene.strange_sale("Invoice", scene.ledger.number(), who=relative)
        scene.keep(row)


def sub_customers(scene: Scene) -> None:
    """Matters as sub-customers, with bills of their own."""
    child = scene.ledger.customer(f"{scene.matter}-B", parent=scene.client)
    scene.keep(scene.strange_sale("Invoice", scene.ledger.number(), who=child))


def inactive_alias(scene: Scene) -> None:
    """A record of the customer that was merged away and left inactive, without documents."""
    scene.ledger.customer(f"{scene.customer} (deleted)", active=False)


def payments(scene: Scene) -> None:
    """The holder is paid, by a check whose number is the bill's."""
    payer, amount = scene.stranger(), scene.ledger.amount()
    invoice = scene.keep(scene.strange_sale("Invoice", scene.ledger.number(), who=payer, amount=amount, paid=amount))
    scene.keep(scene.ledger.payment(payer, amount, scene.near(20), applied=invoice, ref=scene.number))


def credit_of_customer(scene: Scene) -> None:
    """A credit memo of the customer, nearby, over an amount of its own."""
    scene.keep(scene.posted("CreditMemo", scene.ledger.number(), amount=scene.ledger.amount(), about="Courtesy credit"))


def alike_numbers(scene: Scene) -> None:
    """Numbers that contain this one."""
    for number in (f"{scene.number}0", f"X{scene.number}", f"{scene.number}-1"):
        scene.keep(scene.strange_sale("Invoice", number))


HARMLESS = (
    Noise("further bills of the customer", other_bills),
    Noise("a stranger's bill of the same amount nearby", common_amount),
    Noise("the same fee, long ago", old_fee),
    Noise("a twin that was deleted", deleted_twin, APART),
    Noise("relatives with bills of their own", relatives),
    Noise("sub-customers with bills of their own", sub_customers),
    Noise("an inactive alias", inactive_alias, APART),
    Noise("a payment whose reference is the number", payments),
    Noise("a credit memo of the customer", credit_of_customer),
    Noise("numbers that contain the number", alike_numbers),
)


def typo(scene: Scene) -> None:
    """The source spells its customer wrong."""
    scene.customer = mistyped(scene.customer, scene.dice)
    scene.restate()


def cent(scene: Scene) -> None:
    """The source's total is a cent off."""
    scene.total += scene.dice.choice((Decimal("0.01"), Decimal("-0.01")))
    scene.restate()


def far(scene: Scene) -> None:
    """The source's date is weeks off."""
    scene.day -= timedelta(days=scene.dice.randint(25, 50))
    scene.restate()


def stray_deposit(scene: Scene) -> None:
    """A deposit of the amount that nobody has explained."""
    scene.keep(scene.ledger.deposit(scene.client, scene.total, scene.near(10)))


def alike_holder(scene: Scene) -> Row:
    """Another document of the number, for one of the customer's name."""
    relative = scene.ledger.customer(scene.ledger.people.family_of(scene.customer))
    return scene.holds(scene.strange_sale("Invoice", who=relative, amount=scene.total))


def another_matter(scene: Scene) -> None:
    """The source files the bill under another matter now."""
    scene.matter = f"{scene.dice.randrange(10_000, 99_999)}-Other"


_SALES = frozenset({Group.SAME, Group.TWIN})
_GO = frozenset({Group.UNRELATED, Group.NONE})
CLOUDING = (
    Noise("the customer is mistyped", typo, _SALES),
    Noise("the total is a cent off", cent, _SALES),
    Noise("the date is weeks off", far, _SALES),
    Noise("the bill is under another matter now", another_matter, _SALES),
    Noise("a stray deposit of the amount", stray_deposit, _GO),
    Noise("one more holder that is alike", alike_holder, frozenset({Group.UNRELATED})),
)
