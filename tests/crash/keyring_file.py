"""A keyring in a file: what it took it has after any kill, so that tokens which were renewed are there at the start."""

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileVault:
    """Honours the port `Vault` for the sample firms' worthless tokens; each entry is a file, written whole or not."""

    folder: Path

    def get(self, kind: str, name: str) -> str | None:
        try:
            return str(json.loads(self._file(kind, name).read_text("utf-8")))
        except FileNotFoundError:
            return None

    def put(self, kind: str, name: str, secret: str) -> None:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        file = self._file(kind, name)
        new = file.with_suffix(f".{os.getpid()}")
        new.write_text(json.dumps(secret), "utf-8")
        new.replace(file)

    def remove(self, kind: str, name: str) -> None:
        self._file(kind, name).unlink(missing_ok=True)

    def all(self) -> tuple[tuple[str, str], ...]:
        # The names of its files are no names of entries any more.
        return ()

    def describe(self) -> str:
        return "a file of the crash test"

    def _file(self, kind: str, name: str) -> Path:
        plain = "".join(sign if sign.isalnum() else "-" for sign in f"{kind} {name}")
        return self.folder / f"{plain}.json"
