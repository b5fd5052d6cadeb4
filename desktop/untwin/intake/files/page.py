"""Tells a saved web page from other text and takes the programs out of it, which nobody sees on the page."""

import re


def is_page(text: str) -> bool:
    """Whether the text is a web page or a piece of one, as a browser saves or copies it."""
    return bool(_OPENING.search(text[:8_000]))


def without_programs(text: str) -> str:
    """The page with its scripts, styles and comments blanked out; every other character stays where it was.

    A program holds the sentences of errors that never happened.
    """
    pieces: list[str] = []
    done = 0
    unclosed: set[str] = set()
    for found in _PROGRAM.finditer(text):
        name = found.group("name").lower()
        # What was not closed once is not closed further on: looked for again, it would cost the whole text each time.
        if found.start() < done or name in unclosed:
            continue
        closing = _CLOSING[name].search(text, found.end())
        if closing is None:
            unclosed.add(name)
            continue
        pieces += (text[done : found.start()], " " * (closing.end() - found.start()))
        done = closing.end()
    return "".join([*pieces, text[done:]]) if pieces else text


_OPENING = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]|<table[\s>]|<div[\s>]|<tr[\s>]", re.IGNORECASE)
_PROGRAM = re.compile(r"<(?P<name>!--|script(?=[\s>])|style(?=[\s>])|template(?=[\s>]))", re.IGNORECASE)
_CLOSING = {
    "!--": re.compile("-->"),
    **{name: re.compile(rf"</{name}\s{{0,20}}>", re.IGNORECASE) for name in ("script", "style", "template")},
}
