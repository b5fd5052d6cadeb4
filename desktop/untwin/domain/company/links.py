"""Web addresses of QuickBooks documents, pinned to their company."""

from urllib.parse import quote, urlencode

from untwin.domain.books.documents import TYPES, Variant, type_of
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import NotAllowed

_HOSTS = {
    Environment.PRODUCTION: "qbo.intuit.com",
    Environment.SANDBOX: "sandbox.qbo.intuit.com",
}


def document_link(company: Company, entity: str, document_id: str, variant: Variant | None = None) -> str:
    """The address that opens one document in QuickBooks, in the right company whichever was open last.

    Raises:
        NotAllowed: an id is no plain number, or the type has no page.
    """
    if entity not in TYPES:
        raise NotAllowed(f"QuickBooks has no page that Untwin knows for “{entity}”.")
    return _page(company, f"{type_of(entity, variant).slug}?{urlencode({'txnId': _digits(document_id)})}")


def record_link(company: Company, entity: str, record_id: str) -> str:
    """The address that opens a customer or vendor; for other records the list in which it stands.

    Raises:
        NotAllowed: an id is no plain number, or the record has no page.
    """
    if entity in _LISTS:
        return _page(company, _LISTS[entity])
    if entity not in _RECORDS:
        raise NotAllowed(f"QuickBooks has no page that Untwin knows for “{entity}”.")
    return _page(company, f"{_RECORDS[entity]}?{urlencode({'nameId': _digits(record_id)})}")


def home_link(company: Company) -> str:
    """The address that opens QuickBooks with this company. Raises `NotAllowed`."""
    return _page(company, "homepage")


_RECORDS = {"Customer": "customerdetail", "Vendor": "vendordetail"}
_LISTS = {"Employee": "employees", "Item": "items", "Account": "chartofaccounts"}


def _page(company: Company, page: str) -> str:
    """A page of QuickBooks, pinned to its company."""
    if company.environment is Environment.SAMPLE:
        if not company.web:
            raise NotAllowed(f"It isn't known where the documents of {company.name} open.")
        return f"{company.web.rstrip('/')}/app/{page}"
    pinned = f"pagereq={quote(page, safe='')}&deeplinkcompanyid={_digits(company.realm)}"
    return f"https://{_HOSTS[company.environment]}/app/login?{pinned}"


def _digits(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= 30):
        raise NotAllowed("This document's id is not a plain number; the link was not made.")
    return text
