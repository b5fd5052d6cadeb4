"""Clio and HubSpot keep the same contract, each in its own words on the wire."""

import json
from collections.abc import Sequence

import pytest
import requests

import clio_answers
import hubspot_answers
from clio_answers import bill, clio, page
from hubspot_answers import hubspot, invoice, results, whole
from misbehaving import Reply
from source_contract import Paper, SourceContract, Stage
from untwin.ports.books import Source


class ClioStage:
    """Clio's lists of the number and of the client, deleted bills behind the others, then of credit memos."""

    token = clio_answers.TOKEN

    def open(self, base: str, session: requests.Session) -> Source:
        return clio(base, session)

    def answers(self, numbered: Sequence[Paper], *others: Paper) -> tuple[Reply, ...]:
        bills = [_bill(paper) for paper in numbered]
        if not any(paper.number == "5501" for paper in numbered):
            return page(*bills), page(), page()
        return page(*bills), page(), page(*bills, *(_bill(paper) for paper in others)), page(), page()

    def without_end(self, paper: Paper) -> Reply:
        return page(_bill(paper), following="BASE/api/v4/bills.json?again")


def _bill(paper: Paper) -> dict[str, object]:
    state = "void" if paper.void else "awaiting_payment"
    return bill(id=int(paper.id), number=paper.number, state=state)


class HubSpotStage:
    """HubSpot's search, then the contact, the lines, and the contact's invoices."""

    token = hubspot_answers.TOKEN

    def open(self, base: str, session: requests.Session) -> Source:
        return hubspot(base, session)

    def answers(self, numbered: Sequence[Paper], *others: Paper) -> tuple[Reply, ...]:
        if not any(paper.number == "5501" for paper in numbered):
            return results(*(_invoice(paper) for paper in numbered)), results()
        return whole([_invoice(paper) for paper in numbered], *(_invoice(paper) for paper in others))

    def without_end(self, paper: Paper) -> Reply:
        return results(_invoice(paper), after="1")


def _invoice(paper: Paper) -> dict[str, object]:
    status = "voided" if paper.void else "open"
    return invoice(paper.id, hs_number=paper.number, hs_invoice_status=status)


class TestClio(SourceContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return ClioStage()


class TestHubSpot(SourceContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return HubSpotStage()


def test_the_answers_are_what_a_source_would_say() -> None:
    assert json.loads(whole([invoice()])[0].body)["results"][0]["properties"]["hs_number"] == "5501"
