"""The address that the browser comes back to, as people paste it; and every other address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.problems import BadInput, Problem, SignInNeeded
from untwin.quickbooks.redirects import Returned, read_redirected

OWN, LOCAL = "https://firm.example/untwin", "http://localhost:8765/callback"
QUERY = "code=AB%2F1&state=s1&realmId=9130000000000001"
FOUND = Returned("9130000000000001", "AB/1")


@pytest.mark.parametrize(
    "pasted",
    [
        f"{OWN}?{QUERY}",
        f"  {OWN}?{QUERY}\r\n",
        f'"{OWN}?{QUERY}"',
        f"<{OWN}?{QUERY}>",
        f"“{OWN}?{QUERY}”",
        f"{OWN}?code=AB%2F1&sta\r\nte=s1&realmId=91300\n00000000001",
        f"{OWN}?{QUERY}#",
        f"{OWN}?{QUERY}#_=_",
        f"HTTPS://FIRM.example:443/untwin?{QUERY}",
        f"firm.example/untwin?{QUERY}",
        f"?{QUERY}",
        QUERY,
        f"{OWN}?realmId=9130000000000001&state=s1&other=&code=AB%2F1",
    ],
)
def test_a_pasted_address_is_read_as_people_paste_it(pasted: str) -> None:
    assert read_redirected(pasted, OWN, "s1") == FOUND


def test_the_listeners_own_address_is_read() -> None:
    assert read_redirected(f"{LOCAL}?{QUERY}", LOCAL, "s1") == FOUND
    assert read_redirected(f"localhost:8765/callback?{QUERY}", LOCAL, "s1") == FOUND


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "hello",
        OWN,
        "https://appcenter.intuit.com/connect/oauth2?client_id=i&state=s1",
        f"http://firm.example/untwin?{QUERY}",
        f"https://firm.example.evil.example/untwin?{QUERY}",
        f"https://firm.example@evil.example/untwin?{QUERY}",
        f"https://evil.example\\@firm.example/untwin?{QUERY}",
        f"https://firm.example:8443/untwin?{QUERY}",
        f"https://firm.example/untwin/?{QUERY}",
        f"https://firm.example/UNTWIN?{QUERY}",
        f"https://[firm.example/untwin?{QUERY}",
        f"https://firm.example:port/untwin?{QUERY}",
        f"{OWN}?code=AB&state=s1&realmId=",
        f"{OWN}?code=AB&state=s1&realmId=12x",
        f"{OWN}?code=AB&state=s1&realmId=1&realmId=2",
        f"{OWN}?code=&state=s1&realmId=1",
        f"{OWN}?code=A%00B&state=s1&realmId=1",
        f"{OWN}?code=A&code=B&state=s1&realmId=1",
        f"{OWN}?state=s1",
        f"{OWN}?{QUERY}&x={'y' * 9000}",
    ],
)
def test_anything_else_is_no_such_address_and_is_not_repeated(pasted: str) -> None:
    with pytest.raises(BadInput, match="not the address that QuickBooks' sign-in led to") as told:
        read_redirected(pasted, OWN, "s1")
    assert "AB" not in str(told.value)
    assert told.value.remedy.endswith(f"it begins with {OWN}?")


@pytest.mark.parametrize("state", ["s2", "", "S1", "s1&state=s1", "%C3%A9"])
def test_an_address_of_another_sign_in_is_said(state: str) -> None:
    with pytest.raises(BadInput, match="belongs to another sign-in"):
        read_redirected(f"{OWN}?code=AB&state={state}&realmId=1", OWN, "s1")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("access_denied", "refused on QuickBooks' page"),
        ("invalid_scope", "QuickBooks ended the sign-in (invalid_scope)"),
        ("<script>", "QuickBooks ended the sign-in;"),
        ("", "QuickBooks ended the sign-in;"),
    ],
)
def test_a_refusal_is_a_plain_sentence(error: str, words: str) -> None:
    with pytest.raises(SignInNeeded) as told:
        read_redirected(f"{OWN}?error={error}&state=s1", OWN, "s1")
    assert words in told.value.sentence
    assert "<" not in str(told.value)


def test_a_refusal_of_another_sign_in_is_none_of_this_ones() -> None:
    with pytest.raises(BadInput):
        read_redirected(f"{OWN}?error=access_denied&state=s2", OWN, "s1")


@given(st.text(max_size=300))
def test_no_text_at_all_does_more_than_a_problem(text: str) -> None:
    with pytest.raises(Problem):
        read_redirected(text, OWN, "s1")


def test_what_came_back_shows_no_code() -> None:
    assert "AB/1" not in repr(FOUND)
