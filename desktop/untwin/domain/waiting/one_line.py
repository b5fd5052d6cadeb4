"""Reads one line in which a person says what is waiting to post; what may mean two things is asked, never guessed."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from untwin.domain.changes.numbering import MAX_LENGTH
from untwin.domain.problems import BadInput
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState
from untwin.domain.words.days import day_words
from untwin.domain.words.money import plain_amount, told_amount
from untwin.domain.words.typed_values import Amount, Day, find_amounts, find_days


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: its words, and the line that says it plainly."""

    words: str
    line: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the line leaves open; with no choices it must be typed in another way."""

    asks: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a line says, as far as it is certain.

    Attributes:
        kind: None where the line names none.
        number: the document's number, where the line names one ("no 1234", "#1234").
        questions: what must be answered first.
    """

    kind: IncomingKind | None = None
    number: str | None = None
    customer: str | None = None
    total: Decimal | None = None
    currency: str | None = None
    date: dt.date | None = None
    questions: tuple[Question, ...] = ()

    @property
    def words(self) -> str:
        """The line in words: `Credit note of Baker LLC over 85.00, dated 3 November 2026`."""
        said = [(self.kind or IncomingKind.BILL).words.capitalize()]
        said += [f"no. {self.number}"] if self.number else []
        said += [f"of {self.customer}"] if self.customer else []
        said += [f"over {told_amount(self.total, self.currency)}"] if self.total is not None else []
        return " ".join(said) + (f", dated {day_words(self.date)}" if self.date else "")

    @property
    def missing(self) -> tuple[str, ...]:
        """What the line doesn't say and a search for the same sale needs."""
        have = {"customer": self.customer, "amount": self.total, "date": self.date}
        return tuple(name for name, value in have.items() if value is None)

    def incoming(self, who: str, known: Incoming | None = None) -> Incoming | None:
        """The waiting document; None where the line names nothing but a number. `known` is what was known before.

        Raises:
            BadInput: something is left open, or the number is too long.
        """
        for question in self.questions:
            choices = "; or ".join(f"“{choice.line}”" for choice in question.choices)
            raise BadInput(question.asks, f"Type {choices}." if choices else "")
        if self.number and len(self.number) > MAX_LENGTH:
            raise BadInput(f"The number has {len(self.number)} characters; QuickBooks takes {MAX_LENGTH} at most.")
        if len(self.missing) == len(_NEEDED):
            return None
        before = known.kind if known and known.kind is not IncomingKind.UNKNOWN else IncomingKind.BILL
        return Incoming(
            kind=self.kind or before,
            number=self.number,
            customer=self.customer,
            total=self.total,
            currency=self.currency,
            date=self.date,
            state=IncomingState.WAITING,
            known_from=f"typed by {who}",
            typed=True,
        )


_NEEDED = ("customer", "amount", "date")


def line_of(incoming: Incoming | None) -> str:
    """The line that says what is known of a document, to be typed on."""
    if incoming is None or not (incoming.customer or incoming.total is not None or incoming.date):
        return ""
    kind = incoming.kind.words if incoming.kind not in (IncomingKind.BILL, IncomingKind.UNKNOWN) else ""
    name = f'"{incoming.customer}"' if incoming.customer and _needs_quotes(incoming.customer) else incoming.customer
    amount = plain_amount(incoming.total, incoming.currency) if incoming.total is not None else ""
    return " ".join(word for word in (kind, name, amount, str(incoming.date or "")) if word)


def _needs_quotes(name: str) -> bool:
    # The year of today doesn't matter: only whether there is something to be taken for a day.
    return bool(find_amounts(name) or find_days(name, dt.date(2000, 1, 1)) or _KIND.match(name) or _NUMBER.search(name))


def read_line(line: str, today: dt.date, number: str | None = None) -> Told:
    """What a line says: a kind, a customer, an amount and a day, in any order. `number` is the number known already.

    A customer that looks like something else stands in quotation marks.
    """
    if len(line) > _LONGEST:
        return Told(questions=(Question(f"The line is longer than {_LONGEST} characters."),))
    reading = _Line(" ".join(line.split()))
    customer = reading.take(_QUOTED)
    kind = reading.take_kind(quoted=customer is not None)
    named = reading.take(_NUMBER)
    day = reading.one_day(find_days(reading.rest, today))
    reading.drop_number(number)
    amount = reading.one_amount(find_amounts(reading.rest))
    rest = reading.words_left(after_kind=kind is not None)
    return Told(
        kind=kind,
        number=named,
        customer=customer or rest or None,
        total=amount.readings[0] if amount else None,
        currency=amount.currency if amount else None,
        date=day.readings[0] if day else None,
        questions=tuple(reading.questions),
    )


_LONGEST = 300


@dataclass
class _Line:
    """A line from which is taken what is understood; `rest` keeps its length, blanks stand for what is gone."""

    line: str
    rest: str = ""
    questions: list[Question] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rest = self.line

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """What a pattern finds first."""
        match = pattern.search(self.rest)
        if match is None:
            return None
        self._gone(match.start(), match.end())
        return match["taken"].strip() or None

    def take_kind(self, *, quoted: bool) -> IncomingKind | None:
        """The kind at the line's start; a capital word before a name may belong to the name."""
        match = _KIND.match(self.rest)
        if match is None:
            return None
        word, behind = match["kind"], self.rest[match.end() :].lstrip()
        if word[0].isupper() and " " not in word and behind[:1].isupper() and not quoted:
            self._ask_whose_word(word, behind)
        self._gone(match.start(), match.end())
        return _KINDS[word.split()[0].lower()]

    def _ask_whose_word(self, word: str, behind: str) -> None:
        name = _NAME.match(behind)
        alone = name[0].strip() if name else behind
        after = behind[len(name[0]) :] if name else ""
        kind = _KINDS[word.lower()].one
        choices = (
            Choice(f"{kind} of {alone}", f'{word.lower()} "{alone}" {after}'.strip()),
            Choice(f"an invoice of {word} {alone}", f'invoice "{word} {alone}" {after}'.strip()),
        )
        self.questions.append(Question(f"Is “{word}” the kind of document, or part of the name?", choices))

    def drop_number(self, number: str | None) -> None:
        """The number that is known already says nothing new."""
        match = re.search(rf"(?<!\S){re.escape(number)}(?!\S)", self.rest, re.IGNORECASE) if number else None
        if match:
            self._gone(match.start(), match.end())

    def one_day(self, days: Sequence[Day]) -> Day | None:
        """The one day that the line names, or a question."""
        for day in days:
            self._gone(day.start, day.end)
        if len(days) > 1:
            choices = [Choice(day.text, self._without(d for d in days if d is not day)) for day in days]
            self.questions.append(Question("Which of these days is its date?", tuple(choices)))
        elif days and not days[0].readings:
            self.questions.append(Question(f"“{days[0].text}” is no day. Type it like 2026-11-03."))
        elif days and len(days[0].readings) > 1:
            self._ask_meaning(days[0], [(day_words(day), day.isoformat()) for day in days[0].readings])
        return days[0] if len(days) == 1 and len(days[0].readings) == 1 else None

    def one_amount(self, amounts: Sequence[Amount]) -> Amount | None:
        """The one amount that the line names, or a question; figures beside it may be part of a name."""
        found = [a for a in amounts if a.sure] or list(amounts)
        if len(found) > 1:
            self._ask_which(found)
            return None
        if not found:
            return None
        [amount] = found
        self._gone(amount.start, amount.end)
        if not amount.readings:
            self.questions.append(Question(f"“{amount.text}” is no amount. Type it like 1240.00."))
        elif amount.negative:
            plain = self._with(amount, f"{amount.readings[0]:.2f}")
            credit = Choice("a credit note", f"credit note {_KIND.sub('', plain, count=1).strip()}")
            asks = "Amounts have no minus here. Is it a credit note?"
            self.questions.append(Question(asks, (credit, Choice("no, without the minus", plain))))
        elif len(amount.readings) > 1:
            self._ask_meaning(amount, [_meaning(reading) for reading in amount.readings])
        else:
            return amount
        return None

    def words_left(self, *, after_kind: bool) -> str:
        """What nothing else was made of: the customer."""
        words = " ".join(self.rest.split()).strip(" ,;:|-")
        return _OF.sub("", words, count=1) if after_kind else words

    def _ask_meaning(self, found: Amount | Day, readings: Sequence[tuple[str, str]]) -> None:
        choices = tuple(Choice(words, self._with(found, plain)) for words, plain in readings if plain)
        asks = f"“{found.text}” can mean {' or '.join(words for words, _ in readings)}. Which one?"
        self.questions.append(Question(asks, choices))

    def _ask_which(self, found: Sequence[Amount]) -> None:
        for amount in found:
            self._gone(amount.start, amount.end)
        if all(amount.sure for amount in found):
            choices = [Choice(a.text, self._without(other for other in found if other is not a)) for a in found]
        else:
            sums = [(a, f"{a.readings[0]:.2f}") for a in found if a.readings]
            choices = [Choice(plain, self._with(a, plain)) for a, plain in sums]
        self.questions.append(Question("Which of these is the amount?", tuple(choices)))

    def _with(self, found: Amount | Day, plain: str) -> str:
        currency = f"{found.currency} " if isinstance(found, Amount) and found.currency else ""
        return f"{self.line[: found.start]}{currency}{plain}{self.line[found.end :]}"

    def _without(self, others: Iterable[Amount | Day]) -> str:
        line = self.line
        for other in others:
            line = line[: other.start] + " " * (other.end - other.start) + line[other.end :]
        return " ".join(line.split())

    def _gone(self, start: int, end: int) -> None:
        self.rest = self.rest[:start] + " " * (end - start) + self.rest[end:]


def _meaning(reading: Decimal) -> tuple[str, str]:
    """An amount in words and as it is typed plainly; three decimals can't be typed, since no bill has them."""
    in_cents = reading == round(reading, 2)
    return (f"{reading:.2f}", f"{reading:.2f}") if in_cents else (str(reading), "")


_KINDS = {
    "bill": IncomingKind.BILL,
    "invoice": IncomingKind.BILL,
    "payment": IncomingKind.PAYMENT,
    "credit": IncomingKind.CREDIT_NOTE,
    "interest": IncomingKind.INTEREST,
    "trust": IncomingKind.TRUST,
}
_KIND = re.compile(
    r"\s*(?P<kind>bill|invoice|payment|credit (?:note|memo)|credit|interest charge|interest"
    r"|trust (?:request|transaction|transfer)|trust)\b:?(?=\s|$)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"\u201c](?P<taken>[^\"\u201c\u201d]{1,200})[\"\u201d]")
_NUMBER = re.compile(r"(?<!\S)(?:#\s?|(?:no|number)\b\.?\s?(?=\S*\d))(?P<taken>[^\s,;]+)", re.IGNORECASE)
_NAME = re.compile(r"(?:(?!\S*\d)\S+\s*)+")
_OF = re.compile(r"^(?:of|from|by|for|to) ")
