"""A vault that keeps anything in memory: what a keyring is to the tests that need none."""

import json
from contextlib import suppress
from dataclasses import dataclass, field

from untwin.domain.problems import KeyringProblem
from untwin.vault.vaults import LONGEST


@dataclass
class PlainVault:
    """Honours the port `Vault`. `diary` tells in which order tokens were stored; `stumbles` puts fail, then no more."""

    entries: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    diary: list[str] = field(default_factory=list, repr=False)
    broken: bool = False
    stumbles: int = 0

    def get(self, kind: str, name: str) -> str | None:
        return self.entries.get((kind, name))

    def put(self, kind: str, name: str, secret: str) -> None:
        if self.broken or self.stumbles:
            self.stumbles = max(self.stumbles - 1, 0)
            raise KeyringProblem("The keyring is locked.")
        if len(secret) > LONGEST:
            raise KeyringProblem("A secret is too long.")
        with suppress(ValueError, AttributeError):
            self.diary.append(f"stored {json.loads(secret).get('refresh_token')}")
        self.entries[kind, name] = secret

    def remove(self, kind: str, name: str) -> None:
        self.entries.pop((kind, name), None)

    def all(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.entries)

    def describe(self) -> str:
        return "a plain vault of the tests"
