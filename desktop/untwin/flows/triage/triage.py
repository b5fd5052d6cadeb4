"""The triage flows in one hand: they put marks on cases, and keep views; none touches the books."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from untwin.flows.decide import Decide
from untwin.flows.triage.annotate import Annotate
from untwin.flows.triage.archive import Archive
from untwin.flows.triage.label import Label
from untwin.flows.triage.marking import Marking
from untwin.flows.triage.put_aside import IgnoreCases
from untwin.flows.triage.set_unread import SetUnread
from untwin.flows.triage.snooze import SnoozeCases
from untwin.flows.triage.views import Views
from untwin.flows.triage.wake import Wake
from untwin.ports.books import Connections
from untwin.ports.history import Preferences


@dataclass(frozen=True, slots=True)
class Triage:
    """Them all; `marking` takes back what the others did."""

    marking: Marking
    snooze: SnoozeCases
    wake: Wake
    label: Label
    annotate: Annotate
    archive: Archive
    unread: SetUnread
    ignore: IgnoreCases
    views: Views


def triage(
    decide: Decide, preferences: Preferences, connections: Connections, local_time: Callable[[datetime], datetime]
) -> Triage:
    """Puts them together."""
    marking = Marking(decide.cases, decide.history, decide.clock)
    return Triage(
        marking,
        SnoozeCases(marking, decide.companies, local_time),
        Wake(marking, decide.companies, connections),
        Label(marking, preferences),
        Annotate(marking),
        Archive(marking),
        SetUnread(marking),
        IgnoreCases(decide),
        Views(preferences),
    )
