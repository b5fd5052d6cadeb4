"""One client as one row of the Monday view: what each column shows, and the row as one sentence."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from untwin.domain.company.company import Company
from untwin.domain.inbox.clients import Check, Client, Totals
from untwin.ui.companies.connecting import Lasting
from untwin.ui.companies.rows import AGAIN, closed_words, connection_words, environment_word
from untwin.ui.kit.figures import medium_day, sums_words
from untwin.ui.kit.words import age_words, count_words, tr

COLUMNS = (
    "Client",
    "Open errors",
    "Waits to post",
    "Oldest",
    "Its apps were looked at",
    "Closed and reported",
    "Connection",
)
NAME, ERRORS, MONEY, OLDEST, CHECKED, CLOSED, CONNECTION = range(7)
_NO_PROOF = "an empty inbox is no proof"


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One row, ready to paint: two lines a column, the tones of two of them, and one sentence."""

    client: Client
    lines: tuple[tuple[str, str], ...]
    checked_tone: str
    connection_tone: str
    sentence: str

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.client.realm


def row_of(client: Client, lasting: Lasting | None, now: datetime) -> ClientRow:
    """The row of a client; `lasting` is None until the keyring has answered."""
    company, checked = client.company, _checked(client, now)
    connection = connection_words(company, lasting, now) if company else ("", "", "ink")
    lines = (
        _name(company),
        _errors(client),
        money_lines(client.money, client.without_amount) if client.open else ("", ""),
        (age_words(client.oldest, now), medium_day(client.oldest.astimezone().date())) if client.oldest else ("", ""),
        checked[:2],
        _closed(company),
        _connection(company, connection),
    )
    return ClientRow(client, lines, checked[2], connection[2], _sentence(client, lines, now))


def _name(company: Company | None) -> tuple[str, str]:
    if company is None:
        return tr("No client yet"), tr("open them to say whose they are")
    return company.name, environment_word(company)


def _errors(client: Client) -> tuple[str, str]:
    if not client.open:
        return tr("none open"), ""
    rest = [tr("{} new").format(client.new)] if client.new else []
    rest += [tr("{} waiting").format(client.waiting)] if client.waiting else []
    needs = tr("{} to decide").format(client.needs) if client.needs else ""
    return (needs, ", ".join(rest)) if needs else (", ".join(rest), "")


def money_lines(sums: tuple[tuple[str, Decimal], ...], without: int) -> tuple[str, str]:
    """What waits: the first currency, then the others; they are never added together."""
    said, unknown = sums_words(sums), _unknown(without)
    return (said[0], ", ".join([*said[1:], *unknown])) if said else (", ".join(unknown), "")


def _unknown(without: int) -> list[str]:
    return [tr("{} without amount").format(without)] if without else []


def _checked(client: Client, now: datetime) -> tuple[str, str, str]:
    if client.company is None:
        return "", "", "ink"
    if not client.checks:
        return tr("no app connected"), "", "muted"
    each = ", ".join(f"{check.name} {_age(check, now)}" for check in client.checks)
    if client.is_stale(now):
        # The word stands beside the colour: nobody has to tell amber from ink.
        return tr("! look again"), each, "loud-warn"
    return each, tr("whole list seen"), "ink"


def _age(check: Check, now: datetime) -> str:
    if check.whole_at is None:
        return tr("only in part") if check.part_at else tr("never")
    passed = age_words(check.whole_at, now)
    return tr("just now") if passed == tr("now") else tr("{} ago").format(passed)


def _closed(company: Company | None) -> tuple[str, str]:
    if company is None:
        return "", ""
    reported = medium_day(company.settings.reported_through)
    return closed_words(company), tr("reported {}").format(reported) if reported else tr("nothing reported")


def _connection(company: Company | None, words: tuple[str, str, str]) -> tuple[str, str]:
    if company is None:
        return "", ""
    changes = tr("changes allowed") if company.settings.writes_on else tr("read-only")
    return words[0], words[1] if words[1] == tr(AGAIN) else changes


def _sentence(client: Client, lines: tuple[tuple[str, str], ...], now: datetime) -> str:
    words = [", ".join(filter(None, line)) for line in lines]
    said = [
        words[NAME],
        words[ERRORS] if client.open else tr("no open error"),
        tr("waits to post: {}").format(words[MONEY]) if words[MONEY] else "",
        tr("oldest open since {}").format(lines[OLDEST][1]) if client.oldest else "",
        *(_check_aloud(check, now) for check in client.checks),
        tr("books closed through {}").format(words[CLOSED]) if words[CLOSED] else "",
        tr("connection: {}").format(words[CONNECTION]) if words[CONNECTION] else "",
    ]
    return ", ".join(filter(None, said))


def _check_aloud(check: Check, now: datetime) -> str:
    by = tr(" by {}").format(check.by) if check.by else ""
    said = tr("{} looked at {}{}").format(check.name, _age(check, now), by)
    if check.whole_at is None:
        said = tr("{} never looked at as a whole").format(check.name)
    return f"{said}: {tr(_NO_PROOF)}" if check.is_stale(now) else said


def check_words(check: Check, now: datetime) -> str:
    """When one app was looked at and how that is known, as one sentence."""
    if check.whole_at is None:
        said = tr("{}: its whole list was never seen.").format(check.name)
        if check.part_at is None:
            return said
        return tr("{} Single errors came in {}.").format(said, medium_day(check.part_at.astimezone().date()))
    day, ago = medium_day(check.whole_at.astimezone().date()), _age(check, now)
    how = tr("{} says so").format(check.by) if check.by else tr("its whole list was taken in")
    return tr("{}: looked at {}, {}; {}.").format(check.name, ago, day, how)


def total_words(of: Totals) -> str:
    """The line below the list."""
    said = [count_words(of.companies, tr("client"), tr("clients"))]
    said.append(tr("{} to decide, {} new, {} waiting to post").format(of.needs, of.new, of.waiting))
    if of.open:
        said.append(tr("waits to post: {}").format("; ".join([*sums_words(of.money), *_unknown(of.without_amount)])))
    if of.stale:
        said.append(tr("{} to look into again").format(of.stale))
    return "  ·  ".join(said)
