"""What a filter asks for, as conditions on the inbox's entries; tests hold it to the same meaning in memory."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from untwin.domain.books.documents import fold_number
from untwin.domain.cases.case import State
from untwin.domain.inbox.entry import FINEST, LAST, lines, moment, states_with
from untwin.domain.inbox.filter_fits import ENDED
from untwin.domain.inbox.filter_line import (
    Age,
    AmountBetween,
    Coded,
    Flagged,
    InState,
    Labelled,
    Mark,
    Marked,
    NumberBetween,
    Numbered,
    OfCompany,
    OfSource,
    OfType,
    OfVerdict,
    Term,
    Text,
)
from untwin.domain.inbox.inbox import RANK
from untwin.domain.sources.declared import source_name

Values = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sql:
    """A condition or a whole statement, with the values for its marks."""

    text: str
    values: Values = ()

    def __and__(self, other: "Sql") -> "Sql":
        return Sql(f"{self.text} AND {other.text}", self.values + other.values)


@dataclass(frozen=True, slots=True)
class Known:
    """What conditions are read by: the time, the companies' names by their realms, and the sources there are."""

    now: datetime
    companies: Mapping[str, str]
    sources: tuple[str, ...]


def term_sql(term: Term, known: Known) -> Sql:
    """One term."""
    if term.condition == Marked(Mark.ARCHIVED):
        # The list's order begins with it: as a figure it is found by the index.
        return Sql("inbox.archived = 0" if term.unless else "inbox.archived = 1")
    condition = _MEANING[type(term.condition)](term.condition, known)
    return Sql(f"NOT ({condition.text})", condition.values) if term.unless else condition


def one_of(name: str, numbers: Iterable[int]) -> Sql:
    """Whether a whole number is one of some."""
    return Sql(f"{name} IN ({', '.join(str(int(number)) for number in numbers)})")


def in_states(states: Iterable[State]) -> Sql:
    """Whether a case is in one of some states."""
    return one_of("inbox.rank", sorted(RANK[state] for state in states))


def sound(text: str) -> str:
    """Text as SQLite takes it: half a character is in no case, and neither is what stands for it here."""
    return text.encode("utf-8", "replace").decode()


def _words(name: str, words: Iterable[str]) -> Sql:
    marks = tuple(sound(word) for word in words)
    return Sql(f"{name} IN ({', '.join('?' * len(marks))})", marks)


def _text(condition: Text, _known: Known) -> Sql:
    look = Sql("(SELECT instr(text, ?) FROM inbox_text WHERE id = inbox.id) > 0", (sound(condition.text.casefold()),))
    states = states_with(condition.text)
    return Sql(f"({in_states(states).text} OR {look.text})", look.values) if states else look


def _state(condition: InState, _known: Known) -> Sql:
    return in_states(condition.states)


def _marked(condition: Marked, known: Known) -> Sql:
    return _MARK[condition.mark](known)


def _today(known: Known) -> Sql:
    midnight = datetime.combine(known.now.date(), time(), known.now.tzinfo)
    end = datetime.combine(known.now.date() + timedelta(days=1), time(), known.now.tzinfo)
    return Sql("(inbox.updated >= ? AND inbox.updated < ?)", (moment(midnight), moment(end)))


def _company(condition: OfCompany, known: Known) -> Sql:
    if not condition.text:
        return Sql("inbox.company = ''")
    wanted = condition.text.casefold()
    named = (realm for realm, name in known.companies.items() if wanted in name.casefold())
    return _words("inbox.company", (condition.text, *named))


def _source(condition: OfSource, known: Known) -> Sql:
    if not condition.text:
        return Sql("inbox.source = ''")
    wanted = condition.text.casefold()
    found = (s for s in known.sources if s and (wanted in source_name(s).casefold() or wanted == s.casefold()))
    return _words("inbox.source", found)


def _numbered(condition: Numbered, _known: Known) -> Sql:
    return Sql("(inbox.folded = ? AND inbox.number <> '')", (sound(fold_number(condition.number)),))


def _number_between(condition: NumberBetween, _known: Known) -> Sql:
    low, high = condition.low or 0, condition.high if condition.high is not None else LAST
    text = "(inbox.figure IS NOT NULL AND inbox.series = ? AND inbox.figure BETWEEN ? AND ?)"
    return Sql(text, (sound(condition.prefix), low, min(high, LAST)))


def _amount(condition: AmountBetween, _known: Known) -> Sql:
    """Amounts are kept in whole parts: an end that lies between two of them is never reached."""
    found = Sql("inbox.value IS NOT NULL")
    if condition.low is not None:
        found &= _end(condition.low, ">=", ROUND_CEILING) if condition.low_in else _end(condition.low, ">", ROUND_FLOOR)
    if condition.high is not None:
        high = condition.high
        found &= _end(high, "<=", ROUND_FLOOR) if condition.high_in else _end(high, "<", ROUND_CEILING)
    return Sql(f"({found.text})", found.values)


def _end(amount: Decimal, sign: str, rounding: str) -> Sql:
    parts = int((amount * FINEST).to_integral_value(rounding)) if amount.is_finite() else LAST
    return Sql(f"inbox.value {sign} ?", (max(-LAST, min(LAST, parts)),))


def _verdict(condition: OfVerdict, _known: Known) -> Sql:
    return _words("inbox.verdict", (v.value for v in condition.verdicts)) if condition.verdicts else _NO_VERDICT


_NO_VERDICT = Sql("inbox.verdict = ''")


def _type(condition: OfType, _known: Known) -> Sql:
    asked = [f"kind {kind}" for kind in condition.kinds] + [f"entity {entity}" for entity in condition.entities]
    found = [_holds("types", word) for word in asked]
    text = " OR ".join(each.text for each in found) or "FALSE"
    return Sql(f"({text})", tuple(value for each in found for value in each.values))


def _flagged(condition: Flagged, _known: Known) -> Sql:
    return _holds("flags", condition.flag.value)


def _age(condition: Age, known: Known) -> Sql:
    if condition.over is not None:
        return Sql("inbox.created < ?", (_before(known.now, condition.over),))
    return Sql("inbox.created > ?", (_before(known.now, condition.under),)) if condition.under else Sql("FALSE")


def _before(now: datetime, span: timedelta) -> int:
    return moment(now) - span // timedelta(microseconds=1)


def _labelled(condition: Labelled, _known: Known) -> Sql:
    return _holds("labels", condition.label.casefold())


def _coded(condition: Coded, _known: Known) -> Sql:
    return _holds("codes", condition.code)


def _holds(column: str, word: str) -> Sql:
    return Sql(f"instr(inbox.{column}, ?) > 0", (sound(lines((word,))),))


_MARK: dict[Mark, Callable[[Known], Sql]] = {
    # The first half names the index.
    Mark.SNOOZED: lambda known: Sql("(inbox.asleep <> 0 AND inbox.asleep > ?)", (moment(known.now),)),
    Mark.UNREAD: lambda _known: Sql("inbox.unread <> 0"),
    Mark.ARCHIVED: lambda _known: Sql("inbox.archived = 1"),
    Mark.LABELLED: lambda _known: Sql("inbox.labels <> ''"),
    Mark.NOTED: lambda _known: Sql("inbox.noted <> 0"),
    Mark.SOLVED: lambda _known: in_states(state for state in State if state.solved),
    Mark.OPEN: lambda _known: in_states(state for state in State if not state.solved and state not in ENDED),
    Mark.CHANGED_TODAY: _today,
}
_MEANING: dict[type[Any], Callable[[Any, Known], Sql]] = {
    Text: _text,
    InState: _state,
    Marked: _marked,
    OfCompany: _company,
    OfSource: _source,
    Numbered: _numbered,
    NumberBetween: _number_between,
    AmountBetween: _amount,
    OfVerdict: _verdict,
    OfType: _type,
    Flagged: _flagged,
    Age: _age,
    Labelled: _labelled,
    Coded: _coded,
}
