"""Relations that look like the same sale or like an unrelated one, and of which nobody can say so: all stay unknown."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.verdict import Verdict
from verdicts.conflict import Group
from verdicts.relation import relation
from verdicts.scene import Scene

CENT = Decimal("0.01")
GO = (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)
ANY_GO = (*GO, Verdict.NONE_FOUND)


@relation("the very customer, another amount", Group.ALIKE, weight=3)
def same_customer(scene: Scene) -> None:
    scene.holds(scene.posted(amount=scene.ledger.amount(), about="Consultation"))


@relation("a customer of the same family or head, the very amount", Group.ALIKE, weight=3)
def alike_same_amount(scene: Scene) -> None:
    relative = scene.ledger.customer(scene.ledger.people.family_of(scene.customer))
    scene.holds(scene.posted(who=relative, about="Professional services"))


@relation("a customer of the same family or head, another amount", Group.ALIKE, weight=3, also=GO)
def alike_other_amount(scene: Scene) -> None:
    relative = scene.ledger.customer(scene.ledger.people.family_of(scene.customer))
    scene.holds(scene.strange_sale(who=relative))


@relation("another customer who differs by the form of company or a suffix", Group.ALIKE, weight=2)
def other_form(scene: Scene) -> None:
    base = scene.customer.rsplit(" ", 1)[0] if "," not in scene.customer else scene.customer
    other = scene.ledger.customer(f"{base} Jr." if "," in scene.customer else f"{base} Ltd.")
    scene.holds(scene.posted(who=other))


@relation("the same name with another client's mark", Group.ALIKE, weight=2)
def other_mark(scene: Scene) -> None:
    mark = int(scene.client_id) + 7
    scene.holds(scene.posted(who=scene.ledger.customer(f"{scene.customer} Clio {mark}"), about="Fees"))


@relation("a parent's or a sub-customer's document, another amount", Group.ALIKE, weight=2)
def relative_other_amount(scene: Scene) -> None:
    child = scene.ledger.customer(f"Matter {scene.client_id}", parent=scene.client)
    scene.holds(scene.strange_sale("Invoice", who=child))


@relation("a stranger's document of the very amount", Group.ALIKE, weight=2)
def same_amount(scene: Scene) -> None:
    scene.holds(scene.strange_sale(amount=scene.total))


@relation("a stranger's document one cent off", Group.ALIKE, weight=2)
def one_cent(scene: Scene) -> None:
    scene.holds(scene.strange_sale("Invoice", amount=scene.total + scene.dice.choice((CENT, -CENT))))


@relation("a stranger's document of the very amount before tax", Group.ALIKE, weight=2)
def before_tax(scene: Scene) -> None:
    tax = (scene.total * Decimal("0.0825")).quantize(CENT)
    scene.holds(scene.strange_sale("Invoice", amount=scene.total, tax=tax))


@relation("a stranger's document of the very amount before a discount", Group.ALIKE, weight=2)
def before_discount(scene: Scene) -> None:
    off = (scene.total * Decimal("0.1")).quantize(CENT)
    scene.holds(scene.strange_sale("Invoice", amount=scene.total, extra=(scene.ledger.discount(off),)))


@relation("a stranger's document of the very amount before a retainer", Group.ALIKE, weight=2)
def before_retainer(scene: Scene) -> None:
    off = -(scene.total * Decimal("0.4")).quantize(CENT)
    line = scene.ledger.line(off, "Retainer applied")
    scene.holds(scene.strange_sale("Invoice", amount=scene.total, extra=(line,)))


@relation("a stranger's document with the very balance", Group.ALIKE, weight=1)
def same_balance(scene: Scene) -> None:
    more = scene.ledger.amount()
    scene.holds(scene.strange_sale("Invoice", amount=scene.total + more, paid=more))


@relation("a stranger's document in another currency, equal in home currency", Group.ALIKE, weight=2)
def home_equal(scene: Scene) -> None:
    rate = Decimal("1.0850")
    amount = (scene.total / rate).quantize(CENT)
    more: dict[str, Any] = {"currency": "EUR", "ExchangeRate": rate, "HomeTotalAmt": scene.total}
    scene.holds(scene.strange_sale("Invoice", amount=amount, **more))


@relation("a monthly fee: last month's invoice has the number", Group.ALIKE, weight=3)
def monthly(scene: Scene) -> None:
    day = scene.day - timedelta(days=30)
    scene.holds(scene.posted(day=day, about=f"Monthly services, {day:%B %Y}"))


@relation("a fixed fee: another matter of the client has the number", Group.ALIKE, weight=3)
def other_matter(scene: Scene) -> None:
    scene.holds(scene.posted(about=f"Legal services, matter {scene.ledger.number()}-Other, for {scene.customer}"))


@relation("the very customer, amount and day, and not a word on what it is for", Group.ALIKE, weight=2)
def no_words(scene: Scene) -> None:
    scene.holds(scene.posted(about=""))


@relation("a fixed fee: another matter of the client, nearby", Group.ALIKE, weight=3)
def other_matter_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    about = f"Legal services, matter {scene.ledger.number()}-Other, for {scene.customer}"
    scene.keep(scene.posted(number=scene.ledger.number(), about=about))


@relation("a monthly fee nearby that the source lists too", Group.ALIKE, weight=2, also=GO)
def monthly_explained(scene: Scene) -> None:
    day, number = scene.day - timedelta(days=30), scene.ledger.number()
    scene.record(number, scene.customer, scene.total, day)
    scene.unrelated_holder()
    scene.keep(scene.posted(number=number, day=day, about=f"Monthly services, {day:%B %Y}"))


@relation("a monthly fee nearby that the source doesn't list", Group.ALIKE, weight=2)
def monthly_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    day = scene.day - timedelta(days=31)
    scene.keep(scene.posted(number=scene.ledger.number(), day=day, about=f"Monthly services, {day:%B %Y}"))


@relation("an opening balance of the customer", Group.ALIKE, weight=2)
def opening_balance(scene: Scene) -> None:
    scene.holds(scene.posted(about="Opening Balance", day=scene.day - timedelta(days=20)))


@relation("a split bill: two invoices come to the total", Group.ALIKE, weight=2)
def split(scene: Scene) -> None:
    half = (scene.total / 2).quantize(CENT)
    scene.holds(scene.posted(amount=half))
    scene.keep(scene.posted(number=scene.ledger.number(), amount=scene.total - half))


@relation("a progress invoice over a part, on the same matter", Group.ALIKE, weight=2)
def progress(scene: Scene) -> None:
    scene.holds(scene.posted(amount=(scene.total * Decimal("0.3")).quantize(CENT)))


@relation("a lump sum of the customer that holds the total as a line", Group.ALIKE, weight=2)
def lump(scene: Scene) -> None:
    scene.holds(scene.posted(extra=(scene.ledger.line(scene.ledger.amount(), "Earlier work"),)))


@relation("a refund or credit of the very customer and figure", Group.ALIKE, weight=3)
def refund(scene: Scene) -> None:
    scene.holds(scene.posted(scene.dice.choice(("RefundReceipt", "CreditMemo"))))


@relation("the very customer, total before the tax that QuickBooks added", Group.ALIKE, weight=2)
def tax_on_top(scene: Scene) -> None:
    scene.holds(scene.posted(tax=(scene.total * Decimal("0.0725")).quantize(CENT)))


@relation("a twin before the tax that QuickBooks added, nearby", Group.ALIKE, weight=2)
def tax_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    tax = (scene.total * Decimal("0.0725")).quantize(CENT)
    scene.keep(scene.posted(number=scene.ledger.number(), tax=tax))


@relation("a twin before its retainer, nearby", Group.ALIKE, weight=2)
def retainer_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    line = scene.ledger.line(-(scene.total * Decimal("0.25")).quantize(CENT), "Retainer applied")
    scene.keep(scene.posted(number=scene.ledger.number(), extra=(line,)))


@relation("a twin in part paid: its balance is the total", Group.ALIKE, weight=1)
def balance_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    more = scene.ledger.amount()
    scene.keep(scene.posted(number=scene.ledger.number(), amount=scene.total + more, paid=more))


@relation("a twin on a sub-customer with a name of its own", Group.ALIKE, weight=2, also=(Verdict.SAME_DOCUMENT,))
def sub_customer_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    child = scene.ledger.customer(f"Project {scene.client_id}", parent=scene.client)
    scene.keep(scene.posted(number=scene.ledger.number(), who=child))


@relation("a twin under a name that only its lines explain", Group.ALIKE, weight=2)
def alias_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.keep(scene.posted(number=scene.ledger.number(), who=scene.stranger()))


@relation("an unapplied payment of the amount", Group.ALIKE, weight=2)
def unapplied(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.keep(scene.ledger.payment(scene.client, scene.total, scene.near(10)))


@relation("a deposit of the amount from the customer", Group.ALIKE, weight=2)
def deposit(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.keep(scene.ledger.deposit(scene.client, scene.total, scene.near(10)))


@relation("a deposit of the amount from nobody knows whom", Group.ALIKE, weight=1)
def strange_deposit(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.keep(scene.ledger.deposit(None, scene.total, scene.near(10)))


@relation("an estimate of the total was converted to an invoice over a part", Group.ALIKE, weight=2)
def converted(scene: Scene) -> None:
    scene.unrelated_holder()
    number = scene.ledger.number()
    invoice = scene.keep(scene.posted(number=number, amount=(scene.total * Decimal("0.5")).quantize(CENT)))
    links = [{"TxnId": invoice.id, "TxnType": "Invoice"}]
    estimate = scene.posted("Estimate", scene.ledger.number(), TxnStatus="Closed", LinkedTxn=links)
    scene.keep(estimate)
    invoice.body["LinkedTxn"] = [{"TxnId": estimate.id, "TxnType": "Estimate"}]


@relation("a voided document of a stranger", Group.ALIKE, weight=2)
def voided_stranger(scene: Scene) -> None:
    scene.ledger.void(scene.unrelated_holder())


@relation("the bill itself, voided since", Group.ALIKE, weight=2)
def voided_itself(scene: Scene) -> None:
    scene.ledger.void(scene.holds(scene.posted()))


@relation("a stranger's document beside one that is alike", Group.ALIKE, weight=2)
def beside_alike(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.holds(scene.posted("Invoice", amount=scene.ledger.amount(), about="Consultation"))


@relation("a stranger's document that names the matter", Group.ALIKE, weight=1, also=GO)
def copied_memo(scene: Scene) -> None:
    scene.holds(scene.strange_sale("Invoice", PrivateNote=f"Matter {scene.matter}"))


@relation("a credit note waits, its twin is a credit memo", Group.ALIKE, weight=2, also=(Verdict.SAME_DOCUMENT,))
def credit_twin(scene: Scene) -> None:
    scene.kind = IncomingKind.CREDIT_NOTE
    scene.unrelated_holder()
    scene.keep(scene.posted("CreditMemo", scene.ledger.number()))


@relation("a payment waits, it is there already", Group.ALIKE, weight=1, also=(Verdict.SAME_DOCUMENT,))
def payment_twin(scene: Scene) -> None:
    scene.kind = IncomingKind.PAYMENT
    scene.unrelated_holder()
    bill = scene.keep(scene.posted(number=scene.ledger.number(), paid=scene.total))
    scene.keep(scene.ledger.payment(scene.client, scene.total, scene.near(3), applied=bill))


@relation("an interest charge waits, the bill of that number is there", Group.ALIKE, weight=2)
def interest(scene: Scene) -> None:
    scene.kind = IncomingKind.INTEREST
    scene.holds(scene.posted(amount=scene.ledger.amount()))


@relation("a spouse's document, one e-mail for both, one fixed fee, another matter", Group.ALIKE, weight=2)
def shared_email(scene: Scene) -> None:
    scene.email = scene.email or f"home{scene.client_id}@client.invalid"
    spouse = scene.ledger.customer(scene.ledger.people.family_of(scene.customer), scene.email)
    scene.holds(scene.posted(who=spouse, about=f"Legal services, matter {scene.ledger.number()}-Other"))


@relation("the very sale in another currency", Group.ALIKE, weight=2)
def other_currency(scene: Scene) -> None:
    scene.currency = "USD"
    home = (scene.total * Decimal("0.74")).quantize(CENT)
    scene.holds(scene.posted(currency="CAD", ExchangeRate=Decimal("0.74"), HomeTotalAmt=home))


@relation("a stranger's document, and the company's other source can't be read", Group.ALIKE, weight=2)
def other_source_unread(scene: Scene) -> None:
    scene.others, scene.others_complete = [], False
    scene.unrelated_holder()


@relation("the very customer and amount, six weeks apart", Group.ALIKE, weight=2)
def far_date(scene: Scene) -> None:
    scene.holds(scene.posted(day=scene.day - timedelta(days=43)))


@relation("a twin on the customer's record that was merged away", Group.ALIKE, weight=2, also=(Verdict.SAME_DOCUMENT,))
def merged_nearby(scene: Scene) -> None:
    scene.unrelated_holder()
    merged = scene.ledger.customer(f"{scene.customer} (deleted)", active=False)
    scene.keep(scene.posted(number=scene.ledger.number(), who=merged))


@relation("two bills wait for the one number", Group.ALIKE, weight=2, also=GO)
def two_waiting(scene: Scene) -> None:
    scene.record(scene.number, scene.stranger().name, scene.ledger.amount(), scene.near(5))
    scene.unrelated_holder()


@relation("the bill waits in another currency, the stranger's amount is near it at some rate", Group.ALIKE, weight=2)
def waiting_abroad(scene: Scene) -> None:
    scene.currency = "EUR"
    scene.holds(scene.strange_sale("Invoice", amount=(scene.total * Decimal("1.0862")).quantize(CENT)))


@relation("the bill waits in another currency, a twin in home currency nearby", Group.ALIKE, weight=1)
def twin_at_rate(scene: Scene) -> None:
    scene.currency = "EUR"
    scene.unrelated_holder()
    amount = (scene.total * Decimal("1.0862")).quantize(CENT)
    scene.keep(scene.posted(number=scene.ledger.number(), amount=amount))


@relation("a trust request waits, a stranger's document has the number", Group.ALIKE, weight=1, also=ANY_GO)
def trust_request(scene: Scene) -> None:
    scene.kind = IncomingKind.TRUST
    scene.unrelated_holder()
