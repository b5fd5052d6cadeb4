"""Opens one company's books with what the keyring holds."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import requests

from untwin.ports import Vault
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import Client
from untwin.quickbooks.tokens import Tokens, read_credential


def open_books(
    realm: str,
    vault: Vault,
    session: requests.Session,
    alone: Callable[[str], AbstractContextManager[None]],
    known: dict[str, Tokens] | None = None,
) -> QuickBooksBooks:
    """The books of one company; the host comes from the keyring entry, never from the store.

    `known` keeps access tokens between openings, so that only an hour's end renews them.

    Raises:
        SignInNeeded: the company isn't connected on this computer.
        KeyringProblem: the keyring can't be read.
    """
    credential = read_credential(vault, realm)
    fresh = Tokens(realm, vault, session, lambda: alone(realm))
    # A token is only ever sent to the host that it was granted for.
    tokens = fresh if known is None else known.setdefault(f"{credential.api} {realm}", fresh)
    return QuickBooksBooks(Client(base=credential.api, realm=realm, bearer=tokens, session=session))
