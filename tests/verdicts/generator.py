"""Makes firms full of labelled conflicts: the same ones for the same seed, sharing no code with the verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

# Imported for what they put on the list of relations.
from verdicts import alike, apart, remade, same  # noqa: F401
from verdicts.conflict import Conflict, Gap, Group, Listed, without
from verdicts.ledger import TODAY, Ledger, Row, Who
from verdicts.noise import CLOUDING, HARMLESS
from verdicts.relation import RELATIONS, Relation
from verdicts.scene import Scene

SHARES = {
    Group.SAME: 29,
    Group.TWIN: 12,
    Group.UNRELATED: 16,
    Group.NONE: 5,
    Group.OWNED: 7,
    Group.TRUST: 7,
    Group.PURCHASE: 5,
    Group.ALIKE: 19,
}
ALL_KNOWN = 0.66  # of the conflicts that can be decided
CLOUDED = 0.02  # of those with enough evidence
PER_FIRM = 75  # conflicts that share one firm's books
_GAPS = [gap for gap in Gap if gap is not Gap.NOTHING]
_ID_ROOM = 10_000


@dataclass(frozen=True, slots=True)
class Firm:
    """One company: its books and the conflicts in them."""

    ledger: Ledger
    conflicts: tuple[Conflict, ...]


def make_firms(seed: int, conflicts: int) -> Iterator[Firm]:
    """Firms that hold so many conflicts in all."""
    for place, first in enumerate(range(0, conflicts, PER_FIRM)):
        count = min(PER_FIRM, conflicts - first)
        yield make_firm(f"{seed} {place}", (place + 1) * _ID_ROOM + 100_000, count)


def make_firm(seed: str, first_id: int, count: int) -> Firm:
    """One firm."""
    dice = Random(f"verdicts {seed}")  # noqa: S311 - repeatable on purpose, guards nothing
    ledger = Ledger(dice, first_id)
    made = tuple(_conflict(ledger, dice) for _turn in range(count))
    return Firm(ledger, made)


def _conflict(ledger: Ledger, dice: Random) -> Conflict:
    groups = list(SHARES)
    group = dice.choices(groups, [SHARES[g] for g in groups])[0]
    those = [r for r in RELATIONS if r.group is group]
    built = dice.choices(those, [r.weight for r in those])[0]
    scene = _scene(ledger, dice, built)
    built.build(scene)
    gap = _gap(dice, built, scene)
    noise, clouded = _noise(dice, built, scene, gap)
    _know(scene, built, gap)
    rows = tuple(scene.rows)
    return Conflict(
        number=scene.number,
        relation=built.words,
        group=group,
        gap=gap,
        verdict=scene.verdict or built.verdict or group.verdict,
        also=built.also | scene.also,
        miss=built.miss,
        named=scene.named if dice.random() < 0.9 or not scene.holders else None,
        source=scene.source,
        incoming=without(scene.incoming(), gap),
        listed=Listed(tuple(scene.records), complete=scene.list_read and gap is not Gap.LIST),
        other=None if scene.others is None else Listed(tuple(scene.others), scene.others_complete),
        made_by_hand=tuple(scene.by_hand),
        apart=tuple(scene.apart),
        rows=rows,
        noise=noise,
        clouded=clouded,
        odd=any(row.odd for row in rows),
        by_type=frozenset({scene.by_type} if scene.by_type else ()),
    )


def _scene(ledger: Ledger, dice: Random, built: Relation) -> Scene:
    source = dice.choice(("clio", "clio", "hubspot"))
    name, client_id = ledger.people.anybody(), str(dice.randrange(10_000, 99_999))
    email = f"c{client_id}@client.invalid" if source == "hubspot" or dice.random() < 0.3 else None
    proof = "mark" if source == "clio" and dice.random() < 0.25 else "name"
    who: Who | None = None
    if not built.own_customer:
        known_as = f"{name} Clio {client_id}" if proof == "mark" else name
        who = ledger.customer(known_as, email if dice.random() < 0.7 else None)
    return Scene(
        ledger=ledger,
        dice=dice,
        source=source,
        number=ledger.number(),
        customer=name,
        who=who,
        proof=proof,
        total=ledger.amount(),
        day=TODAY - timedelta(days=dice.randint(3, 60)),
        matter=f"{dice.randrange(100, 9999):05d}-{name.partition(',')[0].split()[0]}",
        source_id=str(dice.randrange(70_000_000, 79_999_999)),
        client_id=client_id,
        email=email,
        currency="USD" if source == "hubspot" or dice.random() < 0.5 else None,
    )


def _gap(dice: Random, built: Relation, scene: Scene) -> Gap:
    if built.group is Group.ALIKE and built.also:
        return Gap.NOTHING
    if dice.random() < ALL_KNOWN:
        return Gap.NOTHING
    gap = dice.choice(_GAPS)
    if gap is Gap.REFERENCES and built.group not in (Group.SAME, Group.TWIN, Group.ALIKE):
        return Gap.NOTHING
    readable = gap.of_holder and not any(row.entity in ("Invoice", "CreditMemo") for row in scene.holders)
    return Gap.NOTHING if readable else gap


def _noise(dice: Random, built: Relation, scene: Scene, gap: Gap) -> tuple[tuple[str, ...], bool]:
    fitting = [n for n in HARMLESS if built.group in n.groups]
    chosen = dice.sample(fitting, min(len(fitting), dice.choice((0, 0, 1, 1, 2, 3))))
    if built.own_customer:
        chosen = [n for n in chosen if scene.who]
    for each in chosen:
        each.add(scene)
    words = [n.words for n in chosen]
    cloudy = [n for n in CLOUDING if built.group in n.groups]
    if gap is Gap.NOTHING and cloudy and dice.random() < CLOUDED * 1.4:
        cloud = dice.choice(cloudy)
        cloud.add(scene)
        return (*words, cloud.words), True
    return tuple(words), False


def _know(scene: Scene, built: Relation, gap: Gap) -> None:
    """Takes out what isn't known, and lets a person say now and then who made a stranger's document."""
    if built.group not in (Group.SAME, Group.TWIN, Group.ALIKE):
        scene.references = scene.dice.random() < 0.7
    if gap.of_holder:
        row = next(row for row in reversed(scene.holders) if row.entity in ("Invoice", "CreditMemo"))
        _blank(row, gap)
    elif built.group is Group.OWNED and gap is Gap.LIST and scene.dice.random() < 0.5:
        # What was read of the list doesn't reach as far as the holder's record.
        scene.restate()
        scene.records = scene.records[-1:]
    elif built.group is Group.UNRELATED and gap is Gap.NOTHING and scene.dice.random() < 0.2:
        scene.by_hand = [row.id for row in scene.holders]
        scene.list_read = scene.dice.random() < 0.5


def _blank(row: Row, gap: Gap) -> None:
    row.odd = True
    fields = {Gap.HOLDER_CUSTOMER: ("CustomerRef",), Gap.HOLDER_CURRENCY: ("CurrencyRef",)}
    for name in fields.get(gap, ("TotalAmt", "Balance", "HomeTotalAmt", "RemainingCredit")):
        row.body.pop(name, None)
