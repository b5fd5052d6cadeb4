"""Tells what was asked before a case was judged, how far each answer went, and what it came to."""

from dataclasses import dataclass

from untwin.domain.books.documents import Document
from untwin.domain.verdicts.evidence import Evidence, OtherSource
from untwin.domain.verdicts.own_number import said_words, word_on
from untwin.domain.words.days import told_day
from untwin.domain.words.phrasing import capital


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in words, and its answer in a sentence or two.

    `complete` is True where the answer went to its end, False where it did not, None where nobody had to be asked.
    """

    question: str
    answer: str
    complete: bool | None


def asked(evidence: Evidence) -> tuple[Asked, ...]:
    """All that was asked for one case, in the order in which it weighs."""
    return (
        _holders(evidence),
        *_named(evidence),
        _twins(evidence),
        _source(evidence),
        *(_other(each) for each in evidence.other_sources),
        *_person(evidence),
        _settings(evidence),
    )


def _holders(evidence: Evidence) -> Asked:
    search, number = evidence.holder_search, evidence.named.number
    question = f"QuickBooks: every document with the number {number}" if number else "QuickBooks: who uses the number"
    return Asked(question, _found(evidence.holders, search.complete, search.why_not), search.complete)


def _named(evidence: Evidence) -> tuple[Asked, ...]:
    if evidence.named.txn_id is None:
        return ()
    found = evidence.named_found
    answer = "It isn't there any more." if found is None else f"It is {found.title}, {found.who}."
    return (Asked("QuickBooks: the document that the error names", answer, complete=True),)


def _twins(evidence: Evidence) -> Asked:
    search = evidence.twin_search
    question = "QuickBooks: the same sale under any other number"
    answer = _found(evidence.nearby, search.complete, search.why_not, ": nothing like it", "; compared with it: {}")
    return Asked(question, answer, search.complete)


def _source(evidence: Evidence) -> Asked:
    search, name = evidence.source_search, evidence.source_name
    question = f"{capital(name)}: the waiting document, and what {name} has around it"
    known = _waits(evidence)
    if search.complete:
        others = [r for r in evidence.source_records if not evidence.incoming or r.id != evidence.incoming.source_id]
        told = f"{known} Read to the end: {_count(len(others), 'other record', 'other records')}."
        return Asked(question, told, complete=True)
    return Asked(question, f"{known} {search.why_not or 'Its list was not read to the end.'}".strip(), complete=False)


def _waits(evidence: Evidence) -> str:
    incoming = evidence.incoming
    if incoming is None:
        return "What waits to post isn't known."
    missing = "" if incoming.complete else " Not its customer, amount and date, or not all of these."
    if incoming.typed and incoming.known_from:
        return f"{capital(incoming.known_from)}.{missing}"
    return (f"Known from {incoming.known_from}." if incoming.known_from else "It is known.") + missing


def _other(other: OtherSource) -> Asked:
    question = f"{capital(other.name)}: whether it made a document with the number"
    if not other.complete:
        return Asked(question, other.problem or "Its list was not read to the end.", complete=False)
    answer = _count(len(other.records), "record", "records") if other.records else "no record"
    return Asked(question, f"Read to the end: {answer}.", complete=True)


def _person(evidence: Evidence) -> tuple[Asked, ...]:
    ids = set(evidence.made_by_hand)
    titles = [d.title for d in (*evidence.holders, *evidence.nearby) if d.id in ids]
    made = [f"Made in QuickBooks by hand: {', '.join(dict.fromkeys(titles))}."] if titles else []
    apart = [said_words(own, d) for d in evidence.holders if (own := word_on(d, evidence.own_numbers))]
    return (Asked("A person's word", " ".join((*made, *apart)), None),) if made or apart else ()


def _settings(evidence: Evidence) -> Asked:
    facts = evidence.facts
    closed = f"Books closed through {told_day(facts.closed_through)}" if facts.closed_through else "Books not closed"
    said = [closed, f"home currency {facts.home_currency}" if facts.home_currency else "home currency not said"]
    trust = facts.trust_accounts
    said.append(f"trust accounts: {', '.join(trust)}" if trust else "no trust account")
    return Asked("QuickBooks: the company's settings and accounts", f"{'; '.join(said)}.", complete=True)


def _found(
    documents: tuple[Document, ...],
    complete: bool,  # noqa: FBT001 - a search's own field
    why_not: str,
    none: str = ": nothing",
    some: str = ": {}",
) -> str:
    titles = ", ".join(dict.fromkeys(document.title for document in documents))
    if not complete:
        seen = f" Seen so far: {titles}." if titles else ""
        return f"{why_not or 'Not read to the end.'}{seen}"
    return f"Read to the end{some.format(titles) if titles else none}."


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else f"no {one}"
