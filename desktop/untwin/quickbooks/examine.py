"""Examines the connections: how long each lasts, whether its keys are there, and whether QuickBooks can be reached."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import NameResolutionError

from untwin.domain.checks import Check, Standing, check_clock, lasting, worst
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import KeyringProblem, SignInNeeded
from untwin.quickbooks.asked import Asking
from untwin.quickbooks.client import clock_of
from untwin.quickbooks.credentials import Credential, app_name, find_app, read_app, read_credential
from untwin.quickbooks.tokens import Reach

_TIMEOUT = (3.0, 3.0)  # seconds to connect, seconds without a byte
_WHOLE = 4.0  # seconds for one host, the look-up of its name counted in
_LONGEST = timedelta(seconds=6)  # after which no further company is asked
_WIDTH = 8  # companies that are asked at a time
_REAL = (Environment.PRODUCTION, Environment.SANDBOX)
OK, WARN, FAULT, NOT_TRIED = Standing


@dataclass(frozen=True, slots=True)
class Heard:
    """What a host answered: its clock and ours at that moment, or why nothing came."""

    why_not: str = ""
    remedy: str = ""
    clocks: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class ConnectionsExam:
    """The connections of `companies`. `look` asks QuickBooks with each one, `look_outside` sends no secret."""

    reach: Reach
    companies: Sequence[Company]
    clocks: "list[tuple[datetime, datetime]]"
    """This computer's clock beside each sample server's, once `look` has heard them."""

    def look(self, *, offline: bool) -> tuple[Check, ...]:
        """Every company: its keys, how long its connection lasts, and whether QuickBooks still accepts it."""
        asking = Asking(self.reach, self.reach.clock.now() + _LONGEST, offline)
        try:
            return self.reach.patience.each(lambda c: asking(c, self._company(c)), self.companies, _WIDTH)
        except KeyringProblem:
            words = "The connections of {} can't be read while the keyring doesn't answer."
            names = ", ".join(company.name for company in self.companies)
            return (Check("connections", NOT_TRIED, words.format(names)),)

    def look_outside(self, *, offline: bool) -> tuple[Check, ...]:
        """Whether Intuit's hosts answer, where a real company or an Intuit app needs them, and what time it is."""
        if offline:
            return (Check("network", NOT_TRIED, "Untwin was asked to stay offline."), *self._clock())
        used = self._environments()
        if not used:
            words = "No real company is connected, and no Intuit app's keys are kept."
            return (Check("network", NOT_TRIED, words), *self._clock())
        asked = [(urlsplit(address).netloc, self._ask(address)) for address in _addresses(used)]
        return (*(_reached(host, heard) for host, heard in asked), *self._clock(h for _, h in asked))

    def _company(self, company: Company) -> Check:
        name = f"company {company.realm}"
        try:
            credential = read_credential(self.reach.vault, company.realm)
            read_app(self.reach.vault, credential)
        except SignInNeeded as problem:
            return Check(name, FAULT, f"{company.name}: {problem.sentence}", problem.remedy)
        if credential.environment is not company.environment:
            words = "the stored connection belongs to another of Intuit's environments."
            return Check(name, FAULT, f"{company.name}: {words}", "Connect it again.")
        if company.environment is Environment.SAMPLE:
            return self._sample(name, company, credential)
        return _real(name, company, credential, self.reach.clock.now())

    def _sample(self, name: str, company: Company, credential: Credential) -> Check:
        heard = self._ask(credential.base)
        if heard.why_not:
            words = f"{company.name}: its sample server doesn't answer any more."
            remedy = (
                f"Start it with “untwin sample serve” and connect it again, or: untwin company forget {company.realm}"
            )
            return Check(name, FAULT, words, remedy)
        self.clocks.extend([heard.clocks] if heard.clocks else [])
        return Check(name, OK, f"{company.name} (sample): its server answers on this computer; {_changes(company)}.")

    def _environments(self) -> list[Environment]:
        used = {company.environment for company in self.companies}
        return [e for e in _REAL if e in used or self._has_app(e)]

    def _has_app(self, environment: Environment) -> bool:
        try:
            return find_app(self.reach.vault, app_name(Credential(environment, ""))) is not None
        except SignInNeeded:
            return True  # there are keys, if damaged ones
        except KeyringProblem:
            return False

    def _ask(self, address: str) -> Heard:
        """A plain request without any secret; whatever is answered, something is there."""

        def send() -> requests.Response:
            return self.reach.session.get(f"{address}/", timeout=_TIMEOUT, allow_redirects=False, stream=True)

        try:
            with self.reach.patience.wait(send, _WHOLE) as answer:
                told = clock_of(answer) if "Date" in answer.headers else None
                return Heard(clocks=(self.reach.clock.now(), told) if told else None)
        except TimeoutError:
            return Heard("nothing answers", _NETWORK)
        except requests.RequestException as error:
            return Heard(*_why(error))

    def _clock(self, heard: Iterable[Heard] = ()) -> Iterator[Check]:
        told = [h.clocks for h in heard if h.clocks]
        if told:
            yield check_clock(*told[0], "QuickBooks'")
        elif self.clocks:
            here, there = self.clocks[0]
            # The sample firms may be served for another day.
            days = round((here - there) / timedelta(days=1))
            yield check_clock(here, there + timedelta(days=days), "the sample server's")


def _real(name: str, company: Company, credential: Credential, now: datetime) -> Check:
    standing = worst(lasting(credential.refresh_until, now), lasting(credential.hard_end, now))
    said = f"{company.name} ({company.environment}): {_ends(credential, now)}; {_changes(company)}."
    remedy = "" if standing is OK else f"untwin company connect --environment {company.environment}"
    return Check(name, standing, said, remedy)


def _ends(credential: Credential, now: datetime) -> str:
    until, hard_end = credential.refresh_until, credential.hard_end
    if hard_end is not None and lasting(hard_end, now) is not OK:
        return f"its connection ends for good {_on(hard_end, now)}, five years after signing in"
    if until is None:
        return "connected; how long isn't known before it is used once"
    if until <= now:
        return f"its connection ended {_on(until, now)}, because it wasn't used for so long"
    return f"connected; unless it is used before, it ends {_on(until, now)}"


def _on(end: datetime, now: datetime) -> str:
    days = (end - now).days
    return f"on {end:%Y-%m-%d}" + (f", in {days} days" if days >= 0 else "")


def _changes(company: Company) -> str:
    return "changes are allowed" if company.settings.writes_on else "it is read-only"


def _addresses(used: Iterable[Environment]) -> dict[str, None]:
    """Each host once: the API of each environment, and the sign-in, which they share."""
    connections = [Credential(environment, "") for environment in used]
    hosts = [c.api for c in connections]
    hosts += [f"https://{urlsplit(c.token_address).netloc}" for c in connections]
    return dict.fromkeys(hosts)


def _reached(host: str, heard: Heard) -> Check:
    if heard.why_not:
        return Check(f"network {host}", FAULT, f"{host} can't be reached: {heard.why_not}.", heard.remedy)
    return Check(f"network {host}", OK, f"{host} answers.")


_NETWORK = "Check this computer's network; a firewall may hold Untwin back."
_NO_PROXY = "Untwin goes straight to QuickBooks and takes no proxy from the environment: allow it in the firewall."
_CERTIFICATE = "Check this computer's clock. A filter that looks into traffic must leave out Intuit's hosts."


def _why(error: requests.RequestException) -> tuple[str, str]:
    """What kept an answer from coming, and what to do; the error's own words may name anything and aren't told."""
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate isn't one that this computer trusts", _CERTIFICATE
    if isinstance(error, requests.exceptions.ProxyError):
        return "a proxy stands in the way", _NO_PROXY
    if isinstance(error, requests.Timeout):
        return "nothing answers", _NETWORK
    reason = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(reason, NameResolutionError):
        return "this computer doesn't find its address by its name", "Check the network and its name server (DNS)."
    return "the connection is refused or cut off", _NETWORK
