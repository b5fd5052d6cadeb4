"""The same books served by the sample QuickBooks, so that searching and reading are tested with the verdict."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from reach import reach_with
from sample.caller import TODAY, Caller
from untwin.domain.company.company import Environment
from untwin.ports.books import Books
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.sample.process import SampleProcess
from untwin.vault.vaults import MemoryVault
from verdicts.ledger import Body, Ledger, Row
from verdicts.offline import LISTS, raw_of


@dataclass(frozen=True, slots=True)
class ServedBooks:
    """Real books on a sample server, and the way to fill it."""

    caller: Caller
    books: Books

    @classmethod
    @contextmanager
    def of(cls, greeting: dict[str, Any]) -> Iterator[Self]:
        """The books of a server that has just said what it is."""
        caller = Caller(greeting)
        with make_session() as session, caller.session:
            reach = reach_with(MemoryVault(), session)
            QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
            yield cls(caller, open_books(caller.realm, Environment.SAMPLE, reach))

    @contextmanager
    def holding(self, ledger: Ledger) -> Iterator[None]:
        """While this lasts a ledger's rows are in the books, beside the server's own."""
        rows = [row for row in ledger.rows if not row.odd]
        for row in rows:
            self._put(row.entity, json.loads(raw_of(row)))
        for row in rows:
            if row.deleted:
                gone = self.caller.post(row.entity.lower(), {"Id": row.id, "SyncToken": "0"}, operation="delete")
                assert gone.status_code == 200, gone.text
        try:
            yield
        finally:
            for row in rows:
                if row.entity != "Account":  # nothing is searched for by an account
                    self._put_away(row)

    def _put(self, entity: str, body: Body) -> None:
        asked = {"realm": self.caller.realm, "entity": entity, "body": body}
        answer = self.caller.session.post(f"{self.caller.base}/sample/rows", json=asked, timeout=60)
        assert answer.status_code == 200, answer.text

    def _put_away(self, row: Row) -> None:
        """Makes a row mean nothing to the next ledger: nobody's, of long ago, without its number."""
        body = json.loads(raw_of(row))
        if row.entity not in LISTS:
            body |= {"TxnDate": "2001-01-01", "DocNumber": None, "PaymentRefNum": None}
        else:
            body |= {"DisplayName": f"Nobody {row.id}", "Name": f"Nothing {row.id}", "PrimaryEmailAddr": None}
            body |= dict.fromkeys(("GivenName", "FamilyName", "CompanyName", "PrintOnCheckName"))
        self._put(row.entity, body)


@contextmanager
def served_books(ledger: Ledger) -> Iterator[tuple[Books, str]]:
    """Books on a fresh sample server that holds the ledger's rows beside its own, and the company's realm."""
    with (
        SampleProcess("--firms", "1", "--today", TODAY, "--cycle", "3600") as process,
        ServedBooks.of(process.greeting) as served,
        served.holding(ledger),
    ):
        yield served.books, served.caller.realm
