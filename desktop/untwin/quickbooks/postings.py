"""Looks whether waiting documents have posted, a company's together: by number, and by amount among what is new."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from untwin.domain.books.documents import SALES_SPACE, Document, same_number
from untwin.domain.problems import OutsideProblem
from untwin.domain.verdicts.compare import SAME_SALE_DAYS
from untwin.ports.books import PostingAnswer, PostingQuestion
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import documents_of
from untwin.quickbooks.holders import TOO_MANY, by_numbers
from untwin.quickbooks.queries import Rows, Select, between, fetch, in_parts, one_of, quoted

_DAYS = timedelta(days=SAME_SALE_DAYS)
# The total of a journal entry can't be asked for: QuickBooks says of each that it is zero.
_BY_DAY = "JournalEntry"


@dataclass(frozen=True, slots=True)
class _Made:
    """A query about what was made since; `of` says whether a document is one that a question asks for."""

    select: Select
    of: Callable[[PostingQuestion, Document], bool]


def ask_postings(client: Client, questions: Sequence[PostingQuestion]) -> tuple[PostingAnswer, ...]:
    """An answer for each question, in one request for some hundreds.

    Raises:
        OutsideProblem: QuickBooks could not be read, or more documents have the numbers than it gives at once.
    """
    numbers = by_numbers(SALES_SPACE, [q.number for q in questions if q.number])
    made = [*_by_amount(questions), *_by_day(questions)]
    found = fetch(client, [*numbers, *(each.select for each in made)] or [_CLOCK])
    numbered = found.rows[: len(numbers)]
    if not all(rows.complete for rows in numbered):
        raise OutsideProblem(TOO_MANY)
    pairs = list(zip(made, found.rows[len(numbers) :], strict=False))
    documents, new = _documents(numbered), [(each, rows, _documents([rows])) for each, rows in pairs]
    return tuple(_answer(q, documents, new, found.at) for q in questions)


# Nothing can be looked for where neither number nor amount is known; QuickBooks' clock is told all the same.
_CLOCK = Select("CompanyInfo")


def _answer(
    question: PostingQuestion,
    documents: Sequence[Document],
    new: Sequence[tuple[_Made, Rows, Sequence[Document]]],
    at: datetime,
) -> PostingAnswer:
    asked = [(each, rows, found) for each, rows, found in new if rows.entity in question.entities]
    mine = [d for each, _, found in asked for d in found if each.of(question, d)]
    return PostingAnswer(
        numbered=tuple(d for d in documents if question.number and same_number(d.number, question.number)),
        made=tuple(d for d in mine if d.created_at is None or d.created_at >= question.since.replace(microsecond=0)),
        complete=all(rows.complete for _, rows, _ in asked),
        at=at,
    )


def _by_amount(questions: Sequence[PostingQuestion]) -> Iterable[_Made]:
    for entity in dict.fromkeys(e for q in questions for e in q.entities if e != _BY_DAY):
        asking = [q for q in questions if entity in q.entities and q.total is not None]
        amounts = tuple(dict.fromkeys(str(q.total) for q in asking))
        for part in in_parts(amounts):
            yield _Made(Select(entity, (one_of("TotalAmt", part), _since(asking))), _has_amount)


def _by_day(questions: Sequence[PostingQuestion]) -> Iterable[_Made]:
    asking = [q for q in questions if _BY_DAY in q.entities and q.day is not None]
    days = [q.day for q in asking if q.day is not None]
    if days:
        around = between("TxnDate", min(days) - _DAYS, max(days) + _DAYS)
        yield _Made(Select(_BY_DAY, (*around, _since(asking))), _has_day)


def _since(asking: Sequence[PostingQuestion]) -> str:
    return f"MetaData.CreateTime >= {quoted(min(q.since for q in asking).isoformat(timespec='seconds'))}"


def _has_amount(question: PostingQuestion, document: Document) -> bool:
    return document.total == question.total


def _has_day(question: PostingQuestion, document: Document) -> bool:
    near = question.day is not None and document.date is not None and abs(document.date - question.day) <= _DAYS
    return near and question.total in (None, document.total)


def _documents(rows: Iterable[Rows]) -> list[Document]:
    return [document for each in rows for document in documents_of(each.entity, each.raw)]
