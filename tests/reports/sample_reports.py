"""Reports as a firm would hand them over: fourteen changes in two companies, and one change in full."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report, Section, Table

FINGERPRINT = "9f3ac21b04d7e8815c6f2a90b7d3144e5a6b7c8d9e0f112233445566778899aa"
PACIFIC = timezone(timedelta(hours=-8))
COLUMNS = (
    Column("No.", Kind.COUNT),
    Column("Changed at (UTC)", Kind.MOMENT),
    Column("Changed at (local)", Kind.MOMENT),
    Column("By", Kind.TEXT, 2),
    Column("Document", Kind.TEXT, 2),
    Column("Customer", Kind.TEXT, 3),
    Column("Dated", Kind.DAY),
    Column("Total", Kind.MONEY),
    Column("Number before", Kind.NUMBER_TEXT),
    Column("Number after", Kind.NUMBER_TEXT),
    Column("Reason", below=True),
    Column("Before/after check", below=True),
    Column("Then posted", below=True),
)
NOTES = (
    (
        "How to read it: each row is one document whose number was changed in QuickBooks Online, and nothing else "
        "about it. “Number before” is what stood there when Untwin read the document right before the change; “Number "
        "after” is what QuickBooks showed when the document was read again right after it."
    ),
    (
        "The before/after check compares every field that QuickBooks shows of a document, and says how many were "
        "compared. It does not show what QuickBooks keeps to itself, nor what anybody changed at another time."
    ),
    (
        "The fingerprint at the top and at the foot of each page belongs to the change history that this report was "
        "made from. The same history gives the same fingerprint; if one entry had been changed, left out or added "
        "since, it would be another one."
    ),
)
_LONG_NAME = "Brightwater Housing Association (Estate Management) Ltd"
_LONG_WORD = "Verylongunbrokencustomernamewithoutanyspaceinitatallthatsomebodypasted"
_LONG_NUMBERS = ("INV-2026-000317-LONDON", "INV-2026-000317-LON-A")
# Document, customer, date, total, number before and after, what waited for the number; empty where it has not posted.
_HARLOW = [
    ("Credit memo", "Ortega, Luis", "2026-09-03", "-85.00", "1234", "1234-CM", "bill 1234 from Clio"),
    ("Invoice", "Smith, Anna", "2026-09-12", "1240.00", "0123", "0123-A", "bill 0123 from Clio"),
    (
        "Invoice",
        "Brightwater Housing Association (Estate Management) Ltd",
        "2026-10-01",
        "18450.75",
        "1240",
        "1240-A",
        "",
    ),
    ("Sales receipt", "Nguyen, Thi Minh Khai", "2026-10-02", "310.00", "1241", "1241-SR", "bill 1241 from Clio"),
    ("Invoice", "Müller & Søn ApS", "2026-10-02", "7777.11", "1242", "1242-A", "bill 1242 from Clio"),
    ("Refund receipt", "O'Brien, Siobhán", "2026-10-05", "-1111.11", "1243", "1243-RR", "credit note 1243 from Clio"),
    ("Invoice", "田中法律事務所", "2026-10-09", "640000.00", "1244", "1244-A", "bill 1244 from Clio"),
    ("Invoice", "Ковалёва, Мария", "2026-10-12", "95.50", "1245", "1245-A", "bill 1245 from Clio"),
    ("Estimate", "الشركة العربية للتجارة", "2026-10-13", "12000.00", "1246", "1246-E", "bill 1246 from Clio"),
]
_COLE = [
    (
        "Invoice",
        "Doe LLP",
        "2026-10-14",
        "2210.40",
        "INV-2026-000317-LONDON",
        "INV-2026-000317-LON-A",
        "deal from HubSpot",
    ),
    ("Invoice", '=HYPERLINK("http://x.example";"click")', "2026-10-15", "1.00", "88", "88-A", "deal from HubSpot"),
    (
        "Invoice",
        "Verylongunbrokencustomernamewithoutanyspaceinitatallthatsomebodypasted",
        "2026-10-16",
        "999.99",
        "89",
        "89-A",
        "",
    ),
    ("Credit memo", "Fitzgerald, Ann-Marie", "2026-10-19", "-45.00", "90", "90-CM", "deal from HubSpot"),
    ("Invoice", "Zhang, Wei", "2026-10-20", "5300.00", "91", "91-A", "deal from HubSpot"),
]


def change_row(number: int, row: tuple[str, ...], currency: str) -> tuple[Cell, ...]:
    """One row of the table of changes."""
    document, customer, day, total, before, after, posted = row
    at = datetime(2026, 11, 2, 17, 4, 9, tzinfo=UTC) + timedelta(hours=7 * number, minutes=13 * number, seconds=number)
    amount = Decimal(total)
    check = (
        f"On this document all {38 + number} other fields QuickBooks shows are as they were: total {abs(amount):.2f}, "
        f"balance {abs(amount):.2f}, date {day}, customer {customer}."
    )
    reason = f"The number {before} was used by this {document.lower()}; a {posted or 'bill from Clio'} could not post."
    then = f"Posted {at + timedelta(minutes=3):%Y-%m-%d %H:%M} UTC as invoice {before}: amount, customer, date agree."
    who = "Ann Whitfield" if number % 3 else "Jonathan Cholmondeley-Featherstone"
    cells = (number, at, at.astimezone(PACIFIC), who, document, customer, date.fromisoformat(day))
    return (*cells, Amount(amount, currency), before, after, reason, check, then if posted else None)


def fourteen_changes() -> Report:
    """What a managing partner gets for the month."""
    harlow = tuple(change_row(number, row, "USD") for number, row in enumerate(_HARLOW, 1))
    cole = tuple(change_row(number, row, "EUR") for number, row in enumerate(_COLE, 10))
    lead = "Each row is one document whose number was changed. Nothing was created, deleted, voided or paid."
    return Report(
        title="Changes of document numbers",
        subtitle="Harlow & Pike LLP and Cole Trust Ltd, 1 to 30 November 2026",
        about=(
            ("Companies in QuickBooks Online", "Harlow & Pike LLP; Cole Trust Ltd"),
            ("Period", "1 November 2026 to 30 November 2026, both days included"),
            ("Changes", "14 in 14 documents; 12 of the waiting documents have posted, 2 have not yet"),
            ("Made by", "Ann Whitfield, on the computer BOOKS-07, with Untwin 0.1.0"),
            ("Made at", "2026-12-01 09:15:00 UTC-08:00 (17:15:00 UTC)"),
        ),
        sections=(
            Section("Harlow & Pike LLP", lead, Table(COLUMNS, harlow)),
            Section("Cole Trust Ltd", lead, Table(COLUMNS, cole)),
        ),
        notes=NOTES,
        fingerprint=FINGERPRINT,
    )


ONE_CHANGE = (
    ("Document", "Invoice 0123-A of 2026-09-12 to Smith, Anna: USD 1,240.00"),
    ("Number before", "0123"),
    ("Number after", "0123-A"),
    ("Changed by", "Ann Whitfield"),
    ("Changed at", "2026-11-03 07:30:11 UTC, 2026-11-02 23:30:11 local time (UTC-08:00)"),
    ("Reason", "The number 0123 was used by this invoice; bill 0123 from Clio, USD 410.00, could not post."),
    ("Confirmed", "It was e-mailed from QuickBooks: the customer holds the old number. Ticked by Ann Whitfield."),
    ("Before/after check", "On this document all 40 other fields QuickBooks shows are as they were: total 1240.00."),
    ("Then posted", "Invoice 0123, USD 410.00, posted 2026-11-03 07:33:11 UTC; it agrees with the bill in Clio."),
)
DIFFERENCES = Table(
    (Column("Field", Kind.TEXT, 2), Column("Before", Kind.TEXT, 3), Column("After", Kind.TEXT, 3)),
    (
        ("Number", "0123", "0123-A"),
        ("Version kept by QuickBooks", "4", "5"),
        ("Last saved", "2026-09-12 10:22:41 UTC-07:00", "2026-11-02 23:30:12 UTC-08:00"),
    ),
)


def one_change() -> Report:
    """One case in full, as an auditor asks for it."""
    return Report(
        title="Change of one document number",
        subtitle="Harlow & Pike LLP, invoice 0123",
        about=(
            ("Company in QuickBooks Online", "Harlow & Pike LLP"),
            ("Made by", "Ann Whitfield, with Untwin 0.1.0"),
            ("Made at", "2026-12-01 09:15:00 UTC-08:00"),
        ),
        sections=(
            Section("What was changed", facts=ONE_CHANGE),
            Section(
                "What differs between before and after",
                "All fields that are not listed here were the same.",
                DIFFERENCES,
            ),
            Section("What else was looked at", "No payment, deposit or estimate is linked to this invoice."),
        ),
        notes=NOTES[1:],
        fingerprint=FINGERPRINT,
    )
