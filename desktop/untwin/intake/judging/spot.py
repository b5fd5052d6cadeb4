"""What stands around the words of an error, each piece cut out once: its line, its sentence, the text on both sides."""

from dataclasses import dataclass
from functools import cached_property

from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.signs.failures import ITS_OWN
from untwin.intake.judging.signs.sentence import BREAK, HEADS_A_PART, OPENS_A_NAME
from untwin.intake.marking.group import Group
from untwin.intake.marking.marks import Mark, What

# How far a sentence is followed to both sides of the words it was known by.
REACH = 160
# The same for what must stand beside them.
NEAR = 60
# How far to both sides of the words a text is weighed.
AROUND = 600
# How far explanations of the words are looked for.
EXPLAINED = 500
# How far around a code the books may be named.
FAR = 600
# How far before a field its own name begins, with a quote.
NAME = 21


# `__dict__` holds what was cut out, so no slots.
@dataclass(frozen=True)
class Spot:
    """A group of marks in its text, and what stands around it."""

    text: str
    group: Group

    @property
    def told(self) -> bool:
        """Whether a number is said to be assigned to a document."""
        return bool(self.group.tail and self.group.tail.assigned)

    @property
    def of_number(self) -> bool:
        """Whether the group would be a duplicate number."""
        group = self.group
        kind = group.kind or group.faint
        code = group.code.name if group.code else None
        return kind is FaultKind.DUPLICATE_DOC_NUMBER or (kind is None and code == "6140")

    @property
    def code_alone(self) -> bool:
        """Whether there are no words, only a code and the names of fields."""
        return not self.group.seen - {What.CODE, What.LOOSE_CODE, What.FIELD}

    @cached_property
    def printed(self) -> bool:
        """Whether a program wrote it as a record, or as QuickBooks' own answer."""
        return self.group.envelope or self.record

    @cached_property
    def record(self) -> bool:
        """Whether a program wrote it as a record; `Error:` in front of a sentence people write as well."""
        own = self.group.fields.values()
        parts = [key for key in own if HEADS_A_PART.found(self.text, max(0, key.start - NAME), key.start)]
        return len(parts) > 1 or any(self._is_a_key(key) for key in own)

    @cached_property
    def line(self) -> str:
        """The line or lines that the group stands on, as far as they are near."""
        text, group = self.text, self.group
        start, end = max(0, group.start - REACH), group.end + REACH
        until = text.find("\n", group.end, end)
        return text[max(start, text.rfind("\n", start, group.start) + 1) : until if until >= 0 else end]

    @cached_property
    def small_line(self) -> str:
        """The line in lower case."""
        return self.line.lower()

    @cached_property
    def small_lead(self) -> str:
        """In lower case what stands on its line before the group's first words."""
        text, group = self.text, self.group
        words = max(group.start, group.words_at)
        start = max(0, group.start - REACH)
        return text[max(start, text.rfind("\n", start, words) + 1) : words].lower()

    @cached_property
    def around(self) -> tuple[str, str, str]:
        """What stands before the words on their line, the words, and what stands behind, as far as that is near."""
        text, group, at = self.text, self.group, self.group.stands_at()
        near = max(0, at - REACH)
        until = text.find("\n", group.end, group.end + REACH)
        return (
            text[max(near, text.rfind("\n", near, at) + 1) : at],
            text[at : group.end],
            text[group.end : until if until >= 0 else group.end + REACH],
        )

    @cached_property
    def whole_line(self) -> str:
        """All that is `around`, in one."""
        return "".join(self.around)

    @cached_property
    def sentence(self) -> tuple[str, str, str]:
        """In lower case the sentence: what stands in front of the group's words, the words, and what stands behind."""
        text, group = self.text, self.group
        start, end = max(0, group.start - REACH), group.end + REACH
        words = max(group.start, group.words_at)
        before, behind = text[start:words], text[group.end : end]
        last = max((found.end() for found in BREAK.compiled.finditer(before)), default=0)
        stop = BREAK.found(behind)
        behind = behind[: stop.start() + 1] if stop else behind
        return before[last:].lower(), text[words : group.end].lower(), behind.lower()

    @cached_property
    def text_before(self) -> str:
        """What the text says in front of the words by which the error was known, as far as it is weighed."""
        return self.before(AROUND)

    @cached_property
    def text_behind(self) -> str:
        """What it says behind the group, without the sentences that the product always prints with such words."""
        behind = self.behind(AROUND)
        own = ITS_OWN.found(behind)
        return behind[own.end() :] if own else behind

    def before(self, reach: int) -> str:
        """Up to `reach` characters in front of the words by which the error was known."""
        at = self.group.stands_at()
        return self.text[max(0, at - reach) : at]

    def behind(self, reach: int) -> str:
        """Up to `reach` characters behind the group."""
        return self.text[self.group.end : self.group.end + reach]

    def _is_a_key(self, own: Mark) -> bool:
        return bool(OPENS_A_NAME.found(self.text, max(0, own.start - NAME), own.start))
