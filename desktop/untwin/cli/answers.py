"""The command that answers what a case asks of its documents: who made one, and whether one only shares the number."""

import argparse
from collections.abc import Callable

from untwin.cli.case_words import case_line, case_lines
from untwin.cli.codes import NEEDS_A_PERSON
from untwin.cli.words import Printer, case_json, each_that_can
from untwin.domain.cases.case import Case
from untwin.domain.cases.own_words import asked_own, taken_back_of, why_not_own, why_not_taken_back
from untwin.domain.problems import NotAllowed
from untwin.domain.verdicts.own_number import statement
from untwin.domain.words.phrasing import capital
from untwin.flows.desk import Desk

Options = argparse.Namespace
MADE, OWN, BACK = "made-by-hand", "own-number", "take-back"


def add_answer(parser: argparse.ArgumentParser) -> None:
    """What `untwin answer` takes."""
    words = f"{MADE}: it was made in QuickBooks; {OWN}: it only has the same number; {BACK}: the word doesn't hold"
    parser.add_argument("what", choices=(MADE, OWN, BACK), metavar="ANSWER", help=words)
    parser.add_argument("cases", nargs="+", metavar="CASE")
    parser.add_argument("--yes", action="store_true", help="say so; without it what would be said is printed")


def answer(options: Options, desk: Desk, printer: Printer) -> int:
    """Says it of each case, which is judged anew; without --yes it prints what would be said."""
    cases = desk.cases.some(options.cases)
    if not options.yes:
        told = [(case, _WOULD_SAY[options.what](case)) for case in cases]
        data = [{**case_json(case), "would_say": said} for case, said in told]
        printer.answer(data, [line for case, said in told for line in (case_line(case), *(f"  {s}" for s in said))])
        return NEEDS_A_PERSON
    say = {MADE: desk.decide.made_by_hand, OWN: desk.decide.own_number, BACK: desk.decide.take_word_back}[options.what]
    now, code = each_that_can([case.id for case in cases], lambda case_id: say(case_id, desk.who))
    printer.answer([case_json(c) for c in now], [line for c in now for line in case_lines(c)])
    return code


def _made(case: Case) -> list[str]:
    asked = set(case.judgement.asks_maker) if case.judgement else set()
    titles = [d.title for d in case.evidence.holders if d.id in asked] if case.evidence else []
    if not titles:
        raise NotAllowed("Nobody asks who made the document.")
    return [f"{capital(title)} was made in QuickBooks by hand." for title in titles]


def _own(case: Case) -> list[str]:
    if why_not := why_not_own(case):
        raise NotAllowed(why_not)
    return [f"{statement(document)}." for document in asked_own(case)]


def _back(case: Case) -> list[str]:
    if why_not := why_not_taken_back(case):
        raise NotAllowed(why_not)
    words = taken_back_of(case)
    return [f"{capital(words)}."]


_WOULD_SAY: dict[str, Callable[[Case], list[str]]] = {MADE: _made, OWN: _own, BACK: _back}
