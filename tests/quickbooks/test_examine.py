"""The connections under examination: who is asked what, why no answer came, how long each lasts, whose clock is off."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import MaxRetryError, NameResolutionError

from builders import COMPANY, NOW, REALM
from misbehaving import Misbehaving, Reply
from plain_vault import PlainVault
from reach import SetClock, reach_with
from untwin.domain.checks import Check, Standing
from untwin.domain.company.company import Environment
from untwin.quickbooks.client import make_session
from untwin.quickbooks.credentials import APP, KIND, AppKeys, Credential, app_name, written
from untwin.quickbooks.examine import ConnectionsExam

REAL = replace(COMPANY, environment=Environment.PRODUCTION)
API, SIGN_IN = "network quickbooks.api.intuit.com", "network oauth.platform.intuit.com"


class Leading(HTTPAdapter):
    """Leads every request to one address, or fails as it is told; nothing ever leaves this computer."""

    def __init__(self, to: str = "", error: Exception | None = None) -> None:
        super().__init__()
        self.to, self.error = to, error
        self.asked: list[requests.PreparedRequest] = []

    def send(self, request: requests.PreparedRequest, *more: Any, **named: Any) -> requests.Response:
        self.asked.append(request)
        if self.error:
            raise self.error
        there = request.copy()
        there.url = f"{self.to}/"
        return super().send(there, *more, **named)


def exam(adapter: Leading, credential: Credential | None = None) -> ConnectionsExam:
    """The examination of one real company, whose connection is as given."""
    vault, session = PlainVault(), make_session()
    kept = credential or Credential(Environment.PRODUCTION, REALM, "refresh-of-nobody", signed_in_at=NOW)
    vault.put(KIND, REALM, written(kept))
    vault.put(APP, app_name(kept), written(AppKeys("id-of-nobody", "secret-of-nobody")))
    for scheme in ("https://", "http://"):
        session.mount(scheme, adapter)
    return ConnectionsExam(reach_with(vault, session, clock=SetClock(NOW)), [REAL], [])


def outside(adapter: Leading) -> dict[str, Check]:
    return {check.id: check for check in exam(adapter).look_outside(offline=False)}


@pytest.mark.parametrize("status", [200, 302, 401, 404, 500, 503])
def test_whatever_is_answered_a_host_is_there_and_no_secret_was_sent(status: int) -> None:
    with Misbehaving(Reply(status)) as server:
        adapter = Leading(server.base)
        found = outside(adapter)
    assert {found[API].standing, found[SIGN_IN].standing} == {Standing.OK}
    assert [request.url for request in adapter.asked] == [
        "https://quickbooks.api.intuit.com/",
        "https://oauth.platform.intuit.com/",
    ]
    assert all("Authorization" not in request.headers and not request.body for request in adapter.asked)


def test_nothing_is_asked_offline() -> None:
    adapter = Leading(error=requests.ConnectionError())
    [found] = exam(adapter).look_outside(offline=True)
    assert (found.standing, adapter.asked) == (Standing.NOT_TRIED, [])


def unresolved() -> Exception:
    pool = HTTPSConnectionPool("quickbooks.api.intuit.com")
    reason = NameResolutionError("quickbooks.api.intuit.com", HTTPSConnection("x"), OSError())  # type: ignore[arg-type]
    return requests.ConnectionError(MaxRetryError(pool, "/", reason))


@pytest.mark.parametrize(
    ("error", "words", "remedy"),
    [
        (unresolved, "doesn't find its address by its name", "DNS"),
        (requests.exceptions.SSLError, "certificate", "clock"),
        (requests.exceptions.ProxyError, "proxy", "firewall"),
        (requests.ConnectTimeout, "nothing answers", "network"),
        (requests.ReadTimeout, "nothing answers", "network"),
        (requests.ConnectionError, "refused or cut off", "network"),
    ],
)
def test_what_keeps_an_answer_from_coming_is_told_apart(
    error: Callable[[], Exception], words: str, remedy: str
) -> None:
    found = outside(Leading(error=error()))
    assert found[API].standing is Standing.FAULT
    assert words in found[API].sentence
    assert remedy in found[API].remedy
    assert "clock" not in found


def test_a_server_that_cuts_off_or_is_gone_is_told_as_such(closed_port: int) -> None:
    assert "refused or cut off" in outside(Leading(f"http://127.0.0.1:{closed_port}"))[API].sentence
    with Misbehaving(Reply(cut="after request")) as server:
        assert "refused or cut off" in outside(Leading(server.base))[API].sentence


@pytest.mark.parametrize(
    ("seconds", "standing"), [(30, Standing.OK), (90, Standing.WARN), (-600, Standing.FAULT), (86_400, Standing.FAULT)]
)
def test_a_clock_that_goes_wrong_is_told_by_what_quickbooks_says(seconds: int, standing: Standing) -> None:
    told = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    with Misbehaving(Reply(headers={"Date": told})) as server:
        assert outside(Leading(server.base))["clock"].standing is standing


@pytest.mark.parametrize("days", [0, 1, -40])
def test_sample_firms_served_for_another_day_are_no_wrong_clock(days: int) -> None:
    looked = exam(Leading(error=requests.ConnectionError()))
    looked.clocks.append((NOW, NOW + timedelta(days=days, seconds=5)))
    [_, clock] = looked.look_outside(offline=True)
    assert (clock.id, clock.standing) == ("clock", Standing.OK)


@pytest.mark.parametrize(
    ("until", "signed_in", "standing", "words"),
    [
        (90, 10, Standing.NOT_TRIED, "unless it is used before, it ends on 2027-02-21, in 90 days"),
        (13, 10, Standing.WARN, "in 13 days"),
        (-1, 10, Standing.FAULT, "because it wasn't used for so long"),
        (90, 5 * 365 - 5, Standing.WARN, "ends for good on 2026-11-28, in 5 days"),
        (90, 5 * 365, Standing.FAULT, "five years after signing in"),
        (None, None, Standing.NOT_TRIED, "how long isn't known"),
    ],
)
def test_a_connections_end_is_told(until: int | None, signed_in: int | None, standing: Standing, words: str) -> None:
    credential = Credential(
        Environment.PRODUCTION,
        REALM,
        "refresh-of-nobody",
        signed_in_at=None if signed_in is None else NOW - timedelta(days=signed_in),
        refresh_until=None if until is None else NOW + timedelta(days=until),
    )
    [found] = exam(Leading(), credential).look(offline=True)
    assert found.standing is standing
    assert words in found.sentence
    assert "of-nobody" not in found.sentence


def test_a_connection_of_another_environment_is_a_fault() -> None:
    [found] = exam(Leading(), Credential(Environment.SANDBOX, REALM, "refresh-of-nobody")).look(offline=True)
    assert (found.standing, found.remedy) == (Standing.FAULT, "Connect it again.")
