"""What is shown as parts of a report: the list, one case, or the keys, in the words that stand on the screen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.reports.report import Column, Kind, Section, Table
from untwin.domain.sources.declared import source_name
from untwin.ui.acting.registry import Action, Place
from untwin.ui.case.side_by_side import Line, sides, waiting_title
from untwin.ui.case.summary import happened, headline, what_to_do
from untwin.ui.inbox.columns import COLUMNS, NUMBER
from untwin.ui.inbox.rows import Row
from untwin.ui.kit.words import tr

_SHARES = (3, 2, 4, 2, 4, 3)


@dataclass(frozen=True, slots=True)
class Printed:
    """One thing that can be printed: what it is called, what stands under its title, and its parts."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]


def printed_list(rows: Iterable[Row], view: str, count: str) -> Printed:
    """The rows of the list, in their order."""
    columns = tuple(
        Column(tr(title), Kind.NUMBER_TEXT if place == NUMBER else Kind.TEXT, _SHARES[place])
        for place, title in enumerate(COLUMNS)
    )
    cells = tuple(tuple("\n".join(filter(None, pair)) for pair in row.lines) for row in rows)
    table = Table(columns, cells) if cells else None
    return Printed(tr("Cases"), view, (Section(view, count, table),))


def printed_case(case: Case, companies: Mapping[str, Company]) -> Printed:
    """One case: what it is, why, both documents, and the error as it was taken in."""
    company = companies.get(case.company or "")
    facts = (
        (tr("What it is"), headline(case)),
        (tr("What to do"), what_to_do(case)),
        (tr("Company"), company.name if company else tr("not known yet")),
        (tr("App"), source_name(case.source)),
        (tr("State"), tr(case.state.words)),
    )
    sections = [Section(tr("The case"), "", None, facts)]
    if reasons := case.judgement.reasons if case.judgement else ():
        sections.append(Section(tr("Why"), "", _one_column(tr("Reason"), reasons)))
    sections += [_side(side.role, side.title, side.lines) for side in sides(case)]
    if done := happened(case):
        sections.append(Section(tr("What was done"), "", _one_column(tr("Step"), done)))
    errors = [finding.text for finding in case.findings]
    sections.append(Section(tr("The error as it was taken in"), "", _one_column(tr("Text"), errors)))
    return Printed(waiting_title(case, company), company.name if company else "", tuple(sections))


def printed_keys(actions: Iterable[Action]) -> Printed:
    """The keys as they are now, by place."""
    listed = [action for action in actions if action.shown_keys]
    columns = (Column(tr("Key"), width_share=2), Column(tr("What it does"), width_share=5))
    sections = []
    for place in Place:
        rows = tuple(("   ".join(a.shown_keys), tr(a.title)) for a in listed if a.place is place)
        if rows:
            sections.append(Section(tr(place.value), "", Table(columns, rows)))
    return Printed(tr("Keys of Untwin"), tr("Text fields win over single letters."), tuple(sections))


def _one_column(title: str, texts: Sequence[str]) -> Table:
    return Table((Column(title),), tuple((text,) for text in texts))


def _side(role: str, title: str, lines: Sequence[Line]) -> Section:
    columns = (Column(tr("What")), Column(tr("Waiting"), width_share=2), Column(title, width_share=2), Column("="))
    rows = tuple((line.label, line.waiting, line.document, line.sign) for line in lines)
    return Section(f"{role}: {title}", "", Table(columns, rows))
