"""`untwin clients`: what is open in each company, what waits, and when its apps were looked at last."""

import argparse
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from untwin.cli.codes import DONE
from untwin.cli.company import find_company
from untwin.cli.words import Printer
from untwin.domain.inbox.clients import Check, Client, Order, Totals, in_order, totals
from untwin.domain.words.money import plain_amount, told_amount
from untwin.flows.desk import Desk

Options = argparse.Namespace
ORDERS = {"urgent": Order.URGENT, "name": Order.NAME, "oldest": Order.OLDEST, "checked": Order.CHECKED}


def add_clients(parser: argparse.ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("--order", choices=tuple(ORDERS), default="urgent", help="in which order (default: urgent)")


def add_looked(parser: argparse.ArgumentParser) -> None:
    """The arguments of `untwin company looked`."""
    parser.add_argument("realm", metavar="COMPANY", help="by name or id")
    parser.add_argument("apps", nargs="*", metavar="APP", help="in which of its apps you looked (default: all)")


def show_clients(options: Options, desk: Desk, printer: Printer) -> int:
    """Prints a row for each company, and the totals."""
    now = datetime.now(UTC)
    rows = in_order(desk.see_clients(), ORDERS[options.order])
    lines = [_line(row, now) for row in rows] or ["No company is connected."]
    printer.answer([_json(row, now) for row in rows], [*lines, *([_total_line(totals(rows, now))] if rows else [])])
    return DONE


def looked(options: Options, desk: Desk, printer: Printer) -> int:
    """Notes that somebody has looked into a company's apps and nothing else fails there."""
    company = find_company(desk, options.realm)
    bound = [desk.bind_sources.bound(company.realm, app).source for app in options.apps]
    apps = bound or [binding.source for binding in company.sources]
    desk.see_clients.looked(company.realm, apps, desk.who)
    names = ", ".join(company.profile(app).name for app in apps)
    printer.answer({"realm": company.realm, "looked": apps}, [f"Noted: {desk.who} looked into {names} now."])
    return DONE


def _json(row: Client, now: datetime) -> dict[str, Any]:
    company = row.company
    facts, settings = (company.facts, company.settings) if company else (None, None)
    return {
        "realm": row.realm or None,
        "name": row.name or None,
        "environment": company.environment.value if company else None,
        "writes": settings.writes_on if settings else None,
        "needs_decision": row.needs,
        "new": row.new,
        "waiting": row.waiting,
        "money": {code: plain_amount(amount) for code, amount in row.money},
        "without_amount": row.without_amount,
        "oldest": row.oldest,
        "closed_through": facts.closed_through if facts else None,
        "reported_through": settings.reported_through if settings else None,
        "checked": [_check_json(check, now) for check in row.checks],
    }


def _check_json(check: Check, now: datetime) -> dict[str, Any]:
    return {
        "source": check.source,
        "whole_list": check.whole_at,
        "by": check.by,
        "part": check.part_at,
        "stale": check.is_stale(now),
    }


def _line(row: Client, now: datetime) -> str:
    said = [f"{row.needs} need a decision, {row.new} new, {row.waiting} waiting"]
    said += [_money(row.money, row.without_amount)] if row.open else []
    said += [f"oldest {row.oldest.date()}"] if row.oldest else []
    said += [_check(check, now) for check in row.checks]
    return f"{row.realm or '-'}  {row.name or 'No connected company'}  {'; '.join(said)}"


def _check(check: Check, now: datetime) -> str:
    if check.whole_at is None:
        return f"{check.name} never looked at as a whole"
    by = f" by {check.by}" if check.by else ""
    late = ", an empty inbox is no proof" if check.is_stale(now) else ""
    return f"{check.name} looked at {check.whole_at.date()}{by}{late}"


def _money(money: tuple[tuple[str, Decimal], ...], without: int) -> str:
    said = [f"{code or 'currency not said'} {told_amount(amount)}" for code, amount in money]
    said += [f"{without} without an amount"] if without else []
    return " and ".join(said)


def _total_line(of: Totals) -> str:
    counted = f"{of.companies} companies: {of.needs} need a decision, {of.new} new, {of.waiting} waiting"
    money = f"; {_money(of.money, of.without_amount)}" if of.open else ""
    stale = f"; {of.stale} to look into again" if of.stale else ""
    return counted + money + stale
