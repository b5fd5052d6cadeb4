"""The marks of one error, gathered: what they say of its kind, its code, its number and its fields."""

from dataclasses import dataclass, field

from untwin.domain.errors.faults import FaultKind
from untwin.intake.marking.marks import Mark, What
from untwin.intake.marking.tail import Tail


@dataclass(slots=True)
class Group:
    """The marks of one error, as far as they were met; `status` is HTTP's code where it stood in front."""

    start: int
    end: int
    envelope: bool
    status: str | None = None
    kind: FaultKind | None = None
    faint: FaultKind | None = None
    rank: int = -1
    ranks: set[int] = field(default_factory=set)
    code: Mark | None = None
    tail: Tail | None = None
    tail_at: int = 0
    fields: dict[str, Mark] = field(default_factory=dict)
    seen: set[What] = field(default_factory=set)
    words_at: int = -1
    said_at: int = -1

    def add(self, mark: Mark) -> None:
        """Takes the mark in; the group grows to its end."""
        self.start = min(self.start, mark.start)
        self.end = max(self.end, mark.end)
        self.seen.add(mark.what)
        if mark.what is What.FIELD:
            self.fields[mark.name] = mark
            self.rank = -1
            self.ranks.clear()
        elif mark.what in (What.CODE, What.LOOSE_CODE):
            self.code = mark
        elif mark.what is What.TAIL and self.tail is None:
            self.tail, self.tail_at = mark.tail, mark.start
        elif mark.what is What.FAINT:
            self.said_at = self.said_at if self.faint or self.kind else mark.start
            self.faint = self.faint or mark.kind
        elif mark.what is What.PHRASE:
            self.said_at = self.said_at if self.kind else mark.start
            self.kind, self.rank = self.kind or mark.kind, mark.rank
            self.ranks.add(mark.rank)
        if self.words_at < 0 and mark.what not in (What.CODE, What.LOOSE_CODE):
            self.words_at = mark.value if mark.what is What.FIELD else mark.start

    def stands_at(self) -> int:
        """Where the words stand by which the error was known; a code, if that is all."""
        return max(self.start, self.words_at, self.said_at)

    def holds(self, mark: Mark) -> bool:
        """Whether the mark lies in the value of one of the group's fields."""
        return any(own.value <= mark.start < own.end for own in self.fields.values())

    def value_of(self, text: str, own: Mark, until: int | None = None) -> str:
        """What a field says, without its quotes and without what repeats it behind the tail; nothing behind `until`."""
        end = own.end if until is None else min(own.end, max(until, own.value))
        if self.tail and own.value <= self.tail_at < own.end:
            end = self.tail.end
        said = text[own.value : end]
        if said[:1] in ("'", '"'):
            return said[1:-1] if end == own.end and said[-1:] == said[:1] else said[1:]
        return said.strip(" \t\r\n,;")

    def bare(self) -> bool:
        """Whether nothing but a code or an opening has been met yet."""
        return not self.seen - {What.CODE, What.LOOSE_CODE, What.TITLE}
