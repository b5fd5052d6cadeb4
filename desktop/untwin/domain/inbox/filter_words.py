"""Reads a filter line: words such as `is:`, `company:` or `amount:>500` and free text, combined by blanks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from untwin.domain.books.type_words import entity_of
from untwin.domain.cases.case import State
from untwin.domain.inbox.filter_line import (
    Coded,
    Condition,
    Filter,
    Flagged,
    FlagWord,
    InState,
    Labelled,
    Mark,
    Marked,
    Numbered,
    OfCompany,
    OfSource,
    OfType,
    OfVerdict,
    Term,
    Text,
)
from untwin.domain.inbox.filter_values import read_age, read_amount, read_number
from untwin.domain.problems import BadInput
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.verdict import VERDICT_WORDS, Verdict


@dataclass(frozen=True, slots=True)
class Word:
    """One filter word for people: its name, what may follow it, and what it asks for."""

    name: str
    values: tuple[str, ...]
    example: str
    says: str


# The tabs' own groups of states: what a person means by them, in one word.
DECISION = frozenset(
    {
        State.FAILED_AGAIN,
        State.NEEDS_CHECKING,
        State.BLOCKED,
        State.NEEDS_DECISION,
        State.FAILED,
        State.PLANNED,
        State.SAVING,
        State.NUMBER_RESTORED,
    }
)
FRESH = frozenset({State.NEW, State.LOOKING})
AWAITED = frozenset({State.RENUMBERED, State.WAITING_TO_POST})
_GROUPS = {"decision": DECISION, "new": FRESH, "waiting": AWAITED}
_STATES = {state.value.replace("_", "-"): frozenset({state}) for state in State} | _GROUPS
_MARKS = {mark.value: mark for mark in Mark}
_VERDICTS = {
    "same": Verdict.SAME_DOCUMENT,
    "trust": Verdict.JOURNAL_OR_TRUST,
    "journal": Verdict.JOURNAL_OR_TRUST,
    "app": Verdict.OWNED_BY_SOURCE,
    "vendor": Verdict.PURCHASE_SIDE,
    "unknown": Verdict.UNKNOWN,
    "continued": Verdict.PREFIX_CONTINUED,
    "unrelated": Verdict.UNRELATED,
    "no-document": Verdict.NONE_FOUND,
}
_KINDS = {
    "bill": IncomingKind.BILL,
    "payment": IncomingKind.PAYMENT,
    "credit-note": IncomingKind.CREDIT_NOTE,
    "interest": IncomingKind.INTEREST,
    "trust": IncomingKind.TRUST,
}
_FLAGS = {flag.value: flag for flag in FlagWord} | {"emailed": FlagWord.EMAILED}
_NONE = "none"

WORDS = (
    Word("is", (*_MARKS, *_STATES), "is:snoozed", "state or mark"),
    Word("company", (_NONE,), 'company:"Harlow & Pike"', "part of the company's name"),
    Word("source", (_NONE,), "source:clio", "the app it comes from"),
    Word("no", (), "no:1200..1300", "number, or from..to"),
    Word("amount", (), "amount:>500", "waiting amount"),
    Word("verdict", (*_VERDICTS, _NONE), "verdict:unrelated", "verdict"),
    Word("type", (*_KINDS, "invoice", "credit-memo", "journal-entry"), "type:credit-memo", "kind of document"),
    Word("flag", tuple(flag.value for flag in FlagWord), "flag:paid", "what to check first"),
    Word("age", (), "age:>7d", "min, h, d or w since it came in"),
    Word("label", (), "label:vip", "one of its labels"),
    Word("code", (), "code:6140", "code that the error printed"),
)
_BY_NAME = {word.name: word for word in WORDS}
_PIECE = re.compile(r'(?P<no>-?)(?:(?P<name>[A-Za-z]+):)?(?P<value>"[^"]*"?|[^\s"]+)?')


def parse(line: str) -> Filter:
    """What a line asks for. What isn't understood narrows nothing, and is said in `problems`.

    States alone are alternatives, `is:blocked is:failed`; everything else must hold together. A minus before a word
    asks for its opposite, quotation marks keep blanks together and take a word literally.
    """
    terms: list[Term] = []
    problems: list[str] = []
    for piece in _pieces(line):
        try:
            terms.append(_term(piece))
        except BadInput as problem:
            problems.append(problem.sentence)
    return Filter(_states_joined(terms), tuple(dict.fromkeys(problems)))


def quoted(value: str) -> str:
    """A value as it is typed behind a word: in quotation marks where it has blanks."""
    return f'"{value}"' if re.search(r"\s", value) else value


def _pieces(line: str) -> list[re.Match[str]]:
    return [found for found in _PIECE.finditer(line) if found[0]]


def _term(piece: re.Match[str]) -> Term:
    value, name = piece["value"] or "", piece["name"]
    if name is None:
        if value in ("", '"', '""'):
            raise BadInput(f"“{piece[0]}” says nothing: type what to look for behind it.")
        return Term(Text(value.strip('"')), unless=bool(piece["no"]))
    if name.lower() not in _BY_NAME:
        known = ", ".join(f"{word.name}:" for word in WORDS)
        raise BadInput(f"“{name}:” is no filter word; there are {known} To look for the text, put it in quotes.")
    word = _BY_NAME[name.lower()]
    plain = value.strip('"').strip()
    if not plain:
        raise BadInput(f"Type what {word.name}: asks for, e.g. {word.example}")
    return Term(_READ[word.name](plain), unless=bool(piece["no"]))


def _states_joined(terms: list[Term]) -> tuple[Term, ...]:
    """A case is in one state: several that are asked for are alternatives."""
    asked = [t.condition.states for t in terms if isinstance(t.condition, InState) and not t.unless]
    others = [t for t in terms if t.unless or not isinstance(t.condition, InState)]
    return (Term(InState(frozenset[State]().union(*asked))), *others) if asked else tuple(others)


def _is(value: str) -> Condition:
    name = _name(value)
    if name in _MARKS:
        return Marked(_MARKS[name])
    if name in _STATES:
        return InState(_STATES[name])
    raise BadInput(f"“is:{value}” is no state or mark; try is:{', is:'.join((*_MARKS, *_GROUPS))} or a state's name.")


def _verdict(value: str) -> Condition:
    name = _name(value)
    if name == _NONE:
        return OfVerdict(frozenset())
    long_forms = {_name(words): verdict for verdict, words in VERDICT_WORDS.items()}
    known = _VERDICTS | {_name(v.value): v for v in Verdict} | long_forms
    if name not in known:
        raise BadInput(f"“verdict:{value}” is no verdict; there are {', '.join(_VERDICTS)} and none.")
    return OfVerdict(frozenset({known[name]}))


def _type(value: str) -> Condition:
    kind, entity = _KINDS.get(_name(value)), entity_of(value)
    if kind is None and entity is None:
        raise BadInput(f"“type:{value}” is no kind of document; try type:{', type:'.join(_BY_NAME['type'].values)}.")
    return OfType(frozenset({kind.value} if kind else ()), frozenset({entity} if entity else ()))


def _flag(value: str) -> Condition:
    name = _name(value)
    if name not in _FLAGS:
        raise BadInput(f"“flag:{value}” is no flag; there are {', '.join(FlagWord)}.")
    return Flagged(_FLAGS[name])


def _number(value: str) -> Condition:
    return read_number(value) or Numbered(value)


def _name(value: str) -> str:
    return re.sub(r"[\s_]+", "-", value.strip().casefold())


def _or_none(value: str) -> str:
    return "" if value.casefold() == _NONE else value


_READ: dict[str, Callable[[str], Condition]] = {
    "is": _is,
    "company": lambda value: OfCompany(_or_none(value)),
    "source": lambda value: OfSource(_or_none(value)),
    "no": _number,
    "amount": read_amount,
    "verdict": _verdict,
    "type": _type,
    "flag": _flag,
    "age": read_age,
    "label": Labelled,
    "code": Coded,
}
