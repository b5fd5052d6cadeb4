"""Tells one case as a report: what waited, what was in the way, each change with its steps and both its images."""

from untwin.domain.books.proof import FieldPair, compare_fields
from untwin.domain.cases.case import Case
from untwin.domain.changes.history import Change
from untwin.domain.reports.change_report import HOW_TO_READ, Told, comes_to, since_then, title_of
from untwin.domain.reports.report import Column, Kind, Report, Section, Table
from untwin.domain.sources.declared import profile_of, source_name
from untwin.domain.verdicts.verdict import VERDICT_WORDS
from untwin.domain.words.money import told_amount

_STEPS = {
    "intent": "recorded, before anything was sent",
    "sent": "sent to QuickBooks",
    "answered": "QuickBooks answered",
    "lost": "no answer that says what became of it",
    "read_again": "read again",
    "different": "something else than expected",
    "proved": "proved",
    "accepted": "accepted by a person",
    "not_done": "not done",
}


def case_report(told: Told, case: Case) -> Report:
    """The report of one case; `told` holds its changes and what was noted about it."""
    changes = [section for number, c in enumerate(told.changes, 1) for section in _change_sections(told, number, c)]
    sections = [_case_section(told, case), *changes]
    if told.rows:
        sections.append(_noted(told))
    subtitle = f"{told.company(case.company or '')}, number {case.doc_number or 'unknown'}"
    return Report(f"Case {case.id}", subtitle, told.about, tuple(sections), HOW_TO_READ, told.head)


def _case_section(told: Told, case: Case) -> Section:
    waiting, judgement = case.incoming, case.judgement
    facts = [
        ("Company", told.company(case.company or "")),
        ("Source", source_name(case.source)),
        ("Number", case.doc_number or "unknown"),
        ("State", since_then(case)),
    ]
    if waiting is not None:
        kind = profile_of(case.source).called(waiting.kind)
        words = f"{kind}, {waiting.customer or 'customer unknown'}, {waiting.date or 'date unknown'}"
        facts.append(("Waiting to post", f"{words}, {told_amount(waiting.total, waiting.currency)}"))
    if judgement is not None:
        facts.append(("Verdict", VERDICT_WORDS[judgement.verdict]))
        facts += [("Because", reason) for reason in judgement.reasons]
    facts += [("Error", finding.message) for finding in case.findings]
    return Section("The case", facts=tuple(facts))


def _change_sections(told: Told, number: int, change: Change) -> list[Section]:
    sections = [_facts(told, number, change), _steps(told, change)]
    after = next((record.image for record in reversed(change.steps) if record.image), "")
    if change.intent.before and after:
        sections.append(_images(compare_fields(change.intent.before, after)))
    else:
        lead = "The two images are not kept here any more, or the document was not read again."
        sections.append(Section("Before and after", lead))
    return sections


def _facts(told: Told, number: int, change: Change) -> Section:
    intent = change.intent
    facts = (
        ("Document", f"{title_of(change)}, {intent.customer or 'no customer'}, {intent.day or 'no date'}"),
        ("Total", told_amount(intent.total, intent.currency)),
        ("Old number", intent.old_number),
        ("New number", intent.order.new_number),
        ("Confirmed by", intent.who),
        ("Why", intent.reason),
        ("It came to", comes_to(change)),
        ("What the check found", change.outcome.note),
        ("Id in QuickBooks", intent.order.id),
        ("Request", intent.order.request_id),
    )
    return Section(f"Change {number} of {len(told.changes)}", facts=facts)


def _steps(told: Told, change: Change) -> Section:
    columns = (
        Column("When, here", Kind.MOMENT),
        Column("When, UTC", Kind.MOMENT),
        Column("Step", width_share=3),
        Column("Note", width_share=5),
    )
    rows = tuple((told.local(record.at), record.at, _STEPS[record.step.value], record.note) for record in change.steps)
    return Section("Its steps", "Each was recorded when it happened, and never changed.", Table(columns, rows))


def _images(pairs: tuple[FieldPair, ...]) -> Section:
    columns = (
        Column("Field", width_share=4),
        Column("Before", width_share=4),
        Column("After", width_share=4),
        Column("Compared", width_share=2),
    )
    rows = tuple((p.path, p.before or "", p.after or "", _sign(p)) for p in pairs)
    lead = "Every field as QuickBooks' interface showed it, right before the change and when it was read again."
    return Section("Before and after", lead, Table(columns, rows))


def _sign(pair: FieldPair) -> str:
    if pair.same:
        return "same"
    return "expected" if pair.may_differ else "DIFFERENT"


def _noted(told: Told) -> Section:
    columns = (
        Column("When, here", Kind.MOMENT),
        Column("Who", width_share=2),
        Column("What", width_share=3),
        Column("Details", width_share=6),
    )
    rows = tuple((told.local(row.at), row.who, row.what, row.detail) for row in told.rows)
    return Section("What else was noted", "", Table(columns, rows))
