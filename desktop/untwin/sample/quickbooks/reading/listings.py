"""The reports over documents and names: transactions, ledger, open balances by age, sales, lists."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.reading.figures import Entry, cell, column, data, entries, section, summary
from untwin.sample.quickbooks.reading.periods import Period

Told = tuple[list[Doc], list[Doc]]
"""The heads of the columns, and the rows."""
_AGES = (("Current", 0), ("1 - 30", 30), ("31 - 60", 60), ("61 - 90", 90))
_TRANSACTION = {
    "tx_date": ("Date", "Date"),
    "txn_type": ("Transaction Type", "String"),
    "doc_num": ("Num", "String"),
    "is_no_post": ("Posting", "Boolean"),
    "name": ("Name", "String"),
    "memo": ("Memo/Description", "String"),
    "account_name": ("Account", "String"),
    "other_account": ("Split", "String"),
    "subt_nat_amount": ("Amount", "Money"),
    "rbal_nat_amount": ("Balance", "Money"),
    "due_date": ("Due Date", "Date"),
    "create_date": ("Create Date", "Date"),
    "last_mod_date": ("Last Modified", "Date"),
    "debt_amt": ("Debit", "Money"),
    "credit_amt": ("Credit", "Money"),
}
_LISTED = "tx_date txn_type doc_num is_no_post name memo account_name other_account subt_nat_amount"
_POSTED = "tx_date txn_type doc_num name memo other_account subt_nat_amount rbal_nat_amount"


def transaction_list(books: Books, period: Period, params: dict[str, str]) -> Told:
    """Every document with the account that it is mainly about."""
    names = _asked(params, _LISTED)
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries(books):
        seen.setdefault((entry.entity.name, entry.doc["Id"]), entry)
    chosen = sorted(_within(seen.values(), period, params), key=lambda entry: (entry.day, int(entry.doc["Id"])))
    rows = [data(*(_cell(books, entry, name, Decimal(0)) for name in names)) for entry in chosen]
    return [column(*_TRANSACTION[name], name) for name in names], rows


def general_ledger(books: Books, period: Period, params: dict[str, str]) -> Told:
    """Every posting, account by account, with the balance after it."""
    names, by_account = _asked(params, _POSTED), defaultdict(list)
    for entry in entries(books):
        by_account[entry.posting.account].append(entry)
    rows = []
    for id_, account in books.of("Account").items():
        found = sorted(by_account.get(id_, ()), key=lambda entry: (entry.day, int(entry.doc["Id"])))
        before = (entry.posting.amount for entry in found if entry.day < period.first.isoformat())
        balance, inner, moved = sum(before, Decimal(0)), [], Decimal(0)
        for entry in _within(found, period, params):
            balance, moved = balance + entry.posting.amount, moved + entry.posting.amount
            inner.append(data(*(_cell(books, entry, name, balance) for name in names)))
        if inner:
            total = [cell(f"Total for {account['Name']}"), *(cell("") for _ in names[1:-2]), cell(moved), cell("")]
            head = [cell(account["Name"], id_), *(cell("") for _ in names[1:])]
            whole = {"Header": {"ColData": head}, "Rows": {"Row": inner}, "Summary": {"ColData": total[: len(names)]}}
            rows.append(whole | {"type": "Section"})
    return [column(*_TRANSACTION[name], name) for name in names], rows


def balances_of(kind: str) -> Callable[[Books, Period, dict[str, str]], Told]:
    """What each customer owes, or each vendor is owed."""

    def told(books: Books, _period: Period, _params: dict[str, str]) -> Told:
        rows, whole = [], Decimal(0)
        for id_, name in books.of(kind).items():
            amount = books.balances.shown(ENTITIES[kind], name)["Balance"]
            if amount:
                rows.append(
                    data(cell(name["FullyQualifiedName" if kind == "Customer" else "DisplayName"], id_), cell(amount))
                )
                whole += amount
        return [column("", kind), column("Total", "Money", "total")], [*rows, summary("TOTAL", "GrandTotal", (whole,))]

    return told


def aged(kind: str, form: str) -> Callable[[Books, Period, dict[str, str]], Told]:
    """What is open by how long it has been due."""

    def told(books: Books, period: Period, _params: dict[str, str]) -> Told:
        ages = [*(title for title, _ in _AGES), "91 and over"]
        found: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * len(ages))
        for doc in books.of(form).values():
            if doc.get("Balance") and doc["TxnDate"] <= period.last.isoformat():
                late = (period.last - date.fromisoformat(doc.get("DueDate") or doc["TxnDate"])).days
                place = next((place for place, (_, days) in enumerate(_AGES) if late <= days), len(_AGES))
                found[doc[f"{kind}Ref"]["value"]][place] += Decimal(doc["Balance"])
        names = books.of(kind)
        rows = [data(cell(names[id_]["DisplayName"], id_), *_with_total(sums)) for id_, sums in found.items()]
        whole = [sum(sums, Decimal(0)) for sums in zip(*found.values(), strict=True)] or [Decimal(0)] * len(ages)
        heads = [column("", kind), *(column(title, "Money", title) for title in (*ages, "Total"))]
        return heads, [*rows, summary("TOTAL", "GrandTotal", (*whole, sum(whole, Decimal(0))))]

    return told


def open_forms(kind: str, form: str) -> Callable[[Books, Period, dict[str, str]], Told]:
    """Each open document below its customer or vendor."""

    def told(books: Books, period: Period, _params: dict[str, str]) -> Told:
        heads = [("Date", "Date"), ("Transaction Type", "String"), ("Num", "String"), ("Due Date", "Date")]
        heads += [("Amount", "Money"), ("Open Balance", "Money")]
        below: dict[str, list[Doc]] = defaultdict(list)
        for doc in books.of(form).values():
            if doc.get("Balance") and doc["TxnDate"] <= period.last.isoformat():
                below[doc[f"{kind}Ref"]["value"]].append(doc)
        rows = []
        for id_, docs in below.items():
            inner = [data(*_opened(doc, form)) for doc in docs]
            sums = [sum((Decimal(doc[field]) for doc in docs), Decimal(0)) for field in ("TotalAmt", "Balance")]
            rows.append(section(books.of(kind)[id_]["DisplayName"], "", inner, sums))
        return [column(*head) for head in heads], rows

    return told


def sums_by(kind: str, *signed: tuple[str, int]) -> Callable[[Books, Period, dict[str, str]], Told]:
    """The totals of documents by their customer or vendor."""

    def told(books: Books, period: Period, _params: dict[str, str]) -> Told:
        found: dict[str, Decimal] = defaultdict(Decimal)
        for form, sign in signed:
            for doc in books.of(form).values():
                who = doc.get(f"{kind}Ref") or doc.get("EntityRef")
                if who and period.holds(doc["TxnDate"]):
                    found[who["value"]] += sign * Decimal(doc.get("TotalAmt", 0))
        names = books.of(kind)
        rows = [
            data(cell(names[id_]["DisplayName"], id_), cell(amount)) for id_, amount in found.items() if id_ in names
        ]
        total = summary("TOTAL", "GrandTotal", (sum(found.values(), Decimal(0)),))
        return [column("", kind), column("Total", "Money", "total")], [*rows, total]

    return told


def item_sales(books: Books, period: Period, _params: dict[str, str]) -> Told:
    """What was sold of each product."""
    found: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for form, sign in (("Invoice", 1), ("SalesReceipt", 1), ("CreditMemo", -1), ("RefundReceipt", -1)):
        for doc in books.of(form).values():
            for line in doc.get("Line", []) if period.holds(doc["TxnDate"]) else ():
                detail = line.get("SalesItemLineDetail", {})
                if "ItemRef" in detail:
                    counted = found[detail["ItemRef"]["value"]]
                    counted[0] += sign * Decimal(detail.get("Qty") or 0)
                    counted[1] += sign * Decimal(line.get("Amount") or 0)
    items = books.of("Item")
    rows = [data(cell(items[id_]["FullyQualifiedName"], id_), *map(cell, sums)) for id_, sums in found.items()]
    heads = [column("", "ProductsAndService"), column("Quantity", "Numeric"), column("Amount", "Money")]
    whole = [sum((sums[place] for sums in found.values()), Decimal(0)) for place in (0, 1)]
    return heads, [*rows, summary("TOTAL", "GrandTotal", whole)]


def account_list(books: Books, _period: Period, _params: dict[str, str]) -> Told:
    """All accounts with their types and balances."""
    heads = {"account_name": "Account", "account_type": "Type", "detail_acc_type": "Detail type"}
    heads |= {"account_desc": "Description", "account_bal": "Balance"}
    rows = []
    for id_, account in books.of("Account").items():
        amount = books.balances.shown(ENTITIES["Account"], account)["CurrentBalance"]
        told = (account.get(name, "") for name in ("AccountType", "AccountSubType", "Description"))
        rows.append(data(cell(account["FullyQualifiedName"], id_), *map(cell, told), cell(amount)))
    return [column(title, "Money" if key == "account_bal" else "String", key) for key, title in heads.items()], rows


def _opened(doc: Doc, form: str) -> list[Doc]:
    told = (doc["TxnDate"], form, doc.get("DocNumber", ""), doc.get("DueDate", ""))
    return [*map(cell, told), cell(Decimal(doc["TotalAmt"])), cell(Decimal(doc["Balance"]))]


def _with_total(sums: list[Decimal]) -> list[Doc]:
    return [cell(amount) for amount in (*sums, sum(sums, Decimal(0)))]


def _asked(params: dict[str, str], usual: str) -> list[str]:
    """The columns that were asked for, of those that are known."""
    names = [name.strip() for name in params.get("columns", "").split(",")]
    return [name for name in names if name in _TRANSACTION] or usual.split()


def _within(found: Iterable[Entry], period: Period, params: dict[str, str]) -> Iterable[Entry]:
    wanted = {"Customer": params.get("customer", ""), "Vendor": params.get("vendor", "")}
    kinds = params.get("transaction_type", "").replace(" ", "").lower()
    for entry in found:
        who = entry.posting.who or ("", "")
        fits_name = all(who == (kind, id_) or who[1] in id_.split(",") for kind, id_ in wanted.items() if id_)
        if period.holds(entry.day) and fits_name and kinds in ("", "all", entry.entity.name.lower()):
            yield entry


def _cell(books: Books, entry: Entry, name: str, balance: Decimal) -> Doc:
    doc, posting = entry.doc, entry.posting
    accounts = books.of("Account")
    who = books.find(*posting.who) if posting.who else None
    account = accounts.get(posting.account, {})
    split = accounts.get(entry.others[0], {}) if len(entry.others) == 1 else {"Name": "-Split-"}
    zero = Decimal(0)
    told: dict[str, tuple[object, str]] = {
        "tx_date": (entry.day, ""),
        "txn_type": (entry.kind, doc["Id"]),
        "doc_num": (entry.number, ""),
        "is_no_post": ("Yes", ""),
        "name": ((who or {}).get("DisplayName", ""), posting.who[1] if posting.who else ""),
        "memo": (doc.get("PrivateNote") or posting.memo, ""),
        "account_name": (account.get("Name", ""), posting.account),
        "other_account": (split.get("Name", ""), entry.others[0] if len(entry.others) == 1 else ""),
        "subt_nat_amount": (posting.amount, ""),
        "rbal_nat_amount": (balance, ""),
        "due_date": (doc.get("DueDate", ""), ""),
        "create_date": (doc["MetaData"]["CreateTime"][:10], ""),
        "last_mod_date": (doc["MetaData"]["LastUpdatedTime"][:10], ""),
        "debt_amt": (max(posting.amount, zero), ""),
        "credit_amt": (max(-posting.amount, zero), ""),
    }
    return cell(*told[name])
