"""Makes a libicudata with what Qt asks ICU for: encodings, sorting, time zones; other programs' data are left out.

Qt calls ICU to turn encodings into each other, to sort, to name time zones, and for upper and lower case (see
`objdump -T libQt6Core.so.6`). Words for units, currencies, languages and regions, where lines break, how figures are
spelt out and how scripts are rewritten are half of ICU's data, and nothing here can reach them.
"""

import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

LEFT_OUT = ("brkitr/", "unit/", "curr/", "lang/", "region/", "translit/", "rbnf/", "unames.icu")
# A package of ICU begins with a header (its length, two magic bytes, then a description that names its format), and
# goes on with a table: how many items, and where each one's name and data are, counted from the table's own begin.
MAGIC, FORMAT, FORMAT_AT = b"\xda\x27", b"CmnD", 12
_ALIGNED = 16
ASSEMBLY = """\
    .section .rodata, "a"
    .balign 16
    .globl {symbol}
    .type {symbol}, %object
    .size {symbol}, {size}
{symbol}:
    .incbin "{file}"
    .section .note.GNU-stack, "", %progbits
"""


@dataclass(frozen=True)
class Package:
    """ICU's data: the header as it is, and its items by name, in their order."""

    header: bytes
    items: dict[str, bytes]

    @property
    def symbol(self) -> str:
        """What the library calls its data, such as `icudt73_dat`; items are named `icudt73l/...`."""
        return next(iter(self.items)).partition("/")[0].removesuffix("l") + "_dat"


def read(library: bytes) -> Package:
    """The package inside a libicudata. Raises `ValueError` where there is none."""
    begin = library.index(FORMAT) - FORMAT_AT
    if library[begin + 2 : begin + 4] != MAGIC:
        raise ValueError("this is no library with ICU's data")
    table = begin + struct.unpack_from("<H", library, begin)[0]
    [count] = struct.unpack_from("<I", library, table)
    places = [struct.unpack_from("<II", library, table + 4 + 8 * each) for each in range(count)]
    ends = [data for _, data in places[1:]] + [len(library) - table]
    items = {
        library[table + name : library.index(b"\0", table + name)].decode(): library[table + data : table + end]
        for (name, data), end in zip(places, ends, strict=True)
    }
    return Package(library[begin:table], items)


def trimmed(package: Package) -> Package:
    """The package without what Qt can't reach."""
    kept = {name: data for name, data in package.items.items() if not name.partition("/")[2].startswith(LEFT_OUT)}
    return Package(package.header, kept)


def written(package: Package) -> bytes:
    """The package as ICU reads it; its names stay sorted, as ICU searches them by halves."""
    count = len(package.items)
    names = b"".join(name.encode() + b"\0" for name in package.items)
    begin = _padded(4 + 8 * count + len(names))
    table, name_at, data_at = struct.pack("<I", count), 4 + 8 * count, begin
    for name, data in package.items.items():
        table += struct.pack("<II", name_at, data_at)
        name_at += len(name) + 1
        data_at += _padded(len(data))
    head = (table + names).ljust(begin, b"\0")
    return package.header + head + b"".join(data.ljust(_padded(len(data)), b"\0") for data in package.items.values())


def make(library: Path, folder: Path) -> Path:
    """Writes the smaller library under the same name into `folder`; needs `as` and `ld`, as PyInstaller does."""
    package = trimmed(read(library.read_bytes()))
    data, source, target = folder / "icu.dat", folder / "icu.s", folder / library.name
    folder.mkdir(parents=True, exist_ok=True)
    data.write_bytes(written(package))
    source.write_text(ASSEMBLY.format(symbol=package.symbol, size=data.stat().st_size, file=data), "utf-8")
    subprocess.run(["as", "-o", folder / "icu.o", source], check=True)
    subprocess.run(["ld", "-shared", "-soname", library.name, "-o", target, folder / "icu.o"], check=True)
    return target


def _padded(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED
