"""One company as one row: what each column shows and says aloud."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import SignInNeeded
from untwin.domain.sources.declared import source_name
from untwin.ui.companies.connecting import Lasting
from untwin.ui.companies.detail import limit_words, reported_words
from untwin.ui.kit.figures import medium_day
from untwin.ui.kit.words import count_words, problem_words, tr

COLUMNS = ("", "Company", "Changes", "Books closed through", "Connection", "Sources")
MARK, NAME, CHANGES, CLOSED, CONNECTION, SOURCES = range(6)
SOON_DAYS = 14
ENVIRONMENTS = {
    Environment.PRODUCTION: "Production: the real books",
    Environment.SANDBOX: "Sandbox: Intuit's test companies",
    Environment.SAMPLE: "Sample: nobody's books",
}
_SHORT = {Environment.PRODUCTION: "Production", Environment.SANDBOX: "Sandbox", Environment.SAMPLE: "Sample"}


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """One row, ready to paint: two lines a column, the connection's tone, and one sentence."""

    company: Company
    lines: tuple[tuple[str, str], ...]
    tone: str
    sentence: str

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.company.realm


def row_of(company: Company, lasting: Lasting | None, now: datetime) -> CompanyRow:
    """The row of a company; `lasting` is None until the keyring has answered."""
    first, second, tone = connection_words(company, lasting, now)
    sources = ", ".join(source_name(binding.source) for binding in company.sources)
    lines = (
        ("", ""),
        (company.name, environment_word(company)),
        (tr("Changes allowed"), limit_words(company)) if company.settings.writes_on else (tr("Read-only"), ""),
        (closed_words(company), reported_words(company)),
        (first, second),
        (sources or tr("none"), ""),
    )
    names = ("", "", "", tr("books closed through"), tr("connection"), tr("sources"))
    said = (" ".join(filter(None, (name, *line))) for name, line in zip(names, lines, strict=True))
    return CompanyRow(company, lines, tone, ", ".join(filter(None, said)))


def environment_word(company: Company) -> str:
    """Production, Sandbox or Sample."""
    return tr(_SHORT[company.environment])


def closed_words(company: Company) -> str:
    """The last day of the closed period, as QuickBooks said when it was last read."""
    if company.facts is None:
        return tr("not known yet")
    return medium_day(company.facts.closed_through) or tr("not closed")


AGAIN = "connect it again"


def connection_words(company: Company, lasting: Lasting | None, now: datetime) -> tuple[str, str, str]:
    """How long the connection lasts, in two lines, and the colour's name that goes with it."""
    if company.environment is Environment.SAMPLE:
        return tr("Sample"), tr("while Untwin runs"), "ink"
    if lasting is None:
        return tr("Reading …"), "", "muted"
    if isinstance(lasting.problem, SignInNeeded):
        return tr("Ended"), tr(AGAIN), "bad"
    end = min((each for each in (lasting.until, lasting.hard_end) if each), default=None)
    if lasting.problem is not None or end is None:
        return tr("Not known"), "", "warn" if lasting.problem else "ink"
    days = (end - now).days
    if end <= now:
        return tr("Ended"), tr(AGAIN), "bad"
    left = count_words(days, tr("day left"), tr("days left"))
    ends = tr("ends {}").format(medium_day(end.astimezone().date()))
    how = "" if end == lasting.hard_end else tr("unless used")
    return left, f"{ends} {how}".strip(), "bad" if days < SOON_DAYS else "ink"


def trouble(companies: Iterable[Company], lasting: Mapping[str, Lasting]) -> tuple[str, ...]:
    """A sentence for each connection that can't be read; those with the same trouble share one."""
    by_sentence: dict[str, list[str]] = {}
    for company in companies:
        problem = lasting[company.realm].problem if company.realm in lasting else None
        if problem is not None:
            by_sentence.setdefault(problem_words(problem), []).append(company.name)
    return tuple(f"{_names(names)}: {sentence}" for sentence, names in by_sentence.items())


def _names(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 2 else tr("{} and {} more").format(names[0], len(names) - 1)
