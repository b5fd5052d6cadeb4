"""Signs that a line begins like those of a list or a log of errors: what its document is, and what leads on to it."""

from untwin.intake.judging.sign import Sign, Where

PAPER_NAMED = Sign(
    "paper of the line",
    "Names a document by its number, or an id alone at the beginning of a line.",
    r"(?:\b(?i:invoices?|bills?|receipts?|payments?|orders?|documents?|customers?|estimates?|refunds?|jobs?|inv|cm|sr|doc)"
    r"(?:[ _]?(?:no\.?|number|id|#))?[ :=#_-]{0,3}"
    r"|(?<!\w)#(?=\d{3})"
    r"|^\W{0,4}(?=[a-zA-Z]{1,6}[_-]?\d{1,12}: ))(?P<number>[\w/-]{0,12}\d[\w/-]{0,8})",
    fits=("- Invoice 311: ", "BILL no. K-7: ", "customer_id=44 ", "po_12: ", "*#4410* - "),
    lets_through=("- Invoice: ", "row 12: ", "at 12: ", "#7: "),
)
LEADS_ON = Sign(
    "leads on to an error",
    "Ends with a sign or a word behind which an error is told.",
    r"(?:[:|>=\u2013\u2014\u2192-]|\bfailed|\berror|\bwith)[ \t\"'(`*]{0,3}\Z",
    fits=("Invoice 311: ", "311 failed ", "311 error (", "stopped with '", "311* - `"),
    lets_through=("Invoice 311 ", "failed today"),
    any_case=True,
)
LABEL = Sign(
    "label of a line",
    "Is a name in brackets, or says what failed, and nothing else.",
    r"\s{0,4}(?:\[[A-Za-z ]{2,30}\] |[A-Z][A-Za-z ]{2,40} failed: )",
    fits=("[QuickBooks] ", "Invoice creation failed: "),
    lets_through=("[4] ", "Invoice 4 failed: "),
    where=Where.WHOLE,
)
ATTEMPT = Sign(
    "which attempt",
    "Says which attempt the line is about.",
    r"\b(?:attempt|try|retry) ?(?:no\. ?|#)?(?P<turn>\d{1,3})\b(?:(?:/| of )\d{1,3})?",
    fits=("attempt 2/3", "Retry #1", "try no. 3 of 5"),
    lets_through=("attempts: 2", "entry 3"),
    any_case=True,
)
THEN_TOLD = Sign(
    "then it is told",
    "Is the sign between what a line is about and what it tells of it.",
    r"(?::|\||=>| [-\u2013\u2014\u2192]{1,2})[ \t]{1,3}",
    fits=("311: books", "311 | books", "311 \u2014 books", "311 => books"),
    lets_through=("311-4 books", "at 10:01"),
)
QUOTE_ENDS = Sign(
    "quote ends a line",
    "Ends with what closes a quote.",
    r"[`*\"']{1,3}\s{0,3}\Z",
    fits=("taken`", 'taken"*'),
    lets_through=("taken", "it's taken"),
)
