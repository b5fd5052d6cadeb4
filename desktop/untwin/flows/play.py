"""Has looked for in QuickBooks what the playbooks want to see, for many cases at once; only reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from untwin.domain.case import Case
from untwin.domain.company import Company
from untwin.domain.evidence import Evidence, Search
from untwin.domain.observed import Observed, Wanted
from untwin.domain.playbooks.book import has_playbook, wanted_by
from untwin.ports.books import Connections


@dataclass(frozen=True, slots=True)
class Play:
    """The flow: one request for the names that all cases together ask about, none where none does."""

    connections: Connections

    def __call__(
        self, company: Company, cases: Sequence[Case], evidences: Sequence[Evidence]
    ) -> tuple[Observed | None, ...]:
        """What was seen for each case, in their order; None for one whose kind has no playbook.

        Raises:
            OutsideProblem: QuickBooks could not be read.
            BadInput: an error names an id that is none.
        """
        wanted = [
            wanted_by(case, company, evidence) if has_playbook(case.kind) else None
            for case, evidence in zip(cases, evidences, strict=True)
        ]
        asked = [one for one in wanted if one is not None and not one.nothing]
        answers = iter(self.connections.books(company.realm).names(asked) if asked else ())

        def observed(one: Wanted) -> Observed:
            if one.nothing:
                return Observed()
            answer = next(answers)
            return Observed(one, answer.names, answer.records, Search(answer.complete, answer.why_not))

        return tuple(None if one is None else observed(one) for one in wanted)
