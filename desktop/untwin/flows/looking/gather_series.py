"""Adds to the evidence how the numbers of the holders' types go on; what comes next there is looked for, fresh."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from untwin.domain.books.documents import TYPES, Side, fold_number
from untwin.domain.cases.case import Case
from untwin.domain.changes.numbering import House, house_of, suggest
from untwin.domain.company.company import Company
from untwin.domain.company.house_rules import Rule
from untwin.domain.company.series import LATEST, Series, series_of
from untwin.domain.verdicts.evidence import Evidence
from untwin.flows.looking.look_up import Evidences
from untwin.ports.books import Connections
from untwin.ports.stores import NumberIndex

_BILLED = "Invoice"  # the type that tells how far a source has come with its own numbers
_MORE = 10  # further numbers of a series that are looked for beside one for each case


@dataclass(frozen=True, slots=True)
class GatherSeries:
    """Honours `Evidences`; `gather` brings everything else. The index suggests, QuickBooks says what is free."""

    gather: Evidences
    connections: Connections
    numbers: NumberIndex

    def __call__(self, company: Company, cases: Sequence[Case]) -> tuple[Evidence, ...]:
        """The evidence of each case, in their order. One more request, where a series is what is suggested first."""
        found = self.gather(company, cases)
        series = self._series(company, found)
        whole = tuple(replace(evidence, series=_of_holders(evidence, series)) for evidence in found)
        if Rule.NEXT not in company.settings.numbers.order:
            return whole
        asked = {s for c, e in zip(cases, whole, strict=True) for s in _suggested_first(house_of(c, e, company), e)}
        used = self._used(company, tuple(asked), len(cases) + _MORE)
        return tuple(replace(evidence, taken=(*evidence.taken, *used)) for evidence in whole) if used else whole

    def _series(self, company: Company, found: Sequence[Evidence]) -> dict[str, Series]:
        holders = (d.entity for e in found for d in e.holders if TYPES[d.entity].side is Side.SALES)
        entities = dict.fromkeys((_BILLED, *holders))
        known = ((entity, self.numbers.latest(company.realm, entity, LATEST)) for entity in entities)
        return {s.entity: s for entity, numbers in known if (s := series_of(entity, numbers)) is not None}

    def _used(self, company: Company, asked: Sequence[Series], count: int) -> tuple[str, ...]:
        """Of the next numbers of some series those that are used; a series may have gone on since it was read."""
        used: list[str] = []
        for space in dict.fromkeys(TYPES[series.entity].space or "" for series in asked):
            mine = [s for s in asked if TYPES[s.entity].space == space]
            next_ones = list(dict.fromkeys(s.after(step) for s in mine for step in range(1, count + 1)))
            users = self.connections.books(company.realm).with_numbers(space, next_ones)
            used += [fold_number(number) for number, those in zip(next_ones, users, strict=True) if those.documents]
        return tuple(used)


def _of_holders(evidence: Evidence, series: dict[str, Series]) -> tuple[Series, ...]:
    return tuple(series[e] for e in dict.fromkeys((_BILLED, *(d.entity for d in evidence.holders))) if e in series)


def _suggested_first(house: House, evidence: Evidence) -> tuple[Series, ...]:
    """The series out of which the first suggestion for a holder is."""
    best = {
        d.entity: suggest(d, frozenset(evidence.taken), house, 1).numbers
        for d in evidence.holders
        if any(s.entity == d.entity for s in house.series)
    }
    return tuple(s for s in house.series if any(_in_series(number, s) for number in best.get(s.entity, ())))


def _in_series(number: str, series: Series) -> bool:
    return any(number == series.after(step) for step in range(1, LATEST + 1))
