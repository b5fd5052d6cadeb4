"""What a playbook sees of one case, and the words and options that many playbooks share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company, CompanyFacts
from untwin.domain.company.links import document_link, home_link, record_link
from untwin.domain.problems import NotAllowed
from untwin.domain.sources.declared import record_address
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.observed import NameRecord, Observed
from untwin.domain.verdicts.twins import judge_twins
from untwin.domain.verdicts.verdict import Judgement, Verdict
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount

NOT_KNOWN = "not known"
Switch = bool | None
"""A setting: on, off, or None where QuickBooks doesn't say."""


@dataclass(frozen=True)
class Sight:
    """A case with everything that was read for it. `evidence` is None where QuickBooks could not be asked."""

    case: Case
    company: Company
    evidence: Evidence | None
    observed: Observed

    @property
    def source(self) -> str:
        """What people call the app that sent the document."""
        return self.company.profile(self.case.source).name

    @property
    def incoming(self) -> Incoming | None:
        """The waiting document, as far as it is known."""
        return self.evidence.incoming if self.evidence else self.case.incoming

    @property
    def facts(self) -> CompanyFacts | None:
        """The company's settings, read just now."""
        return self.evidence.facts if self.evidence else None

    @property
    def message(self) -> str:
        """The error's own words, the newest."""
        return self.case.findings[-1].message

    @property
    def number(self) -> str | None:
        """The waiting document's number, wherever it is named."""
        return self.case.waiting_number

    @property
    def waiting(self) -> str:
        """The waiting document in a sentence: `document 1234, 1,240.00, dated 12 Nov 2026`."""
        known = self.incoming
        parts = [f"document {self.number}" if self.number else "a document"]
        home = self.facts.home_currency if self.facts else None
        parts += [told_amount(known.total, known.currency, home)] if known and known.total is not None else []
        parts += [f"dated {told_day(known.date)}"] if known and known.date else []
        return ", ".join(parts)

    @cached_property
    def judgement(self) -> Judgement | None:
        """What the evidence says about the same sale being booked already."""
        return judge(self.evidence) if self.evidence else None

    @property
    def booked(self) -> Document | None:
        """The document that is proved to be the very same sale, if there is one."""
        if self.judgement is None or self.judgement.verdict is not Verdict.SAME_DOCUMENT or self.evidence is None:
            return None
        known = (*self.evidence.nearby, *self.evidence.holders)
        return next((d for d in known if d.id == self.judgement.twin_id), None)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Documents that may be the same sale, or why that is not known; empty where it was looked for in vain."""
        evidence = self.evidence
        if evidence is None or evidence.incoming is None or not evidence.incoming.complete:
            return (NOT_LOOKED,)
        if not evidence.twin_search.complete:
            return (f"The search for the same sale is not complete. {evidence.twin_search.why_not}".strip(),)
        twins = judge_twins((), evidence)
        return twins.reasons if twins and twins.verdict is Verdict.UNKNOWN else ()

    def link(self, document: Document) -> str:
        """Where a document opens; empty where that isn't known."""
        return _or_nothing(lambda: document_link(self.company, document.entity, document.id, document.variant))

    def link_to(self, entity: str, document_id: str) -> str:
        """Where a document opens of which nothing but type and id is known; empty where that isn't known."""
        return _or_nothing(lambda: document_link(self.company, entity, document_id))

    def record(self, record: NameRecord) -> str:
        """Where a customer, vendor or employee opens; empty where that isn't known."""
        return _or_nothing(lambda: record_link(self.company, record.entity, record.id))

    @property
    def home(self) -> str:
        """Where QuickBooks opens with this company."""
        return _or_nothing(lambda: home_link(self.company))

    @property
    def source_page(self) -> str:
        """The waiting document's page in its source, else the page where such errors stand; empty for none."""
        binding = self.company.binding(self.case.source)
        if binding is None:
            return ""
        record = self.incoming.source_id if self.incoming else None
        return record_address(binding.record_page, record) or binding.retry_page


NOT_LOOKED = (
    "Untwin doesn't know customer, amount and date of the waiting document,"
    " so it could not look whether the sale is in QuickBooks already."
)


def _or_nothing(make: Callable[[], str]) -> str:
    try:
        return make()
    except NotAllowed:
        return ""


def switch_words(state: Switch) -> str:
    """A setting in a word."""
    return _SWITCHES[state]


_SWITCHES: dict[Switch, str] = {True: "on", False: "off", None: NOT_KNOWN}
