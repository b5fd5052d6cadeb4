"""`untwin company policy`: what may never be changed in a company, and how much one confirmation may cover."""

import argparse
from datetime import date
from decimal import Decimal, InvalidOperation

from untwin.cli.codes import DONE
from untwin.cli.words import Printer
from untwin.domain.problems import BadInput
from untwin.flows.companies.set_policy import Policy, policy_lines
from untwin.flows.desk import Desk

Options = argparse.Namespace


def add_policy(parser: argparse.ArgumentParser) -> None:
    """The arguments; `none` takes an amount or a day away."""
    parser.add_argument("realm", metavar="COMPANY")
    parser.add_argument("--most-rows", type=int, metavar="N", help="the most changes in one confirmation")
    parser.add_argument("--highest-total", metavar="AMOUNT", help="the highest total of one confirmation, or none")
    parser.add_argument("--ask-above", metavar="AMOUNT", help="above this total the count is typed, or none")
    parser.add_argument("--never", metavar="TYPES", help="types never to be touched: estimate,credit memo; or none")
    parser.add_argument("--reported-through", metavar="DATE", help="the firm's own closing date, or none")
    parser.add_argument("--trust-account", action="append", metavar="NAME", help="an account held in trust; may repeat")
    parser.add_argument("--country", choices=("allow", "usual"), help="whether issued numbers may change there")


def policy(options: Options, desk: Desk, realm: str, printer: Printer) -> int:
    """Sets what is named, then prints the whole policy."""
    wanted = Policy(
        most_rows=options.most_rows,
        highest_total=_amount(options.highest_total),
        ask_above=_amount(options.ask_above),
        never_types=_words(options.never),
        reported_through=_day(options.reported_through),
        trust_accounts=tuple(options.trust_account) if options.trust_account else None,
        countries_opted_in=None if options.country is None else options.country == "allow",
    )
    company = desk.set_policy(realm, wanted, desk.who)
    lines = policy_lines(company.settings)
    printer.answer({"realm": realm, "name": company.name, **dict(lines)}, [f"{name}: {said}" for name, said in lines])
    return DONE


def _amount(text: str | None) -> tuple[Decimal | None] | None:
    if text is None:
        return None
    if text.strip().casefold() == "none":
        return (None,)
    try:
        return (Decimal(text.replace(",", "")),)
    except InvalidOperation:
        raise BadInput(f"“{text}” is no amount.", "Type it like 1240.00, or none.") from None


def _day(text: str | None) -> tuple[date | None] | None:
    if text is None:
        return None
    if text.strip().casefold() == "none":
        return (None,)
    try:
        return (date.fromisoformat(text.strip()),)
    except ValueError:
        raise BadInput(f"“{text}” is no date.", "Type it like 2026-10-12, or none.") from None


def _words(text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    return tuple(word.strip() for word in text.split(",") if word.strip() and word.strip().casefold() != "none")
