"""Sets a scenario up: its books as JSON, its source's answers, and the look-up that judges it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState, SourceAnswer, SourceLine, SourceRecord
from untwin.domain.verdicts.own_number import OwnNumber
from untwin.flows.looking.judged import judged, note_of, state_of
from untwin.ports.books import Books
from verdicts.judging import NOW, ListSource, company_of, duplicate_case, gather_with
from verdicts.ledger import CHECKING, SALES, TODAY, Ledger, Row, Who
from verdicts.scenarios.told import Bill, Rec, Scenario, Told

_SOURCE_ID = "70400001"


@dataclass(frozen=True, slots=True)
class Stage:
    """A scenario set up; `rows` are its documents in the order in which they were told."""

    scenario: Scenario
    ledger: Ledger
    rows: tuple[Row, ...]

    def row_of(self, told: Told) -> Row:
        """The document that was told."""
        return self.rows[self.scenario.books.index(told)]

    def judge(self, books: Books, realm: str = "1") -> Case:
        """The case after its look-up."""
        sources = {"clio": ListSource({self.scenario.number: self._answer()})}
        if self.scenario.other is not None:
            records = tuple(self._records(self.scenario.other))
            whole = self.scenario.other_whole
            answer = SourceAnswer(None, records, whole, "" if whole else "It can't be reached.")
            sources["hubspot"] = ListSource({self.scenario.number: answer})
        company = replace(company_of(realm, sources), settings=self.scenario.settings, facts=self.scenario.facts)
        return self._looked_up(books, company, sources)

    def _looked_up(self, books: Books, company: Company, sources: dict[str, ListSource]) -> Case:
        by_hand = tuple(self.row_of(told).id for told in self.scenario.books if told.by_hand)
        apart = [(told.entity, self.row_of(told).id) for told in self.scenario.books if told.own_number]
        words = tuple(OwnNumber(entity, id_, "Ann Lee", NOW) for entity, id_ in apart)
        case = duplicate_case(self.scenario.number, self._named(), company.realm)
        case = replace(case, made_by_hand=by_hand, own_numbers=words)
        [evidence] = gather_with(books, sources)(company, [case])
        if self.scenario.facts is not evidence.facts:
            own, theirs = self.scenario.facts, evidence.facts
            told = replace(own, trust_accounts=theirs.trust_accounts, read_at=theirs.read_at)
            evidence = replace(evidence, facts=told)
        done = judged(case, evidence, company)
        return done.moved(state_of(done), done.updated_at, note_of(done))

    def _named(self) -> tuple[str, str] | None:
        named = next((told for told in self.scenario.books if told.named), None)
        if named is None:
            return None
        return str(dict(named.more).get("named_as", named.entity)), self.row_of(named).id

    def _answer(self) -> SourceAnswer:
        whole = self.scenario.listed_whole
        records = list(self._records(self.scenario.listed))
        incoming = incoming_of(self.scenario.waiting, self.scenario.number) if self.scenario.waiting else None
        if incoming and incoming.customer:
            kind = IncomingKind.BILL if incoming.kind is IncomingKind.UNKNOWN else incoming.kind
            own = (kind, _SOURCE_ID, incoming.number, incoming.customer, incoming.total, incoming.date)
            records.append(SourceRecord(*own))
        return SourceAnswer(incoming, tuple(records), whole, "" if whole else "It can't be reached.")

    def _records(self, told: tuple[Rec, ...]) -> Iterator[SourceRecord]:
        for place, rec in enumerate(told):
            kind = IncomingKind.CREDIT_NOTE if rec.credit else IncomingKind.BILL
            day = _day(self.scenario) + timedelta(days=rec.days)
            id_, state = str(80_000 + place), IncomingState(rec.state)
            yield SourceRecord(kind, id_, rec.number, rec.who, Decimal(rec.amount), day, state)


def incoming_of(bill: Bill, number: str) -> Incoming:
    """The waiting document as the source knows it."""
    gap = bill.gap
    return Incoming(
        kind=IncomingKind(bill.kind),
        number=number,
        customer=None if "customer" in gap else bill.customer,
        total=None if "total" in gap else Decimal(bill.total),
        currency=bill.currency,
        date=None if "date" in gap else TODAY - timedelta(days=bill.back),
        balance=None if "total" in gap else Decimal(bill.total),
        state=IncomingState(bill.state),
        known_from="Clio",
        source_id=_SOURCE_ID,
        customer_source_id=bill.client_id,
        customer_email=bill.email,
        references=() if "references" in gap else (bill.matter,),
        lines=tuple(SourceLine(text, Decimal(amount)) for text, amount in bill.lines),
    )


def set_up(scenario: Scenario, first_id: int) -> Stage:
    """The scenario's books."""
    ledger = Ledger(Random(first_id), first_id)  # noqa: S311 - repeatable on purpose, guards nothing
    people: dict[str, Who] = {}
    for person in scenario.people:
        parent = people.get(person.parent)
        more = dict(person.more)
        people[person.name] = ledger.customer(person.name, person.email, parent, active=person.active, **more)
    if scenario.waiting and scenario.waiting.customer not in people and not _made_else(scenario):
        people[scenario.waiting.customer] = ledger.customer(scenario.waiting.customer, scenario.waiting.email)
    rows: list[Row] = []
    for told in scenario.books:
        rows.append(_book(ledger, scenario, told, people, rows))
    return Stage(scenario, ledger, tuple(rows))


def _made_else(scenario: Scenario) -> bool:
    """Whether the waiting customer is meant to be known under another name, or not at all."""
    waiting = scenario.waiting
    return waiting is not None and (bool(waiting.email or waiting.client_id) or "wrong_company" in scenario.blocks)


def _book(ledger: Ledger, scenario: Scenario, told: Told, people: dict[str, Who], before: list[Row]) -> Row:
    if told.who and told.who not in people:
        people[told.who] = ledger.customer(told.who)
    more = {name: value for name, value in told.more if name != "named_as"}
    lacks, editor = more.pop("lacks", ""), more.pop("editor", "")
    row = _row(ledger, scenario, told, more, people, before)
    if lacks:
        row.body.pop(lacks)
        row.odd = True
    if editor:
        row.body["MetaData"]["LastModifiedByRef"] = {"value": editor}
    if told.voided:
        ledger.void(row)
    row.deleted = told.deleted
    return row


def _row(
    ledger: Ledger, scenario: Scenario, told: Told, more: dict[str, Any], people: dict[str, Who], before: list[Row]
) -> Row:
    who = people.get(told.who)
    day, amount = _day(scenario) + timedelta(days=told.days), Decimal(told.amount)
    if told.entity in SALES:
        assert who is not None
        return ledger.sale(told.entity, told.number, who, amount, day, about=told.about, **_sale(ledger, more, before))
    if told.entity == "JournalEntry":
        return ledger.journal(told.number or "", amount, day, more["accounts"], who)
    if told.entity == "Payment":
        assert who is not None
        applied = next((row for row in before if row.body.get("DocNumber") == more.get("applied", "")), None)
        return ledger.payment(who, amount, day, applied=applied, ref=more.get("PaymentRefNum", ""))
    if told.entity == "Deposit":
        beside = [_deposited(ledger, part, people, before) for part in more.get("beside", ())]
        row = ledger.deposit(who, amount, day, more.get("account", CHECKING))
        row.body["Line"] += beside
        row.body["TotalAmt"] = sum(line["Amount"] for line in row.body["Line"])
        return row
    return ledger.purchase(told.entity, told.number or "", amount, day, **more)


def _deposited(ledger: Ledger, part: tuple[str, str], people: dict[str, Who], before: list[Row]) -> dict[str, Any]:
    """A further line of a deposit: from whom and how much; of `a payment` it is the last one told before."""
    name, amount = part
    if name == "a payment":
        paid = next(row for row in reversed(before) if row.entity == "Payment")
        return {"Amount": Decimal(amount), "LinkedTxn": [{"TxnId": paid.id, "TxnType": "Payment"}]}
    if name and name not in people:
        people[name] = ledger.customer(name)
    return ledger.received(people.get(name), Decimal(amount))


def _sale(ledger: Ledger, more: dict[str, Any], before: list[Row]) -> dict[str, Any]:
    """The ledger's words for a sale, out of the scenario's."""
    more = dict(more)
    extra = []
    if retainer := more.pop("retainer", ""):
        extra.append(ledger.line(-Decimal(retainer), "Retainer applied"))
    if discount := more.pop("discount", ""):
        extra.append(ledger.discount(Decimal(discount)))
    if further := more.pop("further", ""):
        extra.append(ledger.line(Decimal(further), "Earlier work"))
    if rate := more.pop("euros_at", ""):
        more |= {"currency": "EUR", "ExchangeRate": Decimal(rate), "HomeTotalAmt": Decimal(more.pop("home"))}
    if account := more.pop("deposit_to", ""):
        more["DepositToAccountRef"] = ledger.account(account)
    if number := more.pop("converted", ""):
        row = next(row for row in before if row.body.get("DocNumber") == number)
        more["LinkedTxn"] = [{"TxnId": row.id, "TxnType": row.entity}]
    if "CustomField" in more:
        more["CustomField"] = json.loads(json.dumps(more["CustomField"]))
    money: dict[str, Any] = {name: Decimal(more.pop(name)) for name in ("tax", "paid") if name in more}
    return {**more, **money, "extra": tuple(extra)}


def _day(scenario: Scenario) -> Any:
    back = scenario.waiting.back if scenario.waiting else 20
    return TODAY - timedelta(days=back)
