"""Reads the errors out of a text or file of any kind; never fails, and says in plain words what it could not read."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from untwin.domain.faults import Finding, Reading, classify
from untwin.intake.decode import decode, not_text
from untwin.intake.mail import is_mail, parts
from untwin.intake.page import is_page, without_programs
from untwin.intake.scan import Hit, scan
from untwin.intake.tables import Row, record_rows, sheet_rows

# What is read of one text or file; the rest is named in a sentence.
MILLION = 1_000_000
LIMIT = 100 * MILLION
# Attachments of mails attached to mails.
NESTING = 3


def read_text(text: str, where: str = "", *, limit: int = LIMIT) -> Reading:
    """The errors in a text, in order.

    `where` names the text for people ("mail.eml"); each finding adds its line, or its row where the text is a table.
    What lies behind `limit` characters is not read, and a sentence says so.
    """
    if len(text) > limit:
        cut = f"{where or 'The text'} is longer than {_in_words(limit)} characters; what lies behind them was not read."
        return Reading(read_text(text[:limit], where, limit=limit).findings, (cut,))
    readable = without_programs(text) if is_page(text) else text
    hits = list(scan(readable))
    table = sheet_rows(readable) or (record_rows(readable) if hits else [])
    hits = _with_unnamed(text, table, hits)
    return Reading(tuple(_placed(text, hits, table, where)))


def read_file(path: Path, *, limit: int = LIMIT) -> Reading:
    """The errors in a file, told by its content, not by its name; a file that can't be opened is a sentence.

    What lies behind `limit` bytes is not read, and a sentence says so.
    """
    try:
        if not path.is_file():
            return Reading((), (f"{path.name}: there is no such file.",))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else None
        return Reading((), (f"{path.name!r} could not be opened: {reason or problem}.",))
    return read_bytes(data, path.name, limit=limit)


def read_bytes(data: bytes, name: str, *, limit: int = LIMIT) -> Reading:
    """The errors in a file's bytes, told by their content; `name` is shown to people, `limit` is in bytes."""
    if len(data) > limit:
        cut = f"{name} is larger than {_in_words(limit)} bytes; what lies behind them was not read."
        return _joined([_read_bytes(data[:limit], name, NESTING), Reading((), (cut,))])
    return _read_bytes(data, name, NESTING)


def _in_words(limit: int) -> str:
    return f"{limit // MILLION} million" if limit >= MILLION else str(limit)


def _read_bytes(data: bytes, name: str, nesting: int) -> Reading:
    refusal = not_text(data) if data else "This file is empty."
    if refusal:
        return Reading((), (f"{name}: {refusal}",))
    return _read_mail(data, name, nesting) if is_mail(data) else _read_decoded(data, name)


def _read_decoded(data: bytes, name: str) -> Reading:
    decoded = decode(data)
    reading = read_text(decoded.text, name)
    broken = decoded.damaged or (not reading.findings and _is_noise(decoded.text))
    notes = (f"{name}: some characters could not be read; what could be read was.",) if broken else ()
    return Reading(reading.findings, reading.unread + notes)


def _is_noise(text: str) -> bool:
    sample = text[:4_096]
    return sum(not (c.isprintable() or c.isspace()) for c in sample) * 10 > len(sample)


def _read_mail(data: bytes, name: str, nesting: int) -> Reading:
    found = parts(data)
    if not found:
        return _read_decoded(data, name)
    main = [_read_part(part.data, part.charset, name, part.name, nesting) for part in found if not part.spare]
    if not any(reading.findings for reading in main):
        main += [_read_part(part.data, part.charset, name, part.name, nesting) for part in found if part.spare]
    return _joined(main)


def _read_part(data: bytes, charset: str | None, mail: str, attachment: str | None, nesting: int) -> Reading:
    if attachment:
        place = f"{mail}, {attachment}"
        too_deep = Reading((), (f"{place}: attached too deep to be read.",))
        return _read_bytes(data, place, nesting - 1) if nesting else too_deep
    try:
        return read_text(data.decode(charset or "utf-8"), mail)
    except (UnicodeDecodeError, LookupError):
        return _read_decoded(data, mail)


def _joined(readings: list[Reading]) -> Reading:
    return Reading(
        tuple(finding for reading in readings for finding in reading.findings),
        tuple(sentence for reading in readings for sentence in reading.unread),
    )


def _with_unnamed(text: str, table: list[Row], hits: list[Hit]) -> list[Hit]:
    """The hits, and one for each row whose error cell holds words that nobody knows."""
    taken = {_row_at(table, hit.start) for hit in hits}
    unnamed = [row for index, row in enumerate(table) if row.error and index not in taken]
    more = [hit for row in unnamed if (hit := _unnamed(text, row)) is not None]
    return sorted(hits + more, key=lambda hit: hit.start) if more else hits


def _unnamed(text: str, row: Row) -> Hit | None:
    start, end = row.error or (0, 0)
    cell = text[start:end].strip('" \t\r\n')
    start = text.index(cell, start)
    words = " ".join(cell.replace('""', '"').split())
    if sum(c.isalpha() for c in words) < 4 or words.lower().strip(" .") in _NO_ERROR:
        return None
    kind = classify(words, row.code)
    return Hit(start, start + len(cell), Finding(kind, row.code, None, None, None, None, words, None, cell, ""))


def _placed(text: str, hits: list[Hit], table: list[Row], where: str) -> Iterator[Finding]:
    """The findings with their place and what their row says."""
    line, counted = 1, 0
    for hit in hits:
        line += text.count("\n", counted, hit.start)
        counted = max(counted, hit.start)
        index = _row_at(table, hit.start)
        row = table[index] if index is not None else None
        place = f"row {row.number}" if row and row.number else f"line {line}"
        finding = replace(hit.finding, where=f"{where}, {place}" if where else place)
        yield _with_row(finding, row) if row else finding


def _with_row(finding: Finding, row: Row) -> Finding:
    if finding.code is None and row.code and row.code.strip("()#").isdigit():
        code = row.code.strip("()#")
        kind = classify(finding.message, code)
        return replace(finding, code=code, kind=kind, columns=row.columns)
    return replace(finding, columns=row.columns)


def _row_at(table: list[Row], position: int) -> int | None:
    index = bisect_right(table, position, key=lambda row: row.start) - 1
    return index if index >= 0 and position < table[index].end else None


_NO_ERROR = frozenset(("none", "success", "successful", "synced", "done", "null", "false", "no error", "no errors"))
