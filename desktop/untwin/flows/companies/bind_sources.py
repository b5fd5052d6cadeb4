"""Connects sources to companies: each account to exactly one; tests them, and forgets them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from untwin.domain.cases.case import State
from untwin.domain.changes.history import HistoryRow
from untwin.domain.company.company import Company, SourceBinding
from untwin.domain.problems import BadInput, NotAllowed, Problem
from untwin.domain.sources.declared import RetryBy
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.sources import ClioApp, ClioAppOnFile, ClioBegun, SourceAccount, SourceAccounts
from untwin.ports.stores import Cases, Companies

_JUDGED = frozenset({State.NEEDS_DECISION, State.BLOCKED})


@dataclass(frozen=True, slots=True)
class BindSources:
    """The flow. An account is first found, then shown to a person, then kept for one company, or turned away.

    `accounts` opens what reaches the sources, on its first use.
    """

    companies: Companies
    accounts: Callable[[], SourceAccounts]
    history: History
    clock: Clock
    cases: Cases

    def hubspot(self, token: str) -> SourceAccount:
        """The HubSpot account that a service key or a private app's token opens."""
        return self.accounts().hubspot(token)

    def clio_app(self, region: str) -> ClioAppOnFile | None:
        """The firm's Clio app in a region, where its keys were typed before."""
        return self.accounts().clio_app(region)

    def keep_clio_app(self, app: ClioApp) -> ClioAppOnFile:
        """Keeps the keys of the firm's Clio app."""
        return self.accounts().keep_clio_app(app)

    def begin_clio(self, region: str) -> ClioBegun:
        """Begins a sign-in at Clio: the page to open in the browser."""
        return self.accounts().begin_clio(region)

    def listen_for_clio(self, begun: ClioBegun) -> str:
        """The redirected address, once the browser comes back to this computer."""
        return self.accounts().listen_for_clio(begun)

    def arrive_at_clio(self, begun: ClioBegun, brought: str) -> SourceAccount:
        """The Clio account that somebody signed in to; nothing is stored."""
        return self.accounts().arrive_at_clio(begun, brought)

    def webhook(self, name: str, address: str) -> SourceAccount:
        """A webhook with a new secret; nothing is stored."""
        return self.accounts().webhook(name, address)

    def own(self, file: Path) -> SourceAccount:
        """A source of the user's own, read from its profile file; nothing is stored."""
        return self.accounts().own(file)

    def turn_away(self, account: SourceAccount) -> str:
        """Ends what was granted for an account that is not wanted; a sentence where that could not be done."""
        return self.accounts().turn_away(account)

    def keep(self, realm: str, account: SourceAccount, who: str) -> Company:
        """Binds an account to one company.

        Raises:
            NotAllowed: it belongs to another company; to which one is said.
            BadInput: the company isn't connected.
            KeyringProblem: the keyring doesn't take its secrets; then nothing is bound.
        """
        company, binding = self.companies.get(realm), account.binding
        self._refuse_second_company(company, binding)
        before = company.binding(binding.source)
        _refuse_second_spelling(company, binding)
        bound = _with(company, binding)
        # First: a secret of which no company knows could never be forgotten.
        self.companies.put(bound)
        try:
            self.accounts().keep(realm, account)
        except Problem:
            self.companies.put(company)
            raise
        what = "source connected again" if before else "source connected"
        self._note(bound, who, what, f"{account.name}{_instead_of(before, binding)}")
        if before is None or before.account != binding.account:
            self._drop_what_was_judged_without(bound, binding)
        return bound

    def _drop_what_was_judged_without(self, company: Company, binding: SourceBinding) -> None:
        """Cases that wait for a decision are to be looked up again: another app may have made what was found."""
        words = f"{binding.profile.name} was connected since: look it up again."
        for case in self.cases.in_states(_JUDGED):
            if case.company != company.realm or case.evidence is None:
                continue
            told = case.incoming if case.incoming and case.incoming.told else None
            fresh = replace(case, incoming=told, evidence=None, judgement=None, blocks=(), proposed=(), advice=None)
            with suppress(NotAllowed):  # it moved on meanwhile
                self.cases.save(fresh.moved(State.NEW, self.clock.now(), words), case.state)

    def test(self, realm: str, source: str) -> str:
        """Asks a source whether it still knows us: a sentence on what answered."""
        return self.accounts().test(realm, self.bound(realm, source))

    def forget(self, realm: str, source: str, who: str) -> str:
        """Removes a source from a company with its secrets; a sentence where its connection could not be ended."""
        binding = self.bound(realm, source)
        said = self.accounts().forget(realm, binding)
        company = self.companies.get(realm)
        left = tuple(b for b in company.sources if b.source != binding.source)
        self.companies.put(replace(company, sources=left))
        if binding.source == "clio" and not any(c.binding("clio") for c in self.companies.all()):
            # The keys of the firm's Clio app serve nobody any more.
            self.accounts().forget_apps()
        self._note(company, who, "source forgotten", f"{binding.profile.name}. {said}".strip())
        return said

    def bound(self, realm: str, source: str) -> SourceBinding:
        """A company's source by its id or name. Raises `BadInput` where it has none of that name."""
        wanted, company = source.strip().casefold(), self.companies.get(realm)
        for binding in company.sources:
            if wanted in (binding.source.casefold(), binding.profile.name.casefold()):
                return binding
        raise BadInput(f"{company.name} has no source called “{source}”.", "See them with “untwin source list”.")

    def _refuse_second_company(self, company: Company, binding: SourceBinding) -> None:
        others = [other for other in self.companies.all() if other.realm != company.realm]
        taken = next((o for o in others if any(_is_one_account(b, binding) for b in o.sources)), None)
        if taken is not None:
            raise NotAllowed(
                f"This {binding.profile.name} account belongs to {taken.name} already.",
                "An account posts into one company only. Forget it there first.",
            )

    def _note(self, company: Company, who: str, what: str, detail: str) -> None:
        self.history.note(HistoryRow(self.clock.now(), who, company.realm, "", what, f"{company.name}. {detail}"))


def _with(company: Company, binding: SourceBinding) -> Company:
    others = tuple(b for b in company.sources if b.source != binding.source)
    return replace(company, sources=(*others, binding))


def _is_one_account(one: SourceBinding, other: SourceBinding) -> bool:
    """Whether two are the same account: a webhook is the address that is asked, whatever it is called."""
    webhooks = one.profile.retry is other.profile.retry is RetryBy.WEBHOOK
    return bool(one.account) and one.account == other.account and (webhooks or one.source == other.source)


def _refuse_second_spelling(company: Company, binding: SourceBinding) -> None:
    alike = next((b for b in company.sources if b.source.casefold() == binding.source.casefold()), None)
    if alike is not None and alike.source != binding.source:
        raise BadInput(
            f"{company.name} has a source called “{alike.source}” already, which differs in capital letters alone.",
            "Write the name in the same way, or give yours another one.",
        )


def _instead_of(before: SourceBinding | None, binding: SourceBinding) -> str:
    """That another account was there until now; its connection may go on at the source."""
    if before is None or not before.account or before.account == binding.account:
        return ""
    return f", instead of account {before.account}"
