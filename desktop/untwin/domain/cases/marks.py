"""Marks beside a case's state: snoozed, labels, a person's note, unread, archived; what they mean together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from untwin.domain.problems import BadInput

LONGEST_LABEL, LONGEST_NOTE, MOST_LABELS = 40, 2000, 20


class Until(StrEnum):
    """What a snoozed case waits for."""

    TIME = "time"
    CYCLE = "source_cycle"
    PERIOD = "period_opens"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Snooze:
    """A case that is out of sight for a while.

    Attributes:
        until: when it comes back by itself; None where only the books' closing date brings it back.
        closed_through: with PERIOD the closing date as it was then: another one brings the case back.
        standing: where the case stood then, and `count` how often its error had been taken in: news brings it back.
    """

    why: Until
    until: datetime | None
    since: datetime
    standing: str = ""
    count: int = 0
    closed_through: date | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person has put on a case. They change nothing about its state, and no flow but a person's changes them.

    Attributes:
        labels: in alphabetical order, none twice.
        note: a person's own words.
        unread: to be read once more; what comes back by itself is unread.
        archived: put away; it counts only for as long as the case is solved.
        back: one sentence on why a snoozed case came back; empty once it was read.
    """

    snooze: Snooze | None = None
    labels: tuple[str, ...] = ()
    note: str = ""
    unread: bool = False
    archived: bool = False
    back: str = ""

    def read(self) -> "Marks":
        """Read: no longer unread, and why it came back is known."""
        return replace(self, unread=False, back="")

    def snoozed(self, snooze: Snooze) -> "Marks":
        """Out of sight; until then there is nothing to read."""
        return replace(self.read(), snooze=snooze)

    def woken(self, why: str) -> "Marks":
        """Back in sight, and says why."""
        return replace(self, snooze=None, back=why, unread=bool(why))

    def labelled(self, label: str, *, on: bool) -> "Marks":
        """With a label, or without it; upper and lower case make no other label."""
        plain = plain_label(label)
        others = [each for each in self.labels if each.casefold() != plain.casefold()]
        if on and len(others) >= MOST_LABELS:
            raise BadInput(f"A case has {MOST_LABELS} labels at most.")
        kept = (*others, plain) if on else others
        return replace(self, labels=tuple(sorted(kept, key=str.casefold)))

    def noted(self, note: str) -> "Marks":
        """With another note, or none."""
        plain = note.strip()
        if len(plain) > LONGEST_NOTE:
            raise BadInput(f"A note of {LONGEST_NOTE:,} characters at most, please.")
        return replace(self, note=plain)

    def joined_by(self, other: "Marks") -> "Marks":
        """With the labels and the note of a case that joined this one: no word of a person gets lost."""
        note = "\n".join(dict.fromkeys(part for part in (self.note, other.note) if part))[:LONGEST_NOTE]
        known = {label.casefold(): label for label in (*other.labels, *self.labels)}
        return replace(self, labels=tuple(sorted(known.values(), key=str.casefold))[:MOST_LABELS], note=note)

    def has(self, label: str) -> bool:
        """Whether it has a label."""
        return any(each.casefold() == label.casefold() for each in self.labels)


NO_MARKS = Marks()


def plain_label(label: str) -> str:
    """A label as it is kept: single blanks, nothing that can't be seen. Raises `BadInput` where nothing is left."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in label).split())
    if not plain:
        raise BadInput("Type the label.")
    if len(plain) > LONGEST_LABEL:
        raise BadInput(f"A label of {LONGEST_LABEL} characters at most, please.")
    return plain


def labels_in_use(all_marks: Iterable[Marks]) -> tuple[str, ...]:
    """Every label once, those on most cases first."""
    counted: dict[str, int] = {}
    names: dict[str, str] = {}
    for marks in all_marks:
        for label in marks.labels:
            folded = names.setdefault(label.casefold(), label)
            counted[folded] = counted.get(folded, 0) + 1
    return tuple(sorted(counted, key=lambda label: (-counted[label], label.casefold())))
