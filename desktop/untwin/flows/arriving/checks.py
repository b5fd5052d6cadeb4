"""Remembers when each app's errors were looked at last, for each company: an empty inbox alone is no proof."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.inbox.clients import Check
from untwin.ports.history import Preferences


@dataclass(frozen=True, slots=True)
class CheckMemory:
    """Keeps the times with what is set for this home."""

    preferences: Preferences

    def of(self, company: Company) -> tuple[Check, ...]:
        """When each app of a company was looked at."""
        return tuple(self._one(company.realm, binding.source, binding.profile.name) for binding in company.sources)

    def taken_in(self, cases: Iterable[Case], at: datetime) -> None:
        """Some errors came in: that much was seen of their apps."""
        for realm, source in {(case.company, case.source) for case in cases if case.company and case.source}:
            seen = self._one(realm, source, "")
            self._keep(realm, replace(seen, part_at=at))

    def seen_whole(self, accounts: Iterable[tuple[str, str]], at: datetime, by: str = "") -> None:
        """The whole list of these (company, source) was seen; `by` says whose word that is."""
        for realm, source in accounts:
            self._keep(realm, replace(self._one(realm, source, ""), whole_at=at, by=by))

    def _one(self, realm: str, source: str, name: str) -> Check:
        text = self.preferences.get(_key(realm, source))
        kept = json.loads(text) if text else {}
        whole, part = (_time(kept.get(each)) for each in ("whole", "part"))
        return Check(source, name, whole, str(kept.get("by", "")), part)

    def _keep(self, realm: str, check: Check) -> None:
        times = {"whole": check.whole_at, "part": check.part_at}
        kept = {name: at.isoformat() for name, at in times.items() if at} | ({"by": check.by} if check.by else {})
        self.preferences.put(_key(realm, check.source), json.dumps(kept))


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _key(realm: str, source: str) -> str:
    return f"checked {realm} {source}"
