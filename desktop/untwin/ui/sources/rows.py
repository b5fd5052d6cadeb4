"""One source of one company as one row: what each column shows and says aloud."""

from dataclasses import dataclass

from untwin.domain.addresses import https_host
from untwin.domain.company.company import Company, SourceBinding
from untwin.domain.sources.declared import RetryBy, SourceProfile
from untwin.ui.kit.words import tr

COLUMNS = ("Source", "Company", "What Untwin can do", "Tested")
NAME, COMPANY, ABILITY, TESTED = range(4)


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of asking a source: a sentence, and whether it answered as it should."""

    sentence: str
    works: bool


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row, ready to paint: two lines a column, the tone of its test, and one sentence."""

    company: Company
    binding: SourceBinding
    lines: tuple[tuple[str, str], ...]
    tone: str
    sentence: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.company.realm, self.binding.source


def row_of(company: Company, binding: SourceBinding, tested: Tested | None) -> SourceRow:
    """The row of a source; `tested` is None while nobody has asked it."""
    profile = binding.profile
    state, tone = _tested_words(tested, profile)
    lines = (
        (profile.name, _account_words(binding)),
        (company.name, ""),
        (_reads_words(profile), _retry_words(profile)),
        (state, ""),
    )
    said = ", ".join(filter(None, (" ".join(filter(None, line)) for line in lines)))
    return SourceRow(company, binding, lines, tone, said)


def _account_words(binding: SourceBinding) -> str:
    if binding.own is not None:
        return https_host(binding.base) or tr("your own profile")
    return tr("account {}").format(binding.account.split()[-1]) if binding.account else ""


def _reads_words(profile: SourceProfile) -> str:
    return tr("reads its list") if profile.can_read_record else tr("reads nothing there")


def _retry_words(profile: SourceProfile) -> str:
    if profile.retry is RetryBy.WEBHOOK:
        return tr("asks it to send again")
    return tr("opens its page; you have it send again")


def _tested_words(tested: Tested | None, profile: SourceProfile) -> tuple[str, str]:
    if tested is None:
        return tr("not yet"), "muted"
    if tested.works and not profile.can_read_record:
        # Nothing is read there, so nobody was asked: a webhook would send, and a page is for people.
        return tr("nothing to ask"), "muted"
    return (tr("answers"), "good") if tested.works else (tr("does not answer"), "bad")
