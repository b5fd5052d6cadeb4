"""Reads the address with which the browser comes back from Intuit's sign-in, as it came or as it was pasted."""

import re
import secrets
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, urlsplit

from untwin.domain.problems import BadInput, SignInNeeded

_LONGEST = 8_000
_REALM = re.compile(r"[0-9]{1,20}")
_CODE = re.compile(r"[!-~]{1,1000}")
_WORD = re.compile(r"[a-z_]{1,40}")
_QUOTES = "\"'`“”‘’„«»<>()[]"  # noqa: RUF001 - as mails and chats put them


@dataclass(frozen=True, slots=True)
class Returned:
    """What the browser brought back: the company somebody chose, and the code for its tokens."""

    realm: str
    code: str = field(repr=False)


def read_redirected(text: str, redirect: str, state: str) -> Returned:
    """What stands in a redirected address. Blanks and line breaks that a mail put in, and quotes around, don't matter.

    Raises:
        BadInput: it is no redirected address, or one of another sign-in.
        SignInNeeded: it says that the sign-in was refused.
    """
    found = _answers(text, redirect)
    if "state" not in found:
        raise _no_address(redirect)
    if not secrets.compare_digest(_one(found, "state").encode(), state.encode()):
        raise BadInput("This address belongs to another sign-in.", "Connect again, and paste the newest address.")
    if "error" in found:
        raise _refusal(_one(found, "error"))
    realm, code = _one(found, "realmId"), _one(found, "code")
    if not _REALM.fullmatch(realm) or not _CODE.fullmatch(code):
        raise _no_address(redirect)
    return Returned(realm, code)


def state_of(query: str) -> str:
    """The state in a query, or nothing."""
    return _one(_parsed(query), "state")


def _answers(text: str, redirect: str) -> dict[str, list[str]]:
    bare = "".join(text.split()).strip(_QUOTES)
    if len(bare) > _LONGEST:
        raise _no_address(redirect)
    address, mark, query = bare.partition("?")
    if not mark:
        # Only the part behind the question mark was copied, or no redirected address at all.
        address, query = "", bare
    if address and not _is_same(address, redirect):
        raise _no_address(redirect)
    return _parsed(query.partition("#")[0])


def _is_same(address: str, redirect: str) -> bool:
    """Whether an address is the registered one; browsers show it without its scheme, and hosts in any case."""
    known = urlsplit(redirect)
    whole = address if "://" in address else f"{known.scheme}://{address}"
    try:
        return _place(urlsplit(whole)) == _place(known)
    except ValueError:
        return False


def _place(parts: SplitResult) -> tuple[str, str | None, int | None, bool, str]:
    default = {"https": 443, "http": 80}.get(parts.scheme)
    odd = bool(set("@\\") & set(parts.netloc))
    return parts.scheme, parts.hostname, parts.port or default, odd, parts.path or "/"


def _parsed(query: str) -> dict[str, list[str]]:
    try:
        return parse_qs(query, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return {}


def _one(found: dict[str, list[str]], name: str) -> str:
    """A value that stands there once; of two nobody knows which is meant."""
    values = found.get(name, [])
    return values[0] if len(values) == 1 else ""


def _refusal(word: str) -> SignInNeeded:
    if word == "access_denied":
        return SignInNeeded("The connection was refused on QuickBooks' page; nothing was connected.")
    why = f" ({word})" if _WORD.fullmatch(word) else ""
    return SignInNeeded(f"QuickBooks ended the sign-in{why}; nothing was connected.", "Connect again.")


def _no_address(redirect: str) -> BadInput:
    return BadInput(
        "This is not the address that QuickBooks' sign-in led to.",
        f"After agreeing there, copy the browser's whole address line; it begins with {redirect}?",
    )
