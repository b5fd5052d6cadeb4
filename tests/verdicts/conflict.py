"""One labelled conflict: what was built, what is known of it, and which verdicts are right by the printed rule."""

from dataclasses import dataclass, replace
from enum import StrEnum

from untwin.domain.sources.incoming import Incoming, IncomingKind, SourceRecord
from untwin.domain.verdicts.verdict import Verdict
from verdicts.ledger import Row

RULE = """\
The label of a conflict, decided before any noise:
  A relation is built between the waiting document and the books: same document under the same number, its twin under
  another number, an unrelated document, nothing at all, a document of a source, a journal or trust document, one of
  the purchase side, or an alike one of which the reference says that it must stay unknown. It decides the verdict.
  Where several have the number the worst one does: a journal entry or a vendor's bill beside an unrelated document
  is no unrelated case, though the numbers of such documents are a space of their own; a person's word on a vendor's
  document that it only shares the number takes it out again.
  Then it is drawn what is known. A conflict has ENOUGH EVIDENCE when the relation can be decided and
    - the waiting document's customer, total, date and kind are known,
    - the source's own record is known: its list was read to its end, or a person said who made the holder,
    - every document with the number can be read,
    - and, where it is to be proved the same, the source says what it is for (a matter, a reference).
  With enough evidence the relation's verdict is the right one. Without, "unknown" is right, and beside it only what
  the reference still allows: a journal, trust or purchase document says by itself what it is; "same document" and
  "none found" need no list of the source; a source's record or mark needs neither the waiting document nor all of the
  holder's fields.
Noise comes last. Clouding noise (a mistyped name, a cent, a far date, a stray deposit) leaves the label as it is and
makes "unknown" a miss but no fault."""
GO_AHEAD = frozenset({Verdict.UNRELATED, Verdict.PREFIX_CONTINUED, Verdict.NONE_FOUND})


class Group(StrEnum):
    """What was built; the bench keeps the shares of these."""

    SAME = "same document"
    TWIN = "twin under another number"
    UNRELATED = "unrelated"
    NONE = "nothing there"
    OWNED = "made by a source"
    TRUST = "journal or trust"
    PURCHASE = "purchase side"
    ALIKE = "alike, must stay unknown"

    @property
    def verdict(self) -> Verdict:
        """The verdict of the group."""
        return _VERDICTS[self]


_VERDICTS = {
    Group.SAME: Verdict.SAME_DOCUMENT,
    Group.TWIN: Verdict.SAME_DOCUMENT,
    Group.UNRELATED: Verdict.UNRELATED,
    Group.NONE: Verdict.NONE_FOUND,
    Group.OWNED: Verdict.OWNED_BY_SOURCE,
    Group.TRUST: Verdict.JOURNAL_OR_TRUST,
    Group.PURCHASE: Verdict.PURCHASE_SIDE,
    Group.ALIKE: Verdict.UNKNOWN,
}


class Gap(StrEnum):
    """What isn't known of a conflict; one at most."""

    NOTHING = "all known"
    CUSTOMER = "waiting customer not known"
    TOTAL = "waiting total not known"
    DATE = "waiting date not known"
    KIND = "not known what failed"
    DOCUMENT = "waiting document not known"
    REFERENCES = "no word from the source on what it is for"
    LIST = "source's list not complete"
    HOLDER_CUSTOMER = "holder without its customer"
    HOLDER_TOTAL = "holder without its total"
    HOLDER_CURRENCY = "holder without its currency"

    @property
    def of_waiting(self) -> bool:
        """Whether it is the waiting document of which something isn't known."""
        return self in (Gap.CUSTOMER, Gap.TOTAL, Gap.DATE, Gap.KIND, Gap.DOCUMENT)

    @property
    def of_holder(self) -> bool:
        """Whether it is the holder that can't be read."""
        return self in (Gap.HOLDER_CUSTOMER, Gap.HOLDER_TOTAL, Gap.HOLDER_CURRENCY)


@dataclass(frozen=True, slots=True)
class Listed:
    """What one source says: its records, and whether its list was read to its end."""

    records: tuple[SourceRecord, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict ready to be judged.

    Attributes:
        relation: which relation was built, in words.
        also: verdicts that the reference leaves open beside the relation's own.
        miss: verdicts that aren't its own, and yet no fault.
        named: entity and id that the error's text names.
        by_type: what a holder is by its type alone, where the sale itself can't be proved to be there.
        other: what a second source of the company says, None where there is none.
        apart: entity and id of what a person said that it only shares the number.
        odd: it holds what a real server would never send, so that it can't be served.
    """

    number: str
    relation: str
    group: Group
    gap: Gap
    verdict: Verdict
    also: frozenset[Verdict]
    miss: frozenset[Verdict]
    named: tuple[str, str] | None
    source: str
    incoming: Incoming | None
    listed: Listed
    other: Listed | None
    made_by_hand: tuple[str, ...]
    rows: tuple[Row, ...]
    noise: tuple[str, ...] = ()
    clouded: bool = False
    odd: bool = False
    by_type: frozenset[Verdict] = frozenset()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there is enough evidence, by the rule."""
        return self.group is not Group.ALIKE and self.gap is Gap.NOTHING

    @property
    def right(self) -> frozenset[Verdict]:
        """Every verdict that is no fault."""
        clear = self.hits | self.miss
        if self.clouded:
            return (clear if self.verdict not in GO_AHEAD else frozenset()) | self.by_type | {Verdict.UNKNOWN}
        return clear if self.gap is Gap.NOTHING else _with_gap(self, clear)

    @property
    def hits(self) -> frozenset[Verdict]:
        """The verdicts that count as its own."""
        return frozenset({self.verdict}) | self.also


def _with_gap(conflict: Conflict, clear: frozenset[Verdict]) -> frozenset[Verdict]:
    """What is right where something isn't known."""
    unknown = frozenset({Verdict.UNKNOWN})
    if conflict.group in (Group.TRUST, Group.PURCHASE):
        return clear
    if conflict.group is Group.OWNED:
        return unknown | clear
    if conflict.gap is Gap.REFERENCES:
        # Under its own number the number itself agrees; under another one nothing does.
        return unknown | conflict.by_type | (clear if conflict.group is Group.SAME else frozenset())
    if conflict.group is Group.TWIN and (conflict.gap.of_holder or conflict.gap is Gap.LIST):
        return unknown | clear | conflict.by_type
    if conflict.group in (Group.SAME, Group.NONE) and conflict.gap is Gap.LIST:
        return unknown | clear
    return unknown | conflict.by_type


def without(incoming: Incoming, gap: Gap) -> Incoming | None:
    """The waiting document with one thing not known."""
    if gap is Gap.CUSTOMER:
        return replace(incoming, customer=None, customer_source_id=None, customer_email=None)
    if gap is Gap.REFERENCES:
        return replace(incoming, references=())
    if gap is Gap.TOTAL:
        return replace(incoming, total=None, balance=None)
    if gap is Gap.DATE:
        return replace(incoming, date=None)
    if gap is Gap.KIND:
        return replace(incoming, kind=IncomingKind.UNKNOWN)
    return None if gap is Gap.DOCUMENT else incoming
