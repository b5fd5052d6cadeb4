"""Finds out which HubSpot account a service key or a private app's token opens, and where its screens are."""

import re

from untwin.domain.addresses import https_host, is_loopback
from untwin.domain.company.company import SourceBinding
from untwin.domain.problems import BadInput
from untwin.domain.sources.declared import HUBSPOT, filled_in
from untwin.ports.sources import SourceAccount
from untwin.sources.hubspot import NEEDS, HubSpot, read_account
from untwin.sources.keys import HUBSPOT_HOST, TokenKey
from untwin.sources.wire import Line, MayNotError

BASE = f"https://{HUBSPOT_HOST}"
_TOKEN = re.compile(r"[!-~]{8,300}")
_SCREENS = re.compile(r"app(-[a-z0-9]{2,6})?\.hubspot\.com")


def account_of(token: str, line: Line, base: str = BASE) -> SourceAccount:
    """The account.

    Raises:
        BadInput: what was pasted can be no token.
        OutsideProblem: HubSpot didn't answer, or refuses the token.
    """
    bare = token.strip()
    if not _TOKEN.fullmatch(bare):
        raise BadInput("That can't be a key or token: it has no blanks.", _WHERE)
    body = read_account(base, bare, line)
    _check_scopes(HubSpot(base, bare, line))
    portal, web = str(body.get("portalId") or ""), _screens(str(body.get("uiDomain") or ""))
    if not portal.isdigit():
        raise line.unreadable()
    binding = SourceBinding(
        "hubspot",
        base,
        filled_in(HUBSPOT.retry_page, web=web, account=portal),
        HUBSPOT.cycle_seconds,
        account=portal,
        record_page=filled_in(HUBSPOT.record_page, web=web, account=portal),
    )
    return SourceAccount(f"HubSpot account {portal}", binding, grant=TokenKey(base, bare))


def _check_scopes(hubspot: HubSpot) -> None:
    """Which scopes a token has shows only in what it may read."""
    try:
        hubspot.glance()
    except MayNotError:
        words = "HubSpot knows this token, but it may not read invoices and contacts."
        raise MayNotError(words, NEEDS) from None


def _screens(told: str) -> str:
    """The address of HubSpot's screens for this account; a host that isn't HubSpot's is not taken."""
    if is_loopback(told):
        return told
    host = https_host(told if "://" in told else f"https://{told}")
    return f"https://{host}" if host and _SCREENS.fullmatch(host) else "https://app.hubspot.com"


_WHERE = (
    "Copy the key from Development > Keys > Service keys in HubSpot, or a private app's token from Development > "
    "Legacy apps, Auth."
)
