"""The columns of a table: shown before anything is stored where one is unsure, corrected once, remembered since."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from flows.conftest import Office
from untwin.domain.cases.case import State
from untwin.domain.errors.columns import GivenFor, Holds, KnownBy, TableSeen, given_of
from untwin.domain.errors.mapping import Mapping, guessed, unsure
from untwin.flows.arriving.take_in import Wishes

ERROR = "Duplicate Document Number Error DocNumber={n} is assigned to TxnType=Invoice with TxnId=5"
ODD = "Zyx\tWww\tVvv\tError\n" + "".join(
    f"Smith, Anna\t{1240 + n}.00\tR-{n}\t{ERROR.format(n=n)}\n" for n in (77, 78, 79)
)
ASKING = Wishes(asks=True)


def test_what_is_only_guessed_is_asked_before_anything_is_stored(office: Office) -> None:
    taken = office.desk.take_in.text(ODD, wishes=ASKING)
    assert unsure(taken.tables)
    assert taken.asks_columns
    assert office.desk.cases.all() == ()


def test_a_correction_is_taken_in_and_remembered_for_such_tables(office: Office) -> None:
    [table] = office.desk.take_in.text(ODD, wishes=ASKING).tables
    mapping = Mapping(table).with_column(1, Holds.CUSTOMER).with_column(2, Holds.AMOUNT)
    taken = office.desk.take_in.text(ODD, wishes=Wishes(given=mapping.given))
    incoming = taken.new[0].incoming
    assert incoming is not None
    assert (incoming.customer, str(incoming.total)) == ("Smith, Anna", "1317.00")
    later = office.desk.take_in.text(ODD.replace("Smith", "Roe"), wishes=ASKING)
    assert not later.asks_columns
    known = office.desk.cases.get(taken.new[0].id).incoming
    assert known is not None
    assert known.customer == "Roe, Anna"


def test_a_correction_of_what_is_there_already_is_not_the_error_once_more(office: Office) -> None:
    first = office.desk.take_in.text(ODD)
    [table] = first.tables
    solved = first.new[0].moved(State.IGNORED, first.new[0].created_at)
    office.desk.cases.save(solved, State.NEW)
    mapping = Mapping(table).with_column(1, Holds.CUSTOMER).with_column(2, Holds.AMOUNT)
    again = office.desk.take_in.text(ODD, wishes=Wishes(given=mapping.given, at=first.at))
    assert [case.count for case in again.joined] == [1, 1, 1]
    assert {len(case.sightings) for case in again.joined} == {1}
    assert {case.incoming.customer for case in again.joined if case.incoming} == {"Smith, Anna"}
    assert again.failed_again == ()
    once_more = office.desk.take_in.text(ODD)
    assert [case.count for case in once_more.joined] == [2, 2, 2]


def test_a_column_gives_up_what_another_one_is_said_to_hold(office: Office) -> None:
    [table] = office.desk.take_in.text(ODD, wishes=ASKING).tables
    mapping = Mapping(table).with_column(1, Holds.NUMBER)
    held = {column.place: column.holds for column in mapping.table.columns}
    assert (held[1], held[3]) == (Holds.NUMBER, None)
    assert mapping.given[Holds.NUMBER] == "Zyx"
    assert mapping.table.columns[0].known_by is KnownBy.GIVEN
    assert Mapping(table).with_column(3, None).given[Holds.NUMBER] == ""


def test_nothing_is_remembered_of_a_table_without_headers(office: Office) -> None:
    bare = ODD.split("\n", 1)[1]
    [table] = office.desk.take_in.text(bare, wishes=ASKING).tables
    office.desk.take_in.text(bare, wishes=Wishes(given=Mapping(table).given))
    assert office.desk.take_in.text(bare, wishes=ASKING).asks_columns


def test_without_somebody_to_ask_a_table_is_taken_in_as_it_was_understood(office: Office) -> None:
    assert len(office.desk.take_in.text(ODD).new) == 3


def said(table: TableSeen, **places: int) -> GivenFor:
    """A person's word about one table: by what is held, its column from 1."""
    mapping = Mapping(table)
    for holds, place in places.items():
        mapping = mapping.with_column(place, Holds[holds])
    return GivenFor({table.layout: mapping.given})


def test_a_list_that_names_no_number_asks_for_its_column_and_is_used_then(office: Office) -> None:
    strange = "Our mark,Client,Total\nA-1,Smith,5.00\nA-2,Roe,6.00\n"
    asked = office.desk.take_in.text(strange, wishes=ASKING)
    assert asked.asks_columns
    assert asked.bills is None

    answer = said(asked.tables[0], NUMBER=1)
    taken = office.desk.take_in.text(strange, wishes=Wishes(given=answer, asks=True))
    assert taken.bills is not None
    assert [row.number for row in taken.bills.rows] == ["A-1", "A-2"]
    later = office.desk.take_in.text(strange, wishes=ASKING)
    assert later.bills is not None
    assert not later.asks_columns


def test_who_says_that_no_column_holds_the_number_is_not_asked_twice(office: Office) -> None:
    strange = "Our mark,Client,Total\nA-1,Smith,5.00\n"
    [table] = office.desk.take_in.text(strange, wishes=ASKING).tables
    again = office.desk.take_in.text(strange, wishes=Wishes(given=said(table), asks=True))
    assert not again.asks_columns
    assert again.sentence == "No error was found in this text. Nothing was taken in."


def test_what_is_said_of_one_table_leaves_another_one_alone(office: Office, tmp_path: Path) -> None:
    one, other = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text("Our mark,Number,Client,Email,Total\nA-1,7,Smith,s@x.example,5.00\n", encoding="utf-8")
    other.write_text("Number,Client,Email,Total\n8,Roe,r@x.example,6.00\n", encoding="utf-8")
    tables = office.desk.take_in.files([one, other]).tables
    first = next(table for table in tables if table.columns[0].header == "Our mark")
    mapping = Mapping(first).with_column(1, Holds.NUMBER).with_column(4, None)
    given = GivenFor({first.layout: mapping.given})

    for wishes in (Wishes(given=given), ASKING):
        taken = office.desk.take_in.files([one, other], wishes=wishes)
        assert taken.bills is not None
        assert [(row.number, row.email) for row in taken.bills.rows] == [("A-1", None), ("8", "r@x.example")]


def test_what_was_said_can_be_forgotten(office: Office) -> None:
    [table] = office.desk.take_in.text(ODD, wishes=ASKING).tables
    office.desk.take_in.text(ODD, wishes=Wishes(given=said(table, CUSTOMER=2)))
    assert not office.desk.take_in.text(ODD, wishes=ASKING).asks_columns
    assert office.desk.take_in.text(ODD, wishes=replace(ASKING, forget=True)).asks_columns
    assert office.desk.take_in.text(ODD, wishes=ASKING).asks_columns


def test_days_that_may_mean_two_are_asked_and_the_answer_is_kept(office: Office) -> None:
    text = "Number,Client,Total,Date\n7,Smith,5.00,03/04/2026\n8,Roe,6.00,05/04/2026\n"
    asked = office.desk.take_in.text(text, wishes=ASKING)
    assert asked.asks_columns
    assert [c.known_by for c in asked.tables[0].columns][3] is KnownBy.TWO_DAYS
    answer = said(asked.tables[0], DAY_FIRST=4)
    for wishes in (Wishes(given=answer, asks=True), ASKING):
        bills = office.desk.take_in.text(text, wishes=wishes).bills
        assert bills is not None
        assert [row.date for row in bills.rows] == [date(2026, 4, 3), date(2026, 4, 5)]
        assert bills.tables[0].columns[3].holds is Holds.DAY_FIRST
    month_first = office.desk.take_in.text(text, wishes=Wishes(given={Holds.MONTH_FIRST: "Date"})).bills
    assert month_first is not None
    assert month_first.rows[0].date == date(2026, 3, 4)


def test_only_one_column_holds_the_date_whatever_its_order(office: Office) -> None:
    [table] = office.desk.take_in.text("Number,Client,Paid on,Date\n7,Smith,03/04/2026,03/04/2026\n").tables
    mapping = Mapping(table).with_column(3, Holds.MONTH_FIRST)
    assert [column.holds for column in mapping.table.columns][2:] == [Holds.MONTH_FIRST, None]


def test_where_nobody_can_be_asked_what_was_only_guessed_stays_unknown(office: Office) -> None:
    taken = office.desk.take_in.text(ODD)

    assert [case.doc_number for case in taken.new] == ["77", "78", "79"]
    assert [case.incoming for case in taken.new] == [None, None, None]
    assert {column.holds for column in guessed(taken.tables)} == {Holds.NUMBER, Holds.AMOUNT}
    said = office.desk.take_in.text(ODD, wishes=Wishes(given=given_of(["customer=Zyx", "amount=Www"])))
    assert [case.incoming and case.incoming.customer for case in said.joined] == ["Smith, Anna"] * 3


def test_what_was_said_of_one_column_holds_where_another_is_only_guessed(office: Office) -> None:
    taken = office.desk.take_in.text(ODD, wishes=Wishes(given=given_of(["customer=Zyx"])))

    [known] = {(case.incoming.customer, case.incoming.total) for case in taken.new if case.incoming}
    assert known == ("Smith, Anna", None)
