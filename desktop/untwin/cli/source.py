"""The source commands: list, connect, add a profile of one's own, test, forget."""

import argparse
from collections.abc import Callable, Iterator

from untwin.cli.codes import DONE, exit_code
from untwin.cli.company import find_company
from untwin.cli.connecting_sources import connect_account, shown_once
from untwin.cli.usage import path
from untwin.cli.words import Printer, complain, each_that_can
from untwin.domain.company.company import Company, SourceBinding
from untwin.domain.problems import BadInput, Problem
from untwin.flows.desk import Desk

Options = argparse.Namespace
Bound = tuple[Company, SourceBinding]


def source(options: Options, desk: Desk, printer: Printer) -> int:
    """Runs one of the source's actions."""
    return _ACTIONS[options.action](options, desk, printer)


def _list(options: Options, desk: Desk, printer: Printer) -> int:
    companies = (find_company(desk, options.company),) if options.company else desk.companies.all()
    return _print([(company, binding) for company in companies for binding in company.sources], printer)


def _connect(options: Options, desk: Desk, printer: Printer) -> int:
    company = the_company(options, desk)
    account = connect_account(options, desk, company)
    bound = desk.bind_sources.keep(company.realm, account, desk.who)
    for line in shown_once(account):
        complain(line)
    return _print([(bound, account.binding)], printer)


def _add(options: Options, desk: Desk, printer: Printer) -> int:
    company, account = the_company(options, desk), desk.bind_sources.own(options.file)
    bound = desk.bind_sources.keep(company.realm, account, desk.who)
    return _print([(bound, account.binding)], printer)


def _test(options: Options, desk: Desk, printer: Printer) -> int:
    """Tests one source, or each; one that doesn't answer doesn't keep the others from being tested."""
    data, lines, worst = [], [], DONE
    for company, binding in _named(options, desk):
        try:
            said, works = desk.bind_sources.test(company.realm, binding.source), True
        except Problem as problem:
            said, works = str(problem), False
            worst = max(worst, exit_code(problem))
        data.append({"company": company.realm, "source": binding.source, "works": works, "said": said})
        lines.append(f"{'ok  ' if works else 'NOT '} {company.name}: {said}")
    printer.answer(data, lines or [_NONE])
    return worst


def _forget(options: Options, desk: Desk, printer: Printer) -> int:
    company, binding = next(iter(_named(options, desk)))
    said = desk.bind_sources.forget(company.realm, binding.source, desk.who)
    if said:
        complain(said)
    answer = {"forgotten": binding.source, "company": company.realm, "not_ended": said}
    printer.answer(answer, [f"Forgotten: {binding.profile.name} of {company.name}"])
    return DONE


def _name(options: Options, desk: Desk, printer: Printer) -> int:
    """Says which app cases come from; one of which it can't be said keeps no other from it."""
    named, code = each_that_can(options.cases, lambda case_id: desk.name_source(case_id, options.name, desk.who))
    lines = [f"{case.id}: {desk.companies.get(case.company or '').profile(case.source).name}" for case in named]
    printer.answer([{"case": case.id, "source": case.source} for case in named], lines)
    return code


def the_company(options: Options, desk: Desk) -> Company:
    """The company that is named, or the only one. Raises `BadInput`."""
    if options.company:
        return find_company(desk, options.company)
    companies = desk.companies.all()
    if len(companies) != 1:
        raise BadInput("Say which company with --company." if companies else "No company is connected yet.")
    return companies[0]


def _named(options: Options, desk: Desk) -> Iterator[Bound]:
    """The sources that are meant: one by its name, wherever it is bound, or all where none is named."""
    companies = (find_company(desk, options.company),) if options.company else desk.companies.all()
    every = [(company, binding) for company in companies for binding in company.sources]
    if not options.name:
        return iter(every)
    wanted = options.name.strip().casefold()
    found = [(c, b) for c, b in every if wanted in (b.source.casefold(), b.profile.name.casefold())]
    if not found:
        raise BadInput(f"No source called “{options.name}” is connected.", "See them with “untwin source list”.")
    if len(found) > 1:
        raise BadInput(f"Several companies have a source called “{options.name}”.", "Say which with --company.")
    return iter(found)


def _print(found: list[Bound], printer: Printer) -> int:
    printer.answer([source_json(*each) for each in found], [_line(*each) for each in found] or [_NONE])
    return DONE


def source_json(company: Company, binding: SourceBinding) -> dict[str, object]:
    """One source as programs read it."""
    profile = binding.profile
    return {
        "company": company.realm,
        "source": binding.source,
        "name": profile.name,
        "reads": profile.can_read_record,
        "retry": profile.retry.value,
        "minutes": binding.cycle_seconds / 60,
        "page": binding.retry_page or None,
        "custom_transaction_numbers": _ASKS[profile.custom_numbers],
        "makes_customers": profile.makes_customers,
    }


def _line(company: Company, binding: SourceBinding) -> str:
    return f"{binding.profile.name:<20} {company.name}  ({', '.join(binding.profile.abilities)})"


_ASKS = {True: "on", False: "off", None: None}
_NONE = "No source is connected."
_ACTIONS: dict[str, Callable[[Options, Desk, Printer], int]] = {
    "list": _list,
    "connect": _connect,
    "add": _add,
    "test": _test,
    "forget": _forget,
    "name": _name,
}


def add_source(parser: argparse.ArgumentParser, text: Callable[[str], str]) -> None:
    """What `untwin source` takes; `text` reads an argument."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="the sources of all companies, and what each can do")
    connect = actions.add_parser("connect", help="connect Clio, HubSpot, or a webhook of your own")
    connect.add_argument("kind", choices=("clio", "hubspot", "webhook"))
    connect.add_argument("--region", choices=("us", "eu", "ca", "au"), help="clio: where its account lives")
    connect.add_argument("--redirect", type=text, metavar="ADDRESS", help="clio: the address registered with your app")
    connect.add_argument("--paste", action="store_true", help="clio: paste the address instead of listening for it")
    connect.add_argument("--keys", action="store_true", help="clio: type the keys of your Clio app anew")
    connect.add_argument("--name", type=text, metavar="NAME", help="webhook: how the app is called")
    connect.add_argument("--address", type=text, metavar="ADDRESS", help="webhook: where it is asked, https only")
    own = actions.add_parser("add", help="add a source of your own from its profile file")
    own.add_argument("file", type=path, metavar="FILE", help="a profile, see resources/sources/example.toml")
    test = actions.add_parser("test", help="ask whether a source still answers")
    test.add_argument("name", nargs="?", type=text, default="", metavar="NAME", help="its name (default: all)")
    forget = actions.add_parser("forget", help="remove a source and its secrets")
    forget.add_argument("name", type=text, metavar="NAME")
    name = actions.add_parser("name", help="say which source cases come from")
    name.add_argument("name", type=text, metavar="NAME")
    name.add_argument("cases", type=text, nargs="+", metavar="CASE")
    name.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    for action in (listing, connect, own, test, forget):
        action.add_argument("--company", type=text, metavar="C", help="the company, by name or id")
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
