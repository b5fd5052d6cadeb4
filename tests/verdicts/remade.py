"""Relations by what a source has taken back, made anew or copied, and by money that came for several at once."""

from dataclasses import replace
from datetime import timedelta

from untwin.domain.sources.incoming import IncomingKind, IncomingState
from untwin.domain.verdicts.verdict import Verdict
from verdicts.conflict import Group
from verdicts.relation import relation
from verdicts.scene import Scene

GO = (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)


@relation("twin of a bill that the source has deleted and made anew", Group.TWIN, weight=2)
def made_anew(scene: Scene) -> None:
    scene.unrelated_holder()
    old = scene.keep(scene.posted(number=scene.ledger.number()))
    _recorded(scene, str(old.body["DocNumber"]), IncomingState.DELETED)


@relation("a bill that the source has taken back stands nearby, and doesn't say what it is for", Group.ALIKE)
def taken_back(scene: Scene) -> None:
    scene.unrelated_holder()
    number = scene.ledger.number()
    scene.keep(scene.posted(number=number, about="Professional services"))
    _recorded(scene, number, scene.dice.choice((IncomingState.DELETED, IncomingState.VOIDED, IncomingState.DRAFT)))


@relation("a copied invoice nearby that names the bill and that the source lists", Group.ALIKE, also=GO)
def copied(scene: Scene) -> None:
    scene.unrelated_holder()
    number = scene.ledger.number()
    scene.keep(scene.posted(number=number, about=f"Clio bill {scene.number}"))
    scene.record(number, scene.customer, scene.total, scene.day)


@relation("the rest of the bill that it names, nearby", Group.ALIKE)
def rest_of_it(scene: Scene) -> None:
    scene.unrelated_holder()
    words = scene.dice.choice(("Second half of invoice", "Instalment on bill", "Copy of invoice"))
    scene.keep(scene.posted(number=scene.ledger.number(), about=f"{words} {scene.number}"))


@relation("a deposit of several customers, one of them the waiting one", Group.ALIKE)
def deposit_of_several(scene: Scene) -> None:
    scene.unrelated_holder()
    strangers = [scene.ledger.received(scene.stranger(), scene.ledger.amount()) for _ in range(2)]
    row = scene.keep(scene.ledger.deposit(scene.client, scene.total, scene.near(10)))
    row.body["Line"] = [strangers[0], *row.body["Line"], strangers[1]]
    row.body["TotalAmt"] = sum(line["Amount"] for line in row.body["Line"])


@relation("a credit note waits, the money was given back by a refund receipt", Group.ALIKE)
def given_back(scene: Scene) -> None:
    scene.kind = IncomingKind.CREDIT_NOTE
    scene.unrelated_holder()
    scene.keep(scene.posted("RefundReceipt", scene.ledger.number()))


@relation("the same hour of work of two days earlier, listed by itself", Group.ALIKE, also=GO)
def twice_a_week(scene: Scene) -> None:
    scene.unrelated_holder()
    number, day = scene.ledger.number(), scene.day - timedelta(days=2)
    scene.keep(scene.posted(number=number, day=day))
    scene.record(number, scene.customer, scene.total, day)


def _recorded(scene: Scene, number: str, state: IncomingState) -> None:
    """The source's own entry of a bill that it has taken back."""
    made = scene.record(number, scene.customer, scene.total, scene.day)
    scene.records[scene.records.index(made)] = replace(made, state=state)
