"""The timeline of a case: seen, looked up, decided, changed, proved, retried, posted, in the order of time."""

from datetime import timedelta

from builders import NOW, case, evidence
from untwin.domain.cases.sightings import Sighting
from untwin.domain.changes.history import Change, HistoryRow, Intent, NumberOrder, Purpose, Step, StepRecord
from untwin.domain.changes.timeline import timeline
from untwin.domain.verdicts.verdict import Judgement, Verdict


def change(*steps: Step, purpose: Purpose = Purpose.RENUMBER) -> Change:
    order = NumberOrder("CreditMemo", "111", "0", "CM-1234", "r1")
    intent = Intent(order, "1", "c", "1234", "Ann", "needed", "{}", purpose=purpose)
    records = [StepRecord(step, NOW + timedelta(minutes=10 + n)) for n, step in enumerate((Step.INTENT, *steps))]
    return Change(intent, tuple(records))


def test_everything_stands_in_the_order_of_time() -> None:
    judged = case(evidence=evidence(), judgement=Judgement(Verdict.UNRELATED, ("why",)))
    notes = [HistoryRow(NOW + timedelta(minutes=20), "Ann", "c", "1", "retry", "Press Retry")]
    notes.append(HistoryRow(NOW + timedelta(minutes=30), "Untwin", "c", "1", "posted", "Posted as invoice 1234"))
    found = timeline(judged, [change(Step.SENT, Step.ANSWERED, Step.READ_AGAIN, Step.PROVED)], notes)
    assert [event.what for event in found] == [
        "Seen",
        "Looked up",
        "Confirmed: a new number",
        "Sent to QuickBooks",
        "QuickBooks saved it",
        "Read again and proved",
        "Retry",
        "Posted",
    ]
    assert found[1].detail == "Unrelated document"
    assert (found[2].detail, found[2].who) == ("Credit memo 1234 → CM-1234", "Ann")


def test_what_was_seen_often_is_counted() -> None:
    seen = (Sighting(NOW, "line 1"), Sighting(NOW + timedelta(minutes=5), "errors.csv, row 12"))
    found = timeline(case(seen=seen, times=7))
    assert [(event.what, event.detail) for event in found] == [
        ("Seen", "Pasted text, line 1"),
        ("Seen again", "Errors.csv, row 12; seen 7 times in all"),
    ]


def test_an_old_number_that_was_asked_back_and_a_lost_answer_say_so() -> None:
    found = timeline(case(), [change(Step.SENT, Step.LOST, purpose=Purpose.RESTORE)])
    assert [event.what for event in found][1:] == [
        "Confirmed: the old number back",
        "Sent to QuickBooks",
        "No answer came",
    ]
