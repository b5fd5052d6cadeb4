"""Stands in for the bookkeeper: takes in what the sources' pages show and brings every case to its end."""

from dataclasses import dataclass, field

import requests

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.flows.desk import Desk
from untwin.sample.expect import Expected
from untwin.walkthrough.browser import Browser, fresh_session
from untwin.walkthrough.errand import Errand, Say
from untwin.walkthrough.flows_hands import FlowHands


@dataclass(frozen=True, slots=True)
class Person:
    """Reads the sources' pages, presses what is to be pressed there, goes by verdicts and advice.

    `known` is what the person knows from the sources' screens; `base` is where deeds are done.
    """

    desk: Desk
    say: Say
    session: requests.Session = field(default_factory=fresh_session)
    known: tuple[Expected, ...] = ()
    base: str = ""
    met: dict[str, Case] = field(default_factory=dict)
    """The case of each scenario, by company and key."""

    def work(self, company: Company) -> tuple[Case, ...]:
        """Takes in every page of a company's sources and brings each case as far as it goes."""
        ended: list[Case] = []
        for binding in company.sources:
            page = Browser(self.session).text(binding.retry_page)
            taken = self.desk.take_in.text(page, company.realm, binding.source)
            self.say(f"{company.name}, {binding.source}: {taken.sentence}")
            ended += [self._end(company, case) for case in taken.new]
        return tuple(ended)

    def _end(self, company: Company, case: Case) -> Case:
        told = next((one for one in self.known if is_about(one, case)), None)
        hands, browser = FlowHands(self.desk), Browser(self.session)
        errand = Errand(hands, browser, company, case, told, self.base, self.say)
        errand.run()
        ended = self.desk.cases.get(case.id)
        self.say(f"  {_way(ended)}")
        if told is not None:
            self.met[f"{told.company} {told.key}"] = ended
        return ended


def is_about(one: Expected, case: Case) -> bool:
    """Whether a case is about what a scenario lets wait: by the number in its row, or by what has none."""
    if (one.company, one.source) != (case.company, case.source):
        return False
    columns = case.findings[0].columns if case.findings else None
    printed = {case.doc_number, columns.incoming_number if columns else None} - {None}
    if one.number:
        return one.number in printed
    return printed == {one.final_number} if one.final_number else not printed


def _way(case: Case) -> str:
    verdict = case.judgement.verdict.value.replace("_", " ") if case.judgement else case.kind.value.replace("_", " ")
    changes = "".join(f", {r.old} > {r.new}" for r in case.renumbered)
    return f"{case.doc_number}: {verdict}{changes}, {case.state.words.lower()}"
