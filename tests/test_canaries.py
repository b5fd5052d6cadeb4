"""Of a real sign-in no secret gets anywhere but into the keyring: no file, log, output, exception or process list."""

import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from command_line import CommandLine
from conftest import quick_firms
from firm import PRODUCTION, SANDBOX, Firm, open_firm
from intuit_hosts import IntuitHosts, Person, keys_of
from plain_vault import PlainVault
from reach import reach_with
from real_cli import Terminal
from sample.caller import Caller
from test_secrets import _command_lines, in_play, shown
from untwin.domain.problems import Problem
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    with open_firm(tmp_path) as opened:
        opened.env["TALKATIVE"] = "yes"
        yield opened


def canaries(firm: Firm) -> set[str]:
    """Client secrets, codes, states, access tokens, refresh tokens, and Clio's tokens."""
    found = {secret for server in firm.servers.values() for secret in in_play(server, firm.service)}
    return found | {value for address in (*firm.addresses, *firm.person.seen) for value in passing(address)}


def passing(address: str) -> list[str]:
    """What an address carries that must be kept nowhere."""
    query = parse_qs(urlsplit(address).query)
    return [*query.get("code", []), *query.get("state", [])]


def test_a_real_sign_in_leaves_its_secrets_in_the_keyring_alone(firm: Firm) -> None:
    with quick_firms("--seed", "3") as process:
        plain, samples = CommandLine(firm.home, firm.service.env), Caller(process.greeting)
        plain.ok("company", "connect", "--sample", samples.base)
        said = [firm.connect(environment) for environment in (PRODUCTION, SANDBOX)]
        said += _work(firm)
        secrets = canaries(firm) | in_play(samples, firm.service)
        plain.ok("company", "forget", samples.realm)
        commands = ("company list --json", "history", "company forget --all --yes")
        said += [firm.run(*command.split()) for command in commands]
        samples.session.close()
    assert len(secrets) > 15
    assert firm.service.secrets() == {}
    # The log was as talkative as can be: the requests that carried all this stand in it.
    assert "/oauth2/v1/tokens/bearer" in (firm.home / "untwin.log").read_text("utf-8")
    files = [file for file in firm.home.rglob("*") if file.is_file()]
    assert {file.name: shown(file.read_bytes(), secrets) for file in files} == {file.name: [] for file in files}
    # At the terminal stands what has to be opened there and what a person pasted, and nothing else.
    by_hand = {value for address in (*firm.addresses, *firm.person.seen) for value in passing(address)}
    assert shown("".join([*plain.said, *(t.said + t.out for t in said)]), secrets - by_hand) == []


def _work(firm: Firm) -> list[Terminal]:
    error = firm.home.parent / "error.txt"
    error.write_text("6140 Duplicate Document Number DocNumber=1234 is assigned to TxnType=Credit Memo with TxnId=111")
    taken_in = firm.run("import", str(error), "--company", firm.servers[SANDBOX].realm)
    return [taken_in, firm.run("look", "--all", code=0)]


def test_no_process_shows_a_key_that_was_typed(firm: Firm) -> None:
    with firm.at_terminal("company", "connect", "--redirect", "https://firm.example/untwin") as terminal:
        firm.type_keys(terminal, PRODUCTION)
        terminal.until("Paste the whole address")
        seen = _command_lines()
    assert any(b"--redirect" in line for line in seen)
    assert shown(b"\n".join(seen), canaries(firm)) == []


def test_no_failing_step_of_a_sign_in_tells_a_secret() -> None:
    with quick_firms() as process:
        server = Caller(process.greeting)
        hosts, vault = IntuitHosts({PRODUCTION: server}), PlainVault()
        sign_in = QuickBooksSignIn(reach_with(vault, hosts.session()))
        sign_in.keep_app(keys_of(server, PRODUCTION))
        begun = sign_in.begin(PRODUCTION)
        address = Person(hosts).agrees(begun.page)
        arrived = sign_in.arrive(begun, address)
        told = [_raised(partial(sign_in.arrive, begun, wrong)) for wrong in _wrong(address, server.realm)]
        vault.broken = True
        told.append(_raised(lambda: sign_in.keep(arrived)))
        vault.broken = False
        sign_in.keep(arrived)
        stored = "".join(vault.entries.values())
        told += _renewals(sign_in, server, hosts)
        secrets = in_play(server) | {*passing(address), *passing(begun.page)}
        things = repr((begun.app, arrived, arrived.grant, sign_in, keys_of(server, PRODUCTION)))
        server.session.close()
    assert len(secrets) > 6
    assert len(shown(stored, secrets)) == 2
    assert shown("\n".join([things, *told]), secrets) == []


def _wrong(address: str, realm: str) -> list[str]:
    """Used already; of another company; with two states; at another place."""
    return [
        address,
        address.replace(realm, "77"),
        f"{address}&state=x",
        address.replace("firm.example", "evil.example"),
    ]


def _renewals(sign_in: QuickBooksSignIn, server: Caller, hosts: IntuitHosts) -> list[str]:
    books = open_books(server.realm, PRODUCTION, sign_in.reach)
    server.session.post(f"{server.base}/sample/revoke-tokens", timeout=10)
    revoked = _raised(books.facts)
    hosts.down = True
    return [revoked, _raised(books.facts), sign_in.forget(server.realm)]


def _raised(deed: Callable[[], Any]) -> str:
    with pytest.raises(Problem) as caught:
        deed()
    return "".join(traceback.format_exception(caught.value)) + repr(caught.value) + str(caught.value.args)
