"""Entries and answers for tests of renewing: one company, connected with the keys `our-id` and `our-secret`."""

import json

from misbehaving import Misbehaving, Reply
from plain_vault import PlainVault
from untwin.quickbooks.credentials import KIND

REALM = "9130000000000001"
KEYS = {"client_id": "our-id", "client_secret": "our-secret"}


def entry(**changes: str) -> str:
    plain = {"environment": "production", "realm": REALM, "refresh_token": "r0", "base": ""}
    return json.dumps(plain | changes)


def vault_with(credential: str) -> PlainVault:
    vault = PlainVault({(KIND, REALM): credential})
    for name in ("production", "sandbox"):
        vault.entries["quickbooks-app", name] = json.dumps(KEYS)
    parts = json.loads(credential) if credential.startswith("{") else {}
    netloc = str(parts.get("base", "")).partition("//")[2]
    vault.entries["quickbooks-app", f"sample {netloc} {REALM}"] = json.dumps(KEYS)
    return vault


def granted(number: int) -> Reply:
    return Reply(body=json.dumps({"access_token": f"a{number}", "refresh_token": f"r{number}", "expires_in": 3600}))


def sample_entry(server: Misbehaving) -> str:
    return entry(environment="sample", base=server.base)
