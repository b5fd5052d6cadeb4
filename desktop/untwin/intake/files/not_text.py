"""Tells files that hold no text which can be read, by their bytes, and says what to do with each kind."""


def not_text(data: bytes) -> str | None:
    """A sentence on why these bytes can't be read, with what to do; None if they may be text."""
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return next((sentence for name, sentence in _STREAMS if name.encode("utf-16-le") in data), _OLD)
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return _PICTURE
    return next((sentence for magic, sentence in _MAGIC if data.startswith(magic)), None)


def _packed(data: bytes) -> str:
    """Office files are packed, too; the first file in one, or a part that each has, says which kind it is."""
    sheet = b"opendocument.spreadsheet" in data[:200]
    if sheet or b"xl/workbook.bin" in data:
        return "This kind of sheet can't be read yet; save it as an Excel workbook (.xlsx) or as CSV."
    if b"opendocument." in data[:200] or b"word/" in data or b"ppt/" in data:
        return _DOCUMENT
    return "This is a packed file (zip); unpack it and take in the files it holds."


_PICTURE = "This is a picture; copy the words of the error and paste them."
_DOCUMENT = "Word documents can't be read yet; copy the words of the error and paste them, or save it as plain text."
_PACKED = "This is a packed file; unpack it and take in the files it holds."
_OLD = "Old Office files and Outlook mails can't be read yet; save a sheet as CSV, anything else as plain text."
# What lies in an old Office file is named in it.
_STREAMS = (
    ("EncryptedPackage", "This file is locked with a password; open it, and save it without one."),
    ("__substg1.0_", "Outlook files can't be read yet; save the mail as text, or as .eml."),
    ("WordDocument", _DOCUMENT),
    ("Workbook", "Old Excel files can't be read yet; save it as an Excel workbook (.xlsx) or as CSV."),
)
_SHORTCUT = "This is a shortcut; take in the file that it leads to."
_MAGIC = (
    (b"L\x00\x00\x00\x01\x14\x02\x00", _SHORTCUT),
    (b"book\x00\x00\x00\x00mark", _SHORTCUT),
    (b"[Desktop Entry]", _SHORTCUT),
    (b"[InternetShortcut]", "This is a shortcut to a web page; open the page, and copy its words or save it."),
    (b"%PDF", "PDF files can't be read yet; copy the words of the error and paste them."),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", "This is a packed file (gzip); unpack it and take in the file it holds."),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"bplist00", "Safari's web archives can't be read yet; save the page as its source, or copy its words."),
    (b"SQLite format 3\x00", "This is a database; copy the words of the error and paste them."),
)
