"""Groups of cases: by verdict and by cause, so that what has one reason is seen and decided at once."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.verdict import VERDICT_WORDS, Verdict

FEW = 3  # cases that make a cause; two are a coincidence
_PREFIX = re.compile(r"(\D*[^\W\d_]\D*)\d+\D*")
# What a cause is looked for in: a case that is done for needs no reason any more, but still counts as one of many.
_OPEN = frozenset({State.NEW, State.LOOKING, State.NEEDS_DECISION, State.BLOCKED, State.FAILED, State.FAILED_AGAIN})
_GONE = frozenset({State.IGNORED, State.NO_LONGER_NEEDED})


class GroupKind(StrEnum):
    """What the cases of a group have in common; stable for the command line."""

    ALREADY_THERE = "already_in_quickbooks"
    PREFIX = "prefix"
    HOLDER = "holder"
    BLOCK = "block"
    ERROR = "error"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Group:
    """Some cases of one company.

    Attributes:
        company: the realm, None for cases that are bound to none.
        words: what they have in common, in one sentence for people.
        case_ids: all of them, the oldest first.
    """

    kind: GroupKind
    company: str | None
    words: str
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """What groups must know of a case; the keys are empty where it has none."""

    id: str
    company: str | None
    source: str | None
    state: State
    verdict: Verdict | None
    kind: FaultKind
    prefix: str
    holder: str
    block: str


def grouped(case: Case) -> Grouped:
    """The same out of a whole case."""
    verdict = case.judgement.verdict if case.judgement else None
    keys = prefix_key(case), holder_key(case), block_key(case)
    return Grouped(case.id, case.company, case.source, case.state, verdict, case.kind, *keys)


def groups(cases: Iterable[Case]) -> tuple[Group, ...]:
    """The groups, the causes before the verdicts and the larger ones first. A case may be in several."""
    return groups_of(grouped(case) for case in sorted(cases, key=lambda c: (c.created_at, len(c.id), c.id)))


def groups_of(cases: Iterable[Grouped]) -> tuple[Group, ...]:
    """The same of what is known of them; they come the oldest first."""
    by_company: dict[str | None, list[Grouped]] = {}
    for case in cases:
        by_company.setdefault(case.company, []).append(case)
    found = [group for realm, mine in by_company.items() for group in _of_company(realm, mine)]
    return tuple(sorted(found, key=lambda g: (g.kind is GroupKind.VERDICT, -len(g.case_ids))))


def group_of(case: Case, cases: Iterable[Case]) -> Group | None:
    """The first group that holds a case: what is selected by one key."""
    return first_with(case.id, groups(other for other in cases if other.company == case.company))


def first_with(case_id: str, found: Iterable[Group]) -> Group | None:
    """The first group that holds a case."""
    return next((group for group in found if case_id in group.case_ids), None)


def _of_company(realm: str | None, cases: Sequence[Grouped]) -> list[Group]:
    standing = [case for case in cases if case.state in _OPEN]
    found = _already_there(realm, cases)
    found += _alike(realm, standing, GroupKind.PREFIX, lambda c: c.prefix, "{count} share the prefix “{key}”")
    found += _alike(realm, standing, GroupKind.HOLDER, lambda c: c.holder, "{count} are stopped by one document, {key}")
    found += _alike(realm, standing, GroupKind.BLOCK, lambda c: c.block, "{count} have one thing in the way: {key}")
    found += _alike(realm, standing, GroupKind.ERROR, _error, "{count} of {key}")
    decided = [case for case in standing if case.verdict]
    return found + _alike(realm, decided, GroupKind.VERDICT, _verdict, "{count}: {key}", least=2)


def _already_there(realm: str | None, cases: Sequence[Grouped]) -> list[Group]:
    """Most of a source's cases being in QuickBooks already has one cause, and it lies in the source."""
    found = []
    for source in dict.fromkeys(case.source for case in cases):
        judged = [c for c in cases if c.source == source and c.verdict and c.state not in _GONE]
        there = [c for c in judged if c.verdict is Verdict.SAME_DOCUMENT]
        if len(there) >= FEW and 2 * len(there) > len(judged):
            words = f"{len(there)} of {len(judged)} are in QuickBooks already: was {source_name(source)} purged and"
            ids = tuple(c.id for c in there)
            found.append(Group(GroupKind.ALREADY_THERE, realm, f"{words} reconnected?", ids))
    return found


def _alike(
    realm: str | None,
    cases: Sequence[Grouped],
    kind: GroupKind,
    key_of: Callable[[Grouped], str],
    words: str,
    least: int = FEW,
) -> list[Group]:
    by_key: dict[str, list[str]] = {}
    for case in cases:
        key = key_of(case)
        if key:
            by_key.setdefault(key, []).append(case.id)
    return [
        Group(kind, realm, f"{words.format(count=len(ids), key=key.rstrip('.'))}.", tuple(ids))
        for key, ids in by_key.items()
        if len(ids) >= least
    ]


def prefix_key(case: Case) -> str:
    """The letters that a number begins with: `APP-` of APP-1043."""
    found = _PREFIX.fullmatch((case.doc_number or "").strip())
    return found.group(1) if found else ""


def holder_key(case: Case) -> str:
    """The one document that stands in the way, by what people call it; its number is each case's own otherwise."""
    if case.evidence is None or case.judgement is None:
        return ""
    blocking = {h.document_id for h in case.judgement.holders if h.blocking}
    held = [d for d in case.evidence.holders if d.id in blocking]
    return f"{held[0].title} of {held[0].who}" if len(held) == 1 else ""


def block_key(case: Case) -> str:
    """What blocks it, as far as it is the same for several: the closing date, a read-only company, a country."""
    return case.blocks[0].id.value.replace("_", " ") if case.blocks else ""


def _error(case: Grouped) -> str:
    """Another error than a number in use, in one app: many of a kind mostly have one reason, such as a connection."""
    return "" if case.kind is FaultKind.DUPLICATE_DOC_NUMBER else f"{source_name(case.source)}: {case.kind.words}"


def _verdict(case: Grouped) -> str:
    return VERDICT_WORDS[case.verdict] if case.verdict else ""
