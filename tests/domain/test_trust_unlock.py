"""Trust documents: locked until a named person unlocks them, and then judged as strictly as all others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from builders import COMPANY, HOLDER, INCOMING, REALM, TWIN, case, evidence
from untwin.domain.books.documents import Document
from untwin.domain.cases.case import State
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.changes.change import Flag, Plan, Rung, Wish
from untwin.domain.changes.planning import plan
from untwin.domain.changes.policy import why_untouchable
from untwin.domain.company.company import TrustUnlock
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.evidence import Evidence, Named, Search
from untwin.domain.verdicts.gives_way import Who, gives_way
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict

UNLOCK = TrustUnlock("Ann Lee", "the firm's auditor agreed", date(2026, 11, 2))
RECEIPT = replace(HOLDER, accounts=("Client Trust Liability",))
OPEN = replace(COMPANY, settings=replace(COMPANY.settings, trust_unlock=UNLOCK))
MISSING = Search(complete=False, why_not="A fault.")


def unlocked(**changes: object) -> Evidence:
    return evidence(**({"holders": (RECEIPT,), "trust_unlock": UNLOCK} | changes))


def planned(found: Evidence, *, open_now: bool = True) -> Plan:
    judged = case(id="1", state=State.NEEDS_DECISION, evidence=found, incoming=found.incoming, judgement=judge(found))
    return plan((Wish(judged),), {REALM: OPEN if open_now else COMPANY})


def test_an_unrelated_trust_document_may_change_once_a_person_has_unlocked_them() -> None:
    judgement = judge(unlocked())
    assert judgement.verdict is Verdict.JOURNAL_OR_TRUST
    assert judgement.changeable
    assert any("Ann Lee" in reason and "auditor agreed" in reason for reason in judgement.reasons)
    found = planned(unlocked())
    assert [(row.old, row.flags) for row in found.rows] == [("1234", (Flag.TRUST,))]
    assert found.rung is Rung.CHECK_BOXES
    assert found.missing(frozenset(), None)
    assert found.missing(frozenset({Flag.TRUST}), None) == ()


def test_what_was_unlocked_at_the_look_up_and_locked_since_is_refused() -> None:
    found = planned(unlocked(), open_now=False)
    assert not found.rows
    assert "locked in" in found.refused[0].reason
    assert "Client Trust Liability" in why_untouchable(RECEIPT, COMPANY_WITH_TRUST)
    assert why_untouchable(RECEIPT, replace(COMPANY_WITH_TRUST, settings=OPEN.settings)) == ""


COMPANY_WITH_TRUST = replace(COMPANY, settings=replace(COMPANY.settings, trust_accounts=("Client Trust Liability",)))


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("nobody unlocked them", unlocked(trust_unlock=None)),
        ("the same amount", unlocked(holders=(replace(RECEIPT, total=Decimal("1240.00"), balance=Decimal(0)),))),
        ("the same customer", unlocked(holders=(replace(RECEIPT, customer_name="Smith, Anna", customer_id=None),))),
        ("a possible twin", unlocked(nearby=(replace(TWIN, memo="", lines=()),))),
        ("a twin", unlocked(nearby=(TWIN,))),
        ("a search that isn't complete", unlocked(twin_search=MISSING)),
        ("nothing known of what waits", unlocked(incoming=None)),
        ("a trust transaction waits", unlocked(incoming=replace(INCOMING, kind=IncomingKind.TRUST))),
        ("its maker isn't known", unlocked(source_search=MISSING)),
        ("another one isn't cleared", unlocked(holders=(RECEIPT, replace(HOLDER, id="9", total=None)))),
        (
            "a journal entry",
            unlocked(
                holders=(replace(HOLDER, entity="JournalEntry", customer_id=None, customer_name=None),),
                named=Named("1234", "JournalEntry", None),
            ),
        ),
    ],
)
def test_an_unlocked_one_needs_all_that_an_unrelated_one_needs(what: str, found: Evidence) -> None:
    assert not judge(found).changeable, what
    assert not planned(found).rows, what


def test_its_maker_is_asked_where_that_is_all_that_is_missing() -> None:
    found = unlocked(source_search=MISSING)
    judgement = judge(found)
    assert judgement.asks_maker == (RECEIPT.id,)
    asked = case(id="1", state=State.NEEDS_DECISION, evidence=found, incoming=found.incoming, judgement=judgement)
    assert ExitId.MADE_BY_HAND in {way.id for way in exits_for(asked)}
    assert judge(replace(found, made_by_hand=(RECEIPT.id,))).changeable


def test_an_unlocked_and_an_unrelated_one_are_changed_together() -> None:
    other = replace(HOLDER, id="9", customer_name="Ortega, Luis", customer_id="7")
    found = planned(unlocked(holders=(RECEIPT, other)))
    flags: dict[Document, tuple[Flag, ...]] = {row.document: row.flags for row in found.rows}
    assert Flag.TRUST in flags[RECEIPT]
    assert Flag.TRUST not in flags.get(other, ())


def test_the_waiting_document_gives_way_first_where_its_number_can_be_changed() -> None:
    found = unlocked()
    said = gives_way(found.holders, judge(found), None, source="Clio", editable=True)
    assert (said.who, "trust account" in said.why) == (Who.WAITING, True)
    assert gives_way(found.holders, judge(found), None, source="Clio", editable=False).who is Who.HOLDER
