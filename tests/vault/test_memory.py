"""The vault for machines without a keyring: it may hold what is worthless, and nothing else."""

import json

import pytest

from untwin.domain.problems import KeyringProblem
from untwin.vault.vaults import MemoryVault

SAMPLE = {"environment": "sample", "realm": "9", "refresh_token": "t", "base": "http://127.0.0.1:4711"}


@pytest.mark.parametrize("base", ["http://127.0.0.1:4711", "http://localhost:4711", "http://[::1]:4711"])
def test_a_sample_companys_tokens_are_kept(base: str) -> None:
    vault = MemoryVault()
    vault.put("quickbooks", "9", json.dumps(SAMPLE | {"base": base}))
    vault.put("source", "clio 9", json.dumps({"base": base, "token": "t"}))
    vault.put("quickbooks-app", "sample 127.0.0.1:4711 9", json.dumps({"client_id": "i", "client_secret": "s"}))
    assert len(vault.entries) == 3


@pytest.mark.parametrize(
    ("kind", "name", "entry"),
    [
        ("quickbooks", "9", {"environment": "production", "realm": "9", "refresh_token": "t"}),
        ("quickbooks", "9", {"environment": "sandbox", "realm": "9", "refresh_token": "t", "base": ""}),
        ("quickbooks", "9", SAMPLE | {"environment": "production"}),
        ("quickbooks", "9", SAMPLE | {"base": "http://127.0.0.1.evil.example:80"}),
        ("quickbooks", "9", SAMPLE | {"base": "https://evil.example/http://127.0.0.1:1"}),
        ("quickbooks", "9", {"environment": "production", "refresh_token": "http://127.0.0.1:1"}),
        ("quickbooks-app", "production", {"client_id": "i", "client_secret": "s"}),
        ("quickbooks-app", "sandbox", {"client_id": "i", "client_secret": "s"}),
        ("source", "clio 9", {"base": "https://app.clio.com", "token": "t"}),
        ("webhook", "9", "https://hooks.example/secret"),
        ("webhook", "9", ["http://127.0.0.1:1"]),
    ],
)
def test_a_real_companys_secret_is_refused(kind: str, name: str, entry: object) -> None:
    vault = MemoryVault()
    with pytest.raises(KeyringProblem, match="only the sample firms"):
        vault.put(kind, name, json.dumps(entry))
    assert vault.entries == {}


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(KeyringProblem):
        MemoryVault().put("quickbooks", "9", "http://127.0.0.1:1")


def test_it_shows_no_secret_when_it_is_printed() -> None:
    vault = MemoryVault()
    vault.put("quickbooks", "9", json.dumps(SAMPLE | {"refresh_token": "hunter2"}))
    assert "hunter2" not in repr(vault)
