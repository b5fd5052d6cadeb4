"""Looks around changes, right before or after them: the documents, who else has the numbers, the company's facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from untwin.domain.books.documents import TYPES, Document, same_number
from untwin.domain.company.company import CompanyFacts
from untwin.domain.problems import BadInput, OutsideProblem
from untwin.ports.books import ChangeAnswer, ChangeQuestion
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import documents_of
from untwin.quickbooks.facts import FACTS, company_facts
from untwin.quickbooks.holders import TOO_MANY, by_numbers, digits, in_space
from untwin.quickbooks.nets import Net, Place, caught_by, nets_for
from untwin.quickbooks.queries import BATCH, Rows, Select, fetch, in_parts, one_of

_CHANGES = 30  # that one request can be asked about


@dataclass(frozen=True, slots=True)
class _Plan:
    """The queries of one look: whole documents by id and by their old numbers, and nets for the new numbers."""

    whole: tuple[Select, ...]
    nets: tuple[Net, ...]

    @property
    def selects(self) -> tuple[Select, ...]:
        return (*self.whole, *FACTS, *(net.select for net in self.nets))


@dataclass(frozen=True, slots=True)
class _Look:
    """What one look found."""

    documents: dict[Place, Document]
    facts: CompanyFacts
    at: datetime

    def answer(self, question: ChangeQuestion) -> ChangeAnswer:
        """What it says about one change."""
        return ChangeAnswer(
            document=self.documents.get(_place(question)),
            others_with_old=self._others(question, question.old_number),
            others_with_new=self._others(question, question.new_number),
            facts=self.facts,
            at=self.at,
        )

    def _others(self, question: ChangeQuestion, number: str) -> tuple[Document, ...]:
        space = in_space(TYPES[question.entity].space)
        return tuple(
            document
            for place, document in self.documents.items()
            if place != _place(question) and document.entity in space and same_number(document.number, number)
        )


def look_around(client: Client, questions: Sequence[ChangeQuestion]) -> tuple[ChangeAnswer, ...]:
    """An answer for each question; thirty take one request.

    Raises:
        BadInput: an id or a type is none; nothing was asked then.
    """
    for question in questions:
        _check(question)
    # Neighbours have most in common, so that the patterns for thirty of them find little else.
    ordered = sorted(dict.fromkeys(questions), key=lambda q: (TYPES[q.entity].space or "", q.new_number))
    answers: dict[ChangeQuestion, ChangeAnswer] = {}
    for start in range(0, len(ordered), _CHANGES):
        part = ordered[start : start + _CHANGES]
        look = _look(client, part)
        answers |= {question: look.answer(question) for question in part}
    return tuple(answers[question] for question in questions)


def _look(client: Client, questions: Sequence[ChangeQuestion]) -> _Look:
    plan = _plan(questions)
    fetched = fetch(client, plan.selects)
    documents = _documents(fetched.rows[: len(plan.whole)])
    caught = caught_by(client, plan.nets, fetched.rows[len(plan.whole) + len(FACTS) :])
    documents |= _whole(client, caught - documents.keys())
    return _Look(documents, company_facts(fetched), fetched.at)


def _plan(questions: Sequence[ChangeQuestion]) -> _Plan:
    whole = _by_id(_place(question) for question in questions)
    numbers: dict[str, list[ChangeQuestion]] = {}
    for question in questions:
        if space := TYPES[question.entity].space:
            numbers.setdefault(space, []).append(question)
    for space, own in numbers.items():
        whole += by_numbers(in_space(space), (question.old_number for question in own))
    room = BATCH - len(whole) - len(FACTS)
    most = room // max(sum(len(in_space(space)) for space in numbers), 1)
    nets = [net for space, own in numbers.items() for net in nets_for(in_space(space), _new(own), most)]
    return _Plan(tuple(whole), tuple(nets))


def _new(questions: Iterable[ChangeQuestion]) -> Iterable[str]:
    return (new for question in questions if (new := question.new_number.strip()))


def _whole(client: Client, places: Iterable[Place]) -> dict[Place, Document]:
    """The documents that nets caught, in full; there are seldom any."""
    selects = _by_id(places)
    return _documents(fetch(client, selects).rows) if selects else {}


def _by_id(places: Iterable[Place]) -> list[Select]:
    ids: dict[str, list[str]] = {}
    for entity, document_id in places:
        ids.setdefault(entity, []).append(document_id)
    return [Select(entity, (one_of("Id", part),)) for entity, own in ids.items() for part in in_parts(own)]


def _documents(found: Iterable[Rows]) -> dict[Place, Document]:
    documents: dict[Place, Document] = {}
    for rows in found:
        if not rows.complete:
            raise OutsideProblem(f"{TOO_MANY} Nothing was changed.")
        documents |= {(d.entity, d.id): d for d in documents_of(rows.entity, rows.raw)}
    return documents


def _place(question: ChangeQuestion) -> Place:
    return question.entity, question.document_id


def _check(question: ChangeQuestion) -> None:
    digits(question.document_id)
    if question.entity not in TYPES:
        raise BadInput(f"“{question.entity}” is no type of document that Untwin knows.")
