"""The commands that change numbers: renumber, restore, batch, accept; each prints its plan and saves with --yes."""

import argparse
from collections.abc import Callable

from untwin.cli.case_words import case_line
from untwin.cli.codes import DONE, NEEDS_A_PERSON, exit_code
from untwin.cli.plans import doubt_json, doubt_lines, plan_json, plan_lines, run_json, run_lines
from untwin.cli.words import Printer, case_json, complain, counted
from untwin.domain.changes.change import Flag, Plan
from untwin.domain.changes.run import Run, RunRow
from untwin.domain.changes.summary import Summary, summary
from untwin.domain.problems import BadInput, Busy, NotAllowed
from untwin.flows.changing.carry_out import Carried
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.changing.going import Progress, Stage
from untwin.flows.desk import Desk

Options = argparse.Namespace
_ENDS = frozenset({Stage.PROVED, Stage.SET_ASIDE, Stage.NEEDS_A_LOOK})


def renumber(options: Options, desk: Desk, printer: Printer) -> int:
    """Gives the documents in the way new numbers."""
    if options.to and len(options.cases) > 1:
        raise BadInput("--to goes with one case only.")
    planned = desk.renumber.plan({i: _typed(desk, i, options.to) for i in options.cases})
    confirmed = _confirmation(options, desk, "the number is needed by the waiting document")
    if options.report:
        return _dry_run(options, desk, planned, printer)
    if not _confirmed(options, planned, confirmed, printer):
        return NEEDS_A_PERSON
    if len(options.cases) == 1:
        return _carried(desk.renumber(planned, confirmed), printer)
    return _carried(_begun(desk, desk.renumber.confirm(planned, confirmed)), printer)


def restore(options: Options, desk: Desk, printer: Printer) -> int:
    """Gives the old numbers of a case back."""
    desk.cases.get(options.case)
    planned = desk.restore.plan(desk.restore.of_case(options.case))
    confirmed = _confirmation(options, desk, "the old number is given back")
    if not _confirmed(options, planned, confirmed, printer):
        return NEEDS_A_PERSON
    return _carried(desk.restore(planned, confirmed), printer)


def batch(options: Options, desk: Desk, printer: Printer) -> int:
    """Lists the batches, or goes on with one that was paused, or cancels what is left of it."""
    actions = {"list": _list, "resume": _resume, "cancel": _cancel}
    return actions[options.action](options, desk, printer)


def accept(options: Options, desk: Desk, printer: Printer) -> int:
    """Shows what differs after a change that could not be proved; with --yes a person accepts it as it is."""
    desk.cases.get(options.case)
    if not options.yes:
        doubts = desk.look_closer.doubts(options.case)
        if not doubts:
            raise NotAllowed("Nothing is open there: the case needs no closer look.")
        printer.answer([doubt_json(d) for d in doubts], [line for d in doubts for line in doubt_lines(d)])
        return NEEDS_A_PERSON
    case = desk.look_closer.close(options.case, desk.who, options.reason)
    printer.answer(case_json(case), [case_line(case)])
    return DONE


# --- confirming -----------------------------------------------------------------------------------------------------


def _confirmation(options: Options, desk: Desk, usual: str) -> Confirmation:
    return Confirmation(desk.who, options.reason or usual, _flags(options.accept), options.count)


def _confirmed(options: Options, planned: Plan, confirmed: Confirmation, printer: Printer) -> bool:
    """Whether a plan is to be saved; else it was printed, with what is missing."""
    missing = planned.missing(confirmed.accepted, confirmed.typed_count)
    if options.yes and planned.ready and not planned.refused and not missing:
        return True
    printer.answer(plan_json(planned), plan_lines(planned))
    for sentence in missing if options.yes else ():
        complain(sentence)
    return False


def _dry_run(options: Options, desk: Desk, planned: Plan, printer: Printer) -> int:
    desk.export.dry_run(planned, options.report, replace=options.replace)
    lines = [*plan_lines(planned), f"The plan was written to {options.report}; nothing was changed."]
    printer.answer(plan_json(planned), lines)
    return NEEDS_A_PERSON


def _typed(desk: Desk, case_id: str, number: str | None) -> dict[str, str]:
    if number is None:
        return {}
    if not number.strip():
        raise BadInput("--to names no number.")
    proposed = desk.cases.get(case_id).proposed
    if len(proposed) > 1:
        raise BadInput("Several documents get a new number; --to can't say which.")
    return {p.document_id: number for p in proposed}


def _flags(text: str) -> frozenset[Flag]:
    try:
        return frozenset(Flag(word.strip()) for word in text.split(",") if word.strip())
    except ValueError:
        raise BadInput(f"--accept takes {', '.join(Flag)}, not “{text}”.") from None


# --- batches --------------------------------------------------------------------------------------------------------


def _list(_options: Options, desk: Desk, printer: Printer) -> int:
    runs = desk.runs.all()
    told = [(run, _summary(desk, run)) for run in runs]
    lines = [line for run, so_far in told for line in run_lines(run, so_far)]
    printer.answer([run_json(run, so_far) for run, so_far in told], lines or ["No batch yet."])
    return DONE


def _resume(options: Options, desk: Desk, printer: Printer) -> int:
    run = _unfinished(options, desk)
    return _carried(desk.carry_out(run.id, _told(run)), printer)


def _cancel(options: Options, desk: Desk, printer: Printer) -> int:
    run = desk.carry_out.drop(_unfinished(options, desk).id, "The batch was cancelled. Look the case up again.")
    so_far = _summary(desk, run)
    printer.answer(run_json(run, so_far), run_lines(run, so_far))
    return DONE


def _unfinished(options: Options, desk: Desk) -> Run:
    open_runs = desk.runs.unfinished()
    fitting = [run for run in open_runs if not options.batch or run.id.startswith(options.batch)]
    if len(fitting) != 1:
        said = "Nothing is left of any batch." if not open_runs else "Say which batch: untwin batch list."
        raise BadInput(said)
    return fitting[0]


def _summary(desk: Desk, run: Run) -> Summary:
    return summary(run, desk.cases.some(run.case_ids), desk.history.of_run(run.id))


def _begun(desk: Desk, run: Run) -> Carried:
    """Begins a batch; where another Untwin is saving nothing of it is left lying about."""
    try:
        return desk.carry_out(run.id, _told(run))
    except Busy as problem:
        desk.carry_out.drop(run.id, str(problem))
        raise


def _told(run: Run) -> Progress:
    """Counts the rows that came to their end, for a person who watches."""
    say, ended = counted("saved"), set[tuple[str, str, str]]()

    def told(row: RunRow, stage: Stage) -> None:
        if stage in _ENDS:
            ended.add(row.key)
            say(len(ended), len(run.rows))

    return told


def _carried(carried: Carried, printer: Printer) -> int:
    for case_id, problem in carried.problems.items():
        complain(f"case {case_id}: {problem}")
    if not carried.run.state.over:
        complain(f"{carried.run.note} What is left goes on with: untwin batch resume {carried.run.id[:8]}")
    printer.answer([case_json(c) for c in carried.cases], [case_line(c) for c in carried.cases])
    worst = max((exit_code(problem) for problem in carried.problems.values()), default=DONE)
    return worst or (DONE if carried.run.state.over else NEEDS_A_PERSON)


RUN: dict[str, Callable[[Options, Desk, Printer], int]] = {
    "renumber": renumber,
    "restore": restore,
    "batch": batch,
    "accept": accept,
}
