"""Sets a company's policy: what may never be changed there, and how much one confirmation may cover."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from untwin.domain.books.documents import TYPES, Side
from untwin.domain.changes.history import HistoryRow
from untwin.domain.company.company import Company, CompanySettings, TrustUnlock
from untwin.domain.problems import BadInput
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Companies

SALES_TYPES: Mapping[str, str] = {t.title: t.entity for t in TYPES.values() if t.side is Side.SALES}
MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class Policy:
    """What a person may set; None leaves a point as it is. An amount or a day of None inside a tuple takes it away.

    Attributes:
        never_types: titles of types, such as `credit memo`.
        trust_unlock: why numbers of documents on trust accounts may change; None inside the tuple locks them again.
    """

    most_rows: int | None = None
    highest_total: tuple[Decimal | None] | None = None
    ask_above: tuple[Decimal | None] | None = None
    never_types: tuple[str, ...] | None = None
    reported_through: tuple[date | None] | None = None
    trust_accounts: tuple[str, ...] | None = None
    countries_opted_in: bool | None = None
    trust_unlock: tuple[str | None] | None = None


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """The flow."""

    companies: Companies
    history: History
    clock: Clock

    def __call__(self, realm: str, policy: Policy, who: str) -> Company:
        """Stores what is new, and notes it in the change history.

        Raises:
            BadInput: a number of rows, an amount or a type that makes no sense, or an unlocking by nobody or without a
                reason; nothing was stored.
        """
        company = self.companies.get(realm)
        settings = _settings(company.settings, policy)
        if policy.trust_unlock is not None:
            unlock = self._unlock(settings.trust_unlock, policy.trust_unlock[0], who)
            settings = replace(settings, trust_unlock=unlock)
        if settings == company.settings:
            return company
        changed = replace(company, settings=settings)
        self.companies.put(changed)
        said = "; ".join(_differences(company.settings, settings))
        self.history.note(HistoryRow(self.clock.now(), who, realm, "", "policy changed", said))
        return changed

    def _unlock(self, before: TrustUnlock | None, reason: str | None, who: str) -> TrustUnlock | None:
        """Who unlocked first stays who unlocked, for as long as the reason stays."""
        if reason is None:
            return None
        words = " ".join(reason.split())
        if not words:
            raise BadInput("Say why numbers of documents on trust accounts may change here.")
        if not who.strip():
            raise BadInput("Say who you are first: it is recorded who unlocked documents on trust accounts.")
        if before is not None and before.reason == words:
            return before
        return TrustUnlock(who.strip(), words, self.clock.now().date())


def _settings(settings: CompanySettings, policy: Policy) -> CompanySettings:
    if policy.most_rows is not None and not 1 <= policy.most_rows <= MOST_ROWS:
        raise BadInput(f"The most changes in one confirmation: a number from 1 to {MOST_ROWS}.")
    for amount in (policy.highest_total, policy.ask_above):
        if amount is not None and amount[0] is not None and not (amount[0].is_finite() and amount[0] >= 0):
            raise BadInput("An amount must not be negative.")
    return replace(
        settings,
        most_rows=settings.most_rows if policy.most_rows is None else policy.most_rows,
        highest_total=settings.highest_total if policy.highest_total is None else policy.highest_total[0],
        ask_above=settings.ask_above if policy.ask_above is None else policy.ask_above[0],
        never_types=settings.never_types if policy.never_types is None else _entities(policy.never_types),
        reported_through=settings.reported_through if policy.reported_through is None else policy.reported_through[0],
        trust_accounts=settings.trust_accounts if policy.trust_accounts is None else _names(policy.trust_accounts),
        countries_opted_in=(
            settings.countries_opted_in if policy.countries_opted_in is None else policy.countries_opted_in
        ),
    )


def _entities(titles: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [title for title in titles if title.strip().casefold() not in SALES_TYPES]
    if unknown:
        raise BadInput(f"“{unknown[0]}” is no type that Untwin changes; these are: {', '.join(SALES_TYPES)}.")
    return tuple(dict.fromkeys(SALES_TYPES[title.strip().casefold()] for title in titles))


def _names(accounts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in accounts if name.strip()))


def _differences(before: CompanySettings, after: CompanySettings) -> list[str]:
    said = zip(policy_lines(before), policy_lines(after), strict=True)
    return [f"{name}: {old} → {new}" for (name, old), (_name, new) in said if old != new]


def policy_lines(settings: CompanySettings) -> tuple[tuple[str, str], ...]:
    """A company's policy, point by point, in words."""
    titles = [TYPES[entity].title for entity in settings.never_types if entity in TYPES]
    return (
        ("most changes in one confirmation", str(settings.most_rows)),
        ("highest total in one confirmation", _or_none(settings.highest_total)),
        ("the count is typed above a total of", _or_none(settings.ask_above)),
        ("types never to be touched", ", ".join(titles) or "none beyond Untwin's own"),
        ("reported through", _or_none(settings.reported_through)),
        ("trust accounts named", ", ".join(settings.trust_accounts) or "none"),
        ("numbers of documents on trust accounts", _unlocked(settings.trust_unlock)),
        ("issued numbers may change in this country", "yes" if settings.countries_opted_in else "only where usual"),
    )


def _unlocked(unlock: TrustUnlock | None) -> str:
    return f"may change, says {unlock.who} on {unlock.day}: {unlock.reason}" if unlock else "locked"


def _or_none(value: object) -> str:
    return "none" if value is None else str(value)
