"""Puts labels on cases and takes them off; remembers which there are, so that one is typed once."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from untwin.domain.cases.marks import plain_label
from untwin.flows.triage.marking import Marked, Marking
from untwin.ports.history import Preferences

_NAME = "labels"
_MOST = 200


@dataclass(frozen=True, slots=True)
class Label:
    """The flow."""

    marking: Marking
    preferences: Preferences

    def __call__(self, case_ids: Iterable[str], label: str, who: str = "", *, on: bool = True) -> Marked:
        """Puts a label on cases, or takes it off.

        Raises:
            BadInput: nobody could read the label; nothing was changed.
        """
        plain = self._as_known(plain_label(label))
        what = f"labelled “{plain}”" if on else f"label “{plain}” taken off"
        marked = self.marking.each(case_ids, lambda case: case.marks.labelled(plain, on=on), what, who)
        if on:
            others = [each for each in self.known() if each.casefold() != plain.casefold()]
            self.preferences.put(_NAME, json.dumps([plain, *others][:_MOST]))
        return marked

    def known(self) -> tuple[str, ...]:
        """The labels that were used, the last one first."""
        # What can't be read any more is typed again.
        with suppress(ValueError, TypeError):
            return tuple(str(each) for each in json.loads(self.preferences.get(_NAME) or "[]"))
        return ()

    def _as_known(self, plain: str) -> str:
        """The label as it was spelled first: VIP and vip are one."""
        return next((each for each in self.known() if each.casefold() == plain.casefold()), plain)
