"""The commands themselves: each calls one flow and says how it ended by its exit code."""

import argparse
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from untwin.cli import arriving, changes, record
from untwin.cli.answers import answer
from untwin.cli.arriving import STDIN, check_files, piped, standard_input
from untwin.cli.case_words import case_line, case_lines
from untwin.cli.clients import looked, show_clients
from untwin.cli.codes import DONE, NEEDS_A_PERSON, exit_code
from untwin.cli.company import company
from untwin.cli.grouping import group_json, group_line, ways_json, ways_lines
from untwin.cli.help import help_pages, list_lines, page_json, page_lines
from untwin.cli.marks import fitting, mark
from untwin.cli.source import source
from untwin.cli.words import (
    Printer,
    case_json,
    complain,
    complain_of_columns,
    counted,
    finding_json,
    finding_line,
    problem_json,
)
from untwin.domain.cases.case import UNDECIDED, Case, State, why_not_lookable
from untwin.domain.cases.groups import groups
from untwin.domain.cases.source_ways import SourceWay, source_ways, why_locked_for
from untwin.domain.errors.columns import Given, given_of
from untwin.domain.errors.faults import Reading
from untwin.domain.problems import BadInput, NotAllowed, Problem
from untwin.domain.verdicts.verdict import Verdict
from untwin.flows.desk import Desk
from untwin.ports.machine import Intake

Options = argparse.Namespace


def without_home(options: Options, intake: Intake) -> int:
    """Runs a command that needs no home: it prints findings, or a help page."""
    printer = Printer(options.json)
    if options.command == "help":
        return told(lambda: _tell_help(options, printer), printer)
    return told(lambda: _explain(options, intake, printer), printer)


def _tell_help(options: Options, printer: Printer) -> int:
    pages = help_pages(options.kind)
    lines = page_lines(pages[0]) if options.kind.strip() else list_lines(pages)
    printer.answer([page_json(page) for page in pages], lines)
    return DONE


def _explain(options: Options, intake: Intake, printer: Printer) -> int:
    check_files(options.files)
    given = given_of(options.column)
    readings = [_read(intake, file, given) for file in options.files or [STDIN]]
    findings = [f for r in readings for f in r.findings]
    for sentence in (s for r in readings for s in r.unread):
        complain(sentence)
    complain_of_columns(given, [table for r in readings for table in r.tables])
    none = "No error was found in what could be read." if any(r.unread for r in readings) else _NONE
    lines = [finding_line(f) for f in findings] or [none]
    printer.answer([finding_json(f) for f in findings], lines)
    return DONE


_NONE = "No error was found in this text."


def _read(intake: Intake, file: Path, given: Given) -> Reading:
    return intake.read_bytes(piped(), given) if file == STDIN else intake.read_file(file, given)


def run(options: Options, open_desk: Callable[[], Desk]) -> int:
    """Runs one command on a home."""
    printer = Printer(options.json)

    def command() -> int:
        desk = open_desk()
        _tell_cut_short(desk)
        return _RUN[options.command](options, desk, printer)

    return told(command, printer)


def _tell_cut_short(desk: Desk) -> None:
    """Says, once, that an earlier run was killed while it took a long list in; some of it may be missing."""
    # On a full disk the note can't be taken away: then a later command says it.
    with suppress(Problem):
        if sentence := desk.take_in.cut_short.said():
            complain(sentence)


def told(command: Callable[[], int], printer: Printer) -> int:
    """Runs a command; a problem is one sentence on standard error, and with --json the one document, too."""
    try:
        return command()
    except Problem as problem:
        complain(str(problem))
        if printer.as_json:
            printer.answer(problem_json(problem), [])
        return exit_code(problem)


def _cases(options: Options, desk: Desk, printer: Printer) -> int:
    cases = fitting(desk, options.filter) if options.filter else desk.cases.all()
    if options.groups:
        names = {company.realm: company.name for company in desk.companies.all()}
        found = groups(cases)
        lines = [group_line(group, names) for group in found]
        printer.answer([group_json(group) for group in found], lines or ["No cases have anything in common."])
        return DONE
    printer.answer([case_json(c) for c in cases], [case_line(c) for c in cases] or ["No cases."])
    return DONE


def _show(options: Options, desk: Desk, printer: Printer) -> int:
    case = desk.cases.get(options.case)
    ways, locked = _ways(case, desk), _locked(case, desk)
    printer.answer(case_json(case, locked) | ways_json(ways), [*case_lines(case, locked), *ways_lines(ways)])
    return DONE


def _ways(case: Case, desk: Desk) -> tuple[SourceWay, ...]:
    if case.company is None:
        return ()
    return source_ways(case, desk.cases.all(), desk.companies.get(case.company).profile(case.source))


def _locked(case: Case, desk: Desk) -> str | None:
    """Why the case's options in its source are locked; None where it is bound to no company."""
    if case.company is None:
        return None
    return why_locked_for(case, desk.cases.all(), desk.companies.get(case.company).profile(case.source).name)


def _look(options: Options, desk: Desk, printer: Printer) -> int:
    case_ids = _chosen(options, desk, _lookable)
    left = _left_out(desk) if options.all else []
    for sentence in left:
        complain(sentence)
    looked = desk.look_up.all(case_ids, counted("looked up"))
    worst = _told_each(case_ids, looked.cases, looked.problems, printer, "" if left else "No case is open.")
    return worst or (NEEDS_A_PERSON if left else DONE)


def _left_out(desk: Desk) -> list[str]:
    """Why open cases are not looked up: a sentence for each reason, with their number and the command that helps."""
    out = [case for case in desk.cases.all() if case.state in UNDECIDED and why_not_lookable(case)]
    unbound = [case for case in out if case.company is None]
    unnamed = [case for case in out if case.company is not None]
    said = [f"{len(unbound):,} not looked up, of no company yet: untwin bind --all --company NAME"] if unbound else []
    if unnamed:
        first = f"untwin describe {unnamed[0].id} ..."
        said.append(f"{len(unnamed):,} not looked up, since the error names no number: {first}")
    return said


def _verify(options: Options, desk: Desk, printer: Printer) -> int:
    cases = _chosen(options, desk, lambda c: c.state in (State.RENUMBERED, State.WAITING_TO_POST, *_UNSETTLED))
    if options.list is not None:
        return _look_in_list(options.list, cases, desk, printer)
    unsettled = [case.id for case in desk.cases.some(cases) if case.state in _UNSETTLED]
    if unsettled:
        desk.settle.open_changes(asked=True)
    seen = desk.watch.all([case_id for case_id in cases if case_id not in unsettled])
    for case in seen.cases.values():
        if not case.state.solved:
            complain(f"case {case.id}: {case.note}")
    settled = {case.id: case for case in desk.cases.some(unsettled)}
    worst = _told_each(cases, seen.cases | settled, seen.problems, printer, "No case waits to post.")
    return worst or _worst_state(desk, cases)


def _look_in_list(file: Path, cases: list[str], desk: Desk, printer: Printer) -> int:
    """Ends the cases whose error isn't listed any more."""
    check_files([file])
    text = standard_input() if file == STDIN else file.read_bytes()[:_LONGEST_LIST].decode(errors="replace")
    ended: dict[str, Case] = {}
    problems: dict[str, Problem] = {}
    for case_id in cases:
        try:
            ended[case_id] = desk.end_gone(case_id, text)
        except Problem as problem:
            problems[case_id] = problem
    worst = _told_each(cases, ended, problems, printer, "No case waits to post.")
    return worst or _worst_state(desk, cases)


_LONGEST_LIST = 50_000_000
_UNSETTLED = (State.PLANNED, State.SAVING, State.NEEDS_CHECKING)


def _worst_state(desk: Desk, case_ids: list[str]) -> int:
    return DONE if all(desk.cases.get(i).state.solved for i in case_ids) else NEEDS_A_PERSON


def _lookable(case: Case) -> bool:
    settled = (State.ALREADY_IN_QUICKBOOKS, State.IGNORED, State.NO_LONGER_NEEDED)
    return case.state not in settled and why_not_lookable(case) is None


def _chosen(options: Options, desk: Desk, fits: Callable[[Case], bool]) -> list[str]:
    if options.all == bool(options.cases):
        raise BadInput("Name one or more cases, or say --all.")
    return [c.id for c in desk.cases.all() if fits(c)] if options.all else list(options.cases)


def _told_each(
    case_ids: list[str], cases: dict[str, Case], problems: dict[str, Problem], printer: Printer, none: str
) -> int:
    """Prints every case as it stands now, and a sentence for each that went wrong; `none` where there are no cases."""
    for case_id, problem in problems.items():
        complain(f"case {case_id}: {problem}")
    told = [cases[case_id] for case_id in case_ids if case_id in cases]
    nothing = [] if case_ids or not none else [none]
    printer.answer([case_json(c) for c in told], [line for c in told for line in case_lines(c)] or nothing)
    return max((exit_code(problem) for problem in problems.values()), default=DONE)


def _same(options: Options, desk: Desk, printer: Printer) -> int:
    case = desk.cases.get(options.case)
    if options.yes:
        case = desk.decide.same_document(options.case, desk.who)
    elif case.judgement is None or case.judgement.verdict is not Verdict.SAME_DOCUMENT:
        raise NotAllowed("It isn't proved that the sale is in QuickBooks already.")
    printer.answer(case_json(case), case_lines(case))
    return DONE if options.yes else NEEDS_A_PERSON


def _posted(options: Options, desk: Desk, printer: Printer) -> int:
    if options.other:
        case = desk.confirm_posting.rule_out(options.case, desk.who)
    elif options.yes:
        case = desk.confirm_posting(options.case, desk.who)
    else:
        case = desk.confirm_posting.found(options.case)
    printer.answer(case_json(case), case_lines(case))
    return DONE if case.state.solved else NEEDS_A_PERSON


def _retry(options: Options, desk: Desk, printer: Printer) -> int:
    card = desk.retry(options.case)
    data = {"case": case_json(card.case), "page": card.page, "button": card.profile.button, "number": card.number}
    data["accepted"] = card.accepted
    printer.answer(data, [line for line in (card.sentence, card.page) if line])
    return DONE


def _company(options: Options, desk: Desk, printer: Printer) -> int:
    return looked(options, desk, printer) if options.action == "looked" else company(options, desk, printer)


_RUN: dict[str, Callable[[Options, Desk, Printer], int]] = {
    "clients": show_clients,
    "cases": _cases,
    "mark": mark,
    "show": _show,
    "look": _look,
    **arriving.RUN,
    **changes.RUN,
    "answer": answer,
    "same": _same,
    "retry": _retry,
    "verify": _verify,
    "posted": _posted,
    "company": _company,
    "source": source,
    **record.RUN,
}
