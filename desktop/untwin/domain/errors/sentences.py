"""The sentences by which QuickBooks and the products around it print each kind of error."""

from collections.abc import Mapping

from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.number_words import NUMBER_IN_USE
from untwin.domain.errors.sentences_abroad import (
    AUTH_ABROAD,
    CLOSED_PERIOD_ABROAD,
    DUPLICATE_NAME_ABROAD,
    EXTERNAL_MODIFICATION_ABROAD,
    INVALID_REFERENCE_ABROAD,
    MISSING_CUSTOMER_ABROAD,
    OBJECT_NOT_FOUND_ABROAD,
    SERVICE_DATE_ABROAD,
    STALE_OBJECT_ABROAD,
)

# What QuickBooks heads errors with that are about a document's content; the sentence behind them says which.
VALIDATION_TITLES = (
    r"a business validation error has occurred while processing your request",
    r"business validation error",
    r"required param missing",
    r"required parameter (?!customerref)\S{1,60} is missing in the request",
    r"request has invalid or unsupported property",
    r"amount calculation incorrect",
    r"invalid (?:enumeration|email address|account type|tax ?code|line taxcode)\b",
    r"no name provided",
    r"mas transaction cannot be updated",
    r"missing tracked inventory item quantity",
    r"account type not valid",
    r"there is no income account associated with the item",
    r"transaction date is prior to start date for inventory item",
    r"does not conform to the syntax rules of rfc",
    r"you must specify a different account\b",
    r"make sure all your transactions have an? [^\s.]{1,12}(?: \w{1,10})? rate before you save",
    # Printed with 610 and with 2500.
    r"something you.{1,3}re trying to use has been made inactive",
    r"string length (?:specified does not match|is either shorter)(?![^\"'{}]{0,160}\bdoc_?number)",
)
_NOT_THERE = (
    r"error occurred while accessing",
    *(rf"{books} (?:online )?is (?:currently|temporarily) unavailable" for books in ("quickbooks", "qbo")),
)


# In order: the first kind that fits wins. Within a kind the phrases stand in the order in which they are
# printed, titles first: the reader tells one error from the next by it. Written for `plain` text: lower
# case, no accents, single blanks; `num.{1,3}ro` also stands for an accent that was broken on its way. Each
# begins with a letter that is really there: the reader goes by it.
PHRASES: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.NUMBER_TOO_LONG: (
        r"more than \d{1,4} characters in the (?:\w{1,20} )?(?:doc_?num|document number|num)\b",
        r"doc(?:[ _]?num(?:ber)?|ument number)(?: field)? (?:has|holds|contains|is) more than \d{1,3} charac",
        r"doc(?:[ _]?num(?:ber)?|ument number) (?:(?:is )?(?:too long|longer than)|exceeds|can.{1,3}t be longer)",
        *(
            rf"{word} number(?: \S{{1,60}})? (?:is (?:too long|longer than)|exceeds|can.{{1,3}}t be longer)"
            for word in ("invoice", "bill", "document", "doc")
        ),
        r"string length [^\"'{}]{0,160}?\bdoc_?number",
        r"doc_?number .{0,3}string length",
        r"longueur du num.{1,3}ro de (?:document|facture) ne doit pas",
        r"num.{1,3}ro de (?:document|facture)(?: \S{1,30})? (?:est trop long|d.{1,3}passe|ne doit pas d.{1,3}passer)",
        *(
            rf"{word} ?(?:num(?:ber)?|no\.?) (?:must (?:be|have|contain)|may not exceed"
            r"|can(?:not| not|.?t) (?:be|have|exceed))"
            r".{0,30}?\b\d{1,3}(?: |-)charac"
            for word in ("doc", "document", "invoice", "bill")
        ),
    ),
    FaultKind.DUPLICATE_DOC_NUMBER: NUMBER_IN_USE,
    FaultKind.DUPLICATE_NAME: (
        r"duplicate name exists(?: error)?",
        r"display name is a duplicate",
        r"name supplied already exists",
        r"is already using this name",
        r"already has this name",
        # QuickBooks Desktop, with 3100.
        r"of the list element is already in use",
        *(
            rf"name (?:\S{{1,20}} ){{0,3}}?(?:is )?already {used} by an?(?:other| existing)? "
            r"(?:customer|vendor|employee)"
            for used in ("in use", "used", "taken")
        ),
        *(rf"{word} name is already (?:used|taken|in use) (?:in|by) q(?:uickbooks|bo)" for word in ("this", "that")),
        *(
            rf"{word} (?:with )?(?:(?:this|that|the same) (?:display )?name|.{{0,9}}[\"'].{{1,60}}[\"']) already exists"
            for word in ("customer", "vendor", "employee", "service")
        ),
        *(rf"{word} ?name (?:must be unique|already exists|is already)" for word in ("display", "customer")),
        r"nom fourni existe d",
        r"utilise d.{1,3}j.{1,3} ce nom",
        r"nom en double",
        *DUPLICATE_NAME_ABROAD,
    ),
    FaultKind.MISSING_CUSTOMER: (
        r"invoice should have an associated customer",
        r"invoice must have an? (?:associated )?customer",
        r"transaction must have an? (?:associated )?customer",
        r"doit .{1,3}tre associ.{1,8} un client",
        r"customer ?ref is (?:missing|required)",
        r"invoice (?:has no|is missing an?|without an?) (?:associated )?customer",
        r"customer is (?:missing|required) (?:for|on|in) (?:the|this) (?:invoice|transaction|sale)",
        r"customer reference is missing",
        r"no customer is (?:associated|linked) (?:with|to) (?:the|this) invoice",
        *MISSING_CUSTOMER_ABROAD,
    ),
    FaultKind.SERVICE_DATE_REQUIRED: (
        r"enter a service date for the revenue recognition",
        r"service date is (?:required|missing) (?:for|on) the revenue recognition",
        *SERVICE_DATE_ABROAD,
    ),
    FaultKind.EXTERNAL_MODIFICATION: (
        r"modifications in hubspot native invoices",
        r"hubspot native invoices can.{1,3}t be",
        r"can.{1,3}t be made through external applications",
        *EXTERNAL_MODIFICATION_ABROAD,
    ),
    FaultKind.CLOSED_PERIOD: (
        r"account(?:ing)? period closed(?:,? cannot update through services)?",
        r"account(?:ing)? period (?:has (?:been )?|is |was )closed",
        r"books cannot be updated",
        r"in a closed (?:account(?:ing)? )?period",
        r"has a closed account(?:ing)? period",
        *(
            rf"{before} (?:the |your )?(?:company.{{1,3}}s |books.{{0,3}} )?closing date(?! of the company)"
            for before in ("before", "prior to")
        ),
        r"p.{1,3}riode comptable .{0,20}(?:cl.{1,3}tur|clos|ferm)\w{0,3}",
        *CLOSED_PERIOD_ABROAD,
    ),
    FaultKind.STALE_OBJECT: (
        r"stale object\b(?: error)?",
        r"working on this at the same time",
        r"finished before you did",
        r"else (?:edited|changed|updated|modified) (?:this|the) [^.\n]{1,40} at the same time",
        r"sync ?token (?:mismatch|is (?:stale|outdated|out of date|invalid)|does not match)",
        *STALE_OBJECT_ABROAD,
        r"objet obsol.{1,3}te",
        r"travaill.{2,6} (?:sur|.{1,3} ).{0,30} en m.{1,3}me temps",
    ),
    FaultKind.OBJECT_NOT_FOUND: (
        r"object not found",
        r"objet introuvable",
        *OBJECT_NOT_FOUND_ABROAD,
        r"another user has deleted this transaction",
    ),
    FaultKind.INVALID_REFERENCE: (
        r"invalid reference id",
        r"element id \d{1,20} not found",
        r"de r.{1,3}f.{1,3}rence non valide",
        *INVALID_REFERENCE_ABROAD,
    ),
    FaultKind.DEPOSITED: (
        r"deposited transaction cannot be changed",
        r"transaction has been deposited",
        r"payment (?:that )?has (?:already )?been deposited",
        r"op.{1,3}ration a .{1,3}t.{1,3} d.{1,3}pos",
    ),
    FaultKind.THROTTLED: (
        r"throttle ?exceeded",
        r"request limit was reached",
        r"ten_secondly_rolling",
        r"limiting (?:the |your |our )?(?:number of )?requests",
        r"rate limit (?:has been |was |is )?(?:exceeded|reached)",
        r"request (?:was |has been )?throttled",
    ),
    FaultKind.AUTH: (
        r"auth(?:(?:entication|ori[sz]ation) ?fail(?:ure|ed)?| fail(?:ure|ed))",
        r"application ?auth(?:entication|ori[sz]ation) ?failed",
        *(rf"{word} authenticate\b" for word in ("could not", "couldn.{1,3}t", "unable to", "failed to")),
        r"authori[sz]ation (?:has |was )?(?:expired|revoked)",
        r"refresh(?:ing)? [^\"'{}.]{0,40}?token [^\"'{}.]{0,30}?fail(?:ed|s)",
        r"invalid_(?:grant|token|client)",
        r"token (?:has |is |has been |was |is invalid or )?(?:expired|revoked|rejected)",
        r"incorrect or invalid refresh token",
        r"unauthori[sz]ed.client",
        r"invalid (?:auth|access|refresh|bearer) ?token",
        *(rf"{word} token is (?:invalid|not valid)" for word in ("refresh", "access", "bearer")),
        r"token exchange (?:has )?failed",
        r"token is no longer valid",
        *(
            rf"{word} (?:an? |the |your )?(?:new )?(?:access|refresh|bearer|oauth) ?tokens?\b"
            for word in ("failed getting", "failed to get", "failed to obtain", "failed to refresh", "failed to renew")
        ),
        r"no longer authori[sz]ed",
        r"ensure you are authenticated",
        r"access (?:has been |was |is )?revoked",
        r"permission denied error",
        r"rejected the (?:access |refresh |saved )?(?:token|sign-?in|credentials)",
        r"connexion .{1,40}? (?:a expir|a .{1,3}t.{1,3} (?:perdu|r.{1,3}voqu))",
        r"connection .{1,40}? (?:has expired|has been lost|was lost|was revoked)",
        r"lost the connection to (?:your )?q(?:uickbooks|bo)",
        r"disconnected your (?:account|company|app)\b",
        r"connection to quickbooks(?: online)? (?:has |was |is )?(?:ended|closed|broken)",
        *AUTH_ABROAD,
    ),
    FaultKind.SUBSCRIPTION: (
        r"invalid company status",
        *(
            rf"quickbooks (?:online )?{paid} (?:has|is|was) (?:been )?(?:ended|lapsed|expir|cancel|inactiv|suspend)"
            for paid in ("subscription", "trial")
        ),
        r"quickbooks (?:online )?subscription appears to be (?:ended|lapsed|expir|cancel|inactiv|suspend)",
        r"subscription period (?:has |is )?(?:ended|lapsed|expired|been cancel)",
        r"trial or subscription period",
    ),
    FaultKind.SYSTEM: (r"application error has occurred", r"system failure error", *_NOT_THERE),
}

# Too common in ordinary talk to make an error by themselves; in an error they tell its kind.
FAINT_PHRASES: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.DUPLICATE_DOC_NUMBER: (
        r"duplicate doc(?:ument)?\.? ?num(?:ber)?(?![a-z])",
        r"duplicate (?:invoice|bill|transaction|txn) (?:number|num|no)\b(?! (?:setting|check|warning|option))",
        r"duplicate (?:credit memo|credit note|sales receipt) (?:number|num|no)\b",
        (
            r"number(?<!\sa\snumber)(?<!phone\snumber)(?<!card\snumber)(?<!account\snumber)s? "
            r"(?:[ahiw]\w{1,3} )?already (?:been )?(?:used|taken|in use)(?! (?:up|as|to|by|for))"
        ),
        # What programs call it: a code of theirs, the name of what was thrown, several counted with their numbers.
        r"duplicate_(?:doc|document|invoice|bill|txn)_?(?:number|num|no)(?![a-z_])",
        r"duplicate(?:doc|document|invoice|bill)_?number(?:error|exception|fault)?(?=: \S)",
        r"duplicate (?:document|invoice|bill) numbers(?= \()",
        *(
            rf"{word}_?number_?(?:already)?(?:taken|inuse|exists|alreadyused)(?:error|exception|fault)?(?=: \S)"
            for word in ("document", "doc", "invoice", "bill")
        ),
        r"number(?:already)?(?:taken|inuse|used)(?:error|exception|fault)?(?=: \S)",
        *(
            rf"{word}number_(?:already_)?(?:taken|in_use|exists|used)(?=[\"'](?!\s?[:=]))"
            for word in ("document_?", "doc_?", "invoice_?", "bill_?")
        ),
        *(
            rf"{which} (?:invoice |bill |document )?number is taken(?! (?:up|as|to|by|for|from))"
            for which in ("this", "that")
        ),
        r"duplicate number (?:error|fault|rejection)(?!s)",
        *(rf"{twice}\.? ?(?:no|nr|num|#)(?![a-z])" for twice in ("dup doc", "dup inv")),
        r"error(?:(?<=\D6140\serror)|s(?<=\D6140\serrors))\b",
    ),
    FaultKind.DEPOSITED: (r"already (?:been )?deposited",),
    FaultKind.THROTTLED: (r"too many requests", r"rate limit(?!s)"),
    FaultKind.AUTH: (
        r"re-?connect",
        r"re-?authori[sz]e",
        r"re-?authenticate",
        r"disconnected",
        r"invalid grant\b",
        # What the foot of a mail forbids is no answer of a server.
        r"unauthori[sz]ed\b(?! (?:us|cop|discl|distr|revi|read|pers|part|rec|acc|diss|repr|dup))",
    ),
    FaultKind.SUBSCRIPTION: (r"subscription (?:has |is |was )?(?:ended|lapsed|expired|cancel)",),
    FaultKind.CLOSED_PERIOD: (r"books are closed (?:for|through|until|up to)",),
    # Prints of 610 without its title; 2500 says the same.
    FaultKind.OBJECT_NOT_FOUND: (
        r"something you.{1,3}re trying to use has been made inactive",
        *(rf"{gone} or made inactive" for gone in ("deleted", "removed")),
        r"inactive in q(?:uickbooks|bo)",
    ),
    FaultKind.SYSTEM: (
        r"unsupported operation",
        r"internal server error",
        r"service (?:is )?(?:temporarily )?unavailable",
        r"bad gateway",
        r"gateway time-?out",
    ),
}
