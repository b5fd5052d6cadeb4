"""What a person types about the firm's Intuit app: what is taken, and what could never work is said at once."""

import pytest

from untwin.domain.company.company import Environment
from untwin.domain.problems import BadInput
from untwin.ports.sign_in import IntuitApp
from untwin.quickbooks.app_keys import checked, checked_redirect, on_file
from untwin.quickbooks.credentials import AppKeys

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX
OWN = "https://firm.example/untwin"
ID, SECRET = "ABqRs7yT0123456789", "wXyZ0123456789abcdef"


def test_blanks_around_a_copied_key_are_no_part_of_it() -> None:
    typed = IntuitApp(PRODUCTION, f" {ID}\n", f"\t{SECRET} ", f" {OWN} ")
    assert checked(typed) == AppKeys(ID, SECRET, OWN)


@pytest.mark.parametrize(
    "key", ["", "short", "two words here", "kéykéykéykéy", "k" * 201, "line\nline\nline", "nul\0nul\0nul"]
)
def test_what_can_be_no_key_is_refused_without_repeating_it(key: str) -> None:
    for app in (IntuitApp(PRODUCTION, key, SECRET, OWN), IntuitApp(PRODUCTION, ID, key, OWN)):
        with pytest.raises(BadInput, match="can't be a client") as told:
            checked(app)
        assert not key or key not in str(told.value)


def test_one_key_in_both_fields_is_noticed() -> None:
    with pytest.raises(BadInput, match="are the same"):
        checked(IntuitApp(PRODUCTION, SECRET, SECRET, OWN))


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        (PRODUCTION, OWN),
        (PRODUCTION, "https://firm.example"),
        (PRODUCTION, "https://sub.firm.example:8443/a/b-c_d~e/"),
        (SANDBOX, OWN),
        (SANDBOX, "http://localhost:8765/callback"),
        (SANDBOX, "http://localhost:1024/"),
    ],
)
def test_an_address_that_intuit_registers_is_taken_sign_by_sign(environment: Environment, address: str) -> None:
    assert checked_redirect(environment, address) == address


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        (PRODUCTION, ""),
        (PRODUCTION, "firm.example/untwin"),
        (PRODUCTION, "http://firm.example/untwin"),
        (PRODUCTION, "http://localhost:8765/callback"),
        (PRODUCTION, "https://localhost/callback"),
        (PRODUCTION, "https://app.localhost/callback"),
        (PRODUCTION, "https://203.0.113.7/callback"),
        (PRODUCTION, "https://[2001:db8::1]/callback"),
        (PRODUCTION, "https:///callback"),
        (PRODUCTION, "https://user@firm.example/"),
        (PRODUCTION, "https://user:pass@firm.example/"),
        (PRODUCTION, "https://evil.example\\@firm.example/"),
        (PRODUCTION, "https://firm.example/#part"),
        (PRODUCTION, "https://firm.example/?page=1"),
        (PRODUCTION, "https://firm.example/a b"),
        (PRODUCTION, "https://firm.exämple/"),
        (PRODUCTION, "https://firm.example:port/"),
        (PRODUCTION, "https://[firm.example/"),
        (PRODUCTION, "https://firm.example/" + "p" * 400),
        (PRODUCTION, "javascript:alert(1)"),
        (SANDBOX, "http://127.0.0.1:8765/callback"),
        (SANDBOX, "http://localhost/callback"),
        (SANDBOX, "http://localhost:80/callback"),
        (SANDBOX, "http://localhost:99999/callback"),
        (SANDBOX, "http://localhost:8765"),
        (SANDBOX, "http://LOCALHOST:8765/callback"),
        (SANDBOX, "http://localhost:08765/callback"),
        (SANDBOX, "http://firm.example:8765/callback"),
        (Environment.SAMPLE, "http://localhost:8765/callback"),
    ],
)
def test_an_address_that_intuit_leads_nobody_to_is_refused_with_an_example(
    environment: Environment, address: str
) -> None:
    with pytest.raises(BadInput) as told:
        checked_redirect(environment, address)
    assert len(str(told.value)) < 300
    assert environment is Environment.SAMPLE or "https://" in told.value.remedy


@pytest.mark.parametrize(("address", "listens"), [("http://localhost:8765/callback", True), (OWN, False)])
def test_an_address_on_this_computer_is_listened_for(address: str, *, listens: bool) -> None:
    assert on_file(SANDBOX, AppKeys(ID, SECRET, address)).listens is listens
