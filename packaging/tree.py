#!/usr/bin/env python3
"""Draws the tree in CONTRIBUTING.md from the folders and the first sentences of their modules."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generated import ROOT, Part

PART = Part(
    "CONTRIBUTING.md",
    "<!-- tree: made by packaging/tree.py, don't edit -->",
    "<!-- end of tree -->",
    "packaging/tree.py",
)
# Folders without a module of their own to tell what they are for.
SAID = {
    "desktop": "A source root with one package: nothing else here becomes importable.",
    "packaging": "How Untwin is built, installed and started.",
    "packaging/bundle": "What the installed program is made of, for each system.",
    "packaging/clients": "Other QuickBooks libraries, run against the sample server.",
    "packaging/pictures": "The pictures in README.",
    "packaging/studio": "Where pictures are taken and looked over.",
    "packaging/studio/scenes": "A story for each screen.",
    "resources": "What ships beside the code.",
    "tests": "Mirrors desktop/untwin folder by folder.",
    ".ci": "What a change must pass.",
}
SHOWN = ("desktop", "resources", "tests", "packaging", ".ci")
# Below this depth these show folders only: what lies in them is data.
DEPTH = {"resources": 2, "packaging": 3, ".ci": 1}
WIDTH = 118


def first_sentence(source: str) -> str:
    """The first sentence of a module's docstring, without its full stop."""
    text = " ".join((ast.get_docstring(ast.parse(source)) or "").split())
    return re.split(r"(?<=[.!?])\s(?=[A-Z])", text, maxsplit=1)[0].removesuffix(".")


def tracked(root: Path) -> list[Path]:
    """The files git knows or would add: what is ignored is no part of the house."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *SHOWN]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return [Path(line) for line in listed.splitlines() if (root / line).exists()]


def rows(root: Path, files: Sequence[Path]) -> Iterator[tuple[int, str, str]]:
    """Depth, name and what it is for: folders in the order of SHOWN, files before folders."""
    for top in SHOWN:
        inside = [file for file in files if file.parts[0] == top]
        if inside:
            yield from _folder(root, Path(top), inside)


def draw(lines: Sequence[tuple[int, str, str]]) -> str:
    """The tree as text, what each is for in one column, long sentences wrapped under themselves."""
    names = ["  " * depth + name for depth, name, _ in lines]
    column = max(map(len, names), default=0) + 2
    drawn = []
    for name, (_, _, what) in zip(names, lines, strict=True):
        wrapped = _wrapped(what, WIDTH - column)
        drawn.append(f"{name:{column}}{wrapped[0]}".rstrip())
        drawn += [" " * column + more for more in wrapped[1:]]
    return "\n".join(drawn)


def made(root: Path) -> str:
    """The tree of a checkout as Markdown."""
    return f"```text\n{draw(list(rows(root, tracked(root))))}\n```"


def _folder(root: Path, folder: Path, files: Sequence[Path]) -> Iterator[tuple[int, str, str]]:
    depth = len(folder.parts) - 1
    yield depth, f"{folder.name}/", _what_folder(root, folder)
    yield from _modules(root, folder, files)
    if depth + 1 >= DEPTH.get(folder.parts[0], 99):
        return
    for name in sorted({file.parts[depth + 1] for file in files if len(file.parts) > depth + 2}):
        yield from _folder(root, folder / name, [file for file in files if file.parts[depth + 1] == name])


def _modules(root: Path, folder: Path, files: Sequence[Path]) -> Iterator[tuple[int, str, str]]:
    for file in sorted(files):
        if file.parent == folder and file.suffix == ".py" and file.name != "__init__.py":
            yield len(folder.parts), file.name, first_sentence((root / file).read_text("utf-8"))


def _what_folder(root: Path, folder: Path) -> str:
    own = root / folder / "__init__.py"
    said = first_sentence(own.read_text("utf-8")) if own.exists() else ""
    return said or SAID.get(folder.as_posix(), "").removesuffix(".")


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


if __name__ == "__main__":
    sys.exit(PART.run(made(ROOT), __doc__ or ""))
