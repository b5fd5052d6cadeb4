"""Files and texts that can't be read, or not all of them, end in a sentence; what can be read is never lost."""

import re
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import Workbook

from untwin.domain.errors.faults import FaultKind
from untwin.intake.files.formulas import not_computed
from untwin.intake.reader import read_bytes, read_file, read_text

FAULT = "Duplicate Document Number Error : DocNumber=31 is assigned to TxnType=Invoice with TxnId=77"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04....xl/workbook.xml....", "damaged"),
        (b"PK\x03\x04....readme.txt....", "packed file"),
        (b"%PDF-1.7 Duplicate Document Number Error", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "Outlook"),
        (b"\xd0\xcf\x11\xe0" + "__substg1.0_0037001F".encode("utf-16-le"), "save the mail as text"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "Old Excel"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "Word documents can't be read yet"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"PK\x03\x04....word/document.xml....", "Word documents can't be read yet"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text....", "Word documents"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet....", ".xlsx"),
        (b"PK\x03\x04....xl/workbook.bin....", ".xlsx"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"7z\xbc\xaf\x27\x1c\x00", "packed file"),
        (b"bplist00\xd1\x01\x02", "Safari"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"", "empty"),
        (bytes(range(256)) * 4, "could not be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_a_sentence(data: bytes, words: str) -> None:
    reading = read_bytes(data, "march.bin")

    assert reading.findings == ()
    [sentence] = reading.unread
    assert sentence.startswith("march.bin")
    assert words in sentence


def test_a_missing_file_and_a_folder_are_sentences(tmp_path: Path) -> None:
    assert "no such file" in read_file(tmp_path / "gone.txt").unread[0]
    assert read_file(tmp_path).unread


def test_a_name_that_no_file_can_have_is_a_sentence() -> None:
    assert read_file(Path("a\x00b")).unread


def test_what_lies_behind_the_limit_is_said_and_nothing_before_it_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "large.log"
    path.write_text(FAULT + "\n" + "." * 2_000 + FAULT)

    for reading in (read_file(path, limit=1_000), read_text(path.read_text(), "large.log", limit=1_000)):
        assert [finding.txn_id for finding in reading.findings] == ["77"]
        assert reading.unread[0].startswith("large.log is l")
        assert "1000" in reading.unread[0]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_a_file_is_read_in_whatever_it_was_written(encoding: str) -> None:
    text = "Num\u00e9ro de document en double. DocNumber=\u00c9-9 is assigned to TxnType=Facture with TxnId=5"
    [finding] = read_bytes(text.encode(encoding), "x.txt").findings

    assert (finding.doc_number, finding.entity, finding.message) == ("\u00c9-9", "Invoice", text)


def test_broken_characters_are_said_and_the_error_is_found() -> None:
    reading = read_bytes(b"\x81\x8d broken \xff\xfe\x9d " + FAULT.encode() + b" \xc3", "old.log")
    assert [finding.doc_number for finding in reading.findings] == ["31"]


def test_a_mail_that_says_the_same_twice_gives_each_error_once() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@firm.example", "b@firm.example", "Sync"
    mail.set_content(FAULT)
    mail.add_alternative(f"<p>{FAULT}</p>", subtype="html")

    assert len(read_bytes(mail.as_bytes(), "mail.eml").findings) == 1


def test_a_mail_that_comes_only_as_a_page_is_read_from_the_page() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@firm.example", "b@firm.example", "Sync"
    mail.set_content("See the page.")
    mail.add_alternative(f"<p>{FAULT}</p>", subtype="html")

    [finding] = read_bytes(mail.as_bytes(), "mail.eml").findings
    assert finding.where == "mail.eml, line 1"


def test_an_attachment_that_cannot_be_read_is_said_and_the_mail_is_read() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@firm.example", "b@firm.example", "Sync"
    mail.set_content(FAULT)
    mail.add_attachment(b"PK\x03\x04 xl/ ", maintype="application", subtype="octet-stream", filename="bills.xlsx")

    reading = read_bytes(mail.as_bytes(), "mail.eml")

    assert len(reading.findings) == 1
    [sentence] = reading.unread
    assert sentence.startswith("mail.eml, bills.xlsx: This Excel file is damaged")


def test_a_mail_inside_mails_inside_mails_does_not_exhaust_anything() -> None:
    head = b"From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B%d\n\n--B%d\n"
    data = b"".join(head % (n, n) for n in range(3_000)) + b"\n" + FAULT.encode()

    reading = read_bytes(data, "deep.eml")

    assert reading.findings or reading.unread


@pytest.mark.parametrize("opening", ["{", "[", '{"a":', "<div>", "<!--", "<script>", '"', "(", "> "])
def test_nesting_without_end_exhausts_nothing_and_loses_nothing(opening: str) -> None:
    text = opening * 20_000 + "\n" + FAULT + "\n"
    assert [finding.txn_id for finding in read_text(text).findings] == ["77"]


def test_a_lone_half_of_a_character_does_no_harm() -> None:
    [finding] = read_text("\ud800 " + FAULT.replace("31", "A\udfff")).findings

    finding.message.encode()
    assert finding.doc_number == "A\udfff"


def test_a_place_is_a_line_in_a_text_and_a_row_in_a_table() -> None:
    assert [finding.where for finding in read_text(f"a\n\n{FAULT}\n").findings] == ["line 3"]
    assert [finding.where for finding in read_text(f"a\n{FAULT}\n", "x.log").findings] == ["x.log, line 2"]
    table = f'Invoice No,Customer,Error\n1,"two\nlines",\n2,X,{FAULT}\n'
    assert [finding.where for finding in read_text(table, "x.csv").findings] == ["x.csv, row 3"]


def test_nothing_of_a_page_that_is_program_counts_as_an_error() -> None:
    page = f"<html><script>alert('{FAULT}')</script><style>/* {FAULT} */</style><!-- {FAULT} --><p>Fine.</p></html>"
    assert read_text(page).findings == ()


@pytest.mark.parametrize("opening", ["<script>", "<style>", "<!--", "<template>"])
def test_a_page_cut_off_within_a_program_loses_nothing_behind_it(opening: str) -> None:
    page = f"<html><body>{opening * 3}<p>{FAULT}</p>"
    assert [finding.txn_id for finding in read_text(page).findings] == ["77"]


def test_a_part_of_a_mail_in_an_encoding_that_nobody_knows_is_read_all_the_same() -> None:
    mail = b"From: a@firm.example\nSubject: x\nContent-Type: text/plain; charset=martian\n\n" + FAULT.encode()
    assert [finding.txn_id for finding in read_bytes(mail, "mail.eml").findings] == ["77"]


def test_a_formula_or_link_in_a_table_stays_the_text_that_it_is() -> None:
    table = f'Invoice No,Customer,Link,Error\n7,=HYPERLINK("http://x"),javascript:alert(1),{FAULT}\n'
    [finding] = read_text(table).findings

    assert finding.columns is not None
    assert finding.columns.link == "javascript:alert(1)"
    assert finding.columns.customer == '=HYPERLINK("http://x")'


def test_a_recognised_error_with_nothing_known_about_it_is_unknown() -> None:
    [finding] = read_text('{"Fault":{"Error":[{"Message":"New","Detail":"Never seen","code":"4444"}]}}').findings
    assert (finding.kind, finding.code, finding.message) == (FaultKind.UNKNOWN, "4444", "New: Never seen")


def test_the_page_of_a_mail_is_read_where_it_tells_more_than_the_words() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@firm.example", "b@firm.example", "Sync"
    mail.set_content(f"Invoice Customer Error\n31 Ash {FAULT}")
    head = "<tr><th>Invoice</th><th>Customer</th><th>Error</th></tr>"
    mail.add_alternative(f"<table>{head}<tr><td>31</td><td>Ash</td><td>{FAULT}</td></tr></table>", subtype="html")

    [finding] = read_bytes(mail.as_bytes(), "mail.eml").findings
    assert finding.columns is not None
    assert finding.columns.customer == "Ash"


def test_a_mail_s_subject_counts_where_the_mail_says_nothing_else() -> None:
    subject = "QuickBooks error 6140: =?utf-8?q?Duplicate_Document_Number_Error?="
    head = f"From: a@firm.example\nTo: b@firm.example\nSubject: {subject}\n\n"

    [finding] = read_bytes(f"{head}Please look.\n".encode(), "mail.eml").findings
    assert (finding.code, finding.doc_number) == ("6140", None)
    [finding] = read_bytes(f"{head}{FAULT}\n".encode(), "mail.eml").findings
    assert finding.doc_number == "31"


def test_formulas_without_their_values_are_said_and_those_with_them_are_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (("Number", "Error"), (31, FAULT), (32, f'="{FAULT}"'), ("=30+3", FAULT)):
        sheet.append(line)
    book.save(tmp_path / "made.xlsx")
    reading = read_file(tmp_path / "made.xlsx")
    assert [finding.where for finding in reading.findings] == [f"made.xlsx, sheet Sheet, row {n}" for n in (2, 4)]
    [said] = reading.unread
    assert said.startswith("made.xlsx: 2 formulas, the first in B3, are stored without values")

    whole = with_values(tmp_path / "made.xlsx", tmp_path / "saved.xlsx")
    reading = read_file(whole)
    assert (len(reading.findings), reading.unread) == (3, ())


def with_values(made: Path, saved: Path) -> Path:
    """The workbook as Excel would save it."""
    with zipfile.ZipFile(made) as one, zipfile.ZipFile(saved, "w") as other:
        for name in one.namelist():
            data = one.read(name)
            if name == "xl/worksheets/sheet1.xml":
                parts = re.split(rb"<v></v>|<v ?/>", data)
                assert len(parts) == 3
                data = parts[0].replace(b'<c r="B3">', b'<c r="B3" t="str">') + b"<v>" + FAULT.encode() + b"</v>"
                data += parts[1] + b"<v>33</v>" + parts[2]
            other.writestr(name, data)
    return saved


@pytest.mark.parametrize("inside", [b"<c " * 400_000, b'<c r="A1"><f>' * 100_000, b"<c><f/>" + b"x" * 1_000_000])
def test_a_sheet_of_broken_cells_ends_soon(tmp_path: Path, inside: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "broken.xlsx", "w") as packed:
        packed.writestr("xl/worksheets/sheet1.xml", inside + b'</c><c r="B2"><f>1</f></c>')
    with zipfile.ZipFile(tmp_path / "broken.xlsx") as packed:
        started = time.process_time()
        assert "B2" in not_computed(packed)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "run",
    [
        "level=error code=6140; element=DocNumber",
        "code=6140; type=ValidationFault; element=DocNumber",
        "message=Duplicate Document Number Error, code=6140, element=DocNumber",
    ],
)
def test_the_field_that_ends_a_run_belongs_to_the_error(run: str) -> None:
    [finding] = read_text(f"12:04 sync {run}; attempt=3").findings
    assert finding.kind is FaultKind.DUPLICATE_DOC_NUMBER
    assert finding.text.endswith(run.split("error ", 1)[-1])


def test_a_run_is_read_in_linear_time() -> None:
    started = time.process_time()
    read_text("code=6140" + "; a=b" * 200_000)
    assert time.process_time() - started < 10


def test_an_app_s_connection_that_has_ended_is_told_with_the_app() -> None:
    [finding] = read_text("HubSpot's connection to QuickBooks Online has ended. Please reconnect.").findings
    assert (finding.kind, finding.source) == (FaultKind.AUTH, "hubspot")
    assert finding.text.startswith("HubSpot's connection")
    for talk in ("If the connection to QuickBooks has ended, reconnect it.", "Is my connection to QuickBooks broken?"):
        assert not read_text(talk).findings
