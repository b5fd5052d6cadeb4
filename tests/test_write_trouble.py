"""One change at its sheet while QuickBooks misbehaves: what the person is told, and under which id it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builders import TEXT
from conftest import QUICK
from flows.walk import CONFIRMED
from sample.caller import Caller
from untwin.app.samples import sample_desk
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Step
from untwin.flows.changing.carry_out import Carried
from untwin.flows.desk import Desk
from untwin.jobs import Patient
from untwin.ports.machine import Wanted, always


class Faster(Patient):
    """Pauses are shorter, but for the second that QuickBooks asks for."""

    __slots__ = ()

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        super().pause(seconds if seconds == 1 else seconds / 100, wanted)


@dataclass
class Trouble:
    """The case about number 1234, looked up and ready for its change; the server's faults at hand."""

    desk: Desk
    caller: Caller
    case: Case

    def play(self, schedule: str) -> None:
        self.caller.session.post(f"{self.caller.base}/sample/faults", data=schedule, timeout=10).raise_for_status()

    def save(self) -> Carried:
        return self.desk.renumber(self.desk.renumber.plan({self.case.id: {}}), CONFIRMED)

    @property
    def now(self) -> Case:
        return self.desk.cases.get(self.case.id)

    @property
    def memo(self) -> Any:
        """The credit memo as it stands in the books."""
        return next(doc for doc in self.caller.books()["CreditMemo"] if doc["Id"] == "111")

    @property
    def wanted(self) -> str:
        """The number that the plan gives it."""
        return self.case.proposed[0].suggestions[0]

    def writes(self) -> int:
        """How often the number was really written."""
        return int(self.memo["SyncToken"])

    def steps(self) -> list[Step]:
        sent = [e["query"].get("requestid") for e in self.caller.log() if e["query"].get("requestid")]
        return [record.step for record in self.desk.history.change(sent[0]).steps]


@pytest.fixture
def trouble(tmp_path: Path) -> Iterator[Trouble]:
    with sample_desk(tmp_path / "sample", QUICK, Faster()) as opened:
        caller = Caller(opened.greeting)
        [case] = opened.desk.take_in.text(TEXT).new
        made = Trouble(opened.desk, caller, opened.desk.look_up(case.id))
        assert made.writes() == 0
        yield made
        caller.session.close()


@pytest.mark.parametrize("fault", ["cut-before", "html=200"])
def test_a_change_that_never_arrived_is_sent_once_more_under_the_same_id(trouble: Trouble, fault: str) -> None:
    trouble.play(f"write@1:{fault}")
    assert trouble.save().problems == {}
    assert trouble.now.state is State.RENUMBERED
    assert (trouble.memo["DocNumber"], trouble.writes()) == (trouble.wanted, 1)
    ids = {e["query"]["requestid"] for e in trouble.caller.log() if e["query"].get("requestid")}
    assert len(ids) == 1
    assert Step.LOST in trouble.steps()


@pytest.mark.parametrize("fault", ["stale=Morgan Reyes", "throttle=30", "throttle", "ignore-sparse", "revoked"])
def test_a_change_that_quickbooks_refused_is_open_again_and_says_why(trouble: Trouble, fault: str) -> None:
    trouble.play(f"write@1:{fault}")
    saved = trouble.save()
    assert list(saved.problems) == [trouble.case.id]
    assert trouble.now.state is State.NEEDS_DECISION
    assert trouble.now.note == str(saved.problems[trouble.case.id])
    assert (trouble.memo["DocNumber"], trouble.writes()) == ("1234", 0)
    assert trouble.desk.history.open_changes() == ()


@pytest.mark.parametrize(
    ("field", "words"),
    [("PrivateNote", "memo"), ("TotalAmt", "total"), ("Balance", "balance"), ("TxnDate", "date"), ("Line", "line")],
)
def test_anything_that_changed_along_is_an_alarm_and_stays_open(trouble: Trouble, field: str, words: str) -> None:
    trouble.play(f"write@1:meddle={field}")
    saved = trouble.save()
    assert "before/after check failed" in str(saved.problems[trouble.case.id])
    assert words in str(saved.problems[trouble.case.id])
    assert trouble.now.state is State.NEEDS_CHECKING
    [change] = trouble.desk.history.open_changes()
    assert '"DocNumber":"1234"' in change.intent.before.replace(" ", "")


def test_a_number_that_is_not_the_one_that_was_sent_is_an_alarm_too(trouble: Trouble) -> None:
    trouble.play("write@1:meddle=DocNumber")
    saved = trouble.save()
    assert f"not {trouble.wanted}" in str(saved.problems[trouble.case.id])
    assert trouble.now.state is State.NEEDS_CHECKING
    assert trouble.writes() == 1


@pytest.mark.parametrize("fault", ["throttle=9", "item-fault=610"])
def test_a_look_before_the_change_that_fails_sends_nothing(trouble: Trouble, fault: str) -> None:
    trouble.play(f"batch@1-9:{fault}")
    assert list(trouble.save().problems) == [trouble.case.id]
    assert trouble.now.state is State.NEEDS_DECISION
    assert (trouble.memo["DocNumber"], trouble.writes()) == ("1234", 0)
