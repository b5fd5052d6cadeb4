"""The ecosystem's own library at sample servers of its own."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests

from sample.caller import TODAY, Caller
from untwin.sample.process import SampleProcess

with warnings.catch_warnings():
    # Third-party modules may warn while they are imported; that is not what these tests are about.
    warnings.simplefilter("ignore")
    from quickbooks.client import QuickBooks


class _Session(requests.Session):
    access_token = ""


@contextmanager
def library_at_work() -> Iterator[Any]:
    """python-quickbooks, signed in."""
    with SampleProcess("--firms", "1", "--today", TODAY, "--cycle", "3600") as process, _Session() as session:
        caller = Caller(process.greeting)
        caller.sign_in()
        session.trust_env = False
        session.access_token = caller.token

        class Pointed(QuickBooks):  # type: ignore[misc]
            api_url_v3 = f"{caller.base}/v3"

        client = Pointed(company_id=caller.realm, minorversion=75)
        client.session = session
        client.use_decimal = True
        yield client
        caller.session.close()
