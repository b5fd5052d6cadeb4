"""The smaller ICU holds what Qt asks for: sorting, time zones and encodings answer as they did before."""

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

import icu_data

# Everything that Qt's core library calls ICU for, over all languages, zones and encodings it knows.
_ASK = """
from PySide6.QtCore import QCollator, QLocale, QStringConverter, QStringDecoder, QStringEncoder, QTimeZone
words = "Zebra apfel Äpfel ärger résumé Resume straße strasse Øre ñu nz čas cas 中 一 二 あ ア 가 Иван 10 9 ch".split()
for locale in QLocale.matchingLocales(QLocale.AnyLanguage, QLocale.AnyScript, QLocale.AnyCountry):
    order = QCollator(locale)
    order.setNumericMode(True)
    print(locale.name(), sorted(words, key=order.sortKey), locale.toUpper("ißéi"), locale.toLower("IİÉ"))
for zone in map(QTimeZone, QTimeZone.availableTimeZoneIds()):
    for locale in map(QLocale, ("en_US", "de_DE", "ja_JP")):
        print(zone.displayName(QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName, locale))
for name in QStringConverter.availableCodecs():
    print(name, QStringEncoder(name).isValid(), QStringDecoder(name).isValid())
print(sorted({line.split()[-1] for line in open("/proc/self/maps") if "icudata" in line}))
"""


def package(items: dict[str, bytes]) -> icu_data.Package:
    header = struct.pack("<H", 32) + icu_data.MAGIC + bytes(8) + icu_data.FORMAT
    return icu_data.Package(header.ljust(32, b"\0"), items)


def test_what_is_written_is_read_again() -> None:
    made = package({"icudt73l/a.res": b"first" + bytes(11), "icudt73l/coll/b.res": bytes(range(32))})
    read = icu_data.read(b"ELF" + bytes(61) + icu_data.written(made))
    assert read == made
    assert read.symbol == "icudt73_dat"


def test_only_what_qt_cannot_reach_is_left_out() -> None:
    names = ["brkitr/ja.res", "coll/de.res", "unames.icu", "unit/de.res", "zone/de.res", "zoneinfo64.res"]
    kept = icu_data.trimmed(package({f"icudt73l/{name}": b"x" * 16 for name in names})).items
    assert list(kept) == ["icudt73l/coll/de.res", "icudt73l/zone/de.res", "icudt73l/zoneinfo64.res"]


def test_a_library_without_such_data_is_refused() -> None:
    with pytest.raises(ValueError, match="no library"):
        icu_data.read(bytes(100) + icu_data.FORMAT)


def test_qt_answers_as_before(tmp_path: Path) -> None:
    library = next(iter((Path(PySide6.__file__).parent / "Qt/lib").glob("libicudata.so.*")), None)
    if library is None or not (shutil.which("as") and shutil.which("ld")):
        pytest.skip("only Linux' Qt brings ICU, and binutils make the smaller one")
    smaller = icu_data.make(library, tmp_path)
    assert smaller.stat().st_size < 0.6 * library.stat().st_size
    before, after = asked({}), asked({"LD_PRELOAD": str(smaller)})
    assert str(smaller) in after[-1]
    assert after[:-1] == before[:-1]
    assert len(before) > 2_000


def asked(more: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _ASK], env=os.environ | more, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()
