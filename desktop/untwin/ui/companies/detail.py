"""What a company's row has no room for: its trust accounts, its limits, and when its facts were read."""

from untwin.domain.books.documents import TYPES
from untwin.domain.changes.planning import TYPE_COUNT_ABOVE
from untwin.domain.company.company import Company
from untwin.domain.words.days import told_day
from untwin.ui.kit.figures import clock, medium_day, money
from untwin.ui.kit.words import tr


def detail(company: Company) -> tuple[str, ...]:
    """One sentence each, the company's name in the first."""
    return (_trust(company), _limits(company), *_never(company), _read(company))


def reported_words(company: Company) -> str:
    """The firm's own closing date; empty where it has none."""
    reported = company.settings.reported_through
    return tr("reported through {}").format(medium_day(reported)) if reported else ""


def limit_words(company: Company) -> str:
    """How many numbers one confirmation may change, in a few words."""
    return tr("up to {} at once").format(company.settings.most_rows)


def _trust(company: Company) -> str:
    named = company.trust_accounts
    if named:
        words = tr("Trust accounts of {}: {}.").format(company.name, ", ".join(named))
        return f"{words} {_unlocked(company)}"
    words = tr("{} names no trust account.") if company.facts else tr("The accounts of {} have not been read yet.")
    return words.format(company.name)


def _unlocked(company: Company) -> str:
    unlock = company.settings.trust_unlock
    if unlock is None:
        return tr("What touches them is only shown.")
    words = tr("Sales documents on them may get another number: {} said so on {}.")
    return words.format(unlock.who, told_day(unlock.day))


def _limits(company: Company) -> str:
    settings = company.settings
    home = company.facts.home_currency if company.facts else None
    said = [tr("One confirmation changes up to {} numbers").format(settings.most_rows)]
    if settings.highest_total is not None:
        said.append(tr("of {} together at most").format(money(settings.highest_total, home, home)))
    asked = tr("; the count is typed above {}").format(TYPE_COUNT_ABOVE)
    if settings.ask_above is not None:
        asked += tr(", and above a total of {}").format(money(settings.ask_above))
    return f"{' '.join(said)}{asked}."


def _never(company: Company) -> tuple[str, ...]:
    types = [TYPES[entity].title for entity in company.settings.never_types if entity in TYPES]
    return (tr("Never changed here: {}.").format(", ".join(types)),) if types else ()


def _read(company: Company) -> str:
    if company.facts is None:
        return tr("Its settings have not been read yet.")
    at = company.facts.read_at.astimezone()
    return tr("Read from QuickBooks on {} at {}.").format(medium_day(at.date()), clock(at))
