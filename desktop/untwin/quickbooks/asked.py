"""Asks QuickBooks itself whether it still accepts a company's connection: one cheap read, for the examination."""

from dataclasses import dataclass, replace
from datetime import datetime

from untwin.domain.checks import Check, Standing, worst
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import KeyringProblem, Problem, Throttled, Unreachable
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.tokens import Reach

_WHOLE = 6.0  # seconds for one company: a new access token, and one read with it
OFFLINE = "whether QuickBooks still accepts it wasn't asked, for Untwin was asked to stay offline"


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks about one company after the other until `until`; what is known of them without asking is given."""

    reach: Reach
    until: datetime
    offline: bool

    def __call__(self, company: Company, known: Check) -> Check:
        """The check as it is after asking; what is a fault already is not asked about."""
        if known.standing is Standing.FAULT:
            return known
        # A sample company's server is on this computer.
        if self.offline and company.environment is not Environment.SAMPLE:
            return _not_asked(known, OFFLINE)
        if self.reach.clock.now() >= self.until:
            return _not_asked(known, "whether QuickBooks still accepts it wasn't asked, for no time was left")
        return self._asked(company, known)

    def _asked(self, company: Company, known: Check) -> Check:
        books = open_books(company.realm, company.environment, self.reach)
        try:
            self.reach.patience.wait(books.facts, _WHOLE)
        except (Unreachable, Throttled, KeyringProblem) as problem:
            return _unheard(known, problem.sentence)
        except TimeoutError:
            return _unheard(known, f"No answer came within {_WHOLE:.0f} seconds.")
        except Problem as problem:
            return _refused(company, known, problem)
        return replace(known, sentence=f"{known.sentence} QuickBooks accepts it.")


def _not_asked(known: Check, why: str) -> Check:
    standing = Standing.NOT_TRIED if known.standing is Standing.OK else known.standing
    return replace(known, standing=standing, sentence=f"{known.sentence.rstrip('.')}; {why}.")


def _unheard(known: Check, why: str) -> Check:
    words = f"{known.sentence} QuickBooks could not be asked whether it still accepts it: {why}"
    remedy = known.remedy or "Check the network, and run “untwin doctor” again in a few minutes."
    return Check(known.id, worst(known.standing, Standing.WARN), words, remedy)


def _refused(company: Company, known: Check, problem: Problem) -> Check:
    # Nothing was going to be changed, so that there is nothing to say about that.
    said = problem.sentence.replace("; nothing was changed", "")
    again = company.environment is not Environment.SAMPLE and "onnect" in problem.remedy
    typed = f" Type: untwin company connect --environment {company.environment}" if again else ""
    return Check(known.id, Standing.FAULT, f"{company.name}: {said}", f"{problem.remedy}{typed}")
