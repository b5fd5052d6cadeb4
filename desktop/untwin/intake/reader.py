"""Reads the errors out of a text or file of any kind; never fails, and says in plain words what it could not read."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from untwin.domain.errors.columns import Told
from untwin.domain.errors.fault_codes import OF_THE_DESKTOP, OWN_FIGURES, REFUSED
from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import Columns, FaultKind, Finding, Reading, joined_readings
from untwin.domain.errors.told_words import known_or_told, told_beside
from untwin.intake.bills import bills_beside
from untwin.intake.files.contents import LIMIT, Contents, Piece, contents, file_contents, in_words
from untwin.intake.files.decode import placed
from untwin.intake.files.page import is_page, without_programs
from untwin.intake.finding.hit import Hit
from untwin.intake.finding.named_number import number_beside, number_in_use
from untwin.intake.finding.neighbours import neighbours
from untwin.intake.finding.scan import scan
from untwin.intake.finding.softened import Softened, softened
from untwin.intake.finding.summed_up import without_sums
from untwin.intake.finding.unnamed import is_numbered_elsewhere, printed_code, unnamed_failures
from untwin.intake.judging.explained import is_table_of_meanings
from untwin.intake.judging.signs.unknown import NOTHING_WRONG
from untwin.intake.marking.view import peel
from untwin.intake.tables.grid import Grid, GridRow
from untwin.intake.tables.in_names import without_names
from untwin.intake.tables.rows_of_errors import Tables, grids_of, tables_of
from untwin.intake.tables.table_row import Row

# How far around a row its table's head and its neighbours are looked for.
ABOVE = 500


def read_text(text: str, where: str = "", given: Told | None = None, *, limit: int = LIMIT) -> Reading:
    """The errors in a text, in order.

    `where` names the text for people ("mail.eml"); each finding adds its line, or its row where the text is a table.
    `given` is what a person says about the columns of its tables. What lies behind `limit` characters is not read,
    and a sentence says so.
    """
    if len(text) > limit:
        cut = f"{where or 'The text'} is longer than {in_words(limit)} characters; what lies behind them was not read."
        reading = _read(text[:limit], where, given)
        return replace(reading, unread=(*reading.unread, cut))
    return _read(text, where, given)


def read_clipboard(text: str, page: str, given: Told | None = None) -> Reading:
    """The errors in what was copied from a page, as words and as HTML: read from the one that tells more."""
    if not page.strip():
        return read_text(text, given=given)
    return _better(read_text(text, given=given), read_text(page, given=given))


def _better(one: Reading, other: Reading) -> Reading:
    """Of the same said twice that which tells more; its bill list may stand in the other one alone."""
    better = max((one, other), key=_told)
    lists = max((better.beside, one.beside, other.beside), key=lambda bills: len(bills.rows))
    return replace(better, beside=lists)


def _told(reading: Reading) -> tuple[int, int]:
    """How much a reading tells: its errors, then what their rows say."""
    rows = [finding.columns for finding in reading.findings if finding.columns]
    said = sum(getattr(row, name) is not None for row in rows for name in row.__slots__)
    return len(reading.findings), said


def read_file(path: Path, given: Told | None = None, *, limit: int = LIMIT) -> Reading:
    """The errors in a file, told by its content, not by its name; a file that can't be opened is a sentence.

    `given` is what a person says about the columns of its tables. What lies behind `limit` bytes is not read, and a
    sentence says so.
    """
    return _read_all(file_contents(path, limit), given)


def read_bytes(data: bytes, name: str, given: Told | None = None, *, limit: int = LIMIT) -> Reading:
    """The errors in a file's bytes, told by their content; `name` is shown to people, `limit` is in bytes."""
    return _read_all(contents(data, name, limit), given)


def _read_all(found: Contents, given: Told | None) -> Reading:
    """The pieces' errors, place by place."""
    places: dict[str, list[Piece]] = {}
    for piece in found.pieces:
        places.setdefault(piece.where, []).append(piece)
    readings = [_read_place(pieces, given) for pieces in places.values()]
    joined = joined_readings(readings)
    return replace(joined, unread=joined.unread + found.unread)


def _read_place(pieces: list[Piece], given: Told | None) -> Reading:
    """Of what is said twice the one that tells more; what comes last only where there is nothing else."""
    main = joined_readings([_read_piece(piece, given) for piece in pieces if not (piece.spare or piece.last)])
    spare = joined_readings([_read_piece(piece, given) for piece in pieces if piece.spare])
    best = _better(main, spare)
    last = [piece for piece in pieces if piece.last]
    return (
        best if best.findings or not last else joined_readings([best, *(_read_piece(piece, given) for piece in last)])
    )


def _read_piece(piece: Piece, given: Told | None) -> Reading:
    reading = _read(piece.text, piece.where, given, piece.grids)
    broken = piece.damaged or (not reading.findings and _is_noise(piece.text))
    notes = (placed(piece.where, "some characters could not be read; what could be read was."),) if broken else ()
    return replace(reading, unread=reading.unread + notes)


def _is_noise(text: str) -> bool:
    sample = text[:4_096]
    return sum(not (c.isprintable() or c.isspace()) for c in sample) * 10 > len(sample)


def _read(text: str, where: str, given: Told | None, grids: Sequence[Grid] | None = None) -> Reading:
    readable = without_programs(text) if is_page(text) else text
    hits = list(scan(readable))
    named = [(hit.start, hit.end, hit.finding.doc_number) for hit in hits]
    found = grids_of(readable, where, named) if grids is None else grids
    hits = _below_headers(text, _outside_names(readable, hits, found), found)
    hits = without_sums(readable, _with_neighbours(readable, hits))
    tables = tables_of(found, [(hit.start, hit.end, hit.finding.doc_number) for hit in hits], given)
    hits = _with_unnamed(text, tables, hits) or _told_in_other_words(readable)
    findings = tuple(_placed(text, hits, tables, where))
    return Reading(findings, tables=tables.seen if hits else (), beside=bills_beside(tables.others, given))


def _below_headers(text: str, hits: Sequence[Hit], grids: Sequence[Grid]) -> list[Hit]:
    """The errors without the words of a table's header, where the last of them reads like an error's beginning."""
    firsts = sorted((grid.rows[0] for grid in grids if grid.header and grid.rows), key=lambda row: row.start)
    found = []
    for hit in hits:
        at = bisect_right(firsts, hit.start, key=lambda row: row.start)
        found.append(_in_row(text, hit, firsts[at]) if at < len(firsts) else hit)
    return found


def _outside_names(text: str, hits: list[Hit], grids: Sequence[Grid]) -> list[Hit]:
    """The errors, but for those that are only the names of customers."""
    blotted = without_names(text, hits, grids)
    if blotted == text:
        return hits
    found = scan(blotted)
    return [Hit(hit.start, hit.end, replace(hit.finding, text=text[hit.start : hit.end])) for hit in found]


def _in_row(text: str, hit: Hit, row: GridRow) -> Hit:
    """The error from the beginning of its cell on, if it ends in this row."""
    place = row.place_of(hit.end - 1) if row.start < hit.end <= row.end else None
    if place is None:
        return hit
    start = row.spans[place][0]
    start += len(text[start : hit.end]) - len(text[start : hit.end].lstrip('" \t'))
    return Hit(start, hit.end, replace(hit.finding, text=text[start : hit.end])) if start < hit.end else hit


def _with_neighbours(text: str, hits: list[Hit]) -> list[Hit]:
    """The hits, and the unknown ones of the lists and logs that they stand in."""
    more = [_kept(text, *span, listed=True) for span in neighbours(text, hits)]
    return sorted(hits + more, key=lambda hit: hit.start) if more else hits


def _with_unnamed(text: str, tables: Tables, hits: list[Hit]) -> list[Hit]:
    """The hits, and one for each row whose error cell holds words that nobody knows."""
    taken = {row for hit in hits for row in tables.rows_of(hit.start, hit.end)}
    unnamed = [row for index, row in enumerate(tables.rows) if row.error and index not in taken]
    more = [hit for row in unnamed if (hit := _unnamed(text, row)) is not None]
    coded = [row for index, row in enumerate(tables.rows) if row.coded and index not in taken]
    more += [hit for row in coded if (hit := _coded(text, row)) is not None]
    return sorted(hits + more, key=lambda hit: hit.start) if more else hits


def _unnamed(text: str, row: Row) -> Hit | None:
    start, end = row.error or (0, 0)
    cell = text[start:end].strip('" \t\r\n')
    start = text.index(cell, start)
    words = " ".join(peel(cell).text.replace('""', '"').split())
    if sum(c.isalpha() for c in words) < 4 or _is_no_error(words):
        return None
    if is_table_of_meanings(text[max(0, row.start - ABOVE) : row.start], text[row.start : row.end + ABOVE]):
        return None
    code = row.code or _own_code(words)
    kind = known_or_told(classify(words, code), words)
    number = number_in_use(kind, words)
    return Hit(start, start + len(cell), Finding(kind, code, number, None, None, None, words, None, cell, ""))


def _own_code(words: str) -> str | None:
    """QuickBooks' own code that a cell prints beside its words."""
    code = printed_code(words)
    return code if code and classify("", code) is not FaultKind.UNKNOWN else None


def _is_no_error(words: str) -> bool:
    return words.lower().strip(" .") in _NO_ERROR or NOTHING_WRONG.found(words) is not None


def _coded(text: str, row: Row) -> Hit | None:
    """The error of a row that prints nothing of it but QuickBooks' own code."""
    start, end = row.coded or (0, 0)
    cell = (row.code or "").strip("'#()")
    start = text.find(cell, start, end)
    if start < 0 or not cell.isascii() or not cell.isdigit() or not row.columns:
        return None
    kind = classify("", cell)
    if kind is FaultKind.UNKNOWN or (len(cell) != OWN_FIGURES and kind not in _OF_THREE_FIGURES):
        return None
    return Hit(start, start + len(cell), Finding(kind, cell, None, None, None, None, cell, None, cell, ""))


def _kept(text: str, start: int, end: int, *, listed: bool = False) -> Hit:
    """A line that says that something failed, as an error of unknown kind unless it prints QuickBooks' own code.

    One that is `listed` among known errors is what its words come to.
    """
    said = text[start:end]
    code = printed_code(said)
    known = classify(said, code) if listed or (code and len(code) == OWN_FIGURES) else FaultKind.UNKNOWN
    kind = FaultKind.UNKNOWN if code in OF_THE_DESKTOP else known_or_told(known, said)
    if kind is FaultKind.DUPLICATE_DOC_NUMBER and is_numbered_elsewhere(text, start, end):
        kind = FaultKind.UNKNOWN
    return Hit(start, end, Finding(kind, code, number_in_use(kind, said), None, None, None, said, None, said, ""))


def _told_in_other_words(text: str) -> list[Hit]:
    """The errors of a text in which nothing was known: those told softly, else lines that say that something failed."""
    told = [_soft(text, each) for each in softened(text)]
    return told or [_kept(text, *span) for span in unnamed_failures(text)]


def _soft(text: str, told: Softened) -> Hit:
    said = text[told.start : told.end]
    code = printed_code(said)
    kind = told_beside(told.kind, code)
    return Hit(told.start, told.end, Finding(kind, code, told.number, None, None, None, said, None, said, ""))


def _placed(text: str, hits: list[Hit], tables: Tables, where: str) -> Iterator[Finding]:
    """The findings with their place and what their row says."""
    line, counted = 1, 0
    for hit in hits:
        line += text.count("\n", counted, hit.start)
        counted = max(counted, hit.start)
        index = tables.row_at(hit.start)
        row = tables.rows[index] if index is not None else None
        place = f"row {row.number}" if row and row.number else f"line {line}"
        finding = replace(hit.finding, where=f"{where}, {place}" if where else place)
        yield _with_row(finding, row) if row else _with_number(finding, text, hit)
        if row and index is not None:
            yield from _reached(finding, row, tables.reached_by(index), where)


def _reached(finding: Finding, row: Row, below: Iterable[Row], where: str) -> Iterator[Finding]:
    """The same error for other documents that its cell reaches down to; one that names a number is that number's."""
    own = row.columns.incoming_number if row.columns else None
    for each in below:
        number = each.columns.incoming_number if each.columns else None
        if finding.doc_number is None and number not in (None, own):
            place = f"row {each.number}" if each.number else finding.where.rpartition(", ")[2]
            yield _with_row(replace(finding, where=f"{where}, {place}" if where else place), each)


def _with_number(finding: Finding, text: str, hit: Hit) -> Finding:
    """A duplicate number that names none, with the number that its own line gives the waiting document."""
    if finding.kind is not FaultKind.DUPLICATE_DOC_NUMBER or finding.doc_number:
        return finding
    number = number_beside(text, hit.start, hit.end)
    return replace(finding, columns=Columns(incoming_number=number)) if number else finding


def _with_row(finding: Finding, row: Row) -> Finding:
    code = (row.code or "").strip("()#")
    if finding.code is None and code.isdigit() and not (code in REFUSED and finding.kind not in _ANY):
        kind = classify(finding.message, code)
        return replace(finding, code=code, kind=kind, columns=row.columns)
    return replace(finding, columns=row.columns)


# The kinds that say so little that HTTP's code tells more.
_ANY = (FaultKind.UNKNOWN, FaultKind.VALIDATION)
# The kinds whose code has three figures and is none of HTTP's.
_OF_THREE_FIGURES = (FaultKind.OBJECT_NOT_FOUND,)
_NO_ERROR = frozenset(("none", "success", "successful", "synced", "done", "null", "false", "no error", "no errors"))
