"""The scenes about companies: a firm's own window with a sign-in that stands still, so that each step can be seen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from studio.studio import Kept, Studio, standing
from untwin.app.desk import build_desk
from untwin.domain.company.company import Company, CompanyFacts, Environment, SourceBinding
from untwin.domain.problems import KeyringProblem, SignInNeeded
from untwin.jobs import LaneJobs
from untwin.ports.machine import Patience
from untwin.ports.sign_in import AppOnFile, Arrived, ConnectionState, IntuitApp, SampleAddress, SignInBegun
from untwin.store.home import open_home
from untwin.ui.companies.connect_sheet import ConnectSheet
from untwin.ui.companies.forget_sheet import ForgetSheet
from untwin.ui.companies.numbers_sheet import NumbersSheet
from untwin.ui.companies.policy_sheet import PolicySheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow
from untwin.vault.vaults import MemoryVault

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX
_OWN_PAGE = "https://www.weber-bookkeeping.com/untwin"
_COMES_BACK = f"{_OWN_PAGE}?code=XAB11&state=made-up&realmId=1"


def _company(realm: str, name: str, environment: Environment, country: str, *sources: str) -> Company:
    now = datetime.now(UTC)
    facts = CompanyFacts(name, country, "USD", date(2026, 6, 30), country != "FR", None, (), now)
    bound = tuple(SourceBinding(source, "", "https://example.com/retry") for source in sources)
    return Company(realm, name, environment, sources=bound, facts=facts, connected_at=now)


COMPANIES = (
    _company("1", "Harlow & Pike LLP", PRODUCTION, "US", "clio"),
    _company("2", "Bright Dental Group of Sacramento, Inc.", PRODUCTION, "US", "hubspot"),
    _company("3", "Atelier Moreau SARL", PRODUCTION, "FR"),
    _company("4", "Cole Trust Ltd", PRODUCTION, "GB", "clio", "hubspot"),
    _company("5", "Sandbox Company_US_1", SANDBOX, "US"),
)


@dataclass
class StillSignIn:
    """Honours the port `SignIn`: every company arrives in its turn, nobody's browser ever comes back."""

    patience: Patience
    apps: dict[Environment, AppOnFile] = field(default_factory=dict)
    left: list[Company] = field(default_factory=lambda: list(COMPANIES))

    def app(self, environment: Environment) -> AppOnFile | None:
        """What is on file."""
        return self.apps.get(environment)

    def keep_app(self, app: IntuitApp) -> AppOnFile:
        """Keeps what may be shown."""
        return self.apps.setdefault(app.environment, AppOnFile(app.environment, app.client_id, app.redirect))

    def forget_app(self, environment: Environment) -> None:
        """Forgets it."""
        self.apps.pop(environment, None)

    def begin(self, environment: Environment) -> SignInBegun:
        """A page that nobody opens."""
        return SignInBegun(
            self.apps[environment], "https://appcenter.intuit.com/connect/oauth2?state=made-up", "made-up"
        )

    def listen(self, _begun: SignInBegun) -> str:
        """Waits until it is given up."""
        self.patience.pause(600)
        return ""

    def arrive(self, begun: SignInBegun, _redirected: str) -> Arrived:
        """The next company."""
        return Arrived(replace(self.left.pop(0), environment=begun.app.environment), None)

    def keep(self, arrived: Arrived) -> Company:
        """Keeps nothing."""
        return arrived.company

    def turn_away(self, _arrived: Arrived) -> str:
        """There is nothing to give back."""
        return ""

    def connect_sample(self, _address: SampleAddress) -> tuple[Company, ...]:
        """There are no samples here."""
        return ()

    def state(self, realm: str) -> ConnectionState:
        """One lasts, one ends soon, one is refused, one can't be read."""
        if realm == "3":
            raise SignInNeeded("This connection has expired or was revoked; nothing was changed.", "Connect it again.")
        if realm == "4":
            raise KeyringProblem("The keyring is locked.", "Unlock it, then open Companies again.")
        now = datetime.now(UTC)
        return ConnectionState(
            PRODUCTION, now + timedelta(days=9.5 if realm == "2" else 97.5), now + timedelta(days=1800)
        )

    def forget(self, _realm: str) -> str:
        """What is said where QuickBooks can't be reached."""
        return (
            "The connection could not be revoked at QuickBooks: it can't be reached. To end it there, sign in to "
            "QuickBooks, open Settings > Apps and disconnect your Intuit app."
        )


@contextmanager
def firm_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window of a firm that has connected nothing yet."""
    kept, jobs = Kept(), LaneJobs()
    built = build_desk(open_home(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "firm"), MemoryVault(), jobs.patience)
    connect = replace(built.connect, sign_in=StillSignIn(jobs.patience))
    window = build_window(replace(built, connect=connect), jobs, Opening(), kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def tell_firm_story(studio: Studio) -> None:
    """From no company to five, and one less."""
    studio.shoot("20-no-company")
    studio.run("manage_companies")
    studio.shoot("21-companies-empty")
    studio.run("confirm")
    _keys(studio)
    _first_company(studio)
    for _ in range(4):
        _next_company(studio)
    studio.shoot("27-connected-several")
    studio.run("cancel")
    studio.rest()
    _companies(studio)
    _policy(studio)
    _numbers(studio)
    _connect_again(studio)
    _forget(studio)


def _sheet(studio: Studio) -> ConnectSheet:
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, ConnectSheet):
        raise TypeError("the connect sheet isn't open")
    return sheet


def _keys(studio: Studio) -> None:
    keys = _sheet(studio).keys
    studio.until(lambda: not keys.reading, "the keyring")
    studio.shoot("22-connect-keys")
    keys.choose(SANDBOX)
    keys.environment_chosen.emit()
    studio.until(lambda: not keys.reading, "the keyring")
    keys.client_id.setText("ABq1r8sandboxPz77")
    keys.secret.setText("not shown")
    studio.shoot("22-connect-keys-sandbox")
    studio.run("confirm")
    studio.until(lambda: bool(studio.kept.opened), "the page")
    studio.shoot("23-connect-waiting")
    studio.run("cancel")
    keys.choose(PRODUCTION)
    keys.environment_chosen.emit()
    studio.until(lambda: not keys.reading, "the keyring")


def _first_company(studio: Studio) -> None:
    sheet = _sheet(studio)
    sheet.keys.client_id.setText("ABtJ93productionQ4xx")
    sheet.keys.secret.setText("not shown")
    sheet.keys.redirect.setText("https://www.weber-bookkeeping.com/untwin")
    studio.run("confirm")
    studio.shoot("24-connect-paste")
    studio.run("confirm")
    studio.shoot("24-connect-paste-missing")
    sheet.back.pasted.setText(_COMES_BACK)
    studio.shoot("24-connect-pasted")
    studio.run("confirm")
    studio.shoot("25-connect-arrived")
    studio.run("confirm")
    studio.shoot("26-connected")


def _next_company(studio: Studio) -> None:
    studio.run("confirm")
    _sheet(studio).back.pasted.setText(_COMES_BACK)
    studio.run("confirm")
    studio.run("confirm")


def _companies(studio: Studio) -> None:
    studio.shoot("30-companies")
    for step in ("mark_company", "next_company", "next_company", "mark_company"):
        studio.run(step)
    studio.shoot("31-companies-marked")
    studio.run("mark_all")
    studio.run("allow_changes")
    studio.shoot("32-allow")
    studio.run("confirm")
    studio.rest(0.3)
    studio.shoot("33-companies-allowed")
    studio.run("mark_all")


def _policy(studio: Studio) -> None:
    studio.run("company_policy")
    sheet = studio.window.ground.sheet
    if isinstance(sheet, PolicySheet):
        studio.shoot("33-policy")
        sheet.fields["total"].setText("-5")
        sheet.fields["day"].setText("30 September")
        studio.run("confirm")
        studio.shoot("33-policy-wrong")
    studio.run("cancel")
    studio.rest()


def _numbers(studio: Studio) -> None:
    studio.run("company_numbers")
    sheet = studio.window.ground.sheet
    if isinstance(sheet, NumbersSheet):
        studio.shoot("33-numbers")
        sheet.order.setText("suffix, best")
        sheet.affixes["Invoice"].setText("77")
        sheet.ranges.setPlainText("clio 1235..2000\nhubspot")
        studio.run("confirm")
        studio.shoot("33-numbers-wrong")
    studio.run("cancel")
    studio.rest()


def _connect_again(studio: Studio) -> None:
    studio.run("connect_again")
    studio.shoot("34-connect-on-file")
    studio.run("cancel")
    studio.rest()


def _forget(studio: Studio) -> None:
    studio.run("forget_company")
    sheet = studio.window.ground.sheet
    studio.shoot("35-forget")
    if isinstance(sheet, ForgetSheet):
        sheet.name.setText("Harlow")
        studio.run("confirm")
        studio.shoot("36-forget-wrong")
        sheet.name.setText(sheet.company.name)
        studio.run("confirm")
        studio.shoot("37-forget-not-revoked")
    studio.run("cancel")
    studio.run("cancel")
    studio.rest()
    studio.shoot("38-inbox-with-companies")
