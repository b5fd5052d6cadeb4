"""What the inbox knows of a case without reading it: what finds it, orders it, counts it and groups it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypedDict

from untwin.domain.books.documents import Document, fold_number
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import block_key, holder_key, prefix_key
from untwin.domain.cases.source_ways import sale_open
from untwin.domain.inbox.awake import archived, asleep
from untwin.domain.inbox.filter_fits import Seen, holds, in_the_way
from untwin.domain.inbox.filter_line import Flagged, FlagWord
from untwin.domain.inbox.filter_values import split_number
from untwin.domain.inbox.inbox import RANK, value_of
from untwin.domain.sources.declared import source_name
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.verdict import SHORT_VERDICT, VERDICT_WORDS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FINEST = 10_000  # parts of a currency unit that amounts are told apart by
SALE_OPEN = "sale open"
"""Among the flags: the sale may be booked already, whatever the verdict says."""
_LARGEST = LAST = 2**62
_FLAGS = tuple(Flagged(flag) for flag in FlagWord)
_LONGEST = 4000  # letters of one case that can be searched


@dataclass(frozen=True, slots=True)
class Entry:
    """One case as the inbox's list keeps it.

    Attributes:
        company, source: empty where there is none.
        archived, rank, owing, created: the inbox's order goes by these, upwards, then by the id.
        put_off: a person has snoozed it.
        asleep: until when it is out of sight, in microseconds since 1970 as all moments here; 0 where it is in sight.
        value: the waiting amount in parts of 10,000 of its currency; None where it isn't known.
        currency, own_currency: the code that the source says, empty where it says none; that it is the company's own.
        rough: the amount is finer or larger than `value` can tell.
        folded: the number that the error names, in the form in which numbers are compared; empty without one.
        series, figure: the same in two.
        waiting: the waiting document's number as far as it is known; empty where it isn't.
        prefix, holder_key, block: what its groups go by.
        flags, types, labels, codes: each in a line of its own, between line breaks.
        text: everything that the filter looks into beside the state, folded.
    """

    company: str
    source: str
    kind: str
    state: str
    verdict: str
    archived: bool
    rank: int
    owing: int
    created: int
    updated: int
    put_off: bool
    asleep: int
    unread: bool
    noted: bool
    value: int | None
    currency: str
    own_currency: bool
    rough: bool
    number: str
    folded: str
    series: str
    figure: int | None
    number_order: str
    waiting: str
    customer: str
    holder: str
    verdict_words: str
    watch_began: int
    not_seen_yet: bool
    please_confirm: bool
    prefix: str
    holder_key: str
    block: str
    flags: str
    types: str
    labels: str
    codes: str
    text: str


def entry_of(case: Case, company_name: str) -> Entry:
    """What the inbox keeps of a case; `company_name` is what its company is called, empty without one."""
    number, incoming, documents = case.doc_number or "", case.incoming, in_the_way(case)
    return Entry(
        company=case.company or "",
        source=case.source or "",
        kind=case.kind.value,
        state=case.state.value,
        verdict=case.judgement.verdict.value if case.judgement else "",
        archived=archived(case),
        rank=RANK[case.state],
        owing=-(parts_of(value_of(case)) or 0),
        created=moment(case.created_at),
        updated=moment(case.updated_at),
        put_off=case.marks.snooze is not None,
        asleep=_asleep(case),
        unread=case.marks.unread,
        noted=bool(case.marks.note),
        **_money(incoming),
        number=number.strip(),
        folded=fold_number(number),
        series=_split(number)[0],
        figure=_split(number)[1],
        number_order=f"{len(number):06}{number}",
        waiting=case.waiting_number or "",
        customer=(incoming.customer or "" if incoming else "").casefold(),
        holder=documents[0].title.casefold() if documents else "",
        verdict_words=_verdict_words(case).casefold(),
        watch_began=moment(case.watch_began) if case.watch_began else 0,
        not_seen_yet=case.not_seen_yet,
        please_confirm=case.please_confirm,
        prefix=prefix_key(case),
        holder_key=holder_key(case),
        block=block_key(case),
        flags=_flags(case),
        types=lines((*((f"kind {incoming.kind.value}",) if incoming else ()), *(_entity(d) for d in documents))),
        labels=lines(label.casefold() for label in case.marks.labels),
        codes=lines(finding.code for finding in case.findings if finding.code),
        text=stored_text(case, company_name),
    )


def _flags(case: Case) -> str:
    seen = Seen(case, case.updated_at)
    open_sale = (SALE_OPEN,) if sale_open(case) else ()
    return lines((*(each.flag for each in _FLAGS if holds(each, seen)), *open_sale))


def lines(words: Iterable[str]) -> str:
    """Some words as they are kept: each once, between line breaks; empty for none."""
    kept = "\n".join(dict.fromkeys(word.replace("\n", " ") for word in words))
    return f"\n{kept}\n" if kept else ""


def _split(number: str) -> tuple[str, int | None]:
    return split_number(number) or ("", None)


def _verdict_words(case: Case) -> str:
    return VERDICT_WORDS[case.judgement.verdict] if case.judgement else case.kind.words


def _entity(document: Document) -> str:
    return f"entity {document.entity}"


def _asleep(case: Case) -> int:
    """Until when it is asleep; something new about it wakes it whatever the time."""
    snooze = case.marks.snooze
    if snooze is None or not asleep(case, snooze.since):
        return 0
    return moment(snooze.until) if snooze.until else LAST


def moment(at: datetime) -> int:
    """Microseconds since 1970."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def parts_of(amount: Decimal | None) -> int | None:
    """An amount in parts of 10,000; None where there is none, or no finite one."""
    if amount is None or not amount.is_finite():
        return None
    return max(-_LARGEST, min(_LARGEST, int(amount * FINEST)))


class _Money(TypedDict):
    value: int | None
    currency: str
    own_currency: bool
    rough: bool


def _money(incoming: Incoming | None) -> _Money:
    if incoming is None:
        return _Money(value=None, currency="", own_currency=False, rough=False)
    total, value = incoming.total, parts_of(incoming.total)
    rough = value is not None and total is not None and value != total * FINEST
    return _Money(value=value, currency=incoming.currency or "", own_currency=incoming.in_home_currency, rough=rough)


def search_text(case: Case, company_name: str) -> str:
    """Everything that a person may look for, folded, each thing in a line of its own."""
    return f"{case.state.words}\n".casefold() + stored_text(case, company_name)


def states_with(text: str) -> tuple[State, ...]:
    """The states whose words hold a text."""
    return tuple(state for state in State if text.casefold() in f"{state.words}\n".casefold())


def stored_text(case: Case, company_name: str) -> str:
    """The same without the state: the list goes by that, so it is told without a look into each text."""
    incoming, documents = case.incoming, in_the_way(case)
    verdict = case.judgement.verdict if case.judgement else None
    said = [
        company_name,
        case.doc_number or "",
        case.waiting_number or "",
        source_name(case.source),
        case.kind.words,
        case.kind.spoken,
        *((VERDICT_WORDS[verdict], SHORT_VERDICT[verdict]) if verdict else ()),
        *((incoming.customer or "", *_figures(incoming.total)) if incoming else ()),
        *(f"{document.title}\n{document.customer_name or ''}" for document in documents),
        *(part for document in documents for part in _figures(document.total)),
        *case.marks.labels,
        case.marks.note,
        *(renumbered.new for renumbered in case.renumbered),
        *(suggested for proposal in case.proposed for suggested in proposal.suggestions[:1]),
    ]
    return "\n".join(part for part in said if part)[:_LONGEST].casefold().replace("\0", "")


def _figures(amount: Decimal | None) -> tuple[str, ...]:
    """As people type an amount: 1240.00 and 1,240.00."""
    if amount is None or not amount.is_finite() or abs(amount) >= _LARGEST:
        return ()
    return tuple(dict.fromkeys((f"{amount:.2f}", f"{amount:,.2f}")))
