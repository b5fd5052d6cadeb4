"""The company commands: connect, list, switch changes on and off, forget."""

import argparse

from untwin.cli.codes import DONE
from untwin.cli.words import Printer, complain
from untwin.domain.company import Company
from untwin.domain.problems import BadInput, NotAllowed
from untwin.flows.desk import Desk
from untwin.ports import SampleAddress

Options = argparse.Namespace


def company(options: Options, desk: Desk, printer: Printer) -> int:
    """Runs one of the company's actions."""
    return {"connect": _connect, "list": _list, "writes": _writes, "forget": _forget}[options.action](
        options, desk, printer
    )


def _connect(options: Options, desk: Desk, printer: Printer) -> int:
    if not options.sample:
        raise NotAllowed("Real companies can't be connected yet; this version walks the road on the sample firms.")
    connected = desk.connect.sample(SampleAddress(options.sample, options.realm))
    return _list_companies(connected, printer)


def _list(_options: Options, desk: Desk, printer: Printer) -> int:
    return _list_companies(desk.companies.all(), printer)


def _list_companies(companies: tuple[Company, ...], printer: Printer) -> int:
    data = [
        {
            "realm": c.realm,
            "name": c.name,
            "environment": c.environment.value,
            "writes": c.settings.writes_on,
            "sources": [b.source for b in c.sources],
        }
        for c in companies
    ]
    lines = [
        f"{c.realm}  {c.name}  ({c.environment.value}, changes {'on' if c.settings.writes_on else 'off'})"
        for c in companies
    ]
    printer.answer(data, lines or ["No company is connected."])
    return DONE


def _writes(options: Options, desk: Desk, printer: Printer) -> int:
    realms = [find_company(desk, name).realm for name in options.realms]
    switch = desk.connect.allow if options.switch == "on" else desk.connect.forbid
    return _list_companies(switch(realms, desk.who), printer)


def _forget(options: Options, desk: Desk, printer: Printer) -> int:
    if options.all == bool(options.realm):
        raise BadInput("Name one company, or say --all.")
    realms = [c.realm for c in desk.companies.all()] if options.all else [find_company(desk, options.realm).realm]
    said = desk.connect.forget_all(desk.who) if options.all else (desk.connect.forget(realms[0], desk.who),)
    said = tuple(sentence for sentence in said if sentence)
    for sentence in said:
        complain(sentence)
    printer.answer({"forgotten": realms, "not_revoked": said}, [f"Forgotten: {realm}" for realm in realms])
    return DONE


def find_company(desk: Desk, name: str) -> Company:
    """The connected company of that id or name. Raises `BadInput` when none or several fit."""
    wanted = name.strip().casefold()
    fitting = [c for c in desk.companies.all() if wanted in (c.realm, c.name.casefold())]
    if len(fitting) != 1:
        raise BadInput(f"“{name}” is {'no connected company' if not fitting else 'more than one company'}.")
    return fitting[0]
