"""The app that a person names on the command line, by its id or its name: found, refused, or kept with cases."""

import argparse
from collections.abc import Iterable

from untwin.cli.case_words import case_line
from untwin.cli.codes import DONE, exit_code
from untwin.cli.words import Printer, case_json, complain
from untwin.domain.company.company import Company
from untwin.domain.problems import BadInput, Problem
from untwin.domain.sources.declared import BUILT_IN, SourceProfile
from untwin.flows.desk import Desk


def source_named(name: str | None, companies: Iterable[Company]) -> str | None:
    """The id of the app called so: one that Untwin knows, or one that is connected; None where nobody named any.

    Raises:
        BadInput: there is none of that name; a case of it would never find its company.
    """
    if name is None:
        return None
    connected = {binding.source: binding.profile for company in companies for binding in company.sources}
    wanted = name.strip().casefold()
    for source, profile in {**BUILT_IN, **connected}.items():
        if wanted in (source.casefold(), profile.name.casefold()):
            return source
    known = f"{_connected(connected)} Known without: {_names(BUILT_IN)}."
    raise BadInput(f"No app called “{name}” is connected.", known)


def _connected(profiles: dict[str, SourceProfile]) -> str:
    return f"Connected: {_names(profiles)}." if profiles else "None is connected yet."


def _names(profiles: dict[str, SourceProfile]) -> str:
    return ", ".join(sorted(profile.name for profile in profiles.values()))


def name_sources(options: argparse.Namespace, desk: Desk, printer: Printer) -> int:
    """Says of each case which app it comes from; it is to be looked up anew then."""
    if options.all or not options.cases:
        raise BadInput("Name the cases that come from that app; --all goes with --company.")
    named, code = [], DONE
    for case_id in options.cases:
        try:
            named.append(desk.name_source(case_id, options.source, desk.who))
        except Problem as problem:
            complain(f"case {case_id}: {problem}")
            code = max(code, exit_code(problem))
    printer.answer({"bound": [case_json(c) for c in named], "joined": {}}, [case_line(c) for c in named])
    return code
