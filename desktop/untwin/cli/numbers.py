"""`untwin company numbers`: the house rules for new numbers in a company, with an example for each type."""

import argparse
from typing import Any

from untwin.cli.codes import DONE
from untwin.cli.words import Printer
from untwin.domain.changes.numbering import examples
from untwin.domain.company.company import Company
from untwin.domain.company.house_rules import RENUMBERED_TYPES, rules_lines
from untwin.domain.problems import BadInput
from untwin.flows.companies.set_numbers import NumberWishes
from untwin.flows.desk import Desk

Options = argparse.Namespace


def add_numbers(parser: argparse.ArgumentParser) -> None:
    """The arguments; without any the rules are printed."""
    parser.add_argument("realm", metavar="COMPANY")
    parser.add_argument("--rule", metavar="ORDER", help="the first that fits: prefix,suffix,next,ask")
    affix = "what stands beside a type's numbers: --affix credit-memo=CR; may repeat"
    parser.add_argument("--affix", action="append", metavar="TYPE=LETTERS", help=affix)
    span = "numbers a source gives next, kept clear for it: --range 'clio 1235..2000'; may repeat; none takes all away"
    parser.add_argument("--range", action="append", dest="ranges", metavar="RANGE", help=span)
    parser.add_argument("--usual", action="store_true", help="take all house rules back")


def numbers(options: Options, desk: Desk, realm: str, printer: Printer) -> int:
    """Sets what is named, then prints the rules."""
    if options.usual:
        company = desk.set_numbers.usual(realm, desk.who)
    else:
        wishes = NumberWishes(options.rule, _affixes(options.affix), _ranges(options.ranges))
        company = desk.set_numbers(realm, wishes, desk.who)
    rules = company.settings.numbers
    lines = [f"{name}: {said}" for name, said in rules_lines(rules)]
    printer.answer(_json(company), [*lines, *(f"for example {words}" for words in examples(rules))])
    return DONE


def _json(company: Company) -> Any:
    rules = company.settings.numbers
    return {
        "realm": company.realm,
        "name": company.name,
        "order": [rule.value for rule in rules.order],
        "affixes": {entity: rules.affix(entity) for entity in RENUMBERED_TYPES},
        "ranges": [
            {"source": r.source, "prefix": r.prefix, "first": r.first, "last": r.last, "known_from": r.known_from}
            for r in rules.ranges
        ],
        "examples": list(examples(rules)),
    }


def _affixes(said: list[str] | None) -> dict[str, str] | None:
    if said is None:
        return None
    pairs = [text.partition("=") for text in said]
    wrong = next((before for before, sign, _after in pairs if not sign), None)
    if wrong is not None:
        raise BadInput(f"“{wrong}” names no letters.", "Type it like: credit-memo=CR")
    return {before.replace("-", " "): after for before, _sign, after in pairs}


def _ranges(said: list[str] | None) -> tuple[str, ...] | None:
    if said is None:
        return None
    return tuple(text for text in said if text.strip().casefold() != "none")
