"""A purchase document of the same number: it locks the case until a person says that it only shares the number."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from builders import COMPANY, HOLDER, INCOMING, NOW, REALM, TWIN, case, evidence
from untwin.domain.books.documents import Document
from untwin.domain.cases.case import State
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.changes.change import Plan, Wish
from untwin.domain.changes.planning import plan
from untwin.domain.company.company import Company, TrustUnlock
from untwin.domain.verdicts.asked import asked
from untwin.domain.verdicts.evidence import Evidence, Named, Search
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.own_number import OwnNumber, question, said_words, statement
from untwin.domain.verdicts.verdict import Verdict

BILL = replace(HOLDER, entity="Bill", id="400", customer_id="31", customer_name="Acme Supply", total=Decimal("61.00"))
CHECK = replace(BILL, entity="Purchase", id="401")
JOURNAL = replace(HOLDER, entity="JournalEntry", id="402", customer_id=None, customer_name=None)
SAID = OwnNumber("Bill", "400", "Ann Lee", NOW)
SAID_OF_CHECK = OwnNumber("Purchase", "401", "Ann Lee", NOW)
V = Verdict
UNLOCK = TrustUnlock("Ann Lee", "the auditor agreed", date(2026, 11, 2))
CUT = Search(complete=False, why_not="Cut short.")


def beside(*documents: object, **changes: object) -> Evidence:
    return evidence(**({"holders": (HOLDER, *documents)} | changes))


def planned(found: Evidence, company: Company = COMPANY) -> Plan:
    judged = case(id="1", state=State.NEEDS_DECISION, evidence=found, incoming=found.incoming, judgement=judge(found))
    return plan((Wish(judged),), {REALM: company})


def test_it_locks_the_case_and_one_question_leads_on() -> None:
    judgement = judge(beside(BILL))
    assert judgement.verdict is Verdict.PURCHASE_SIDE
    assert judgement.asks_own == ("400",)
    assert judgement.reasons[-1] == question([BILL])
    [refused] = planned(beside(BILL)).refused
    assert "only shown here" in refused.reason
    assert "It only has the same number" in refused.choices[0]
    shown = case(id="1", state=State.NEEDS_DECISION, evidence=beside(BILL), judgement=judgement)
    assert exits_for(shown)[0].id is ExitId.OWN_NUMBER


def test_once_it_is_said_the_rest_is_judged_and_the_bill_stays_shown() -> None:
    found = beside(BILL, own_numbers=(SAID,))
    judgement = judge(found)
    assert judgement.verdict is Verdict.UNRELATED
    assert judgement.asks_own == ()
    assert said_words(SAID, BILL) in judgement.reasons
    own = next(h for h in judgement.holders if h.document_id == "400")
    assert (own.verdict, own.cleared, own.blocking, own.weighs) == (Verdict.PURCHASE_SIDE, True, False, False)
    assert [row.document.id for row in planned(found).rows] == [HOLDER.id]
    assert any("Acme Supply" in each.answer for each in asked(found))


def test_the_words_name_the_document_and_whose_number_it_is() -> None:
    said = "Vendor bill 1234 of Acme Supply has the vendor's own number and is not what waits to post"
    assert statement(BILL) == said
    assert "has a number of its own" in statement(CHECK)
    assert said_words(SAID, BILL).startswith("Ann Lee said on 23 Nov 2026: vendor bill 1234 of Acme Supply")
    assert " of " not in statement(replace(CHECK, customer_name=None)).partition(" has ")[0]


@pytest.mark.parametrize(
    ("what", "found", "verdict"),
    [
        ("another one isn't said of", beside(BILL, CHECK), V.PURCHASE_SIDE),
        ("one of the customer's name", beside(BILL, replace(HOLDER, id="9", customer_name="Smith, Anne")), V.UNKNOWN),
        ("a possible twin", beside(BILL, nearby=(replace(TWIN, memo="", lines=()),)), V.UNKNOWN),
        ("a twin", beside(BILL, nearby=(TWIN,)), V.SAME_DOCUMENT),
        ("a journal entry", beside(BILL, JOURNAL), V.JOURNAL_OR_TRUST),
        ("a check on the trust bank", beside(BILL, replace(CHECK, accounts=("IOLTA Trust",))), V.JOURNAL_OR_TRUST),
        ("a search cut short", beside(BILL, twin_search=CUT), V.UNKNOWN),
        ("nothing known of what waits", beside(BILL, incoming=None), V.UNKNOWN),
    ],
)
def test_a_word_clears_that_document_and_nothing_else(what: str, found: Evidence, verdict: Verdict) -> None:
    trusted = replace(found, facts=replace(found.facts, trust_accounts=("IOLTA Trust",)), own_numbers=(SAID,))
    judgement = judge(trusted)
    assert judgement.verdict is verdict, what
    assert not judgement.changeable
    assert not planned(trusted).rows


def test_nobody_is_asked_where_something_else_stands_in_the_way_as_well() -> None:
    for found in (
        beside(BILL, JOURNAL),
        beside(BILL, replace(HOLDER, id="9", customer_name="Smith, Anne")),
        beside(BILL, twin_search=CUT),
        beside(BILL, incoming=None),
        beside(BILL, nearby=(TWIN,)),
    ):
        assert judge(found).asks_own == ()


def test_what_the_error_itself_names_is_never_cleared() -> None:
    by_id = evidence(holders=(HOLDER, BILL), named=Named("1234", "Bill", "400"), named_found=BILL, own_numbers=(SAID,))
    by_type = evidence(holders=(HOLDER, BILL), named=Named("1234", "Bill", None), named_found=None, own_numbers=(SAID,))
    for found in (by_id, by_type):
        assert judge(found).verdict is Verdict.PURCHASE_SIDE
        assert judge(found).asks_own == ()


def test_the_question_who_made_the_other_one_comes_after_it() -> None:
    found = beside(BILL, source_search=CUT)
    assert judge(found).asks_own == ("400",)
    cleared = judge(replace(found, own_numbers=(SAID,)))
    assert (cleared.verdict, cleared.asks_maker) == (Verdict.UNKNOWN, (HOLDER.id,))
    assert judge(replace(found, own_numbers=(SAID,), made_by_hand=(HOLDER.id,))).verdict is Verdict.UNRELATED


def test_where_nothing_else_has_the_number_the_retry_is_free_after_the_word() -> None:
    found = evidence(holders=(BILL,), named=Named("1234"), named_found=None)
    assert judge(found).asks_own == ("400",)
    assert judge(replace(found, own_numbers=(SAID,))).verdict is Verdict.NONE_FOUND


def test_all_of_them_are_asked_about_at_once() -> None:
    both = judge(beside(BILL, CHECK))
    assert both.asks_own == ("400", "401")
    assert "do they only have the same number" in both.reasons[-1]
    assert judge(beside(BILL, CHECK, own_numbers=(SAID, SAID_OF_CHECK))).verdict is Verdict.UNRELATED


def test_a_journal_entry_is_cleared_neither_by_a_word_nor_by_the_companys_policy() -> None:
    word = OwnNumber("JournalEntry", "402", "Ann Lee", NOW)
    locked = judge(beside(JOURNAL, own_numbers=(word,)))
    assert (locked.verdict, locked.changeable, locked.asks_own) == (Verdict.JOURNAL_OR_TRUST, False, ())
    found = beside(JOURNAL, own_numbers=(word,), trust_unlock=UNLOCK)
    still = judge(found)
    assert (still.verdict, still.changeable, still.asks_own) == (Verdict.JOURNAL_OR_TRUST, False, ())
    assert "nothing shows that journal entry 1234 is not what waits" in still.reasons[-1]
    company = replace(COMPANY, settings=replace(COMPANY.settings, trust_unlock=UNLOCK))
    assert not planned(found, company).rows


@pytest.mark.parametrize("kept", [JOURNAL, replace(CHECK, accounts=("Client Trust Liability",))])
def test_what_the_policy_unlocks_stays_locked_beside_what_it_does_not(kept: Document) -> None:
    receipt = replace(HOLDER, accounts=("Client Trust Liability",))
    company = replace(COMPANY, settings=replace(COMPANY.settings, trust_unlock=UNLOCK))
    alone = evidence(holders=(receipt,), trust_unlock=UNLOCK)
    assert judge(alone).changeable
    assert planned(alone, company).rows
    found = replace(alone, holders=(receipt, kept), own_numbers=(SAID_OF_CHECK,))
    assert not judge(found).changeable
    assert not planned(found, company).rows


def test_a_bill_beside_a_journal_entry_is_not_asked_about_as_that_leads_nowhere() -> None:
    found = beside(JOURNAL, BILL, trust_unlock=UNLOCK)
    assert judge(found).asks_own == ()
    assert not judge(replace(found, own_numbers=(SAID,))).changeable


def test_an_estimate_beside_it_is_examined_as_all_sales_forms_are() -> None:
    estimate = replace(HOLDER, id="77", entity="Estimate")
    assert judge(beside(estimate)).verdict is Verdict.UNRELATED
    assert judge(beside(replace(estimate, total=INCOMING.total))).verdict is Verdict.UNKNOWN
    unsettled = judge(beside(estimate, source_search=CUT, made_by_hand=(HOLDER.id,)))
    assert (unsettled.verdict, unsettled.asks_maker) == (Verdict.UNKNOWN, ("77",))
