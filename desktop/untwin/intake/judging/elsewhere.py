"""Knows what is numbered elsewhere than in QuickBooks: other ledgers' documents, cards and seats, events, contracts."""

import re

from untwin.intake.marking.guarded import guarded

# From which length on a text would name the books that it speaks of.
LONG = 240


def is_of_another_ledger(around: str) -> bool:
    """Whether a text names another ledger or an interface of its own, and nothing in it is of QuickBooks."""
    lower_around = around.lower()
    return bool(_LEDGERS.search(lower_around)) and not _QUICKBOOKS.search(lower_around)


def is_said_by_another(head: str, words: str) -> bool:
    """Whether what stands before the words on their line, in lower case, says that another ledger says them."""
    said = [found.end() for found in _SAYS.finditer(head)]
    return bool(said) and not _QUICKBOOKS.search(head[said[-1] :] + words)


def names_books(line: str) -> bool:
    """Whether a line, in lower case, is of the books: of QuickBooks, or of a document that they hold."""
    return bool(_BOOKS.search(line))


def is_of_another_thing(line: str) -> bool:
    """Whether a line, in lower case, speaks of the number of something that is no document, and not of the books."""
    return not names_books(line) and bool(_THING.search(line) or _NUMBER.search(line))


def is_of_an_event(line: str) -> bool:
    """Whether a line, in lower case, is of an event or a session, and not of the books."""
    return not names_books(line) and bool(_EVENT.search(line))


def is_of_a_contract(line: str) -> bool:
    """Whether a line, in lower case, is of a contract."""
    return bool(_CONTRACT.search(line))


def has_no_books(near: str) -> bool:
    """Whether a longer text, in lower case, has nothing to do with the books."""
    return len(near) > LONG and not names_books(near) and not _SENT.search(near)


_LEDGERS = guarded(
    "xero|odoo|tripletex|netsuite|sap|zoho books|freshbooks|avatax|avalara|bill.com|intacct|myob|erpnext|freeagent"
    "|business central|dynamics|fortnox|sage |lexware|lexoffice|sevdesk|datev|coupa|ariba|concur|sharepoint|docusign"
    "|envelope|invalid_request_error|finali|e11000|conditionalcheck|integrityerror|unique constraint|er_dup_entry"
    "|in this library"
    "|invoice ninja"
    "|zatca|peppol|curl -x|localhost:|#|columns",
    r"\b(?:xero|odoo|tripletex|netsuite|sap|zoho books|freshbooks|avatax|avalara|bill\.com|(?:sage )?intacct"
    r"|sage (?:50|100|200|300|x3|business cloud)|myob|erpnext"
    r"|freeagent"
    r"|business central|dynamics (?:365|gp|nav)|fortnox|invoice ninja|zatca|peppol|lexware|lexoffice|sevdesk|datev"
    r"|coupa|ariba|concur|sharepoint|docusign|invalid_request_error|in this library)\b|\b(?:this|the) envelope\b"
    # A shop's own invoices; a database.
    r"|\bstripe (?:invoice|api|dashboard)\b[^\n]{0,60}\bfinali[sz]"
    r"|e11000|conditionalcheck|integrityerror|unique constraint|er_dup_entry"
    # The description of an interface, or a program that is tried out.
    r"|\bcurl -x\b|\blocalhost:\d|(?:\A|\n)#{2,5} [^\n]{0,80}\b[45]\d\d\b|[\"']columns[\"']: ?\[",
)
_QUICKBOOKS = guarded(
    "quickbooks|qb|intuit|6140|docnumber|txntype|duplicate document number|specify a different number",
    r"quickbooks|\bqbo?\b|\bintuit\b|(?<![\w-])6140\b|docnumber|txntype|duplicate document number"
    r"|specify a different number",
)
# `Xero won't take it, it says ..`, `NetSuite: ..`.
_SAYS = re.compile(
    r"(?:\A|[.!?;:>|]\s|\()\W{0,6}(?:[qa]: |the |our |my |in )?"
    r"(?:xero|odoo|tripletex|netsuite|sap|zoho books|freshbooks|avatax|bill\.com|(?:sage )?intacct|sage(?: \d{2,3})?"
    r"|myob|erpnext|freeagent|business central|fortnox|invoice ninja|wave|lexware|lexoffice|sevdesk|datev)"
    r"(?: (?:online|api|error|accounting|books|uk|us))?"
    r"(?::|,? (?:says|said|gives?|gave|refuse[sd]?|reject(?:s|ed)?|won.t|will not|doesn.t|does not|answer(?:s|ed)"
    r"|complains|reports?|shows?|tells?|throws?|threw|returns?|is there a way|how do (?:i|we)))"
)
# Things that are numbered elsewhere.
_THING = guarded(
    "gift|voucher|coupon|phone|mobile|tracking|serial|seat|passport|passenger|verification|check|booking|prize"
    "|licen|raffle|lottery|member|driver|applicant|visa|parcel|delivery|shipment|marathon|runner|patient|student"
    "|vehicle|policy|sim card|loyalty|locker|warranty|register a product|start number|reservation",
    r"\b(?:gift|voucher|coupon|phone|mobile|tracking|serial|seat|passport|passenger|verification|check.?in|booking"
    r"|prize|licen[cs]e|raffle|lottery|member(?:ship)?|driver|applicant|visa|parcel|delivery|shipment|marathon|runner"
    r"|patient|student|vehicle|policy|sim card|loyalty|locker|warranty|register a product|start number"
    r"|reservation)\b",
)
# The number of anything that is no document: `card number 4 is already used`.
_NUMBER = guarded(
    "already",
    r"\b(?!(?:this|that|the|an?|your|same|different|doc|document|memo|note|receipt|entry|transaction|reference|ref"
    r"|its"
    r"|duplicate|order|existing|new|another|custom|and|or|error)\b)"
    r"[a-z]{2,20} (?:number|no\.?)(?: [^\s]{1,20})?(?: is| was| has(?: been)?)? already",
)
_EVENT = guarded(
    "event|webhook|idempoten|session|device|player", r"\bevent|webhook|idempoten|\bsession|\bdevice|\bplayer"
)
# What belongs to the books.
_BOOKS = guarded(
    "invoice|bill|quickbooks|qbo|docnumber|credit memo|sales receipt|journal|txn|estimate|sync|duplicate document",
    r"invoice|\bbill|quickbooks|\bqbo\b|docnumber|credit memo|sales receipt|journal|txn"
    r"|estimate|\bsync|duplicate document",
)
# What is done with a document, or by whom.
_SENT = guarded(
    "push|post|export|import|retr|clio|hubspot|integration|customer|payment|order",
    r"\b(?:push|post|export|import|retr(?:y|ied)|clio|hubspot|integration|customer|payment|order)",
)
_CONTRACT = guarded(
    "liable|liability|warrant|licensee|hereunder|service credit",
    r"\b(?:liable|liability|warrant(?:y|s|ies)|licensee|hereunder|service credits?)\b",
)
