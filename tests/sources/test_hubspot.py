"""HubSpot by its API: the contact that is the customer, lines where they may be read, limits, the sample's server."""

from decimal import Decimal

import pytest
import requests

from accounts_stage import accounts_with
from conftest import Serve
from hubspot_answers import contact, hubspot, invoice, line_item, links, results, whole
from misbehaving import Misbehaving, Reply
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import BadInput, SignInNeeded, Throttled, Unreachable
from untwin.domain.sources.incoming import IncomingState, SourceLine
from untwin.jobs import Patient
from untwin.ports.sign_in import SampleAddress
from untwin.sources.hubspot_account import account_of
from untwin.sources.wire import Line
from untwin.vault.vaults import MemoryVault

DETAILS = Reply(body='{"portalId": 777, "uiDomain": "app-eu1.hubspot.com"}')


def line(session: requests.Session) -> Line:
    return Line("HubSpot", session, Patient(), 10)


@pytest.mark.parametrize(
    ("person", "customer"),
    [
        ({}, "Ruth Abbott"),
        ({"company": "Abbott & Sons"}, "Abbott & Sons"),
        ({"firstname": None, "lastname": ""}, "ruth@abbott.example"),
        ({"firstname": "", "lastname": "Abbott"}, "Abbott"),
    ],
)
def test_the_customer_is_the_one_contact_with_its_address(
    session: requests.Session, person: dict[str, str | None], customer: str
) -> None:
    with Misbehaving(*whole([invoice()], **person)) as server:
        answer = hubspot(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert (answer.incoming.customer, answer.incoming.customer_email) == (customer, "ruth@abbott.example")
    assert {record.customer for record in answer.records} == {customer}


@pytest.mark.parametrize(("contacts", "said"), [((), "no contact"), (("88", "89"), "2 contacts")])
def test_without_one_contact_the_customer_is_not_known_and_the_list_is_not_complete(
    session: requests.Session, contacts: tuple[str, ...], said: str
) -> None:
    with Misbehaving(results(invoice()), links(*contacts)) as server:
        answer = hubspot(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert (answer.incoming.customer, answer.complete) == (None, False)
    assert said in answer.problem


def test_lines_are_told_where_they_may_be_read(session: requests.Session) -> None:
    with Misbehaving(*whole([invoice()])) as server:
        answer = hubspot(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert answer.incoming.lines == (SourceLine("Retainer", Decimal("1240.10")),)


def test_lines_that_may_not_be_read_keep_nothing_else_back(session: requests.Session) -> None:
    answers = list(whole([invoice()]))
    answers[3:5] = [Reply(403, '{"category": "MISSING_SCOPES"}')]
    with Misbehaving(*answers) as server:
        answer = hubspot(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert (answer.incoming.lines, answer.complete) == ((), True)


def test_another_customers_invoice_with_the_number_is_listed_without_a_name(session: requests.Session) -> None:
    numbered = [invoice("900", hs_invoice_status="voided"), invoice()]
    answers = list(whole(numbered))
    answers[5:7] = [links("901"), results(invoice())]
    with Misbehaving(*answers) as server:
        answer = hubspot(server.base, session).ask("5501")
    assert {(record.id, record.customer) for record in answer.records} == {("901", "Ruth Abbott"), ("900", None)}


def test_an_object_that_is_missing_makes_no_list(session: requests.Session) -> None:
    answers = list(whole([invoice()], invoice("902", hs_number="77")))
    answers[-2] = results(invoice())
    with Misbehaving(*answers) as server, pytest.raises(Unreachable, match="can't be read"):
        hubspot(server.base, session).ask("5501")


def test_pages_are_read_to_their_end(session: requests.Session) -> None:
    answers = list(whole([invoice()], invoice("902", hs_number="77")))
    answers[5:6] = [links("901", after="1"), links("902")]
    with Misbehaving(*answers) as server:
        answer = hubspot(server.base, session).ask("5501")
        assert any("after=1" in heard.path for heard in server.heard())
    assert {record.id for record in answer.records} == {"901", "902"}
    assert answer.complete


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("draft", IncomingState.DRAFT),
        ("open", IncomingState.WAITING),
        ("paid", IncomingState.WAITING),
        ("voided", IncomingState.VOIDED),
        ("something new", IncomingState.UNKNOWN),
        (None, IncomingState.UNKNOWN),
    ],
)
def test_an_invoices_state_is_told(session: requests.Session, status: str | None, state: IncomingState) -> None:
    with Misbehaving(*whole([invoice(hs_invoice_status=status)])) as server:
        incoming = hubspot(server.base, session).ask("5501").incoming
    assert incoming is not None
    assert incoming.state is state


@pytest.mark.parametrize("billed", ["NaN", "Infinity", "twelve", "", None])
def test_what_is_no_amount_is_unknown(session: requests.Session, billed: str | None) -> None:
    with Misbehaving(*whole([invoice(hs_amount_billed=billed)])) as server:
        incoming = hubspot(server.base, session).ask("5501").incoming
    assert incoming is not None
    assert (incoming.total, incoming.complete) == (None, False)


def test_the_limit_of_ten_seconds_is_a_short_rest(session: requests.Session) -> None:
    limited = Reply(429, '{"policyName": "TEN_SECONDLY_ROLLING", "errorType": "RATE_LIMIT"}')
    with Misbehaving(limited) as server, pytest.raises(Throttled) as slow:
        hubspot(server.base, session).ask("5501")
    assert slow.value.wait_seconds == 10


def test_where_many_are_asked_about_the_list_is_read_once(session: requests.Session) -> None:
    answers = (
        results(invoice(), after="1"),
        results(invoice("902", hs_number="77")),
        links("88"),
        results(contact()),
        links("7"),
        results(line_item()),
        links("901", "902"),
        results(),
    )
    with Misbehaving(*answers) as server:
        reader = hubspot(server.base, session)
        reader.expect(50)
        answer = reader.ask("5501")
        assert not any(heard.path.endswith("/search") for heard in server.heard())
    assert {record.id for record in answer.records} == {"901", "902"}
    assert answer.complete


# --- the account ------------------------------------------------------------------------------------------------


def test_a_token_opens_its_account_and_its_screens_are_known(session: requests.Session) -> None:
    with Misbehaving(DETAILS, results(), results()) as server:
        account = account_of("  pat-eu1-worthless\n", line(session), server.base)
    assert (account.name, account.binding.account) == ("HubSpot account 777", "777")
    assert account.binding.retry_page == "https://app-eu1.hubspot.com/integrations-settings/777/installed"
    assert account.binding.record_page == "https://app-eu1.hubspot.com/contacts/777/record/0-53/{id}"
    assert "pat-eu1" not in repr(account)


@pytest.mark.parametrize("told", ["evil.example", "app.hubspot.com.evil.example", "evil.example/app.hubspot.com", ""])
def test_screens_are_hubspots_own_whatever_is_told(session: requests.Session, told: str) -> None:
    details = Reply(body=f'{{"portalId": 777, "uiDomain": "{told}"}}')
    with Misbehaving(details, results(), results()) as server:
        account = account_of("pat-eu1-worthless", line(session), server.base)
    assert account.binding.retry_page.startswith("https://app.hubspot.com/")


@pytest.mark.parametrize("refused", [1, 2])
def test_a_token_without_its_scopes_is_told_which_it_needs(session: requests.Session, refused: int) -> None:
    answers = [DETAILS, results(), results()]
    answers[refused] = Reply(403, '{"category": "MISSING_SCOPES"}')
    with Misbehaving(*answers) as server, pytest.raises(SignInNeeded, match=r"crm\.objects\.contacts\.read"):
        account_of("pat-eu1-worthless", line(session), server.base)


@pytest.mark.parametrize("token", ["", "short", "two words here", "pat-\x00-worthless", "p" * 400])
def test_what_can_be_no_token_is_not_sent(session: requests.Session, token: str) -> None:
    with Misbehaving(DETAILS) as server:
        with pytest.raises(BadInput):
            account_of(token, line(session), server.base)
        assert server.heard() == []


def test_a_refused_token_is_a_sentence(session: requests.Session) -> None:
    with Misbehaving(Reply(401, "{}")) as server, pytest.raises(SignInNeeded, match="no longer accepts"):
        account_of("pat-eu1-worthless", line(session), server.base)


# --- the sample's server ----------------------------------------------------------------------------------------


def test_the_sample_firms_invoices_are_known_alone_and_together(serve: Serve, session: requests.Session) -> None:
    caller = serve("--firms", "2", "--hubspot-limit", "100000")
    realm = caller.greeting["quickbooks"]["companies"][1]["realm_id"]
    accounts = accounts_with(MemoryVault(), session)
    [account] = accounts.of_sample(SampleAddress(caller.base))[realm]
    accounts.keep(realm, account)
    company = Company(realm, "Tidewater Studio", Environment.SAMPLE, sources=(account.binding,))
    alone, together = accounts.open(company, "hubspot"), accounts.open(company, "hubspot")
    assert alone is not None
    assert together is not None
    together.expect(50)
    rows = caller.session.get(f"{account.binding.base}/sample/sync", timeout=10).json()
    for row in rows[:6]:
        answer = alone.ask(row["number"])
        assert answer.incoming is not None, answer.problem
        assert answer.incoming.total == Decimal(str(row["total"]))
        assert answer.incoming.customer == row["customer"]
        assert str(answer.incoming.date) == row["date"]
        assert answer == together.ask(row["number"])
    assert accounts.test(realm, account.binding) == "HubSpot answers, and lets Untwin read its list."
