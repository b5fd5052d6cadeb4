"""Changes a thousand numbers in one batch, with QuickBooks' limits on and 300 ms added to every answer.

    PYTHONPATH=desktop:tests .venv/bin/python tests/thousand/bench_thousand.py [--changes N] [--delay S] [--plain N]

Prints it beside a plain python-quickbooks loop (`get`, set the number, `save`) on as many other documents: time,
requests, metered reads, and in how many fields each left the documents different from before; and the gaps of the
window's event loop during the batch beside those of the same loop when idle. QuickBooks takes 500 requests a minute:
a thousand writes alone need 120 s.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from plain_vault import PlainVault
from sample.caller import Caller
from thousand.loop import Gaps, percentile
from thousand.papers import case_about, changed_fields, put_papers, raw_now
from thousand.plain import plain_client, save_plainly
from ui.conftest import Board
from untwin.app.desk import build_desk
from untwin.domain.books.documents import Document
from untwin.domain.changes.change import Flag
from untwin.domain.changes.run import Run, tally
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.companies.set_policy import Policy
from untwin.flows.desk import Desk
from untwin.jobs import LaneJobs, one_at_a_time
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.pace import QUICKBOOKS_LIMITS, Pace
from untwin.sample.process import SampleProcess
from untwin.store.home import open_home
from untwin.ui.lanes.bridge import Bridge
from untwin.ui.window.collector import Collector
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

BOUND = 60 / QUICKBOOKS_LIMITS.a_minute  # seconds that one write needs at least
IDLE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What one way took: seconds, requests, of these reads, and fields that differ afterwards."""

    seconds: float
    requests: int
    reads: int
    fields: int

    def line(self, who: str, count: int) -> str:
        shares = f"{self.requests / count:8.2f} {self.reads / count:8.2f} {self.fields / count:8.2f}"
        return f"{who:28} {count:6} {self.seconds:9.1f} {self.seconds / (count * BOUND):8.3f} {shares}"


def main() -> None:
    options = _options()
    with SampleProcess("--firms", "1", "--limits", "--documents", str(options.documents), timeout=300) as process:
        caller = Caller(process.greeting)
        ours = put_papers(caller, options.changes, "BATCH-")
        theirs = put_papers(caller, options.plain, "PLAIN-") if options.plain else []
        caller.schedule(f"*:delay={options.delay}").raise_for_status()
        with tempfile.TemporaryDirectory() as folder:
            idle, busy, cost = _by_untwin(caller, Path(folder) / "home", ours)
        print(f"{'':28} {'rows':>6} {'seconds':>9} {'/ bound':>8} {'requests':>8} {'reads':>8} {'fields':>8}  a row")
        print(cost.line("Untwin, proved", len(ours)))
        if theirs:
            plain = _measured(caller, "PLAIN-", lambda: save_plainly(plain_client(caller), theirs))
            print(plain.line("python-quickbooks get + save", len(theirs)))
            print(f"ratio of times, a row: {cost.seconds / len(ours) / (plain.seconds / len(theirs)):.2f}")
        _tell_gaps("idle loop", idle)
        _tell_gaps("during the batch", busy)
        caller.session.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=1000)
    parser.add_argument("--documents", type=int, default=20_000, help="further documents in the books")
    parser.add_argument("--delay", type=float, default=0.3, help="seconds added to every answer")
    parser.add_argument("--plain", type=int, default=1000, help="documents for the plain loop; 0 leaves it out")
    return parser.parse_args()


def _by_untwin(caller: Caller, folder: Path, papers: Sequence[Document]) -> tuple[list[float], list[float], Cost]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QApplication([])
    jobs = LaneJobs()
    desk = build_desk(open_home(folder), PlainVault(), jobs.patience)
    desk.connect.sample(SampleAddress(caller.base))
    desk.set_policy(caller.realm, Policy(most_rows=len(papers)), "bench")
    _limit(desk, caller, jobs)
    run = _confirmed(desk, [desk.cases.add(case_about(paper, caller.realm)).id for paper in papers])
    window = build_window(desk, jobs, Opening(sample=True), Board(), Board())
    window.show()
    Collector(lambda: True, window).begin()  # as the app does it
    gaps = Gaps()
    idle = _gaps(gaps, lambda: _wait(IDLE_SECONDS))
    busy: list[float] = []
    cost = _measured(caller, "BATCH-", lambda: busy.extend(_gaps(gaps, lambda: _carried_out(window, jobs, desk, run))))
    counted = tally(desk.runs.get(run.id), desk.history.of_run(run.id), ())
    assert counted.proved == len(papers), counted
    assert desk.history.verify().whole
    window.close()
    jobs.close()
    return list(idle), busy, cost


def _limit(desk: Desk, caller: Caller, jobs: LaneJobs) -> None:
    """The limits of a real company, which a sample one doesn't have."""
    paces = desk.carry_out.connections._paces  # type: ignore[attr-defined]
    paces[f"{caller.base} {caller.realm}"] = Pace(jobs.patience, one_at_a_time(), QUICKBOOKS_LIMITS)


def _confirmed(desk: Desk, case_ids: Sequence[str]) -> Run:
    planned = desk.renumber.plan({case_id: {} for case_id in case_ids})
    settings = {refusal.reason for refusal in planned.refused}
    assert not settings, settings
    return desk.renumber.confirm(planned, Confirmation("Ann", "bench", frozenset(Flag), len(planned.rows)))


def _carried_out(window: MainWindow, jobs: LaneJobs, desk: Desk, run: Run) -> None:
    """As the batch sheet does it: in a lane, each stage carried to the window's thread."""
    loop, bridge = QEventLoop(), Bridge(jobs, window)
    stages: list[object] = []
    carried = bridge.carried(lambda *stage: stages.append(stage))
    bridge.run("batch", lambda: desk.carry_out(run.id, carried), lambda _carried: loop.quit(), _fail)
    loop.exec()
    assert desk.runs.get(run.id).state.over, desk.runs.get(run.id).note


def _fail(problem: Exception) -> None:
    raise SystemExit(f"it failed: {problem}")


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _gaps(gaps: Gaps, work: Callable[[], None]) -> Sequence[float]:
    gaps.begin()
    work()
    return gaps.end()


def _measured(caller: Caller, mark: str, work: Callable[[], object]) -> Cost:
    before, asked = raw_now(caller, mark), len(caller.log())
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    log, after = caller.log()[asked:], raw_now(caller, mark)
    writes = sum(entry["method"] == "POST" and not _is_reading(entry) for entry in log)
    fields = sum(changed_fields(before[key], after[key]) for key in before)
    return Cost(took, len(log), len(log) - writes, fields)


def _is_reading(entry: dict[str, Any]) -> bool:
    path = str(entry["path"])
    return path.endswith(("/batch", "/query", "/bearer"))


def _tell_gaps(what: str, gaps: Sequence[float]) -> None:
    p99, worst = percentile(gaps, 0.99), max(gaps)
    print(f"event loop, {what}: median {percentile(gaps, 0.5):.1f} ms, p99 {p99:.1f} ms, worst {worst:.1f} ms")


if __name__ == "__main__":
    main()
