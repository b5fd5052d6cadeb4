"""Signs of what stands between an error and the same one again: a trace's lines, or a heading of a report."""

from untwin.intake.judging.sign import Sign, Where

LEADS_TO_CAUSE = Sign(
    "leads to the cause",
    "Leads from one exception to the one that caused it, or that it caused, as Java, .NET, Python, PHP and Node do.",
    r"(?:\A|[\s;,.(\[{])(?:-{2,4}>|caused by\b|nested exception is\b|(?:inner|previous|original) ?exception\b"
    r"|(?:root )?cause\]?:|next [\w\\.]{1,80}(?:exception|error)\b"
    r"|the above exception was the |during handling of the above )",
    fits=(
        " ---> System.Exception: ",
        "Caused by: x.Fault: ",
        "; nested exception is x.Fault",
        "Inner Exception 1:",
        "  [cause]: Error: ",
        "Root cause: ",
        "Next Push\\SyncException: ",
        "The above exception was the direct cause of the following exception:",
        "During handling of the above exception, another exception occurred:",
    ),
    lets_through=("-> ", "because: ", "The next invoice", "without exception"),
    any_case=True,
)
TRACE_BEGINS = Sign(
    "trace begins",
    "Heads the trace of an exception.",
    r"\s{0,8}(?:traceback \(most recent|stack ?trace\b|backtrace\b|call stack\b)",
    fits=("Traceback (most recent call last):", "stacktrace:", "Backtrace:", "Call stack:"),
    lets_through=("The stack trace", "Traceback of May"),
    where=Where.FIRST,
    any_case=True,
)
FRAME = Sign(
    "line of a trace",
    "Is a line of a trace: set in, numbered, the name of what was thrown alone, or what parts one trace from the next.",
    r"[ \t][^\n]{0,600}|\s{0,8}|#\d{1,3}:? [^\n]{0,400}|(?:at|from|File) [^\n]{1,400}|\.{3} ?\d[^\n]{0,60}"
    r"|-{2,4} ?[^\n]{1,80}-{2,4}|traceback \([^\n]{1,40}|(?:stack ?trace|backtrace|call stack)[^\n]{0,20}"
    r"|goroutine \d[^\n]{0,40}|[\w.$/\\]{1,120}(?:exception|error|fault)\b:?",
    fits=(
        "    at push (push.js:7)",
        "",
        "#0 /srv/push.php(7): push()",
        "at push.Main.run(Main.java:7)",
        "... 12 more",
        "   --- End of inner exception stack trace ---",
        "--- End of trace ---",
        "Traceback (most recent call last):",
        "Stack trace:",
        "goroutine 1 [running]:",
        "push.errors.SyncError:",
    ),
    lets_through=("Then it was sent again", "2031-04-02 10:01:07 ERROR INV-7"),
    where=Where.WHOLE,
    any_case=True,
)
SAME_AGAIN = Sign(
    "same error again",
    "Heads the part of a report in which its error is shown as it came.",
    r"\W{0,8}(?:(?:raw|full|technical|original|debug|complete|underlying|exact) (?:\w{1,12} )?(?:error|response"
    r"|message|details?|body|payload|info\w{0,8}|output|answer|log|text|exception)|breadcrumbs"
    r"|(?:show|hide) details|(?:response|answer) (?:body|payload|text)|(?:server|api|quickbooks|qbo|intuit)"
    r" (?:response|answer|reply|said|says))"
    r"\W{0,8}(?:$|[:=]\s{0,3}[^\n]{0,40}\Z)",
    fits=(
        *("Raw response: {", "Technical details", "Full error info:", "Breadcrumbs:", "Hide details"),
        *("Response body:", "QuickBooks said: '"),
    ),
    lets_through=("The raw response of May", "Response: {", "Details:"),
    where=Where.FIRST,
    any_case=True,
)
TIME_OR_TURN = Sign(
    "time or turn",
    "Tells a time, or which attempt it is.",
    r"\d:\d\d|\b(?:attempt|retry|retrying|retried|try|again)\b",
    fits=("at 10:01", "Attempt 2", "retried"),
    lets_through=("1:1", "entry 7"),
    any_case=True,
)
FIELD_OF_TRACE = Sign(
    "field of a trace",
    "Is the rest of a record up to the field in which the same error begins a trace, or stands as it came.",
    r"[^\n{}]{0,400}[\"']?\b(?:stack|stack_?trace|trace|traceback|exception|cause|inner_?(?:error|exception)|raw\w{0,12}"
    r"|original\w{0,12})[\"']?\s?(?:=>|[:=])\s?[\"'\[]{1,3}[\w.:\\ ]{0,80}",
    fits=(
        *('","code":"6140","stack":["QboFault: ', '", innerError="', '","original_response":"'),
        *("', 'trace': 'push.Fault: ", "\", raw_message='"),
    ),
    lets_through=('"}, {"stack":["', '", "stack of": "', '", "message": "'),
    where=Where.WHOLE,
    any_case=True,
)
