"""Why an action about sources can't run now, each as a sentence."""

from untwin.domain.cases.case import Case
from untwin.domain.cases.right_company import why_not_bound
from untwin.ui.acting.context import Context
from untwin.ui.acting.reasons import no_connecting


def no_source_chosen(context: Context) -> str:
    """Why nothing can be done about the chosen source."""
    return "" if context.sources.chosen is not None else "No source is connected yet. Ctrl+Enter connects one."


def no_connecting_sources(context: Context) -> str:
    """Why no source can be connected."""
    if not context.companies:
        return "Connect the company in QuickBooks first: Ctrl+Shift+O."
    return no_connecting(context)


def not_namable(context: Context, case: Case) -> str:
    """Why it can't be said which app a case comes from."""
    company = context.companies.get(case.company or "")
    if company is None:
        return "Say first which company it belongs to: Shift+C."
    if not company.sources:
        return f"No source of {company.name} is connected. Ctrl+Shift+U leads to where one is connected."
    return why_not_bound(case)
