"""Finds who uses a number, for one number or a hundred in few batches: each type by number, each type by id."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from untwin.domain.books.documents import NUMBERED, TYPES, Document, Side, fold_number, same_number
from untwin.domain.problems import BadInput
from untwin.ports.books import HolderAnswer, Question
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import documents_of
from untwin.quickbooks.facts import FACTS, company_facts
from untwin.quickbooks.queries import Fetched, Rows, Select, contains, fetch, in_parts, one_of

TOO_MANY = "There are more than QuickBooks gives at once."
# What may stand in a waiting document's way is looked for by likeness always; the purchase side's numbers are a
# space of their own, and for many numbers at once they are looked for by equality, with blanks at the ends.
_CLOSELY = tuple(entity for entity in NUMBERED if TYPES[entity].side is not Side.PURCHASE)
_LOOSELY = tuple(entity for entity in NUMBERED if TYPES[entity].side is Side.PURCHASE)
_BLANKS = ("{}", "{} ", " {}", "{}  ", " {} ")


@dataclass(frozen=True, slots=True)
class _Plan:
    """The queries for some questions: `like` are each question's own, the others serve all of them."""

    like: tuple[tuple[Select, ...], ...]
    equal: tuple[Select, ...]
    named: tuple[Select, ...]

    @property
    def selects(self) -> tuple[Select, ...]:
        return (*(s for own in self.like for s in own), *self.equal, *self.named, *FACTS)


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of a plan, sorted as it was."""

    like: tuple[tuple[Rows, ...], ...]
    equal: tuple[Rows, ...]
    named: tuple[Rows, ...]
    fetched: Fetched


def ask_holders(client: Client, questions: Sequence[Question]) -> tuple[HolderAnswer, ...]:
    """An answer for each question. Raises `BadInput` for an id that is none."""
    plan = _plan(questions)
    found = _sorted(plan, fetch(client, plan.selects))
    equal, named = _documents(found.equal), _documents(found.named)
    return tuple(_answer(q, own, equal, named, found) for q, own in zip(questions, found.like, strict=True))


def _plan(questions: Sequence[Question]) -> _Plan:
    alone = len(questions) == 1
    closely = NUMBERED if alone else _CLOSELY
    ids = tuple(dict.fromkeys(digits(q.txn_id) for q in questions if q.txn_id))
    numbers = [] if alone else [q.number for q in questions if q.number]
    return _Plan(
        like=tuple(tuple(by_number(closely, q.number)) if q.number else () for q in questions),
        equal=tuple(by_numbers(_LOOSELY, numbers)),
        named=tuple(Select(e, (one_of("Id", part),)) for part in in_parts(ids) for e in TYPES),
    )


def _sorted(plan: _Plan, fetched: Fetched) -> _Found:
    rows = iter(fetched.rows)

    def those(selects: Sequence[Select]) -> tuple[Rows, ...]:
        return tuple(next(rows) for _ in selects)

    return _Found(tuple(those(own) for own in plan.like), those(plan.equal), those(plan.named), fetched)


def _answer(
    question: Question, own: Sequence[Rows], equal: Sequence[Document], named: Sequence[Document], found: _Found
) -> HolderAnswer:
    numbered = [*_documents(own), *(d for d in equal if same_number(d.number, question.number))]
    mine = [d for d in named if question.txn_id and d.id == question.txn_id]
    holding = [d for d in numbered if same_number(d.number, question.number)]
    complete = all(rows.complete for rows in (*own, *found.equal, *found.named))
    return HolderAnswer(
        documents=tuple({(d.entity, d.id): d for d in (*holding, *_holding(mine, question.number))}.values()),
        named=mine[0] if mine else None,
        taken=tuple(dict.fromkeys(fold_number(d.number) for d in numbered if d.number)),
        facts=company_facts(found.fetched),
        complete=complete,
        why_not="" if complete else TOO_MANY,
    )


def by_number(entities: Iterable[str], number: str) -> list[Select]:
    """By LIKE: a number stored with a blank at its end is not found by `=`."""
    return [Select(entity, (contains("DocNumber", number.strip()),)) for entity in entities]


def by_numbers(entities: Sequence[str], numbers: Iterable[str]) -> list[Select]:
    """By equality, many at once: each number as it is, and with one or two blanks at its ends."""
    bare = (number.strip() for number in numbers)
    stored = tuple(dict.fromkeys(form.format(number) for number in bare if number for form in _BLANKS))
    return [Select(e, (one_of("DocNumber", part),)) for part in in_parts(stored) for e in entities]


def in_space(space: str | None) -> tuple[str, ...]:
    """The types that share their numbers; none of those without numbers."""
    return tuple(t.entity for t in TYPES.values() if space and t.space == space)


def _holding(named: Sequence[Document], number: str | None) -> list[Document]:
    """The document the text names counts as a holder while it has the number, or where none was printed."""
    return [d for d in named if number is None or same_number(d.number, number)]


def _documents(rows: Iterable[Rows]) -> list[Document]:
    return [document for each in rows for document in documents_of(each.entity, each.raw)]


def digits(document_id: str | None) -> str:
    """The id, if it is one. Raises `BadInput`."""
    if not document_id or not (document_id.isascii() and document_id.isdigit()):
        raise BadInput(f"“{document_id}” is no document id of QuickBooks.")
    return document_id
