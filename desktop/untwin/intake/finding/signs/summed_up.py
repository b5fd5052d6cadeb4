"""Signs of a summary: what heads a list of documents that failed, or a line of them with the reasons in brackets."""

from untwin.intake.judging.sign import Sign, Where

HEADS_A_SUM = Sign(
    "heads a sum",
    "Is a heading over all that failed: a summary, a recap.",
    r"[^\w\n]{0,12}(?:\w{1,12} ){0,2}(?:summary|recap|overview|failed|failures|errors)(?: \w{1,12}){0,2}"
    r"[ (:\d)]{0,8}[^\w\n]{0,12}",
    fits=("== Summary ==", "Run summary:", "Recap of failures (2)", "Overview", "3 failed:", "Failures:", "Errors: 2"),
    lets_through=("Errors in the books of May are here", "A-2: failed with a summary of it all"),
    guard="summary|recap|overview|fail|errors",
    where=Where.WHOLE,
    any_case=True,
)
SUM_IN_A_LINE = Sign(
    "sum in a line",
    "Begins as a line that sums up, and goes on to a document with its reason in brackets.",
    r"\W{0,8}(?:\w{1,12} ){0,2}(?:summary|recap|failed|failures|errors|rejected|not (?:posted|synced|sent))"
    r"(?: \w{1,12}){0,2}[ (\d)]{0,6}: (?:[^\n]{0,300}\W)?[\w/#-]{0,20}\d[\w/-]{0,20} ?[(\[][a-z]",
    fits=(
        *("Failed: A-2 (duplicate number), A-4 (stale)", "Summary: A-4 (stale", "2 failures: #7 [stale"),
        *("Not posted (1): A-4 (no customer)", "Recap: 7 (a", "errors: 7 (a", "Rejected invoices: 7 (a"),
    ),
    lets_through=("Failed: (2)", "Invoice A-4 (stale)"),
    where=Where.FIRST,
    any_case=True,
)
ENDS_IN_A_NUMBER = Sign(
    "ends in a document's number",
    "Ends with a number like a document's, and then only with words that say no more.",
    r"(?<![\w:/.-])#?(?P<number>(?=[\w/-]{0,20}\d)[\w/-]{1,24})(?![\w:/.-]\d)[^\n\d]{0,60}\Z",
    fits=("[4/4] Invoice A-4 ... ERROR ", "Failed: A-2 (duplicate), #A-4 ("),
    lets_through=("Failed: ", "10:01:07.118 ERROR "),
)
WITH_A_REASON = Sign(
    "with a reason",
    "Is a document's number with a reason in brackets.",
    r"(?<![\w/-])#?(?P<number>(?=[\w/-]{0,20}\d)[\w/-]{1,24}) ?[(\[](?=[a-z])",
    fits=("A-4 (stale", "#7 [Duplicate"),
    lets_through=("A-4, (stale", "A (stale"),
    any_case=True,
)
