"""What every vault keeps to, the real one and the one for samples alike."""

import json

import pytest

from plain_vault import PlainVault
from secret_service import SecretService
from untwin.domain.problems import KeyringProblem
from untwin.ports.machine import Vault
from untwin.vault.lazy import LazyVault
from untwin.vault.vaults import KeyringVault, MemoryVault, platform_backend

KIND, REALM = "quickbooks", "9130000000000001"


def secret(token: str) -> str:
    """An entry that any vault may keep: a sample company's."""
    return json.dumps({"environment": "sample", "realm": REALM, "refresh_token": token, "base": "http://127.0.0.1:1"})


@pytest.fixture(params=["memory", "plain", "keyring", "lazy keyring"])
def vault(request: pytest.FixtureRequest) -> Vault:
    if request.param == "memory":
        return MemoryVault()
    if request.param == "plain":
        return PlainVault()
    service: SecretService = request.getfixturevalue("keyring_here")
    assert service.secrets() == {}
    made = KeyringVault("0123456789abcdef", platform_backend())
    return LazyVault(lambda: made) if request.param == "lazy keyring" else made


def test_what_was_stored_is_read_back(vault: Vault) -> None:
    vault.put(KIND, REALM, secret("a"))
    assert vault.get(KIND, REALM) == secret("a")


def test_what_was_never_stored_is_none(vault: Vault) -> None:
    assert vault.get(KIND, REALM) is None


def test_a_new_secret_takes_the_place_of_the_old(vault: Vault) -> None:
    vault.put(KIND, REALM, secret("a"))
    vault.put(KIND, REALM, secret("b"))
    assert vault.get(KIND, REALM) == secret("b")


def test_kinds_and_names_stay_apart(vault: Vault) -> None:
    vault.put(KIND, REALM, secret("a"))
    vault.put("source", f"clio {REALM}", secret("b"))
    assert vault.get("source", REALM) is None
    assert vault.get(KIND, REALM) == secret("a")
    assert vault.get("source", f"clio {REALM}") == secret("b")


def test_what_was_removed_is_gone_and_the_rest_stays(vault: Vault) -> None:
    vault.put(KIND, REALM, secret("a"))
    vault.put(KIND, "2", secret("b"))
    vault.remove(KIND, REALM)
    assert vault.get(KIND, REALM) is None
    assert vault.get(KIND, "2") == secret("b")


def test_removing_what_is_not_there_is_harmless(vault: Vault) -> None:
    vault.remove(KIND, REALM)
    vault.put(KIND, REALM, secret("a"))
    vault.remove(KIND, REALM)
    vault.remove(KIND, REALM)


def test_letters_of_all_scripts_survive(vault: Vault) -> None:
    vault.put(KIND, REALM, secret("Ünïcødé ✓ 漢字 😀"))
    assert vault.get(KIND, REALM) == secret("Ünïcødé ✓ 漢字 😀")


def test_a_secret_that_not_every_platform_holds_is_refused_and_the_old_one_stays(vault: Vault) -> None:
    vault.put(KIND, REALM, secret("a"))
    with pytest.raises(KeyringProblem, match="too long"):
        vault.put(KIND, REALM, secret("x" * 1280))
    assert vault.get(KIND, REALM) == secret("a")


def test_it_says_where_secrets_are_kept(vault: Vault) -> None:
    assert vault.describe() in (
        "a plain vault of the tests",
        "the keyring of this computer (secret_service)",
        "the memory of this process: no trusted keyring answers",
    )
