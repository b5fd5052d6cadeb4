"""Signs that a line is the title of a report whose text holds the same error once more, whole."""

from untwin.intake.judging.sign import Sign, Where

HEADING = Sign(
    "heading of a report",
    "Begins as the titles of tickets and letters do.",
    r"[>\s*]{0,8}(?:\[[\w .-]{1,20}\] |(?:title|summary|topic|issue|bug|question|ticket|re|fwd?)(?: ?#?\d{1,7})?\s?: )",
    fits=("Issue #12: number taken", "Title: taken", "Re: taken", "[QBO] number taken", "FW: taken", "fwd: taken"),
    lets_through=("#7 taken", "ERROR: taken", "Bill 77: taken", "Titles: taken"),
    where=Where.FIRST,
    any_case=True,
)
IN_A_SENTENCE = Sign(
    "in a sentence of people's",
    "Has two words of a sentence in front, and is no line of a log.",
    r"(?![^\n]{0,40}\d\d:\d\d)[^\n]{0,200}\b[A-Za-z']{2,20},? [A-Za-z']{2,20}\W{0,4}\Z",
    fits=("**Cause**: QuickBooks API returned ", "we get an "),
    lets_through=("2031-04-02 10:00:01 QuickBooks API returned ", "ERROR "),
    where=Where.FIRST,
)
IN_A_LOG = Sign(
    "in a log or a sentence",
    "Has an hour, the end of a sentence, or what leads on to more.",
    r"\d\d:\d\d|[.!?:;,]\Z|[.!?] [A-Z]",
    fits=("at 10:00 we", "It failed.", "Log:", "It failed. Then it"),
    lets_through=("Forum > Invoices", "r/books", '"code": "6140"'),
)
STANDS_ABOVE = Sign(
    "stands above",
    "Comes to the end of its line, and below it is an empty one or a rule.",
    r"[^\n]{0,200}\n(?:[ \t\r>]{0,8}\n|[=-]{3,80}[ \t\r]{0,4}\n)",
    fits=(" in the sandbox\n\nHello", "\n======\nHello"),
    lets_through=(" in the sandbox\nHello", " in the sandbox"),
    where=Where.FIRST,
)
