"""Nobody is stranded: lost answers, failing keyrings, whoever waits no more, and tokens near their end."""

import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from queue import Queue
from typing import TypeVar
from urllib.parse import parse_qsl

import pytest
import requests

from entries import REALM, entry, granted, sample_entry, vault_with
from misbehaving import Misbehaving, Reply
from plain_vault import PlainVault
from reach import QuickPatience, SetClock, free, reach_with
from untwin.domain.problems import Cancelled, KeyringProblem, SignInNeeded, Unreachable
from untwin.jobs import LaneJobs
from untwin.ports.machine import Leaving
from untwin.quickbooks.credentials import KIND
from untwin.quickbooks.tokens import Reach, Tokens

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
T = TypeVar("T")


def sent_tokens(server: Misbehaving) -> list[str]:
    """The refresh tokens that the token endpoint was asked with."""
    bodies = (h.body for h in server.heard() if h.path.endswith("bearer"))
    return [dict(parse_qsl(body))["refresh_token"] for body in bodies]


REFUSED = Reply(400, '{"error": "invalid_grant"}')


@pytest.mark.parametrize(
    "lost", [Reply(cut="after request"), Reply(cut="within answer"), Reply(503), Reply(200, "<html>")]
)
def test_a_lost_answer_is_asked_for_again_with_the_same_token(session: requests.Session, lost: Reply) -> None:
    with Misbehaving(tokens=(lost, lost, granted(1))) as server:
        vault, patience = vault_with(sample_entry(server)), QuickPatience()
        assert Tokens(REALM, reach_with(vault, session, patience=patience)).current() == "a1"
        assert sent_tokens(server) == ["r0", "r0", "r0"]
    assert patience.pauses == [0.5, 2.0]
    assert vault.diary == ["stored r1"]


def test_where_the_lost_answer_held_the_only_good_token_a_new_sign_in_is_asked_for(session: requests.Session) -> None:
    with Misbehaving(tokens=(Reply(cut="within answer"), REFUSED)) as server:
        vault = vault_with(sample_entry(server))
        with pytest.raises(SignInNeeded, match="expired or was revoked"):
            Tokens(REALM, reach_with(vault, session)).current()
        assert sent_tokens(server) == ["r0", "r0"]
    assert vault.diary == []


class RenewedMeanwhile(PlainVault):
    """Somebody connects the company anew, right after the first look at its entry."""

    def get(self, kind: str, name: str) -> str | None:
        found = super().get(kind, name)
        if kind == KIND and found:
            self.entries[kind, name] = found.replace('"r0"', '"r5"')
        return found


def test_a_refused_token_is_given_up_only_when_the_keyring_has_no_newer_one(session: requests.Session) -> None:
    with Misbehaving(tokens=(REFUSED, granted(6))) as server:
        vault = RenewedMeanwhile(vault_with(sample_entry(server)).entries)
        assert Tokens(REALM, reach_with(vault, session)).current() == "a6"
        assert sent_tokens(server) == ["r0", "r5"]
    assert vault.diary == ["stored r6"]


def test_a_keyring_that_fails_for_half_a_minute_strands_no_renewed_connection(session: requests.Session) -> None:
    with Misbehaving(tokens=(granted(1),)) as server:
        vault, patience = vault_with(sample_entry(server)), QuickPatience()
        vault.stumbles = 10
        assert Tokens(REALM, reach_with(vault, session, patience=patience)).current() == "a1"
        assert sent_tokens(server) == ["r0"]
    assert vault.diary == ["stored r1"]
    assert 25 <= sum(patience.pauses) <= 40


def test_what_a_keyring_never_took_is_used_next_while_the_program_runs(session: requests.Session) -> None:
    with Misbehaving(tokens=(granted(1), granted(2), granted(3), granted(4))) as server:
        vault = vault_with(sample_entry(server))
        tokens = Tokens(REALM, reach_with(vault, session))
        vault.broken = True
        for _ in range(2):
            with pytest.raises(KeyringProblem):
                tokens.current()
        vault.broken = False
        assert tokens.current() == "a3"
        assert tokens.renewed("a3") == "a4"
        assert sent_tokens(server) == ["r0", "r1", "r2", "r3"]
    assert vault.diary == ["stored r3", "stored r4"]


def test_an_access_token_is_renewed_a_minute_before_its_end(session: requests.Session) -> None:
    with Misbehaving(tokens=(granted(1), granted(2))) as server:
        clock = SetClock(NOW)
        tokens = Tokens(REALM, reach_with(vault_with(sample_entry(server)), session, clock=clock))
        told = []
        for minutes in (0, 30, 58.9, 59, 100):
            clock.at = NOW + timedelta(minutes=minutes)
            told.append(tokens.current())
        assert told == ["a1", "a1", "a1", "a2", "a2"]
        assert len(server.heard()) == 2


@pytest.mark.parametrize("said", ['"3600"', "3600.0", "null", "0", "-5", "1e30", "[]", '"soon"'])
def test_a_time_that_is_said_oddly_loses_no_token(session: requests.Session, said: str) -> None:
    body = f'{{"access_token": "a1", "refresh_token": "r1", "expires_in": {said}}}'
    with Misbehaving(tokens=(Reply(200, body),)) as server:
        vault = vault_with(sample_entry(server))
        tokens = Tokens(REALM, reach_with(vault, session))
        assert [tokens.current(), tokens.current()] == ["a1", "a1"]
        assert len(server.heard()) == 1
    assert vault.diary == ["stored r1"]


class SlowVault(PlainVault):
    """A keyring that takes its time to store."""

    def put(self, kind: str, name: str, secret: str) -> None:
        time.sleep(1.5)
        super().put(kind, name, secret)


def test_whoever_waits_no_more_is_let_go_and_the_new_token_is_stored_all_the_same(session: requests.Session) -> None:
    jobs: LaneJobs = LaneJobs()
    told: Queue[tuple[float, Exception | None]] = Queue()
    with Misbehaving(tokens=(granted(1),)) as server:
        vault = SlowVault(vault_with(sample_entry(server)).entries)
        tokens = Tokens(REALM, Reach(vault, session, SetClock(NOW), free, jobs.patience, nullcontext))
        cancel = jobs.submit(f"company {REALM}", tokens.current, lambda _r, p: told.put((time.monotonic(), p)))
        while not server.heard():
            time.sleep(0.02)
        cancelled = time.monotonic()
        cancel()
        at, problem = told.get(timeout=10)
        assert isinstance(problem, Cancelled)
        assert at - cancelled < 1
        assert vault.diary == []
        while not vault.diary:
            time.sleep(0.05)
        jobs.close()
        # And the access token that came with it is there for whoever asks next.
        assert tokens.current() == "a1"
        assert len(server.heard()) == 1


def test_a_token_endpoint_that_never_answers_is_a_sentence(session: requests.Session) -> None:
    class Impatient(QuickPatience):
        def wait(self, work: Callable[[], T], seconds: float, leaving: Leaving = Leaving.DROP) -> T:
            raise TimeoutError

    with pytest.raises(Unreachable, match="doesn't answer"):
        Tokens(REALM, reach_with(vault_with(entry()), session, patience=Impatient())).current()
