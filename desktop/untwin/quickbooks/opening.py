"""Opens one company's books with what the keyring holds."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import requests

from untwin.ports import Vault
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import Client
from untwin.quickbooks.tokens import Tokens, read_credential


def open_books(
    realm: str, vault: Vault, session: requests.Session, alone: Callable[[str], AbstractContextManager[None]]
) -> QuickBooksBooks:
    """The books of one company; the host comes from the keyring entry, never from the store.

    Raises:
        SignInNeeded: the company isn't connected on this computer.
        KeyringProblem: the keyring can't be read.
    """
    credential = read_credential(vault, realm)
    tokens = Tokens(realm, vault, session, lambda: alone(realm))
    return QuickBooksBooks(Client(base=credential.api, realm=realm, bearer=tokens, session=session))
