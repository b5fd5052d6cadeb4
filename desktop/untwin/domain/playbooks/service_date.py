"""A service date is wanted: whether revenue recognition is on, where the setting is, what turning it off costs."""

from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense, Who
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import Sight, Switch, switch_words

SETTING = "Revenue recognition"
WHERE = "QuickBooks, Account and settings > Sales > Products and services"


def advise(sight: Sight) -> Advice:
    """The advice."""
    state = sight.facts.revenue_recognition if sight.facts else None
    facts = (Fact(SETTING, switch_words(state)),)
    if state is False:
        said = (
            "Revenue recognition is off in QuickBooks: no line needs a service date because of it any more.",
            *sight.doubts,
        )
        options = ways.with_retry(sight, RetrySense.NOW)
        return Advice(said, options, RetrySense.NOW, facts=facts)
    options = ways.with_retry(sight, RetrySense.AFTER, _switch_off(sight), _by_hand(sight))
    return Advice((_state(state), *_TRADE), options, RetrySense.AFTER, facts=facts)


def _state(state: Switch) -> str:
    if state is None:
        return "QuickBooks doesn't say whether revenue recognition is on; look at the setting."
    return "Revenue recognition is on in QuickBooks: a line that takes part in it needs a service date."


_TRADE = (
    "Switched off, invoices without service dates can post; the reports on revenue over time are then made apart.",
    "Left on, these invoices are entered in QuickBooks by hand, with a service date on each line.",
    "Untwin never changes the setting.",
)


def _switch_off(sight: Sight) -> Option:
    how = (
        "Talk it over first: the reports on revenue over time will have to be made apart.",
        "Switch the setting off, save, and come back.",
    )
    words = "Open QuickBooks, to switch it off"
    return Option(words, who=Who.ACCOUNTANT, how=how, where=WHERE, button=SETTING, link=sight.home)


def _by_hand(sight: Sight) -> Option:
    how = (
        f"Enter {sight.waiting} in QuickBooks with a service date on each line, under the very number.",
        "Then look it up again: Untwin finds it there, and the case ends as already in QuickBooks.",
        f"It is not linked to {sight.source}: record its payments by hand, and don't send it again.",
    )
    words = "Enter it by hand instead"
    return Option(words, who=Who.ACCOUNTANT, how=how, where="QuickBooks, New > Invoice", copy=sight.number or "")
