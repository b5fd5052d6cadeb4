"""Keeps views of a person's own: a filter line with a name, in their order."""

import json
from contextlib import suppress
from dataclasses import dataclass

from untwin.domain.inbox.filter_words import parse
from untwin.domain.inbox.inbox import VIEWS, View
from untwin.domain.problems import BadInput
from untwin.ports.history import Preferences

_NAME = "views"
_LONGEST = 30
MOST_VIEWS = 9 - len(VIEWS)  # each has a key, Ctrl+1 to Ctrl+9


@dataclass(frozen=True, slots=True)
class Views:
    """The flow; the views that Untwin brings are not among those."""

    preferences: Preferences

    def all(self) -> tuple[View, ...]:
        """The saved views, in the order of their keys."""
        # What can't be read any more is left out; it can be saved again.
        with suppress(ValueError, TypeError, KeyError):
            stored = json.loads(self.preferences.get(_NAME) or "[]")
            return tuple(_view(str(each["name"]), str(each["line"])) for each in stored)[:MOST_VIEWS]
        return ()

    def save(self, name: str, line: str) -> tuple[View, ...]:
        """Keeps the line as a view; one of that name gets the new line.

        Raises:
            BadInput: the name or the line can't be used, or there are as many as have keys.
        """
        plain, read = _plain(name), parse(line)
        if read.problems:
            raise BadInput(read.problems[0])
        if not read.terms:
            raise BadInput("The filter is empty.", "Type what the view shall show, then save it.")
        views = list(self.all())
        at = next((i for i, view in enumerate(views) if view.title.casefold() == plain.casefold()), len(views))
        if at == MOST_VIEWS:
            raise BadInput(f"There are {MOST_VIEWS} saved views already, and no key for another.", "Remove one first.")
        views[at : at + 1] = [_view(plain, line.strip())]
        return self._put(views)

    def rename(self, old: str, new: str) -> tuple[View, ...]:
        """Gives a view another name."""
        plain, views = _plain(new), list(self.all())
        if any(view.title.casefold() == plain.casefold() and view.title != old for view in views):
            raise BadInput(f"There is a view “{plain}” already.")
        return self._put([_view(plain, view.line) if view.title == old else view for view in views])

    def remove(self, name: str) -> tuple[View, ...]:
        """Removes a view; its cases stay where they are."""
        return self._put([view for view in self.all() if view.title != name])

    def put_back(self, name: str, line: str, place: int) -> tuple[View, ...]:
        """Puts a view back that was removed, in its place among the saved ones; what was saved since stays.

        Raises:
            BadInput: there is one of that name again, or as many as have keys.
        """
        views = list(self.all())
        if any(view.title.casefold() == name.casefold() for view in views):
            raise BadInput(f"There is a view “{name}” already.")
        if len(views) == MOST_VIEWS:
            raise BadInput(f"There are {MOST_VIEWS} saved views already, and no key for another.", "Remove one first.")
        return self._put([*views[:place], _view(name, line), *views[place:]])

    def _put(self, views: list[View]) -> tuple[View, ...]:
        self.preferences.put(_NAME, json.dumps([{"name": view.title, "line": view.line} for view in views]))
        return tuple(views)


def _view(name: str, line: str) -> View:
    return View(name, line, f"Nothing fits “{name}”", f"It shows: {line}")


def _plain(name: str) -> str:
    plain = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    if not plain:
        raise BadInput("Type a name for the view.")
    if len(plain) > _LONGEST:
        raise BadInput(f"A name of {_LONGEST} characters at most, please.")
    if any(view.title.casefold() == plain.casefold() for view in VIEWS):
        raise BadInput(f"“{plain}” is a view of Untwin's own.", "Choose another name.")
    return plain
