"""What the command line takes; wrong usage ends with 2 and the usage in words."""

import argparse
import sys
from collections.abc import Callable

from untwin.cli.answers import add_answer
from untwin.cli.clients import add_clients, add_looked
from untwin.cli.marks import add_mark
from untwin.cli.numbers import add_numbers
from untwin.cli.policy import add_policy
from untwin.cli.source import add_source
from untwin.cli.usage import Parser, path, text
from untwin.domain.sources.declared import BUILT_IN

Adder = Callable[[argparse.ArgumentParser], None]


def make_parser() -> argparse.ArgumentParser:
    """The whole parser. `command` is None for the window."""
    parser = Parser(
        prog="untwin", description="The inbox where QuickBooks sync errors are proved fixed. Alone it opens the window."
    )
    parser.add_argument("--home", type=path, metavar="DIR", help="keep all of the app's data under DIR")
    parser.add_argument("--sample", action="store_true", help="open the window on the sample firms")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, words, add in _COMMANDS:
        command = commands.add_parser(name, help=words, description=words)
        add(command)
        if name != "sample":
            command.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    return parser


class _Version(argparse.Action):
    """Asks for the version only when it is wanted: what knows it is heavy to import."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        """Prints it and ends."""
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            words = f"Untwin {version('untwin')}"
        except PackageNotFoundError:
            words = "Untwin, from a checkout"
        sys.stdout.write(f"{words}\n")
        parser.exit()


def _help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", type=text, default="", metavar="KIND", help="the kind of error, or nothing")


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=path, metavar="FILE", help="files to read (default: standard input)")
    _columns(parser)


def _columns(parser: argparse.ArgumentParser) -> None:
    words = "what a table's column holds, by its header or its place: customer=Kunde, amount=4; may be repeated"
    parser.add_argument("--column", action="append", default=[], type=text, metavar="WHAT=HEADER", help=words)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=path, metavar="FILE", help="files with errors; - is standard input")
    parser.add_argument("--company", type=text, metavar="C", help="the company they belong to, by name or id")
    parser.add_argument("--source", type=text, metavar="S", help=f"the app they come from, e.g. {', '.join(BUILT_IN)}")
    _columns(parser)
    whole = "this is the whole list of what fails there now: also say which cases are not in it any more"
    parser.add_argument("--all-of-source", action="store_true", help=whole)


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="*", type=text, metavar="FILE_OR_LINK", help="files; links as untwin://case/12")


def _nothing(_parser: argparse.ArgumentParser) -> None:
    pass


def _one_case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=text, metavar="CASE")


def _describe(parser: argparse.ArgumentParser) -> None:
    _one_case(parser)
    line = "one line: customer, amount and date, e.g. Roe Family 1,250.00 3 Nov 2026"
    parser.add_argument("line", nargs="+", type=text, metavar="LINE", help=line)


def _bind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", type=text, nargs="*", metavar="CASE")
    parser.add_argument("--all", action="store_true", help="every case that belongs to no company yet")
    parser.add_argument("--company", type=text, required=True, metavar="C", help="the company, by name or id")


def _end(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", type=text, nargs="+", metavar="CASE")
    parser.add_argument("--reason", type=text, default="", help="why; it stays in the change history")
    parser.add_argument("--yes", action="store_true", help="end them; without it they are printed")


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=path, metavar="FILE", help="invoice lists; - is standard input")
    parser.add_argument("--company", type=text, metavar="C", help="the company whose list it is, by name or id")
    parser.add_argument("--source", type=text, metavar="S", help="the app it comes from: clio, hubspot, ...")
    _columns(parser)
    parser.add_argument("--yes", action="store_true", help="fill; without it the plan is printed")


def _verify(parser: argparse.ArgumentParser) -> None:
    _cases_or_all(parser)
    parser.add_argument(
        "--list", type=path, metavar="FILE", help="the source's whole list of errors: is the case gone from it?"
    )


def _list_cases(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--groups", action="store_true", help="what cases have in common: causes first, then verdicts")
    parser.add_argument("--filter", type=text, default="", metavar="LINE", help="is:open company:pike amount:>500 ...")


def _cases_or_all(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", type=text, nargs="*", metavar="CASE")
    parser.add_argument("--all", action="store_true", help="every case for which it makes sense")


def _renumber(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", type=text, nargs="+", metavar="CASE")
    parser.add_argument("--to", type=text, metavar="N", help="the new number; with one case only")
    parser.add_argument("--report", type=path, metavar="FILE", help="a dry run: write the plan to FILE, change nothing")
    parser.add_argument("--replace", action="store_true", help="replace FILE where it is there already")
    _confirmation(parser)


def _restore(parser: argparse.ArgumentParser) -> None:
    _one_case(parser)
    _confirmation(parser)


def _confirmation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reason", type=text, default="", help="why; it stays in the change history")
    parser.add_argument("--yes", action="store_true", help="save; without it the plan is printed")
    parser.add_argument(
        "--accept", type=text, default="", metavar="FLAGS", help="flags you have seen: emailed,paid,linked,several"
    )
    parser.add_argument("--count", type=int, metavar="N", help="the number of rows, where that is asked")


def _accept(parser: argparse.ArgumentParser) -> None:
    _one_case(parser)
    parser.add_argument("--reason", type=text, default="", help="what you have seen; it stays in the change history")
    parser.add_argument("--yes", action="store_true", help="accept; without it what differs is printed")


def _batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("list", "resume", "cancel"), default="list")
    parser.add_argument("batch", nargs="?", type=text, default="", metavar="BATCH", help="the first signs of its id")


def _history(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("list", "verify", "retain"), default="list")
    parser.add_argument("--find", type=text, default="", metavar="TEXT", help="only lines with these words")
    parser.add_argument("--case", type=text, default="", metavar="CASE", help="only what concerns this case")
    parser.add_argument("--head", type=text, default="", metavar="HASH", help="verify: a hash that was exported once")
    parser.add_argument("--days", type=text, default="", metavar="N", help="retain: how long copies stay, or forever")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=path, metavar="FILE", help="its ending says the kind: .xlsx, .csv or .pdf")
    parser.add_argument("--company", type=text, metavar="C", help="only this company, by name or id")
    parser.add_argument("--month", type=text, metavar="YYYY-MM", help="only this month")
    parser.add_argument("--case", type=text, metavar="CASE", help="the whole of one case")
    parser.add_argument("--replace", action="store_true", help="replace the file where it is there already")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--restore", action="store_true", help="put the copy in FILE in the place of the store")
    parser.add_argument("--replace", action="store_true", help="replace FILE where it is there already")


def _who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", type=text, default="", metavar="NAME")


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--offline", action="store_true", help="ask neither QuickBooks nor a connected app")


def _same(parser: argparse.ArgumentParser) -> None:
    _one_case(parser)
    parser.add_argument("--yes", action="store_true", help="confirm; without it the two documents are printed")


def _posted(parser: argparse.ArgumentParser) -> None:
    _one_case(parser)
    said = parser.add_mutually_exclusive_group()
    said.add_argument("--yes", action="store_true", help="confirm; without it what was found is printed")
    said.add_argument("--other", action="store_true", help="it is another document; Untwin goes on looking")


def _company(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    connect = actions.add_parser("connect", help="connect a company with your own Intuit app, or a sample firm")
    _connect(connect)
    listing = actions.add_parser("list", help="the connected companies")
    writes = actions.add_parser("writes", help="allow or forbid changes in companies")
    writes.add_argument("realms", type=text, nargs="+", metavar="REALM")
    writes.add_argument("switch", choices=("on", "off"))
    index = actions.add_parser("index", help="read the numbers of all documents, or what has changed since")
    index.add_argument("company", nargs="?", type=text, metavar="COMPANY", help="by name or id (default: all)")
    forget = actions.add_parser("forget", help="remove a company and its secrets")
    forget.add_argument("realm", type=text, nargs="?", metavar="REALM")
    forget.add_argument("--all", action="store_true", help="every company")
    forget.add_argument("--yes", action="store_true", help="don't ask first, at a terminal")
    policy = actions.add_parser("policy", help="what may never be changed there, and how much at once")
    add_policy(policy)
    numbers = actions.add_parser("numbers", help="the house rules for new numbers, and what is kept clear for sources")
    add_numbers(numbers)
    looked = actions.add_parser("looked", help="note that you looked into its apps, and nothing else fails there")
    add_looked(looked)
    settings = actions.add_parser("settings", help="its number settings, and what each connected app asks for")
    settings.add_argument("realm", type=text, metavar="COMPANY", help="by name or id")
    drawn = actions.add_parser("map", help="the number series: gaps, overlaps, what comes next and where two will meet")
    drawn.add_argument("realm", type=text, metavar="COMPANY", help="by name or id")
    for action in (connect, listing, writes, index, forget, policy, numbers, settings, looked, drawn):
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _source(parser: argparse.ArgumentParser) -> None:
    add_source(parser, text)


def _connect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sample", type=text, metavar="URL", help="the base address of sample firms that are being served"
    )
    parser.add_argument("--realm", type=text, metavar="R", help="with --sample: only the company with this id")
    parser.add_argument(
        "--environment",
        choices=("production", "sandbox"),
        default="production",
        help="default: production",
    )
    parser.add_argument("--redirect", type=text, metavar="ADDRESS", help="the address registered with your Intuit app")
    parser.add_argument("--port", type=int, metavar="N", help="with sandbox: the port to listen on (default: 8765)")
    parser.add_argument("--paste", action="store_true", help="paste the browser's address instead of listening for it")
    parser.add_argument("--keys", action="store_true", help="type the keys of your Intuit app anew")


def _sample(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("serve", "walkthrough"))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="see “untwin sample serve --help”")


_COMMANDS: tuple[tuple[str, str, Adder], ...] = (
    ("open", "open the window, or the one that is open already, with files of errors or a link to a case", _open),
    ("help", "print the help page of a kind of error, or the list of all; no network", _help),
    ("explain", "read error text and print what it says; no network, no store", _explain),
    ("import", "take errors in as cases", _import),
    ("clients", "what is open for each client, what waits, and when its apps were looked at last", add_clients),
    ("cases", "list the cases, or what many of them have in common", _list_cases),
    ("show", "show one case", _one_case),
    ("describe", "say in one line what is waiting to post", _describe),
    ("bind", "say which company cases belong to", _bind),
    ("fill", "fill the waiting documents of many cases from an invoice list", _fill),
    ("mark", "snooze, label, note, archive or ignore cases", add_mark),
    ("end", "end cases as no longer needed, by your word", _end),
    ("look", "look cases up: who uses the number, is the sale booked already", _cases_or_all),
    ("renumber", "change the number of the document in the way", _renumber),
    ("restore", "give the old number back", _restore),
    ("batch", "list the batches, go on with a paused one, or cancel what is left of it", _batch),
    ("accept", "accept a change that could not be proved, after a look at what differs", _accept),
    ("answer", "answer what a case asks: who made a document, or whether one only has the same number", add_answer),
    ("same", "confirm that the sale is in QuickBooks already; writes nothing to the books", _same),
    ("retry", "say where to press Retry, and begin to watch", _one_case),
    ("verify", "look once whether the document posted, or whether its error is gone from a list", _verify),
    ("posted", "confirm that what was found is the waiting document, or say that it isn't", _posted),
    ("company", "connect, list, switch, forget companies", _company),
    ("source", "connect, list, test and forget the apps that push into QuickBooks", _source),
    ("history", "what was done, by whom and when; whether it is as it was recorded", _history),
    ("export", "the change history as Excel, CSV or PDF", _export),
    ("backup", "a safe copy of the data while it is in use, or back from one", _backup),
    ("who", "the name that the change history shows", _who),
    ("doctor", "what works on this machine, and what doesn't", _doctor),
    ("sample", "serve the sample firms, or walk through the whole job on them", _sample),
)
