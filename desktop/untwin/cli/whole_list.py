"""The end of importing a source's whole list: what it misses is named, and solved where the list proves it."""

from dataclasses import dataclass, field
from pathlib import Path

from untwin.cli.words import Json
from untwin.domain.cases.case import Case
from untwin.domain.errors.columns import Told
from untwin.domain.errors.faults import Reading
from untwin.domain.playbooks.whole_list import Missing, Next, next_of
from untwin.domain.words.phrasing import in_sentences
from untwin.flows.arriving.folders import all_files
from untwin.flows.arriving.take_in import Wishes
from untwin.flows.arriving.taken_in import TakenIn
from untwin.flows.desk import Desk
from untwin.flows.posting.end_gone import Looked


@dataclass(frozen=True, slots=True)
class ListTold:
    """What the list says about cases that wait; nothing where it isn't the whole one."""

    missing: Missing = field(default_factory=Missing)
    looked: Looked = field(default_factory=Looked)

    @property
    def left(self) -> tuple[Case, ...]:
        """The missing ones that the list alone didn't settle."""
        return tuple(case for case in self.missing.cases if case.id not in self.looked.cases)

    @property
    def settled(self) -> bool:
        """Whether nothing is left for a person."""
        ended = all(case.state.solved for case in self.looked.cases.values())
        return ended and not (self.left or self.missing.why_not)

    @property
    def complaints(self) -> list[str]:
        """Why nothing can be concluded, or why a case could not be ended."""
        more = [f"case {case_id}: {problem}" for case_id, problem in self.looked.problems.items()]
        return [self.missing.why_not, *more] if self.missing.why_not else more

    @property
    def data(self) -> Json:
        """The same as other programs read it."""
        return {
            "missing": [{"case": case.id, "next": next_of(case).value} for case in self.left],
            "looked": [{"case": c.id, "state": c.state.value} for c in self.looked.cases.values()],
        }

    @property
    def lines(self) -> list[str]:
        """The same for people."""
        gone = [f"not in the list any more: case {case.id}, {next_of(case).value}" for case in self.left]
        return [*gone, *(f"case {c.id}: {in_sentences(c.state.words, c.note)}" for c in self.looked.cases.values())]


def look_into_list(desk: Desk, taken: list[TakenIn], files: list[Path], piped: str, wishes: Wishes) -> ListTold:
    """Names what the list doesn't have any more, and ends what shows its end in it alone.

    The files and what was piped in are one list. It is read once more only where a case may end by it.
    """
    missing = desk.compare_list.missing(*taken)
    gone = [case.id for case in missing.to(Next.GONE)]
    if not gone:
        return ListTold(missing)
    reading = _whole(desk, files, piped, wishes.given)
    return ListTold(missing, desk.end_gone.all(gone, reading, piped, wishes.source or ""))


def _whole(desk: Desk, files: list[Path], piped: str, given: Told | None) -> Reading:
    intake = desk.take_in.intake
    readings = [intake.read_file(file, given) for file in all_files(files)]
    readings += [intake.read_text(piped, given)] if piped else []
    return Reading(tuple(finding for reading in readings for finding in reading.findings), ())
