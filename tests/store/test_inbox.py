"""The inbox's list answers what the cases themselves would: orders, counts, the filter, news, and what others say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import grouped
from untwin.domain.cases.marks import Marks, Snooze, Until
from untwin.domain.cases.source_ways import why_locked_by, why_locked_for
from untwin.domain.errors.faults import FaultKind
from untwin.domain.inbox.entry import search_text
from untwin.domain.inbox.filter_fits import Seen, fits
from untwin.domain.inbox.filter_line import Filter
from untwin.domain.inbox.filter_words import WORDS, parse
from untwin.domain.inbox.inbox import VIEWS, counts, in_order
from untwin.domain.inbox.query import Column, Query
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Judgement, Verdict
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import Database, open_database
from untwin.store.home import Home
from untwin.store.inbox import StoredInbox
from untwin.store.inbox_entries import make_anew

NOW = builders.NOW
FAR = 60.0  # seconds: time enough


@pytest.fixture
def database(home: Home) -> Database:
    made = open_database(home.database)
    StoredCompanies(made).put(builders.COMPANY)
    return made


@pytest.fixture
def cases(database: Database) -> StoredCases:
    return StoredCases(database)


@pytest.fixture
def inbox(database: Database) -> Iterator[StoredInbox]:
    reader = StoredInbox(database)
    yield reader
    reader.close()


EVERY = Filter()


def drawn(number: int) -> Case:
    """One of many that differ in everything that the list goes by."""
    states = list(State)
    found = builders.evidence(holders=(replace(builders.HOLDER, emailed=number % 3 == 0),))
    total = (None, Decimal("1240.00"), Decimal("85.5"), Decimal("0.01"))[number % 4]
    return builders.case(
        id="",
        company=("1", builders.REALM, None)[number % 3],
        source=("clio", "hubspot", None)[number % 5 % 3],
        state=states[number * 7 % len(states)],
        kind=FaultKind.DUPLICATE_NAME if number % 11 == 0 else FaultKind.DUPLICATE_DOC_NUMBER,
        doc_number=(f"INV-{number}", str(number * 37), None)[number % 6 % 3],
        created_at=NOW - timedelta(hours=number, microseconds=number * 7919 % 13),
        updated_at=NOW - timedelta(hours=number // 2),
        incoming=replace(builders.INCOMING, total=total, customer=("Ärger & Söhne", "O'Neill", None)[number % 3]),
        evidence=found if number % 2 else None,
        judgement=judge(found) if number % 2 else None,
        marks=_marks(number),
    )


def _marks(number: int) -> Marks:
    until = (NOW - timedelta(hours=1), NOW + timedelta(hours=1), None)[number % 3]
    snooze = Snooze(Until.TIME, until, NOW - timedelta(days=1)) if number % 4 == 0 else None
    labels = (("VIP",), ("vip client", "Ask Ann"), ())[number % 3]
    return Marks(snooze, labels, note="call" * (number % 2), unread=number % 5 == 0, archived=number % 7 == 0)


def fill(cases: StoredCases, count: int = 60) -> tuple[Case, ...]:
    return cases.keep([drawn(number) for number in range(count)])


def seen(case: Case) -> Seen:
    name = builders.COMPANY.name if case.company == builders.REALM else ""
    return Seen(case, NOW, name, search_text(case, name))


def expected(every: tuple[Case, ...], query: Query) -> list[int]:
    """The same by reading every case."""
    mine = [c for c in every if not query.company or c.company in (query.company, None)]
    mine = [c for c in mine if fits(query.view, seen(c)) or int(c.id) in query.also]
    return [int(c.id) for c in in_order(mine) if fits(query.typed, seen(c))]


@pytest.mark.parametrize(("view", "company"), list(product(range(len(VIEWS)), ("", "1", builders.REALM))))
def test_a_view_lists_its_cases_in_the_inboxs_order(
    cases: StoredCases, inbox: StoredInbox, view: int, company: str
) -> None:
    every = fill(cases)
    for typed in ("", "inv", "o'neill 85", "ä", "zz", '"', "in posted", "%", "INV-1", "1", "harlow"):
        for also in (frozenset[int](), frozenset({1, 2, 3, 999})):
            query = Query(VIEWS[view].wanted, NOW, company, parse(typed), also)
            wanted = expected(every, query)
            assert list(inbox.ids(query)) == wanted, (typed, also)
            found = inbox.first(query, 7, FAR)
            assert list(found.ids) == wanted[:7]
            assert found.whole == (len(wanted) < 7)
            assert list(inbox.fitting(query, range(1, 31))) == [i for i in wanted if i <= 30]


Filled = tuple[tuple[Case, ...], StoredInbox]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """One filled inbox for all examples."""
    database = open_database(tmp_path_factory.mktemp("shared") / "untwin.sqlite3")
    StoredCompanies(database).put(builders.COMPANY)
    filled = fill(StoredCases(database)), StoredInbox(database)
    yield filled
    filled[1].close()


_PIECES = (
    *(f"{word.name}:{value}" for word in WORDS for value in word.values),
    *("company:harlow", "company:1", "source:clio", "source:hub", "no:37", "no:INV-7", "no:inv-1..inv-30", "no:100.."),
    *("no:<500", "amount:>500", "amount:<=85.50", "amount:85.5", "amount:0.01..1240.00"),
    *("age:>2d", "age:<3h", "age:>5h", "label:vip", 'label:"ask ann"', "code:6140", "code:61"),
    *("smith", '"o\'neill"', "é"),
)
LINES = st.lists(st.tuples(st.sampled_from(("", "-")), st.sampled_from(_PIECES)), max_size=4).map(
    lambda pieces: " ".join(minus + piece for minus, piece in pieces)
)


@pytest.mark.parametrize("piece", _PIECES)
def test_each_filter_word_means_what_it_means_in_memory(shared: Filled, piece: str) -> None:
    every, inbox = shared
    for line in (piece, f"-{piece}"):
        query = Query(EVERY, NOW, typed=parse(line))
        assert not query.typed.problems
        assert list(inbox.ids(query)) == expected(every, query), line


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=6) | LINES)
def test_whatever_is_typed_is_found_as_reading_would(shared: Filled, typed: str) -> None:
    every, inbox = shared
    for query in (Query(EVERY, NOW, typed=parse(typed)), Query(parse(typed), NOW, company=builders.REALM)):
        assert list(inbox.ids(query)) == expected(every, query)
        assert list(inbox.first(query, 1000, FAR).ids) == expected(every, query)


def test_counts_are_those_of_the_cases(cases: StoredCases, inbox: StoredInbox) -> None:
    every = fill(cases)
    for company in ("", "1", builders.REALM):
        mine = [c for c in every if not company or c.company in (company, None)]
        told = inbox.counts(Query(EVERY, NOW, company, parse("whatever")), [view.wanted for view in VIEWS])
        assert (told.views, told.total) == (counts(map(seen, mine)), len(mine))
    assert inbox.in_company("1") == sum(c.company == "1" for c in every)


@pytest.mark.parametrize(("column", "backwards"), list(product(Column, (False, True))))
def test_a_column_sorts_and_equals_keep_the_inboxs_order(
    cases: StoredCases, inbox: StoredInbox, column: Column, backwards: bool
) -> None:
    fill(cases)
    query = Query(EVERY, NOW, column=column, backwards=backwards)
    ids = list(inbox.ids(query))
    keys = [inbox.key(query, case_id) for case_id in ids]
    assert None not in keys
    assert all(first < second for first, second in pairwise(keys))  # type: ignore[operator]
    if column is Column.AMOUNT:
        every = {int(c.id): c.incoming.total for c in cases.all() if c.incoming}
        amounts = [every[i] or Decimal(-1) for i in ids]
        assert amounts == sorted(amounts, reverse=backwards)


def test_a_change_is_news_once(cases: StoredCases, inbox: StoredInbox) -> None:
    first, second = cases.keep([drawn(1), drawn(2)])
    begun = inbox.news(0)
    assert begun.ids == {1, 2}
    assert inbox.news(begun.revision).ids == frozenset()
    cases.save(replace(first, note="seen"), first.state)
    changed = inbox.news(begun.revision)
    assert changed.ids == {1}
    cases.join(second, second.state, first)
    gone = inbox.news(changed.revision)
    assert gone.ids == {1, 2}
    assert list(inbox.ids(Query(EVERY, NOW))) == [2]
    assert inbox.cases([1, 2]) == {2: second}
    cases.add(drawn(3))
    assert inbox.news(gone.revision).ids == {3}


def test_a_changed_case_is_found_by_what_it_is_now_only(cases: StoredCases, inbox: StoredInbox) -> None:
    case = cases.add(drawn(1))
    query = Query(EVERY, NOW, typed=parse("inv-1"))
    assert list(inbox.ids(query)) == ([1] if case.doc_number == "INV-1" else [])
    cases.save(replace(case, doc_number="Q-77"), case.state)
    assert list(inbox.ids(replace(query, typed=parse("q-77")))) == [1]
    assert list(inbox.ids(replace(query, typed=parse("inv-1")))) == []


def test_a_company_that_is_called_otherwise_has_its_cases_found_by_that(
    database: Database, cases: StoredCases, inbox: StoredInbox
) -> None:
    cases.add(builders.case(company=builders.REALM))
    StoredCompanies(database).put(replace(builders.COMPANY, name="Zebra Ltd"))
    assert list(inbox.ids(Query(EVERY, NOW, typed=parse("zebra")))) == [1]


def test_what_locks_a_source_is_what_the_cases_say(cases: StoredCases, inbox: StoredInbox) -> None:
    told = [Judgement(Verdict.PURCHASE_SIDE, ("So it is.",), sale_open=number % 3 == 0) for number in range(7)]
    more = [builders.case(source="clio", state=State.NEEDS_DECISION, judgement=each) for each in told]
    every = (*fill(cases), *cases.keep(more))
    for case in every:
        others = sorted(every, key=lambda c: int(c.id))
        assert why_locked_by(inbox.locks(case), "Clio") == why_locked_for(case, others, "Clio")


def test_groups_are_made_of_what_the_cases_say(cases: StoredCases, inbox: StoredInbox) -> None:
    every = fill(cases)
    in_age = sorted(every, key=lambda c: (c.created_at, int(c.id)))
    assert inbox.grouped(None) == tuple(grouped(c) for c in in_age)
    assert inbox.grouped("") == tuple(grouped(c) for c in in_age if c.company is None)


def test_what_waits_to_post_is_told_with_its_marks(cases: StoredCases, inbox: StoredInbox) -> None:
    case = cases.add(builders.case(state=State.WAITING_TO_POST, watch_began=NOW, please_confirm=True))
    cases.add(builders.case())
    [told] = inbox.waiting()
    assert (told.id, told.number, told.watch_began) == (case.id, case.waiting_number, NOW)
    assert (told.please_confirm, told.not_seen_yet) == (True, False)
    assert inbox.in_state(State.WAITING_TO_POST) == (case.id,)


def test_made_anew_it_says_the_same(database: Database, cases: StoredCases, inbox: StoredInbox) -> None:
    fill(cases)
    query = Query(EVERY, NOW, typed=parse("inv"))
    views = [view.wanted for view in VIEWS]
    before = list(inbox.ids(query)), inbox.counts(query, views), inbox.grouped(None)
    parts = _parts(database)
    with database.transaction() as connection:
        make_anew(connection)
    assert (list(inbox.ids(query)), inbox.counts(query, views), inbox.grouped(None)) == before
    assert _parts(database) == parts
    with database.reading() as connection:
        connection.execute("INSERT INTO inbox_find (inbox_find, rank) VALUES ('integrity-check', 1)")


def test_a_store_of_an_older_untwin_is_searched_by_todays_words(database: Database, cases: StoredCases) -> None:
    cases.add(builders.case())
    with database.transaction() as connection:
        connection.execute("UPDATE inbox_text SET text = 'duplicate doc number'")
        connection.execute("UPDATE inbox_made SET version = version - 1")
    inbox = StoredInbox(open_database(database.path))
    for line in ('"duplicate number"', '"number used already"'):
        assert list(inbox.ids(Query(EVERY, NOW, typed=parse(line)))) == [1]
    inbox.close()


def _parts(database: Database) -> set[tuple[str, str]]:
    with database.reading() as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_master").fetchall())
