"""Errands outside the window: the browser and the clipboard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from untwin.domain.books.documents import Variant
from untwin.domain.cases.advice import Option
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.company.links import document_link
from untwin.domain.problems import Problem
from untwin.domain.sources.declared import record_address
from untwin.flows.posting.retry import RetryCard
from untwin.ports.machine import Browser
from untwin.ui.case.summary import given_words, paragraph
from untwin.ui.kit.words import count_words, problem_words, tr

Companies = Mapping[str, Company]


class Clipboard(Protocol):
    """The system's clipboard, as far as text goes."""

    def read(self) -> str:
        """Its text; empty where it has none."""

    def page(self) -> str:
        """The HTML that was copied with the text; empty where there is none."""

    def files(self) -> tuple[Path, ...]:
        """The files that were copied, in a file manager or out of a mail; none where it is something else."""

    def write(self, text: str) -> None:
        """Puts a text there."""


@dataclass(frozen=True)
class Errands:
    """Runs them; `say` shows what came of it."""

    browser: Browser
    clipboard: Clipboard
    say: Callable[[str], None]

    def begin_retry(self, cards: Sequence[RetryCard], saved: Case | None = None) -> None:
        """Copies the numbers and opens the source's page, once for all of them; what was accepted needs neither.

        What was `saved` just now leads to it: that is said first.
        """
        of_these = saved is not None and saved.id in [card.case.id for card in cards]
        before = given_words(saved) if saved is not None and of_these else ""
        card, numbers = cards[0], [card.number for card in cards if card.number]
        if card.accepted:
            self.say(" ".join(filter(None, (before, *(each.sentence for each in cards[:3])))))
            return
        if numbers:  # else what is in the clipboard stays
            self.clipboard.write("\n".join(numbers))
        several = len(cards) > 1
        copied = count_words(len(numbers), tr("number"), tr("numbers")) if several else card.number
        deed = card.profile.what_to_do(tr("each of these") if several else card.number)
        said = tr("{} in {}; Untwin looks whether it posted.").format(deed, card.profile.name)
        said = tr("{} copied. {}").format(copied, said) if numbers else said
        said = f"{before} {said}".strip()
        own_page = card.record if card.profile.at_record and not several else ""
        if own_page or card.page:
            self._open(own_page or card.page, said)
        else:
            self.say(tr("{} No address of its page is known.").format(said))

    def open_sample_page(self, companies: Companies) -> None:
        """Opens the page with a sample firm's errors, to be copied from there."""
        pages = [binding.retry_page for company in companies.values() for binding in company.sources]
        if pages:
            self._open(pages[0], tr("Copy an error from that page, then press Ctrl+V here."))

    def open_document(self, case: Case, companies: Companies) -> None:
        """Opens the document that matters now in QuickBooks; both where one sale was booked twice."""
        company, document = companies.get(case.company or ""), document_of(case)
        if company is not None and case.booked_twice and case.posting is not None:
            for each in case.posting.found:
                self.open_one(company, each.entity, each.id, each.variant)
            if case.posting.found:
                return
        if company is not None and document is not None:
            self.open_one(company, *document)

    def open_one(self, company: Company, entity: str, document_id: str, variant: Variant | None = None) -> None:
        """Opens a document in QuickBooks."""
        try:
            address = document_link(company, entity, document_id, variant)
        except Problem as problem:
            self.say(problem_words(problem))
            return
        self._open(address, tr("Opened in QuickBooks."))

    def open_source(self, case: Case, companies: Companies) -> None:
        """Opens the waiting document in its source where its page is known, else the page of the retry."""
        company = companies.get(case.company or "")
        binding = company.binding(case.source) if company else None
        if binding is not None:
            record = case.evidence.incoming.source_id if case.evidence and case.evidence.incoming else None
            page = record_address(binding.record_page, record) or binding.retry_page
            self._open(page, tr("Opened in the browser."))

    def take_option(self, option: Option) -> None:
        """Copies the text of an option and opens its page; says what a person does there."""
        if option.copy:
            self.clipboard.write(option.copy)
        copied = tr("Copied: {}.").format(_short(option.copy)) if option.copy else ""
        said = " ".join(part for part in (copied, *option.how[:1]) if part) or option.words
        if option.link:
            self._open(option.link, said)
        else:
            self.say(said)

    def copy_summary(self, case: Case, companies: Companies) -> None:
        """Copies the case in one paragraph."""
        self.clipboard.write(paragraph(case, companies))
        self.say(tr("1 case copied as a paragraph."))

    def _open(self, address: str, said: str) -> None:
        try:
            self.browser.open(address)
        except Problem as problem:
            self.say(problem_words(problem))
        else:
            self.say(said)


def _short(text: str) -> str:
    first = " ".join(text.split())
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN].rstrip()}…"


_SHOWN = 60


def document_of(case: Case) -> tuple[str, str, Variant | None] | None:
    """Type, id and variant of the document that matters now: the posted one, the changed one, the twin, the holder."""
    if case.posting and case.posting.document_id and case.posting.entity:
        return case.posting.entity, case.posting.document_id, None
    if case.renumbered:
        return case.renumbered[-1].entity, case.renumbered[-1].document_id, None
    if case.evidence is None:
        return None
    twin = case.judgement.twin_id if case.judgement else None
    known = [*case.evidence.holders, *case.evidence.nearby]
    documents = [d for d in known if d.id == twin] + known
    return (documents[0].entity, documents[0].id, documents[0].variant) if documents else None
