"""Which company errors belong to: what a source's account says, who is offered first, what tells that it is wrong."""

from collections.abc import Iterable

from untwin.domain.cases.case import UNDECIDED, Case, State
from untwin.domain.company.company import Company
from untwin.domain.problems import NotAllowed
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.blocks import BlockId


def company_of(source: str | None, connected: tuple[Company, ...], shown: str | None = None) -> str | None:
    """The one company that an error of this source can belong to, or None where that must be asked.

    `shown` is the company that the window shows alone: it decides only where the source doesn't.
    """
    if len(connected) == 1:
        return connected[0].realm
    bound = [c.realm for c in connected if source and c.binding(source)]
    if len(bound) == 1:
        return bound[0]
    return shown if shown in (bound or [c.realm for c in connected]) else None


def only_source(company: Company | None) -> str | None:
    """The app that an error can only come from where its text names none: the one that is connected, if it is one."""
    sources = company.sources if company else ()
    return sources[0].source if len(sources) == 1 else None


def source_taken_words(case: Case) -> str:
    """That nobody has said which app a case comes from, in a sentence; empty where its text or a person said it."""
    if not case.source_taken:
        return ""
    name = source_name(case.source)
    return f"The error names no app. It was taken for {name}'s, the only app that is connected."


def in_question(companies: Iterable[Company], sources: Iterable[str | None]) -> tuple[Company, ...]:
    """The companies in the order in which they are offered, which is always the same: a number key is learned.

    First come those whose account of the source is connected, then the others, each by name.
    """
    named = {source for source in sources if source}

    def rank(company: Company) -> tuple[bool, str]:
        return not any(map(company.binding, named)), company.name.casefold()

    return tuple(sorted(companies, key=rank))


def why_not_bound(case: Case) -> str:
    """Why a case can't be bound to another company; empty where it can."""
    if case.renumbered:
        return "A number was changed for it in its company; give the old number back first."
    if case.state not in UNDECIDED | {State.IGNORED}:
        return f"It is “{case.state.words}”; its company can't be changed any more."
    return ""


def check_bindable(case: Case) -> None:
    """Raises `NotAllowed` where a case can't be bound to another company."""
    reason = why_not_bound(case)
    if reason:
        raise NotAllowed(reason)


def seem_elsewhere(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Those of which QuickBooks says that they don't belong to the company that they are bound to."""
    return tuple(case for case in cases if any(block.id is BlockId.WRONG_COMPANY for block in case.blocks))
