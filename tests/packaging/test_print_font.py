"""The font of printed reports is made of the shipped Inter, and a PDF's reader can name every glyph of it."""

import pytest
from fontTools.ttLib import TTFont

import print_font

FIGURES = [ord(sign) for sign in "0123456789"]


@pytest.fixture(params=print_font.STYLES)
def style(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def shipped(style: str) -> TTFont:
    return TTFont(print_font.FOLDER / f"UntwinPrint-{style}.otf")


def test_the_shipped_font_is_what_the_script_makes_of_the_shipped_inter(style: str, shipped: TTFont) -> None:
    made = print_font.made(print_font.FOLDER / f"Inter-{style}.otf")
    assert made.getBestCmap() == shipped.getBestCmap()
    assert made["hmtx"].metrics == shipped["hmtx"].metrics
    assert [str(name) for name in made["name"].names] == [str(name) for name in shipped["name"].names]


def test_its_figures_have_one_width_and_inters_have_not(style: str, shipped: TTFont) -> None:
    inter = TTFont(print_font.FOLDER / f"Inter-{style}.otf")
    for font, one_width in ((shipped, True), (inter, False)):
        widths = [font["hmtx"][font.getBestCmap()[code]][0] for code in FIGURES]
        # Inter's own semi-bold 4 is a thousandth narrower.
        assert (max(widths) - min(widths) < 0.005 * max(widths)) is one_width


def test_no_glyph_is_put_in_the_place_of_another_and_each_has_one_lowest_name(shipped: TTFont) -> None:
    assert "GSUB" not in shipped
    glyphs = shipped.getBestCmap()
    lowest = {glyphs[code]: code for code in sorted(glyphs, reverse=True)}
    assert all(lowest[glyphs[code]] == code for code in range(0x20, 0x7F))


def test_it_goes_by_a_name_of_its_own_and_keeps_its_makers(shipped: TTFont) -> None:
    names = {name.nameID: str(name) for name in shipped["name"].names}
    assert names.get(16, names[1]) == print_font.FAMILY
    assert "Inter Project Authors" in names[0]
