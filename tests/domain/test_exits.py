"""The ways out under the number keys: what solves the case first, and what is always there as far as there is room."""

from dataclasses import replace

import pytest

from builders import COMPANY, HOLDER, case, evidence
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.exits import MOST, ExitId, exits_for
from untwin.domain.company.company import Environment
from untwin.domain.playbooks.book import advise_beside
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.blocks import Block, BlockId
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.observed import Deleted, Observed
from untwin.domain.verdicts.verdict import Verdict

X = ExitId
REAL = replace(COMPANY, environment=Environment.PRODUCTION)


def looked_up(seen: Evidence) -> Case:
    """A case with its verdict and what goes beside it."""
    found = case(evidence=seen, judgement=judge(seen), state=State.NEEDS_DECISION)
    return replace(found, advice=advise_beside(found, REAL, seen, Observed(deleted=Deleted(()))))


def ids(found: Case) -> list[ExitId]:
    return [each.id for each in exits_for(found)]


def test_a_number_that_is_free_can_still_be_looked_up_again_or_be_left_aside() -> None:
    free = looked_up(evidence(holders=(), named_found=None))
    assert free.judgement is not None
    assert free.judgement.verdict is Verdict.NONE_FOUND
    assert ids(free) == [X.RETRY, X.TAKE_OPTION, X.TAKE_OPTION, X.LOOK_UP, X.OPEN_SOURCE]


def test_what_an_app_made_can_be_opened_beside_the_number_that_its_rival_may_take() -> None:
    invoice = replace(HOLDER, entity="Invoice")
    owned = looked_up(evidence(holders=(invoice,), named_found=invoice, posted_by_source=("111",)))
    assert owned.judgement is not None
    assert owned.judgement.verdict is Verdict.OWNED_BY_SOURCE
    assert ids(owned) == [X.TAKE_OPTION, X.OPEN_HOLDER, X.OPEN_SOURCE, X.ASK, X.LOOK_UP]


def test_a_journal_entry_is_opened_by_the_step_that_says_what_to_look_for() -> None:
    entry = replace(HOLDER, entity="JournalEntry", accounts=("Trust Bank (IOLTA)",))
    incoming = evidence().incoming
    assert incoming is not None
    trust = replace(incoming, kind=IncomingKind.TRUST)
    journal = looked_up(evidence(holders=(entry,), named_found=entry, incoming=trust))
    assert X.OPEN_HOLDER not in ids(journal)
    assert exits_for(journal)[0].words == "Open the journal entry"
    assert len(exits_for(journal)) <= MOST


def test_what_was_put_aside_is_only_looked_up_again() -> None:
    assert ids(case(state=State.IGNORED)) == [X.LOOK_UP]


@pytest.mark.parametrize(("asked", "words"), [(0, "Open Orchard again"), (1, "Ask Orchard once more")])
def test_what_waits_is_retried_as_its_source_can_be(asked: int, words: str) -> None:
    waiting = replace(case(state=State.WAITING_TO_POST, source="Orchard"), asked=asked)
    first = exits_for(waiting)[0]
    assert (first.id, first.words) == (X.RETRY, words)


def test_where_nobody_knows_the_app_its_page_is_not_offered() -> None:
    waiting = case(state=State.WAITING_TO_POST, source=None)
    assert exits_for(waiting)[0].words == "Copy 1234 once more"


def test_what_seems_to_be_another_companys_is_first_asked_whose_it_is() -> None:
    wrong = case(state=State.BLOCKED, blocks=(Block(BlockId.WRONG_COMPANY, "Wrong company?"),))
    assert ids(wrong) == [X.BIND, X.OPEN_HOLDER, X.OPEN_SOURCE, X.LOOK_UP, X.IGNORE]
    closed = case(state=State.BLOCKED, blocks=(Block(BlockId.CLOSED_BOOKS, "The books are closed."),))
    assert X.BIND not in ids(closed)
