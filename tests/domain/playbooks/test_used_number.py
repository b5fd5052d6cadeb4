"""Beside the verdict on a used number: a phantom, the source's own ways out, and the trust journal step by step."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builders import COMPANY, FACTS, HOLDER, INCOMING, case, evidence
from untwin.domain.cases.advice import Advice, Deed, RetrySense
from untwin.domain.cases.case import State
from untwin.domain.cases.source_ways import why_locked_for
from untwin.domain.company.company import Environment, SourceBinding
from untwin.domain.playbooks.book import advise_beside
from untwin.domain.playbooks.retrying import may_be_retried
from untwin.domain.sources.incoming import IncomingKind, SourceRecord
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.observed import Deleted, Observed
from untwin.domain.verdicts.verdict import Judgement, Verdict

NOTHING = {"holders": (), "named_found": None}
ENTRY = replace(HOLDER, entity="JournalEntry", id="300", accounts=("Trust Bank (IOLTA)",))


def beside(told: Evidence, deleted: Deleted | None = None) -> Advice | None:
    return advise_beside(case(), COMPANY, told, Observed(deleted=deleted))


def test_a_phantom_says_where_was_looked_and_what_was_deleted() -> None:
    told = beside(evidence(**NOTHING), Deleted((("CreditMemo", "111"), ("Invoice", "4"))))
    assert told is not None
    said = " ".join(told.found)
    assert "voided documents and those of inactive customers" in said
    assert "no. 111 inside QuickBooks) was deleted lately" in said
    assert told.retry is RetrySense.NOW
    assert [option.deed for option in told.options] == [Deed.RETRY, Deed.TAKE, Deed.TAKE]
    assert [option.locks for option in told.options] == [False, True, True]
    assert "the last resort" in told.options[-1].how[0].lower()


@pytest.mark.parametrize(
    ("deleted", "words"),
    [
        (None, "was not asked for"),
        (Deleted(()), "No invoice, credit memo, sales receipt or refund receipt was deleted"),
        (Deleted((), cut_short=True), "more changes than"),
    ],
)
def test_what_was_not_seen_is_never_said_to_be_none(deleted: Deleted | None, words: str) -> None:
    told = beside(evidence(**NOTHING), deleted)
    assert told is not None
    assert words in told.found[1]


def test_what_the_error_names_is_gone_lately_or_longer_and_never_said_so_of_what_was_not_asked_for() -> None:
    def told(deleted: Deleted, **changes: object) -> str:
        advice = beside(evidence(**NOTHING, **{"named_missing": True} | changes), deleted)
        return advice.found[1] if advice else ""

    assert "gone longer than that" in told(Deleted((("Invoice", "4"),)))
    assert "gone longer" not in told(Deleted((), cut_short=True))
    assert "gone longer" not in told(Deleted(()), named_missing=False)
    journal = replace(evidence().named, entity="JournalEntry")
    assert "gone longer" not in told(Deleted(()), named=journal)


def test_a_free_number_with_a_prefix_is_one_that_nothing_has() -> None:
    told = beside(evidence(**NOTHING, taken=("1234", "cl-1234")), Deleted(()))
    assert told is not None
    assert told.options[1].copy == "CL2-1234"


def test_without_a_complete_search_no_number_is_called_free() -> None:
    from_part = evidence(**NOTHING, holder_search=replace(evidence().holder_search, complete=False))
    told = beside(from_part)
    assert told is None or all("free" not in " ".join(option.how) for option in told.options)


@pytest.mark.parametrize(("warns", "options"), [(True, 4), (None, 4), (False, 3)])
def test_the_trust_journal_is_a_recipe_in_steps_with_the_dummy_entry_last(warns: bool | None, options: int) -> None:
    trust = replace(INCOMING, kind=IncomingKind.TRUST)
    facts = replace(FACTS, warn_duplicate_journal=warns)
    told = beside(evidence(holders=(ENTRY,), named_found=ENTRY, incoming=trust, facts=facts))
    assert told is not None
    assert len(told.options) == options
    last = told.options[-1]
    assert "only with the firm's written consent" in last.how[0]
    assert "after 30 Jun 2026" in last.how[1]
    assert "not reconciled" in last.how[1]
    assert "Balance of Trust Bank (IOLTA) before: ____ after: ____" in last.copy
    assert last.how[-1].endswith("Only then retry.")
    assert "Untwin only shows it." in told.found[0]


def test_a_dummy_entry_touches_trust_accounts_alone_whatever_the_entry_in_the_way_touches() -> None:
    plain = replace(ENTRY, accounts=("Office Supplies", "Checking"))
    trust = replace(INCOMING, kind=IncomingKind.TRUST)
    for named, words in (
        (("Trust Bank", "Client Trust Liability"), "Trust Bank and Client Trust Liability"),
        ((), "the trust bank and the trust liability account"),
    ):
        facts = replace(FACTS, warn_duplicate_journal=True, trust_accounts=named)
        told = beside(evidence(holders=(plain,), named_found=plain, incoming=trust, facts=facts))
        assert told is not None
        assert f"Balance of {words} before" in told.options[-1].copy
        assert "Checking" not in " ".join(told.options[-1].how)


def test_every_option_that_says_it_opens_quickbooks_opens_it() -> None:
    trust = replace(INCOMING, kind=IncomingKind.TRUST)
    facts = replace(FACTS, warn_duplicate_journal=True)
    seen = evidence(holders=(ENTRY,), named_found=ENTRY, incoming=trust, facts=facts)
    told = advise_beside(case(), replace(COMPANY, environment=Environment.PRODUCTION), seen, Observed())
    assert told is not None
    assert all(option.link for option in told.options if option.words.startswith("Open"))


def test_a_trust_transaction_of_which_too_little_is_known_is_not_sent_again() -> None:
    told = beside(evidence(holders=(ENTRY,), named_found=ENTRY, incoming=None))
    assert told is not None
    assert told.retry is RetrySense.NO
    assert Deed.RETRY not in [option.deed for option in told.options]
    assert not may_be_retried(judged("1", Verdict.JOURNAL_OR_TRUST, advice=told))  # type: ignore[arg-type]


@pytest.mark.parametrize("verdict", [v for v in Verdict if v not in (Verdict.NONE_FOUND, Verdict.JOURNAL_OR_TRUST)])
def test_no_advice_makes_a_used_number_retryable(verdict: Verdict) -> None:
    told = Advice(("Whatever.",), (), RetrySense.NOW)
    assert not may_be_retried(judged("1", verdict, advice=told))  # type: ignore[arg-type]


def test_two_apps_that_ask_for_opposite_settings_are_named() -> None:
    both = replace(COMPANY, sources=(*COMPANY.sources, SourceBinding("hubspot")))
    own = SourceRecord(IncomingKind.BILL, "8", "1234", "Ortega, Luis", Decimal("85.00"), HOLDER.date)
    holder = replace(HOLDER, entity="Invoice")
    seen = evidence(holders=(holder,), named_found=holder, source_records=(own,))
    told = advise_beside(case(), both, seen, Observed())
    assert told is not None
    assert "ask for opposite settings" in told.found[0]
    assert told.retry is RetrySense.NO


def test_an_unrelated_document_needs_no_more_than_its_verdict() -> None:
    assert beside(evidence()) is None


def judged(number: str, verdict: Verdict | None, **changes: object) -> object:
    judgement = Judgement(verdict, ()) if verdict else None
    return replace(case(id=number, doc_number=number, judgement=judgement, state=State.NEEDS_DECISION), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("verdict", [Verdict.SAME_DOCUMENT, Verdict.UNKNOWN, None])
def test_one_doubtful_row_locks_the_ways_out_of_its_source(verdict: Verdict | None) -> None:
    mine, other = judged("1", Verdict.NONE_FOUND), judged("2", verdict)
    assert why_locked_for(mine, [mine, other], "Clio").startswith("Locked: 2 ")  # type: ignore[list-item, arg-type]


def test_other_companies_other_sources_and_solved_rows_lock_nothing() -> None:
    mine = judged("1", Verdict.NONE_FOUND)
    others = [
        judged("2", Verdict.UNKNOWN, company="2"),
        judged("3", Verdict.UNKNOWN, source="hubspot"),
        judged("4", Verdict.UNKNOWN, state=State.POSTED),
        judged("5", Verdict.UNRELATED),
    ]
    assert why_locked_for(mine, others, "Clio") == ""  # type: ignore[arg-type]
