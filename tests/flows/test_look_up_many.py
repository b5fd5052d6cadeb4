"""Looking many cases up: in turn, at QuickBooks' pace, and one that fails keeps no other from its verdict."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from builders import COMPANY, NOW, REALM, case, evidence
from fakes import TickingClock
from flows.conftest import Office
from reach import QuickPatience, SetClock
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.domain.problems import (
    BadInput,
    Cancelled,
    KeyringProblem,
    Lapsed,
    Problem,
    Refused,
    SignInNeeded,
    Throttled,
    Unreachable,
)
from untwin.domain.verdicts.evidence import Evidence
from untwin.flows.looking.look_up import AT_ONCE, LookUp
from untwin.ports.machine import Leaving, Wanted, always

OTHER = "9130000000000002"


@dataclass
class Desk:
    """Cases in a real store, evidence as it is scripted, and what was asked in which order."""

    office: Office
    script: Callable[[str, Sequence[Case]], None] = lambda _realm, _cases: None
    asked: list[tuple[str, int]] = field(default_factory=list)
    patience: QuickPatience = field(default_factory=QuickPatience)

    def gather(self, company: Company, cases: Sequence[Case]) -> tuple[Evidence, ...]:
        self.asked.append((company.realm, len(cases)))
        self.script(company.realm, cases)
        return tuple(evidence() for _ in cases)

    @property
    def look_up(self) -> LookUp:
        desk = self.office.desk
        return LookUp(desk.cases, desk.companies, self.gather, desk.look_up.observe, TickingClock(), self.patience)

    def add(self, count: int, realm: str = REALM) -> list[str]:
        return [self.office.desk.cases.add(case(id="", company=realm, doc_number=f"{n}")).id for n in range(count)]

    def states(self, case_ids: list[str]) -> set[State]:
        return {self.office.desk.cases.get(case_id).state for case_id in case_ids}


@pytest.fixture
def desk(office: Office) -> Desk:
    office.desk.companies.put(replace(COMPANY, realm=OTHER, name="Bright Ltd"))
    return Desk(office)


def test_the_cases_of_a_company_go_together_and_companies_in_turn(desk: Desk) -> None:
    mine, theirs = desk.add(AT_ONCE + 7), desk.add(2, OTHER)
    looked = desk.look_up.all([*mine, *theirs])
    assert desk.asked == [(REALM, AT_ONCE), (OTHER, 2), (REALM, 7)]
    assert looked.problems == {}
    assert set(looked.cases) == {*mine, *theirs}
    assert desk.states([*mine, *theirs]) == {State.NEEDS_DECISION}


def test_progress_counts_up_to_all_of_them(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    desk.look_up.all(desk.add(AT_ONCE + 1), lambda done, of: told.append((done, of)))
    assert told == [(100, 101), (101, 101)]


def test_a_company_that_is_to_be_left_alone_waits_while_the_others_go_on(desk: Desk) -> None:
    mine, theirs = desk.add(3), desk.add(2, OTHER)
    slow = [Throttled("Slow down.", wait_seconds=37)]

    def script(realm: str, cases: Sequence[Case]) -> None:
        if realm == REALM and slow:
            raise slow.pop()

    desk.script = script
    looked = replace(desk.look_up, clock=SetClock(NOW)).all([*mine, *theirs])
    assert desk.asked == [(REALM, 3), (OTHER, 2), (REALM, 3)]
    assert desk.patience.pauses == [37]
    assert len(looked.cases) == 5


def test_the_others_are_looked_up_before_anybody_waits(desk: Desk) -> None:
    mine, theirs = desk.add(1), desk.add(1, OTHER)

    def script(realm: str, cases: Sequence[Case]) -> None:
        if realm == REALM:
            assert not desk.patience.pauses or desk.states(theirs) == {State.NEEDS_DECISION}
            raise Throttled("Slow down until 14:07:00.", wait_seconds=9)

    desk.script = script
    looked = desk.look_up.all([*mine, *theirs])
    assert set(looked.problems) == set(mine)
    assert desk.states(mine) == {State.NEW}
    assert "14:07:00" in desk.office.desk.cases.get(mine[0]).note


def test_only_what_is_left_of_a_rest_is_waited_for_and_none_before_giving_up(desk: Desk) -> None:
    """The others' turn took 40 of the 60 seconds; and after the last answer there is nothing to wait for."""
    mine, theirs = desk.add(1), desk.add(1, OTHER)
    clock = SetClock(NOW)

    def script(realm: str, _cases: Sequence[Case]) -> None:
        if realm == REALM:
            raise Throttled("Slow down.", wait_seconds=60)
        clock.at += timedelta(seconds=40)

    desk.script = script
    looked = replace(desk.look_up, clock=clock).all([*mine, *theirs])
    assert set(looked.problems) == set(mine)
    assert desk.asked.count((REALM, 1)) == 5
    assert desk.patience.pauses == [20, 60, 60, 60]


def test_one_question_that_is_refused_does_not_take_the_others_along(desk: Desk) -> None:
    ids = desk.add(5)

    def script(_realm: str, cases: Sequence[Case]) -> None:
        if any(each.doc_number == "3" for each in cases):
            raise Refused("QuickBooks answered: no.", code="4001")

    desk.script = script
    looked = desk.look_up.all(ids)
    assert set(looked.problems) == {ids[3]}
    assert desk.states([ids[3]]) == {State.NEW}
    assert desk.states([*ids[:3], ids[4]]) == {State.NEEDS_DECISION}


@pytest.mark.parametrize(
    "problem",
    [Unreachable("Nobody there."), SignInNeeded("No."), KeyringProblem("Locked."), Lapsed("Ended.", code="6190")],
)
def test_what_stops_a_company_stops_its_cases_at_once_and_loses_none(desk: Desk, problem: Problem) -> None:
    mine, theirs = desk.add(4), desk.add(1, OTHER)

    def script(realm: str, _cases: Sequence[Case]) -> None:
        if realm == REALM:
            raise problem

    desk.script = script
    looked = desk.look_up.all([*mine, *theirs])
    assert looked.problems == dict.fromkeys(mine, problem)
    assert desk.asked == [(REALM, 4), (OTHER, 1)]
    assert desk.states(mine) == {State.NEW}
    assert {desk.office.desk.cases.get(i).note for i in mine} == {str(problem)}


@pytest.mark.parametrize("error", [ZeroDivisionError(), KeyboardInterrupt()])
def test_not_even_an_error_of_our_own_leaves_a_case_looking(desk: Desk, error: BaseException) -> None:
    ids = desk.add(2)

    def script(_realm: str, _cases: Sequence[Case]) -> None:
        raise error

    desk.script = script
    with pytest.raises(type(error)):
        desk.look_up.all(ids)
    assert desk.states(ids) == {State.NEW}


def test_cancelled_while_it_rests_what_is_done_stays_and_nothing_hangs(desk: Desk) -> None:
    mine, theirs = desk.add(2), desk.add(1, OTHER)

    class Impatient(QuickPatience):
        def pause(self, seconds: float, wanted: Wanted = always) -> None:
            raise Cancelled

        def wait(self, work, seconds: float, leaving: Leaving = Leaving.DROP):  # type: ignore[no-untyped-def]
            raise Cancelled

    def script(realm: str, _cases: Sequence[Case]) -> None:
        if realm == REALM:
            raise Throttled("Slow down.", wait_seconds=60)

    desk.script, desk.patience = script, Impatient()
    with pytest.raises(Cancelled):
        desk.look_up.all([*mine, *theirs])
    assert desk.states(theirs) == {State.NEEDS_DECISION}
    assert desk.states(mine) == {State.NEW}


def test_what_can_not_be_looked_up_is_said_and_the_rest_goes_on(desk: Desk) -> None:
    good = desk.add(1)
    unbound = desk.office.desk.cases.add(case(id="", company=None)).id
    posted = desk.office.desk.cases.add(case(id="", state=State.POSTED)).id
    looked = desk.look_up.all([unbound, *good, posted, "99999"])
    assert set(looked.problems) == {unbound, posted, "99999"}
    assert isinstance(looked.problems["99999"], BadInput)
    assert set(looked.cases) == set(good)


def test_a_case_named_twice_is_looked_up_once(desk: Desk) -> None:
    [one] = desk.add(1)
    desk.look_up.all([one, one])
    assert desk.asked == [(REALM, 1)]
