"""The ways in which the studio's invoices fail to sync: HubSpot's five errors, and all that a used number can mean."""

from decimal import Decimal

from untwin.sample.firm.drafts import Drafts
from untwin.sample.firm.hub_drafts import address, contact, invoice
from untwin.sample.hubspot.hub import SERVICES

CARE_PLAN = "Annual care plan"
MEDDLED = "amounts_modified_outside"


def write_scenarios(drafts: Drafts) -> None:
    """Adds the papers, invoices and expectations of all."""
    numbers = iter(f"INV-{number}" for number in range(drafts.first_number, drafts.first_number + 40, 2))
    _unrelated(drafts, next(numbers))
    _same_after_lost_answer(drafts, next(numbers))
    _same_under_another_number(drafts, next(numbers))
    _customer_missing(drafts, next(numbers))
    _display_name_duplicate(drafts, next(numbers))
    _service_date(drafts, next(numbers))
    _amounts_modified(drafts, next(numbers))
    _prefix_continued(drafts, next(numbers))
    _nothing_found(drafts, next(numbers))
    _two_documents(drafts, next(numbers))
    _monthly_fee(drafts, next(numbers))
    _closed_period(drafts, next(numbers))


def _unrelated(drafts: Drafts, number: str) -> None:
    holder, waiting = drafts.draw.business(), drafts.draw.business()
    drafts.sale("CreditMemo", number, holder, drafts.draw.amount(40, 160), drafts.ago(31), about="Returned print run")
    drafts.waits("unrelated", invoice(drafts, number, contact(drafts, waiting), _price(drafts), drafts.ago(6)))


def _same_after_lost_answer(drafts: Drafts, number: str) -> None:
    who = contact(drafts, drafts.draw.business())
    lost = invoice(drafts, number, who, _price(drafts), drafts.ago(8), loses_answer=True)
    drafts.waits("same_after_lost_answer", lost)


def _same_under_another_number(drafts: Drafts, number: str) -> None:
    holder, waiting, total = drafts.draw.business(), drafts.draw.business(), _price(drafts)
    drafts.sale("Invoice", number, holder, drafts.draw.amount(120, 300), drafts.ago(25))
    who = contact(drafts, waiting)
    made = invoice(drafts, number, who, total, drafts.ago(9))
    # The very same sale, keyed by hand the next day from the HubSpot invoice.
    more = {"PrivateNote": f"Keyed from HubSpot invoice {number}", "about": made.lines[0].name, "item": SERVICES}
    drafts.sale("Invoice", f"{9000 + drafts.first_number}", waiting, total, drafts.ago(8), **more)
    drafts.waits("same_under_another_number", made)


def _customer_missing(drafts: Drafts, number: str) -> None:
    business = drafts.draw.business()
    drafts.customer(business, PrimaryEmailAddr={"Address": address(business)})
    # One letter is missing, so that HubSpot finds nobody by e-mail and a stranger by name.
    who = contact(drafts, business, known=False, email=address(business, "acounts"))
    drafts.waits("customer_missing", invoice(drafts, number, who, _price(drafts), drafts.ago(5)))


def _display_name_duplicate(drafts: Drafts, number: str) -> None:
    business = drafts.draw.business()
    # They also sell to the studio: customers and vendors share one list of names.
    drafts.name("Vendor", DisplayName=business, CompanyName=business)
    who = contact(drafts, business, known=False)
    made = invoice(drafts, number, who, _price(drafts), drafts.ago(5))
    drafts.waits("display_name_duplicate", made, customer=f"{business} (Customer)")


def _service_date(drafts: Drafts, number: str) -> None:
    who = contact(drafts, drafts.draw.business())
    made = invoice(drafts, number, who, _price(drafts), drafts.ago(4), item=CARE_PLAN, about="Annual care plan")
    drafts.waits("service_date_required", made)


def _amounts_modified(drafts: Drafts, number: str) -> None:
    who = contact(drafts, drafts.draw.business())
    lines = (_price(drafts), drafts.draw.amount(200, 500))
    drafts.waits(MEDDLED, invoice(drafts, number, who, lines, drafts.ago(12)))


def _prefix_continued(drafts: Drafts, number: str) -> None:
    holder, waiting = drafts.draw.business(), contact(drafts, drafts.draw.business())
    invoice(drafts, f"INV-{drafts.first_number - 40}", waiting, _price(drafts), drafts.ago(19))
    # QuickBooks offered HubSpot's last number + 1 to whoever keyed this one.
    drafts.sale("Invoice", number, holder, drafts.draw.amount(300, 700), drafts.ago(10))
    drafts.waits("prefix_continued", invoice(drafts, number, waiting, _price(drafts), drafts.ago(3)))


def _nothing_found(drafts: Drafts, number: str) -> None:
    holder, waiting = drafts.draw.business(), drafts.draw.business()
    drafts.sale("Invoice", number, holder, drafts.draw.amount(100, 300), drafts.ago(20), key="nothing_found")
    drafts.vanishing.append("nothing_found")
    drafts.waits("nothing_found", invoice(drafts, number, contact(drafts, waiting), _price(drafts), drafts.ago(6)))


def _two_documents(drafts: Drafts, number: str) -> None:
    first, second, waiting = (drafts.draw.business() for _ in range(3))
    drafts.sale("Invoice", number, first, drafts.draw.amount(300, 800), drafts.ago(41))
    drafts.sale("CreditMemo", number, second, drafts.draw.amount(50, 140), drafts.ago(38))
    made = invoice(drafts, number, contact(drafts, waiting), _price(drafts), drafts.ago(7))
    drafts.waits("two_documents_on_one_number", made)


def _monthly_fee(drafts: Drafts, number: str) -> None:
    """The same fee for the same month: nobody can tell from QuickBooks whether it is the same sale."""
    holder, waiting, fee = drafts.draw.business(), drafts.draw.business(), drafts.draw.amount(300, 500)
    drafts.sale("Invoice", number, holder, fee, drafts.ago(14), about="Monthly care")
    made = invoice(drafts, number, contact(drafts, waiting), fee, drafts.ago(11), about="Monthly care")
    drafts.waits("too_little_known", made)


def _closed_period(drafts: Drafts, number: str) -> None:
    who = contact(drafts, drafts.draw.business())
    drafts.waits("closed_period", invoice(drafts, number, who, _price(drafts), drafts.closed))


def _price(drafts: Drafts) -> Decimal:
    return drafts.draw.amount(700, 3400)
