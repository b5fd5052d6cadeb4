"""The triage flows: marks are put on, told in the history, taken back, and end by themselves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from builders import TEXT
from flows.conftest import Office
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks, Until
from untwin.domain.inbox.awake import asleep
from untwin.domain.inbox.put_off import Choice
from untwin.domain.problems import BadInput, NotAllowed, Unreachable
from untwin.domain.verdicts.blocks import Block, BlockId


@pytest.fixture
def three(office: Office) -> Office:
    """Three new cases: 1, 2 and 3."""
    office.desk.take_in.text("\n\n".join(TEXT.replace("1234", str(n)) for n in (1234, 1235, 1236)))
    return office


def said(office: Office) -> list[str]:
    return [row.what for row in office.desk.history.rows()]


def marks(office: Office, case_id: str = "1") -> Marks:
    return office.desk.cases.get(case_id).marks


def set_state(office: Office, state: State, **changes: object) -> Case:
    case = office.desk.cases.get("1")
    moved = replace(case, state=state, **changes)  # type: ignore[arg-type]
    office.desk.cases.save(moved, case.state)
    return moved


def test_many_are_put_off_told_and_come_back_by_themselves(three: Office) -> None:
    done = three.desk.triage.snooze(["1", "2"], Choice.TOMORROW, "Ann")
    assert [case.id for case in done.cases] == ["1", "2"]
    assert [row.who for row in three.desk.history.rows()] == ["Ann", "Ann"]
    assert said(three)[0].startswith("snoozed until ")
    assert asleep(three.desk.cases.get("1"), three.books.clock.now())
    assert three.desk.triage.wake() == ()
    three.books.clock.at += timedelta(days=2)
    assert [case.id for case in three.desk.triage.wake()] == ["1", "2"]
    assert marks(three).back == "Back: it was snoozed until now."
    assert marks(three).unread
    assert said(three)[-1] == "Back: it was snoozed until now."
    assert three.desk.triage.wake() == ()


def test_the_same_error_seen_again_brings_a_case_back(three: Office) -> None:
    three.desk.triage.snooze(["1"], Choice.MONDAY)
    three.desk.take_in.text(TEXT)
    [back] = three.desk.triage.wake()
    assert back.marks.back == "Back: the same error was taken in again."


def test_undo_puts_back_what_was_there_and_leaves_what_was_done_since(three: Office) -> None:
    three.desk.triage.label(["1", "2"], "vip")
    done = three.desk.triage.snooze(["1", "2"], Choice.TOMORROW, "Ann")
    three.desk.triage.unread(["2"])
    assert [case.id for case in three.desk.triage.marking.undo(done, "Ann")] == ["1"]
    assert marks(three) == Marks(labels=("vip",))
    assert marks(three, "2").snooze
    assert said(three)[-1].startswith("undone: snoozed until ")


def test_a_case_is_woken_by_hand(three: Office) -> None:
    three.desk.triage.snooze(["1"], Choice.TOMORROW)
    done = three.desk.triage.snooze.wake(["1", "2"], "Ann")
    assert [case.id for case in done.cases] == ["1"]
    assert "isn't snoozed" in str(done.problems["2"])
    assert marks(three).snooze is None


def test_what_is_solved_or_over_is_not_put_off(three: Office) -> None:
    set_state(three, State.POSTED)
    done = three.desk.triage.snooze(["1", "2"], Choice.TOMORROW)
    assert [case.id for case in done.cases] == ["2"]
    assert "nothing to come back to" in str(done.problems["1"])


def test_a_typed_day_that_is_none_puts_nothing_off(three: Office) -> None:
    with pytest.raises(BadInput):
        three.desk.triage.snooze.chosen("whenever")
    assert marks(three) == Marks()


def test_a_case_waits_until_its_books_open(three: Office) -> None:
    closed = date(2026, 10, 31)
    three.books.company_facts = replace(three.books.company_facts, closed_through=closed)
    looked = three.desk.look_up("1")
    assert looked.evidence is not None
    set_state(three, State.BLOCKED, blocks=(Block(BlockId.CLOSED_BOOKS, "closed"),))
    three.desk.triage.snooze(["1"], Choice.PERIOD)
    assert marks(three).snooze is not None
    three.books.clock.at += timedelta(days=90)
    assert three.desk.triage.wake() == ()
    assert three.desk.triage.wake.closing_dates() == ()
    three.books.company_facts = replace(three.books.company_facts, closed_through=date(2026, 9, 30))
    [back] = three.desk.triage.wake.closing_dates()
    assert "30 Sep 2026" in back.marks.back


def test_labels_are_remembered_as_they_were_spelled(three: Office) -> None:
    three.desk.triage.label(["1"], "VIP", "Ann")
    three.desk.triage.label(["2"], "vip")
    three.desk.triage.label(["2"], "ask Ann")
    assert three.desk.triage.label.known() == ("ask Ann", "VIP")
    assert marks(three, "2").labels == ("ask Ann", "VIP")
    three.desk.triage.label(["1"], "vip", on=False)
    assert marks(three).labels == ()
    assert said(three) == ["labelled “VIP”", "labelled “VIP”", "labelled “ask Ann”", "label “VIP” taken off"]


def test_a_note_is_kept_and_a_line_is_added_to_those_of_many(three: Office) -> None:
    three.desk.triage.annotate("1", " Called her. ", "Ann")
    three.desk.triage.annotate.add(["1", "2"], "Month end!")
    assert marks(three).note == "Called her.\nMonth end!"
    assert marks(three, "2").note == "Month end!"
    three.desk.triage.annotate("1", "")
    assert marks(three).note == ""
    assert said(three) == ["note: Called her.", "note: Month end!", "note: Month end!", "note taken away"]
    with pytest.raises(BadInput):
        three.desk.triage.annotate("1", "x" * 2001)


def test_only_solved_cases_are_archived(three: Office) -> None:
    set_state(three, State.POSTED)
    done = three.desk.triage.archive(["1", "2"], "Ann")
    assert [case.id for case in done.cases] == ["1"]
    assert isinstance(done.problems["2"], NotAllowed)
    assert marks(three).archived
    three.desk.triage.marking.undo(done)
    assert not marks(three).archived
    assert said(three) == ["archived", "undone: archived"]


def test_opening_a_case_reads_it_without_a_word_in_the_history(three: Office) -> None:
    three.desk.triage.unread(["1"])
    three.desk.triage.unread.opened("1")
    three.desk.triage.unread.opened("1")
    assert not marks(three).unread
    assert said(three) == ["marked as unread"]


def test_many_are_ignored_with_one_reason_and_undo_brings_each_back_to_where_it_stood(three: Office) -> None:
    three.desk.look_up("1")
    stood = [three.desk.cases.get(each).state for each in ("1", "2")]
    assert stood[0] is State.NEEDS_DECISION
    aside = three.desk.triage.ignore(["1", "2"], "done by hand", "Ann")
    assert [three.desk.cases.get(each).state for each in ("1", "2")] == [State.IGNORED] * 2
    back = three.desk.triage.ignore.undo(aside, "Ann")
    assert [case.state for case in back] == stood
    assert said(three)[-2:] == ["undone: ignored", "no longer ignored"]
    with pytest.raises(BadInput):
        three.desk.triage.ignore(["1"], "  ")


def test_a_company_that_cant_be_asked_keeps_its_cases_asleep(three: Office) -> None:
    three.desk.look_up("1")
    set_state(three, State.BLOCKED, blocks=(Block(BlockId.CLOSED_BOOKS, "closed"),))
    three.desk.triage.snooze(["1"], Choice.PERIOD)
    snooze = marks(three).snooze
    assert snooze is not None
    assert snooze.why is Until.PERIOD

    def away() -> None:
        raise Unreachable("nothing answers")

    three.books.before_read = away
    assert three.desk.triage.wake.closing_dates() == ()
    assert asleep(three.desk.cases.get("1"), three.books.clock.now())


def test_views_are_saved_renamed_and_removed(office: Office) -> None:
    views = office.desk.triage.views
    views.save("Mine", "label:mine is:open")
    views.save("mine", "label:mine")
    assert [(view.title, view.line) for view in views.all()] == [("mine", "label:mine")]
    views.rename("mine", "Big ones")
    assert [view.title for view in views.all()] == ["Big ones"]
    assert views.remove("Big ones") == ()
    views.save("Later", "is:snoozed")
    assert [view.title for view in views.put_back("Big ones", "label:mine", 0)] == ["Big ones", "Later"]
    with pytest.raises(BadInput, match="already"):
        views.put_back("big ones", "label:mine", 0)
    assert [view.title for view in views.all()] == ["Big ones", "Later"]


@pytest.mark.parametrize(("name", "line"), [("", "x"), ("All", "x"), ("x" * 31, "x"), ("Mine", ""), ("Mine", "is:odd")])
def test_views_that_could_not_be_used_are_refused(office: Office, name: str, line: str) -> None:
    with pytest.raises(BadInput):
        office.desk.triage.views.save(name, line)
    assert office.desk.triage.views.all() == ()
