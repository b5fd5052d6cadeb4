"""The inbox's store keeps what it was given, in its order, against two writers and against time."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

import builders
from store import older
from untwin.domain.books.proof import prove
from untwin.domain.cases.case import Case, Proposal, Renumbered, State
from untwin.domain.cases.marks import Marks, Snooze, Until
from untwin.domain.errors.faults import Columns, FaultKind
from untwin.domain.problems import BadInput, NotAllowed
from untwin.domain.verdicts.judge import judge
from untwin.store.cases import StoredCases
from untwin.store.codec import encode
from untwin.store.database import open_database
from untwin.store.home import Home


@pytest.fixture
def cases(home: Home) -> StoredCases:
    return StoredCases(open_database(home.database))


def whole_case() -> Case:
    """A case with something in every field."""
    evidence = builders.evidence(nearby=(builders.TWIN,))
    proof = prove(builders.HOLDER.raw, builders.HOLDER.raw.replace("1234", "CM-1234"), "CM-1234")
    return builders.case(
        findings=(builders.finding(columns=Columns(customer="Smith", amount="1,240.00")),),
        incoming=evidence.incoming,
        evidence=evidence,
        judgement=judge(evidence),
        proposed=(Proposal("111", "CreditMemo", "1234", ("CM-1234",)),),
        renumbered=(Renumbered("111", "CreditMemo", "1234", "CM-1234", builders.NOW, proof),),
        waiting_since=builders.NOW,
        note="Grüße, “quoted”",
    )


def test_a_case_comes_back_as_it_was_given(cases: StoredCases) -> None:
    stored = cases.add(whole_case())
    assert cases.get(stored.id) == replace(whole_case(), id=stored.id)


def test_money_comes_back_to_the_cent_and_times_with_their_offset(cases: StoredCases) -> None:
    again = cases.get(cases.add(whole_case()).id)
    assert again.incoming is not None
    assert again.incoming.total == Decimal("1240.00")
    assert isinstance(again.incoming.total, Decimal)
    assert again.created_at.utcoffset() == timedelta(0)


def test_what_was_stored_survives_a_restart(home: Home) -> None:
    stored = StoredCases(open_database(home.database)).add(whole_case())
    assert StoredCases(open_database(home.database)).get(stored.id) == stored


def test_ids_are_digits_and_never_given_twice(cases: StoredCases) -> None:
    ids = [cases.add(builders.case()).id for _ in range(5)]
    assert all(i.isdigit() for i in ids)
    assert len(set(ids)) == 5


def test_the_id_of_a_case_that_is_gone_is_never_given_again(cases: StoredCases) -> None:
    stays, gone = cases.keep([builders.case(), builders.case()])
    cases.join(stays, stays.state, gone)
    new = cases.keep([builders.case(), builders.case()])
    assert len({stays.id, gone.id, *(case.id for case in new)}) == 4
    assert [case.id for case in cases.all()] == [stays.id, *(case.id for case in new)]


def test_there_is_no_such_case(cases: StoredCases) -> None:
    with pytest.raises(BadInput, match="There is no case 77"):
        cases.get("77")


def test_a_state_that_was_seen_may_be_left(cases: StoredCases) -> None:
    stored = cases.add(builders.case())
    cases.save(stored.moved(State.LOOKING, builders.NOW), State.NEW)
    assert cases.get(stored.id).state is State.LOOKING


def test_of_two_writers_the_second_is_refused_and_the_first_ones_word_stays(cases: StoredCases) -> None:
    stored = cases.add(builders.case())
    mine, theirs = cases.get(stored.id), cases.get(stored.id)
    cases.save(mine.moved(State.LOOKING, builders.NOW, "mine"), mine.state)
    with pytest.raises(NotAllowed, match="changed in another place"):
        cases.save(theirs.moved(State.IGNORED, builders.NOW, "theirs"), theirs.state)
    assert cases.get(stored.id).note == "mine"


def test_a_case_that_is_not_stored_cannot_be_saved(cases: StoredCases) -> None:
    with pytest.raises(NotAllowed):
        cases.save(builders.case(id="77"), State.NEW)


def test_of_several_all_are_saved_or_none(cases: StoredCases) -> None:
    first, second, third = (cases.add(builders.case()) for _ in range(3))
    looking = [(case.moved(State.LOOKING, builders.NOW), State.NEW) for case in (first, second, third)]
    cases.save_all(looking[:1])
    with pytest.raises(NotAllowed, match="changed in another place"):
        cases.save_all([looking[1], looking[0], looking[2]])
    assert [c.state for c in cases.some([first.id, second.id, third.id])] == [State.LOOKING, State.NEW, State.NEW]
    cases.save_all(looking[1:])
    assert {c.state for c in cases.all()} == {State.LOOKING}


def test_cases_come_in_the_order_of_the_asking(cases: StoredCases) -> None:
    first, second = cases.add(builders.case()), cases.add(builders.case())
    assert cases.some([second.id, first.id, second.id]) == (second, first, second)
    assert cases.some([]) == ()
    with pytest.raises(BadInput, match="There is no case 77"):
        cases.some([first.id, "77"])


def test_cases_are_found_by_their_states_the_oldest_first(cases: StoredCases) -> None:
    large = replace(builders.INCOMING, total=Decimal("9999.00"))
    first = cases.add(builders.case(state=State.PLANNED))
    cases.add(builders.case(state=State.POSTED))
    second = cases.add(builders.case(state=State.SAVING, incoming=large))
    assert cases.in_states({State.SAVING, State.PLANNED}) == (first, second)
    assert cases.in_states([State.NEW]) == cases.in_states([]) == ()


def test_the_inbox_goes_by_urgency_then_value_then_age(cases: StoredCases) -> None:
    small = replace(builders.INCOMING, total=Decimal("9.99"))
    large = replace(builders.INCOMING, total=Decimal("100.00"))
    first = cases.add(builders.case(state=State.NEEDS_DECISION, incoming=small))
    second = cases.add(builders.case(state=State.NEEDS_DECISION, incoming=large))
    posted = cases.add(builders.case(state=State.POSTED, incoming=large))
    again = cases.add(builders.case(state=State.FAILED_AGAIN))
    unknown = cases.add(builders.case(state=State.NEEDS_DECISION))
    alike = cases.add(builders.case(state=State.NEEDS_DECISION, incoming=large))
    expected = [again, second, alike, first, unknown, posted]
    assert [c.id for c in cases.all()] == [c.id for c in expected]


def test_an_empty_inbox_is_empty(cases: StoredCases) -> None:
    assert cases.all() == ()


@pytest.mark.parametrize(
    "other",
    [
        {"company": "2"},
        {"company": None},
        {"source": "hubspot"},
        {"source": None},
        {"doc_number": "0123"},
        {"kind": FaultKind.DUPLICATE_NAME},
    ],
)
def test_another_company_source_number_or_kind_is_another_problem(cases: StoredCases, other: dict[str, object]) -> None:
    stored = cases.add(builders.case(doc_number="123"))
    assert alike(cases, builders.case(doc_number="123", id="")) == (stored,)
    assert alike(cases, builders.case(**{"doc_number": "123", **other})) == ()


def nameless(text: str, **changes: object) -> Case:
    return builders.case(doc_number=None, findings=(builders.finding(text=text, doc_number=None),), **changes)


def test_without_a_number_only_the_very_same_words_are_the_same_problem(cases: StoredCases) -> None:
    stored = cases.add(nameless("one"))
    assert alike(cases, nameless("one")) == (stored,)
    assert alike(cases, nameless("two")) == alike(cases, nameless("one", source="hubspot")) == ()
    assert alike(cases, nameless("one", company="2")) == ()


def test_a_number_that_was_typed_takes_nothing_from_the_words(cases: StoredCases) -> None:
    stored = cases.add(nameless("one"))
    typed = replace(stored, doc_number="1234")
    cases.save(typed, State.NEW)
    assert alike(cases, nameless("one")) == alike(cases, builders.case(doc_number="1234")) == (typed,)
    cases.join(cases.add(builders.case(doc_number="5")), State.NEW, typed)
    assert alike(cases, nameless("one")) == ()


@pytest.mark.parametrize(("torn", "kept"), [("\ud83d", "\ufffd"), ("12\udcff34", "12\ufffd34"), ("\ud83d\ude00", "😀")])
def test_half_a_character_is_marked_and_the_rest_is_kept(cases: StoredCases, torn: str, kept: str) -> None:
    """Text cut inside an emoji, and file names that are no UTF-8, carry such halves; nothing can store them."""
    case = builders.case(doc_number=torn, findings=(builders.finding(text=f"Zahl {torn} é"),), note=torn)
    stored = cases.add(case)
    again = cases.get(stored.id)
    assert again == stored
    assert (again.doc_number, again.findings[0].text) == (kept, f"Zahl {kept} é")
    assert alike(cases, case) == (stored,)
    cases.save(replace(again, note=torn), State.NEW)
    assert cases.get(stored.id).note == kept


def test_a_quote_in_a_number_is_just_a_character(cases: StoredCases) -> None:
    stored = cases.add(builders.case(doc_number="1'; DROP TABLE cases; --"))
    assert alike(cases, builders.case(doc_number="1'; DROP TABLE cases; --")) == (stored,)


def test_new_and_changed_cases_are_kept_together_or_not_at_all(cases: StoredCases) -> None:
    stored = cases.add(builders.case(doc_number="1"))
    with pytest.raises(NotAllowed, match="changed in another place"):
        cases.keep([builders.case(doc_number="2")], [(stored, State.POSTED)])
    assert cases.all() == (stored,)
    [new] = cases.keep([builders.case(doc_number="2")], [(replace(stored, note="seen"), State.NEW)])
    assert {case.id for case in cases.all()} == {stored.id, new.id}


def test_a_case_that_joins_another_is_no_row_any_more(cases: StoredCases) -> None:
    kept, gone = cases.add(builders.case(doc_number="1")), cases.add(builders.case(doc_number="2"))
    with pytest.raises(NotAllowed):
        cases.join(kept, State.NEW, replace(gone, state=State.POSTED))
    cases.join(replace(kept, times=2), State.NEW, gone)
    assert cases.all() == (replace(kept, times=2),)


def test_a_case_without_a_number_that_an_older_untwin_stored_is_found_by_its_words(home: Home) -> None:
    older.make(home.database, 5)
    old, typed = nameless("one", id="1"), replace(nameless("two", id="2"), doc_number="1234")
    with closing(sqlite3.connect(home.database)) as connection, connection:
        for case, kept in ((old, "\n5f4d"), (typed, "1234")):
            connection.execute(
                "INSERT INTO cases (company, source, kind, doc_number, state, created_at, updated_at, body)"
                " VALUES (?, 'clio', 'duplicate_doc_number', ?, 'new', '', '', ?)",
                (builders.REALM, kept, encode(case)),
            )
    cases = StoredCases(open_database(home.database))
    assert alike(cases, nameless("one")) == (old,)
    assert alike(cases, nameless("two")) == alike(cases, builders.case(doc_number="1234")) == (typed,)


def alike(cases: StoredCases, case: Case) -> tuple[Case, ...]:
    [found] = cases.alike([case])
    return found


MARKED = Marks(labels=("ask Ann", "vip"), note="“call” her\n", unread=True)
PUT_OFF = MARKED.snoozed(Snooze(Until.PERIOD, None, builders.NOW, "blocked", 1, date(2026, 10, 31)))


def test_marks_come_back_and_change_nothing_else(cases: StoredCases) -> None:
    stored = cases.add(whole_case())
    cases.mark([(stored.id, PUT_OFF)])
    assert cases.get(stored.id) == replace(stored, marks=PUT_OFF)


def test_a_flow_that_began_earlier_does_not_take_marks_off(cases: StoredCases) -> None:
    before = cases.add(builders.case())
    cases.mark([(before.id, MARKED)])
    cases.save(before.moved(State.LOOKING, builders.NOW), before.state)
    assert cases.get(before.id).marks == MARKED
    assert cases.get(before.id).state is State.LOOKING


def test_a_case_of_before_there_were_marks_is_read_and_saved(home: Home) -> None:
    database = open_database(home.database)
    cases = StoredCases(database)
    stored = cases.add(builders.case())
    with database.transaction() as connection:
        connection.execute("UPDATE cases SET body = json_remove(body, '$.marks')")
    assert cases.get(stored.id) == stored
    cases.save(stored.moved(State.LOOKING, builders.NOW), stored.state)
    assert cases.get(stored.id).marks == Marks()
    cases.mark([(stored.id, MARKED)])
    assert cases.get(stored.id).marks == MARKED


def test_marks_are_put_on_all_or_on_none(cases: StoredCases) -> None:
    stored = cases.add(builders.case())
    with pytest.raises(BadInput):
        cases.mark([(stored.id, MARKED), ("999", MARKED)])
    assert cases.get(stored.id).marks == Marks()


def test_the_newest_cases_of_a_company_come_first_and_no_more_than_asked(cases: StoredCases) -> None:
    kept = [cases.add(builders.case()) for _ in range(3)]
    cases.add(builders.case(company="another"))
    assert [case.id for case in cases.newest(builders.REALM, 2)] == [kept[2].id, kept[1].id]
