"""What python-quickbooks and intuit-oauth are asked to do; run by pointed.py in an environment that has them."""

import sys
from typing import Any

from intuitlib.client import AuthClient
from quickbooks.batch import batch_create
from quickbooks.cdc import change_data_capture
from quickbooks.client import QuickBooks
from quickbooks.exceptions import ObjectNotFoundException, QuickbooksException
from quickbooks.objects.customer import Customer
from quickbooks.objects.detailline import SalesItemLine, SalesItemLineDetail
from quickbooks.objects.invoice import Invoice
from quickbooks.objects.item import Item
from quickbooks.objects.payment import Payment, PaymentLine


def main() -> None:
    """Walks through the library as it is published: its own hosts, its own session."""
    client_id, secret, realm, refresh_token = sys.argv[1:5]
    auth = AuthClient(client_id, secret, "http://127.0.0.1:8765/callback", "sandbox", refresh_token=refresh_token)
    auth.refresh()
    _hold("intuit-oauth reads the discovery document and renews", bool(auth.access_token))
    books = QuickBooks(auth_client=auth, refresh_token=auth.refresh_token, company_id=realm, minorversion=75)
    _hold("all customers are listed", len(Customer.all(qb=books)) == 29)
    invoice = _invoice(books)
    _hold("an invoice gets the next number", Invoice.get(invoice.Id, qb=books).DocNumber == invoice.DocNumber)
    _paid(books, invoice)
    found = Invoice.filter(DocNumber=invoice.DocNumber, qb=books)
    _hold("a query by number finds it", [each.Id for each in found] == [invoice.Id])
    made = batch_create([_named("Wren Studio"), _named("Cool Cars")], qb=books)
    _hold("a batch makes one and refuses the other", (len(made.successes), len(made.faults)) == (1, 1))
    changed = change_data_capture([Invoice], "2020-01-01T00:00:00Z", qb=books)
    _hold("change data capture tells of it", any(each.Id == invoice.Id for each in changed.Invoice))
    Invoice.get(invoice.Id, qb=books).delete(qb=books)
    _gone(books, invoice.Id)
    try:
        auth.get("https://example.invalid/")
    except OSError:
        print("  ok: any other host is refused")
    else:
        raise SystemExit("another host was asked")


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
    _hold("a payment settles it", Invoice.get(invoice.Id, qb=books).Balance == 0)
    payment.delete(qb=books)
    _hold("without the payment it is open", Invoice.get(invoice.Id, qb=books).Balance == 75)


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


def _hold(what: str, held: bool) -> None:  # noqa: FBT001 - said and judged in one line
    if not held:
        raise SystemExit(f"not true: {what}")
    print(f"  ok: {what}")


if __name__ == "__main__":
    main()
