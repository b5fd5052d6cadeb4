"""`untwin help`: the pages about each kind of error, which the window shows too; needs no home and no network."""

from typing import Any

from untwin.domain.errors.help_page import NAMES, HelpPage, read_page
from untwin.domain.problems import BadInput
from untwin.resources import resource


def help_pages(name: str) -> tuple[HelpPage, ...]:
    """The page of a kind, or all of them where none is named.

    Raises:
        BadInput: there is no page of that name.
    """
    wanted = name.strip().casefold().replace(" ", "_").replace("-", "_")
    if wanted and wanted not in NAMES:
        raise BadInput(f"There is no help page “{name}”.", f"There are: {', '.join(NAMES)}.")
    names = (wanted,) if wanted else NAMES
    return tuple(read_page(each, resource("help", f"{each}.md").read_text(encoding="utf-8")) for each in names)


def page_json(page: HelpPage) -> dict[str, Any]:
    """A page as other programs read it."""
    parts = [{"heading": p.heading, "text": list(p.lines), "points": list(p.points)} for p in page.parts]
    return {"kind": page.name, "title": page.title, "parts": parts}


def page_lines(page: HelpPage) -> list[str]:
    """A page for people."""
    lines = [page.title]
    for part in page.parts:
        lines += ["", *([part.heading] if part.heading else []), *(f"  {words}" for words in part.lines)]
        lines += [f"  - {words}" for words in part.points]
    return lines


def list_lines(pages: tuple[HelpPage, ...]) -> list[str]:
    """The list of all pages."""
    return [*(f"{page.name:<24} {page.title}" for page in pages), "untwin help KIND prints one of them."]
