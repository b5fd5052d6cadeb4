"""Takes in errors: pasted text or files become cases, each bound to one company before anything is looked up."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.faults import FaultKind, Finding, Reading
from untwin.domain.problems import BadInput
from untwin.ports.machine import Clock, Intake
from untwin.ports.stores import Cases, Companies, WriteLock


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of one paste or import.

    `joined` are findings about a thing that has its case already. `unread` are sentences on what could not
    be read.
    """

    new: tuple[Case, ...]
    joined: tuple[Case, ...]
    unread: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The toast: what, how many."""
        if not self.new and not self.joined:
            return "No error was found in this text. Nothing was taken in."
        said = [f"{len(self.new)} new {'case' if len(self.new) == 1 else 'cases'}"]
        if self.joined:
            said.append(f"{len(self.joined)} known already")
        return ", ".join(said) + "."


@dataclass(frozen=True, slots=True)
class TakeIn:
    """The flow. `company` is a realm; without one the source's binding or the only company decides.

    `alone` keeps two takings-in apart: of one error taken in twice at once there must be one case.
    """

    intake: Intake
    cases: Cases
    companies: Companies
    clock: Clock
    alone: WriteLock

    def text(self, text: str, company: str | None = None, source: str | None = None) -> TakenIn:
        """Takes in pasted text."""
        return self._take(self.intake.read_text(text), company, source)

    def files(self, paths: Iterable[Path], company: str | None = None, source: str | None = None) -> TakenIn:
        """Takes in files; one that can't be read is named in `unread`, the others are still taken in."""
        findings: list[Finding] = []
        unread: list[str] = []
        for path in paths:
            try:
                reading = self.intake.read_file(path)
            except BadInput as problem:
                unread.append(str(problem))
                continue
            findings += reading.findings
            unread += reading.unread
        return self._take(Reading(tuple(findings), tuple(unread)), company, source)

    def _take(self, reading: Reading, company: str | None, source: str | None) -> TakenIn:
        connected = self.companies.all()
        new: dict[str, Case] = {}
        joined: dict[str, Case] = {}
        with self.alone.hold():
            for finding in reading.findings:
                case = self._case(finding, source or finding.source, company, connected)
                known = self.cases.same_problem(case)
                if known is None:
                    stored = self.cases.add(case)
                    new[stored.id] = stored
                elif known.id not in new:
                    joined[known.id] = self._seen_again(known, finding)
        return TakenIn(tuple(new.values()), tuple(joined.values()), reading.unread)

    def _case(self, finding: Finding, source: str | None, company: str | None, connected: tuple[Company, ...]) -> Case:
        now = self.clock.now()
        realm = company or bind(source, connected)
        note = "" if realm else "Choose the company that this error belongs to."
        if finding.kind is FaultKind.DUPLICATE_DOC_NUMBER and finding.doc_number is None:
            note = "The error names no number. Type the number of the waiting document."
        return Case(
            id="",
            kind=finding.kind,
            state=State.NEW,
            company=realm,
            source=source,
            doc_number=finding.doc_number,
            findings=(finding,),
            created_at=now,
            updated_at=now,
            note=note,
        )

    def _seen_again(self, known: Case, finding: Finding) -> Case:
        """A solved case that is seen again has failed again; any other just counts the repeat."""
        now = self.clock.now()
        again = known.repeated(finding, now)
        if known.state.solved:
            again = again.moved(State.FAILED_AGAIN, now, "The same error was taken in again.")
        self.cases.save(again, known.state)
        return again


def bind(source: str | None, connected: tuple[Company, ...]) -> str | None:
    """The one company that an error of this source can belong to, or None where that must be asked."""
    if len(connected) == 1:
        return connected[0].realm
    bound = [c for c in connected if source and c.binding(source)]
    return bound[0].realm if len(bound) == 1 else None
