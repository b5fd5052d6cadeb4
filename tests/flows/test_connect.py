"""Connecting: nothing is kept before a yes, what was set stays, and every switch is written down."""

from dataclasses import replace

import pytest

from builders import COMPANY, REALM
from fakes_sign_in import FakeSignIn
from flows.conftest import Office
from untwin.domain.company.company import Company, CompanySettings, Environment, SourceBinding
from untwin.domain.problems import BadInput, KeyringProblem
from untwin.flows.companies.connect import Connect
from untwin.ports.sign_in import IntuitApp, SampleAddress
from untwin.ports.sources import SourceAccount

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX
KEYS = {
    PRODUCTION: IntuitApp(PRODUCTION, "production-id", "production-secret", "https://firm.example/untwin"),
    SANDBOX: IntuitApp(SANDBOX, "sandbox-id", "sandbox-secret", "http://localhost:8765/callback"),
}


@pytest.fixture
def sign_in(office: Office) -> FakeSignIn:
    """Two companies can be signed in to; one of the sample firms is connected already."""
    for realm in ("11", "12"):
        office.sign_in.companies[realm] = replace(COMPANY, realm=realm, name=f"Client {realm}")
    return office.sign_in


def connected(office: Office, realm: str, environment: Environment = PRODUCTION) -> Company:
    connect = office.desk.connect
    connect.keep_app(KEYS[environment])
    begun = connect.begin(environment)
    return connect.keep(connect.arrive(begun, office.sign_in.agree(begun, realm)), "Ann")


def notes(office: Office) -> list[tuple[str, str, str]]:
    return [(row.who, row.company, row.what) for row in office.desk.history.rows()]


def test_a_real_company_starts_read_only_and_is_written_down(office: Office, sign_in: FakeSignIn) -> None:
    company = connected(office, "11")
    assert office.desk.companies.get("11") == company
    assert (company.environment, company.settings.writes_on) == (PRODUCTION, False)
    assert notes(office) == [("Ann", "11", "connected")]
    assert office.desk.connect.state("11").environment is PRODUCTION


def test_nothing_is_kept_of_a_company_that_only_arrived(office: Office, sign_in: FakeSignIn) -> None:
    connect = office.desk.connect
    connect.keep_app(KEYS[SANDBOX])
    begun = connect.begin(SANDBOX)
    arrived = connect.arrive(begun, connect.listen(begun))
    assert connect.connected(arrived.company.realm) is None
    assert connect.turn_away(arrived) == ""
    assert (sign_in.kept, notes(office)) == ({}, [])
    assert [c.realm for c in office.desk.companies.all()] == [REALM]


def test_keys_are_on_file_for_their_environment_alone(office: Office, sign_in: FakeSignIn) -> None:
    connect = office.desk.connect
    connect.keep_app(KEYS[SANDBOX])
    assert connect.app(PRODUCTION) is None
    kept = connect.app(SANDBOX)
    assert kept is not None
    assert kept.client_id == "sandbox-id"


def test_connecting_again_keeps_what_was_set_and_the_sources(office: Office, sign_in: FakeSignIn) -> None:
    first = connected(office, "11")
    settings = CompanySettings(writes_on=True, trust_accounts=("IOLTA",), most_rows=5)
    sources = (SourceBinding("clio", "https://app.clio.com"),)
    office.desk.companies.put(replace(first, settings=settings, sources=sources, name="Old name"))
    again = connected(office, "11")
    assert (again.settings, again.sources, again.name) == (settings, sources, "Client 11")
    assert office.desk.companies.get("11") == again
    assert notes(office)[-1] == ("Ann", "11", "connected again")


def test_a_company_of_another_environment_is_a_new_one(office: Office, sign_in: FakeSignIn) -> None:
    first = connected(office, "11", SANDBOX)
    office.desk.companies.put(replace(first, settings=CompanySettings(writes_on=True)))
    assert not connected(office, "11", PRODUCTION).settings.writes_on


def test_where_the_keyring_takes_nothing_no_company_is_listed(office: Office, sign_in: FakeSignIn) -> None:
    sign_in.problem = KeyringProblem("The keyring is locked.")
    with pytest.raises(KeyringProblem):
        connected(office, "11")
    assert office.desk.connect.connected("11") is None
    sign_in.problem = None
    first = connected(office, "11")
    sign_in.problem = KeyringProblem("The keyring is locked.")
    with pytest.raises(KeyringProblem):
        connected(office, "11")
    # One that was connected stays so.
    assert office.desk.companies.get("11") == first


def test_changes_are_allowed_for_several_companies_in_one_review(office: Office, sign_in: FakeSignIn) -> None:
    for realm in ("11", "12"):
        connected(office, realm)
    allowed = office.desk.connect.allow(["11", "12", "11"], "Ann")
    assert [(c.realm, c.settings.writes_on) for c in allowed] == [("11", True), ("12", True)]
    assert notes(office)[-2:] == [("Ann", "11", "changes allowed"), ("Ann", "12", "changes allowed")]
    [forbidden] = office.desk.connect.forbid(["12"], "Bob")
    assert not forbidden.settings.writes_on
    assert office.desk.companies.get("11").settings.writes_on
    assert notes(office)[-1] == ("Bob", "12", "changes switched off")


def test_one_company_that_is_not_there_keeps_all_from_being_switched(office: Office, sign_in: FakeSignIn) -> None:
    connected(office, "11")
    with pytest.raises(BadInput):
        office.desk.connect.allow(["11", "99"], "Ann")
    assert not office.desk.companies.get("11").settings.writes_on


def test_the_apps_keys_stay_until_the_last_company_of_their_environment_is_forgotten(
    office: Office, sign_in: FakeSignIn
) -> None:
    connect = office.desk.connect
    for realm in ("11", "12"):
        connected(office, realm)
    connect.keep_app(KEYS[SANDBOX])
    assert connect.forget("11", "Ann") == ""
    assert connect.app(PRODUCTION) is not None
    connect.forget("12", "Ann")
    assert connect.app(PRODUCTION) is None
    assert connect.app(SANDBOX) is not None
    assert [what for _who, _realm, what in notes(office)] == ["connected", "connected", "forgotten", "forgotten"]


def test_forgetting_all_leaves_no_company_and_no_keys(office: Office, sign_in: FakeSignIn) -> None:
    connected(office, "11")
    connected(office, "12", SANDBOX)
    said = office.desk.connect.forget_all("Ann")
    assert (office.desk.companies.all(), sign_in.kept, sign_in.apps) == ((), {}, {})
    # The sample firm of this office was never signed in to.
    assert said == ("The connection could not be revoked: it isn't there.",)


def test_forgetting_all_takes_keys_along_that_no_company_ever_followed(office: Office, sign_in: FakeSignIn) -> None:
    office.desk.connect.keep_app(KEYS[PRODUCTION])
    office.desk.connect.forget_all("Ann")
    assert sign_in.apps == {}


def test_without_a_network_a_company_is_forgotten_and_what_is_left_to_do_is_said(
    office: Office, sign_in: FakeSignIn
) -> None:
    connected(office, "11")
    sign_in.reachable = False
    assert "could not be revoked" in office.desk.connect.forget("11", "Ann")
    assert office.desk.connect.connected("11") is None
    assert "could not be revoked" in office.desk.history.rows()[-1].detail


def test_a_keyring_that_fails_keeps_the_company_listed_so_that_it_can_be_forgotten_later(
    office: Office, sign_in: FakeSignIn
) -> None:
    connected(office, "11")
    sign_in.problem = KeyringProblem("The keyring is locked.")
    with pytest.raises(KeyringProblem):
        office.desk.connect.forget("11", "Ann")
    assert office.desk.connect.connected("11") is not None


def test_a_sample_firm_served_anew_keeps_its_settings_and_has_its_new_sources(office: Office) -> None:
    office.desk.connect.forbid([REALM], "Ann")
    sources = (SourceBinding("clio", "http://127.0.0.1:2", "http://127.0.0.1:2/nc/settings", 5),)
    office.sign_in.samples = (replace(COMPANY, sources=()),)
    office.accounts.samples = {REALM: tuple(SourceAccount("Clio", source) for source in sources)}
    [again] = office.desk.connect.sample(SampleAddress("http://127.0.0.1:2"))
    assert (again.settings.writes_on, again.sources) == (False, sources)


def test_the_flow_shows_no_secret(office: Office, sign_in: FakeSignIn) -> None:
    connected(office, "11")
    assert isinstance(office.desk.connect, Connect)
    assert "production-secret" not in repr((office.desk.connect, office.desk.history.rows()))
