"""A thousand mixed faults thrown into look-ups: none hangs, none loses a case, and none makes a holder "unrelated"."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

import pytest
import requests

from builders import COMPANY
from conftest import quick_firms
from crowd import Crowd, crowd
from fakes import TickingClock
from reach import free
from sample.caller import Caller
from untwin.app.parts import SystemClock
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Environment
from untwin.domain.problems import OutsideProblem, SignInNeeded
from untwin.domain.verdicts.verdict import Judgement, Verdict
from untwin.flows.looking.look_up import LookUp
from untwin.flows.looking.play import Play
from untwin.jobs import Patient, one_at_a_time
from untwin.ports.machine import Wanted, always
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import Times, make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.pace import Pace
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.quickbooks.tokens import Reach
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.vault.vaults import MemoryVault

FAULTS = 1000
LONG = 60  # seconds: with these time limits no look-up may take a part of it
FASTER = 1000  # a minute's rest takes a moment
TIMES = Times(connect=2, silence=0.2, whole=0.5)
# Long ones are rare, so that the whole takes seconds; what is drawn depends on the seed alone.
SCHEDULE = (
    "3%:fail-before;3%:fail-after;3%:cut-before;3%:cut-after;3%:cut-within;4%:half-json;2%:html;2%:html=200;"
    "1%:html-after=403;2%:redirect;1%:throttle=2;1%:throttle;0.4%:late=5;0.4%:drip=20;0.4%:delay=5;2%:expired;1%:revoked;"
    "2%:skew=86400;2%:item-fault=4001;3%:item-fault=10000;1%:item-fault=3001;1%:item-fault=610;1%:stale"
)


class Faster(Patient):
    """Waits for work as ever; pauses are shorter."""

    __slots__ = ()

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        super().pause(seconds / FASTER, wanted)


@dataclass
class Stage:
    """A served firm with a crowd of cases in a store, and the look-ups of them."""

    caller: Caller
    reach: Reach
    cases: StoredCases
    look_up: LookUp
    ids: list[str]

    def connect(self) -> None:
        """Connects again; the schedule goes on, so that may take some attempts."""
        for _ in range(50):
            with suppress(OutsideProblem):
                QuickBooksSignIn(self.reach).connect_sample(SampleAddress(self.caller.base))
                return
        raise AssertionError("the sample firm can't be connected any more")

    def play(self, schedule: str) -> None:
        self.caller.session.post(f"{self.caller.base}/sample/faults", data=schedule, timeout=10).raise_for_status()

    def played(self) -> int:
        told = self.caller.session.get(f"{self.caller.base}/sample/faults", timeout=10).json()
        return sum(told["happened"].values())

    def stored(self) -> dict[str, Case]:
        return {case.id: case for case in self.cases.all()}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with quick_firms("--seed", "3") as process, make_session() as session:
        caller = Caller(process.greeting)
        reach = _reach(caller, session)
        these = crowd(caller, open_books(caller.realm, Environment.SAMPLE, reach), 30, booked=True)
        yield _staged(caller, reach, these, tmp_path)
        caller.session.close()


def _reach(caller: Caller, session: requests.Session) -> Reach:
    patience = Faster()
    parts = (MemoryVault(), session, SystemClock(), free, patience, one_at_a_time)
    reach = Reach(*parts, times=TIMES)
    [company] = QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
    pace = Pace(patience, nullcontext(), None, lambda: time.monotonic() * FASTER)
    reach.paces[f"{caller.base} {company.realm}"] = pace
    return reach


def _staged(caller: Caller, reach: Reach, these: Crowd, folder: Path) -> Stage:
    database = open_database(folder / "untwin.sqlite3")
    cases, companies = StoredCases(database), StoredCompanies(database)
    companies.put(replace(COMPANY, realm=caller.realm))
    ids = [cases.add(replace(each, company=caller.realm)).id for each in these.cases]
    look_up = LookUp(cases, companies, these.gather, Play(these.gather.connections), TickingClock(), reach.patience)
    return Stage(caller, reach, cases, look_up, ids)


def test_a_thousand_faults_harm_no_case_and_hasten_no_verdict(stage: Stage) -> None:
    assert stage.look_up.all(stage.ids).problems == {}
    truth = {case_id: case.judgement for case_id, case in stage.stored().items()}
    verdicts = [judgement.verdict for judgement in truth.values() if judgement]
    assert (verdicts.count(Verdict.UNRELATED), len(verdicts)) == (15, 30)
    stage.play(SCHEDULE)
    happened, turns, sizes = 0, cycle(stage.ids), cycle([1, 2, 5, 1, 13])
    told: Counter[Verdict | str] = Counter()
    while happened < FAULTS:
        before, began = stage.played(), time.monotonic()
        looked = stage.look_up.all(list(dict.fromkeys(islice(turns, next(sizes)))))
        happened += stage.played() - before
        assert time.monotonic() - began < LONG
        assert all(isinstance(problem, OutsideProblem) for problem in looked.problems.values())
        _nothing_is_lost(stage, set(looked.problems))
        for case_id, case in looked.cases.items():
            told[_hastened(case, truth[case_id])] += 1
        told["failed"] += len(looked.problems)
        if any(isinstance(problem, SignInNeeded) for problem in looked.problems.values()):
            stage.connect()
    # Enough came through and enough failed for this to mean something.
    assert min(told[Verdict.UNRELATED], told[Verdict.UNKNOWN], told["failed"]) > FAULTS / 20, told
    stage.play("")
    stage.connect()
    assert stage.look_up.all(stage.ids).problems == {}
    assert {i: c.judgement for i, c in stage.stored().items()} == truth


def _nothing_is_lost(stage: Stage, failed: set[str]) -> None:
    stored = stage.stored()
    assert set(stored) == set(stage.ids)
    assert {case.state for case in stored.values()} <= {State.NEW, State.NEEDS_DECISION}
    assert {case_id for case_id, case in stored.items() if case_id in failed} == failed
    assert all(stored[case_id].state is State.NEW and stored[case_id].note for case_id in failed)


def _hastened(case: Case, truth: Judgement | None) -> Verdict:
    """A verdict under faults is the true one, or says that not enough is known."""
    assert truth is not None
    assert case.judgement is not None
    assert case.evidence is not None
    verdict = case.judgement.verdict
    assert verdict in (truth.verdict, Verdict.UNKNOWN)
    if verdict is Verdict.UNRELATED:
        assert case.evidence.holder_search.complete
        assert case.evidence.twin_search.complete
        assert case.evidence.holders
    return verdict
