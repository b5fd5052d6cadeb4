"""QuickBooks' other answers as it really sends them: settings, refusals in every envelope, batches and sign-in."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import requests

from answers import answer, rows, text
from misbehaving import Misbehaving, Reply
from purse import Purse
from untwin.domain.company.company import CompanyFacts, Environment
from untwin.domain.problems import Gone, OutsideProblem, Refused, SignInNeeded, Stale, Stumbled, Throttled
from untwin.quickbooks.client import Client
from untwin.quickbooks.credentials import AppKeys, Credential
from untwin.quickbooks.documents import facts_of, parse
from untwin.quickbooks.faults import faults_in, problem_of
from untwin.quickbooks.queries import Select, fetch
from untwin.quickbooks.token_endpoint import Granted, ask_token
from wires import wire

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
REALM = "9130000000000001"
TRUST = {"Id": "35", "Name": "Client trust", "FullyQualifiedName": "Other Current Liabilities:Client trust"}


def facts(**preferences: Any) -> CompanyFacts:
    """The facts of the recorded company, with changes to its settings."""
    [settings] = rows("preferences", "Preferences", **preferences)
    return facts_of(answer("company_info"), parse(settings), [TRUST], NOW)


def test_a_companys_settings_are_understood() -> None:
    assert facts() == CompanyFacts(
        name="Harlow & Pike LLP",
        country="US",
        home_currency="USD",
        closed_through=None,
        custom_numbers=False,
        warn_duplicate_journal=False,
        trust_accounts=("Client trust",),
        read_at=NOW,
        warn_duplicate_bill=False,
        warn_duplicate_check=True,
        multicurrency=False,
    )


@pytest.mark.parametrize(
    ("said", "understood"),
    [("true", True), ("false", False), ("True", True), (True, True), ("", None), (None, None), ("sometimes", None)],
)
def test_a_flag_is_on_off_or_not_known(said: object, understood: bool | None) -> None:
    other = {"NameValue": [{"Name": "WarnDuplicateJournalNumber", "Value": said}]}
    assert facts(OtherPrefs=other).warn_duplicate_journal is understood
    assert facts(SalesFormsPrefs={"CustomTxnNumbers": said}).custom_numbers is understood


@pytest.mark.parametrize("absent", [..., None, {}, {"NameValue": []}, {"NameValue": None}])
def test_absent_flags_are_not_known(absent: object) -> None:
    assert facts(OtherPrefs=absent).warn_duplicate_journal is None
    assert facts(SalesFormsPrefs=absent).custom_numbers is None


@pytest.mark.parametrize("said", ["2026-06-30", "2026-06-30-07:00", "2026-06-30T00:00:00-07:00"])
def test_the_closing_date_is_read_in_every_form(said: str) -> None:
    assert facts(AccountingInfoPrefs={"BookCloseDate": said}).closed_through == date(2026, 6, 30)


@pytest.mark.parametrize("said", ["06/30/2026", "June", 5, ["2026-06-30"]])
def test_books_whose_closing_date_cannot_be_read_are_not_taken_for_open(said: object) -> None:
    with pytest.raises(Stumbled, match="settings that can't be read"):
        facts(AccountingInfoPrefs={"BookCloseDate": said})


@pytest.mark.parametrize("changes", [{"OtherPrefs": {"NameValue": ["x"]}}, {"CurrencyPrefs": 5}])
def test_settings_of_another_shape_are_said_and_not_guessed(changes: dict[str, Any]) -> None:
    with pytest.raises(Stumbled, match="nothing was changed"):
        facts(**changes)


def test_settings_in_xml_are_no_answer_to_what_was_asked() -> None:
    """They hold the words Error and Message, and are neither an answer nor a refusal."""
    sent = text("preferences.xml")
    assert faults_in(sent) == ()
    assert type(problem_of(200, sent, {})) is Stumbled


REFUSALS: list[tuple[str, int, type[OutsideProblem], str, str]] = [
    ("fault_2010.json", 400, Refused, "2010", 'Unrecognized field "Colour"'),
    ("fault_500.json", 400, Refused, "500", "is not supported."),
    ("fault_6240.json", 400, Refused, "6240", "The name supplied already exists."),
    ("fault_3200_gateway.json", 401, SignInNeeded, "3200", "no longer accepts this connection"),
    ("fault_item_5010.json", 200, Stale, "5010", "Ruth Abbott finished before you did"),
    ("fault_item_610.json", 200, Gone, "610", "has been made inactive"),
    ("fault_10000.xml", 500, Stumbled, "10000", "QuickBooks had an error of its own (10000)"),
    ("fault_4001.xml", 400, Refused, "4001", "value 0 is too small"),
    ("fault_3001.xml", 429, Throttled, "3001", "asked Untwin to slow down"),
    ("fault_2050_2080.xml", 400, Refused, "2050", "Length of the field exceeds 21 chars"),
]


@pytest.mark.parametrize("mark", ["", "\n\n", "\ufeff"])
@pytest.mark.parametrize(("name", "status", "kind", "code", "words"), REFUSALS)
def test_a_refusal_is_understood(
    name: str, status: int, kind: type[OutsideProblem], code: str, words: str, mark: str
) -> None:
    sent = mark + text(name)
    assert faults_in(sent)[0].code == code
    problem = problem_of(status, sent, {})
    assert type(problem) is kind
    assert words in problem.sentence


def test_both_errors_of_one_fault_are_read() -> None:
    assert [(f.code, f.message) for f in faults_in(text("fault_2050_2080.xml"))] == [
        ("2050", "Length exceeds limit"),
        ("2080", "Illegal number format"),
    ]


@pytest.mark.parametrize(
    ("left_out", "kind"), [((), Gone), (("bid2",), Stale), (("bid2", "bid3"), None)], ids=["610", "5010", "none"]
)
def test_a_batch_answers_each_query_or_says_why_not(
    session: requests.Session, left_out: tuple[str, ...], kind: type[OutsideProblem] | None
) -> None:
    """HTTP says 200 although two of the items failed."""
    items = [i for i in answer("batch_mixed")["BatchItemResponse"] if i["bId"] not in ("bid1", *left_out)]
    body = {"BatchItemResponse": [item | {"bId": str(n)} for n, item in enumerate(items)], "time": NOW.isoformat()}
    selects = [Select("SalesReceipt")] * len(items)
    with Misbehaving(*[Reply(body=json.dumps(body))] * 2) as server:
        client = Client(base=server.base, realm=REALM, bearer=Purse(), wire=wire(session))
        if kind is None:
            [found] = fetch(client, selects).rows
            assert [parse(raw)["DocNumber"] for raw in found.raw] == ["5008", "5003"]
        else:
            with pytest.raises(kind):
                fetch(client, selects)


def test_the_token_endpoints_times_are_understood(session: requests.Session) -> None:
    with Misbehaving(Reply(body=text("token.json"))) as server:
        credential = Credential(Environment.SAMPLE, REALM, base=server.base)
        granted = ask_token(session, credential, AppKeys("id", "secret"), {"grant_type": "refresh_token"})
    renewed = granted.renewing(credential, NOW)
    assert (granted.access_token, granted.lasts) == ("access-of-nobody", timedelta(hours=1))
    assert (renewed.refresh_token, renewed.refresh_until) == ("refresh-of-nobody", NOW + timedelta(days=101))


@pytest.mark.parametrize("said", [None, "", "soon", 0, -1, 1e12, "NaN", [], True])
def test_a_time_that_can_be_none_loses_no_token(said: object) -> None:
    granted = Granted("access-of-nobody", "refresh-of-nobody", said, said)
    assert granted.lasts in (timedelta(hours=1), timedelta(seconds=1))
    credential = granted.renewing(Credential(Environment.PRODUCTION, REALM), NOW)
    assert credential.refresh_token == "refresh-of-nobody"


def test_untwin_goes_to_the_addresses_that_intuit_publishes() -> None:
    published, real = answer("discovery"), Credential(Environment.PRODUCTION, REALM)
    assert real.authorize_address == published["authorization_endpoint"]
    assert real.token_address == published["token_endpoint"]
    assert real.revoke_address == published["revocation_endpoint"]
    # The keys travel in a header, as Intuit takes them.
    assert "client_secret_basic" in published["token_endpoint_auth_methods_supported"]
    assert published["response_types_supported"] == ["code"]
