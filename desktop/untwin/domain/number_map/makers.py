"""What the inbox knows about numbers: whose document a number is, and which numbers apps wait to use."""

from collections.abc import Iterable, Iterator

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.number_map.lanes import Made, Maker, Wanted
from untwin.domain.sources.declared import BUILT_IN
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.posting import Outcome
from untwin.domain.verdicts.records import other_records, owns

# A payment's number is the bill's or the bank's; a trust transaction's is given by QuickBooks.
_GIVES_NUMBERS = frozenset({IncomingKind.BILL, IncomingKind.CREDIT_NOTE, IncomingKind.INTEREST})
_WAITING = frozenset(
    {
        State.NEW,
        State.LOOKING,
        State.NEEDS_DECISION,
        State.PLANNED,
        State.SAVING,
        State.NEEDS_CHECKING,
        State.RENUMBERED,
        State.WAITING_TO_POST,
        State.BLOCKED,
        State.FAILED,
        State.FAILED_AGAIN,
        State.NUMBER_RESTORED,
    }
)


def made_in(cases: Iterable[Case]) -> tuple[Made, ...]:
    """Documents whose maker is known: seen posting, said by a person, or in an app's own list. Guesses are none."""
    found: dict[tuple[str, str], Made] = {}
    for case in cases:
        for made in _made(case):
            found.setdefault((made.entity, made.id), made)
    return tuple(found.values())


def _made(case: Case) -> Iterator[Made]:
    posting, source = case.posting, case.source
    if posting and posting.outcome is Outcome.POSTED and posting.document_id and posting.entity and _is_named(case):
        yield Made(posting.entity, posting.document_id, Maker.APP, source or "")
    if case.evidence is None:
        return
    for document in (*case.evidence.holders, *case.evidence.nearby):
        if document.id in case.made_by_hand:
            yield Made(document.entity, document.id, Maker.HAND)
        elif _is_named(case) and any(owns(record, document) for record in other_records(case.evidence)):
            yield Made(document.entity, document.id, Maker.APP, source or "")
        elif name := _other_app(case, document):
            yield Made(document.entity, document.id, Maker.APP, name)


def _other_app(case: Case, document: Document) -> str:
    others = case.evidence.other_sources if case.evidence else ()
    name = next((o.name for o in others if any(owns(record, document) for record in o.records)), "")
    return next((profile.id for profile in BUILT_IN.values() if profile.name == name), name)


def wanted_in(cases: Iterable[Case]) -> tuple[Wanted, ...]:
    """The numbers of documents that wait to post, where it is known which app gave them."""
    return tuple(
        Wanted(case.source or "", number, case.id, case.incoming.date if case.incoming else None)
        for case in cases
        if case.state in _WAITING and _is_named(case) and _gives_numbers(case) and (number := case.waiting_number)
    )


def _is_named(case: Case) -> bool:
    """Whether its text names the app; one that was taken for the only connected app proves nothing."""
    return bool(case.source) and not case.source_taken


def _gives_numbers(case: Case) -> bool:
    if case.incoming is None:
        return case.kind is FaultKind.DUPLICATE_DOC_NUMBER
    return case.incoming.kind in _GIVES_NUMBERS
