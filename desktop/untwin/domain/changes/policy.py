"""A company's policy: what may never be changed there, and how much one confirmation may cover."""

from collections.abc import Sequence
from decimal import Decimal

from untwin.domain.books.documents import TYPES, Document, Side
from untwin.domain.company.company import Company
from untwin.domain.verdicts.blocks import may_change_in, read_only
from untwin.domain.verdicts.holder import trust_reason
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount


def why_untouchable(document: Document, company: Company) -> str:
    """Why this document's number may not be changed now, whatever a person confirms; empty when it may."""
    block = read_only(company)
    if block:
        return block.sentence
    settings, kind = company.settings, TYPES[document.entity]
    if kind.side is not Side.SALES:
        return f"Untwin never changes {kind.one}."
    trust = "" if settings.trust_unlock else trust_reason(document, company.trust_accounts)
    if trust:
        return f"{trust} Such numbers are locked in {company.name}."
    if document.entity in settings.never_types:
        return f"{company.name}'s policy says that {kind.one} is never to be touched."
    reported = settings.reported_through
    if reported and document.date and document.date <= reported:
        until, dated = told_day(reported), told_day(document.date)
        return f"The firm has reported through {until}, and {document.title} is dated {dated}."
    if company.facts and not may_change_in(company.facts.country, company):
        return "In this company's country issued numbers may not be changed here."
    return ""


def why_too_much(documents: Sequence[Document], company: Company) -> str:
    """Why one confirmation may not cover all of these; empty when it may."""
    settings = company.settings
    if len(documents) > settings.most_rows:
        words = f"{company.name}'s policy allows {settings.most_rows} changes in one confirmation"
        return f"{words}; these are {len(documents)}."
    if settings.highest_total is None:
        return ""
    total = home_total(documents, company)
    if total is None:
        return f"{company.name}'s policy caps the total, and not every amount is known in its currency."
    if total > settings.highest_total:
        cap = told_amount(settings.highest_total)
        return f"{company.name}'s policy allows a total of {cap} in one confirmation; these are {told_amount(total)}."
    return ""


def home_total(documents: Sequence[Document], company: Company) -> Decimal | None:
    """What documents come to in the company's own currency; None where one of them doesn't say."""
    home = company.facts.home_currency if company.facts else None
    amounts = [_home_amount(document, home) for document in documents]
    return None if None in amounts else sum((a for a in amounts if a is not None), Decimal(0))


def _home_amount(document: Document, home: str | None) -> Decimal | None:
    if document.home_total is not None:
        return document.home_total
    same = document.currency is None or home is None or document.currency == home
    return document.total if same else None
