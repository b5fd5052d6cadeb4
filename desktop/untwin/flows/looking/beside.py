"""What other cases of the company mean for one: who else waits for its number, which documents are accounted for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from untwin.domain.books.documents import same_number
from untwin.domain.cases.case import Case, State
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.names import Likeness, compare_names
from untwin.domain.verdicts.posting import Outcome

_ENDED = frozenset({State.POSTED, State.ALREADY_IN_QUICKBOOKS, State.NO_LONGER_NEEDED, State.IGNORED})


@dataclass(frozen=True, slots=True)
class Beside:
    """The company's other cases, as far as they have to do with one.

    Attributes:
        waiting: what else waits for its number, or with its total and for a customer that may be its own.
        answered: ids of documents that other cases have ended in.
        posted: ids of documents that were seen to post, this case's own too.
    """

    waiting: tuple[Incoming, ...] = ()
    answered: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()


def beside(
    case: Case,
    incoming: Incoming | None,
    others: Iterable[Case],
    waits: Mapping[str, Incoming | None],
    names: Collection[str],
) -> Beside:
    """What the others mean for this case.

    `waits` is what was just learned about those that are looked up with it, `names` are all customers that its own
    sale may stand under. A thousand clients with one monthly fee have nothing to do with each other.
    """
    rest = [other for other in others if other.id != case.id]
    waiting = [_waits(other, waits.get(other.id)) for other in rest if other.state not in _ENDED]
    earlier = case.evidence.posted_by_source if case.evidence else ()
    return Beside(
        waiting=tuple(w for w in waiting if _concerns(w, case, incoming, names)),
        answered=tuple(i for other in rest for i in _ended_in(other)),
        posted=tuple(dict.fromkeys((*earlier, *_posted([case, *rest])))),
    )


def _waits(case: Case, just_learned: Incoming | None) -> Incoming:
    known = just_learned or case.incoming
    return known or Incoming(IncomingKind.UNKNOWN, case.doc_number)


def _concerns(waiting: Incoming, case: Case, incoming: Incoming | None, names: Collection[str]) -> bool:
    if same_number(waiting.number, case.doc_number):
        return True
    if incoming is None or incoming.total is None or waiting.total != incoming.total:
        return False
    return any(compare_names(waiting.customer, name) is not Likeness.DIFFERENT for name in names)


def _ended_in(case: Case) -> tuple[str, ...]:
    if case.state is State.ALREADY_IN_QUICKBOOKS and case.judgement and case.judgement.twin_id:
        return (case.judgement.twin_id,)
    return _posted([case]) if case.state is State.POSTED else ()


def _as_expected(case: Case) -> bool:
    return case.posting is not None and case.posting.outcome is Outcome.POSTED


def _posted(cases: Sequence[Case]) -> tuple[str, ...]:
    # A posting also tells of a number that somebody else took, or of what a person must confirm: that is no posting.
    told = [case for case in cases if case.state is State.POSTED or _as_expected(case)]
    seen = (case.posting.document_id for case in told if case.posting)
    return tuple(document_id for document_id in seen if document_id)
