"""Prints: plain text for people, or one JSON document and nothing else."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from untwin.cli.advice import advice_json
from untwin.cli.codes import DONE, exit_code
from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Marks
from untwin.domain.errors.columns import Given, TableSeen, not_there
from untwin.domain.errors.faults import Columns, Finding
from untwin.domain.problems import OutsideProblem, Problem
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.posting import Posting
from untwin.domain.words.money import plain_amount

Json = Any
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Printer:
    """Where a command's answer goes; `as_json` chooses the form."""

    as_json: bool

    def answer(self, data: Json, lines: list[str]) -> None:
        """Prints the answer in the form that was asked for."""
        # Escaped, so that no console's encoding loses a character and nothing from outside steers a terminal.
        document = json.dumps(data, indent=2, default=_plain) if self.as_json else ""
        if document or lines:
            _write(document or "\n".join(clean(line) for line in lines))


def problem_json(problem: Problem) -> Json:
    """What went wrong, and the next step."""
    return {"problem": problem.sentence, "remedy": problem.remedy}


def complain(sentence: str) -> None:
    """Says what went wrong, on standard error."""
    sys.stderr.write(clean(sentence) + "\n")


def each_that_can(case_ids: Iterable[str], do: Callable[[str], T]) -> tuple[list[T], int]:
    """What was done to each case, and the worst exit code; one of which it can't be done keeps no other from it."""
    done, worst = [], DONE
    for case_id in case_ids:
        try:
            done.append(do(case_id))
        except Problem as problem:
            complain(f"case {case_id}: {problem}")
            worst = max(worst, exit_code(problem))
    return done, worst


def complain_of_columns(given: Given, tables: Iterable[TableSeen]) -> None:
    """Says which columns that somebody named with `--column` are in no table."""
    for sentence in not_there(given, tables):
        complain(sentence)


def counted(what: str) -> Callable[[int, int], None]:
    """Says on one line how far something long is, for a person who watches."""

    def say(done: int, of: int) -> None:
        if of > _MANY and sys.stderr.isatty():
            sys.stderr.write(f"\r{what}: {done} of {of}" + ("\n" if done >= of else ""))

    return say


def tell_of_reading(files: Iterable[Path]) -> None:
    """Says that large files are read: until they are, nobody knows how many errors there are."""
    size = sum(file.stat().st_size for file in files if file.is_file())
    if size > _LARGE and sys.stderr.isatty():
        sys.stderr.write(f"Reading {size // 1_000_000} MB \u2026 (Ctrl+C stops it, and nothing is taken in)\n")


_LARGE = 2_000_000  # bytes; what is smaller is read before anybody could read the words
_MANY = 20


def _write(text: str) -> None:
    # A console with an old encoding must not turn an answer into a traceback.
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would be complained of once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # a reader that has seen enough is no failure
            raise OutsideProblem(f"The answer could not be printed: {error.strerror}.") from None


def clock_words(at: datetime) -> str:
    """A moment as clocks on the wall here show it, with its zone."""
    return f"{at.astimezone():%Y-%m-%d %H:%M %z}"


def clean(text: str) -> str:
    """Text from outside without what would steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return plain_amount(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in an answer")


def finding_json(finding: Finding) -> Json:
    """A finding as the contract has it."""
    names = ("kind", "code", "doc_number", "txn_type", "entity", "txn_id", "message", "source", "text", "where")
    said = {name: getattr(finding, name) for name in names}
    return said if finding.columns is None else {**said, "columns": _columns_json(finding.columns)}


def _columns_json(columns: Columns) -> Json:
    """What a table's row says beside its error, as far as it says anything."""
    said = {field.name: getattr(columns, field.name) for field in fields(columns)}
    return {name: value for name, value in said.items() if value is not None}


def finding_line(finding: Finding) -> str:
    """A finding in one line."""
    used = f", used by {finding.txn_type}" if finding.txn_type else ""
    number = f" {finding.doc_number}{used}" if finding.doc_number else ""
    return clean(f"{finding.where}: {finding.kind.spoken}{number}: {finding.message}").replace("\n", " ")


def document_json(document: Document) -> Json:
    """A QuickBooks document."""
    return {
        "entity": document.entity,
        "type": document.type.title,
        "id": document.id,
        "number": document.number,
        "date": document.date,
        "customer": document.customer_name,
        "total": document.total,
        "currency": document.currency,
        "balance": document.balance,
        "emailed": document.emailed,
        "paid": document.paid,
        "voided": document.voided,
    }


def incoming_json(incoming: Incoming | None) -> Json:
    """The waiting document, or null."""
    if incoming is None:
        return None
    return {
        "kind": incoming.kind.value,
        "number": incoming.number,
        "customer": incoming.customer,
        "total": incoming.total,
        "currency": incoming.currency,
        "date": incoming.date,
        "state": incoming.state.value,
        "known_from": incoming.known_from,
    }


def case_json(case: Case, locked: str | None = None) -> Json:
    """A case as the contract has it; `locked` says why its ways out in the source are, None: not known."""
    judgement, evidence = case.judgement, case.evidence
    return {
        "id": case.id,
        "state": case.state.value,
        "kind": case.kind.value,
        "company": case.company,
        "source": case.source,
        "source_taken": case.source_taken,
        "doc_number": case.doc_number,
        "incoming": incoming_json(case.incoming),
        "holders": [document_json(d) for d in evidence.holders] if evidence else [],
        "twins": [document_json(d) for d in twins_of(case)],
        "verdict": judgement.verdict.value if judgement else None,
        "reasons": list(judgement.reasons) if judgement else [],
        "asks": _asks(case),
        "blocks": [{"id": b.id.value, "sentence": b.sentence} for b in case.blocks],
        "proposed": [
            {"document": p.document_id, "entity": p.entity, "old": p.old, "new": list(p.suggestions)}
            for p in case.proposed
        ],
        "renumbered": [
            {"document": r.document_id, "entity": r.entity, "old": r.old, "new": r.new, "check": r.proof.sentence}
            for r in case.renumbered
        ],
        "advice": advice_json(case.advice, locked) if case.advice else None,
        "posting": _posting(case.posting) if case.posting else None,
        "please_confirm": case.please_confirm,
        "not_seen_yet": case.not_seen_yet,
        "repeats": case.count,
        "seen": [{"at": each.at, "where": each.where} for each in case.sightings],
        "note": case.note,
        "marks": _marks(case.marks),
        "left_to_do": list(case.left_to_do),
        "next": case.next_step,
    }


def _asks(case: Case) -> Json:
    """The questions that are open about its documents, by the answer that `untwin answer` takes."""
    judgement = case.judgement
    return {
        "made-by-hand": list(judgement.asks_maker) if judgement else [],
        "own-number": list(judgement.asks_own) if judgement else [],
    }


def _marks(marks: Marks) -> Json:
    snooze = marks.snooze
    return {
        "snoozed": {"why": snooze.why.value, "until": snooze.until} if snooze else None,
        "labels": list(marks.labels),
        "note": marks.note,
        "unread": marks.unread,
        "archived": marks.archived,
        "back": marks.back,
    }


def _posting(posting: Posting) -> dict[str, Any]:
    return {
        "outcome": posting.outcome.value,
        "sentence": posting.sentence,
        "document": posting.document_id,
        "entity": posting.entity,
        "differences": list(posting.differences),
    }


def twins_of(case: Case) -> list[Document]:
    """The document that may be the waiting one under another number, or under the same."""
    if case.evidence is None or case.judgement is None or case.judgement.twin_id is None:
        return []
    known = (*case.evidence.nearby, *case.evidence.holders)
    return [d for d in known if d.id == case.judgement.twin_id][:1]
