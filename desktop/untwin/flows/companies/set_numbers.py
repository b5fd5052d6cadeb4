"""Sets a company's house rules for new numbers: their order, what stands beside a number, what is kept clear."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from untwin.domain.books.documents import TYPES
from untwin.domain.changes.history import HistoryRow
from untwin.domain.company.company import Company
from untwin.domain.company.house_rules import (
    RENUMBERED_TYPES,
    USUAL,
    HouseRules,
    affix_of,
    order_of,
    range_of,
    rules_lines,
)
from untwin.domain.problems import BadInput
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Companies

_BY_TITLE = {TYPES[entity].title: entity for entity in RENUMBERED_TYPES}


@dataclass(frozen=True, slots=True)
class NumberWishes:
    """What a person types; None leaves a point as it is.

    Attributes:
        order: the rules in words: `prefix, suffix, next, ask`.
        affixes: what stands beside a number, by the type's entity or title.
        ranges: numbers to be kept clear, each as `clio 1235..2000`; all of them at once.
    """

    order: str | None = None
    affixes: Mapping[str, str] | None = None
    ranges: tuple[str, ...] | None = None

    def rules(self, now: HouseRules, who: str = "") -> HouseRules:
        """The rules with these wishes.

        Raises:
            BadInput: one of them can't be read or makes no sense; says which and why.
        """
        rules = now if self.order is None else replace(now, order=order_of(self.order))
        if self.ranges is not None:
            said = {r.typed: r for r in now.ranges}
            typed = tuple(range_of(text, who) for text in self.ranges if text.strip())
            rules = replace(rules, ranges=tuple(dict.fromkeys(said.get(r.typed, r) for r in typed)))
        for name, affix in (self.affixes or {}).items():
            entity = _entity(name)
            rules = rules.with_affix(entity, affix_of(entity, affix, rules.ranges))
        return rules


@dataclass(frozen=True, slots=True)
class SetNumbers:
    """The flow."""

    companies: Companies
    history: History
    clock: Clock

    def __call__(self, realm: str, wishes: NumberWishes, who: str) -> Company:
        """Stores what is new, and notes it in the change history.

        Raises:
            BadInput: a wish makes no sense; nothing was stored.
        """
        company = self.companies.get(realm)
        return self._store(company, wishes.rules(company.settings.numbers, who), who)

    def usual(self, realm: str, who: str) -> Company:
        """Takes all house rules back: the usual ones hold again."""
        return self._store(self.companies.get(realm), USUAL, who)

    def _store(self, company: Company, rules: HouseRules, who: str) -> Company:
        before = company.settings.numbers
        if rules == before:
            return company
        changed = replace(company, settings=replace(company.settings, numbers=rules))
        self.companies.put(changed)
        both = zip(rules_lines(before), rules_lines(rules), strict=True)
        said = "; ".join(f"{name}: {old} → {new}" for (name, old), (_name, new) in both if old != new)
        self.history.note(HistoryRow(self.clock.now(), who, company.realm, "", "house rules for numbers changed", said))
        return changed


def _entity(name: str) -> str:
    wanted = name.strip().casefold()
    entity = _BY_TITLE.get(wanted) or next((e for e in RENUMBERED_TYPES if e.casefold() == wanted), None)
    if entity is None:
        raise BadInput(f"“{name}” is no type that Untwin changes; these are: {', '.join(_BY_TITLE)}.")
    return entity
