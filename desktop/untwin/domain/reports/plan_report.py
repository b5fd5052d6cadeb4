"""Tells a plan as a report: what one confirmation would do, and what it would not, before anything is changed."""

from collections.abc import Mapping

from untwin.domain.changes.change import FLAG_WORDS, Plan, Row
from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report, Section, Table

_DRY_RUN = (
    "This is a dry run: nothing was changed. Right before each change QuickBooks is asked once more; a document that "
    "somebody has changed meanwhile, or a number that is used by then, is set aside."
)
_COLUMNS = (
    Column("Document", width_share=2),
    Column("Customer", width_share=3),
    Column("Date", Kind.DAY),
    Column("Total", Kind.MONEY),
    Column("Number now", Kind.NUMBER_TEXT, 2),
    Column("New number", Kind.NUMBER_TEXT, 2),
    Column("Case", Kind.NUMBER_TEXT),
    Column("To be read first", below=True),
    Column("In the way", below=True),
)


def plan_report(planned: Plan, names: Mapping[str, str], about: tuple[tuple[str, str], ...]) -> Report:
    """The report of a plan; `names` are the companies' by realm."""
    realms = dict.fromkeys(row.company for row in planned.rows)
    sections = [_section(planned, realm, names.get(realm, realm)) for realm in realms]
    if planned.refused:
        sections.append(_refused(planned))
    if not sections:
        sections = [Section("Nothing would be changed", "The plan has no rows.")]
    rows = len(planned.rows)
    subtitle = f"{rows} {'number' if rows == 1 else 'numbers'} would change, {len(planned.refused)} set aside"
    return Report("Plan of changes", subtitle, about, tuple(sections), (_DRY_RUN, *planned.next_numbers))


def _section(planned: Plan, realm: str, name: str) -> Section:
    rows = [row for row in planned.rows if row.company == realm]
    return Section(name, "", Table(_COLUMNS, tuple(_cells(row) for row in rows)))


def _cells(row: Row) -> tuple[Cell, ...]:
    document = row.document
    total = None if document.total is None else Amount(document.total, document.currency or "")
    flags = " ".join(FLAG_WORDS[flag] for flag in row.flags)
    return (
        document.type.title,
        document.who,
        document.date,
        total,
        row.old,
        row.new,
        row.case_id,
        flags,
        row.why_not,
    )


def _refused(planned: Plan) -> Section:
    columns = (Column("Case", Kind.NUMBER_TEXT), Column("Why it is set aside", width_share=6))
    rows = tuple((refusal.case_id, " ".join((refusal.reason, *refusal.choices))) for refusal in planned.refused)
    return Section("Set aside", "Of these nothing would be changed.", Table(columns, rows))
