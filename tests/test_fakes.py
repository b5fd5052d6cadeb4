"""The fakes keep the same contract as the real things."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

import pytest

from around_contract import AroundContract
from books_contract import BooksContract, Paper, Shelf
from builders import COMPANY, FACTS, HOLDER, NOW
from fakes import FakeBooks
from fakes_sign_in import FakeSignIn
from names_contract import NamesContract
from numbers_contract import NumbersContract
from postings_contract import PostingsContract
from sign_in_contract import SignInContract, Stage
from untwin.domain.books.documents import TYPES, Customer
from untwin.domain.company.company import Environment
from untwin.domain.verdicts.observed import NameRecord
from untwin.ports.sign_in import IntuitApp, SignInBegun

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
            updated_at=self.books.clock.now(),
            customer_id=customer.id if sells else None,
            customer_name=paper.customer if sells else None,
            total=paper.total,
            balance=paper.total,
            date=day,
            created_at=NOW,
            raw=json.dumps(raw),
        )
        return document_id

    def put_name(self, record: NameRecord) -> str:
        stored = replace(record, id=str(next(_IDS)), full_name=record.name)
        self.books.people += (stored,)
        return stored.id


class TestFakeBooks(BooksContract, NumbersContract, AroundContract, PostingsContract, NamesContract):
    """The fake of `Books`."""

    @pytest.fixture
    def shelf(self) -> Shelf:
        """Fake books, empty."""
        cupboard = Cupboard()
        assert FACTS.closed_through is not None
        mark = str(next(_IDS))
        return Shelf(cupboard.books, cupboard.put, NOW.date(), FACTS.closed_through, mark, cupboard.put_name)


@dataclass
class FakeStage:
    """The fake sign-in with a company in each environment."""

    sign_in: FakeSignIn

    def keys(self, environment: Environment) -> IntuitApp:
        redirect = "https://firm.example/untwin" if environment is Environment.PRODUCTION else "http://localhost:1/back"
        return IntuitApp(environment, f"{environment}-app-id", f"{environment}-app-secret", redirect)

    def realm(self, environment: Environment) -> str:
        return "1" if environment is Environment.PRODUCTION else "2"

    def agrees(self, begun: SignInBegun) -> str:
        return self.sign_in.agree(begun, self.realm(begun.app.environment))

    def refuses(self, begun: SignInBegun) -> str:
        return f"{begun.app.redirect}?error=access_denied&state={begun.state}"

    def cut_off(self) -> None:
        self.sign_in.reachable = False


class TestFakeSignIn(SignInContract):
    """The fake of `SignIn`."""

    @pytest.fixture
    def stage(self) -> Stage:
        """Two companies that can be signed in to."""
        return FakeStage(FakeSignIn({realm: replace(COMPANY, realm=realm) for realm in ("1", "2")}))
