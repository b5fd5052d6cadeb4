"""Signs that an error is only planned, tried, worded or looked for: in tests, lists of changes, stories, headings."""

from untwin.intake.judging.sign import Sign, Signs, Where

EXPECTED = Sign(
    "expected",
    "Says what a test expects.",
    r"(?:\A|[.!?\n|] {0,2})\W{0,6}expected(?: result| behaviou?r| outcome| output)?s?[:=](?:(?!\b(?:actual|but|got)\b)"
    r"[^.!?\n]){0,120}\Z",
    fits=("expected result: the answer holds ", "post it twice. expected: "),
    lets_through=("expected: 200, but got ", "we expected ", "expected: fine. then came "),
    guard="expect",
)
CHANGE = Sign(
    "a change and its number",
    "Is an item of a list of changes, with the number of the change.",
    r"\s{0,8}[-*+] [^\n]{10,300}\(#\d{1,6}\)\W{0,3}",
    fits=("- show which document holds the number (#412).",),
    lets_through=("- bill #412 failed", "show which document holds it (#412)"),
    where=Where.WHOLE,
)
NOT_FOR_REAL = Signs(
    "Is it only tried, looked for or worded, right before the words?",
    (
        Sign(
            "came as expected",
            "Says that it was the expected error.",
            r"\bexpected (?:error|failure|fault|exception|rejection|answer|response)s?\b[: \"'\u201c(]{1,6}\Z",
            fits=("push_test.go:40: got expected error: ", 'the expected answer "'),
            lets_through=("unexpected error: ", "expected error none, got "),
            guard="expected",
            any_case=True,
        ),
        Sign(
            "tried only",
            "Was only tried, or says what would be done.",
            r"\bdry.run\b|\bwould (?:skip|create|update|fail|stop)\b",
            fits=("Dry run: ", "would skip: "),
            lets_through=("run 4: ", "we would like: "),
            any_case=True,
        ),
        Sign(
            "none were found",
            "Says that nothing was found, and what was looked for.",
            r"\bno (?:\w{1,12} )?(?:errors?|failures?|results?|matches|issues|problems) "
            r"(?:in|for|found|match\w{0,4}|since|with|of|today|this)\b"
            r"[^\n.]{0,60}(?:\.? ?\([^\n.)]{0,40})?\Z",
            fits=("No errors in the last 30 days. (Filter: ", "no results for "),
            lets_through=("two errors in the last 30 days: ", "no errors. then "),
            any_case=True,
        ),
        Sign(
            "in the next release",
            "Says what will be done in a sprint or a release to come.",
            r"\bnext (?:sprint|release|version|quarter),? (?:we.ll|we will|it will|will|shall)\b[^\n.]{0,80}\Z",
            fits=("next sprint we'll surface the ",),
            lets_through=("next invoice: ", "next sprint is far: ", "next release we'll see. Today "),
            guard="next",
            any_case=True,
        ),
        Sign(
            "only its wording",
            "Speaks of the wording alone.",
            r"\b(?:copy|translate|translation|write|wording|rephrase|reword|headline|caption"
            r"|microcopy)\b[^\"\u201c\n]{0,30}"
            r"[\"\u201c](?:\w{1,5} )?\Z"
            r"|\b(?:wording|text|phrasing|spelling) (?:of|for) (?:(?:its|the|their|this|that|our|an?) (?:new |old )?"
            r"[\"\u201c]?|[\"\u201c])\Z",
            fits=(
                'Please translate "',
                "new wording: \u201cThis ",
                "it changed the wording of its ",
                'incl. the text for "',
                'the text of the "',
            ),
            lets_through=('it said "', "translate this: ", "the wording of it. Then "),
            any_case=True,
        ),
    ),
)
STORY = Signs(
    "Is it part of a story of what somebody wants?",
    (
        Sign(
            "as somebody i want",
            "Says what somebody in a role wants.",
            r"\bas an? [\w -]{2,30},? i (?:want|need|can|would like)\b",
            fits=("as a bookkeeper, i want to see ",),
            lets_through=("as a bookkeeper, i saw ", "i want to see "),
            guard="as a",
        ),
        Sign(
            "what must hold",
            "Lists what must hold for it to be accepted.",
            r"\bacceptance(?: criteria)?: ",
            fits=("acceptance criteria: ",),
            lets_through=("accepted: ", "acceptance of "),
            guard="acceptance",
        ),
    ),
)
HEADING = Sign(
    "heading of an article",
    "Goes on like the heading of an article.",
    r"\w ?[:\u2013\u2014] ?(?:what (?:it|this) means|how to|why (?:it|this|you))\b",
    fits=("Duplicate number: what it means", "error 610 \u2014 How to", "code 5010: why you"),
    lets_through=("Duplicate number: what now", "error 610: bill 77"),
    any_case=True,
)
THEN = Sign(
    "then",
    "Is what a described scenario comes to.",
    r"\s{0,12}(?:then|and|but) ",
    fits=("  then it says ",),
    lets_through=("it says then ",),
    where=Where.FIRST,
)
GIVEN = Sign(
    "given",
    "Says from what a described scenario starts.",
    r"(?:\A|\n)\s{0,12}(?:given|when) ",
    fits=("scenario\n  given two bills\n",),
    lets_through=("it was given twice\n",),
)
