"""Reads the profile of a source of the user's own: a TOML file that only names things; nothing in it is executed."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from untwin.domain.addresses import https_host
from untwin.domain.company.company import SourceBinding
from untwin.domain.problems import BadInput
from untwin.domain.sources.declared import BUILT_IN, OTHER, NumberRule, SourceProfile
from untwin.sources.profile_lines import Places, places_of

_LARGEST = 64 * 1024
_NAME = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f<>\"'`/\\]{0,38}[^\s<>\"'`/\\])?")
_SHORT = 200
_PREFIX = 20  # a number has 21 signs in QuickBooks, and one at least comes behind the prefix
_MOST = 10  # mistakes that are told at once
_MINUTES = range(1, 24 * 60 + 1)
_ASKED = {"on": True, "off": False, "either": None}
_MAKES = {"yes": True, "no": False, "unknown": None}
_KNOWN = {
    "": frozenset({"name", "document", "makes_customers", "retry", "numbers"}),
    "retry": frozenset({"do", "place", "page", "minutes"}),
    "numbers": frozenset({"prefix", "custom_transaction_numbers"}),
}
Table = Mapping[str, object]


def read_profile(file: Path) -> SourceBinding:
    """The source, as a company knows it.

    Raises:
        BadInput: the file can't be read, or something in it isn't as it should be: a sentence for each, with its line.
    """
    text = ""
    try:
        text = _text(file)
        table = tomllib.loads(text)
    except OSError as error:
        raise BadInput(f"{file.name} can't be opened: {error.strerror or 'it is no file'}.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput(f"{file.name} is no profile: {_why(error, text)}.", _EXAMPLE) from None
    read = _Reader(places_of(text))
    binding = _binding(read, table)
    if binding is None or read.mistakes:
        raise BadInput(f"{file.name}: {read.told}", _EXAMPLE)
    return binding


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


@dataclass(slots=True)
class _Reader:
    """Reads values one by one, and notes in a sentence what is wrong with one; what is wrong is read as left out."""

    places: Places
    mistakes: list[tuple[int, str]] = field(default_factory=list)

    @property
    def told(self) -> str:
        """Every mistake, in the order of the file."""
        lines = [f"line {line}: {words}" if line else words for line, words in sorted(self.mistakes)]
        more = len(lines) - _MOST
        return " ".join(lines[:_MOST]) + (f" And {more} more." if more > 0 else "")

    def note(self, section: str, name: str, words: str) -> None:
        """Something is wrong at one name."""
        self.mistakes.append((self.places.get((section, name), 0), words))

    def table(self, whole: Table, section: str) -> Table:
        """One section, which has no names that nobody reads."""
        found = whole.get(section, {}) if section else whole
        if not isinstance(found, dict):
            self.note("", section, f"“{section}” is a section: [{section}].")
            return {}
        known = _KNOWN[section]
        for other in found.keys() - known:
            where = f" in [{section}]" if section else ""
            words = f"“{str(other)[:40]}”{where} isn't known; there can be {', '.join(sorted(known))}."
            self.note(section, other, words)
        return found

    def text(self, table: Table, section: str, name: str, longest: int = _SHORT) -> str:
        value = table.get(name, "")
        if isinstance(value, str) and len(value) <= longest and (value == "" or value.isprintable()):
            return value.strip()
        self.note(section, name, f"“{name}” is a line of at most {longest} letters in quotes.")
        return ""

    def page(self, table: Table, section: str, name: str) -> str:
        address = self.text(table, section, name)
        if address and https_host(address) is None:
            self.note(section, name, f"“{name}” is a web address that begins with https://.")
            return ""
        return address

    def minutes(self, table: Table, section: str, name: str) -> int:
        value = table.get(name, 5)
        if not isinstance(value, bool) and isinstance(value, int) and value in _MINUTES:
            return value
        self.note(section, name, f"“{name}” is a whole number of minutes, from 1 to {_MINUTES[-1]}.")
        return 5

    def one_of(self, table: Table, section: str, name: str, words: Mapping[str, bool | None]) -> bool | None:
        """What one of three words means; the last one where nothing is said."""
        value = table.get(name, [*words][-1])
        if isinstance(value, str) and value in words:
            return words[value]
        *others, last = (f'"{word}"' for word in words)
        self.note(section, name, f"“{name}” is {', '.join(others)} or {last}.")
        return None

    def name(self, table: Table) -> str:
        """The source's name; empty where it has none that can be taken."""
        noted = len(self.mistakes)
        said = self.text(table, "", "name")
        if not said:
            if len(self.mistakes) == noted:
                self.note("", "name", "“name” is missing: how the app is called.")
            return ""
        try:
            return checked_name(said)
        except BadInput as problem:
            self.note("", "name", str(problem))
            return ""

    def deed(self, table: Table) -> str:
        """What a person does there."""
        said = self.text(table, "retry", "do")
        if said and "{number}" not in said:
            words = "“do” says what a person does there, with {number} for the document's number."
            self.note("retry", "do", words)
        return said or OTHER.deed


def _binding(read: _Reader, whole: Table) -> SourceBinding | None:
    top, retry, numbers = (read.table(whole, section) for section in _KNOWN)
    name, deed = read.name(top), read.deed(retry)
    cycle, page = 60 * read.minutes(retry, "retry", "minutes"), read.page(retry, "retry", "page")
    profile = SourceProfile(
        id=name,
        name=name,
        cycle_seconds=cycle,
        noun=read.text(top, "", "document") or OTHER.noun,
        place=read.text(retry, "retry", "place"),
        deed=deed,
        retry_page=page,
        numbers=NumberRule(prefix=read.text(numbers, "numbers", "prefix", _PREFIX)),
        custom_numbers=read.one_of(numbers, "numbers", "custom_transaction_numbers", _ASKED),
        makes_customers=read.one_of(top, "", "makes_customers", _MAKES),
    )
    return SourceBinding(name, retry_page=page, cycle_seconds=cycle, own=profile) if name else None


def _why(error: Exception, text: str) -> str:
    if isinstance(error, RecursionError):
        return "its brackets are nested too deep"
    if isinstance(error, UnicodeDecodeError):
        return "it is no text in UTF-8"
    return _in_words(str(error), 1 + text.rstrip().count("\n"))


def _in_words(said: str, last: int) -> str:
    """Tomllib's words, with the line first: "Invalid value (at line 3, column 5)"."""
    found = re.search(r" \(at line (\d+), column \d+\)$| \(at end of document\)$", said)
    if found is None:
        return said[:_SHORT]
    words = next((plain for theirs, plain in _PLAIN.items() if said.startswith(theirs)), said[: found.start()][:_SHORT])
    return f"line {found[1] or last}: {words}"


_PLAIN = {
    "Invalid value": "what stands behind = is in quotes, or a number",
    "Unterminated string": "a quote is open that is never closed",
    "Illegal character": "a quote is open that is never closed in its line",
    "Expected '=' after a key": "a name is followed by = and its value",
    "Invalid statement": "that is neither a name with = nor a [section]",
    "Cannot overwrite a value": "that name stands there twice",
    "Cannot declare": "that section stands there twice",
    "Expected newline or end of document after a statement": "something stands behind the value",
    "Expected ']' at the end of a table declaration": "a section's name stands in [brackets]",
}
_EXAMPLE = "An example lies beside the help pages: resources/sources/example.toml."
