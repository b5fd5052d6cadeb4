"""Reads the address with which the browser comes back from a sign-in, as it came or as it was pasted."""

import re
import secrets
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, urlsplit

from untwin.domain.problems import BadInput, SignInNeeded

_LONGEST = 8_000
_CODE = re.compile(r"[!-~]{1,1000}")
_WORD = re.compile(r"[a-z_]{1,40}")
_QUOTES = "\"'`“”‘’„«»<>()[]"  # noqa: RUF001 - as mails and chats put them
Answers = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Trip:
    """One trip of the browser: whose page it goes to, where it comes back, and the state that only we know.

    `registrar` is where the firm has registered its app with that address.
    """

    who: str
    redirect: str
    state: str = field(repr=False)
    registrar: str

    @property
    def whose(self) -> str:
        """Whose page it is."""
        return f"{self.who}'" if self.who.endswith("s") else f"{self.who}'s"

    def read(self, text: str) -> Answers:
        """What stands in a redirected address that says yes. Blanks, line breaks and quotes around don't matter.

        Raises:
            BadInput: it is no redirected address, or one of another sign-in.
            SignInNeeded: it says that the sign-in was refused.
        """
        found = _answers(text, self)
        if "state" not in found:
            raise self.no_address()
        if not secrets.compare_digest(one_of(found, "state").encode(), self.state.encode()):
            raise BadInput("This address belongs to another sign-in.", "Connect again, and paste the newest address.")
        if "error" in found:
            raise self._refusal(one_of(found, "error"))
        if not _CODE.fullmatch(one_of(found, "code")):
            raise self.no_address()
        return found

    def no_address(self) -> BadInput:
        """What to say about a text that is no redirected address."""
        return BadInput(
            f"This is not the address that {self.whose} sign-in led to.",
            f"After agreeing there, copy the browser's whole address line; it begins with {self.redirect}?",
        )

    def _refusal(self, word: str) -> SignInNeeded:
        if word == "access_denied":
            return SignInNeeded(f"The connection was refused on {self.whose} page; nothing was connected.")
        why = f" ({word})" if _WORD.fullmatch(word) else ""
        return SignInNeeded(f"{self.who} ended the sign-in{why}; nothing was connected.", "Connect again.")


def state_of(query: str) -> str:
    """The state in a query, or nothing."""
    return one_of(_parsed(query), "state")


def one_of(found: Answers, name: str) -> str:
    """A value that stands there once; of two nobody knows which is meant."""
    values = found.get(name, [])
    return values[0] if len(values) == 1 else ""


def _answers(text: str, trip: Trip) -> Answers:
    bare = "".join(text.split()).strip(_QUOTES)
    if len(bare) > _LONGEST:
        raise trip.no_address()
    address, mark, query = bare.partition("?")
    if not mark:
        # Only the part behind the question mark was copied, or no redirected address at all.
        address, query = "", bare
    if address and not _is_same(address, trip.redirect):
        raise trip.no_address()
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


def _parsed(query: str) -> Answers:
    try:
        return parse_qs(query, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return {}
