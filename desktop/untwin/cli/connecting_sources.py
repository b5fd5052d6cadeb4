"""`source connect`: the token or keys typed unseen, the sign-in in the browser, the question whose account it is."""

import argparse

from untwin.cli.terminal import agreed, ask, ask_secret, check_terminal
from untwin.cli.words import complain
from untwin.domain.company.company import Company
from untwin.domain.problems import BadInput, NotAllowed
from untwin.flows.companies.bind_sources import BindSources
from untwin.flows.desk import Desk
from untwin.ports.sources import ClioApp, ClioAppOnFile, SourceAccount

Options = argparse.Namespace
_ONLY = {"region": "clio", "redirect": "clio", "paste": "clio", "keys": "clio", "name": "webhook", "address": "webhook"}


def connect_account(options: Options, desk: Desk, company: Company) -> SourceAccount:
    """The account of a source, once a person has said that it is the company's.

    Raises:
        NotAllowed: nobody can be asked, or a person said that it is another company's.
        Problem: it could not be found; nothing was stored but the keys of a Clio app.
    """
    _check_options(options)
    if options.kind == "webhook":
        return desk.bind_sources.webhook(options.name, options.address)
    check_terminal()
    account = _hubspot(desk.bind_sources) if options.kind == "hubspot" else _clio(options, desk.bind_sources)
    if agreed(f"This is “{account.name}”. Does it belong to {company.name}?"):
        return account
    said = desk.bind_sources.turn_away(account)
    raise NotAllowed("Nothing was connected.", said)


def shown_once(account: SourceAccount) -> tuple[str, ...]:
    """What is said about a new secret: it is shown now and never again."""
    if not account.secret:
        return ()
    return (
        f"The secret with which Untwin signs its requests to {account.binding.base}; it is shown this once:",
        account.secret,
        "Give it to the app that listens there. “untwin help connecting_apps” says what it checks.",
    )


def _check_options(options: Options) -> None:
    for name, kind in _ONLY.items():
        if getattr(options, name) and options.kind != kind:
            raise BadInput(f"--{name} goes with “source connect {kind}”.")
    if options.kind == "webhook" and not (options.name and options.address):
        raise BadInput("A webhook needs --name and --address.")
    if options.kind == "clio" and not options.region:
        raise BadInput("Say where the Clio account lives with --region: us, eu, ca or au.")


def _hubspot(sources: BindSources) -> SourceAccount:
    complain(
        "In HubSpot (Development > Keys > Service keys) make a key with the scopes crm.objects.invoices.read, "
        "crm.objects.contacts.read and crm.objects.line_items.read; the token of a private app that is there already "
        "will do, too. Untwin keeps it in this computer's keyring."
    )
    return sources.hubspot(ask_secret("Service key or access token (not shown): "))


def _clio(options: Options, sources: BindSources) -> SourceAccount:
    app = _app(options, sources)
    begun = sources.begin_clio(app.region)
    complain(f"The redirect address registered with your Clio app must be: {app.redirect}")
    complain(f"Open this page in your browser, sign in as an administrator, and agree:\n{begun.page}")
    if app.listens and not options.paste:
        complain("Waiting until the browser comes back here, at most ten minutes. Ctrl+C ends it.")
        return sources.arrive_at_clio(begun, sources.listen_for_clio(begun))
    what = "whole address that the browser shows afterwards" if app.listens else "code that Clio shows afterwards"
    return sources.arrive_at_clio(begun, ask(f"Paste the {what}: "))


def _app(options: Options, sources: BindSources) -> ClioAppOnFile:
    """The firm's Clio app; its keys are asked for once, and again when somebody wants to type them anew."""
    kept = sources.clio_app(options.region)
    if kept and not options.keys and options.redirect in (None, kept.redirect):
        return kept
    complain("Untwin needs the keys of your own Clio app; they are kept in this computer's keyring.")
    key = ask("App key: ")
    secret = ask_secret("App secret (not shown): ")
    return sources.keep_clio_app(ClioApp(options.region, key, secret, options.redirect or ""))
