"""The tree in CONTRIBUTING.md is drawn from the layout, and a stale one is noticed."""

from pathlib import Path

import house
import tree


def test_the_tree_is_right() -> None:
    page = (house.ROOT / tree.PART.page).read_text("utf-8")
    assert tree.PART.placed(page, tree.made(house.ROOT)) == page


def test_folders_and_modules_with_their_sentences(tmp_path: Path) -> None:
    files = {
        "desktop/untwin/__init__.py": '"""Untwin: an inbox. More about it."""',
        "desktop/untwin/app.py": '"""Builds every part\nand hands it on.\n\nMore.\n"""',
        "desktop/untwin/ui/__init__.py": '"""What a person sees."""',
        "resources/help/deep/page.md": "text",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    drawn = tree.draw(list(tree.rows(tmp_path, [Path(name) for name in files])))
    assert drawn.splitlines() == [
        "desktop/    A source root with one package: nothing else here becomes importable",
        "  untwin/   Untwin: an inbox",
        "    app.py  Builds every part and hands it on",
        "    ui/     What a person sees",
        "resources/  What ships beside the code",
        "  help/",
    ]


def test_a_long_sentence_goes_on_under_itself() -> None:
    drawn = tree.draw([(0, "a.py", "word " * 30)]).splitlines()
    assert len(drawn) == 2
    assert drawn[1].startswith(" " * 6 + "word")


def test_the_tree_stays_between_its_markers() -> None:
    part = tree.PART
    page = f"before\n{part.begin}\nold\n{part.end}\nafter\n"
    new = part.placed(page, "x/")
    assert new == f"before\n{part.begin}\n\nx/\n\n{part.end}\nafter\n"
    assert part.placed(new, "x/") == new
