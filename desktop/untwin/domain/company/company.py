"""What Untwin knows and has been told about one QuickBooks company."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from untwin.domain.company.house_rules import USUAL, HouseRules
from untwin.domain.sources.declared import SourceProfile, profile_of


class Environment(StrEnum):
    """Where a company lives; a sample company is served on this computer alone."""

    PRODUCTION = "production"
    SANDBOX = "sandbox"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """What QuickBooks says about itself at `read_at`.

    `custom_numbers`, the warn flags and `revenue_recognition` are True, False or None where QuickBooks doesn't say.
    `closed_through` is the last day of the closed period. `multicurrency` is None where it wasn't said either.
    """

    name: str
    country: str | None
    home_currency: str | None
    closed_through: date | None
    custom_numbers: bool | None
    warn_duplicate_journal: bool | None
    trust_accounts: tuple[str, ...]
    read_at: datetime
    warn_duplicate_bill: bool | None = None
    warn_duplicate_check: bool | None = None
    revenue_recognition: bool | None = None
    multicurrency: bool | None = None


@dataclass(frozen=True, slots=True)
class TrustUnlock:
    """Who let numbers of documents on trust accounts change in a company, why, and on which day."""

    who: str
    reason: str
    day: date


@dataclass(frozen=True, slots=True)
class CompanySettings:
    """What a person has decided for one company.

    Attributes:
        writes_on: whether Untwin may change numbers there; real companies start with False.
        trust_accounts: accounts named as trust, beside those whose name says it.
        reported_through: the firm's own closing date.
        most_rows: the most changes that one confirmation may cover.
        highest_total: the highest total, in home currency, that one confirmation may cover; None is no limit.
        never_types: entities that are never to be changed here.
        ask_above: a total above this is typed to be confirmed.
        numbers: the house rules for new numbers.
        countries_opted_in: a named person has allowed changes in a country where issued numbers stay.
        trust_unlock: a named person has let numbers of sales documents on trust accounts change; None is locked.
    """

    writes_on: bool = False
    trust_accounts: tuple[str, ...] = ()
    reported_through: date | None = None
    most_rows: int = 200
    ask_above: Decimal | None = None
    highest_total: Decimal | None = None
    never_types: tuple[str, ...] = ()
    countries_opted_in: bool = False
    trust_unlock: TrustUnlock | None = None
    numbers: HouseRules = USUAL


@dataclass(frozen=True, slots=True)
class SourceBinding:
    """A source's account bound to exactly one company.

    Attributes:
        source: `clio`, `hubspot`, or the user's own word.
        base: the address of its API, or empty where it has none.
        retry_page: the page where a person has a document sent again.
        cycle_seconds: how long the source takes to try again.
        account: the source's own id of the account; empty where it has none.
        record_page: the page of one document, with `{id}` in it; empty where it has none.
        own: what the user's own source can do; None for those that Untwin knows.
    """

    source: str
    base: str = ""
    retry_page: str = ""
    cycle_seconds: int = 300
    account: str = ""
    record_page: str = ""
    own: SourceProfile | None = None

    @property
    def profile(self) -> SourceProfile:
        """What the source can do."""
        return self.own or profile_of(self.source)


@dataclass(frozen=True, slots=True)
class Company:
    """One connected company.

    Attributes:
        realm: QuickBooks' id of it, digits; never shown to people.
        web: where its documents open in a browser, for a sample company; empty for a real one.
    """

    realm: str
    name: str
    environment: Environment
    settings: CompanySettings = field(default_factory=CompanySettings)
    sources: tuple[SourceBinding, ...] = ()
    facts: CompanyFacts | None = None
    connected_at: datetime | None = None
    web: str = ""

    @property
    def trust_accounts(self) -> tuple[str, ...]:
        """The accounts held in trust: those that QuickBooks calls so, and those that a person named."""
        return self.trust_accounts_by(self.facts)

    def trust_accounts_by(self, facts: "CompanyFacts | None") -> tuple[str, ...]:
        """The same by facts that may be newer than those that are kept."""
        known = facts.trust_accounts if facts else ()
        return tuple(dict.fromkeys((*known, *self.settings.trust_accounts)))

    def binding(self, source: str | None) -> SourceBinding | None:
        """The account of `source` that is bound to this company, if one is."""
        return next((b for b in self.sources if b.source == source), None)

    def profile(self, source: str | None) -> SourceProfile:
        """What a source can do, as this company has it; one that isn't bound goes by what Untwin knows."""
        binding = self.binding(source)
        return binding.profile if binding else profile_of(source)
