"""What is told of the evidence: each question, whether its answer went to the end, and what it came to."""

from dataclasses import replace

from builders import HOLDER, TWIN, evidence
from untwin.domain.verdicts.asked import Asked, asked
from untwin.domain.verdicts.evidence import OtherSource, Search


def told(found: tuple[Asked, ...], question: str) -> Asked:
    [one] = [each for each in found if question in each.question]
    return one


def test_complete_evidence_says_for_each_answer_that_it_was_read_to_its_end() -> None:
    found = asked(evidence(source_name="Clio"))
    assert all(each.complete for each in found)
    assert told(found, "every document with the number 1234").answer == "Read to the end: credit memo 1234."
    assert told(found, "the same sale under any other number").answer == "Read to the end: nothing like it."
    assert told(found, "that the error names").answer == "It is credit memo 1234, Ortega, Luis."
    assert told(found, "Clio: the waiting document").answer == "Known from Clio. Read to the end: no other record."


def test_what_did_not_go_to_its_end_says_why_and_what_was_seen_so_far() -> None:
    short = Search(complete=False, why_not="QuickBooks asked for a rest.")
    found = asked(evidence(twin_search=short, nearby=(TWIN,), source_search=short))
    whole = asked(evidence(nearby=(TWIN,)))
    assert told(whole, "the same sale").answer == "Read to the end; compared with it: invoice M-1740."
    twins = told(found, "the same sale")
    assert (twins.complete, twins.answer) == (False, "QuickBooks asked for a rest. Seen so far: invoice M-1740.")
    assert told(found, "the waiting document").complete is False


def test_a_document_that_is_gone_another_app_and_a_persons_word_are_told() -> None:
    silent = OtherSource("HubSpot", (), complete=False, problem="HubSpot can't be asked by Untwin.")
    found = asked(
        evidence(named_found=None, named_missing=True, other_sources=(silent,), made_by_hand=(HOLDER.id,)),
    )
    assert told(found, "that the error names").answer == "It isn't there any more."
    assert told(found, "HubSpot").complete is False
    word = told(found, "A person's word")
    assert (word.complete, word.answer) == (None, "Made in QuickBooks by hand: credit memo 1234.")


def test_without_a_number_nothing_is_named_in_the_question() -> None:
    whole = evidence()
    nameless = replace(whole, named=replace(whole.named, number=None, txn_id=None))
    assert told(asked(nameless), "who uses the number").complete is True
