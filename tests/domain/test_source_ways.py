"""Ways out on the source's side book twice as well: locked while any waiting document may be there already."""

from dataclasses import replace

import pytest

from builders import case
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.source_ways import Way, source_ways
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import CLIO, HUBSPOT
from untwin.domain.verdicts.verdict import Judgement, Verdict


def judged(verdict: Verdict, number: str, state: State = State.NEEDS_DECISION) -> Case:
    return case(id=number, doc_number=number, state=state, judgement=Judgement(verdict, ("So it is.",)))


def hiding(verdict: Verdict, state: State = State.NEEDS_DECISION) -> Case:
    judgement = Judgement(verdict, ("So it is.",), sale_open=True)
    return case(id="1239", doc_number="1239", state=state, judgement=judgement)


MINE = judged(Verdict.UNRELATED, "1234")


def locked(*others: Case) -> str:
    return source_ways(MINE, [MINE, *others], CLIO)[0].locked


@pytest.mark.parametrize(
    ("what", "other", "says"),
    [
        ("the same document", judged(Verdict.SAME_DOCUMENT, "1238"), "1238 is in QuickBooks already"),
        ("confirmed as there", judged(Verdict.SAME_DOCUMENT, "1238", State.ALREADY_IN_QUICKBOOKS), "1238 is in"),
        ("unknown", judged(Verdict.UNKNOWN, "1248"), "1248 isn't known well enough"),
        ("not looked up", case(id="5", doc_number="1250"), "1250 hasn't been looked up"),
        ("failed again", judged(Verdict.UNRELATED, "1251", State.FAILED_AGAIN), "1251 hasn't been looked up"),
        ("unrelated", judged(Verdict.UNRELATED, "1236"), ""),
        ("a vendor's bill in the way", judged(Verdict.PURCHASE_SIDE, "1237"), ""),
        ("a vendor's bill, the sale may be booked", hiding(Verdict.PURCHASE_SIDE), "1239 isn't known well enough"),
        ("a journal entry, the sale may be booked", hiding(Verdict.JOURNAL_OR_TRUST), "1239 isn't known"),
        ("one of the app's, the sale may be booked", hiding(Verdict.OWNED_BY_SOURCE), "1239 isn't known"),
        ("the same, posted since", hiding(Verdict.PURCHASE_SIDE, State.POSTED), ""),
        ("ignored", judged(Verdict.UNKNOWN, "1248", State.IGNORED), ""),
        ("posted", judged(Verdict.UNKNOWN, "1248", State.POSTED), ""),
        ("another app's", replace(judged(Verdict.UNKNOWN, "1248"), source="hubspot"), ""),
        ("another company's", replace(judged(Verdict.UNKNOWN, "1248"), company="77"), ""),
    ],
)
def test_one_waiting_document_that_may_be_booked_locks_all_ways(what: str, other: Case, says: str) -> None:
    assert says in locked(other), what
    assert bool(locked(other)) is bool(says), what


def test_many_are_counted_and_a_few_named() -> None:
    said = locked(*(judged(Verdict.SAME_DOCUMENT, str(n)) for n in range(1, 8)))
    assert said.startswith("Locked: 1, 2, 3 and 4 more are in QuickBooks already. Under another number Clio would book")


def test_custom_numbers_off_is_no_way_for_an_app_that_asks_for_them() -> None:
    assert [w.way for w in source_ways(MINE, [MINE], CLIO)] == [Way.PREFIX, Way.HIGHER_NUMBER, Way.REGENERATE]
    theirs = replace(MINE, source="hubspot")
    assert Way.CUSTOM_NUMBERS_OFF in [w.way for w in source_ways(theirs, [theirs], HUBSPOT)]


def test_a_case_without_a_source_or_on_its_way_has_none() -> None:
    assert source_ways(replace(MINE, source=None), [MINE], CLIO) == ()
    assert source_ways(replace(MINE, state=State.WAITING_TO_POST), [MINE], CLIO) == ()
    assert source_ways(replace(MINE, kind=FaultKind.STALE_OBJECT), [MINE], CLIO) == ()
