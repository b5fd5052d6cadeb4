"""The company commands: connect, list, switch changes on and off, policy, number index, forget."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from untwin.cli.codes import DONE, NEEDS_A_PERSON, exit_code
from untwin.cli.connecting import connect_real
from untwin.cli.number_map import number_map
from untwin.cli.numbers import numbers
from untwin.cli.policy import policy
from untwin.cli.settings import settings_json, settings_lines
from untwin.cli.terminal import agreed, at_terminal
from untwin.cli.words import Printer, complain, counted
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import BadInput, Problem
from untwin.flows.desk import Desk
from untwin.ports.sign_in import SampleAddress

Options = argparse.Namespace


def company(options: Options, desk: Desk, printer: Printer) -> int:
    """Runs one of the company's actions."""
    return _ACTIONS[options.action](options, desk, printer)


def _connect(options: Options, desk: Desk, printer: Printer) -> int:
    if options.sample:
        return _list_companies(desk, desk.connect.sample(SampleAddress(options.sample, options.realm)), printer)
    return _list_companies(desk, (connect_real(options, desk),), printer)


def _list(_options: Options, desk: Desk, printer: Printer) -> int:
    return _list_companies(desk, desk.companies.all(), printer)


def _list_companies(desk: Desk, companies: tuple[Company, ...], printer: Printer) -> int:
    lasting = {c.realm: _lasting(desk, c) for c in companies}
    data = [
        {
            "realm": c.realm,
            "name": c.name,
            "environment": c.environment.value,
            "writes": c.settings.writes_on,
            "sources": [b.source for b in c.sources],
            "connected_until": lasting[c.realm].until,
            "days_left": lasting[c.realm].days,
            "problem": lasting[c.realm].problem,
        }
        for c in companies
    ]
    printer.answer(data, [_line(c, lasting[c.realm]) for c in companies] or ["No company is connected."])
    return DONE


@dataclass(frozen=True, slots=True)
class _Lasting:
    """How long a connection lasts; nothing is known of a sample's, which ends with its server."""

    until: datetime | None = None
    problem: str = ""

    @property
    def days(self) -> int | None:
        return None if self.until is None else (self.until - datetime.now(UTC)).days


def _lasting(desk: Desk, company: Company) -> _Lasting:
    if company.environment is Environment.SAMPLE:
        return _Lasting()
    try:
        state = desk.connect.state(company.realm)
    except Problem as problem:
        # A list is a list even when the keyring is locked.
        return _Lasting(problem=problem.sentence)
    return _Lasting(min((end for end in (state.until, state.hard_end) if end), default=None))


def _line(company: Company, lasting: _Lasting) -> str:
    said = [company.environment.value, "changes on" if company.settings.writes_on else "changes off"]
    said += [f"{lasting.days} days left"] if lasting.days is not None else []
    problem = f"  {lasting.problem}" if lasting.problem else ""
    return f"{company.realm}  {company.name}  ({', '.join(said)}){problem}"


def _writes(options: Options, desk: Desk, printer: Printer) -> int:
    realms = [find_company(desk, name).realm for name in options.realms]
    switch = desk.connect.allow if options.switch == "on" else desk.connect.forbid
    return _list_companies(desk, switch(realms, desk.who), printer)


def _policy(options: Options, desk: Desk, printer: Printer) -> int:
    return policy(options, desk, find_company(desk, options.realm).realm, printer)


def _numbers(options: Options, desk: Desk, printer: Printer) -> int:
    return numbers(options, desk, find_company(desk, options.realm).realm, printer)


def _map(options: Options, desk: Desk, printer: Printer) -> int:
    return number_map(desk, find_company(desk, options.realm).realm, printer)


def _settings(options: Options, desk: Desk, printer: Printer) -> int:
    """Prints the settings as they are just now; changes none."""
    told = desk.read_settings(find_company(desk, options.realm).realm)
    printer.answer(settings_json(told), settings_lines(told))
    return NEEDS_A_PERSON if told.clash else DONE


def _index(options: Options, desk: Desk, printer: Printer) -> int:
    """Brings the number index up to date; interrupted, it goes on there the next time."""
    companies = (find_company(desk, options.company),) if options.company else desk.companies.all()
    data, worst = [], DONE
    for each in companies:
        try:
            desk.index_numbers(each.realm, counted("numbers read"))
        except Problem as problem:
            complain(f"{each.name}: {problem}")
            worst = max(worst, exit_code(problem))
        data.append({"realm": each.realm, "name": each.name, "documents": desk.index_numbers.index.count(each.realm)})
    lines = [f"{row['realm']}  {row['name']}  {row['documents']} documents" for row in data]
    printer.answer(data, lines or ["No company is connected."])
    return worst


def _forget(options: Options, desk: Desk, printer: Printer) -> int:
    if options.all == bool(options.realm):
        raise BadInput("Name one company, or say --all.")
    realms = [c.realm for c in desk.companies.all()] if options.all else [find_company(desk, options.realm).realm]
    if not _wanted(options, len(realms)):
        complain("Nothing was forgotten.")
        return NEEDS_A_PERSON
    said = desk.connect.forget_all(desk.who) if options.all else (desk.connect.forget(realms[0], desk.who),)
    said = tuple(sentence for sentence in said if sentence)
    for sentence in said:
        complain(sentence)
    printer.answer({"forgotten": realms, "not_revoked": said}, [f"Forgotten: {realm}" for realm in realms])
    return DONE


def _wanted(options: Options, companies: int) -> bool:
    """Whether to forget; at a terminal a person is asked first, where many go at once, unless they said yes."""
    if options.yes or companies < 2 or not at_terminal():
        return True
    return agreed(f"Forget all {companies} companies and their secrets?")


def find_company(desk: Desk, name: str) -> Company:
    """The connected company of that id or name. Raises `BadInput` when none or several fit, with those there are."""
    wanted, known = name.strip().casefold(), desk.companies.all()
    fitting = [c for c in known if wanted in (c.realm, c.name.casefold())]
    if len(fitting) > 1:
        raise BadInput(f"“{name}” is more than one company.", f"Give its id: {_named(fitting)}.")
    if not fitting:
        # A name that is only begun is not completed: work on another client's books is worse than a second try.
        remedy = f"Give the whole name, or the id: {_named(known)}." if known else "Connect it first."
        raise BadInput(f"“{name}” is no connected company.", remedy)
    return fitting[0]


def _named(companies: Sequence[Company]) -> str:
    some = [f"{company.name} ({company.realm})" for company in companies[:_SHOWN]]
    more = len(companies) - _SHOWN
    return ", ".join(some) + (f" and {more} more, see untwin company list" if more > 0 else "")


_SHOWN = 6


_ACTIONS: dict[str, Callable[[Options, Desk, Printer], int]] = {
    "connect": _connect,
    "list": _list,
    "writes": _writes,
    "policy": _policy,
    "settings": _settings,
    "numbers": _numbers,
    "index": _index,
    "map": _map,
    "forget": _forget,
}
