"""The whole main job without a window: a stand-in for the person decides by verdict, the server's books judge."""

import argparse
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, Protocol

import requests
from lxml.html import HtmlElement, document_fromstring

from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.posting import Outcome
from untwin.domain.problems import Problem
from untwin.domain.verdict import Verdict
from untwin.flows.confirm import Confirmation
from untwin.flows.desk import Desk
from untwin.flows.retry import RetryCard
from untwin.sample.expect import ScenarioResult, check

PATIENCE_SECONDS = 30.0
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Person:
    """Stands in for the bookkeeper and the browser: reads the source's page, presses Retry, goes by verdicts."""

    desk: Desk
    say: Say
    session: requests.Session = field(default_factory=requests.Session)

    def work(self, company: Company) -> tuple[Case, ...]:
        """Takes in what the source's page shows and brings every case as far as its verdict allows."""
        page = company.sources[0].retry_page
        taken = self.desk.take_in.text(self._page_text(page), company.realm, company.sources[0].source)
        self.say(f"{company.name}: {taken.sentence}")
        return tuple(self._solve(case) for case in taken.new)

    def _solve(self, case: Case) -> Case:
        try:
            case = self._decide(self.desk.look_up(case.id))
            if case.state is State.WAITING_TO_POST:
                case = self._until_posted(case)
        except Problem as problem:
            self.say(f"  {case.doc_number}: {problem}")
            case = self.desk.cases.get(case.id)
        self.say(f"  {_way(case)}")
        return case

    def _decide(self, case: Case) -> Case:
        """What a careful person does about each verdict; what is locked stays."""
        if case.state is not State.NEEDS_DECISION or case.judgement is None:
            return case
        verdict = case.judgement.verdict
        if verdict is Verdict.SAME_DOCUMENT:
            return self.desk.decide.same_document(case.id, self.desk.who)
        if verdict is Verdict.NONE_FOUND:
            return self._press_retry(self.desk.retry(case.id))
        return self._renumber(case) if verdict.changeable else case

    def _renumber(self, case: Case) -> Case:
        planned = self.desk.renumber.plan({case.id: {}})
        confirmed = Confirmation(self.desk.who, "walkthrough", frozenset(planned.flags), len(planned.rows))
        saved = self.desk.renumber(planned, confirmed)
        if saved.problems:
            return saved.cases[0]
        return self._press_retry(self.desk.retry(case.id))

    def _press_retry(self, card: RetryCard) -> Case:
        """Finds the row of the number on the source's page and posts its form, as a click would."""
        page = document_fromstring(self._get(card.page), base_url=card.page)
        page.make_links_absolute()
        forms = [f for f in page.forms if card.number in _cells(next(f.iterancestors("tr")))]
        if not forms:
            raise Problem(f"{card.profile.name} shows no Retry button for {card.number}.")
        answer = self.session.post(forms[0].action or card.page, data=dict(forms[0].form_values()), timeout=10)
        answer.raise_for_status()
        return card.case

    def _until_posted(self, case: Case) -> Case:
        deadline = monotonic() + PATIENCE_SECONDS
        while case.state is State.WAITING_TO_POST and monotonic() < deadline:
            case = self.desk.watch(case.id)
            if case.posting and case.posting.outcome is Outcome.NOT_SEEN:
                sleep(0.3)
        return case

    def _page_text(self, address: str) -> str:
        """The page as a person's select-all and copy gives it: a line a row, cells apart."""
        page = document_fromstring(self._get(address))
        return "\n".join("\t".join(_cells(row)) for row in page.iter("tr"))

    def _get(self, address: str) -> str:
        answer = self.session.get(address, timeout=10)
        answer.raise_for_status()
        return answer.text


def _cells(row: HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]


def _way(case: Case) -> str:
    verdict = case.judgement.verdict.value.replace("_", " ") if case.judgement else "not judged"
    changes = "".join(f", {r.old} > {r.new}" for r in case.renumbered)
    return f"{case.doc_number}: {verdict}{changes}, {case.state.words.lower()}"


class OpenedSample(Protocol):
    """Served sample firms with a desk on them; `greeting` says where they are served."""

    @property
    def desk(self) -> Desk:
        """The desk."""

    @property
    def greeting(self) -> dict[str, Any]:
        """The first line of `untwin sample serve`."""


SampleDesk = Callable[[Path, tuple[str, ...]], AbstractContextManager[OpenedSample]]


def walk_through(arguments: list[str], opened: SampleDesk) -> int:
    """Runs the walkthrough on fresh sample firms; 0 only if the server's books ended as expected.

    `opened` makes a desk on served sample firms: it is handed a folder and the server's arguments.
    """
    options = _options(arguments)
    today = options.today or datetime.now(UTC).astimezone().date()
    with TemporaryDirectory(prefix="untwin-walkthrough-") as folder:
        serve = ("--seed", str(options.seed), "--today", today.isoformat())
        with opened(Path(folder), serve) as sample:
            person = Person(sample.desk, _say)
            cases = [c for company in sample.desk.companies.all() if company.sources for c in person.work(company)]
            results = check(sample.greeting, options.seed, today)
    return _report(cases, results)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="untwin sample walkthrough", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which firm (default: 1)")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the firm's date (default: today)")
    return parser.parse_args(arguments)


def _report(cases: list[Case], results: list[ScenarioResult]) -> int:
    """Says what the books say about each scenario, and where the app's own word differs from them."""
    by_number = {c.doc_number: c for c in cases}
    failed = 0
    for result in results:
        wrong = [*result.wrong, *_misjudged(result, by_number.get(result.number))]
        failed += bool(wrong)
        _say(f"{'ok  ' if not wrong else 'NOT '} {result.key.replace('_', ' ')} {result.number}")
        for sentence in wrong:
            _say(f"       {sentence}")
    posted = sum(c.state is State.POSTED for c in cases)
    already = sum(c.state is State.ALREADY_IN_QUICKBOOKS for c in cases)
    _say(f"{len(cases)} cases: {posted} posted, {already} already in QuickBooks, {len(cases) - posted - already} open.")
    return 1 if failed else 0


def _misjudged(result: ScenarioResult, case: Case | None) -> list[str]:
    if not result.state:
        return []
    if case is None:
        return ["No case was made of it."]
    said = (case.state.value, case.judgement.verdict.value if case.judgement else "")
    return [] if said == (result.state, result.verdict) else [f"Untwin says {said[0]}, {said[1]}."]


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()
