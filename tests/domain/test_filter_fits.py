"""What filter words mean, on cases: each word finds what it says and nothing else."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import HOLDER, INCOMING, NOW, case, evidence, finding
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import NO_MARKS, Marks, Snooze, Until
from untwin.domain.errors.faults import FaultKind
from untwin.domain.inbox.entry import search_text
from untwin.domain.inbox.filter_fits import Seen, fits
from untwin.domain.inbox.filter_words import parse
from untwin.domain.inbox.inbox import VIEWS, counts
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict

SNOOZED = NO_MARKS.snoozed(Snooze(Until.TIME, NOW + timedelta(hours=1), NOW))


def found(line: str, one: Case, text: str = "", company: str = "Harlow & Pike LLP") -> bool:
    assert not parse(line).problems
    return fits(parse(line), Seen(one, NOW, company, text))


@pytest.mark.parametrize(
    ("line", "one", "other"),
    [
        ("is:blocked", case(state=State.BLOCKED), case()),
        ("is:snoozed", case(marks=SNOOZED), case()),
        ("is:unread", case(marks=Marks(unread=True)), case()),
        ("is:archived", case(state=State.POSTED, marks=Marks(archived=True)), case(marks=Marks(archived=True))),
        ("is:solved", case(state=State.POSTED), case(state=State.RENUMBERED)),
        ("is:open", case(state=State.RENUMBERED), case(state=State.IGNORED)),
        ("is:noted", case(marks=Marks(note="call her")), case()),
        ("is:today", case(), case(updated_at=NOW - timedelta(days=1))),
        ("no:1200..1300", case(doc_number="1234"), case(doc_number="1334")),
        ("no:1200..1300", case(doc_number="1200"), case(doc_number="INV-1234")),
        ("no:inv-7..90", case(doc_number="INV-77"), case(doc_number="INV-177")),
        ("no:1234", case(doc_number=" 1234"), case(doc_number="12345")),
        ("amount:>500", case(incoming=replace(INCOMING, total=Decimal("500.01"))), case(incoming=None)),
        ("amount:<=500", case(incoming=replace(INCOMING, total=Decimal(500))), case(incoming=INCOMING)),
        ("type:bill", case(incoming=INCOMING), case(incoming=None)),
        ("type:credit-memo", case(evidence=evidence(holders=(HOLDER,))), case()),
        ("age:>7d", case(created_at=NOW - timedelta(days=8)), case(created_at=NOW - timedelta(days=7))),
        ("age:<1h", case(created_at=NOW - timedelta(minutes=5)), case(created_at=NOW - timedelta(hours=1))),
        ("label:VIP", case(marks=Marks(labels=("vip",))), case(marks=Marks(labels=("vip2",)))),
        ("code:6140", case(findings=(finding(code="6140"),)), case(findings=(finding(code="6190"),))),
        ("source:none", case(source=None), case(source="clio")),
        ("source:Clio", case(source="clio"), case(source="hubspot")),
        ("company:none", case(company=None), case()),
        ("flag:repeated", case(times=3), case()),
        ("is:new", case(), case(state=State.FAILED)),
    ],
)
def test_it_finds_one_and_not_the_other(line: str, one: Case, other: Case) -> None:
    assert found(line, one)
    assert not found(line, other)
    assert not found(f"-{line}", one)
    assert found(f"-{line}", other)


def test_free_text_and_companies() -> None:
    assert found("smith anna", case(), "Smith, Anna 1234")
    assert not found('"smith anna"', case(), "Smith, Anna 1234")
    assert found("company:pike", case())
    assert not found("company:cole", case())


@pytest.mark.parametrize("kind", list(FaultKind))
def test_a_kind_is_found_by_its_words_on_screen_and_as_people_call_it(kind: FaultKind) -> None:
    text = search_text(case(kind=kind), "")
    assert found(f'"{kind.words.upper()}"', case(), text)
    assert found(f'"{kind.spoken}"', case(), text)


def test_a_verdict_is_found_by_the_lists_short_form_too() -> None:
    judged = case(evidence=evidence(), judgement=replace(judge(evidence()), verdict=Verdict.OWNED_BY_SOURCE))
    for line in ('"made by another app"', '"created by another app"', '"duplicate number"'):
        assert found(line, judged, search_text(judged, ""))


def test_a_snoozed_or_archived_case_is_counted_in_its_own_place_alone() -> None:
    cases = [
        case(id="1", state=State.NEEDS_DECISION),
        case(id="2", state=State.NEEDS_DECISION, marks=SNOOZED),
        case(id="3", state=State.POSTED),
        case(id="4", state=State.POSTED, marks=Marks(archived=True)),
        case(id="5", state=State.POSTED, updated_at=NOW - timedelta(days=2)),
    ]
    counted = dict(zip((v.title for v in VIEWS), counts(Seen(c, NOW) for c in cases), strict=True))
    assert counted == {
        "Needs decision": 1,
        "New": 0,
        "Waiting to post": 0,
        "Snoozed": 1,
        "Posted today": 1,
        "All": 5,
    }


def test_once_its_time_has_come_a_snoozed_case_is_counted_again() -> None:
    one = case(state=State.NEEDS_DECISION, marks=SNOOZED)
    [before, *_], [after, *_] = (counts([Seen(one, at)]) for at in (NOW, NOW + timedelta(hours=1)))
    assert (before, after) == (0, 1)


@given(st.sampled_from(State), st.booleans(), st.booleans(), st.booleans())
def test_every_case_that_is_not_put_away_is_in_one_working_view_at_most(
    state: State, snoozed: bool, away: bool, unread: bool
) -> None:
    marks = replace(SNOOZED if snoozed else NO_MARKS, archived=away, unread=unread)
    counted = counts([Seen(case(state=state, marks=marks), NOW)])
    assert sum(counted[:5]) <= 1
    assert counted[-1] == 1
    if not state.solved and state not in (State.IGNORED, State.NO_LONGER_NEEDED):
        assert sum(counted[:5]) == 1, "nothing that is open is out of sight"
