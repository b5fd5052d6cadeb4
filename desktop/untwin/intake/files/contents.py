"""Takes a file apart into the texts in it, whatever kind it is: told by its bytes, never by its name."""

from dataclasses import dataclass, replace
from pathlib import Path

from untwin.intake.files.decode import decode, placed
from untwin.intake.files.mail import Part, is_mail, parts
from untwin.intake.files.not_text import not_text
from untwin.intake.files.workbook import is_workbook, sheets
from untwin.intake.tables.grid import Grid

# What is read of one text or file; the rest is named in a sentence.
MILLION = 1_000_000
LIMIT = 100 * MILLION
# Attachments of mails attached to mails.
NESTING = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a file.

    Attributes:
        where: its place for people: "mail.eml", "bills.xlsx, sheet March".
        grids: its tables, where the file says them; None if they are to be found in the text.
        damaged: whether characters of it could not be read.
        spare: it says again what another piece says: the page in a mail that comes as plain words, too.
        last: it counts only where nothing else of this place says anything: a mail's subject.
    """

    text: str
    where: str
    grids: tuple[Grid, ...] | None = None
    damaged: bool = False
    spare: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The pieces of a file in their order, and a sentence for each part that can't be read."""

    pieces: tuple[Piece, ...] = ()
    unread: tuple[str, ...] = ()


def file_contents(path: Path, limit: int = LIMIT) -> Contents:
    """What a file holds; one that can't be opened is a sentence."""
    try:
        if not path.is_file():
            return Contents(unread=(f"{path.name}: there is no such file.",))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else None
        return Contents(unread=(f"{path.name!r} could not be opened: {reason or problem}.",))
    return contents(data, path.name, limit)


def contents(data: bytes, name: str, limit: int = LIMIT) -> Contents:
    """What these bytes hold; `name` is shown to people, `limit` is in bytes."""
    if len(data) > limit:
        cut = f"{name or 'The text'} is larger than {in_words(limit)} bytes; what lies behind them was not read."
        found = _contents(data[:limit], name, NESTING)
        return replace(found, unread=(*found.unread, cut))
    return _contents(data, name, NESTING)


def in_words(limit: int) -> str:
    """A limit as a sentence names it."""
    return f"{limit // MILLION} million" if limit >= MILLION else str(limit)


def _contents(data: bytes, name: str, nesting: int) -> Contents:
    if is_workbook(data):
        found, unread = sheets(data, name)
        unread = unread if found or unread else (placed(name, "This workbook is empty."),)
        return Contents(tuple(Piece(text, grids[0].where, grids) for text, grids in found), unread)
    refusal = not_text(data) if data else "This file is empty."
    if refusal:
        return Contents(unread=(placed(name, refusal),))
    mail = parts(data) if is_mail(data) else []
    return _joined([_part(part, name, nesting) for part in mail]) if mail else Contents((_decoded(data, name),))


def _decoded(data: bytes, name: str) -> Piece:
    found = decode(data)
    return Piece(found.text, name, damaged=found.damaged)


def _part(part: Part, mail: str, nesting: int) -> Contents:
    if part.name:
        place = f"{mail}, {part.name}" if mail else part.name
        too_deep = Contents(unread=(f"{place}: attached too deep to be read.",))
        return _contents(part.data, place, nesting - 1) if nesting else too_deep
    try:
        piece = Piece(part.data.decode(part.charset or "utf-8"), mail)
    except (UnicodeDecodeError, LookupError):
        piece = _decoded(part.data, mail)
    return Contents((replace(piece, spare=part.spare, last=part.subject),))


def _joined(found: list[Contents]) -> Contents:
    return Contents(tuple(p for one in found for p in one.pieces), tuple(s for one in found for s in one.unread))
