"""What goes into a report: each change with who, when, from what to what, its outcome, and the head of the chain."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from builders import HOLDER, INCOMING, REALM, TWIN
from flows.conftest import Office
from flows.walk import CONFIRMED, looked_up, renumbered
from untwin.domain.problems import BadInput
from untwin.domain.reports.report import Amount, Report, Section
from untwin.flows.export import Export, Wanted, month_of

HERE = timezone(timedelta(hours=-5))


@dataclass
class Shelf:
    """Honours `Reports`, and keeps what it is given."""

    kept: list[Report] = field(default_factory=list)

    def write(self, report: Report, file: Path, *, replace: bool = False) -> None:
        self.kept.append(report)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def export(office: Office, shelf: Shelf) -> Export:
    return replace(office.desk.export, reports=shelf, local=lambda at: at.astimezone(HERE))


def told(office: Office, shelf: Shelf, wanted: Wanted | None = None) -> Report:
    export(office, shelf)(Path("x.pdf"), wanted or Wanted())
    return shelf.kept[-1]


def cells(section: Section) -> list[dict[str, object]]:
    assert section.table is not None
    titles = [column.title for column in section.table.columns]
    return [dict(zip(titles, row, strict=True)) for row in section.table.rows]


def test_a_change_tells_who_when_from_what_to_what_and_what_it_came_to(office: Office, shelf: Shelf) -> None:
    renumbered(office)
    report = told(office, shelf)
    [row] = cells(report.sections[0])
    assert report.sections[0].title == "Harlow & Pike LLP"
    assert (row["Old number"], row["New number"], row["Check"]) == ("1234", "CM-1234", "proved")
    assert (row["Who"], row["Why"], row["Customer"]) == ("Ann", "needed by bill 1234", "Ortega, Luis")
    assert row["Total"] == Amount(HOLDER.total or 0, "USD")  # type: ignore[arg-type]
    here, utc = row["When, here"], row["When, UTC"]
    assert isinstance(here, datetime)
    assert isinstance(utc, datetime)
    assert here == utc
    assert (here.utcoffset(), utc.tzinfo) == (timedelta(hours=-5), UTC)
    assert "as they were" in str(row["What the check found"])
    assert report.fingerprint == office.desk.history.head()
    assert len(report.fingerprint) == 64


def test_the_posting_stands_beside_the_change(office: Office, shelf: Shelf) -> None:
    renumbered(office)
    office.desk.retry("1")
    posted = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=office.books.clock.now())
    office.books.documents["900"] = posted
    office.desk.watch("1")
    report = told(office, shelf)
    assert "Posted as invoice 1234" in str(cells(report.sections[0])[0]["Since then"])
    assert [row["What"] for row in cells(report.sections[1])] == ["retry", "posted"]


def test_a_company_or_a_month_alone_can_be_told(office: Office, shelf: Shelf) -> None:
    renumbered(office)
    assert len(told(office, shelf, Wanted(company=REALM, month=(2026, 11))).sections) == 1
    assert told(office, shelf, Wanted(company="other")).sections[0].title == "Nothing was changed"
    assert told(office, shelf, Wanted(month=(2026, 10))).sections[0].table is None


def test_a_month_ends_by_the_clock_here(office: Office, shelf: Shelf) -> None:
    office.books.clock.at = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
    renumbered(office)
    assert told(office, shelf, Wanted(month=(2026, 11))).sections[0].table is not None
    assert told(office, shelf, Wanted(month=(2026, 12))).sections[0].table is None


def test_a_case_is_told_with_its_steps_and_every_field_before_and_after(office: Office, shelf: Shelf) -> None:
    renumbered(office)
    report = told(office, shelf, Wanted(case_id="1"))
    by_title = {section.title: section for section in report.sections}
    assert dict(by_title["The case"].facts)["Verdict"] == "Unrelated document"
    assert dict(by_title["Change 1 of 1"].facts)["It came to"] == "proved"
    assert len(cells(by_title["Its steps"])) == 5
    fields = {row["Field"]: row for row in cells(by_title["Before and after"])}
    assert (fields["DocNumber"]["Before"], fields["DocNumber"]["After"]) == ("1234", "CM-1234")
    assert fields["DocNumber"]["Compared"] == "expected"
    assert fields["TotalAmt"]["Compared"] == "same"


def test_a_case_whose_images_were_blanked_says_so(office: Office, shelf: Shelf) -> None:
    renumbered(office)
    assert office.desk.history.blank_images(office.books.clock.now() + timedelta(days=1)) == 2
    report = told(office, shelf, Wanted(case_id="1"))
    [section] = [section for section in report.sections if section.title == "Before and after"]
    assert "not kept here any more" in section.lead
    assert office.desk.history.verify().whole


def test_a_case_that_was_never_changed_is_told_too(office: Office, shelf: Shelf) -> None:
    looked_up(office)
    assert told(office, shelf, Wanted(case_id="1")).sections[0].title == "The case"
    with pytest.raises(BadInput):
        export(office, shelf)(Path("x.pdf"), Wanted(case_id="99"))


def test_a_restore_is_told_as_one(office: Office, shelf: Shelf) -> None:
    renumbered(office)
    plan = office.desk.restore.plan(office.desk.restore.of_case("1"))
    office.desk.restore(plan, CONFIRMED)
    rows = cells(told(office, shelf).sections[0])
    assert [row["Document"] for row in rows] == ["credit memo", "credit memo, old number given back"]


def test_a_dry_run_tells_what_would_change_and_what_would_not(office: Office, shelf: Shelf) -> None:
    case = looked_up(office)
    office.desk.take_in.text("Duplicate Document Number Error DocNumber=99 is assigned to TxnType=Invoice with TxnId=5")
    planned = office.desk.renumber.plan({case.id: {}, "2": {}})
    export(office, shelf).dry_run(planned, Path("plan.xlsx"))
    report = shelf.kept[-1]
    assert "nothing was changed" in report.notes[0]
    assert cells(report.sections[0])[0]["New number"] == "CM-1234"
    assert cells(report.sections[1])[0]["Case"] == "2"
    assert office.books.orders == []


def test_a_month_is_read_as_it_is_written() -> None:
    assert month_of(" 2026-10 ") == (2026, 10)
    for bad in ("October", "2026-13", "2026"):
        with pytest.raises(BadInput, match="is no month"):
            month_of(bad)
