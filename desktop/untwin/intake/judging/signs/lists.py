"""Signs of lists and columns: of codes and their names, of things to do, of what a program passes over."""

from untwin.intake.judging.sign import Sign, Signs, Where

LIST_ITEM = Sign(
    "item of a list",
    "Is an item of a list.",
    r"[ \t]{0,8}(?:[-*\u2022]|\d{1,2}[.)]) ",
    fits=("- stale", "  3) stale", "* stale"),
    lets_through=("-stale", "in 3) stale", "2026. stale"),
    where=Where.FIRST,
)
WHAT_TO_DO = Sign(
    "what to do below",
    "Has below it, further in, what is to be done in that case.",
    r"[^\n]{0,40}:[*_]{0,2}[ \t\r]{0,4}\n[ \t]{1,8}[-*\u2022] (?:(?:check|append|return|prevent|consider|use|create"
    r"|retry|reduce|log|show|ask|handle|skip|catch|refresh|wait|fetch|re-?fetch|notify|prompt|surface|verify|ensure"
    r"|add|map)\b"
    r"|[^\n]{0,60}\bmust be unique)",
    fits=(" (6140):**\n  - Append a letter", ":\n  - the number must be unique"),
    lets_through=(":\n- Append a letter", ":\n  - Bill 77 of May"),
    where=Where.FIRST,
    any_case=True,
)
EXPLAINING_ROW = Sign(
    "row that explains a code",
    "Is a row of a code, its name and a sentence, and of nothing else.",
    r"[ \t|]{0,4}[\"']?\d{4}[\"']?[ \t]{0,2}[,;|\t][ \t]{0,2}[^,;|\t\d\n]{8,60}[,;|\t][ \t]{0,2}[^;|\t\d\n]{12,200}",
    fits=("6140;Duplicate number;Choose another number for it",),
    lets_through=("6140;Duplicate number;Bill 77 of May is in the way", "6140;Duplicate number"),
    where=Where.WHOLE,
)
SHORT_ITEM = Sign(
    "item of a few words",
    "Is an item of a list that names nothing.",
    r"[ \t]{0,12}(?:\* )?(?:\d{1,2}[.)]|[-*+\u2022])[ \t]{1,3}[^\n\d:#|=]{4,90}",
    fits=("- a name in use", " 2. a number in use", "* - a number"),
    lets_through=("- bill 77", "a number in use", "- name: in use"),
    where=Where.WHOLE,
)
CODE_AND_NAME = Sign(
    "code and its name",
    "Is a code and its name, as a list of codes has them.",
    r"[ \t\u2022*|-]{0,8}(?:[Ee]rror |[Cc]ode )?[\"'`(]{0,2}(?P<code>\d{3,5})[\"'`)*]{0,2}"
    r"(?:[ \t]{0,3}[:|=,;\u2013\u2014-]{1,2}[ \t]{0,3}|[ \t]{1,8})"
    r"[\"'`]?[A-Za-z][\w/-]{0,20}(?:,?[ \t](?:[\u2013\u2014-][ \t])?[A-Za-z][\w/-]{0,20}){0,11}[\"'`.,;"
    r"|]{0,3}[ \t\r]{0,4}"
    # What to do about it, in a third cell.
    r"(?:[|\t]?[ \t]{0,3}(?:[Rr]ead|[Rr]eload|[Rr]esend|[Rr]enumber|[Rr]ename|[Oo]pen|[Pp]ick|[Ss]elect|[Aa]sk"
    r"|[Ll]ook|[Ss]ign|[Uu]se|[Cc]hange|[Ss]ee|[Cc]heck|[Tt]ry|[Cc]hoose|[Cc]ontact|[Uu]pdate|[Rr]econnect"
    r"|[Ww]ait|[Vv]erify|[Ee]nter|[Aa]dd|[Rr]emove|[Mm]ake|[Ff]ix|[Cc]orrect|[Rr]eview|[Rr]etry)\b"
    r"[^\d\n|]{0,80}\|?[ \t\r]{0,4}"
    # How often it came, and a bar for it.
    r"|[|\t ][ \t|]{0,12}\d{1,3}(?:[ \t|]{1,12}[#*=+\u2580-\u259f]{1,60})?[ \t\r|]{0,4})?",
    fits=(
        "- Error 610: Object Not Found",
        "6140   duplicate number",
        "| `5010` | Stale, try again|",
        "| 6140 | Duplicate number | Use another one |",
        "6140  Duplicate number   12  #######",
        "5010 | Stale object | 3 |",
    ),
    lets_through=(
        "6140: bill 77 is in the way",
        "duplicate number 6140",
        "6140",
        "6140 | Duplicate number | Baker LLC",
        "6140 | Duplicate number | Check bill 77",
    ),
    where=Where.WHOLE,
)
ROW_OF_A_CODE = Sign(
    "row of a code",
    "Is a row of a table that begins with a code, which ends in a nought, and has two cells of words behind it.",
    r"[ \t|]{0,4}(?P<code>\d{2,4}0)[ \t]{0,3}\|[^|\n]{4,200}\|[^|\n]{4,400}\|?[^\n]{0,400}",
    fits=("5010 | Stale object | The client needs to refresh it |",),
    lets_through=("5010 | Stale object", "INV-7 | Stale object | The client needs to refresh it |"),
    where=Where.WHOLE,
)
COLUMN_OF_COUNTS = Sign(
    "column of counts",
    "Heads a column that counts how often something came.",
    r"(?:(?:error )?counts?|(?:no\.?|number|#) of (?:errors|times|cases|occurrences)|times|occurrences|hits|frequency"
    r"|share|trend|change|cases|errors|total (?:count|errors)|(?:this|last|previous) (?:day|week|month|quarter|year)"
    r"|(?:per|a) (?:day|week|month)|week|month|day|quarter|%|average|avg"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|q[1-4]|(?:today|yesterday))",
    fits=(
        *("count", "error count", "# of errors", "no. of cases", "total errors", "last month", "per week", "june"),
        *("q2", "today", "month", "avg", "a day", "%"),
    ),
    lets_through=("account", "amount", "date", "monthly fee"),
    where=Where.WHOLE,
)
COUNTED = Sign(
    "a figure",
    "Is a figure, as counts, shares and their changes are.",
    r"[+-]?\d{1,6}(?:[.,]\d{1,3})? ?%?(?: (?:times|(?:this|last) \w{3,8}))?",
    fits=("12", "+4", "3.5 %", "12 this month", "4 times"),
    lets_through=("INV-12", "12 bills", "1093a"),
    where=Where.WHOLE,
)
HANDLED = Sign(
    "passed over by a program",
    "Ends in an item under a name that says what a program does with such errors.",
    r"(?:\A|\n)[ \t]{0,20}[\w.-]{0,30}(?:ignore|skip|retr|known|expected|filter|allow|mute|suppress|pattern|exclude)"
    r"[\w.-]{0,30}:[ \t]{0,4}\n(?:[ \t]{0,20}-[^\n]{0,120}\n){0,12}[ \t]{0,20}-[ \t]{1,4}[\"']?"
    # A code with its words as a remark.
    r"(?:\d{3,5}[\"']?[ \t]{1,8}#[ \t]{1,3})?\Z",
    fits=("ignore:\n  - 6140  # ", 'sync:\n  ignored_errors:\n  - stale\n  - "', "skip_on:\n - "),
    lets_through=("errors:\n  - ", "ignored_errors: - "),
)
LEGEND = Signs(
    "Does the line say what signs mean, or what a test must show?",
    (
        Sign(
            "letters explained",
            "Says what letters stand for.",
            r"(?:\b[A-Z]\w? = [^,;=\n]{3,40}[,;] ?){2}",
            fits=("S = stale, D = duplicate number, N = no name",),
            lets_through=("D = duplicate number", "total = 4, tax = 2,"),
        ),
        Sign(
            "words for an answer",
            "Says with an arrow what comes of an answer that is left out.",
            r": \.\.\.\W{0,3}(?:\([^()\n]{1,40}\) ?)?(?:\u2192|->|=>)",
            fits=("Duplicate Number: ... (any) -> ask", "Stale: ... \u2192 retry"),
            lets_through=("Duplicate Number: 77 -> failed", "wait ..."),
        ),
        Sign(
            "row of a test plan",
            "Is a row of a plan of tests or of demands.",
            r"\A\W{0,4}(?:TC|UC|AC|BR|FR|NFR|REQ|RULE|TEST)[-_ ]?\d[\w-]{0,12} ?\|",
            fits=("| TC-14 | post a bill twice",),
            lets_through=("| INV-14 | post a bill twice", "TC-14: failed"),
        ),
    ),
)
HEADS_A_LESSON = Sign(
    "heads a lesson",
    "Is a heading that promises the errors that anybody may meet.",
    r"[^\n]{0,60}\b(?:(?:errors?|messages|problems|issues)(?: \w{1,12}){0,3} (?:that )?(?:you|users|we|people)"
    r" (?:will|may|might|can|could|should) (?:\w{1,10} )?(?:meet|see|get|know|encounter|run into|face|expect)"
    r"|(?:common|typical|frequent|possible|usual|well-known) (?:\w{1,14} ){0,2}(?:errors|messages|problems|issues))\b"
    r"[^\n.]{0,40}",
    fits=(
        *("Slide 4: The five errors you will meet", "Errors that users may run into:", "Common sync issues"),
        *("Messages from QuickBooks you should know", "Well-known errors (2031)"),
    ),
    lets_through=("The five errors we met", "Sync issues", "These common errors came today. Help"),
    where=Where.WHOLE,
    any_case=True,
)
TABLE_OF_A_TEST = Sign(
    "table of a test",
    "Stands in a table whose head says what is put in and what must come of it.",
    r"(?:\A|\n)[^\n]{0,120}\b(?i:input|scenario|expected (?:result|error|outcome|message|answer|status|output)"
    r"|(?<!field \| )before(?= ?\| ?after ?\|))\b"
    r"[^\n|]{0,60}\|[^\n]{0,160}\n(?:[^\n|]{0,80}\|[^\n]{0,240}\n){0,8}[^\n|]{0,80}\|[^\n]{0,240}\Z",
    fits=(
        *("| input number | result |\n| 1 | ", "| a | expected error |\n|---|---|\n| 1 | "),
        "| | before | after |\n|---|---|---|\n| post | `a` | ",
    ),
    lets_through=(
        *("| number | result |\n| 1 | ", "expected error: none\n| 1 | "),
        "| Field | Before | After |\n| error | | ",
    ),
    guard="input|scenario|expected|before",
)
