"""Sources are bound to companies: an account to one alone, kept whole or not at all, and told in the history."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import COMPANY, TEXT
from flows.conftest import Office
from flows.walk import looked_up, renumbered
from untwin.domain.cases.case import State
from untwin.domain.problems import BadInput, KeyringProblem, NotAllowed, SignInNeeded
from untwin.ports.sources import ClioApp, SourceAccount

TOKEN = "pat-eu1-worthless"
REALM = COMPANY.realm
OTHER = "4242"


def hubspot(office: Office) -> SourceAccount:
    return office.desk.bind_sources.hubspot(TOKEN)


def bound(office: Office, realm: str = REALM) -> list[str]:
    return [binding.source for binding in office.desk.companies.get(realm).sources]


def whats(office: Office) -> list[str]:
    return [row.what for row in office.desk.history.rows()]


def test_an_account_is_bound_once_a_person_has_kept_it(office: Office) -> None:
    account = hubspot(office)
    assert bound(office) == ["clio"]
    company = office.desk.bind_sources.keep(REALM, account, "Ann")
    assert [b.source for b in company.sources] == bound(office) == ["clio", "hubspot"]
    assert office.accounts.kept[REALM, "hubspot"] is account
    [row] = [r for r in office.desk.history.rows() if r.what == "source connected"]
    assert (row.who, row.company) == ("Ann", REALM)
    assert "HubSpot account 777" in row.detail
    assert TOKEN not in repr(row)


def test_an_account_connected_again_takes_its_own_place(office: Office) -> None:
    for _ in range(2):
        office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    assert bound(office) == ["clio", "hubspot"]
    assert "source connected again" in whats(office)


def test_an_account_belongs_to_one_company_alone(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, realm=OTHER, name="Doe LLP", sources=()))
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    with pytest.raises(NotAllowed, match=f"belongs to {COMPANY.name} already"):
        office.desk.bind_sources.keep(OTHER, hubspot(office), "Ann")
    assert bound(office, OTHER) == []
    # Another account of the same source is another company's own.
    office.accounts.portal = "778"
    office.desk.bind_sources.keep(OTHER, hubspot(office), "Ann")
    assert bound(office, OTHER) == ["hubspot"]
    # Once it is forgotten there, it may come here.
    office.desk.bind_sources.forget(REALM, "hubspot", "Ann")
    office.accounts.portal = "777"
    office.desk.bind_sources.keep(OTHER, hubspot(office), "Ann")


def test_a_webhook_is_its_address_whatever_it_is_called(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, realm=OTHER, name="Doe LLP", sources=()))
    bind, address = office.desk.bind_sources, "https://acme.example/retry"
    bind.keep(REALM, bind.webhook("Acme", address), "Ann")
    with pytest.raises(NotAllowed, match=f"belongs to {COMPANY.name} already"):
        bind.keep(OTHER, bind.webhook("Acme of Doe", address), "Ann")
    bind.keep(OTHER, bind.webhook("Acme", f"{address}/doe"), "Ann")
    assert bound(office, OTHER) == ["Acme"]


def test_a_name_in_other_letters_is_no_second_source(office: Office) -> None:
    """Asked for by its name, nobody could say which of the two is meant."""
    bind = office.desk.bind_sources
    bind.keep(REALM, bind.webhook("Acme", "https://acme.example/retry"), "Ann")
    with pytest.raises(BadInput, match="differs in capital letters alone"):
        bind.keep(REALM, bind.webhook("ACME", "https://acme.example/other"), "Ann")
    assert bound(office) == ["clio", "Acme"]


def test_that_another_account_takes_the_place_is_in_the_history(office: Office) -> None:
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    office.accounts.portal = "778"
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    [row] = [r for r in office.desk.history.rows() if r.what == "source connected again"]
    assert row.detail.endswith("HubSpot account 778, instead of account 777")


def test_what_was_judged_without_a_source_is_looked_up_again_with_it(office: Office) -> None:
    """“Clio has no record of it” doesn't say that HubSpot has none."""
    found = looked_up(office)
    assert found.evidence is not None
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    case = office.desk.cases.get(found.id)
    assert (case.state, case.evidence, case.judgement) == (State.NEW, None, None)
    assert case.note == "HubSpot was connected since: look it up again."
    again = office.desk.look_up(case.id)
    # The same account once more tells nothing new.
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    assert office.desk.cases.get(found.id) == again
    # Another company's source says nothing about this one's cases.
    office.desk.companies.put(replace(COMPANY, realm=OTHER, name="Doe LLP", sources=()))
    office.accounts.portal = "778"
    office.desk.bind_sources.keep(OTHER, hubspot(office), "Ann")
    assert office.desk.cases.get(found.id) == again


def test_a_case_that_is_decided_stays_so_when_a_source_is_connected(office: Office) -> None:
    done = renumbered(office).cases[0]
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    assert office.desk.cases.get(done.id) == done


def test_a_source_whose_secret_the_keyring_does_not_take_is_not_bound(office: Office) -> None:
    account = hubspot(office)
    office.accounts.problem = KeyringProblem("The keyring is locked.")
    with pytest.raises(KeyringProblem):
        office.desk.bind_sources.keep(REALM, account, "Ann")
    assert bound(office) == ["clio"]
    assert "source connected" not in whats(office)


def test_an_unknown_company_gets_nothing(office: Office) -> None:
    with pytest.raises(BadInput):
        office.desk.bind_sources.keep("404", hubspot(office), "Ann")
    assert office.accounts.kept == {}


def test_a_source_is_forgotten_by_its_name_in_any_case(office: Office) -> None:
    account = office.desk.bind_sources.webhook("Acme Billing", "https://acme.example/retry")
    office.desk.bind_sources.keep(REALM, account, "Ann")
    office.accounts.not_ended = "It could not be ended there."
    assert office.desk.bind_sources.forget(REALM, " acme billing ", "Ann") == "It could not be ended there."
    assert bound(office) == ["clio"]
    assert (REALM, "Acme Billing") not in office.accounts.kept
    [row] = [r for r in office.desk.history.rows() if r.what == "source forgotten"]
    assert "It could not be ended there." in row.detail
    with pytest.raises(BadInput, match="no source called"):
        office.desk.bind_sources.forget(REALM, "Acme Billing", "Ann")


def test_the_keys_of_a_clio_app_go_with_the_last_clio(office: Office) -> None:
    office.desk.bind_sources.keep_clio_app(ClioApp("eu", "clio-app-key", "clio-app-secret"))
    office.desk.companies.put(replace(COMPANY, realm=OTHER, name="Doe LLP"))
    office.desk.bind_sources.forget(REALM, "clio", "Ann")
    assert office.desk.bind_sources.clio_app("eu") is not None
    office.desk.bind_sources.forget(OTHER, "clio", "Ann")
    assert office.desk.bind_sources.clio_app("eu") is None


def test_a_company_that_is_forgotten_takes_its_sources_along(office: Office) -> None:
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    office.accounts.not_ended = "Clio could not be told."
    said = office.desk.connect.forget(REALM, "Ann")
    assert office.accounts.kept == {}
    assert "Clio could not be told." in said


def test_a_test_is_a_sentence_or_a_problem(office: Office) -> None:
    with pytest.raises(SignInNeeded):
        office.desk.bind_sources.test(REALM, "hubspot" if "hubspot" in bound(office) else "clio")
    office.desk.bind_sources.keep(REALM, hubspot(office), "Ann")
    assert office.desk.bind_sources.test(REALM, "HubSpot") == "HubSpot answers, and lets Untwin read its list."


def test_a_person_says_which_app_a_case_comes_from(office: Office) -> None:
    account = office.desk.bind_sources.webhook("Acme Billing", "https://acme.example/retry")
    office.desk.bind_sources.keep(REALM, account, "Ann")
    case = looked_up(office)
    named = office.desk.name_source(case.id, "acme billing", "Ann")
    assert (named.source, named.state, named.evidence, named.judgement) == ("Acme Billing", State.NEW, None, None)
    assert "source named" in whats(office)
    with pytest.raises(BadInput, match="no source called"):
        office.desk.name_source(case.id, "Xero", "Ann")


def test_once_a_number_was_changed_for_it_no_other_app_can_be_named(office: Office) -> None:
    carried = renumbered(office)
    with pytest.raises(NotAllowed):
        office.desk.name_source(carried.cases[0].id, "clio", "Ann")


def test_all_errors_of_a_folder_are_taken_in(office: Office, tmp_path: Path) -> None:
    for name, number in (("a.json", "1234"), ("b.txt", "1299"), (".hidden", "1300")):
        (tmp_path / name).write_text(TEXT.replace("1234", number))
    (tmp_path / "deeper").mkdir()
    assert [case.doc_number for case in office.desk.take_in.files([tmp_path]).new] == ["1234", "1299"]
