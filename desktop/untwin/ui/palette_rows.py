"""What the palette offers: every action and every company, the best fit first, what was run last before the rest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from untwin.domain.company import Company
from untwin.ui.finding import fit
from untwin.ui.registry import Place, Registry
from untwin.ui.words import tr

_ITSELF = frozenset({"palette"})
_GO = "company "


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: `why_not` says why it can't be done now, empty where it can; `here` is false in another place."""

    name: str
    title: str
    where: str
    keys: tuple[str, ...]
    why_not: Callable[[], str]
    here: bool = True

    @property
    def sentence(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(filter(None, (self.title, " ".join(self.keys), self.why_not() or self.where)))


def offers_of(registry: Registry, places: frozenset[Place], companies: Iterable[Company]) -> tuple[Offer, ...]:
    """Every action, then the companies to go to; `places` are those where the keyboard is."""
    made = []
    for action in registry.actions:
        if action.id in _ITSELF:
            continue
        here = action.place in places
        why = _asking(registry, action.id) if here else _elsewhere(action.place)
        made.append(Offer(action.id, tr(action.title), tr(action.place.value), action.shown_keys, why, here))
    return (*made, *(_company(company, reachable=Place.DESK in places) for company in companies))


def company_of(name: str) -> str | None:
    """The company that an offer goes to; None where it is an action."""
    return name.removeprefix(_GO) if name.startswith(_GO) else None


def best(offers: Sequence[Offer], typed: str, recent: Sequence[str]) -> tuple[Offer, ...]:
    """What fits, the best first; without a word what was run last, then what can be done here."""
    if not typed.strip():
        order = {name: place for place, name in enumerate(recent)}
        return tuple(sorted((o for o in offers if o.here), key=lambda o: order.get(o.name, len(order))))
    scored = [(fit(typed, f"{offer.title} {offer.where}"), offer) for offer in offers]
    fitting = [(points + _bonus(offer, typed, recent), offer) for points, offer in scored if points]
    # What can be done here comes first, however well something of another place fits.
    return tuple(offer for _points, offer in sorted(fitting, key=lambda each: (not each[1].here, -each[0])))


def _bonus(offer: Offer, typed: str, recent: Sequence[str]) -> int:
    """A title counts more than a place, what can be done more than what can't, then what was run last."""
    return 4 * bool(fit(typed, offer.title)) + 4 * (not offer.why_not()) + (offer.name in recent)


def _asking(registry: Registry, action_id: str) -> Callable[[], str]:
    # Asked once while the palette is open: of many selected cases it takes its time.
    return cache(lambda: tr(registry.why_not(action_id)))


def _elsewhere(place: Place) -> Callable[[], str]:
    return lambda: tr("Only there: {}.").format(tr(place.value))


def _company(company: Company, *, reachable: bool) -> Offer:
    why = "" if reachable else tr("Close this first.")
    return Offer(f"{_GO}{company.realm}", tr("Go to {}").format(company.name), tr("Company"), (), lambda: why)
