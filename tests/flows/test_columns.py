"""The columns of a table: shown before anything is stored where one is unsure, corrected once, remembered since."""

from flows.conftest import Office
from untwin.domain.columns import Holds, KnownBy
from untwin.domain.mapping import Mapping, unsure
from untwin.flows.take_in import Wishes

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
