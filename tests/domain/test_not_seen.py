"""The next thing to try: fitting the source and what waits, and always with a way to look again."""

import pytest

from untwin.domain.sources.declared import CLIO, HUBSPOT, OTHER, WEBHOOK, SourceProfile
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.sources.not_seen import what_to_try


@pytest.mark.parametrize("source", [CLIO, HUBSPOT, WEBHOOK, OTHER, SourceProfile("books", "Books & Co {x}")])
@pytest.mark.parametrize("kind", list(IncomingKind))
def test_there_is_always_something_to_try(source: SourceProfile, kind: IncomingKind) -> None:
    for number in ("1234", None):
        words = what_to_try(source, Incoming(kind, number))
        assert words.endswith("Then look again.")
        assert "None" not in words


def test_it_speaks_of_the_source_and_the_document() -> None:
    assert "Bill Syncing in Clio. Where 1234 shows" in what_to_try(CLIO, Incoming(IncomingKind.BILL, "1234"))
    assert "a payment follows its bill" in what_to_try(CLIO, Incoming(IncomingKind.PAYMENT, None))
    assert "the journal entries" in what_to_try(CLIO, Incoming(IncomingKind.TRUST, None))
    assert "Open INV-7 in HubSpot" in what_to_try(HUBSPOT, Incoming(IncomingKind.BILL, "INV-7"))
    assert "have it asked once more" in what_to_try(WEBHOOK, Incoming(IncomingKind.BILL, "7"))
    assert "Look in Chargebee" in what_to_try(SourceProfile("c", "Chargebee"), Incoming(IncomingKind.BILL, "7"))
