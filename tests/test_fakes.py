"""The fakes keep the same contract as the real things."""

import json
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from books_contract import BooksContract, Paper, Shelf
from builders import FACTS, HOLDER, NOW
from fakes import FakeBooks
from untwin.domain.documents import TYPES, Customer

_IDS = count(1000)


class Cupboard:
    """Puts papers into fake books."""

    def __init__(self) -> None:
        self.books = FakeBooks({})

    def put(self, paper: Paper) -> str:
        document_id = str(next(_IDS))
        customer = Customer(f"c{paper.customer}", paper.customer)
        if customer not in self.books.customers:
            self.books.customers += (customer,)
        day = paper.day or (NOW - timedelta(days=7)).date()
        raw = {
            "Id": document_id,
            "SyncToken": "0",
            "DocNumber": paper.number,
            "TotalAmt": str(paper.total),
            "TxnDate": day.isoformat(),
        }
        sells = TYPES[paper.entity].side == "sales"
        self.books.documents[document_id] = replace(
            HOLDER,
            entity=paper.entity,
            id=document_id,
            number=paper.number,
            customer_id=customer.id if sells else None,
            customer_name=paper.customer if sells else None,
            total=paper.total,
            balance=paper.total,
            date=day,
            created_at=NOW,
            raw=json.dumps(raw),
        )
        return document_id


class TestFakeBooks(BooksContract):
    """The fake of `Books`."""

    @pytest.fixture
    def shelf(self) -> Shelf:
        """Fake books, empty."""
        cupboard = Cupboard()
        assert FACTS.closed_through is not None
        return Shelf(cupboard.books, cupboard.put, NOW.date(), FACTS.closed_through, str(next(_IDS)))
