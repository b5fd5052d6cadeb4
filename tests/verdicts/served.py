"""The same books served by the sample QuickBooks, so that searching and reading are tested with the verdict."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from reach import reach_with
from sample.caller import TODAY, Caller
from untwin.domain.company import Environment
from untwin.ports.books import Books
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.sample.process import SampleProcess
from untwin.vault.vaults import MemoryVault
from verdicts.ledger import Ledger, Row
from verdicts.offline import raw_of


@contextmanager
def served_books(ledger: Ledger) -> Iterator[tuple[Books, str]]:
    """Books on a fresh sample server that holds the ledger's rows beside its own, and the company's realm."""
    with SampleProcess("--today", TODAY, "--cycle", "3600") as process, make_session() as session:
        caller, reach = Caller(process.greeting), reach_with(MemoryVault(), session)
        with caller.session:
            QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
            for row in ledger.rows:
                if not row.odd:
                    _put(caller, row)
            yield open_books(caller.realm, Environment.SAMPLE, reach), caller.realm


def _put(caller: Caller, row: Row) -> None:
    asked = {"realm": caller.realm, "entity": row.entity, "body": json.loads(raw_of(row))}
    answer = caller.session.post(f"{caller.base}/sample/rows", json=asked, timeout=10)
    assert answer.status_code == 200, answer.text
    if row.deleted:
        gone = caller.post(row.entity.lower(), {"Id": row.id, "SyncToken": "0"}, operation="delete")
        assert gone.status_code == 200, gone.text
