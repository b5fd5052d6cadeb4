"""Untwin's command line as people and programs use it: real processes, on a home and a keyring of the test's own."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement, document_fromstring

from conftest import quick_firms
from sample.caller import Caller
from secret_service import SecretService
from untwin.sample.process import SampleProcess


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output; anything beside it fails here."""
        return json.loads(self.out)


@dataclass
class CommandLine:
    """`run` starts a command on this home; `said` collects everything that was ever printed."""

    home: Path
    env: dict[str, str]
    said: list[str] = field(default_factory=list)

    def run(self, *arguments: object, stdin: str | bytes = "", **env: str) -> Done:
        """Runs a command to its end. No command ever ends in a traceback."""
        words = [_argument(argument) for argument in arguments]
        command = [sys.executable, "-m", "untwin", "--home", str(self.home), *words]
        data = stdin.encode() if isinstance(stdin, str) else stdin
        ended = subprocess.run(command, input=data, env=self.env | env, capture_output=True, check=False, timeout=120)
        done = Done(ended.returncode, ended.stdout.decode("utf-8", "replace"), ended.stderr.decode("utf-8", "replace"))
        self.said += [done.out, done.err]
        assert "Traceback" not in done.out + done.err, done.err
        assert "Error:" not in done.err.replace("Duplicate", ""), done.err
        return done

    def ok(self, *arguments: object, stdin: str | bytes = "") -> Done:
        """The same, for what must succeed and complain of nothing."""
        done = self.run(*arguments, stdin=stdin)
        assert (done.code, done.err) == (0, ""), done
        return done

    def case(self, number: str) -> Any:
        """The one case about a number, as `cases --json` has it."""
        [found] = [c for c in self.ok("cases", "--json").json if c["doc_number"] == number]
        return found


def _argument(argument: object) -> str:
    # Bytes are a name that is no text in this system's encoding.
    return os.fsdecode(argument) if isinstance(argument, bytes) else str(argument)


@dataclass
class Office:
    """A served firm, a real keyring, and Untwin connected to both on a home of its own."""

    cli: CommandLine
    caller: Caller
    service: SecretService
    process: SampleProcess

    def page(self) -> str:
        """Clio's page as select-all and copy gives it."""
        address = self.caller.greeting["clio"]["bill_syncing_page"]
        rows: Iterator[HtmlElement] = document_fromstring(self.caller.session.get(address, timeout=10).text).iter("tr")
        return "\n".join("\t".join(" ".join(c.text_content().split()) for c in row.iter("td", "th")) for row in rows)

    def take_in(self) -> None:
        """Imports everything that the page shows."""
        done = self.cli.run("import", "-", "--source", "clio", stdin=self.page())
        assert done.code == 0, done

    def books(self) -> Any:
        """All documents of the company as the server has them."""
        return self.caller.books()


@contextmanager
def open_office(folder: Path, *arguments: str) -> Iterator[Office]:
    """An office that is connected and has taken nothing in yet."""
    with SecretService() as service, quick_firms(*arguments) as process:
        caller = Caller(process.greeting)
        cli = CommandLine(folder / "home", service.env)
        cli.ok("company", "connect", "--sample", caller.base)
        yield Office(cli, caller, service, process)
        caller.session.close()


def in_plain_words(text: str) -> bool:
    """Whether a complaint is one line of whole sentences, at its end perhaps a command, without signs of programs."""
    lines = text.strip().splitlines()
    return len(lines) == 1 and bool(re.fullmatch(r"(case \d+: )?[A-Z“][^{}<>]+([.!]|: untwin [a-zA-Z -]+)", lines[0]))


def moved(before: Any, after: Any) -> dict[tuple[str, str], set[str]]:
    """Which fields of which documents differ."""
    found = {}
    for entity in after:
        old = {doc["Id"]: doc for doc in before[entity]}
        for doc in after[entity]:
            fields = {n for n in {*doc, *old.get(doc["Id"], {})} if doc.get(n) != old.get(doc["Id"], {}).get(n)}
            if fields:
                found[entity, doc["Id"]] = fields
    return found
