"""What python-quickbooks and intuit-oauth are asked to do; run by pointed.py in an environment that has them."""

import sys
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from intuitlib.client import AuthClient
from intuitlib.enums import Scopes
from intuitlib.exceptions import AuthClientError
from quickbooks.batch import batch_create
from quickbooks.cdc import change_data_capture
from quickbooks.client import QuickBooks
from quickbooks.exceptions import ObjectNotFoundException, QuickbooksException
from quickbooks.objects.customer import Customer
from quickbooks.objects.detailline import SalesItemLine, SalesItemLineDetail
from quickbooks.objects.invoice import Invoice
from quickbooks.objects.item import Item
from quickbooks.objects.payment import Payment, PaymentLine

from clients.walk_classes import held, walk_classes

_BACK = "http://127.0.0.1:8765/callback"


def main() -> None:
    """Walks through the library as it is published: its own hosts, its own session."""
    client_id, secret, realm, refresh_token = sys.argv[1:5]
    auth = AuthClient(client_id, secret, _BACK, "sandbox", refresh_token=refresh_token)
    auth.refresh()
    held("intuit-oauth reads the discovery document and renews", bool(auth.access_token))
    _sign_in(AuthClient(client_id, secret, _BACK, "sandbox"), realm)
    books = QuickBooks(auth_client=auth, refresh_token=auth.refresh_token, company_id=realm, minorversion=75)
    held("all customers are listed", len(Customer.all(qb=books)) == 29)
    invoice = _invoice(books)
    held("an invoice gets the next number", Invoice.get(invoice.Id, qb=books).DocNumber == invoice.DocNumber)
    _paid(books, invoice)
    found = Invoice.filter(DocNumber=invoice.DocNumber, qb=books)
    held("a query by number finds it", [each.Id for each in found] == [invoice.Id])
    made = batch_create([_named("Larch Studio"), _named("Cool Cars")], qb=books)
    held("a batch makes one and refuses the other", (len(made.successes), len(made.faults)) == (1, 1))
    changed = change_data_capture([Invoice], "2020-01-01T00:00:00Z", qb=books)
    held("change data capture tells of it", any(each.Id == invoice.Id for each in changed.Invoice))
    Invoice.get(invoice.Id, qb=books).delete(qb=books)
    _gone(books, invoice.Id)
    walk_classes(books)
    _refused(auth)


def _refused(auth: Any) -> None:
    try:
        auth.get("https://example.invalid/")
    except OSError:
        print("  ok: any other host is refused")
    else:
        raise SystemExit("another host was asked")


def _sign_in(auth: Any, realm: str) -> None:
    """The whole way of intuit-oauth, with the form of the sign-in page sent as a browser would send it."""
    address = auth.get_authorization_url([Scopes.ACCOUNTING, Scopes.OPENID, Scopes.EMAIL])
    asked = dict(parse_qsl(urlsplit(address).query))
    page = "https://appcenter.intuit.com/connect/oauth2"
    sent = requests.post(page, data=asked | {"realm_id": realm}, allow_redirects=False, timeout=10)
    back = dict(parse_qsl(urlsplit(sent.headers["Location"]).query))
    held("the sign-in page comes back with the state", back["state"] == asked["state"] == auth.state_token)
    auth.get_bearer_token(back["code"], realm_id=back["realmId"])
    held("intuit-oauth has tokens, and has checked who signed in", bool(auth.access_token and auth.id_token))
    held("intuit-oauth is told who that is", "email" in auth.get_user_info().json())
    old = auth.refresh_token
    auth.refresh()
    held("intuit-oauth renews, and gets another refresh token", auth.refresh_token != old)
    held("intuit-oauth revokes", auth.revoke() is True)
    try:
        auth.refresh()
    except AuthClientError:
        print("  ok: what is revoked can't be renewed")
    else:
        raise SystemExit("a revoked token was renewed")


def _invoice(books: Any) -> Any:
    made, line = Invoice(), SalesItemLine()
    line.Amount, line.SalesItemLineDetail = 75, SalesItemLineDetail()
    line.SalesItemLineDetail.ItemRef = Item.get(4, qb=books).to_ref()
    made.CustomerRef, made.Line = Customer.get(1, qb=books).to_ref(), [line]
    return made.save(qb=books)


def _paid(books: Any, invoice: Any) -> None:
    payment, line = Payment(), PaymentLine()
    payment.CustomerRef, payment.TotalAmt = invoice.CustomerRef, 75
    line.Amount, line.LinkedTxn = 75, [invoice.to_linked_txn()]
    payment.Line = [line]
    payment.save(qb=books)
    held("a payment settles it", Invoice.get(invoice.Id, qb=books).Balance == 0)
    payment.delete(qb=books)
    held("without the payment it is open", Invoice.get(invoice.Id, qb=books).Balance == 75)


def _named(name: str) -> Any:
    customer = Customer()
    customer.DisplayName = name
    return customer


def _gone(books: Any, id_: str) -> None:
    try:
        Invoice.get(id_, qb=books)
    except (ObjectNotFoundException, QuickbooksException):
        print("  ok: what is deleted is not found")
    else:
        raise SystemExit("a deleted invoice was found")


if __name__ == "__main__":
    main()
