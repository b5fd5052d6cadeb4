"""Examines the connected sources: whether each still lets Untwin read, or has its secret in the keyring."""

from collections.abc import Sequence
from dataclasses import dataclass

from untwin.domain.checks import Check, Standing
from untwin.domain.company.company import Company, Environment, SourceBinding
from untwin.domain.problems import KeyringProblem, Problem, Throttled, Unreachable
from untwin.domain.sources.declared import RetryBy
from untwin.ports.machine import Patience
from untwin.ports.sources import SourceAccounts

_WHOLE = 6.0  # seconds for one source
_WIDTH = 8  # sources that are asked at a time
Bound = tuple[Company, SourceBinding]


@dataclass(frozen=True, slots=True)
class SourcesExam:
    """The sources of `companies`. One that has nothing to ask, for a person does all of it, is left out."""

    accounts: SourceAccounts
    patience: Patience
    companies: Sequence[Company]

    def look(self, *, offline: bool) -> tuple[Check, ...]:
        """One check for each source, in the companies' order."""
        every = [(company, binding) for company in self.companies for binding in company.sources]
        bound = [(c, b) for c, b in every if b.profile.can_read_record or b.profile.retry is RetryBy.WEBHOOK]
        return self.patience.each(lambda each: self._look(*each, offline=offline), bound, _WIDTH)

    def _look(self, company: Company, binding: SourceBinding, *, offline: bool) -> Check:
        name, who = f"source {binding.source} {company.realm}", f"{company.name}: "
        if offline and _is_outside(company, binding):
            words = f"{binding.profile.name} wasn't asked, for Untwin was asked to stay offline."
            return Check(name, Standing.NOT_TRIED, who + words)
        try:
            said = self.patience.wait(lambda: self.accounts.test(company.realm, binding), _WHOLE)
        except (Unreachable, Throttled, KeyringProblem) as problem:
            return Check(name, Standing.WARN, f"{who}It could not be asked. {problem.sentence}", problem.remedy)
        except TimeoutError:
            words = f"{binding.profile.name} could not be asked: no answer came within {_WHOLE:.0f} seconds."
            return Check(name, Standing.WARN, who + words, "Check the network, and run “untwin doctor” again.")
        except Problem as problem:
            return Check(name, Standing.FAULT, who + problem.sentence, problem.remedy)
        # A webhook is never asked without a reason: only its secret was looked for.
        asked = binding.profile.can_read_record
        return Check(name, Standing.OK if asked else Standing.NOT_TRIED, who + said)


def _is_outside(company: Company, binding: SourceBinding) -> bool:
    """Whether asking would leave this computer; a webhook's test looks into the keyring alone."""
    return binding.profile.can_read_record and company.environment is not Environment.SAMPLE
