"""Reads the profile of a source of the user's own: a TOML file that only names things; nothing in it is executed."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from untwin.domain.addresses import https_host
from untwin.domain.company import SourceBinding
from untwin.domain.problems import BadInput
from untwin.domain.sources import BUILT_IN, OTHER, NumberRule, SourceProfile

_LARGEST = 64 * 1024
_NAME = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f<>\"'`/\\]{0,38}[^\s<>\"'`/\\])?")
_SHORT = 200
_MINUTES = range(1, 24 * 60 + 1)
_ASKED = {"on": True, "off": False, "either": None}
_MAKES = {"yes": True, "no": False, "unknown": None}
Table = Mapping[str, object]


def read_profile(file: Path) -> SourceBinding:
    """The source, as a company knows it.

    Raises:
        BadInput: the file can't be read, or something in it isn't as it should be; the sentence says what.
    """
    try:
        table = tomllib.loads(_text(file))
    except OSError as error:
        raise BadInput(f"{file.name} can't be opened: {error.strerror or 'it is no file'}.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput(f"{file.name} is no profile: {_why(error)}.", _EXAMPLE) from None
    return _binding(_Reader(file.name), table)


def _text(file: Path) -> str:
    # A device has no end, and a pipe no writer.
    if file.exists() and not (file.is_file() or file.is_dir()):
        raise BadInput(f"{file.name} is no file.")
    with file.open("rb") as opened:
        data = opened.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise BadInput(f"{file.name} is no profile: it is larger than 64 KB.")
    return data.decode("utf-8-sig")


def checked_name(name: str) -> str:
    """A name that a source of the user's own may have. Raises `BadInput`."""
    plain = " ".join(name.split())
    if not _NAME.fullmatch(plain):
        raise BadInput("A source's name has 1 to 40 letters, digits and blanks, no quotes and no slashes.")
    taken = {*BUILT_IN, *(profile.name.casefold() for profile in BUILT_IN.values()), "the source"}
    if plain.casefold() in taken:
        raise BadInput(f"“{plain}” is a source that Untwin knows already.", "Give yours another name.")
    return plain


class _Reader:
    """Reads values one by one, and says in a sentence what is wrong with one."""

    def __init__(self, file: str) -> None:
        self._file = file

    def refuse(self, words: str) -> BadInput:
        return BadInput(f"{self._file}: {words}", _EXAMPLE)

    def table(self, table: Table, name: str, known: frozenset[str]) -> Table:
        """One section, which has no names that nobody reads."""
        found = table.get(name, {}) if name else table
        if not isinstance(found, dict):
            raise self.refuse(f"“{name}” is a section: [{name}].")
        for other in found.keys() - known:
            where = f" in [{name}]" if name else ""
            raise self.refuse(f"“{str(other)[:40]}”{where} isn't known; there can be {', '.join(sorted(known))}.")
        return found

    def text(self, table: Table, name: str) -> str:
        value = table.get(name, "")
        if not isinstance(value, str) or len(value) > _SHORT or not (value == "" or value.isprintable()):
            raise self.refuse(f"“{name}” is a line of at most {_SHORT} letters in quotes.")
        return value.strip()

    def page(self, table: Table, name: str) -> str:
        address = self.text(table, name)
        if address and https_host(address) is None:
            raise self.refuse(f"“{name}” is a web address that begins with https://.")
        return address

    def minutes(self, table: Table, name: str) -> int:
        value = table.get(name, 5)
        if isinstance(value, bool) or not isinstance(value, int) or value not in _MINUTES:
            raise self.refuse(f"“{name}” is a whole number of minutes, from 1 to {_MINUTES[-1]}.")
        return value

    def one_of(self, table: Table, name: str, words: Mapping[str, bool | None]) -> bool | None:
        """What one of three words means; the last one where nothing is said."""
        value = table.get(name, [*words][-1])
        if not isinstance(value, str) or value not in words:
            *others, last = (f'"{word}"' for word in words)
            raise self.refuse(f"“{name}” is {', '.join(others)} or {last}.")
        return words[value]


def _binding(read: _Reader, whole: Table) -> SourceBinding:
    top = read.table(whole, "", frozenset({"name", "document", "makes_customers", "retry", "numbers"}))
    retry = read.table(top, "retry", frozenset({"do", "place", "page", "minutes"}))
    numbers = read.table(top, "numbers", frozenset({"prefix", "custom_transaction_numbers"}))
    if not read.text(top, "name"):
        raise read.refuse("“name” is missing: how the app is called.")
    name = checked_name(read.text(top, "name"))
    deed = read.text(retry, "do") or OTHER.deed
    if "{number}" not in deed:
        raise read.refuse("“do” says what a person does there, with {number} for the document's number.")
    cycle, page = 60 * read.minutes(retry, "minutes"), read.page(retry, "page")
    profile = SourceProfile(
        id=name,
        name=name,
        cycle_seconds=cycle,
        noun=read.text(top, "document") or OTHER.noun,
        place=read.text(retry, "place"),
        deed=deed,
        retry_page=page,
        numbers=NumberRule(prefix=read.text(numbers, "prefix")),
        custom_numbers=read.one_of(numbers, "custom_transaction_numbers", _ASKED),
        makes_customers=read.one_of(top, "makes_customers", _MAKES),
    )
    return SourceBinding(name, retry_page=page, cycle_seconds=cycle, own=profile)


def _why(error: Exception) -> str:
    # tomllib says where: "... (at line 3, column 5)"
    if isinstance(error, RecursionError):
        return "its brackets are nested too deep"
    return str(error)[:200] if isinstance(error, tomllib.TOMLDecodeError) else "it is no text in UTF-8"


_EXAMPLE = "An example lies beside the help pages: resources/sources/example.toml."
