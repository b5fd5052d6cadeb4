"""The commands that take errors in, and those by which a person says what is missing: what waits to post, and where."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from untwin.cli.case_words import case_line, case_lines, incoming_words
from untwin.cli.codes import DONE, NEEDS_A_PERSON, exit_code
from untwin.cli.company import find_company
from untwin.cli.source_named import source_named
from untwin.cli.whole_list import ListTold, look_into_list
from untwin.cli.words import (
    Json,
    Printer,
    case_json,
    complain,
    complain_of_columns,
    counted,
    incoming_json,
    tell_of_reading,
)
from untwin.domain.errors.bills import BillList
from untwin.domain.errors.columns import Given, TableColumn, given_of, two_days
from untwin.domain.errors.mapping import guessed, guesses, why
from untwin.domain.problems import BadInput, NotAllowed
from untwin.domain.sources.declared import source_name
from untwin.domain.waiting.filling import FillPlan
from untwin.domain.waiting.one_line import read_line
from untwin.flows.arriving.take_in import Wishes
from untwin.flows.arriving.taken_in import TakenIn
from untwin.flows.desk import Desk

STDIN = Path("-")
Options = argparse.Namespace


def check_files(files: list[Path], *, folders: bool = False) -> None:
    """Raises `BadInput` for a name that is no file (nor a folder, where `folders`), before anything is read."""
    missing = [f for f in files if f != STDIN and not (f.is_file() or (folders and f.is_dir()))]
    if missing:
        folder = missing[0].is_dir()
        raise BadInput(f"{missing[0]} is a folder, not a file." if folder else f"There is no file {missing[0]}.")


def standard_input() -> str:
    """What was piped in as text."""
    return piped().decode("utf-8", "replace")


def piped() -> bytes:
    """What was piped in; a stream without an end is cut off, and that is said."""
    if sys.stdin is None:
        return b""
    data = sys.stdin.buffer.read(_MOST + 1)
    if len(data) > _MOST:
        complain(f"Standard input is longer than {_MOST // 1_000_000} MB; the rest was not read.")
    return data[:_MOST]


_MOST = 100_000_000


def _import(options: Options, desk: Desk, printer: Printer) -> int:
    check_files(options.files, folders=True)
    realm = find_company(desk, options.company).realm if options.company else None
    files = [f for f in options.files if f != STDIN]
    source, given = source_named(options.source, desk.companies.all()), given_of(options.column)
    told, wishes = counted("taken in"), Wishes(realm, source, given=given or None)
    text = ""
    taken: list[TakenIn] = []
    try:
        if files:
            tell_of_reading(files)
            taken.append(desk.take_in.files(files, wishes=wishes, progress=told))
        if STDIN in options.files:
            text = standard_input()
            taken.append(desk.take_in.text(text, wishes=wishes, progress=told))
    except KeyboardInterrupt:
        if not taken:
            raise NotAllowed("Stopped while it was read: nothing was taken in.") from None
        complain("Stopped before standard input was read; the files were taken in.")
    if any(t.left for t in taken):
        desk.take_in.cut_short.end()  # it is said here, so that the window needn't
    complain_of_columns(given, tables := [table for t in taken for table in t.tables])
    for sentence in (*two_days(tables), *guesses(tables)):
        complain(sentence)
    whole = look_into_list(desk, taken, files, text, wishes) if options.all_of_source else ListTold()
    return _taken_in(taken, whole, printer)


def _taken_in(taken: list[TakenIn], whole: ListTold, printer: Printer) -> int:
    new, joined = [c for t in taken for c in t.new], [c for t in taken for c in t.joined]
    unread = [s for t in taken for s in t.unread]
    for sentence in (*unread, *(t.sentence for t in taken if t.left), *whole.complaints):
        complain(sentence)
    data = {
        "new": [case_json(c) for c in new],
        "joined": [case_json(c) for c in joined],
        "failed_again": [c.id for t in taken for c in t.failed_again],
        "unread": unread,
        "left": sum(t.left for t in taken),
        "guessed": [_guessed_json(column) for t in taken for column in guessed(t.tables)],
    } | whole.data
    unbound = [c.id for t in taken for c in t.unbound]
    ask = [f"{len(unbound):,} of them belong to no company yet: untwin bind --all --company NAME"] if unbound else []
    lines = [case_line(c) for c in (*new, *joined)]
    bills = [f"{t.sentence} untwin fill FILE fills waiting documents from it." for t in taken if t.bills]
    printer.answer(data, [*lines, *ask, *bills, *whole.lines] or ["No error was found. Nothing was taken in."])
    unsettled = unread or data["left"] or data["guessed"] or not whole.settled
    return NEEDS_A_PERSON if unsettled or not (new or joined) else DONE


def _guessed_json(column: TableColumn) -> Json:
    """A column that was only guessed, and nothing was filled from."""
    samples = list(column.samples)
    return {"holds": column.holds, "column": column.header or str(column.place), "why": why(column), "samples": samples}


def _describe(options: Options, desk: Desk, printer: Printer) -> int:
    case = desk.cases.get(options.case)
    told = read_line(" ".join(options.line), desk.decide.clock.now().date(), case.doc_number)
    if told.questions:
        asked = [{"asks": q.asks, "lines": [c.line for c in q.choices]} for q in told.questions]
        lines = [line for q in told.questions for line in (q.asks, *(f"  {c.words}: {c.line}" for c in q.choices))]
        printer.answer({"questions": asked}, lines)
        return NEEDS_A_PERSON
    described = desk.decide.describe(options.case, " ".join(options.line), desk.who)
    # A line that names no kind leaves it what the error's own row said.
    heard = replace(told, kind=described.incoming.kind) if described.incoming else told
    printer.answer(case_json(described), [f"{heard.words}.", *case_lines(described)])
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
    lines = [*(case_line(c) for c in bound.cases.values()), *joined]
    printer.answer(data, lines or ([] if ids else ["Every case belongs to a company."]))
    return max((exit_code(problem) for problem in bound.problems.values()), default=DONE)


def _end(options: Options, desk: Desk, printer: Printer) -> int:
    cases = desk.cases.some(options.cases)
    if not options.yes:
        printer.answer([case_json(c) for c in cases], [case_line(c) for c in cases])
        complain("Nothing was ended. With --yes and --reason these cases end as no longer needed.")
        return NEEDS_A_PERSON
    ended, problems = desk.compare_list.end(options.cases, options.reason, desk.who)
    for case_id, problem in problems.items():
        complain(f"case {case_id}: {problem}")
    printer.answer([case_json(c) for c in ended], [case_line(c) for c in ended] or ["No cases."])
    return max((exit_code(problem) for problem in problems.values()), default=DONE)


def _fill(options: Options, desk: Desk, printer: Printer) -> int:
    check_files(options.files)
    company = find_company(desk, options.company).realm if options.company else None
    given = given_of(options.column)
    lists = [_bills(desk, file, given) for file in options.files]
    bills = BillList(tuple(r for b in lists for r in b.rows), unread=tuple(s for b in lists for s in b.unread))
    complain_of_columns(given, tables := [table for b in lists for table in b.tables])
    for sentence in two_days(tables):
        complain(sentence)
    plan = desk.fill.plan(bills, (company, source_named(options.source, desk.companies.all())))
    # What was guessed is seen by a person first: a wrong customer would make another document of it.
    unseen = guesses(tables)
    for sentence in unseen:
        complain(sentence)
    if options.yes and not plan.asks_account and plan.fills and not unseen:
        filled = desk.fill(plan, desk.who)
        printer.answer({"filled": [case_json(c) for c in filled.cases]}, [plan.sentence, *_fill_lines(plan, desk)])
        return DONE if len(filled.cases) == len(plan.fills) else NEEDS_A_PERSON
    printer.answer(_fill_json(plan), [plan.sentence, *_fill_lines(plan, desk)])
    return NEEDS_A_PERSON


def _bills(desk: Desk, file: Path, given: Given) -> BillList:
    intake = desk.take_in.intake
    return intake.read_bills(standard_input(), "", given) if file == STDIN else intake.read_bills_file(file, given)


def _fill_json(plan: FillPlan) -> Json:
    return {
        "accounts": [{"company": a[0], "source": a[1], "cases": n} for a, n in plan.accounts],
        "fills": [{"case": f.case.id, "incoming": incoming_json(f.incoming)} for f in plan.fills],
        "kept": [{"case": case.id, "why": why} for case, why in plan.kept],
        "doubtful": [{"case": case.id, "why": why} for case, why in plan.doubtful],
        "still_unknown": [case.id for case in plan.still_unknown],
        "unmatched": [{"number": row.number, "where": row.where} for row in plan.unmatched],
        "unread": list(plan.unread),
    }


def _fill_lines(plan: FillPlan, desk: Desk) -> list[str]:
    names = {company.realm: company.name for company in desk.companies.all()}
    several = plan.accounts if plan.asks_account else ()
    return [
        *(f"  {names.get(a[0] or '', 'no company')}, {source_name(a[1])}: {n:,} cases" for a, n in several),
        *(f"  case {f.case.id}: {incoming_words(f.incoming)}" for f in plan.fills),
        *(f"  case {case.id} is not certain: {why}" for case, why in plan.doubtful),
        *(f"  case {case.id} stays: {why}" for case, why in plan.kept),
        *(f"  case {case.id} stays unknown: number {case.doc_number}" for case in plan.still_unknown),
        *(f"  nothing waits for {row.number} ({row.where})" for row in plan.unmatched[:_SHOWN]),
        *([f"  ... and for {len(plan.unmatched) - _SHOWN:,} rows more"] if len(plan.unmatched) > _SHOWN else []),
        *(f"  not read: {sentence}" for sentence in plan.unread),
    ]


_SHOWN = 20


RUN: dict[str, Callable[[Options, Desk, Printer], int]] = {
    "import": _import,
    "describe": _describe,
    "bind": _bind,
    "fill": _fill,
    "end": _end,
}
