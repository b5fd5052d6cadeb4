"""Finds the app that a person named on the command line, by its id or its name; a name nobody knows is refused."""

from collections.abc import Iterable

from untwin.domain.company.company import Company
from untwin.domain.problems import BadInput
from untwin.domain.sources.declared import BUILT_IN, SourceProfile


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
