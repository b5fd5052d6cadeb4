"""Signs by which words that nobody knows are told for an error's, where other errors stand beside them."""

from untwin.intake.judging.sign import Sign, Where

COMPLAINS = Sign(
    "complains",
    "Says what is wrong with something.",
    r"\b(?:invalid|missing|not (?:found|permitted|allowed|valid|supported|recognized|recognised|accepted|set|mapped"
    r"|active|in)|is not|was not|isn.t|does not|doesn.t|cannot|can.t|could not|couldn.t|must|required|requires"
    r"|unable|refused|rejected|denied|expired|inactive|no longer|too (?:long|many|short)|exceeds?|unsupported"
    r"|incorrect|wrong|failed|has been deleted|unavailable|timed out|throttled|went wrong|reconnect)\b",
    fits=("There is an invalid reference", "it was not found", "It can't be", "exceeds it", "too many", "timed out"),
    lets_through=("sent to the customer", "posted", "valid until May"),
    any_case=True,
)
ALL_IS_WELL = Sign(
    "all is well",
    "Says that something went well, or what is done next.",
    r"\b(?:ok|okay|sent|synced|posted|created|saved|succe\w{2,8}|done|complete[d]?|skipped|retry\w{0,3}|retried"
    r"|queued|updated|resolved|fixed|matched|linked|will be|next|attempt\w{0,2}|paid|exported|imported|ignored|open"
    r"|waiting|pending|giving up|see|started|draft)\b",
    fits=("OK", "succeeded, Id 8", "complete", "retrying in 5 s", "2 attempts"),
    lets_through=("the class Larkspur is not one of ours",),
    any_case=True,
)
HEADS_FAILURES = Sign(
    "heads failures",
    "Is a line that announces failures below it.",
    r"[^\n]{0,100}\b(?:errors?|failed|failures?|problems?|issues?|could not|couldn.t|not (?:be )?(?:synced|sent|posted"
    r"|exported|imported)|rejected|refused|did not (?:sync|reach))\b[^\n]{0,60}",
    fits=(
        *("Sync run finished with 3 errors:", "Failed", "1 failure", "a problem", "couldn't be sent", "not sent"),
        "2 did not reach us",
    ),
    lets_through=("Sync run finished", "sent today:"),
    where=Where.WHOLE,
    any_case=True,
)
NOTHING_WRONG = Sign(
    "nothing wrong",
    "Says that a document went through, or that there is no error, and nothing else.",
    r"[^\w]{0,4}(?:(?:posted|synced|sent|exported|imported|created|updated|processed|skipped|matched|ok|okay|unchanged"
    r"|up to date|no change|gebucht|envoy\u00e9e?|enviad[oa])(?:[: ]{1,2}(?:id|no|#)?[ =:#]{0,2}\d{1,20})?"
    r"|(?:0|no) errors?(?: found)?)\W{0,4}",
    fits=("posted", "Posted: Id 5512", "0 errors", "No errors found.", "envoy\u00e9e", "enviado"),
    lets_through=("not posted", "posted twice", "2 errors", "ok, but late"),
    where=Where.WHOLE,
    any_case=True,
)
