#!/usr/bin/env python3
"""Makes the font that reports are printed in out of Inter: figures of one width that a PDF's reader can copy.

Inter draws its figures of one width only where a program asks for them, as other glyphs than the digits' own. A PDF
made by Qt then knows no letter for these glyphs: amounts and dates can't be searched, copied or read aloud. Here the
digits have these glyphs from the start, and no glyph replaces another one.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "font"
FAMILY = "Untwin Print"
STYLES = ("Regular", "SemiBold")
_TAB, _SPACE, _HARD_SPACE = 0x09, 0x20, 0xA0
_PRIVATE = range(0xE000, 0xF900)  # Inter keeps its alternates there


def made(source: Path) -> TTFont:
    """The printed twin of one of Inter's files."""
    font = TTFont(source, recalcTimestamp=False)
    one_width = _replacements(font, "tnum")
    for table in font["cmap"].tables:
        kept = {code: one_width.get(glyph, glyph) for code, glyph in table.cmap.items() if code not in _PRIVATE}
        # Qt names a glyph by its lowest code; without a tab of its own every space would be copied as a tab.
        table.cmap = kept | {_TAB: kept.get(_HARD_SPACE, kept[_SPACE])}
    _leave_out_what_replaces(font)
    _rename(font)
    return font


def _replacements(font: TTFont, feature: str) -> dict[str, str]:
    """Which glyph takes the place of which where a feature is asked for."""
    table = font["GSUB"].table
    records = [each.Feature for each in table.FeatureList.FeatureRecord if each.FeatureTag == feature]
    lookups = {number for record in records for number in record.LookupListIndex}
    found: dict[str, str] = {}
    for number in lookups:
        for part in table.LookupList.Lookup[number].SubTable:
            found |= getattr(part, "ExtSubTable", part).mapping
    return found


def _leave_out_what_replaces(font: TTFont) -> None:
    del font["GSUB"]
    options = subset.Options(layout_features=["kern", "mark", "mkmk"], name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)


def _rename(font: TTFont) -> None:
    """A changed font goes by a name of its own."""
    packed = FAMILY.replace(" ", "")
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = str(record).replace("Inter", packed if record.nameID == 6 else FAMILY, 1)
    compact = font["CFF "].cff
    compact.fontNames = [name.replace("Inter", packed) for name in compact.fontNames]
    for field in ("FamilyName", "FullName"):
        setattr(compact[0], field, getattr(compact[0], field).replace("Inter", FAMILY))


def main() -> int:
    """Writes the files beside Inter's."""
    for style in STYLES:
        file = FOLDER / f"UntwinPrint-{style}.otf"
        made(FOLDER / f"Inter-{style}.otf").save(file)
        print(f"{file.name}: {file.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
