"""Relations in which the waiting sale is not in the books: unrelated holders, nothing, sources, trust, purchases."""

from datetime import date, timedelta

from untwin.domain.verdicts.verdict import Verdict
from verdicts.conflict import Group
from verdicts.ledger import CHECKING, HELD, RENT, TRUST_BANK, TRUST_LIABILITY, Row
from verdicts.relation import relation
from verdicts.scene import Scene

EITHER = (Verdict.PREFIX_CONTINUED,)


@relation("a stranger's document", Group.UNRELATED, weight=14, also=EITHER)
def stranger(scene: Scene) -> None:
    scene.unrelated_holder()


@relation("a stranger's document, paid and e-mailed", Group.UNRELATED, weight=3, also=EITHER)
def settled(scene: Scene) -> None:
    row = scene.holds(scene.strange_sale("Invoice", EmailStatus="EmailSent"))
    row.body["Balance"] = 0
    scene.keep(scene.ledger.payment(scene.stranger(), scene.ledger.amount(), scene.near(10), applied=row))


@relation("a stranger's document: the first name is shared", Group.UNRELATED, weight=2, also=EITHER)
def same_first_name(scene: Scene) -> None:
    given = scene.customer.partition(", ")[2].split(" ")[0] or "Anna"
    family = scene.ledger.people.stranger_to(scene.customer).partition(",")[0]
    scene.holds(scene.strange_sale(who=scene.ledger.customer(f"{family} {scene.client_id[-3:]}, {given}")))
    if scene.customer.partition(", ")[2]:
        # To some it is alike: the reference says only that likeness counts against "unrelated".
        scene.also.add(Verdict.UNKNOWN)


@relation("a stranger's document: the trade and the form of company are shared", Group.UNRELATED, also=EITHER)
def same_trade(scene: Scene) -> None:
    tail = " ".join(scene.customer.split()[-2:]) if "," not in scene.customer else "Consulting LLC"
    head = "Marigold" if "Marigold" not in scene.customer else "Tamarind"
    scene.holds(scene.strange_sale(who=scene.ledger.customer(f"{head} {scene.client_id[-4:]} {tail}")))


@relation("two strangers' documents", Group.UNRELATED, weight=3, also=EITHER)
def two_strangers(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.holds(scene.strange_sale("Invoice", f"{scene.number} "))


@relation("a stranger's estimate", Group.UNRELATED, also=EITHER)
def estimate(scene: Scene) -> None:
    scene.holds(scene.strange_sale("Estimate", TxnStatus="Pending"))


@relation(
    "a stranger's document in a prefixed series",
    Group.UNRELATED,
    weight=3,
    verdict=Verdict.PREFIX_CONTINUED,
    miss=(Verdict.UNRELATED,),
)
def prefixed(scene: Scene) -> None:
    scene.number = f"APP-{scene.number}"
    scene.restate()
    for step in (1, 2):
        number = f"APP-{int(scene.number[4:]) - step}"
        scene.record(number, scene.customer, scene.ledger.amount(), scene.day - timedelta(days=9 * step))
    scene.unrelated_holder()


@relation("nothing has the number", Group.NONE, weight=4)
def nothing(scene: Scene) -> None:
    pass


@relation("the document that the text names is gone", Group.NONE, weight=3, also=(Verdict.UNKNOWN,))
def gone(scene: Scene) -> None:
    row = scene.holds(scene.strange_sale(day=scene.near(20)))
    row.deleted = True
    scene.holders.clear()


@relation("the document that the text names has another number since", Group.NONE, weight=2)
def moved(scene: Scene) -> None:
    scene.keep(scene.strange_sale(number=f"{scene.number}-CM"), named=True)


@relation("another bill of the source with the same number", Group.OWNED, weight=5)
def source_record(scene: Scene) -> Row:
    row = scene.holds(scene.strange_sale("Invoice"))
    scene.record(scene.number, _name(row), row.body["TotalAmt"], _day(row))
    return row


@relation("another bill of the source, in its client's other name", Group.OWNED, weight=1)
def source_record_marked(scene: Scene) -> Row:
    client = scene.ledger.people.stranger_to(scene.customer)
    mark = f"{client} Clio {scene.dice.randrange(10_000, 99_999)}"
    row = scene.holds(scene.strange_sale("Invoice", who=scene.ledger.customer(mark)))
    scene.record(scene.number, client, row.body["TotalAmt"], _day(row))
    return row


@relation("a document that the company's other source made", Group.OWNED, weight=5)
def other_source(scene: Scene) -> None:
    mine = scene.records
    scene.records = []
    row = scene.holds(scene.strange_sale("Invoice"))
    scene.others = [scene.record(scene.number, _name(row), row.body["TotalAmt"], _day(row))]
    scene.records = mine


@relation("a document with a source's mark in a custom field", Group.OWNED, weight=3)
def marked(scene: Scene) -> None:
    field = {"DefinitionId": "1", "Name": "Clio Bill ID", "Type": "StringType", "StringValue": "70411873"}
    scene.holds(scene.strange_sale("Invoice", CustomField=[field]))


@relation("a source's credit note", Group.OWNED, weight=2, also=(Verdict.UNKNOWN,))
def credit_note(scene: Scene) -> None:
    row = scene.holds(scene.strange_sale("CreditMemo"))
    scene.record(None, _name(row), row.body["TotalAmt"], _day(row), credit=True)


@relation("a journal entry", Group.TRUST, weight=5)
def journal(scene: Scene) -> None:
    scene.holds(scene.ledger.journal(scene.number, scene.ledger.amount(), scene.near(50), (RENT, CHECKING)))


@relation("a trust journal entry of the very client and amount", Group.TRUST, weight=2)
def trust_journal(scene: Scene) -> None:
    accounts = (TRUST_BANK, TRUST_LIABILITY)
    scene.holds(scene.ledger.journal(scene.number, scene.total, scene.near(), accounts, scene.client))


@relation("a sale on a trust account", Group.TRUST, weight=4)
def trust_line(scene: Scene) -> None:
    account = scene.dice.choice((TRUST_LIABILITY, HELD))
    scene.holds(scene.strange_sale(scene.dice.choice(("Invoice", "SalesReceipt", "CreditMemo")), account=account))


@relation("a receipt paid into the trust bank", Group.TRUST, weight=3)
def trust_deposit(scene: Scene) -> None:
    scene.holds(scene.strange_sale("SalesReceipt", DepositToAccountRef=scene.ledger.account(TRUST_BANK)))


@relation("a check on the trust bank", Group.TRUST, weight=2)
def trust_check(scene: Scene) -> None:
    amount, day = scene.ledger.amount(), scene.near(50)
    scene.holds(scene.ledger.purchase("Purchase", scene.number, amount, day, bank=TRUST_BANK))


@relation("an unrelated document and a journal entry", Group.TRUST, weight=2)
def beside_journal(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.holds(scene.ledger.journal(scene.number, scene.ledger.amount(), scene.near(50), (RENT, CHECKING)))


@relation("a vendor's or an expense's document", Group.PURCHASE, weight=8)
def purchase(scene: Scene) -> None:
    entity = scene.dice.choice(("Bill", "VendorCredit", "BillPayment", "Purchase", "PurchaseOrder"))
    kind = {"kind": scene.dice.choice(("Check", "Cash", "CreditCard"))} if entity == "Purchase" else {}
    amount, day = scene.ledger.amount(), scene.near(50)
    scene.holds(scene.ledger.purchase(entity, scene.number, amount, day, **kind))


@relation("a vendor's bill of the very amount", Group.PURCHASE, weight=2)
def purchase_of_amount(scene: Scene) -> None:
    scene.holds(scene.ledger.purchase("Bill", scene.number, scene.total, scene.near(20)))


@relation("an unrelated document and a check", Group.PURCHASE, weight=2)
def beside_check(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.holds(scene.ledger.purchase("Purchase", scene.number, scene.ledger.amount(), scene.near(50)))


@relation("an unrelated document and a vendor's bill", Group.PURCHASE, weight=2)
def beside_bill(scene: Scene) -> None:
    scene.unrelated_holder()
    scene.holds(scene.ledger.purchase("Bill", scene.number, scene.ledger.amount(), scene.near(50)))


@relation("an unrelated document and a vendor's bill that only shares the number", Group.UNRELATED, also=EITHER)
def beside_bill_apart(scene: Scene) -> None:
    scene.unrelated_holder()
    bill = scene.holds(scene.ledger.purchase("Bill", scene.number, scene.ledger.amount(), scene.near(50)))
    scene.apart.append((bill.entity, bill.id))


def _name(row: Row) -> str:
    return str(row.body["CustomerRef"]["name"])


def _day(row: Row) -> date:
    return date.fromisoformat(row.body["TxnDate"])
