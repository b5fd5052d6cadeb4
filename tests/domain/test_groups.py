"""Groups: what has one reason is seen at once, and a coincidence of two is no reason."""

from dataclasses import replace

from builders import HOLDER, case, evidence
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import GroupKind, group_of, groups
from untwin.domain.errors.faults import FaultKind
from untwin.domain.verdicts.blocks import Block, BlockId
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import HolderVerdict, Judgement, Verdict

SAME = Judgement(Verdict.SAME_DOCUMENT, ("It is there.",))
UNKNOWN = Judgement(Verdict.UNKNOWN, ("Nobody knows.",))


def cases(*judgements: Judgement | None, **changes: object) -> list[Case]:
    told = {"state": State.NEEDS_DECISION, **changes}
    return [case(id=str(n), doc_number=str(1000 + n), judgement=j, **told) for n, j in enumerate(judgements, 1)]


def test_most_of_a_sources_cases_being_there_already_has_one_cause() -> None:
    many = cases(*[SAME] * 9, UNKNOWN)
    many[0] = replace(many[0], state=State.ALREADY_IN_QUICKBOOKS)
    [first, *_] = groups(many)
    assert (first.kind, len(first.case_ids)) == (GroupKind.ALREADY_THERE, 9)
    assert first.words == "9 of 10 are in QuickBooks already: was Clio purged and reconnected?"


def test_a_few_that_are_there_among_many_are_no_cause() -> None:
    assert [g.kind for g in groups(cases(*[SAME] * 3, *[UNKNOWN] * 4))] == [GroupKind.VERDICT, GroupKind.VERDICT]


def test_numbers_that_share_a_prefix_are_one_group_and_two_are_none() -> None:
    prefixed = [replace(c, doc_number=f"APP-{c.id}") for c in cases(None, None, None, state=State.NEW)]
    [found] = groups(prefixed)
    assert (found.kind, found.words) == (GroupKind.PREFIX, "3 share the prefix “APP-”.")
    assert groups(prefixed[:2]) == ()


def test_one_document_in_the_way_of_many_is_named() -> None:
    held = Judgement(Verdict.UNKNOWN, ("?",), (HolderVerdict("111", Verdict.UNKNOWN, ("?",), blocking=True),))
    many = cases(held, held, held, evidence=evidence())
    assert "one document, credit memo 1234 of Ortega, Luis" in groups(many)[0].words


def test_a_block_that_many_share_is_a_group() -> None:
    closed = (Block(BlockId.CLOSED_BOOKS, "The books are closed."),)
    many = cases(None, None, None, state=State.BLOCKED, blocks=closed)
    assert groups(many)[0].words == "3 have one thing in the way: closed books."


def test_many_of_one_error_in_one_app_are_a_group_and_a_number_in_use_is_none_of_them() -> None:
    many = cases(None, None, None, kind=FaultKind.AUTH)
    assert [(g.kind, g.words) for g in groups(many)] == [(GroupKind.ERROR, "3 of Clio: Connection refused.")]
    assert groups([*many[:2], replace(many[2], source="hubspot")]) == ()
    assert groups(cases(None, None, None)) == ()


def test_companies_are_kept_apart_and_what_is_done_is_left_out() -> None:
    here, there = cases(UNKNOWN, UNKNOWN), cases(UNKNOWN, UNKNOWN, company="77")
    assert {g.company for g in groups([*here, *there])} == {here[0].company, "77"}
    assert groups([replace(c, state=State.POSTED) for c in here]) == ()


def test_the_group_of_a_case_is_the_cause_before_the_verdict() -> None:
    many = cases(*[SAME] * 4, UNKNOWN, UNKNOWN)
    found = group_of(many[0], many)
    assert found is not None
    assert (found.kind, len(found.case_ids)) == (GroupKind.ALREADY_THERE, 4)
    other = group_of(many[-1], many)
    assert other is not None
    assert other.case_ids == ("5", "6")
    assert group_of(case(id="99", state=State.NEEDS_DECISION), many) is None


def test_a_real_judgement_goes_into_its_group() -> None:
    judged = judge(evidence(holders=(HOLDER,)))
    assert [g.words for g in groups(cases(judged, judged))] == ["2: Unrelated document."]
