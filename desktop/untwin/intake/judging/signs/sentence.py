"""Signs by which a text is cut: where a sentence ends, and where the name of a record's field begins."""

from untwin.intake.judging.sign import Sign

OPENS_A_NAME = Sign(
    "opens a name",
    "Ends with a quote or a bracket and the beginning of a field's name.",
    r"[\"'\[<][\w.-]{0,20}\Z",
    fits=('{"short_', "<", "['"),
    lets_through=("the ", '"a b '),
)
HEADS_A_PART = Sign(
    "heads a part",
    "Ends where a part of a record begins: behind a sign that divides, perhaps a word.",
    r"(?:\A|[\n\t,;|({\[\t:=/]|[ ]{2}|-[ ])\W{0,8}(?:\w{1,12}[ ._-]?)?\Z",
    fits=("", "failed, short ", "  ", "- api_"),
    lets_through=("so it said in the ", "of a "),
)
BREAK = Sign(
    "end of a sentence",
    "Ends a sentence: a full stop before a capital, a question, the end of a line.",
    r"(?<!e\.g)(?<!i\.e)[.!?\n](?:(?<=[.!?])['\")\u201d\u2019]?\s+(?=[A-Z\"'\u201c(0-9\u00c0-\u00dd])|(?<=[!?])\s"
    r"|(?<=\n))",
    fits=("It failed. Then", "why? we ask", "one\ntwo"),
    lets_through=("no. of rows", "e.g. Bill 77", "4.50"),
)
