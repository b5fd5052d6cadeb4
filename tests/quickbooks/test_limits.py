"""Within QuickBooks' limits at a QuickBooks that keeps to them: many threads, one company, no request turned away."""

from queue import Queue

import requests

from conftest import Serve
from untwin.app.parts import SystemClock
from untwin.domain.company.company import Environment
from untwin.jobs import LaneJobs, one_at_a_time
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.pace import QUICKBOOKS_LIMITS, Pace
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.quickbooks.tokens import Reach
from untwin.vault.vaults import MemoryVault


def test_four_lanes_of_one_company_are_never_turned_away(serve: Serve, session: requests.Session) -> None:
    # Four more in a second than Intuit takes: a loaded machine delivers requests unevenly.
    caller, jobs = serve("--limits", "500,14,40"), LaneJobs()
    renewing = one_at_a_time()
    reach = Reach(MemoryVault(), session, SystemClock(), lambda _realm: renewing, jobs.patience, one_at_a_time)
    reach.paces[f"{caller.base} {caller.realm}"] = Pace(jobs.patience, one_at_a_time(), QUICKBOOKS_LIMITS)
    QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
    books = open_books(caller.realm, Environment.SAMPLE, reach)
    ended: Queue[Exception | None] = Queue()
    for _ in range(34):
        jobs.submit(f"company {caller.realm}", books.facts, lambda _result, problem: ended.put(problem))
    assert [ended.get(timeout=60) for _ in range(34)] == [None] * 34
    assert 429 not in {entry["status"] for entry in caller.log()}
    jobs.close()


def test_without_a_pace_the_same_is_turned_away_so_the_limits_are_real(serve: Serve, session: requests.Session) -> None:
    caller = serve("--limits", "500,14,40")
    caller.sign_in()
    statuses = [caller.call("GET", "companyinfo/1").status_code for _ in range(60)]
    assert 429 in statuses
