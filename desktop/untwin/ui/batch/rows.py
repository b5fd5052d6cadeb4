"""The rows of a batch, ready to paint, and what was set aside, grouped by its cause."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from untwin.domain.books.documents import TYPES, Document
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.change import Flag, Refusal, Row
from untwin.domain.changes.run import RunRow
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.verdict import SHORT_VERDICT
from untwin.domain.words.phrasing import capital, small
from untwin.flows.changing.going import Stage
from untwin.ui.companies.rows import environment_word
from untwin.ui.inbox.rows import NOTHING
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.two_lines import PARTS
from untwin.ui.kit.words import count_words, tr
from untwin.ui.work.batch_progress import Key

COLUMNS = ("", "From", "To", "Document of", "Total", "Makes way for", "")
MARK, FROM, TO, CUSTOMER, TOTAL, WAITING, STANDS = range(7)
_NAMED = 8  # numbers that a group names at most


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one client's rows."""

    name: str
    words: str

    @property
    def sentence(self) -> str:
        """The head for a screen reader."""
        return f"{self.name}, {self.words}"


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One document whose number changes.

    Attributes:
        new: its new number; where the plan is still open, as it was typed.
        lines: two lines for each column but the first and the last, which change while the batch goes on.
        flags: what must have been seen, in a few words, with `PARTS` between them.
        why_not: what is wrong with the new number.
        left_out: a person has left it out.
    """

    key: Key
    case_id: str
    old: str
    new: str
    title: str
    lines: tuple[tuple[str, str], ...]
    flags: str = ""
    why_not: str = ""
    left_out: bool = False

    @property
    def sentence(self) -> str:
        """The row for a screen reader, without where it stands."""
        first, second = (" ".join(filter(None, self.lines[column])) for column in (CUSTOMER, TOTAL))
        waiting = " ".join(filter(None, self.lines[WAITING]))
        said = [tr("{} {} to {}").format(self.title, self.old, self.new or NOTHING), first, second]
        said += [tr("makes way for {}").format(waiting)] if waiting else []
        return ", ".join(filter(None, [*said, self.why_not, self.flags.replace(PARTS, ", ")]))


Entry = Head | BatchRow


def planned_row(row: Row, case: Case, home: str | None, *, new: str, left_out: bool) -> BatchRow:
    """The row of a plan."""
    document = row.document
    key = (row.company, document.entity, document.id)
    why_not = "" if left_out else row.why_not
    flags = PARTS.join(tr(_FLAGS[flag]) for flag in row.flags if flag in _FLAGS)
    lines = _lines((row.old, new), document.type.title, document, case, home)
    return BatchRow(key, row.case_id, row.old, new, document.type.title, lines, flags, why_not, left_out)


def run_row(row: RunRow, case: Case, home: str | None) -> BatchRow:
    """The row of a batch that was confirmed already."""
    found = case.evidence.holders if case.evidence else ()
    document = next((d for d in found if (d.entity, d.id) == (row.entity, row.document_id)), None)
    title = TYPES[row.entity].title
    lines = _lines((row.old, row.new), title, document, case, home)
    return BatchRow(row.key, row.case_id, row.old, row.new, title, lines)


_FLAGS = {Flag.EMAILED: "e-mailed", Flag.PAID: "paid", Flag.LINKED: "linked", Flag.TRUST: "trust"}


def _lines(
    numbers: tuple[str, str], title: str, document: Document | None, case: Case, home: str | None
) -> tuple[tuple[str, str], ...]:
    incoming = case.incoming
    waiting = (incoming.customer or tr("customer unknown")) if incoming else ""
    amount = money(incoming.total, incoming.currency, home) if incoming else ""
    return (
        ("", ""),
        (numbers[0], title),
        (numbers[1], ""),
        (document.customer_name or "", medium_day(document.date)) if document else ("", ""),
        (money(document.total, document.currency, home) if document else "", ""),
        (waiting, ", ".join(filter(None, (source_name(case.source) if case.source else "", amount)))),
        ("", ""),
    )


def with_heads(
    rows: Iterable[BatchRow], companies: Mapping[str, Company], totals: Callable[[Sequence[BatchRow]], str]
) -> tuple[Entry, ...]:
    """The rows in sections by client, those in the order of their names; `totals` says what a section comes to."""

    def named(row: BatchRow) -> tuple[str, str]:
        company = companies.get(row.key[0])
        return (company.name if company else row.key[0]).casefold(), row.key[0]

    entries: list[Entry] = []
    for (_name, realm), group in groupby(sorted(rows, key=named), key=named):
        mine = list(group)
        company = companies.get(realm)
        name = f"{company.name}  ·  {environment_word(company)}" if company else tr("A company that is gone")
        entries += [Head(name, totals(mine)), *mine]
    return tuple(entries)


@dataclass(frozen=True, slots=True)
class Aside:
    """Cases that were set aside for one cause."""

    cause: str
    numbers: tuple[str, ...]
    reason: str

    @property
    def title(self) -> str:
        """`5 Same document`."""
        return f"{len(self.numbers)}   {self.cause}"

    @property
    def named(self) -> str:
        """Their numbers, not all where there are many."""
        more = tr(" and {} more").format(len(self.numbers) - _NAMED) if len(self.numbers) > _NAMED else ""
        return ", ".join(self.numbers[:_NAMED]) + more


def set_aside(refused: Iterable[Refusal], cases: Mapping[str, Case]) -> tuple[Aside, ...]:
    """What a plan leaves out, the largest group first."""
    told = [(cases[r.case_id], r.reason) for r in refused if r.case_id in cases]
    return grouped((case.doc_number or NOTHING, cause_of(case, reason), reason) for case, reason in told)


def grouped(told: Iterable[tuple[str, str, str]]) -> tuple[Aside, ...]:
    """Groups numbers by their cause; where the reasons of one cause differ, each case says its own."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for number, cause, reason in told:
        groups.setdefault(cause, []).append((number, reason))
    asides = [
        Aside(cause, tuple(number for number, _ in group), _reason([reason for _, reason in group]))
        for cause, group in groups.items()
    ]
    return tuple(sorted(asides, key=lambda aside: -len(aside.numbers)))


def cause_of(case: Case, reason: str) -> str:
    """Why a case was set aside, in two or three words."""
    judgement = case.judgement
    if case.state is State.NEEDS_DECISION and judgement is not None:
        return tr("Not in this batch") if judgement.changeable else tr(SHORT_VERDICT[judgement.verdict])
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER and case.state is State.NEEDS_DECISION:
        return tr(case.kind.words)
    if case.state is State.NEEDS_DECISION or not reason:
        return tr("Changed meanwhile")
    return tr(case.state.words)


def _reason(reasons: list[str]) -> str:
    different = list(dict.fromkeys(reasons))
    more = tr(" The others say their own.") if len(different) > 1 else ""
    return f"{different[0]}{more}"


def what_they_are(rows: Iterable[BatchRow], asides: Iterable[Aside], cases: Mapping[str, Case]) -> str:
    """What the cases are: `unrelated document 14; set aside: same document 5, journal or trust 2`."""
    counts: dict[str, int] = {}
    for case_id in dict.fromkeys(row.case_id for row in rows if not row.left_out):
        judgement = cases[case_id].judgement
        if judgement is not None:
            words = tr(SHORT_VERDICT[judgement.verdict])
            counts[words] = counts.get(words, 0) + 1
    said = _counted(counts)
    aside = _counted({each.cause: len(each.numbers) for each in asides})
    return "; ".join(filter(None, (said, tr("set aside: {}").format(aside) if aside else "")))


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{small(words)} {count}" for words, count in counts.items())


def rows_words(count: int) -> str:
    """`14 new numbers`."""
    return count_words(count, tr("new number"), tr("new numbers"))


STAGE_WORDS: Mapping[Stage | None, str] = {
    None: "waits",
    Stage.CHECKED: "checked",
    Stage.SAVED: "saved",
    Stage.READ_AGAIN: "read again",
    Stage.PROVED: "✓ Proved",
    Stage.SET_ASIDE: "set aside",
    Stage.NEEDS_A_LOOK: "! Needs a look",
}
STAGE_ICONS: Mapping[Stage | None, str] = {
    None: "waiting",
    Stage.PROVED: "posted",
    Stage.SET_ASIDE: "aside",
    Stage.NEEDS_A_LOOK: "checking",
}
STAGE_TONES: Mapping[Stage | None, str] = {
    None: "muted",
    Stage.PROVED: "good",
    Stage.SET_ASIDE: "warn",
    Stage.NEEDS_A_LOOK: "bad",
}


def stage_words(stage: Stage | None) -> str:
    """Where a row stands, in a word or two."""
    return capital(tr(STAGE_WORDS[stage]))
