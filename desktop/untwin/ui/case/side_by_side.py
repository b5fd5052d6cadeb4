"""Puts the waiting document beside one of QuickBooks: each line with its sign and its word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import profile_of, source_name
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.amounts import Amounts
from untwin.domain.verdicts.compare import SAME_SALE_DAYS, compare
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.names import Likeness
from untwin.domain.verdicts.verdict import SHORT_VERDICT, Verdict
from untwin.domain.words.phrasing import capital
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.words import count_words, tr

SAME, ALIKE, OTHER, OPEN = ("=", "same"), ("≈", "alike"), ("≠", "different"), ("?", "not known")
_CUSTOMER = {Likeness.SAME: SAME, Likeness.LIKE: ALIKE, Likeness.DIFFERENT: OTHER, Likeness.UNKNOWN: OPEN}
_AMOUNT = {Amounts.SAME: SAME, Amounts.NEAR: ALIKE, Amounts.DIFFERENT: OTHER, Amounts.UNKNOWN: OPEN}
NONE = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison; `sign` and `word` say the same, one of them for the eye."""

    label: str
    waiting: str
    document: str
    sign: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One document beside the waiting one: what it is to the case, what it is called, line by line."""

    role: str
    title: str
    lines: tuple[Line, ...]
    document: Document


def waiting_title(case: Case, company: Company | None) -> str:
    """How the waiting document is called: `Clio bill 1234`; a source of a company's own may have its own word."""
    profile = company.profile(case.source) if company else profile_of(case.source)
    kind = tr(profile.called(case.incoming.kind if case.incoming else IncomingKind.UNKNOWN))
    source = source_name(case.source) if case.source else tr("Waiting")
    return f"{source} {kind} {case.doc_number or ''}".strip()


def case_words(cases: Sequence[Case], companies: Mapping[str, Company]) -> str:
    """What a sheet about some cases is about: `3 cases`, or the one waiting document."""
    if len(cases) > 1:
        return count_words(len(cases), tr("case"), tr("cases"))
    return waiting_title(cases[0], companies.get(cases[0].company or ""))


def sides(case: Case) -> tuple[Side, ...]:
    """Every document that is to be compared: what was found after the retry, where that is the question now.

    Else those that the verdict weighs: the same sale first, then those with the number.
    """
    evidence = case.evidence
    if evidence is None:
        return ()
    if asked := found_after(case):
        return asked
    judgement = case.judgement
    twin = judgement.twin_id if judgement else None
    held = {d.id for d in evidence.holders}
    found = [d for d in evidence.nearby if d.id == twin and d.id not in held]
    named = evidence.named_found
    if named is not None and named.id not in held:
        found.append(named)
    return tuple(_side(case, evidence, document) for document in (*found, *evidence.holders))


def found_after(case: Case) -> tuple[Side, ...]:
    """What was found after the retry and a person has to compare; who had the number before is no matter then."""
    if case.evidence is None or case.posting is None or not (case.please_confirm or case.booked_twice):
        return ()
    role = tr("Found in QuickBooks")
    return tuple(Side(role, capital(each.title), _lines(case.evidence, each), each) for each in case.posting.found)


def _side(case: Case, evidence: Evidence, document: Document) -> Side:
    held = document.id in {d.id for d in evidence.holders}
    role, title = tr("Uses the number now") if held else tr("Same sale under another number"), capital(document.title)
    if given := next((each for each in case.renumbered if each.document_id == document.id), None):
        role = tr("Used the number until it was changed")
        title = title if document.number == given.new else tr("{}, {} now").format(title, given.new)
    if not held and (case.judgement is None or case.judgement.twin_id != document.id):
        role = tr("Named by the error")
    own = _own_verdict(case, document)
    verdict = (Line(tr("Verdict"), NONE, own),) if own else ()
    return Side(role, title, (*verdict, *_lines(evidence, document)), document)


def _own_verdict(case: Case, document: Document) -> str:
    """What a document is by itself; said only where several carry the number."""
    holders = case.judgement.holders if case.judgement else ()
    own = next((h for h in holders if h.document_id == document.id), None)
    if own is None or len(holders) < 2:
        return ""
    if own.cleared:
        return tr("Only has the same number")
    beside = "" if own.blocking else tr(", beside it")
    if own.verdict is Verdict.UNRELATED and not own.blocking:
        return tr("Not in the way")
    return tr(SHORT_VERDICT[own.verdict]) + beside


def _lines(evidence: Evidence, document: Document) -> tuple[Line, ...]:
    incoming, home = evidence.incoming, evidence.facts.home_currency
    total = money(document.total, document.currency, home)
    if incoming is None:
        lines = [
            Line(tr("Customer"), NONE, document.customer_name or NONE),
            Line(tr("Date"), NONE, medium_day(document.date) or NONE),
            Line(tr("Total"), NONE, total or NONE),
        ]
        return (*lines, *_facts(document, home))
    found = compare(document, incoming, evidence)
    waiting = money(incoming.total, incoming.currency, home)
    return (
        Line(tr("Customer"), incoming.customer or NONE, document.customer_name or NONE, *_CUSTOMER[found.customer]),
        Line(
            tr("Date"), medium_day(incoming.date) or NONE, medium_day(document.date) or NONE, *_date_words(found.days)
        ),
        Line(tr("Total"), waiting or NONE, total or NONE, *_AMOUNT[found.amount]),
        *_facts(document, home),
    )


def _date_words(days: int | None) -> tuple[str, str]:
    if days is None:
        return OPEN
    return SAME if days == 0 else ("≈" if days <= SAME_SALE_DAYS else "≠", count_words(days, tr("day"), tr("days")))


def known_from(case: Case) -> str:
    """Where the facts about the waiting document come from."""
    known = case.incoming.known_from if case.incoming else ""
    if case.incoming and case.incoming.typed and known:
        return tr("Waiting to post, {}").format(known)
    return tr("Waiting to post, known from {}").format(known) if known else tr("Waiting to post")


def _facts(document: Document, home: str | None) -> tuple[Line, ...]:
    """What has happened to a document, claiming no more than QuickBooks shows."""
    if document.voided:
        return (Line(tr("Voided"), NONE, tr("yes")),)
    lines = [Line(tr("E-mailed"), NONE, tr("from QuickBooks") if document.emailed else tr("not from QuickBooks"))]
    if document.balance is not None:
        lines.append(Line(tr("Paid"), NONE, _paid(document, home)))
    if document.links:
        lines.append(Line(tr("Linked"), NONE, count_words(len(document.links), tr("document"), tr("documents"))))
    return tuple(lines)


def _paid(document: Document, home: str | None) -> str:
    if not document.paid:
        return tr("no")
    if not document.balance:
        return tr("in full")
    return tr("{} still open").format(money(document.balance, document.currency, home))
