"""Has looked for in QuickBooks what the playbooks want to see, for many cases at once; only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from untwin.domain.books.documents import SALES_SPACE
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.playbooks.book import has_playbook, wanted_by
from untwin.domain.verdicts.evidence import Evidence, Search
from untwin.domain.verdicts.observed import Deleted, Observed, Wanted
from untwin.ports.books import Connections


@dataclass(frozen=True, slots=True)
class Play:
    """The flow: one request for the names that all cases together ask about, none where none does."""

    connections: Connections

    def __call__(self, company: Company, cases: Sequence[Case], evidences: Sequence[Evidence]) -> tuple[Observed, ...]:
        """What was seen for each case, in their order.

        Raises:
            OutsideProblem: QuickBooks could not be read.
            BadInput: an error names an id that is none.
        """
        wanted = [
            wanted_by(case, company, evidence) if has_playbook(case.kind) else None
            for case, evidence in zip(cases, evidences, strict=True)
        ]
        asked = [one for one in wanted if one is not None and not one.nothing]
        deleted = self._deleted(company, cases, evidences)
        answers = iter(self.connections.books(company.realm).names(asked) if asked else ())

        def observed(one: Wanted) -> Observed:
            if one.nothing:
                return Observed()
            answer = next(answers)
            return Observed(one, answer.names, answer.records, Search(answer.complete, answer.why_not))

        return tuple(Observed(deleted=deleted) if one is None else observed(one) for one in wanted)

    def _deleted(self, company: Company, cases: Sequence[Case], evidences: Sequence[Evidence]) -> Deleted | None:
        """What was deleted lately, where a number is said to be used and nothing with it is to be seen."""
        pairs = zip(cases, evidences, strict=True)
        if not any(not has_playbook(case.kind) and _stands_alone(evidence) for case, evidence in pairs):
            return None
        since = evidences[0].facts.read_at - _LATELY
        changes = self.connections.books(company.realm).number_changes(SALES_SPACE, since)
        return Deleted(changes.deleted, bool(changes.cut_short))


def _stands_alone(evidence: Evidence) -> bool:
    """Whether nothing that is seen can have refused the number: an estimate or a vendor's bill counts apart."""
    return evidence.named_found is None and all(d.type.space not in ("sales", "journal") for d in evidence.holders)


# QuickBooks tells of thirty days; an hour less, so that no clock's difference asks for more.
_LATELY = timedelta(days=30) - timedelta(hours=1)
