"""The sign-in: page, codes, rotating tokens, revocation and discovery."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from lxml import html

from sample.caller import Caller


def test_the_page_is_a_form_that_a_person_can_read_and_press(shared: Caller) -> None:
    answer = shared.session.get(f"{shared.base}/connect/oauth2", params=shared.asked(), timeout=10)
    page: Any = html.fromstring(answer.text)
    form = page.forms[0]
    assert "sample" in page.findtext(".//h1")
    assert form.method == "POST"
    assert page.xpath("string(//form//label)").strip() == "Harlow & Pike LLP"
    assert form.xpath("string(.//button)") == "Connect"
    assert dict(form.form_values())["state"] == "s1"


def test_connecting_sends_back_a_code_the_state_and_the_company(shared: Caller) -> None:
    answer = shared.consent(state="a&b")
    assert answer.status_code == 302
    back = urlsplit(answer.headers["Location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == "http://127.0.0.1:8765/callback"
    sent = parse_qs(back.query)
    assert (sent["state"], sent["realmId"]) == (["a&b"], [shared.realm])
    assert sent["code"]


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "wrong"},
        {"scope": ""},
        {"scope": "openid"},
        {"response_type": "token"},
        {"redirect_uri": "http://example.com/callback"},
        {"redirect_uri": "javascript:alert(1)"},
        {"redirect_uri": "http://127.0.0.1.example.com/"},
    ],
)
def test_a_wrong_request_is_an_error_page_and_never_a_redirect(shared: Caller, changes: dict[str, str]) -> None:
    page = shared.session.get(f"{shared.base}/connect/oauth2", params=shared.asked(**changes), timeout=10)
    pressed = shared.consent(**changes)
    for answer in (page, pressed):
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text


def test_an_unknown_company_cannot_be_connected(shared: Caller) -> None:
    assert shared.consent(realm_id="1").status_code == 400


def test_what_the_page_repeats_is_escaped(shared: Caller) -> None:
    asked = shared.asked(state='"><script>')
    answer = shared.session.get(f"{shared.base}/connect/oauth2", params=asked, timeout=10)
    assert "<script>" not in answer.text


def test_a_code_gives_tokens_once_and_only_for_its_own_address(shared: Caller) -> None:
    tokens = shared.sign_in()
    assert set(tokens) == {
        "token_type",
        "access_token",
        "refresh_token",
        "expires_in",
        "x_refresh_token_expires_in",
    }
    assert (tokens["token_type"], tokens["expires_in"]) == ("bearer", 3600)
    code = parse_qs(urlsplit(shared.consent().headers["Location"]).query)["code"][0]
    elsewhere = shared.tokens(grant_type="authorization_code", code=code, redirect_uri="http://127.0.0.1:1/x")
    assert (elsewhere.status_code, elsewhere.json()) == (400, {"error": "invalid_grant"})
    again = shared.tokens(grant_type="authorization_code", code=code, redirect_uri="http://127.0.0.1:8765/callback")
    assert again.json() == {"error": "invalid_grant"}


def test_a_refresh_token_is_worth_something_once(fresh: Caller) -> None:
    first = fresh.greeting["quickbooks"]["companies"][0]["refresh_token"]
    answer = fresh.tokens(grant_type="refresh_token", refresh_token=first).json()
    assert answer["refresh_token"] != first
    stale = fresh.tokens(grant_type="refresh_token", refresh_token=first)
    assert (stale.status_code, stale.json()) == (400, {"error": "invalid_grant"})
    fresh.token = answer["access_token"]
    assert fresh.call("GET", "preferences").status_code == 200


def test_a_wrong_client_secret_is_refused(shared: Caller) -> None:
    answer = shared.session.post(
        f"{shared.base}/oauth2/v1/tokens/bearer",
        data={"grant_type": "refresh_token", "refresh_token": "x"},
        auth=(shared.client[0], "wrong"),
        timeout=10,
    )
    assert (answer.status_code, answer.json()) == (401, {"error": "invalid_client"})


def test_revoking_ends_the_connection(shared: Caller) -> None:
    tokens = shared.sign_in()
    assert shared.call("GET", "preferences").status_code == 200
    revoke = f"{shared.base}/v2/oauth2/tokens/revoke"
    gone = shared.session.post(revoke, json={"token": tokens["refresh_token"]}, auth=shared.client, timeout=10)
    assert gone.status_code == 200
    assert shared.call("GET", "preferences").status_code == 401
    again = shared.tokens(grant_type="refresh_token", refresh_token=tokens["refresh_token"])
    assert again.json() == {"error": "invalid_grant"}
    shared.token = ""


def test_tokens_can_be_made_to_expire_and_connections_to_end(fresh: Caller) -> None:
    tokens = fresh.sign_in()
    assert fresh.session.post(f"{fresh.base}/sample/expire-tokens", timeout=10).status_code == 204
    assert fresh.call("GET", "preferences").status_code == 401
    renewed = fresh.tokens(grant_type="refresh_token", refresh_token=tokens["refresh_token"]).json()
    fresh.token = renewed["access_token"]
    assert fresh.call("GET", "preferences").status_code == 200
    assert fresh.session.post(f"{fresh.base}/sample/revoke-tokens", timeout=10).status_code == 204
    assert fresh.call("GET", "preferences").status_code == 401
    refused = fresh.tokens(grant_type="refresh_token", refresh_token=renewed["refresh_token"])
    assert refused.json() == {"error": "invalid_grant"}
    assert fresh.retry("1250") == "Synced"


@pytest.mark.parametrize("name", ["openid_configuration", "openid_sandbox_configuration"])
@pytest.mark.parametrize("slash", ["", "/"])
def test_discovery_leads_to_this_server(shared: Caller, name: str, slash: str) -> None:
    answer = shared.session.get(f"{shared.base}/.well-known/{name}{slash}", allow_redirects=False, timeout=10)
    found = answer.json()
    assert found["authorization_endpoint"] == f"{shared.base}/connect/oauth2"
    assert found["token_endpoint"] == f"{shared.base}/oauth2/v1/tokens/bearer"
    assert found["revocation_endpoint"] == f"{shared.base}/v2/oauth2/tokens/revoke"


def test_userinfo_names_the_person_behind_a_token(shared: Caller) -> None:
    shared.sign_in()
    url = f"{shared.base}/v1/openid_connect/userinfo"
    answer = shared.session.get(url, headers={"Authorization": f"Bearer {shared.token}"}, timeout=10).json()
    assert (answer["givenName"], answer["familyName"]) == ("Dana", "Whitfield")
    assert shared.session.get(url, timeout=10).status_code == 401


def test_who_signed_in_is_told_where_that_was_asked_for_and_can_be_checked(fresh: Caller) -> None:
    scope = "com.intuit.quickbooks.accounting openid profile email"
    code = re.findall(r"code=([^&]+)", fresh.consent(scope=scope).headers["Location"])[0]
    redirect = "http://127.0.0.1:8765/callback"
    answer = fresh.tokens(grant_type="authorization_code", code=code, redirect_uri=redirect).json()
    found = fresh.session.get(f"{fresh.base}/.well-known/openid_sandbox_configuration", timeout=10).json()
    keys = fresh.session.get(found["jwks_uri"], timeout=30).json()
    key = jwt.PyJWKSet.from_dict(keys)[jwt.get_unverified_header(answer["id_token"])["kid"]].key
    told = jwt.decode(answer["id_token"], key, algorithms=["RS256"], audience=fresh.client[0], issuer=found["issuer"])
    assert told["realmid"] == fresh.realm
    headers = {"Authorization": f"Bearer {answer['access_token']}"}
    info = fresh.session.get(found["userinfo_endpoint"], headers=headers, timeout=10).json()
    assert info["sub"] == told["sub"]
    head, body, signature = answer["id_token"].split(".")
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(f"{head}.{body}.AAAA{signature[4:]}", key, algorithms=["RS256"], audience=fresh.client[0])
    assert "id_token" not in fresh.sign_in()
