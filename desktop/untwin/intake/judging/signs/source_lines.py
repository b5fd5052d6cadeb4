"""Signs that a line is a program's source, or was typed to look for an error: it only names what may be printed."""

from untwin.intake.judging.sign import Sign, Signs

# A quote that opens right before the words.
_QUOTED = r"[rfbu@$]{0,2}(?:[\"'`/]\^?|\"\\?\")\Z"
SOURCE = Signs(
    "Is what stands before the words on their line a program's source?",
    (
        Sign(
            "thrown in source",
            "Throws or raises it.",
            r"\b(?:throw|raise)\s{1,4}(?:new\s{1,4})?[\w.:]{1,60} ?\([^()\n]{0,40}\Z"
            rf"|^\W{{0,8}}(?:raise|throw|die|croak|display dialog|puts|require|ensure!|bail!|signal|validator)\b"
            rf"[^\n:]{{0,80}}{_QUOTED}|^\W{{0,8}}(?:die|raise|throw|croak) [\"']\(?\d{{4}}\)?[ :-]{{1,3}}(?:this |the"
            rf" )?\Z|\bset message_text = {_QUOTED}",
            fits=('die "6140: ', 'throw new fault("', "raise stale('", '  die "', "set message_text = '"),
            lets_through=('it threw fault("', 'puts: "'),
            guard="throw|raise|die|croak|display dialog|puts|require|ensure!|bail!|signal|validator|message_text",
        ),
        Sign(
            "named value",
            "Gives a constant or a variable its value.",
            rf"\b(?:const|let|var|val"
            rf"|static final)\s{{1,4}}[\w ]{{1,60}}(?::\s?\w{{1,20}}\s?)?=\s{{0,4}}(?:[\w(.]{{0,24}}{_QUOTED}|\Z)"
            r"|#define\s"
            rf"|: ?(?:string|str|text) ?= ?{_QUOTED}",
            fits=('const taken = "', "let m: string = t('", "#define taken ", 'note: str = "'),
            lets_through=('const "', "let it be: "),
            guard="const|let|var|val|static final|#define|string|str|text",
        ),
        Sign(
            "asserted",
            "Is a test that expects it.",
            r"(?:^|[\s.])assert(?:equals?|that|raises\w{0,10}|_\w{1,30}|in|true|contains)?[ (][^\n]{0,80}\Z"
            rf"|(?:^|[^\w.])expect(?:error)?\([^\n]{{0,80}}{_QUOTED}"
            r"|(?:^|[^\w.])(?:it|test|describe|context|scenario)\(\s?[\"'`][^\"'`\n]{0,80}\Z",
            fits=('assert_in("', 'expect(said).to("', "it('says "),
            lets_through=("asserted (", "we expect ", "with('says "),
            guard="assert|expect|it(|test(|describe(|context(|scenario(",
        ),
        Sign(
            "name of a test",
            "Is in the midst of a test's name.",
            r"\btest_\w{0,80}\Z",
            fits=("tests/push.py::test_when_",),
            lets_through=("a test of ", "test_push failed: "),
            guard="test_",
        ),
        Sign(
            "compared",
            "Compares what is said with it.",
            r"^\W{0,8}(?:else )?(?:if|elif|unless|while)\b[^\n]{0,80}(?:==|=~|!=|\.\w{0,12}(?:includes|contains|match"
            r"|test|with)"
            r"\w{0,8}\()[^\n:>]{0,20}\Z"
            rf"|^\W{{0,8}}(?:else )?(?:if|elif|case) {_QUOTED}"
            r"|\b(?:re\.\w{1,10}|new regexp|regexp?\.\w{1,16}|preg_match)\([^()\n]{0,40}\Z"
            rf"|[!=]==?\s?[\"'\w.]{{1,30}}\s?\?\s?{_QUOTED}"
            r"|\.catch\([^\n]{0,40}/\Z",
            fits=('if said == "', "elif said.startswith('", 'case "', "re.search(r'", "=== 6140 ? '", ".catch(e => /"),
            lets_through=("if it comes: ", "in case ", "are.search: "),
            guard="if|unless|while|case|re.|regexp|regex.|preg_match|==|!=|.catch(",
        ),
        Sign(
            "returned in source",
            "Returns it, or is the branch that does.",
            rf"^\s{{0,40}}(?:case\b[^\n]{{1,60}}:|default:"
            rf"|[^\n]{{0,60}}[{{;])?\s{{0,20}}return\b\s{{0,4}}[^\n]{{0,40}}{_QUOTED}"
            rf"|^\s{{0,40}}(?:defp?|fn|fun|func|function)\s[^\n]{{0,100}}{_QUOTED}",
            fits=('  return "', "case 6140: return t('", 'def said(code): "'),
            lets_through=('we return "', "defined: '"),
            guard="return|def|fn|fun",
        ),
        Sign(
            "asked of a database",
            "Looks for it in a database or in metrics.",
            r"\bselect\b[^\n]{1,120}\bwhere\b[^\n\"}]{1,80}\Z"
            r"|\bwhere\s{1,4}[\w.]{1,40}\s{0,4}(?:=|like|~)\s{0,4}'?%?\Z"
            r"|\b\w{3,60}\{[^\n}]{0,80}=~?[\"']\Z",
            fits=("select day from runs where said like ", "where said = '%", 'failures{said=~"'),
            lets_through=("select the one ", "where it said "),
            guard="where|=\"|='|=~",
        ),
        Sign(
            "passed over in source",
            "Is a list or a setting of what is passed over, retried or looked for.",
            r"\b(?:ignored?|allow(?:ed)?|mute|suppress|expected|known|retryable)_(?:on|errors|codes|messages)\b"
            r"|\bretry_on\b"
            rf"|\b\w{{0,30}}(?:pattern|filter|ignore|match|contains|regex|query|search|grep|skip|retry|mute|suppress"
            rf"|enum|expect)\w{{0,20}}[\"']?\s{{0,3}}[:=]"
            rf"\s{{0,3}}\[?\s{{0,3}}{_QUOTED}",
            fits=("known_errors = ", "retry_on ", 'skip_patterns: ["'),
            lets_through=("known errors = ", "skip it "),
            guard="_on|_errors|_codes|_messages|retry_on|pattern|filter|ignore|match|contains|regex|query|search|grep"
            "|skip|retry|mute|suppress|enum|expect",
        ),
        Sign(
            "handed to a function",
            "Hands it to a function, or shows it.",
            rf"\.(?!\w{{0,40}}(?:error|exception|fault|failure|err|result"
            rf"|response)\()[a-z_]\w{{1,30}}\([^()\n]{{0,40}}{_QUOTED}"
            rf"|\b(?:show\w{{0,20}}|alert|toast|flash|notify|print\w{{0,4}}|_|gettext|translate)\({_QUOTED}"
            rf"|(?:^|[@;&|] ?|\bthen )echo {_QUOTED}|^\s{{0,40}}(?:msgbox|alert|puts|print|write-(?:host|error"
            rf"|warning))"
            rf" {_QUOTED}",
            fits=('page.toast(2, "', "alert('", 'then echo "', '    msgbox "'),
            lets_through=('page.error("', "alert: '"),
            guard="(|echo|msgbox|alert|puts|print|write-",
        ),
        Sign(
            "comment or export",
            "Begins like a comment, an export, a translation or the catching of an error.",
            r"^\s{0,40}(?:/\*|//|export (?:const|let|default|enum|class|function)\b|msgid\s|msgstr\s|(?:except|rescue"
            r"|catch)\b[^\n:]{0,60}[:)]\s{0,4}[#{])",
            fits=("// ", "/* ", "export enum ", "msgid ", "msgstr ", "except fault: #"),
            lets_through=("see // ", "export of may "),
            guard="/*|//|export |msgid|msgstr|except|rescue|catch",
        ),
        Sign(
            "name or branch of the code",
            "Is a name, a key or a branch for the code itself.",
            r"\b[\w.]{0,40}[._]6140(?:[._]\w{1,20}\s?[=:]|\s?=|[\"']\s?[:=])\s?[\"']?\Z"
            r"|\w\[[\"']?6140[\"']?\]\s?=\s?[\"']\Z"
            r"|(?:^|[\s{,])[\"']?6140[\"']?\s{0,2}(?::|=>)\s{0,2}[({\[][^\n]{0,60}\Z",
            fits=('error.6140="', '"error.6140" = "', "texts[6140] = '", "{6140: ["),
            lets_through=("error 6140: ", "6140 = "),
            guard="6140",
        ),
        Sign(
            "choice of two texts",
            "Chooses between two texts.",
            r"\bthen\s['\"]\Z|\)\s\?\s[\"']\Z",
            fits=("when taken then '", '(taken) ? "'),
            lets_through=("then it said '", '? "'),
            guard="then|?",
        ),
        Sign(
            "object of a sort",
            "Makes an object of a sort, up to its arguments.",
            r"\bobject \w{1,60} ?(?:: ?|extends )\w{1,60}\([^()\n]{0,60}\Z",
            fits=('object taken : fault(409, "', "object taken extends fault("),
            lets_through=("object taken: ", "the object("),
            guard="object ",
        ),
        Sign(
            "shown on a condition",
            "Is a tag that is shown on a condition, or a resource of texts.",
            r"(?:\*ngif|v-if|v-show|ng-(?:if|show)|x-(?:if|show)|th:if)=[^\n]{0,120}\Z"
            r"|<string name=[^<>\n]{1,60}>\Z",
            fits=('<p v-if="taken">', "<string name='taken'>"),
            lets_through=('<p class="taken">', "<string>"),
            guard="if=|show=|<string name=",
        ),
    ),
)
ARTICLE = Sign(
    "article before the words",
    "Is the article with which a quoted sentence begins.",
    r"\b(?:an?|the|this|that|your|you) \Z",
    fits=('"this ', "a "),
    lets_through=('"this', "one "),
)
ADDRESS = Sign(
    "address",
    "Is an address, with what was asked of QuickBooks.",
    r"https?://\S{1,400}|\bquery\?[^\n]{0,400}",
    fits=("https://shop.test/a?b=c", "query?select"),
    lets_through=("http: no", "a query"),
)
TYPED = Signs(
    "Was the line typed to look for an error, or is it filled in later?",
    (
        Sign(
            "template",
            "Is a template: it is filled in later.",
            r"\{\{ ?[#/a-z][^{}\n]{0,80}[\"'\u201c]",
            fits=('{{ said "',),
            lets_through=("{{ said }}", '{ "said'),
            guard="{{",
        ),
        Sign(
            "query",
            "Looks for it in a database, a log or the web.",
            r"\bselect\b[^\n]{1,80}\bfrom\b|\| ?(?:stats|where|summarize|sort|wc|uniq)\b|\bwhere\b[^\n]{1,60}\blike\b"
            r"|(?:^|[$>|] ?)grep\b|\bsite:\w|\b(?:search|filter) (?:field|box|bar)\b|\bintitle:|\|= ?[\"']",
            fits=(
                *("select day from", "| sort", "where said like", "$ grep", "site:shop", "search box", "intitle:"),
                '|= "',
            ),
            lets_through=("selected from", "like that", "on site: x", "search it"),
            guard="select|stats|where|summarize|sort|wc|uniq|grep|site:|search |filter |intitle:|=\"|= \"|='|= '",
        ),
        Sign(
            "typed test",
            "Is a line of a test, or of what one must see.",
            r"\bexpect\(|\.to raise|\bshould (?:not )?(?:contain|see|read|match|equal)\b"
            r"|\b(?:contains?|includes?|matches|equals) the (?:string|text|words?|phrase)\b|\bit [\"']",
            fits=("expect(said)", ".to raise", "should not contain", "includes the text", 'it "'),
            lets_through=("we expect", "it should come", "the text contains"),
            guard="expect(|.to raise|should |the string|the text|the word|the phrase|it \"|it '",
        ),
        Sign(
            "warns somebody",
            "Says when somebody is to be warned.",
            r"\A\W{0,6}warn(?:s|ed)? me\b|\b(?:warn|alert|notify) (?:me|us|users?) (?:when|if|about|before)\b",
            fits=("warned me", "alert us if"),
            lets_through=("they warn me", "notify us"),
            guard="warn|alert|notify",
        ),
        Sign(
            "type or format",
            "Names a type, or describes what lines look like.",
            r"\A\W{0,6}type \w{1,30} ="
            r"|\A\W{0,6}(?:log |message |sample |example )?(?:format|syntax|example|sample)\b[^\n:]{0,20}:",
            fits=("type fault =", "sample line:"),
            lets_through=("type: fault", "an example:"),
            guard="type |format|syntax|example|sample",
        ),
    ),
)
