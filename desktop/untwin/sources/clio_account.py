"""Finds out which Clio account a sign-in led to, and where its screens are."""

from untwin.domain.company.company import SourceBinding
from untwin.domain.sources.declared import CLIO, filled_in
from untwin.ports.sources import SourceAccount
from untwin.sources.clio import Clio
from untwin.sources.clio_sign_in import region_of
from untwin.sources.keys import ClioKey
from untwin.sources.wire import Line, NotTakenError, Record


def account_of(key: ClioKey, line: Line) -> SourceAccount:
    """The account. Raises what asking Clio does: which permissions an app has shows only in what it may read."""
    clio = Clio(key.base, lambda _refused: key.token, line)
    who = _who(clio)
    clio.glance()
    account = who.get("account")
    # Some accounts don't tell themselves; then the user stands for it, and says so: an id alone could be either's.
    whose, known = ("", account) if isinstance(account, dict) and account.get("id") else ("user ", who)
    name = known.get("name")
    binding = SourceBinding(
        "clio",
        key.base,
        filled_in(CLIO.retry_page, web=key.base),
        CLIO.cycle_seconds,
        account=f"{region_of(key.base)} {whose}{known['id']}",
        record_page=filled_in(CLIO.record_page, web=key.base),
    )
    shown = name if isinstance(name, str) and name.strip() else f"Clio account {whose}{known['id']}"
    return SourceAccount(shown, binding, grant=key)


def _who(clio: Clio) -> Record:
    try:
        body = clio.get("users/who_am_i.json", {"fields": "id,name,account{id,name}"})
    except NotTakenError:
        body = clio.get("users/who_am_i.json", {"fields": "id,name"})
    data = body.get("data")
    if not isinstance(data, dict) or not data.get("id"):
        raise clio.line.unreadable()
    return data
