"""The options that many playbooks offer in the same words: retry, look again, say what waits, open a record."""

from untwin.domain.books.documents import Document
from untwin.domain.cases.advice import IN_QUICKBOOKS, Deed, Option, RetrySense, Who
from untwin.domain.playbooks.sight import Sight
from untwin.domain.verdicts.observed import NameRecord


def retry(sight: Sight, sense: RetrySense) -> Option:
    """The retry in the source, now or after the fix."""
    profile = sight.company.profile(sight.case.source)
    how = f"{profile.what_to_do(sight.number or 'the document')}; then Untwin looks whether it posted."
    words = "Retry in {}" if sense is RetrySense.NOW else "It is done: retry in {}"
    place = f"{profile.name}, {profile.place}" if profile.place else profile.name
    who = Who.SOURCE_ADMIN if sight.case.source == "clio" else Who.YOU
    return Option(words.format(profile.name), Deed.RETRY, who, (how,), place, profile.button, sight.number or "")


def with_retry(sight: Sight, sense: RetrySense, *first: Option) -> tuple[Option, ...]:
    """Some options, behind them the retry and another look."""
    return (*first, retry(sight, sense), look_again())


def look_again() -> Option:
    """Looks once more and says what has changed."""
    return Option("Look it up again", Deed.LOOK_UP, how=("Untwin reads QuickBooks anew and says what has changed.",))


def describe() -> Option:
    """Asks the person what is waiting."""
    how = ("Type the customer, the amount and the date as the source shows them.",)
    return Option("Say what is waiting to post", Deed.DESCRIBE, how=how)


def name_source(names: str) -> Option:
    """Asks the person which of several apps it is."""
    how = (f"It may be {names}: once you say which, its page and its own words stand here.",)
    return Option("Say which app it comes from", Deed.NAME_SOURCE, how=how)


def already_there(document: Document) -> Option:
    """Confirms that the sale is booked."""
    how = (f"Compare the waiting document with {document.title}; a retry would book it twice.",)
    return Option("Confirm: already in QuickBooks", Deed.SAME, how=how)


def open_record(sight: Sight, record: NameRecord, words: str, *how: str) -> Option:
    """Opens a customer, vendor or employee."""
    button = "Make active" if not record.active else ""
    return Option(words, Deed.TAKE, Who.YOU, how, IN_QUICKBOOKS, button, record.name, sight.record(record))


def open_document(sight: Sight, document: Document, words: str, *how: str) -> Option:
    """Opens a document."""
    link = sight.link(document)
    return Option(words, Deed.TAKE, Who.YOU, how, IN_QUICKBOOKS, "", document.number or "", link)
