"""Writes what is asked of the inbox as SQL: its parts stand side by side, each in the order of an index."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from untwin.domain.inbox.entry import states_with
from untwin.domain.inbox.filter_line import Mark, Marked, Term, Text
from untwin.domain.inbox.query import Column, Query
from untwin.store.filter_sql import Known, Sql, in_states, one_of, sound, term_sql

_COLUMNS = {
    Column.AGE: "created",
    Column.NUMBER: "number_order",
    Column.CUSTOMER: "customer",
    Column.AMOUNT: "value",
    Column.HOLDER: "holder",
    Column.VERDICT: "verdict_words",
}
_OWN = ("archived", "rank", "owing", "created", "id")
_LETTERS = 3  # of which the index is made; shorter words are sought along the way
_FIND = "inbox_find CROSS JOIN inbox ON inbox.id = inbox_find.rowid"
# SQLite would walk the whole order for these few.
_BY = {Marked(Mark.CHANGED_TODAY): "inbox_by_update", Marked(Mark.SNOOZED): "inbox_asleep"}


@dataclass(frozen=True, slots=True)
class Statement:
    """What a query is in SQL."""

    query: Query
    known: Known

    @property
    def match(self) -> str:
        """The texts that the index of letters finds; empty where it finds none."""
        return " AND ".join('"' + text.replace('"', '""') + '"' for text in map(_text_of, self._indexed()))

    @property
    def order_terms(self) -> tuple[str, ...]:
        """What it is ordered by, one by one."""
        column = self.query.column
        if column is None:
            return _OWN
        return (f"{_COLUMNS[column]} DESC" if self.query.backwards else _COLUMNS[column], *_OWN)

    def walked(self, limit: int = -1) -> Sql:
        """Along the order, looking at each case on the way."""
        typed = [term_sql(term, self.known) for term in self.query.typed.terms]
        parts = [self._select(self._source(), [part, *typed]) for part in self._of_view()]
        return self._together(parts + [self._select("inbox", [part, *typed]) for part in self._also()], limit)

    def found(self, limit: int = -1) -> Sql:
        """By the index of letters first, then put in order; for a query that has a `match`.

        Where a text is one of the words of a state, too, those states' cases stand beside as they are.
        """
        indexed = self._indexed()
        others = [term_sql(term, self.known) for term in self.query.typed.terms if term not in indexed]
        match = Sql("inbox_find MATCH ?", (self.match,))
        states = states_with(_text_of(indexed[0]))
        if not states:
            return self._together([self._select(_FIND, [match, *others, self._any_part()])], limit)
        told, not_told = in_states(states), Sql(f"NOT ({in_states(states).text})")
        parts = [self._select("inbox", [part, told, *others]) for part in (*self._of_view(), *self._also())]
        return self._together([*parts, self._select(_FIND, [match, not_told, *others, self._any_part()])], limit)

    def among(self, ids: Iterable[int]) -> Sql:
        """Some cases only."""
        typed = [term_sql(term, self.known) for term in self.query.typed.terms]
        return self._together([self._select("inbox", [one_of("inbox.id", ids), *typed, self._any_part()])], -1)

    def counted(self) -> Sql:
        """How many there are of the view."""
        parts = [self._counting(part) for part in self._of_view()]
        values = tuple(value for part in parts for value in part.values)
        return Sql(f"SELECT sum(n) FROM ({' UNION ALL '.join(part.text for part in parts)})", values)  # noqa: S608

    def _counting(self, part: Sql) -> Sql:
        return Sql(f"SELECT count(*) AS n FROM {self._source()} WHERE {part.text}", part.values)  # noqa: S608

    def _indexed(self) -> tuple[Term, ...]:
        """Texts that no state has among its words; without such a one, one that a state has."""
        texts = tuple(term for term in self.query.typed.terms if _findable(term))
        alone = tuple(term for term in texts if not states_with(_text_of(term)))
        return alone or texts[:1]

    def _source(self) -> str:
        terms = (*self.query.view.terms, *self.query.typed.terms)
        by = next((_BY[t.condition] for t in terms if t.condition in _BY and not t.unless), "")
        return f"inbox INDEXED BY {by}" if by else "inbox"

    def _select(self, source: str, conditions: Sequence[Sql]) -> Sql:
        names = ", ".join(f"inbox.{name} AS {name}" for name in (term.split()[0] for term in self.order_terms))
        where = conditions[0]
        for condition in conditions[1:]:
            where &= condition
        return Sql(f"SELECT {names} FROM {source} WHERE {where.text}", where.values)  # noqa: S608 - names of our own

    def _together(self, parts: Sequence[Sql], limit: int) -> Sql:
        """Side by side: SQLite merges them in their order."""
        union = " UNION ALL ".join(part.text for part in parts)
        values = tuple(value for part in parts for value in part.values)
        return Sql(f"{union} ORDER BY {', '.join(self.order_terms)} LIMIT ?", (*values, limit))

    def _any_part(self) -> Sql:
        parts = [*self._of_view(), *self._also()]
        values = tuple(value for part in parts for value in part.values)
        return Sql("(" + " OR ".join(f"({part.text})" for part in parts) + ")", values)

    def _of_view(self) -> list[Sql]:
        """The view's cases of the company, and those bound to none."""
        return [company & self._view() for company in self._companies()]

    def _also(self) -> list[Sql]:
        """Those that are listed all the same; none twice."""
        if not self.query.also:
            return []
        view = self._view()
        other, also = Sql(f"NOT ({view.text})", view.values), one_of("inbox.id", self.query.also)
        return [also & company & other for company in self._companies()]

    def _view(self) -> Sql:
        found = Sql("TRUE")
        for term in self.query.view.terms:
            found &= term_sql(term, self.known)
        return found

    def _companies(self) -> list[Sql]:
        if not self.query.company:
            return [Sql("TRUE")]
        return [Sql("inbox.company = ?", (self.query.company,)), Sql("inbox.company = ''")]


def _findable(term: Term) -> bool:
    text = _text_of(term)
    return not term.unless and len(text) >= _LETTERS and "\0" not in text


def _text_of(term: Term) -> str:
    return sound(term.condition.text.casefold()) if isinstance(term.condition, Text) else ""
