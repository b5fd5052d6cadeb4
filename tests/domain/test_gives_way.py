"""Which document gives way: what is closed or not ours stays, a sent and open one sends the person to the source."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from builders import HOLDER
from untwin.domain.books.documents import Document
from untwin.domain.verdicts.gives_way import GivesWay, Who, gives_way
from untwin.domain.verdicts.verdict import HolderVerdict, Judgement, Verdict

INVOICE = replace(HOLDER, entity="Invoice", id="112")
CLOSED = date(2026, 6, 30)


def who(*holders: Document, verdict: Verdict = Verdict.UNRELATED, editable: bool = True) -> GivesWay:
    told = tuple(HolderVerdict(d.id, verdict, ("So.",), blocking=True) for d in holders)
    judgement = Judgement(verdict, ("So.",), told)
    return gives_way(holders, judgement, CLOSED, source="Clio", editable=editable)


def test_the_holder_gives_way_a_credit_memo_before_an_invoice() -> None:
    found = who(INVOICE, HOLDER)
    assert (found.who, found.document_ids) == (Who.HOLDER, ("111", "112"))
    assert found.why == "Credit memo 1234 and invoice 1234 get other numbers."
    assert who(HOLDER).why == "Credit memo 1234 gets another number."


def test_what_was_sent_and_is_open_keeps_its_number_where_the_source_can_change() -> None:
    sent = replace(INVOICE, emailed=True)
    assert who(sent).who is Who.WAITING
    assert "will pay by 1234" in who(sent).why
    assert who(sent, editable=False).who is Who.HOLDER
    assert who(replace(sent, balance=Decimal(0))).who is Who.HOLDER
    assert who(replace(HOLDER, emailed=True)).who is Who.HOLDER, "nobody pays by a credit memo's number"


def test_what_is_closed_or_locked_never_gives_way() -> None:
    old = replace(INVOICE, date=CLOSED)
    assert who(old).who is Who.WAITING
    assert who(replace(INVOICE, date=None)).who is Who.WAITING
    assert who(old, HOLDER).document_ids == ()
    assert who(old, editable=False).who is Who.NOBODY
    for verdict in (Verdict.JOURNAL_OR_TRUST, Verdict.OWNED_BY_SOURCE, Verdict.PURCHASE_SIDE):
        assert who(INVOICE, verdict=verdict).who is Who.WAITING


def test_nothing_in_the_way_is_said() -> None:
    assert who().who is Who.NOBODY
