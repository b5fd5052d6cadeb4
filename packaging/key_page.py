"""The printable key sheet: one page of HTML, made from the window's list of actions, that needs nothing else."""

import html
from collections.abc import Iterable
from itertools import groupby

from untwin.ui.acting.registry import Action

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Keys of Untwin</title>
<style>
@page { margin: 12mm; }
body { font: 9.5pt/1.35 Inter, "Segoe UI", Helvetica, Arial, sans-serif; margin: 2em; }
body { color: #1d1c1a; background: #fff; }
h1 { font-size: 16pt; margin: 0 0 0.2em; }
p { margin: 0 0 1em; color: #5c584f; }
main { columns: 2; column-gap: 2.5em; }
section { break-inside: auto; margin: 0 0 1em; }
h2 { font-size: 11pt; margin: 0 0 0.3em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
tr { break-inside: avoid; }
td { padding: 0.12em 0.4em 0.12em 0; vertical-align: top; border-bottom: 1px solid #dcd9d2; }
td:first-child { width: 11em; }
kbd { font: inherit; border: 1px solid #8b867b; border-radius: 3px; padding: 0 0.35em; white-space: nowrap; }
@media print { body { margin: 0; } }
</style>
</head>
<body>
<h1>Keys of Untwin</h1>
<p>Single letters work in the list and in the case; text fields win. Keys can be changed: Ctrl+, and Change keys.
The key sheet in Untwin (?) prints the keys as they are on your computer. On a Mac, Ctrl is Cmd.</p>
<main>
"""
_FOOT = "</main>\n</body>\n</html>\n"


def key_page(actions: Iterable[Action]) -> str:
    """The page; places in the order in which they come first."""
    shown = [action for action in actions if action.shown_keys]
    order = list(dict.fromkeys(action.place for action in shown))
    shown.sort(key=lambda action: order.index(action.place))
    parts = [_section(str(place), tuple(mine)) for place, mine in groupby(shown, key=lambda action: action.place)]
    return _HEAD + "".join(parts) + _FOOT


def _section(place: str, actions: tuple[Action, ...]) -> str:
    rows = "".join(_row(action) for action in actions)
    return f"<section>\n<h2>{html.escape(place)}</h2>\n<table>\n{rows}</table>\n</section>\n"


def _row(action: Action) -> str:
    keys = " ".join(f"<kbd>{html.escape(key)}</kbd>" for key in action.shown_keys)
    return f"<tr><td>{keys}</td><td>{html.escape(action.title)}</td></tr>\n"
