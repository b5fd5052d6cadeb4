"""The books are closed for the document's date: the two dates, whom to ask, and what else can be done."""

from datetime import date

from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense, Who
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import NOT_KNOWN, Sight
from untwin.domain.playbooks.waiting import waiting_day
from untwin.domain.words.days import told_day

CLOSING = "QuickBooks, Account and settings > Advanced > Accounting > Close the books"


def advise(sight: Sight) -> Advice:
    """The advice."""
    through = sight.facts.closed_through if sight.facts else None
    day = waiting_day(sight)
    until, dated = told_day(through) if through else "not closed", told_day(day) if day else NOT_KNOWN
    facts = (Fact("Books closed through", until), Fact("Dated", dated))
    if through is None:
        return _open(sight, "The books of this company are not closed now.", facts)
    if day is not None and day > through:
        return _open(sight, f"The books are closed through {until}; {sight.waiting} lies after that.", facts)
    said = (f"The books are closed through {until}.", _dated(day), _NOTHING_GETS_IN, *_reported(sight, day))
    blocked = f"The books are closed through {until}, and the waiting document is dated {dated}." if day else ""
    asked = () if day else (ways.describe(),)
    options = (*asked, _ask(sight, through, day), _other_date(sight, through), _by_hand(sight), ways.look_again())
    return Advice(said, options, RetrySense.AFTER, facts=facts, blocked=blocked)


_NOTHING_GETS_IN = (
    "QuickBooks takes nothing from other programs into closed books; the closing password doesn't help them."
)


def _dated(day: date | None) -> str:
    if day is None:
        return "The waiting document's date isn't known; it lies on that day or before, or QuickBooks would take it."
    return f"The waiting document is dated {told_day(day)}."


def _open(sight: Sight, first: str, facts: tuple[Fact, ...]) -> Advice:
    """QuickBooks would take it now; what the firm has reported already is a matter of its own."""
    reported = _reported(sight, waiting_day(sight))
    if reported:
        options = ways.with_retry(sight, RetrySense.AFTER)
        return Advice((first, *reported, *sight.doubts), options, RetrySense.AFTER, facts=facts)
    options = ways.with_retry(sight, RetrySense.NOW)
    return Advice((first, "It can be sent again.", *sight.doubts), options, RetrySense.NOW, facts=facts)


def _reported(sight: Sight, day: date | None) -> tuple[str, ...]:
    """Whether it would change figures that the firm has handed out: its own date, which QuickBooks doesn't know."""
    through = sight.company.settings.reported_through
    if through is None or day is None or day > through:
        return ()
    return (f"Your firm has reported through {told_day(through)}: ask whoever reported before it is sent there.",)


def _ask(sight: Sight, through: date, day: date | None) -> Option:
    text = (
        f"{sight.source} can't post {sight.waiting} to QuickBooks ({sight.company.name}): "
        f"the books are closed through {told_day(through)}{f', and it is dated {told_day(day)}' if day else ''}. "
        "Please say whether the closing date may be moved back for a moment, whether you enter the document by hand, "
        f"or whether it shall be dated into the open period in {sight.source}."
    )
    how = (
        "Send it to the person who closed the books: only they may move the closing date.",
        "It names the document and both dates, and asks what shall be done.",
    )
    words = "Copy a message about it"
    return Option(words, who=Who.CLOSER, how=how, where=CLOSING, button="Closing date", copy=text, link=sight.home)


def _other_date(sight: Sight, through: date) -> Option:
    how = (
        f"If your firm's rules allow it, date it after {told_day(through)}, then retry.",
        "The sale then stands in another period: ask your accountant first.",
    )
    words = f"Give it an open date in {sight.source}"
    return Option(words, who=Who.ACCOUNTANT, how=how, where=f"{sight.source}, the document", link=sight.source_page)


def _by_hand(sight: Sight) -> Option:
    how = (
        "Someone who may change closed books enters it in QuickBooks, with the closing password if there is one.",
        f"It is not linked to {sight.source} then; its payments won't sync.",
        "Look it up again afterwards: Untwin finds it there, and the case ends as already in QuickBooks.",
    )
    words = "Have it entered by hand"
    return Option(words, who=Who.CLOSER, how=how, where="QuickBooks, New > Invoice", copy=sight.number or "")
