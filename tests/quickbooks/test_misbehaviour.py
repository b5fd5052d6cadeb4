"""The client at a QuickBooks that misbehaves: each fault ends in a right answer or a plain problem, and soon."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from queue import Queue

import pytest
import requests

from conftest import quick_firms
from reach import QuickPatience, free
from sample.caller import Caller
from untwin.app.parts import SystemClock
from untwin.domain.changes.history import NumberOrder
from untwin.domain.company.company import Environment
from untwin.domain.problems import AnswerLost, Cancelled, OutsideProblem, SignInNeeded, Throttled
from untwin.jobs import LaneJobs, Patient, one_at_a_time
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import Times, make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.quickbooks.tokens import Reach
from untwin.vault.vaults import MemoryVault

SHORT = Times(connect=2, silence=0.4, whole=1.0)
LONG = 30  # seconds: longer than anything here may take


@dataclass
class Stage:
    """A served firm, its books with short time limits, and a new order whenever one is wanted."""

    caller: Caller
    reach: Reach
    marks: Iterator[int]

    @property
    def books(self) -> QuickBooksBooks:
        return open_books(self.caller.realm, Environment.SAMPLE, self.reach)

    def play(self, schedule: str) -> None:
        self.caller.session.post(f"{self.caller.base}/sample/faults", data=schedule, timeout=10).raise_for_status()

    def played(self) -> int:
        """How often a fault of the schedule has happened."""
        told = self.caller.session.get(f"{self.caller.base}/sample/faults", timeout=10).json()
        return sum(told["happened"].values())

    def asked(self) -> int:
        """How many requests Untwin has sent; the sample Clio sends its own."""
        return sum(entry["client"] == "app" for entry in self.caller.log())

    def order(self) -> NumberOrder:
        """An order for an invoice of its own."""
        mark = next(self.marks)
        body = {"DocNumber": f"MIS-{mark}", "TotalAmt": 10, "TxnDate": "2099-01-01", "CustomerRef": {"value": "1"}}
        asked = {"realm": self.caller.realm, "entity": "Invoice", "body": body}
        row = self.caller.session.post(f"{self.caller.base}/sample/rows", json=asked, timeout=10).json()["Invoice"]
        return NumberOrder("Invoice", row["Id"], row["SyncToken"], f"NEW-{mark}", f"order {mark}")

    def number(self, order: NumberOrder) -> str:
        """The number that is really in the books."""
        return str(next(d for d in self.caller.books()["Invoice"] if d["Id"] == order.id)["DocNumber"])


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with quick_firms() as process, make_session() as session:
        caller = Caller(process.greeting)
        yield Stage(caller, _reach(caller, session), count(1))
        caller.session.close()


@pytest.fixture(autouse=True)
def well_behaved_again(stage: Stage) -> Iterator[None]:
    yield
    stage.play("")
    stage.reach.paces.clear()
    QuickBooksSignIn(stage.reach).connect_sample(SampleAddress(stage.caller.base))


def _reach(caller: Caller, session: requests.Session) -> Reach:
    parts = (MemoryVault(), session, SystemClock(), free, Patient(), one_at_a_time)
    reach = Reach(*parts, times=SHORT)
    QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
    return reach


PASSING = ["fail-before", "fail-after", "cut-before", "cut-after", "cut-within", "half-json", "html", "html=200"]
PASSING += ["html-after=504", "redirect", "redirect=301", "late=5", "drip=20", "delay=5", "item-fault=10000", "expired"]


@pytest.mark.parametrize("fault", PASSING)
def test_a_read_that_fails_for_a_moment_is_asked_once_more_and_answered(stage: Stage, fault: str) -> None:
    stage.books.facts()
    stage.play(f"batch@1:{fault}")
    assert stage.books.facts().name == "Harlow & Pike LLP"
    assert stage.played() == 1


@pytest.mark.parametrize("fault", [*PASSING[:-1], "revoked", "throttle=1", "throttle", "item-fault=3001", "stale"])
def test_a_read_that_keeps_failing_is_a_plain_problem_and_soon(stage: Stage, fault: str) -> None:
    stage.books.facts()
    stage.play(f"*:{fault}")
    began = time.monotonic()
    with pytest.raises(OutsideProblem) as told:
        stage.books.facts()
    assert time.monotonic() - began < LONG
    assert "nothing was changed" in told.value.sentence or "QuickBooks answered" in told.value.sentence
    assert stage.played() <= 3


@pytest.mark.parametrize("fault", ["throttle=7", "throttle", "item-fault=3001"])
def test_a_company_that_is_throttled_is_not_asked_again_before_its_time(stage: Stage, fault: str) -> None:
    stage.books.facts()
    stage.play(f"batch@1:{fault}")
    with pytest.raises(Throttled) as first:
        stage.books.facts()
    assert first.value.wait_seconds == (7 if fault == "throttle=7" else 60)
    before = stage.asked()
    with pytest.raises(Throttled, match="until"):
        stage.books.facts()
    assert stage.asked() == before


def test_who_asks_during_a_rest_does_not_make_it_longer(stage: Stage) -> None:
    """As the six hands of a batch do: one is refused, the others come in the meantime."""
    stage.books.facts()
    stage.play("batch@1:throttle=1")
    began, refusals = time.monotonic(), 0
    while time.monotonic() - began < LONG:
        try:
            stage.books.facts()
        except Throttled:
            refusals += 1
            time.sleep(0.1)
        else:
            break
    else:
        pytest.fail("it was never answered again")
    assert refusals > 1


LOST = ["fail-after", "cut-after", "cut-within", "html-after", "html-after=403", "html-after=200", "late=5", "drip=20"]
NOT_DONE = ["fail-before", "cut-before", "html", "html=403", "html=200", "redirect=302", "redirect=308"]


@pytest.mark.parametrize("fault", [*LOST, *NOT_DONE])
def test_a_change_without_a_clear_answer_is_lost_and_never_sent_again_by_itself(stage: Stage, fault: str) -> None:
    order = stage.order()
    stage.books.facts()
    stage.play(f"write@1:{fault}")
    with pytest.raises(AnswerLost):
        stage.books.change_number(order)
    assert stage.number(order) == (order.new_number if fault in LOST else f"MIS-{order.new_number[4:]}")
    sent = [e for e in stage.caller.log() if e["query"].get("requestid") == order.request_id]
    # An answer that comes late is logged late; a second request would stand there already.
    assert len(sent) == (0 if fault in ("late=5", "drip=20") else 1)


@pytest.mark.parametrize("fault", ["throttle=3", "throttle", "stale", "ignore-sparse", "revoked"])
def test_a_change_that_quickbooks_refused_was_not_done(stage: Stage, fault: str) -> None:
    order = stage.order()
    stage.books.facts()
    stage.play(f"write@1:{fault}")
    with pytest.raises(OutsideProblem) as told:
        stage.books.change_number(order)
    assert not isinstance(told.value, AnswerLost)
    assert stage.number(order) != order.new_number


def test_an_expired_token_is_renewed_even_before_a_change(stage: Stage) -> None:
    order = stage.order()
    stage.books.facts()
    stage.play("write@1:expired")
    stage.books.change_number(order)
    assert stage.number(order) == order.new_number


@pytest.mark.parametrize("seconds", [-7200, -90, 90, 7200])
def test_the_clock_is_quickbooks_own_however_wrong_it_goes(stage: Stage, seconds: int) -> None:
    right = stage.books.facts().read_at
    stage.play(f"*:skew={seconds}")
    told = stage.books.facts().read_at
    assert abs((told - right).total_seconds() - seconds) < LONG


@pytest.mark.parametrize("fault", ["delay=20", "late=20", "drip=40"])
def test_a_look_that_nobody_wants_any_more_ends_within_a_second(stage: Stage, fault: str) -> None:
    jobs: LaneJobs = LaneJobs()
    reach = replace(stage.reach, patience=jobs.patience, times=Times(5, 30, 60), paces={}, opened={})
    books = open_books(stage.caller.realm, Environment.SAMPLE, reach)
    books.facts()
    stage.play(f"batch@*:{fault}")
    told: Queue[tuple[object, Exception | None]] = Queue()
    cancel = jobs.submit("company 1", books.facts, lambda *ended: told.put(ended))
    while not stage.played():
        time.sleep(0.02)
    cancel()
    _result, problem = told.get(timeout=1)
    assert isinstance(problem, Cancelled)
    jobs.close()


@pytest.mark.parametrize("fault", ["half-json", "fail-after", "cut-after", "cut-before", "html", "delay=1"])
def test_a_renewal_whose_answer_is_lost_is_a_problem_or_no_matter(stage: Stage, fault: str) -> None:
    reach = replace(stage.reach, patience=QuickPatience(), paces={}, opened={})
    stage.play(f"token@1:{fault}")
    books = open_books(stage.caller.realm, Environment.SAMPLE, reach)
    if fault in ("half-json", "fail-after", "cut-after"):
        # The rotated token was lost on its way: nobody can have it again.
        with pytest.raises(SignInNeeded) as told:
            books.facts()
        assert "Connect" in told.value.remedy
    else:
        assert books.facts().name == "Harlow & Pike LLP"


def test_an_app_that_quickbooks_does_not_know_is_a_matter_of_its_keys(stage: Stage) -> None:
    reach = replace(stage.reach, patience=QuickPatience(), paces={}, opened={})
    stage.play("token@*:invalid-client")
    with pytest.raises(SignInNeeded, match="doesn't know your Intuit app's keys"):
        open_books(stage.caller.realm, Environment.SAMPLE, reach).facts()
    assert stage.played() == 1
