"""`company connect` for a real company: the firm's Intuit app, the sign-in in the browser, the question whose it is."""

import argparse

from untwin.cli.terminal import agreed, ask, ask_secret, check_terminal
from untwin.cli.words import complain
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import BadInput, NotAllowed
from untwin.flows.companies.connect import Connect
from untwin.flows.desk import Desk
from untwin.ports.sign_in import AppOnFile, IntuitApp, SignInBegun

Options = argparse.Namespace
PORT = 8765


def connect_real(options: Options, desk: Desk) -> Company:
    """Connects one company by Intuit's sign-in.

    Raises:
        NotAllowed: nobody can be asked, or a person said that it is the wrong company.
        Problem: the sign-in failed; nothing was stored but the keys of the app.
    """
    check_options(options)
    check_terminal()
    environment = Environment(options.environment)
    app = _app(options, desk.connect, environment)
    begun = desk.connect.begin(environment)
    complain(f"The redirect address registered with your Intuit app must be: {app.redirect}")
    complain(f"Open this page in your browser, sign in as an admin of the company, and agree:\n{begun.page}")
    arrived = desk.connect.arrive(begun, _came_back(options, desk.connect, begun))
    if agreed(f"You signed in to “{arrived.company.name}”. Is this the right company?"):
        return desk.connect.keep(arrived, desk.who)
    said = desk.connect.turn_away(arrived)
    raise NotAllowed("Nothing was connected.", said or "The sign-in was given back.")


def check_options(options: Options) -> None:
    """Raises `BadInput` for options that don't go together."""
    if options.realm:
        raise BadInput("--realm goes with --sample; a real company is chosen in the browser.")
    if options.port is not None and (options.redirect or options.environment != Environment.SANDBOX):
        raise BadInput("--port goes with --environment sandbox and without --redirect.")


def _app(options: Options, connect: Connect, environment: Environment) -> AppOnFile:
    """The firm's Intuit app; its keys are asked for once, and again when somebody wants to type them anew."""
    kept = connect.app(environment)
    redirect = _redirect(options, environment, kept)
    if kept is not None and redirect == kept.redirect and not options.keys:
        return kept
    kind = "production" if environment is Environment.PRODUCTION else "development"
    complain(f"Untwin needs the {kind} keys of your own Intuit app; they are kept in this computer's keyring.")
    redirect = redirect or ask("Redirect address registered there: ")
    client_id = ask("Client ID: ")
    return connect.keep_app(IntuitApp(environment, client_id, ask_secret("Client secret (not shown): "), redirect))


def _redirect(options: Options, environment: Environment, kept: AppOnFile | None) -> str:
    if options.redirect:
        return str(options.redirect)
    if kept is not None and options.port is None:
        return kept.redirect
    return f"http://localhost:{options.port or PORT}/callback" if environment is Environment.SANDBOX else ""


def _came_back(options: Options, connect: Connect, begun: SignInBegun) -> str:
    if begun.app.listens and not options.paste:
        complain("Waiting until the browser comes back here, at most ten minutes. Ctrl+C ends it.")
        return connect.listen(begun)
    return ask("Paste the whole address that the browser shows afterwards: ")
