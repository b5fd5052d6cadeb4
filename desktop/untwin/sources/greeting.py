"""Reads which sources the sample firms serve, for which of their companies; on this computer only."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec
import requests

from untwin.domain.addresses import is_loopback
from untwin.domain.company.company import SourceBinding
from untwin.domain.problems import BadInput, Unreachable
from untwin.ports.sources import SourceAccount
from untwin.sources.hubspot_account import account_of
from untwin.sources.keys import TokenKey
from untwin.sources.wire import Line

# The samples try again within seconds; the watch leaves a person time to find the button.
_CYCLE_SECONDS = 15


class _Quiet(msgspec.Struct, frozen=True):
    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class _Clio(_Quiet, frozen=True):
    base: str
    token: str
    bill_syncing_page: str


class _HubSpot(_Quiet, frozen=True):
    base: str
    token: str
    failing_page: str


class _Sources(_Quiet, frozen=True):
    clio: _Clio | None = None
    hubspot: _HubSpot | None = None


class _Company(_Quiet, frozen=True):
    realm_id: str
    sources: _Sources = _Sources()


class _QuickBooks(_Quiet, frozen=True):
    companies: list[_Company]


class _Greeting(_Quiet, frozen=True):
    quickbooks: _QuickBooks
    clio: _Clio | None = None
    hubspot: _HubSpot | None = None


def read_accounts(base: str, line: Line) -> Mapping[str, tuple[SourceAccount, ...]]:
    """The accounts by their company's realm.

    Raises:
        BadInput: what answers are no sample firms, or they name an address that isn't on this computer.
        Unreachable: nothing answers.
    """
    if not is_loopback(base):
        raise BadInput(f"“{base}” is not an address of sample firms on this computer.")
    greeting = _greeting(base, line)
    return {c.realm_id: tuple(_accounts(_of(greeting, c), line)) for c in greeting.quickbooks.companies}


def _greeting(base: str, line: Line) -> _Greeting:
    try:
        answer = line.send(requests.Request("GET", f"{base}/sample"))
        return msgspec.json.decode(answer.content, type=_Greeting)
    except Unreachable:
        raise Unreachable(f"No sample firms answer at {base}.", "Start them with “untwin sample serve”.") from None
    except msgspec.DecodeError:
        raise BadInput(f"What answers at {base} are no sample firms.") from None


def _of(greeting: _Greeting, company: _Company) -> _Sources:
    """A company's own sources; those above all belong to the first company unless another carries them itself."""
    first = company.realm_id == greeting.quickbooks.companies[0].realm_id
    own = company.sources
    if not first or own.clio or own.hubspot:
        return own
    carried = {s.base for c in greeting.quickbooks.companies for s in (c.sources.clio, c.sources.hubspot) if s}
    above = (greeting.clio, greeting.hubspot)
    clio, hubspot = (s if s and s.base not in carried else None for s in above)
    return _Sources(clio if isinstance(clio, _Clio) else None, hubspot if isinstance(hubspot, _HubSpot) else None)


def _accounts(served: _Sources, line: Line) -> Iterator[SourceAccount]:
    for each in (served.clio, served.hubspot):
        if each and not is_loopback(each.base):
            raise BadInput("The sample firms name an address that isn't on this computer.")
    if served.clio:
        clio = served.clio
        binding = SourceBinding("clio", clio.base, clio.bill_syncing_page, _CYCLE_SECONDS)
        yield SourceAccount("Clio (sample)", binding, grant=TokenKey(clio.base, clio.token))
    if served.hubspot:
        found = account_of(served.hubspot.token, line, served.hubspot.base)
        page = served.hubspot.failing_page
        at_sample = replace(found.binding, retry_page=page, cycle_seconds=_CYCLE_SECONDS)
        yield replace(found, name="HubSpot (sample)", binding=at_sample)
