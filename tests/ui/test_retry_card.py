"""The card of a retry: it names the waiting document by the number that is known, or by none, and promises nothing."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from builders import COMPANY, INCOMING, case
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import SourceBinding
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import WEBHOOK
from untwin.ui.case.retry_card import RetryCard

NAMELESS = case(kind=FaultKind.MISSING_CUSTOMER, doc_number=None, source="hubspot", state=State.WAITING_TO_POST)
HUBSPOT = replace(COMPANY, sources=(SourceBinding("hubspot"),))
COPIED = "The number is in the clipboard."


@pytest.mark.parametrize(
    ("waiting", "title", "copied"),
    [
        (replace(NAMELESS, incoming=replace(INCOMING, number="INV-7")), "Edit and save INV-7 in HubSpot", True),
        (NAMELESS, "Edit and save the document in HubSpot", False),
    ],
)
def test_an_error_without_a_number_is_named_by_what_is_known(
    qtbot: QtBot, waiting: Case, title: str, *, copied: bool
) -> None:
    card = RetryCard(waiting, HUBSPOT)
    qtbot.addWidget(card)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert said[0] == title
    assert any(COPIED in words for words in said) is copied


def test_a_webhook_that_has_accepted_leaves_nothing_to_do(qtbot: QtBot) -> None:
    own = replace(WEBHOOK, id="Acme", name="Acme Billing")
    company = replace(COMPANY, sources=(SourceBinding("Acme", own=own),))
    card = RetryCard(replace(NAMELESS, source="Acme"), company)
    qtbot.addWidget(card)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert said[0] == "Acme Billing has accepted to send the document again"
    assert "Nothing is left to do there." in said
