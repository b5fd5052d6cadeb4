"""The commands that take errors in, and those by which a person says what is missing: what waits to post, and where."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from untwin.cli.codes import DONE, NEEDS_A_PERSON, exit_code
from untwin.cli.company import find_company
from untwin.cli.words import Printer, case_json, case_line, case_lines, complain, counted
from untwin.domain.one_line import read_line
from untwin.domain.problems import BadInput
from untwin.flows.desk import Desk
from untwin.flows.take_in import TakenIn

STDIN = Path("-")
Options = argparse.Namespace


def check_files(files: list[Path]) -> None:
    """Raises `BadInput` for a name that is no file, before anything is read."""
    missing = [f for f in files if f != STDIN and not f.is_file()]
    if missing:
        raise BadInput(f"There is no file {missing[0]}.")


def standard_input() -> str:
    """What was piped in; a stream without an end is cut off, and that is said."""
    if sys.stdin is None:
        return ""
    data = sys.stdin.buffer.read(_MOST + 1)
    if len(data) > _MOST:
        complain(f"Standard input is longer than {_MOST // 1_000_000} MB; the rest was not read.")
    return data[:_MOST].decode("utf-8", "replace")


_MOST = 100_000_000


def _import(options: Options, desk: Desk, printer: Printer) -> int:
    check_files(options.files)
    realm = find_company(desk, options.company).realm if options.company else None
    files = [f for f in options.files if f != STDIN]
    told = counted("taken in")
    taken = [desk.take_in.files(files, realm, options.source, progress=told)] if files else []
    if STDIN in options.files:
        taken.append(desk.take_in.text(standard_input(), realm, options.source, progress=told))
    return _taken_in(taken, printer)


def _taken_in(taken: list[TakenIn], printer: Printer) -> int:
    new, joined = [c for t in taken for c in t.new], [c for t in taken for c in t.joined]
    unread = [s for t in taken for s in t.unread]
    for sentence in (*unread, *(t.sentence for t in taken if t.left)):
        complain(sentence)
    data = {
        "new": [case_json(c) for c in new],
        "joined": [case_json(c) for c in joined],
        "failed_again": [c.id for t in taken for c in t.failed_again],
        "unread": unread,
        "left": sum(t.left for t in taken),
    }
    unbound = [c.id for t in taken for c in t.unbound]
    ask = [f"{len(unbound):,} of them belong to no company yet: untwin bind --all --company NAME"] if unbound else []
    lines = [case_line(c) for c in (*new, *joined)]
    printer.answer(data, [*lines, *ask] or ["No error was found. Nothing was taken in."])
    return NEEDS_A_PERSON if unread or data["left"] or not (new or joined) else DONE


def _describe(options: Options, desk: Desk, printer: Printer) -> int:
    case = desk.cases.get(options.case)
    told = read_line(" ".join(options.line), desk.decide.clock.now().date(), case.doc_number)
    if told.questions:
        asked = [{"asks": q.asks, "lines": [c.line for c in q.choices]} for q in told.questions]
        lines = [line for q in told.questions for line in (q.asks, *(f"  {c.words}: {c.line}" for c in q.choices))]
        printer.answer({"questions": asked}, lines)
        return NEEDS_A_PERSON
    described = desk.decide.describe(options.case, " ".join(options.line), desk.who)
    printer.answer(case_json(described), [f"{told.words}.", *case_lines(described)])
    return DONE


def _bind(options: Options, desk: Desk, printer: Printer) -> int:
    if options.all == bool(options.cases):
        raise BadInput("Name one or more cases, or say --all for those that belong to no company yet.")
    ids = [c.id for c in desk.cases.all() if c.company is None] if options.all else options.cases
    bound = desk.bind(ids, find_company(desk, options.company).realm, desk.who)
    for case_id, problem in bound.problems.items():
        complain(f"case {case_id}: {problem}")
    joined = [f"case {gone} was known there already and joined case {kept}" for gone, kept in bound.joined.items()]
    data = {"bound": [case_json(c) for c in bound.cases.values()], "joined": bound.joined}
    printer.answer(data, [*(case_line(c) for c in bound.cases.values()), *joined] or ["No cases."])
    return max((exit_code(problem) for problem in bound.problems.values()), default=DONE)


RUN: dict[str, Callable[[Options, Desk, Printer], int]] = {
    "import": _import,
    "describe": _describe,
    "bind": _bind,
}
