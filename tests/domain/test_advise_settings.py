"""The settings advisor: on, off and unknown, one app, two that agree, two that ask for opposite things."""

from dataclasses import replace

import pytest

from builders import COMPANY, FACTS
from untwin.domain.company.advise_settings import Switch, advise_on_settings
from untwin.domain.company.company import Company, SourceBinding


def company(*sources: str) -> Company:
    return replace(COMPANY, sources=tuple(SourceBinding(source) for source in sources))


@pytest.mark.parametrize(("state", "words"), [(True, "on"), (False, "off"), (None, "not known")])
def test_every_setting_is_said_as_it_is(state: Switch, words: str) -> None:
    facts = replace(
        FACTS,
        custom_numbers=state,
        warn_duplicate_journal=state,
        warn_duplicate_bill=state,
        warn_duplicate_check=state,
    )
    told = advise_on_settings(company("clio"), facts)
    assert [setting.words for setting in told.settings] == [words] * 4
    assert len({setting.name for setting in told.settings}) == 4


@pytest.mark.parametrize(
    ("source", "state", "fits"),
    [("clio", True, True), ("clio", False, False), ("hubspot", True, False), ("hubspot", False, True)],
)
def test_clio_asks_for_them_on_and_hubspot_for_them_off(source: str, state: bool, fits: bool) -> None:
    told = advise_on_settings(company(source), replace(FACTS, custom_numbers=state))
    demand = told.demands[0]
    assert (demand.wants, demand.fits) == (source == "clio", fits)
    assert not told.clash
    assert ("leave it" in " ".join(told.advice)) is fits


@pytest.mark.parametrize("state", [True, False, None])
def test_a_company_fed_by_both_is_told_how_to_live_with_both(state: Switch) -> None:
    told = advise_on_settings(company("clio", "hubspot"), replace(FACTS, custom_numbers=state))
    said = " ".join(told.advice)
    assert told.clash
    assert "Clio needs the setting on, HubSpot asks for it off" in said
    assert "a prefix for HubSpot" in said
    assert "booked twice" in said
    assert "Untwin never changes a setting." in said


def test_each_apps_reason_and_what_it_asks_of_the_warnings_are_told() -> None:
    facts = replace(FACTS, custom_numbers=True, warn_duplicate_bill=False, warn_duplicate_journal=None)
    said = [demand.sentence for demand in advise_on_settings(company("clio", "hubspot"), facts).demands]
    assert said == [
        "Clio's help asks for Custom transaction numbers on, so that its bills keep their numbers; they are on.",
        "Clio's help asks for “Warn if duplicate bill number is used” on; it is off.",
        (
            "Clio's help asks for “Warn if duplicate journal number is used” off, where trust transactions are refused"
            " for their number; whether it is isn't known."
        ),
        (
            "HubSpot's help asks for Custom transaction numbers off, because invoices made in QuickBooks would go on"
            " with HubSpot's prefix; they are on."
        ),
    ]


def test_a_setting_has_the_name_that_quickbooks_gives_it() -> None:
    names = {setting.name for setting in advise_on_settings(company(), FACTS).settings}
    assert "Warn if duplicate journal number is used" in names


def test_nothing_known_is_never_said_to_fit() -> None:
    told = advise_on_settings(company("clio"), None)
    assert told.demands[0].fits is None
    assert all(setting.state is None for setting in told.settings)


def test_an_app_of_the_firms_own_and_none_at_all_ask_for_nothing() -> None:
    assert "asks for nothing" in advise_on_settings(company("shop"), FACTS).demands[0].sentence
    assert advise_on_settings(company(), FACTS).advice == ("No connected app asks for anything here.",)


def test_a_warning_that_is_not_as_an_app_asks_for_it_is_not_passed_over() -> None:
    off = replace(FACTS, custom_numbers=True, warn_duplicate_bill=False)
    said = advise_on_settings(company("clio"), off).advice
    assert said[0].endswith("leave it.")
    assert "“Warn if duplicate bill number is used” is off, and Clio's help asks for it on." in said[1]
    assert said[-1].endswith("Untwin never changes a setting.")
    on = advise_on_settings(company("clio"), replace(off, warn_duplicate_bill=True)).advice
    assert len(on) == 1
    both = advise_on_settings(company("clio", "hubspot"), off).advice
    assert [sentence for sentence in both if "never changes a setting" in sentence] == [both[-1]]
