"""The e-mail that asks: both documents are in it, it says what is asked, and nothing that a person must not see."""

from dataclasses import replace

import pytest

from builders import COMPANY, HOLDER, INCOMING, REALM, TWIN, case, evidence
from untwin.domain.cases.case import Case, Proposal
from untwin.domain.errors.faults import FaultKind
from untwin.domain.reports.ask import letter_about
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Judgement, Verdict


def judged(**changes: object) -> Case:
    known = evidence()
    return replace(
        case(incoming=INCOMING, evidence=known, judgement=judge(known)),
        **changes,  # type: ignore[arg-type]
    )


def test_both_documents_stand_in_it_and_what_is_asked() -> None:
    asked = judged(proposed=(Proposal(HOLDER.id, "CreditMemo", "1234", ("CM-1234",)),))
    letter = letter_about(asked, COMPANY)
    assert letter.subject == "Harlow & Pike LLP: bill 1234 of Clio can't post"
    for fact in ("Smith, Anna", "1240.00", "12 November 2026", "credit memo 1234", "Ortega, Luis", "85.00"):
        assert fact in letter.text, fact
    assert "May the one in QuickBooks get the number CM-1234 instead of 1234?" in letter.text
    assert letter.whole.startswith("Subject: Harlow & Pike LLP: bill 1234")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_its_question(verdict: Verdict) -> None:
    text = letter_about(judged(judgement=Judgement(verdict, ())), None).text
    assert text.count("?") == 1


def test_what_is_not_known_is_not_made_up() -> None:
    letter = letter_about(case(source=None, doc_number=None), None)
    assert letter.subject == "QuickBooks: document of Another app can't post"
    assert "Nothing else is known of it yet." in letter.text
    assert "None" not in letter.text


def test_of_another_error_it_says_quickbooks_own_words() -> None:
    assert case().findings[0].message in letter_about(case(kind=FaultKind.CLOSED_PERIOD), COMPANY).text


def test_no_realm_and_no_id_gets_out() -> None:
    text = letter_about(judged(evidence=evidence(nearby=(TWIN,))), COMPANY).whole
    assert REALM not in text
    assert HOLDER.id not in text
