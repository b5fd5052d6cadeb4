"""What the palette offers: every action and every company, the best fit first, what was run last before the rest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from untwin.domain.company.company import Company
from untwin.ui.acting.registry import Place, Registry
from untwin.ui.keys.hints import KeyHints
from untwin.ui.kit.finding import begins, fit
from untwin.ui.kit.words import tr

_ITSELF = frozenset({"palette"})
_USUAL = frozenset({Place.WINDOW, Place.DESK})
_GO, _OPTION = "company ", "exit_"


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: `why_not` says why it can't be done now, empty where it can; `here` is false in another place.

    `also` is what buttons and the footer call it; it is found by that as well.
    """

    name: str
    title: str
    where: str
    keys: tuple[str, ...]
    why_not: Callable[[], str]
    here: bool = True
    also: str = ""

    @property
    def sentence(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(filter(None, (self.title, " ".join(self.keys), self.why_not() or self.where)))


def offers_of(registry: Registry, places: frozenset[Place], companies: Iterable[Company]) -> tuple[Offer, ...]:
    """Every action, then the companies to go to; `places` are those where the keyboard is."""
    made, speak = [], KeyHints(registry).among(places)
    for action in registry.actions:
        if action.id in _ITSELF:
            continue
        here = action.place in places
        why = _asking(registry, action.id, speak) if here else _elsewhere(action.place)
        # Most can be done here and anywhere: to say so in each row tells nothing.
        where = "" if here and action.place in _USUAL else tr(action.place.value)
        title, usual = registry.title(action.id), tr(action.title)
        also = tr(action.hint) if title == usual else usual
        made.append(Offer(action.id, title, where, action.shown_keys, why, here, also))
    return (*made, *(_company(company, reachable=Place.DESK in places) for company in companies))


def company_of(name: str) -> str | None:
    """The company that an offer goes to; None where it is an action."""
    return name.removeprefix(_GO) if name.startswith(_GO) else None


def best(offers: Sequence[Offer], typed: str, recent: Sequence[str]) -> tuple[Offer, ...]:
    """What fits: what can be done now first, then what can't, then what belongs to another place.

    Without a word what was run last leads, and other places are left out.
    """
    if not typed.strip():
        order = {name: place for place, name in enumerate(recent)}
        here = (offer for offer in offers if offer.here)
        return tuple(sorted(here, key=lambda o: (bool(o.why_not()), order.get(o.name, len(order)))))
    scored = ((fit(typed, f"{offer.title} {offer.also} {offer.where}"), offer) for offer in offers)
    fitting = [(_rank(offer, typed), -points - (offer.name in recent), offer) for points, offer in scored if points]
    return tuple(offer for *_order, offer in sorted(fitting, key=lambda each: each[:2]))


def _rank(offer: Offer, typed: str) -> tuple[bool, bool, bool, bool, bool]:
    """Words that somebody meant lead: Enter must not run what has its letters by chance.

    An option is of the chosen case alone; what heeds all that are selected comes before it.
    """
    meant = begins(typed, offer.title) or begins(typed, offer.also)
    return not offer.here, not meant, bool(offer.why_not()), offer.name.startswith(_OPTION), not fit(typed, offer.title)


def _asking(registry: Registry, action_id: str, speak: Callable[[str], str]) -> Callable[[], str]:
    # Asked once while the palette is open: of many selected cases it takes its time.
    return cache(lambda: speak(tr(registry.why_not(action_id))))


def _elsewhere(place: Place) -> Callable[[], str]:
    return lambda: tr("Only there: {}.").format(tr(place.value))


def _company(company: Company, *, reachable: bool) -> Offer:
    why = "" if reachable else tr("Close this first.")
    return Offer(f"{_GO}{company.realm}", tr("Go to {}").format(company.name), tr("Company"), (), lambda: why)
