"""A report refuses what no file could show rightly."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report, Section, Table

AT = datetime(2026, 11, 2, 16, 17, tzinfo=UTC)
RIGHT: dict[Kind, Cell] = {
    Kind.TEXT: "said",
    Kind.NUMBER_TEXT: "0123",
    Kind.MONEY: Amount(Decimal(1), "USD"),
    Kind.DAY: date(2026, 11, 2),
    Kind.MOMENT: AT,
    Kind.COUNT: 3,
}


@pytest.mark.parametrize("kind", Kind)
def test_a_column_takes_its_own_kind_and_nothing_and_refuses_every_other(kind: Kind) -> None:
    column = Column("Title", kind)
    assert Table((column,), ((RIGHT[kind],), (None,))).rows[1] == (None,)
    for other, cell in RIGHT.items():
        if not (isinstance(cell, str) and isinstance(RIGHT[kind], str)) and other is not kind:
            with pytest.raises(ValueError, match="can't stand in the column Title"):
                Table((column,), ((cell,),))


@pytest.mark.parametrize("cell", [AT.replace(tzinfo=None), True])
def test_a_moment_without_an_offset_and_a_yes_are_refused(cell: Cell) -> None:
    kind = Kind.COUNT if cell is True else Kind.MOMENT
    with pytest.raises(ValueError, match="can't stand"):
        Table((Column("Title", kind),), ((cell,),))


def test_a_row_has_a_cell_for_every_column() -> None:
    with pytest.raises(ValueError, match="1 cells under 2 columns"):
        Table((Column("a"), Column("b")), (("only",),))


def test_something_stands_above_what_stands_below() -> None:
    with pytest.raises(ValueError, match="stand below"):
        Table((Column("a", below=True),), ())
    with pytest.raises(ValueError, match="stand below"):
        Table((), ())


def test_a_section_holds_a_table_or_facts() -> None:
    with pytest.raises(ValueError, match="not both"):
        Section("A", table=Table((Column("a"),), ()), facts=(("a", "b"),))


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_an_amount_is_a_number(value: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        Amount(Decimal(value))


def test_the_fingerprint_is_whole_at_the_top_and_short_at_the_foot() -> None:
    report = Report("", "", (("a", "b"),), (), fingerprint="0123456789abcdef" * 4)
    assert report.top == (("a", "b"), ("Fingerprint of the change history", "0123456789abcdef" * 4))
    assert report.foot == "Fingerprint of the change history: 0123456789abcdef…"


def test_without_a_fingerprint_nothing_speaks_of_one() -> None:
    report = Report("", "", (("a", "b"),), ())
    assert (report.top, report.foot) == ((("a", "b"),), "")
