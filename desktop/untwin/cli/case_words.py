"""Prints cases for people: what each is, what is known of it as it stands now, and what can be typed next."""

from untwin.cli.advice import advice_lines
from untwin.cli.next_words import next_lines
from untwin.cli.words import clean, clock_words, twins_of
from untwin.domain.books.documents import Document
from untwin.domain.cases.case import UNDECIDED, Case, State
from untwin.domain.cases.right_company import source_taken_words
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import source_name
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.verdict import VERDICT_WORDS
from untwin.domain.words.money import told_amount
from untwin.domain.words.phrasing import small

_OPEN = UNDECIDED | {State.LOOKING, State.FAILED, State.PLANNED, State.SAVING, State.NEEDS_CHECKING}


def case_line(case: Case) -> str:
    """A case in one line."""
    other = f"; {_clause(case.kind.words)}" if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER else ""
    verdict = f"; {_clause(VERDICT_WORDS[case.judgement.verdict])}" if case.judgement else ""
    number = case.waiting_number or "no number"
    note = f" - {case.note}" if case.note else ""
    return clean(f"{case.id:>4}  {case.state.words:<22} {source_name(case.source)} {number}{other}{verdict}{note}")


def _clause(words: str) -> str:
    return words if words.startswith("QuickBooks") else small(words)


def case_lines(case: Case, locked: str | None = None) -> list[str]:
    """A case in full, as it stands now: what was done is told as done. `locked` says why its ways in the source are."""
    details = [
        *([source_taken_words(case)] if case.source_taken else ()),
        *(f"waiting to post: {incoming_words(i)}" for i in (case.incoming,) if i),
        *_documents(case),
        *(f"because: {reason}" for reason in (case.judgement.reasons if case.judgement else ())),
        *_advice(case, locked),
        *(f"blocked: {block.sentence}" for block in case.blocks if case.state in _OPEN),
        *(f"proposed: {p.old} to {p.suggestions[0]}" for p in case.proposed if p.suggestions and case.state in _OPEN),
        *(f"left to do: {words}" for words in case.left_to_do),
        *([f"seen: {case.count:,} times"] if case.count > 1 else ()),
        *(f"seen: {clock_words(each.at)}, {each.place}" for each in case.sightings if case.count > 1),
        *next_lines(case),
    ]
    return [case_line(case), *(f"  {clean(words)}" for words in details)]


def _documents(case: Case) -> list[str]:
    new = {(r.entity, r.document_id): r.new for r in case.renumbered}
    lines = []
    for document in case.evidence.holders if case.evidence else ():
        number = new.get((document.entity, document.id))
        said = f"; it has {number} now" if number else ""
        lines.append(f"{'had' if number else _has(case)} the number: {_document_words(document)}{said}")
    return [*lines, *(f"in QuickBooks as: {_document_words(d)}" for d in twins_of(case))]


def _has(case: Case) -> str:
    """Only of an error about a number is it said that somebody uses it."""
    return "uses" if case.kind is FaultKind.DUPLICATE_DOC_NUMBER else "has"


def _advice(case: Case, locked: str | None) -> list[str]:
    """What the playbook found, as long as that may hold; its options, as long as they can be taken."""
    if case.advice is None or case.state not in _OPEN | {State.WAITING_TO_POST}:
        return []
    return advice_lines(case.advice, locked, options=case.state in _OPEN)


def incoming_words(incoming: Incoming) -> str:
    """The waiting document in one line, and where that is known from; a bill is what is meant where nothing is said."""
    plain = incoming.kind in (IncomingKind.BILL, IncomingKind.UNKNOWN)
    amount = told_amount(incoming.total, incoming.currency) if incoming.total is not None else "amount not known"
    known = incoming.known_from if incoming.typed else f"from {incoming.known_from}"
    number, who = incoming.number or "no number", incoming.customer or "customer not known"
    kind = "" if plain else f"{incoming.kind.words} "
    return f"{kind}{number}, {who}, {amount}, {incoming.date or 'date not known'} ({known})"


def _document_words(document: Document) -> str:
    amount = told_amount(document.total, document.currency)
    return f"{document.title}, {document.who}, {amount}, {document.date}"
