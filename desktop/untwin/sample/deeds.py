"""What only a person can do, in QuickBooks' or the source's own screens, as test aids: one deed a thing to be done.

POST <base of QuickBooks>/sample/deeds/<name> does it, GET <base of QuickBooks>/sample/deeds lists all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from untwin.sample import wire
from untwin.sample.firm.drafts import Scenario
from untwin.sample.firm.hub_drafts import address
from untwin.sample.house import MEDDLING, House, raised
from untwin.sample.hubspot.hub import Row
from untwin.sample.quickbooks.books.by_hand import ByHand
from untwin.sample.quickbooks.server import SampleQuickBooks

_Do = Callable[["Person"], None]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of one firm who plays their part in one scenario."""

    house: House
    hands: ByHand
    scenario: Scenario

    def correct_email(self) -> None:
        """In HubSpot: gives the contact the e-mail address that its customer has in QuickBooks."""
        contact = self._row().invoice.contact
        contact.email = address(contact.company)

    def rename_contact(self) -> None:
        """In HubSpot: gives the contact's company another name than the vendor's."""
        self._row().invoice.contact.company = self.scenario.customer

    def switch_off_recognition(self) -> None:
        """In QuickBooks: switches revenue recognition off."""
        self.hands.prefer("ProductAndServicesPrefs", RevenueRecognition=False)

    def restore_amounts(self) -> None:
        """In QuickBooks: puts the amounts of the invoice back to what HubSpot says."""
        doc = self.hands.books.of("Invoice")[self._row().posted]
        self.hands.change("Invoice", doc["Id"], raised(doc, -MEDDLING))

    def reopen_books(self) -> None:
        """In QuickBooks: sets the closing date a month back."""
        closed = date.fromisoformat(self.hands.books.preference("AccountingInfoPrefs", "BookCloseDate"))
        earlier = closed.replace(day=1) - timedelta(days=1)
        self.hands.prefer("AccountingInfoPrefs", BookCloseDate=earlier.isoformat())

    def reconnect(self) -> None:
        """In HubSpot: connects it with QuickBooks again."""
        self.house.connections["hubspot"].alive = True

    def prefix_number(self) -> None:
        """In HubSpot: has the invoice numbered with a prefix of its own."""
        self._row().invoice.number = self.scenario.posts_as or ""

    def number_bill(self) -> None:
        """In Clio: gives the bill another number."""
        self.house.firm.desk.renumber(self.scenario.number, self.scenario.posts_as or "")

    def number_by_hand(self) -> None:
        """In QuickBooks: gives the sale that has the number another one, as whoever keeps those books may."""
        for entity in ("Invoice", "SalesReceipt"):
            for doc in list(self.hands.books.of(entity).values()):
                if doc.get("DocNumber") == self.scenario.number:
                    self.hands.change(entity, doc["Id"], {"DocNumber": f"BY-HAND-{self.scenario.number}"})

    def regenerate_bill(self) -> None:
        """In Clio: deletes the bill and generates it anew, which gives it the next number."""
        self.house.firm.desk.regenerate(self.scenario.number, self.scenario.posts_as or "")

    def activate_customer(self) -> None:
        """In QuickBooks: makes the customer active again."""
        self.hands.change("Customer", self._customer(), {"Active": True})

    def take_out_of_deposit(self) -> None:
        """In QuickBooks: takes the payment out of its bank deposit."""
        books = self.hands.books
        payment = next(p for p in books.of("Payment").values() if p["CustomerRef"]["value"] == self._customer())
        [link] = payment["LinkedTxn"]
        deposit = books.of("Deposit")[link["TxnId"]]
        left = [line for line in deposit["Line"] if all(t["TxnId"] != payment["Id"] for t in line["LinkedTxn"])]
        total = sum((Decimal(line["Amount"]) for line in left), Decimal(0))
        self.hands.change("Deposit", deposit["Id"], {"Line": left, "TotalAmt": total})
        self.hands.change("Payment", payment["Id"], {"LinkedTxn": []})

    def switch_off_journal_warning(self) -> None:
        """In QuickBooks: switches “Warn if duplicate journal number is used” off."""
        pairs = self.hands.books.preference("OtherPrefs", "NameValue")
        off = {"Name": "WarnDuplicateJournalNumber", "Value": "false"}
        self.hands.prefer("OtherPrefs", NameValue=[off if p["Name"] == off["Name"] else p for p in pairs])

    def _row(self) -> Row:
        names = (self.scenario.number, self.scenario.posts_as)
        return next(row for row in self.house.firm.hub.rows if row.number in names)

    def _customer(self) -> str:
        found = self.hands.books.of("Customer").values()
        return next(str(c["Id"]) for c in found if c["DisplayName"] == self.scenario.customer)


# By firm and scenario: the name of its deed, and what is done.
DEEDS: dict[tuple[str, str], tuple[str, _Do]] = {
    ("harlow", "closed_books"): ("reopen-books-of-harlow", Person.reopen_books),
    ("harlow", "trust_journal"): ("switch-off-journal-warning-of-harlow", Person.switch_off_journal_warning),
    ("harlow", "too_little_known"): ("number-retainer-by-hand", Person.number_by_hand),
    ("harlow", "trust_sales_receipt"): ("number-trust-receipt-by-hand", Person.number_by_hand),
    ("tidewater", "customer_missing"): ("correct-email", Person.correct_email),
    ("tidewater", "display_name_duplicate"): ("rename-contact", Person.rename_contact),
    ("tidewater", "service_date_required"): ("switch-off-revenue-recognition", Person.switch_off_recognition),
    ("tidewater", "amounts_modified_outside"): ("restore-amounts", Person.restore_amounts),
    ("tidewater", "closed_period"): ("reopen-books-of-tidewater", Person.reopen_books),
    ("marlowe", "connection_ended"): ("reconnect-hubspot", Person.reconnect),
    ("marlowe", "settings_clash"): ("prefix-hubspot-number", Person.prefix_number),
    ("marlowe", "owned_by_the_other_app"): ("number-bill", Person.number_bill),
    ("marlowe", "phantom_duplicate"): ("regenerate-bill", Person.regenerate_bill),
    ("marlowe", "object_not_found"): ("activate-customer", Person.activate_customer),
    ("marlowe", "number_too_long"): ("shorten-number", Person.number_bill),
    ("marlowe", "payment_deposited"): ("take-out-of-deposit", Person.take_out_of_deposit),
    ("marlowe", "credit_note"): ("reopen-books-of-marlowe", Person.reopen_books),
    ("marlowe", "trust_request"): ("switch-off-journal-warning", Person.switch_off_journal_warning),
}


@dataclass(slots=True)
class Deeds:
    """The deeds of one run."""

    quickbooks: SampleQuickBooks
    houses: list[House]
    done: set[str] = field(default_factory=set)

    def routes(self) -> list[Route]:
        """The test aids."""
        return [Route("/sample/deeds", self._list), Route("/sample/deeds/{name}", self._do, methods=["POST"])]

    def _all(self) -> Iterator[tuple[str, _Do, House, Scenario]]:
        for house in self.houses:
            for scenario in house.firm.scenarios:
                if (house.firm.key, scenario.key) in DEEDS:
                    name, do = DEEDS[house.firm.key, scenario.key]
                    yield name, do, house, scenario

    async def _list(self, _request: Request) -> Response:
        return wire.answer(
            [
                {
                    "name": name,
                    "realm_id": house.firm.books.realm,
                    "scenario": scenario.key,
                    "words": do.__doc__,
                    "done": name in self.done,
                }
                for name, do, house, scenario in self._all()
            ]
        )

    async def _do(self, request: Request) -> Response:
        wanted = request.path_params["name"]
        for name, do, house, scenario in self._all():
            if name == wanted and name not in self.done:
                do(Person(house, self.quickbooks.hands(house.firm.books.realm), scenario))
                self.done.add(name)
            if name == wanted:
                return Response(status_code=204)
        return wire.answer({"error": f"there is no deed “{wanted}”"}, 404)
