"""Names the errors QuickBooks Online answers with: their kinds, words and codes, and one finding in a text."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from untwin.domain.columns import TableSeen


class FaultKind(StrEnum):
    """What an error is about; the value names its help page and stands in printed and stored findings."""

    DUPLICATE_DOC_NUMBER = "duplicate_doc_number"
    DUPLICATE_NAME = "duplicate_name"
    MISSING_CUSTOMER = "missing_customer"
    SERVICE_DATE_REQUIRED = "service_date_required"
    EXTERNAL_MODIFICATION = "external_modification"
    CLOSED_PERIOD = "closed_period"
    STALE_OBJECT = "stale_object"
    OBJECT_NOT_FOUND = "object_not_found"
    INVALID_REFERENCE = "invalid_reference"
    NUMBER_TOO_LONG = "number_too_long"
    DEPOSITED = "deposited"
    AUTH = "auth"
    THROTTLED = "throttled"
    SUBSCRIPTION = "subscription"
    VALIDATION = "validation"
    SYSTEM = "system"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Columns:
    """What the rest of a table row says about the waiting document: as printed, None where the row is silent.

    `total` and `day` are the amount and the date as they were read, with the help of the column's other values;
    None where they can't be read or may mean two things. `currency` is a code such as EUR, from its column or from
    the amount's own sign.
    """

    customer: str | None = None
    amount: str | None = None
    date: str | None = None
    incoming_number: str | None = None
    link: str | None = None
    email: str | None = None
    balance: str | None = None
    currency: str | None = None
    state: str | None = None
    kind: str | None = None
    matter: str | None = None
    source: str | None = None
    total: Decimal | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One error recognised in a text.

    Attributes:
        kind: what it is about.
        code: the printed code, e.g. "6140"; None if none was printed.
        doc_number: the number in use, trimmed; None when missing or a placeholder such as `xxx`.
        txn_type: the type word as printed, e.g. "Credit Memo".
        entity: QuickBooks' name for that type; None when the word doesn't say.
        txn_id: QuickBooks' id of the document that uses the number, digits only.
        message: the sentence for people, escapes and line wraps undone.
        source: "clio", "hubspot" or None where the text doesn't tell.
        text: the exact slice of what was read.
        where: a place for people: "line 3", "sheet Bills, row 7", "mail.eml, line 3".
        columns: the rest of the table row; None outside tables.
    """

    kind: FaultKind
    code: str | None
    doc_number: str | None
    txn_type: str | None
    entity: str | None
    txn_id: str | None
    message: str
    source: str | None
    text: str
    where: str
    columns: Columns | None = None


@dataclass(frozen=True)
class Reading:
    """All errors of a text or file in their order, and a plain sentence for each thing that was not read.

    `tables` are those that the errors stand in, with what each column was taken for.
    """

    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
    tables: tuple[TableSeen, ...] = ()


def classify(message: str, code: str | None) -> FaultKind:
    """The kind of an error with this sentence and printed code; the words outrank the code.

    Codes are misprinted in the wild (6210 and 6240 beside duplicate-number words), sentences hardly ever.
    """
    words = _SETTING_NAMES.sub("", plain(message))
    by_words = next((kind for kind, pattern in _WORDS if pattern.search(words)), None)
    return by_words or _by_code(words, code)


def entity_of(type_word: str) -> str | None:
    """QuickBooks' name for a displayed type word, English or French; None where the word does not say."""
    return _ENTITIES.get(_letters(type_word))


def plain(message: str) -> str:
    """The message in lower case without accents and with single blanks, as the word lists expect it."""
    if not message.isascii():
        decomposed = unicodedata.normalize("NFKD", message.replace("\u2019", "'"))
        message = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(message.lower().split())


def _letters(type_word: str) -> str:
    return "".join(c for c in plain(type_word) if c.isalpha())


def _by_code(words: str, code: str | None) -> FaultKind:
    digits = (code or "").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        return FaultKind.VALIDATION if "validation error" in words else FaultKind.UNKNOWN
    number = int(digits)
    if number in (2050, 6000) and _ON_NUMBER.search(words) and _LENGTH.search(words):
        return FaultKind.NUMBER_TOO_LONG
    if number == 2020 and "customerref" in words:
        return FaultKind.MISSING_CUSTOMER
    return _CODES.get(number) or _by_range(number)


def _by_range(number: int) -> FaultKind:
    if 100 <= number <= 150:
        return FaultKind.AUTH
    if number >= 10_000:
        return FaultKind.SYSTEM
    return FaultKind.VALIDATION if number // 1000 in (2, 6) else FaultKind.UNKNOWN


# The number's field by the names it goes under, and what is said when it is too long.
_ON_NUMBER = re.compile(r"doc_?num|document number|invoice number|num field")
_LENGTH = re.compile(r"length|too long|characters|chars|longer|maximum|max:")

# Settings of QuickBooks and its apps that only sound like errors.
SETTING_NAMES = r"(?:error|warn(?:ing)?)(?: me)? (?:on|if|when|about) duplicate [a-z]{1,12} numbers?"
_SETTING_NAMES = re.compile(SETTING_NAMES)

_CODES = {
    number: kind
    for kind, numbers in {
        FaultKind.DUPLICATE_DOC_NUMBER: (6140,),
        FaultKind.DUPLICATE_NAME: (6240,),
        FaultKind.MISSING_CUSTOMER: (6560,),
        FaultKind.CLOSED_PERIOD: (6200, 6210),
        FaultKind.STALE_OBJECT: (5010,),
        FaultKind.OBJECT_NOT_FOUND: (610,),
        FaultKind.INVALID_REFERENCE: (2500,),
        FaultKind.DEPOSITED: (6540,),
        FaultKind.AUTH: (401, 3100, 3200),
        FaultKind.THROTTLED: (429, 3001),
        FaultKind.SUBSCRIPTION: (6190,),
        FaultKind.SYSTEM: (500, 502, 503, 504),
    }.items()
    for number in numbers
}

# In order: the first kind that fits wins. Within a kind the phrases stand in the order in which they are
# printed, titles first: the reader tells one error from the next by it. Written for `plain` text: lower
# case, no accents, single blanks; `num.{1,3}ro` also stands for an accent that was broken on its way. Each
# begins with a letter that is really there: the reader goes by it.
PHRASES: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.NUMBER_TOO_LONG: (
        r"more than \d{1,4} characters in the (?:\w{1,20} )?(?:doc_?num|document number|num)\b",
        r"doc(?:_?num(?:ber)?|ument number) (?:is too long|exceeds|cannot be longer)",
    ),
    FaultKind.DUPLICATE_DOC_NUMBER: (
        r"duplicate doc(?:ument)?\.? ?num(?:ber)?(?: error)?",
        r"num.{1,3}ro de (?:document|facture) en double",
        r"must specify a different number",
        r"devez indiquer un n(?:ombre|um.{1,3}ro) diff",
        r"this number has already been used",
        r"ce num.{1,3}ro a d.{1,3}j.{1,3} .{1,3}t.{1,3} utilis",
        r"docnumber ?= ?.{1,80}? is assigned to ",
        *(
            rf"{word} (?:id|number|no\.?) (?:has already been used|(?:is )?already (?:in use|exists))"
            for word in ("invoice", "document", "bill", "entry", "memo", "note")
        ),
    ),
    FaultKind.DUPLICATE_NAME: (
        r"duplicate name exists(?: error)?",
        r"display name is a duplicate",
        r"name supplied already exists",
        r"is already using this name",
        r"nom fourni existe d",
        r"utilise d.{1,3}j.{1,3} ce nom",
    ),
    FaultKind.MISSING_CUSTOMER: (
        r"invoice should have an associated customer",
        r"customerref is missing",
        r"customer reference is missing",
    ),
    FaultKind.SERVICE_DATE_REQUIRED: (r"enter a service date for the revenue recognition",),
    FaultKind.EXTERNAL_MODIFICATION: (
        r"modifications in hubspot native invoices",
        r"cannot be made through external applications",
    ),
    FaultKind.CLOSED_PERIOD: (
        r"account(?:ing)? period closed",
        r"account(?:ing)? period (?:has|is) closed",
        r"books cannot be updated",
        r"p.{1,3}riode comptable .{0,20}(?:clos|ferm)",
    ),
    FaultKind.STALE_OBJECT: (
        r"stale object(?: error)?",
        r"working on this at the same time",
        r"finished before you did",
    ),
    FaultKind.OBJECT_NOT_FOUND: (
        r"object not found",
        r"objet introuvable",
        r"another user has deleted this transaction",
    ),
    FaultKind.INVALID_REFERENCE: (r"invalid reference id",),
    FaultKind.DEPOSITED: (r"deposited transaction cannot be changed", r"transaction has been deposited"),
    FaultKind.THROTTLED: (r"throttleexceeded", r"request limit was reached", r"ten_secondly_rolling"),
    FaultKind.AUTH: (
        r"auth(?:entication|ori[sz]ation) ?fail",
        r"invalid_(?:grant|token)",
        r"token (?:has |is )?expired",
    ),
    FaultKind.SUBSCRIPTION: (
        r"invalid company status",
        r"subscription period (?:has |is )?(?:ended|lapsed|expired|been cancel)",
        r"trial or subscription period",
    ),
    FaultKind.SYSTEM: (r"application error has occurred", r"system failure error"),
}

# Too common in ordinary talk to make an error by themselves; in an error they tell its kind.
FAINT_PHRASES: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.THROTTLED: (r"too many requests", r"rate limit"),
    FaultKind.AUTH: (r"reconnect", r"unauthori[sz]ed\b"),
    FaultKind.SUBSCRIPTION: (r"subscription (?:has |is |was )?(?:ended|lapsed|expired|cancel)",),
    FaultKind.SYSTEM: (
        r"unsupported operation",
        r"internal server error",
        r"service (?:is )?(?:temporarily )?unavailable",
        r"bad gateway",
        r"gateway time-?out",
    ),
}

_WORDS = tuple(
    (kind, re.compile("|".join(phrases))) for table in (PHRASES, FAINT_PHRASES) for kind, phrases in table.items()
)

# The words QuickBooks shows for its types, letters only, and the ones its users know them by. Deposit,
# Transfer, Charge, Time Activity and Payroll are left out: they have no number to change.
_TYPE_WORDS = {
    "Invoice": "invoice facture taxinvoice salesinvoice factureclient",
    "CreditMemo": "creditmemo creditnote adjustmentnote notedecredit avoir factureavoir",
    "SalesReceipt": "salesreceipt recudevente recuvente recudecaisse ticketdecaisse",
    "RefundReceipt": "refund refundreceipt remboursement recuderemboursement",
    "Estimate": "estimate quote devis estimation soumission",
    "JournalEntry": "journalentry journal ecrituredejournal ecriturecomptable operationdiverse",
    "Bill": "bill facturefournisseur factureapayer facturedufournisseur",
    "BillPayment": "billpayment billpaymentcheck billpaymentcheque billpaymentcreditcard paiementdefacture",
    "VendorCredit": "vendorcredit suppliercredit creditfournisseur creditdufournisseur",
    "Purchase": "purchase check cheque expense cashexpense creditcardcharge creditcardexpense creditcardcredit"
    " cashpurchase depense",
    "PurchaseOrder": "purchaseorder bondecommande commandefournisseur",
    "Payment": "payment receivepayment receivedpayment paiement paiementrecu",
}
_ENTITIES = {word: entity for entity, words in _TYPE_WORDS.items() for word in words.split()}
