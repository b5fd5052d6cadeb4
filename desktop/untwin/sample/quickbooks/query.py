"""Reads QuickBooks' query language into a Query."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from untwin.sample.quickbooks import faults

Value = str | Decimal | bool

_TOKEN = re.compile(
    r"""\s*(?:
        '(?P<text>(?:[^'\\]|\\.)*)'
      | (?P<number>-?\d+(?:\.\d+)?)(?![\w.])
      | (?P<word>[A-Za-z_]\w*(?:\.\w+)*(?:\.\*)?)
      | (?P<mark><=|>=|[=<>(),*])
    )""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison; `values` holds one value, or all values of an IN."""

    name: str
    operator: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What a query asks for."""

    entity: str
    fields: tuple[str, ...] = ()
    """Empty means all of them."""
    counts: bool = False
    conditions: tuple[Condition, ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    """Field and whether it descends."""
    start: int = 1
    limit: int = 100


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


@dataclass(slots=True)
class _Tokens:
    """The tokens of a query and how far they were read."""

    tokens: list[_Token]
    position: int = field(default=0)

    def peek(self) -> _Token:
        return self.tokens[self.position]

    def take(self) -> _Token:
        token = self.peek()
        self.position += token.kind != "end"
        return token

    def skips(self, word: str) -> bool:
        """Whether this word or mark comes next; if so it is taken."""
        token = self.peek()
        found = token.kind in ("word", "mark") and token.text.upper() == word
        self.position += found
        return found

    def expect(self, word: str) -> None:
        if not self.skips(word):
            raise self.lost()

    def word(self) -> str:
        token = self.take()
        if token.kind != "word":
            raise self.lost(token)
        return token.text

    def lost(self, token: _Token | None = None) -> faults.FaultError:
        found = (token or self.peek()).text or "<EOF>"
        return faults.bad_query(f'Encountered " {found} " at token {self.position + 1}.')


def parse(text: str) -> Query:
    """The query in a text.

    Raises:
        FaultError: 4000, it is no query; 4001, its numbers are out of range.
    """
    tokens = _Tokens(_split(text))
    tokens.expect("SELECT")
    counts, names = _selected(tokens)
    tokens.expect("FROM")
    query = Query(tokens.word(), fields=names, counts=counts)
    while tokens.peek().kind != "end":
        clause = _CLAUSES.get(tokens.take().text.upper())
        if clause is None:
            tokens.position -= 1
            raise tokens.lost()
        query = clause(tokens, query)
    return query


def _split(text: str) -> list[_Token]:
    tokens, position = [], 0
    body = text.strip()
    while position < len(body):
        found = _TOKEN.match(body, position)
        if found is None:
            raise faults.bad_query(f"Lexical error at column {position + 1}.")
        kind = str(found.lastgroup)
        tokens.append(_Token(kind, found.group(kind)))
        position = found.end()
    return [*tokens, _Token("end", "")]


def _selected(tokens: _Tokens) -> tuple[bool, tuple[str, ...]]:
    if tokens.skips("*"):
        # Fields named beside the star are there anyway: an item's Sku is asked for in this way.
        while tokens.skips(","):
            tokens.word()
        return False, ()
    names = [tokens.word()]
    if names[0].upper() == "COUNT" and tokens.skips("("):
        tokens.expect("*")
        tokens.expect(")")
        return True, ()
    while tokens.skips(","):
        names.append(tokens.word())
    return False, tuple(names)


def _where(tokens: _Tokens, query: Query) -> Query:
    conditions = [_condition(tokens)]
    while tokens.skips("AND"):
        conditions.append(_condition(tokens))
    return replace(query, conditions=tuple(conditions))


def _condition(tokens: _Tokens) -> Condition:
    name = tokens.word()
    operator = tokens.take().text.upper()
    if operator == "IN":
        return Condition(name, operator, _values(tokens))
    if operator not in ("=", "<", ">", "<=", ">=", "LIKE"):
        tokens.position -= 1
        raise tokens.lost()
    return Condition(name, operator, (_value(tokens),))


def _values(tokens: _Tokens) -> tuple[Value, ...]:
    tokens.expect("(")
    values = [_value(tokens)]
    while tokens.skips(","):
        values.append(_value(tokens))
    tokens.expect(")")
    return tuple(values)


def _value(tokens: _Tokens) -> Value:
    token = tokens.take()
    if token.kind == "text":
        return re.sub(r"\\(.)", r"\1", token.text, flags=re.DOTALL)
    if token.kind == "number":
        return Decimal(token.text)
    if token.kind == "word" and token.text.lower() in ("true", "false"):
        return token.text.lower() == "true"
    raise tokens.lost(token)


def _ordered(tokens: _Tokens, query: Query) -> Query:
    order = []
    while True:
        name = tokens.word()
        descends = tokens.skips("DESC")
        if not descends:
            tokens.skips("ASC")
        order.append((name, descends))
        if not tokens.skips(","):
            return replace(query, order=tuple(order))


def _order_by(tokens: _Tokens, query: Query) -> Query:
    tokens.expect("BY")
    return _ordered(tokens, query)


def _start(tokens: _Tokens, query: Query) -> Query:
    return replace(query, start=_count(tokens, least=1))


def _limit(tokens: _Tokens, query: Query) -> Query:
    # More than 1,000 is no fault: QuickBooks just gives 1,000.
    return replace(query, limit=min(_count(tokens, least=0), 1000))


def _count(tokens: _Tokens, least: int) -> int:
    token = tokens.take()
    if token.kind != "number" or not token.text.lstrip("-").isdigit():
        raise tokens.lost(token)
    if int(token.text) < least:
        raise faults.invalid_query(f"value {token.text} is too small. Min allowed value is {least}")
    return int(token.text)


_CLAUSES: dict[str, Callable[[_Tokens, Query], Query]] = {
    "WHERE": _where,
    "ORDERBY": _ordered,
    "ORDER": _order_by,
    "STARTPOSITION": _start,
    "MAXRESULTS": _limit,
}
