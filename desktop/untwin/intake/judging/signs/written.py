"""Signs in the raw text that a programmer wrote what stands at a place: comments, statements, tags shown sometimes."""

from untwin.intake.judging.sign import Sign, Signs, Where

COMMENT = Sign(
    "comment",
    "Begins like a comment of a program.",
    r"[ \t]{0,40}(?:(?://(?!/)|/\*)[ \t]|(?:#|--|;)[ \t]{0,4}[\u2500\u2550=-]{2})",
    fits=("  // taken", "/* taken", "# -- taken"),
    lets_through=("https://x", "/// taken", "# taken"),
    where=Where.FIRST,
)
# A `#` alone heads titles and log lines, too.
REMARK = Sign(
    "remark below a branch",
    "Is a remark right below the head of a branch.",
    r"(?:\A|\n)[ \t]{0,40}(?:if|elif|else|except|case|when|for|while|def|rescue)\b[^\n]{0,160}"
    r"\n[ \t]{1,40}#[ \t][^\n]*\Z",
    fits=("if taken:\n    # then ",),
    lets_through=("taken:\n    # then ", "if taken:\n# then "),
)
CHANGED_LINE = Sign(
    "line of a change",
    "Is a line of a list of changes to a program: below its head each line begins with its sign.",
    r"(?:\A|\n)(?:@@ -\d[^\n]{0,120}|diff --git [^\n]{0,200}|\+\+\+ [^\n]{1,200})\n(?:[+ -][^\n]{0,300}\n|\n){0,24}"
    r"[+-][^\n]{0,300}\Z",
    fits=("@@ -0,0 +1,9 @@\n+<Fault>\n+  ", "x\ndiff --git a/x b/x\n-taken", "+++ b/x\n\n+taken"),
    lets_through=("+ taken", "@@ -0,0 +1,9 @@\n+<Fault>\ntaken"),
    guard="@@ -|diff --git |+++ ",
)
DOCSTRING = Sign(
    "description below a name",
    "Is a description of what stands below it, in a program.",
    r"[ \t]{0,40}\"\"\"[^\"\n]{1,280}\"\"\"[ \t\r]{0,4}",
    fits=('    """Raised for a taken number."""',),
    lets_through=('"a taken number"', 'said """taken"""'),
    where=Where.WHOLE,
)
DEFINED = Sign(
    "code that is defined",
    "Is behind a code whose meaning follows, in a list of terms.",
    r"<dt\b[^<>]{0,80}>\W{0,8}(?:(?:error|code|error code) )?\d{3,5}\W{0,8}</dt>\s{0,40}<dd\b[^<>]{0,80}>"
    r"[^<>\d]{0,80}\Z",
    fits=("<dl><dt>6140</dt><dd>", "<dt class='c'>\n610\n</dt>\n<dd>The ", "<dt>Error 6140</dt><dd>"),
    lets_through=("<dt>INV-118</dt><dd>", "<dt>6140</dt>", "<dt>6140</dt><dd>bill 77: "),
    guard="<dt",
    any_case=True,
)
OPENS_A_DESCRIPTION = Sign(
    "opens a description",
    "Opens a description of several lines below a name, in a program, and does not close it.",
    r"(?:\A|\n)[ \t]{2,40}\"\"\"[A-Z][^\"]{1,280}\Z",
    fits=('def f():\n    """Post it.\n\n    A taken ', '    """Post a '),
    lets_through=('a cell,"""Post it. A taken ', '    """Post it."""\n    the '),
    guard='"""',
)
CLOSES_A_DESCRIPTION = Sign(
    "closes a description",
    "Closes a description of several lines.",
    r"[^\"]{0,280}\"\"\"",
    fits=(' number\n    fails.\n    """', ' number."""'),
    lets_through=(' "number" """', " number"),
    guard='"""',
    where=Where.FIRST,
)
BELOW_A_TEST = Sign(
    "below the head of a test",
    "Stands in a test of a program: below its head, and set in as all lines between.",
    r"(?:\bdef test_\w{1,80}\(|\b(?:it|test|specify)[ (][\"'`]|\bfunc Test\w{1,60}\(|@Test\b"
    r"|\[(?:Fact|Test|TestMethod)\])[^\n]{0,160}\n(?:[ \t]{1,40}[^\n]{0,200}\n){0,6}[ \t]{1,40}\S[^\n]{0,240}\Z",
    fits=(
        *("def test_taken():\n    fault = {", "  it('says so', () => {\n    push(1);\n    said({"),
        "func TestTaken(t) {\n\tx := `{",
        *("@Test\n  void taken() {\n    f = ", '[Fact]\n  void Taken() {\n    f = "', 'specify "it" do\n  f = {'),
        *("[Test]\n  void Taken() {", "[TestMethod]\n  void Taken() {"),
    ),
    lets_through=("def test_taken():\nfault = {", "a test:\n    fault = {", "def taken():\n    fault = {"),
    guard="def test_|it|test|specify|[fact]",
)
HEADS_A_CLASS = Sign(
    "heads a class",
    "Is the head of a program's class.",
    r"[ ]{0,12}class \w{1,60}(?:\([^()\n]{0,80}\):|:| < [\w:]{1,60})[ \t\r]{0,4}",
    fits=("class Taken(Fault):", "  class Taken < Fault", "class Taken:"),
    lets_through=("class 4 failed: yes", "first class:", "classes:"),
    where=Where.WHOLE,
)
VALUE_SET_IN = Sign(
    "value that is set in",
    "Is set in, and the name of a value or nothing stands before it.",
    r"[ ]{1,20}(?:\w{1,30}(?:: ?\w{1,20})? ?= [^\n]{0,40})?",
    fits=('    hint = "', "  CODE = ", "    ", '    code: str = "'),
    lets_through=('hint = "', "    it says "),
    where=Where.WHOLE,
)
BEHIND_A_DECLARATION = Sign(
    "remark behind a declaration",
    "Is a declaration with what Haskell's programmers write behind it.",
    r"[^\n]{1,160}[ ]--[ ][\^|][ ][^\n]*",
    fits=("data Fault = Taken -- ^ the number is taken",),
    lets_through=("number taken -- see below", "-- ^"),
    guard="--",
    where=Where.FIRST,
)
ABOVE_A_CALL = Sign(
    "remark above a call",
    "Is a remark above a call that is set in as far as it.",
    r"(?P<indent>[ ]{4,80}|\t{1,8})# [^\n]{1,240}\n(?P=indent)[\w.]{2,60}(?:\(| = )[^\n]*[(\[{]",
    fits=("    # a taken number\n    said = find(", "\t# taken\n\tfind(n, ["),
    lets_through=("    # a taken number\n  said = find(", "# Taken\nfind(n, ["),
    where=Where.FIRST,
)
COMMENT_ENDS = Sign(
    "ends of a comment",
    "Is an end of a comment whose lines begin with an asterisk, as the points of a list do.",
    r"/\*|\*/",
    fits=("/* x", "x */"),
    lets_through=("* x",),
)
LEADER = Sign(
    "leader of a line",
    "Begins with what only heads comments where it heads two lines.",
    r"(?P<indent>[ ]{2,40}|\t{1,8})?[ \t]?(?P<sign>--|#|\*)"
    r"(?:[ \t]{1,40}(?P<goes_on>[\"'(]?[a-z])?|(?=[\r\n]))",
    fits=("  # then", "-- Then", "*\n"),
    lets_through=("then #", "#then"),
    where=Where.FIRST,
)
SHOWN_SOMETIMES = Signs(
    "Is it behind a tag that is shown on a condition, or that only leads to what is told of it?",
    (
        Sign(
            "heading to open",
            "Heads what a page opens at a click, or leads to a place on the same page.",
            r"<(?:summary\b[^<>]{0,80}|a\b[^<>]{0,80}href=[\"']#[^\"'<>]{0,60}[\"'][^<>]{0,60})>\s{0,20}\Z",
            fits=("<details><summary>", '<li><a href="#taken">'),
            lets_through=("<summary>INV-1 failed</summary>", '<a href="/help/6140">'),
            guard="<",
        ),
        Sign(
            "tag with a condition",
            "Is a tag with a condition.",
            r"<[^<>]{0,80}(?:\*ngif|v-(?:else-)?if|v-show|ng-(?:if|show)|x-(?:if|show)|th:if)=[^<>]{0,160}>\s{0,40}\Z",
            fits=(
                *('<p v-else-if="taken">', '<p th:if="taken">', '<p *ngIf="taken">', '<p ng-if="taken">'),
                '<p x-show="taken">',
            ),
            lets_through=('<p class="taken">', '<p v-if="taken">no'),
            any_case=True,
        ),
        Sign(
            "hidden tag",
            "Is a tag that is hidden at first.",
            r"<[^<>]{1,120}(?:\shidden\b|display: ?none)[^<>]{0,80}>\s{0,40}\Z",
            fits=("<p hidden>", '<p style="display: none">'),
            lets_through=("<hidden>", "<p>hidden"),
            any_case=True,
        ),
        Sign(
            "tag behind a condition",
            "Is a tag behind a program's condition.",
            r"&&\s{0,3}\(?\s{0,20}<[^<>]{0,120}>\s{0,40}\Z",
            fits=("taken && (\n  <p>",),
            lets_through=("taken & <p>", "taken && p"),
            any_case=True,
        ),
    ),
)
# A call with its arguments, what ends in a semicolon, a remark behind a value: no record is printed so.
STATEMENT = Sign(
    "statement",
    "Is a line that a program's statement is.",
    r"[ \t]{0,80}(?![\"'{\[ \t])(?:[^\n]{0,200}?[\w\])]\([^()\n]{0,160}[\"'][^\n]{0,300}\)[ \t;]{0,3}"
    r"|[^\n]{1,300}(?:;(?:[ \t]{1,8}//[ \t][^\n]{1,200})?|[\"'][ \t]//[ \t][^\n]{1,200}))\s{0,3}",
    fits=('  show(2, "taken");', 'taken = "x";', "taken: 'x' // then"),
    lets_through=('"taken";', "it said (taken)"),
    where=Where.WHOLE,
)
PROGRAM_BESIDE = Sign(
    "program beside",
    "Has a line that only a program has.",
    r"(?:^|\n)[ \t]{0,80}(?:(?:it|describe|test|context) [\"'(][^\n]{1,200}|(?:const|let|var|func|fn|def|class|import"
    r"|export|package|switch|match)\b[^\n]{0,200}[({:=;\"')]|(?:return|expect|assert)\b[^\n]{0,200}[;)({]|(?:end"
    r"|begin|exit|break);?|\}?\);?"
    r"|\};?)[ \t\r]{0,4}(?=\n|$)",
    fits=("it 'says so'\n", "let taken = (\n", "  return taken;", "end\n", ");\n", "x\n};"),
    lets_through=("said so\n", "let it be\n", "endless\n"),
)
TRACE = Sign(
    "trace",
    "Has lines of a trace that a program printed.",
    r"\n[ \t]{1,12}at |Traceback|File \"|\^",
    fits=("x\n  at show", "Traceback", 'File "x"', "  ^"),
    lets_through=("look at it", "a file"),
)
