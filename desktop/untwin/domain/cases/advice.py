"""What Untwin advises about an error: what it found, what differs, the options in order, and how its end is seen."""

from dataclasses import dataclass
from enum import StrEnum

IN_QUICKBOOKS = "QuickBooks"
"""Where an option leads that opens one record of QuickBooks."""


class Who(StrEnum):
    """Who can take an option; the words stand behind "who:"."""

    YOU = "you"
    SOURCE_ADMIN = "an administrator of the app"
    QUICKBOOKS_ADMIN = "an administrator of the company in QuickBooks"
    CLOSER = "the person who closed the books"
    ACCOUNTANT = "you, with your accountant"
    OWNER = "the owner of the QuickBooks account"


class Deed(StrEnum):
    """What choosing an option does; all but TAKE are actions of the window that have the same name."""

    TAKE = "take_option"
    RETRY = "retry"
    LOOK_UP = "look_up"
    DESCRIBE = "describe"
    SAME = "same_document"
    OPEN_SOURCE = "open_source"
    NAME_SOURCE = "name_source"
    IGNORE = "ignore"


class RetrySense(StrEnum):
    """Whether a retry makes sense: now, once a person has done something, or not at all."""

    NOW = "now"
    AFTER = "after_the_fix"
    NO = "no"

    @property
    def allowed(self) -> bool:
        """Whether a person may begin it: now, or by saying that the fix is done."""
        return self is not RetrySense.NO


class Ends(StrEnum):
    """What proves the end: the document stands in QuickBooks, or the source's list doesn't show the error any more."""

    POSTED = "posted"
    GONE = "gone_from_the_list"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was seen, e.g. `Revenue recognition`, `on`; two looks are compared by it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What one field says in QuickBooks and what it says in the source; a dash where nothing is known."""

    label: str
    quickbooks: str
    source: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way out.

    Attributes:
        words: on the button.
        how: what is to be done, step by step, one sentence each.
        where: the place in QuickBooks or in the source.
        button: the vendor's own words for what is to be pressed there.
        copy: the text that choosing it puts on the clipboard.
        link: the address that choosing it opens; it is checked once more before that.
        locks: it gives the document a new number in its source, and is locked while any row of the source that waits
            may be in QuickBooks already.
    """

    words: str
    deed: Deed = Deed.TAKE
    who: Who = Who.YOU
    how: tuple[str, ...] = ()
    where: str = ""
    button: str = ""
    copy: str = ""
    link: str = ""
    locks: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """The advice about one case.

    Attributes:
        blocked: what stands in the way of any retry for now; empty where nothing does.
        changed: what is different from the look before.
    """

    found: tuple[str, ...]
    options: tuple[Option, ...]
    retry: RetrySense
    ends: Ends = Ends.POSTED
    facts: tuple[Fact, ...] = ()
    differs: tuple[Difference, ...] = ()
    blocked: str = ""
    changed: tuple[str, ...] = ()


def changed_facts(before: Advice | None, now: Advice) -> tuple[str, ...]:
    """What two looks say differently: `Revenue recognition: on before, off now.` as one sentence."""
    if before is None:
        return ()
    then = {fact.label: fact.value for fact in before.facts}
    moved = [f for f in now.facts if f.label in then and then[f.label] != f.value]
    said = [f"{f.label}: {then[f.label]} before, {f.value} now." for f in moved]
    said += [f"{f.label}: {f.value}, not seen before." for f in now.facts if f.label not in then]
    if said:
        return tuple(said)
    same = (before.found, before.differs, before.facts) == (now.found, now.differs, now.facts)
    return ("Nothing of this has changed since the look before.",) if same else (_READS_ANEW,)


_READS_ANEW = "What was found reads differently than at the look before."
