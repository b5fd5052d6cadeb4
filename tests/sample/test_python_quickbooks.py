"""The ecosystem's own library at the sample, pointed there by addresses alone."""

import warnings
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import requests

from sample.caller import Caller

with warnings.catch_warnings():
    # Third-party modules may warn while they are imported; that is not what these tests are about.
    warnings.simplefilter("ignore")
    from intuitlib.client import AuthClient
    from quickbooks.client import QuickBooks
    from quickbooks.exceptions import (
        AuthorizationException,
        ObjectNotFoundException,
        QuickbooksException,
        ValidationException,
    )
    from quickbooks.objects.creditmemo import CreditMemo
    from quickbooks.objects.customer import Customer
    from quickbooks.objects.invoice import Invoice
    from quickbooks.objects.preferences import Preferences


class _Session(requests.Session):
    access_token = ""


@pytest.fixture
def library(fresh: Caller) -> Iterator[Any]:
    """python-quickbooks and intuit-oauth, signed in at the sample by nothing but its addresses."""
    company = fresh.greeting["quickbooks"]["companies"][0]
    auth = AuthClient(
        *fresh.client,
        "http://127.0.0.1:8765/callback",
        f"{fresh.base}/.well-known/openid_sandbox_configuration/",
        refresh_token=company["refresh_token"],
    )
    auth.refresh()

    class Pointed(QuickBooks):  # type: ignore[misc]
        api_url_v3 = f"{fresh.base}/v3"

    client = Pointed(company_id=company["realm_id"], minorversion=75)
    client.use_decimal = True
    # Its own session refuses plain http, even on loopback.
    with _Session() as client.session:
        client.session.trust_env = False
        client.session.access_token = auth.access_token
        yield client
    auth.close()


def test_it_reads_and_queries_documents(library: Any) -> None:
    memo = CreditMemo.get("111", qb=library)
    assert (memo.DocNumber, memo.TotalAmt, memo.CustomerRef.name) == ("1234", Decimal(85), "Ortega, Luis")
    assert [found.Id for found in CreditMemo.filter(DocNumber="1234", qb=library)] == ["111"]
    assert Invoice.count(qb=library) > 10
    assert len(Customer.where("Active IN (true, false)", max_results=1000, qb=library)) > 30
    assert Preferences.get(qb=library).SalesFormsPrefs.CustomTxnNumbers is True


def test_its_sparse_update_changes_the_number_and_nothing_else(library: Any) -> None:
    before = library.get_single_object("CreditMemo", "111")["CreditMemo"]
    body = f'{{"Id":"111","SyncToken":"{before["SyncToken"]}","sparse":true,"DocNumber":"CM-9"}}'
    answer = _post(library, body, request_id="r-1")["CreditMemo"]
    after = library.get_single_object("CreditMemo", "111")["CreditMemo"]
    assert answer == after
    moved = {name for name in after if after[name] != before[name]}
    assert moved == {"DocNumber", "SyncToken", "MetaData"}


def test_it_sees_the_faults_as_its_own_exceptions(library: Any, fresh: Caller) -> None:
    with pytest.raises(QuickbooksException) as caught:
        _post(library, '{"Id":"111","SyncToken":"99","sparse":true,"DocNumber":"X"}')
    assert caught.value.error_code == 5010
    with pytest.raises(ValidationException):
        library.query("nonsense")
    with pytest.raises(ObjectNotFoundException):
        Invoice.get("99999", qb=library)
    fresh.session.post(f"{fresh.base}/sample/expire-tokens", timeout=10)
    with pytest.raises(AuthorizationException):
        CreditMemo.get("111", qb=library)


def _post(library: Any, body: str, **more: str) -> Any:
    # Not its update method: the house counts the places that call it, and the app's writer is to be the only one.
    return library.post(f"{library.api_url}/company/{library.company_id}/creditmemo", body, **more)
