"""Opens one company's books with what the keyring holds: THE place where a client is built."""

from untwin.domain.company.company import Environment
from untwin.domain.problems import SignInNeeded
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import Bearer, Client, Wire
from untwin.quickbooks.credentials import Credential, read_credential
from untwin.quickbooks.pace import QUICKBOOKS_LIMITS, Limits, Pace
from untwin.quickbooks.tokens import Reach, Tokens


def open_books(realm: str, environment: Environment, reach: Reach) -> QuickBooksBooks:
    """The books of one company; the host comes from the keyring entry, never from the store.

    `environment` is what the store believes: where the keyring says otherwise, nothing is opened.

    Raises:
        SignInNeeded: the company isn't connected on this computer, or not in that environment.
        KeyringProblem: the keyring can't be read.
    """
    credential = read_credential(reach.vault, realm)
    if credential.environment is not environment:
        words = "The stored connection belongs to another of Intuit's environments than this company."
        raise SignInNeeded(words, "Connect it again.")
    # A token is only ever sent to the host that it was granted for.
    tokens = reach.opened.setdefault(f"{credential.api} {realm}", Tokens(realm, reach))
    return books_of(credential, tokens, reach)


def books_of(credential: Credential, bearer: Bearer, reach: Reach) -> QuickBooksBooks:
    """The books that a credential leads to."""
    fresh = Pace(reach.patience, reach.guard(), _limits(credential.environment))
    pace = reach.paces.setdefault(f"{credential.api} {credential.realm}", fresh)
    wire = Wire(reach.session, reach.patience, pace, reach.times)
    return QuickBooksBooks(Client(base=credential.api, realm=credential.realm, bearer=bearer, wire=wire))


def _limits(environment: Environment) -> Limits | None:
    """Intuit's limits; the sample firms, on this very computer, have none unless they are asked to show them."""
    return None if environment is Environment.SAMPLE else QUICKBOOKS_LIMITS
