"""The commands of triage: which cases fit a filter, and the marks that a person puts on them."""

import argparse
from collections.abc import Callable, Sequence

from untwin.cli.case_words import case_line
from untwin.cli.codes import DONE, exit_code
from untwin.cli.words import Printer, case_json, complain
from untwin.domain.cases.case import Case
from untwin.domain.inbox.entry import search_text
from untwin.domain.inbox.filter_fits import Seen, fits
from untwin.domain.inbox.filter_words import parse
from untwin.domain.problems import BadInput, Problem
from untwin.flows.desk import Desk
from untwin.flows.triage.marking import Marked

Options = argparse.Namespace
_ASKS = "Say what to do with them, e.g. --snooze tomorrow, --label vip, --note, --archive or --ignore."


def add_mark(parser: argparse.ArgumentParser) -> None:
    """What `untwin mark` takes."""
    parser.add_argument("cases", nargs="+", metavar="CASE")
    parser.add_argument("--snooze", metavar="WHEN", help="later, tomorrow, monday, cycle, period, or a day: “12 Dec”")
    parser.add_argument("--wake", action="store_true", help="bring snoozed cases back now")
    parser.add_argument("--label", action="append", default=[], metavar="L", help="put a label on")
    parser.add_argument("--unlabel", action="append", default=[], metavar="L", help="take a label off")
    parser.add_argument("--note", metavar="TEXT", help="add a line to their notes")
    parser.add_argument("--archive", action="store_true", help="put away what is solved")
    parser.add_argument("--unread", action="store_true", help="mark as unread")
    parser.add_argument("--read", action="store_true", help="mark as read")
    parser.add_argument("--ignore", metavar="REASON", help="put aside, with the reason for the change history")


def mark(options: Options, desk: Desk, printer: Printer) -> int:
    """Puts marks on cases, in the order of the options' list, and prints the cases as they are now."""
    ids: list[str] = options.cases
    desk.cases.some(ids)
    steps = _steps(options, desk)
    if not steps:
        raise BadInput(_ASKS)
    problems: dict[str, Problem] = {}
    for step in steps:
        problems |= step(ids)
    for case_id, problem in problems.items():
        complain(f"case {case_id}: {problem}")
    now = desk.cases.some(ids)
    printer.answer([case_json(c) for c in now], [case_line(c) for c in now])
    return max((exit_code(problem) for problem in problems.values()), default=DONE)


def fitting(desk: Desk, line: str) -> tuple[Case, ...]:
    """The cases that fit a filter line, in the inbox's order.

    Raises:
        BadInput: something in the line isn't understood.
    """
    wanted = parse(line)
    if wanted.problems:
        raise BadInput(" ".join(wanted.problems))
    names = {company.realm: company.name for company in desk.companies.all()}
    now = desk.triage.snooze.local_time(desk.watch.clock.now())

    def seen(case: Case) -> Seen:
        name = names.get(case.company or "", "")
        return Seen(case, now, name, search_text(case, name))

    return tuple(case for case in desk.cases.all() if fits(wanted, seen(case)))


Step = Callable[[Sequence[str]], dict[str, Problem]]


def _steps(options: Options, desk: Desk) -> list[Step]:
    flows, who = desk.triage, desk.who
    until = flows.snooze.chosen(options.snooze) if options.snooze is not None else None
    steps = [_labelling(desk, label, on=True) for label in options.label]
    steps += [_labelling(desk, label, on=False) for label in options.unlabel]
    wanted: tuple[tuple[object, Callable[[Sequence[str]], Marked]], ...] = (
        (options.note, lambda ids: flows.annotate.add(ids, options.note, who)),
        (options.archive, lambda ids: flows.archive(ids, who)),
        (options.unread, lambda ids: flows.unread(ids, who)),
        (options.read, lambda ids: flows.unread(ids, who, unread=False)),
        (options.wake, lambda ids: flows.snooze.wake(ids, who)),
        (until, lambda ids: flows.snooze(ids, until, who) if until is not None else flows.snooze.wake(())),
    )
    steps += [_marking(flow) for asked, flow in wanted if asked]
    if options.ignore is not None:
        steps.append(lambda ids: dict(flows.ignore(ids, options.ignore, who).problems))
    return steps


def _labelling(desk: Desk, label: str, *, on: bool) -> Step:
    return _marking(lambda ids: desk.triage.label(ids, label, desk.who, on=on))


def _marking(flow: Callable[[Sequence[str]], Marked]) -> Step:
    return lambda ids: dict(flow(ids).problems)
