"""Signs that a place stands inside a program's source, by what heads the brackets around it or stands beside it."""

from untwin.intake.judging.sign import Sign, Signs, Where

# What may head source at all; without one of these the brackets need not be followed.
MAY_BE_SOURCE = Signs(
    "Is there anything that heads source?",
    (
        # It begins with what is rare in a text: the search passes over all else in one go.
        Sign(
            "signs of source",
            "Has a sign with which a call, a value or a block of source begins.",
            r"[(\"'=>)&](?:(?<=[\w$]\()|(?<=[\"']): ?[{\[]|(?<=[=>])\s{0,4}[({\[]|(?<=\))\s?\{|(?<=&)&|(?<==)\s?\{)",
            fits=("t(", '"a": {', "= [", ") {", "&&", "x ={"),
            lets_through=("a (b) c", '"a": "b"', "a & b"),
        ),
        Sign(
            "words of source",
            "Has a word with which a branch or a rule of source begins.",
            r"\b(?:uniqueness: |(?:return|else|try)\b)",
            fits=("uniqueness: ", "else"),
            lets_through=("uniqueness", "elsewhere", "entry"),
            guard="uniqueness: |return|else|try",
        ),
    ),
)
IN_PIECES = Sign(
    "text in pieces",
    "Is a name whose text stands in brackets on the next lines.",
    r"[:=]\s?\(\n\s{1,80}[\"']",
    fits=('"detail": (\n   "',),
    lets_through=('"detail": "', "detail (\n  '"),
)
CHOSEN = Sign(
    "chosen text",
    "Chooses, where something is given a value, between a text and nothing or another one.",
    r"(?:[=:(,]|=>|\breturn)\s{0,3}[!(]{0,2}\$?[A-Za-z_][\w.$()\[\]'\"!=<> -]{0,60}\s{1,20}\?\s{0,20}"
    r"(?:[\w.()\"'{}\[\] -]{1,60}\s{1,20}:\s{1,20})?[\"'`](?i:[^\"'`\n:]{0,40}: )?(?i:(?:an?|the|this|that|your"
    r"|you) )?\Z",
    fits=('said = found ? "', "return $ok ? null : 'Error: this "),
    lets_through=('found ? "', 'said = "'),
)
JOINED = Sign(
    "joined with a value",
    "Goes on to join the text with a value: what is printed has the value there.",
    r"[^\"'\n]{0,160}[\"']\s{0,80}(?:[+&]\s{1,3}|\.\s{1,3}\$)[A-Za-z_][\w.]{1,60}(?:[\s+&.;,()\[]|\Z)",
    fits=(' already as id " + existing.id', "' . $id)"),
    lets_through=(' already as id 4"', '" + "'),
    where=Where.FIRST,
)
TEMPLATE = Sign(
    "number yet to be filled in",
    "Has a place for the number, to be filled in or looked for.",
    r"docnumber ?= ?[\"']?(?:\$\{|\{\{|#\{|\((?:\.|\\|\[\^)|%(?=[\s'\"]))",
    fits=("LIKE '%DocNumber=% is'", "DocNumber=${n}", "docnumber = {{n}}", "DocNumber=#{n}", r"DocNumber=(\d+)"),
    lets_through=("DocNumber=77", "DocNumber={77}", "DocNumber=%s is"),
    any_case=True,
)
BRANCH_GOES_ON = Sign(
    "branch goes on",
    "Goes on behind a quoted text as a program does: with a condition, the arm of a choice, the end of a statement.",
    r"[.!]?(?:\\n)?[\"'`](?:[)}\]]{1,3}\s?[-=]>|\s(?:if|unless) [$@\w(!]|\s(?:when|else) '|\send\b\W{0,3}(?:\Z"
    r"|\n)|\s?:\s(?:null|none|nil|\"\"|''))"
    r"|[.!]?(?:\\n)?[\"'`]\)?;\s{0,3}(?:\Z|\n|end\b|\})",
    fits=('") => 1', '" if found', "' else 'x'", '" end', '" : null', '.");\n'),
    lets_through=('" if', '": 4', '"; then'),
    where=Where.FIRST,
    any_case=True,
)
DEFAULT = Sign(
    "default of a parameter",
    "Ends a parameter's default and goes on with a function's body.",
    r"[^\"'`\n]{0,200}[\"'`]\)\s?=>",
    fits=('a taken number") => {',),
    lets_through=('a taken number")', 'a number" => '),
    where=Where.FIRST,
)
BRACKET = Sign(
    "bracket",
    "Is a bracket of any sort.",
    r"[()\[\]{}]",
    fits=("(", "]"),
    lets_through=("<",),
)
HALT = Sign(
    "source ends",
    "Ends quoted source: the caret under a line, a fence.",
    r"\n[ \t]{0,40}\^{1,20}[ \t]{0,4}\n|```",
    fits=("x\n   ^\n", "```"),
    lets_through=("x ^ 2", "``"),
)
MADE = Sign(
    "made or shown",
    "Makes a new thing, is a decorator, or opens a dialog.",
    r"(?:\b(?:new|return|await|raise|throw)\s{1,3}[\w.:]{1,60}(?:<[^<>\n]{0,40}>)?|@[a-z][\w.]{1,40}"
    r"|(?<!=)#?\[[A-Za-z]\w{2,30}"
    r"|\b(?:msgbox"
    r"|messagebox\.show"
    r"|conflict|badrequest"
    r"|swal\.fire|nextresponse\.json|t\.fatalf?|t\.errorf?|fmt\.\w{3,10}|errors\.new|\w{0,12}constraint)) ?\Z",
    fits=("throw new Fault", "@taken", "#[error", "MsgBox", "UniqueConstraint ", "fmt.Errorf"),
    lets_through=("Fault", "a new bill of may", "[7"),
    any_case=True,
)
CALLED = Sign(
    "called",
    "Is a function's name; what prints records heads them by the names of types.",
    r"(?:^|[^\w$@])(?!(?:array|object|string|int|float|bool|list|dict|set|tuple|errors?|exception|fault|failed|failure"
    r"|code|status|http|qbo|quickbooks|reason|and|or|in|on|by|for|to|is|error_code|message|detail)\Z)"
    r"(?:[\w$]{1,40}(?:\.|->|::)){0,8}[a-z_$][\w$]{0,40}\Z",
    fits=("alert", "page.show", "said = t"),
    lets_through=("array", "code", "Fault"),
)
PRINTED = Sign(
    "printed object",
    "Is how Rust prints what an error holds, or Kotlin an object: its fields, without quotes around what they say.",
    r"\w{1,30}=[^\s\"'`(){}][^\"'`(){}\n]{0,200}\Z|(?:[A-Z]\w{1,40}\()?[A-Z]\w{1,40} \{ \w{1,40}: "
    r"(?![^\n]{0,2000}?\"\.(?:into|to_\w{2,8})\()",
    fits=('Fault { errors: [QBError { message: "taken"', "Api(Fault { code: 6140", "number=88, reason=Number "),
    lets_through=(
        "number = no, reason = ",
        'number=no, reason="',
        "new { message: ",
        'Fault { message: "taken".into()',
    ),
    where=Where.FIRST,
)
ARGUMENTS = Sign(
    "arguments",
    "Are a function's arguments, not the remark of a sentence.",
    r"\s{0,80}(?:[{\[]|[rfbu@$]?[\"'`]|\w[\w.]{0,30},\s{0,80}[rfbu@$]?[\"'`{\[]|[\w?.]{1,40} \|\|"
    r"|(?:\w[\w.]{0,30},\s{0,4}){1,4}(?:json|body|data)=)",
    fits=('"x', "{a", "409, 'x", "said || ", "res, 409, json="),
    lets_through=("of may", "409"),
    where=Where.FIRST,
)
NAMED = Sign(
    "named",
    "Gives a constant, a variable or an entry its value.",
    r"(?:\b(?:const|let|var|val|final|static|readonly|private|public|def|auto)\s[^\n;=]{0,80}=|(?:^"
    r"|\n)[ \t]{0,40}\$(?!VAR\d)\w{1,40} ="
    r"|(?:^|\n)[ \t]{0,40}_?[A-Z][A-Z_]{2,40} ?=|(?:^|\n)[ \t]{0,40}[A-Za-z_]\w{0,40}(?:\.\w{1,30}){1,3} ="
    r"|\[[\"']\w{1,40}[\"']\] =)\s{0,4}\Z",
    fits=("const taken = ", "Taken.args = ", "$said =", "x\n_TAKEN = ", "texts['taken'] = "),
    lets_through=("taken = ", "$VAR1 = ", "Taken ="),
)
MOCKED = Sign(
    "mocked",
    "Is a name that says that it is expected, passed over or made up.",
    r"(?:\b\w{0,20}(?:ignore|pattern|expect|match|filter)\w{0,20}[\"']? ?[:=]"
    r"|[\"'](?:jsonbody|mock\w{0,20}|stub\w{0,20}|fixture\w{0,20}|examples?)[\"']:|\buniqueness:)\s{0,4}\Z",
    fits=("expected: ", '"mocked": ', "uniqueness: "),
    lets_through=('"message": ', "mocked: ", "we expect "),
    guard="ignore|pattern|expect|match|filter|jsonbody|mock|stub|fixture|example|uniqueness:",
)
HANDED_BACK = Signs(
    "Does a branch of a template, or a constant's name, stand right before?",
    (
        Sign(
            "branch of a template",
            "Is the branch of a template.",
            r"(?:\{\{?#|\{%-? ?|<\?php |@)(?:if|unless|foreach|for|each|case|else|error(?=\())\b"
            r"[^\n]{0,120}\n?\s{0,4}\Z",
            fits=("{{#if taken}}", "{% if taken %}\n  ", "<?php if (taken): ?>", "@else ", "@error('number')"),
            lets_through=("if taken ", "{{#taken}}"),
            guard="{#|{%|<?php |@",
        ),
        Sign(
            "constant on the next line",
            "Is a constant whose text stands on the next line.",
            r"\b(?:final|const|static)\s[\w<> ]{1,80}=[ \t]{0,3}\n\s{1,60}[\"'`][^\"'`\n]{0,60}\Z",
            fits=('const String taken =\n    "',),
            lets_through=('const taken = "', 'taken =\n    "'),
            guard="final|const|static",
        ),
    ),
)
GIVEN_BACK = Sign(
    "given back",
    "Hands the quoted text back, or throws it.",
    r"(?:\(\w{0,20}\)\s?=>|\breturn|\bthrow|\bcontent:)\s{1,80}[\"'`/](?i:(?:an?|the|this|that|your|you) )?\Z",
    fits=('(n) => "', "return 'This ", 'throw "', 'content: "'),
    lets_through=('returned "', '"'),
    guard="=>|return|throw|content:",
)
OPENS_A_RECORD = Sign(
    "first key of a record",
    "Begins with a name in quotes: a block of source begins with a statement.",
    r"\s{0,40}([\"'])[\w .-]{1,40}\1\s?(?::|=>(?!\s?[A-Za-z_]\w{0,30}[({:]))",
    fits=('\n  "Fault": {', "'code' => 7"),
    lets_through=('\n  return "Fault";', '"use strict";', '"6140" => Err(Taken)'),
    where=Where.FIRST,
)
BLOCK = Sign(
    "head of a block",
    "Heads a block of source.",
    r"(?:\b(?:if|for|while|switch|catch|function|func|fn|match|foreach)\b[^\n]{0,90}|\belse|\btry|\)\s?=>"
    r"|\b(?:class|struct|enum|interface)\s[\w<>:, ]{1,60}|\b(?:public|private|static|async|void)\b[^\n]{0,80}\)"
    r"|\bit\(.{0,80}=>)\s{0,3}\Z",
    fits=("if (taken) ", "} else ", "try", "(n) => ", "class Taken: ", "async said(n) ", "it('says', n =>"),
    lets_through=("said ", "class ", "async said"),
    guard="if|for|while|switch|catch|func|fn|match|else|try|=>|class|struct|enum|interface|public|private|static|async"
    "|void",
)
