"""The connected companies: kept, renamed, forgotten; never a secret among them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import builders
from untwin.domain.company.company import CompanySettings
from untwin.domain.problems import BadInput
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.home import Home


@pytest.fixture
def companies(home: Home) -> StoredCompanies:
    return StoredCompanies(open_database(home.database))


def test_a_company_comes_back_as_it_was_given(companies: StoredCompanies) -> None:
    settings = CompanySettings(
        writes_on=True,
        trust_accounts=("IOLTA",),
        reported_through=date(2026, 9, 30),
        ask_above=Decimal("10000.00"),
    )
    company = replace(builders.COMPANY, settings=settings)
    companies.put(company)
    assert companies.get(company.realm) == company


def test_what_is_new_about_a_company_takes_the_place_of_the_old(companies: StoredCompanies) -> None:
    companies.put(builders.COMPANY)
    companies.put(replace(builders.COMPANY, name="Harlow LLP"))
    assert [c.name for c in companies.all()] == ["Harlow LLP"]


def test_companies_are_listed_by_name(companies: StoredCompanies) -> None:
    for realm, name in (("3", "Cole"), ("1", "Adams"), ("2", "Cole")):
        companies.put(replace(builders.COMPANY, realm=realm, name=name))
    assert [c.realm for c in companies.all()] == ["1", "2", "3"]


def test_a_company_that_is_not_connected_is_a_sentence(companies: StoredCompanies) -> None:
    with pytest.raises(BadInput, match="isn't connected"):
        companies.get("1")


def test_a_forgotten_company_is_gone_and_forgetting_it_again_is_harmless(companies: StoredCompanies) -> None:
    companies.put(builders.COMPANY)
    companies.remove(builders.REALM)
    companies.remove(builders.REALM)
    assert companies.all() == ()


def test_companies_survive_a_restart(home: Home) -> None:
    StoredCompanies(open_database(home.database)).put(builders.COMPANY)
    assert StoredCompanies(open_database(home.database)).all() == (builders.COMPANY,)
