"""Knows the lines of a program's source, or of a look-up, that only name an error; what it prints stands below them."""

import re

from untwin.intake.marking.guarded import guarded


def is_source(head: str) -> bool:
    """Whether what stands before an error's words on their line, in lower case, is source code that names them."""
    head = _ARTICLE.sub("", head) if head.endswith(" ") else head
    return any(sign in head for sign in _SIGNS) and bool(_SOURCE.search(head))


def is_typed(line: str) -> bool:
    """Whether a line, in lower case, is one of a program, or what was typed to look for an error."""
    return bool(_TYPED.search(_ADDRESS.sub(" ", line)))


# What a quoted sentence begins with, before the words by which it is known.
_ARTICLE = re.compile(r"\b(?:an?|the|this|that|your|you) \Z")
# One of these stands in each such line: the search is dear, and most lines are nobody's source.
_SIGNS = "(=\"'`/_#"
_QUOTED = r"[rfbu@$]{0,2}(?:[\"'`/]\^?|\"\\?\")\Z"
_SOURCE = re.compile(
    r"\b(?:throw|raise)\s{1,4}(?:new\s{1,4})?[\w.:]{1,60} ?\([^()\n]{0,40}\Z"
    rf"|\b(?:const|let|var|val"
    rf"|static final)\s{{1,4}}[\w ]{{1,60}}(?::\s?\w{{1,20}}\s?)?=\s{{0,4}}(?:[\w(.]{{0,24}}{_QUOTED}|\Z)"
    r"|#define\s"
    r"|(?:^|[\s.])assert(?:equals?|that|raises\w{0,10}|_\w{1,30}|in|true|contains)?[ (][^\n]{0,80}\Z"
    rf"|(?:^|[^\w.])expect(?:error)?\([^\n]{{0,80}}{_QUOTED}"
    r"|^\W{0,8}(?:else )?(?:if|elif|unless|while)\b[^\n]{0,80}(?:==|=~|!=|\.\w{0,12}(?:includes|contains|match|test"
    r"|with)"
    r"\w{0,8}\()[^\n:>]{0,20}\Z"
    rf"|^\W{{0,8}}(?:else )?(?:if|elif|case) {_QUOTED}"
    r"|\b(?:re\.\w{1,10}|new regexp|regexp?\.\w{1,16}|preg_match)\([^()\n]{0,40}\Z"
    rf"|^\s{{0,40}}(?:case\b[^\n]{{1,60}}:|default:"
    rf"|[^\n]{{0,60}}[{{;])?\s{{0,20}}return\b\s{{0,4}}[^\n]{{0,40}}{_QUOTED}"
    r"|(?:^|[^\w.])(?:it|test|describe|context|scenario)\(\s?[\"'`][^\"'`\n]{0,80}\Z"
    r"|\bselect\b[^\n]{1,120}\bwhere\b[^\n\"}]{1,80}\Z"
    r"|\b(?:ignored?|allow(?:ed)?|mute|suppress|expected|known|retryable)_(?:on|errors|codes|messages)\b|\bretry_on\b"
    r"|\bwhere\s{1,4}[\w.]{1,40}\s{0,4}(?:=|like|~)\s{0,4}'?%?\Z"
    rf"|\.(?!\w{{0,40}}(?:error|exception|fault|failure|err|result"
    rf"|response)\()[a-z_]\w{{1,30}}\([^()\n]{{0,40}}{_QUOTED}"
    r"|^\s{0,40}(?:/\*|//|export (?:const|let|default|enum|class|function)\b|msgid\s|msgstr\s|(?:except|rescue"
    r"|catch)\b[^\n:]{0,60}[:)]\s{0,4}[#{])"
    rf"|\b(?:show\w{{0,20}}|alert|toast|flash|notify|print\w{{0,4}}|_|gettext|translate)\({_QUOTED}"
    rf"|\b\w{{0,30}}(?:pattern|filter|ignore|match|contains|regex|query|search|grep|skip|retry|mute|suppress|enum"
    rf"|expect)\w{{0,20}}[\"']?\s{{0,3}}[:=]"
    rf"\s{{0,3}}\[?\s{{0,3}}{_QUOTED}"
    rf"|: ?(?:string|str|text) ?= ?{_QUOTED}"
    rf"|[!=]==?\s?[\"'\w.]{{1,30}}\s?\?\s?{_QUOTED}|(?:^|[@;&|] ?|\bthen )echo {_QUOTED}"
    rf"|^\s{{0,40}}(?:defp?|fn|fun|func|function)\s[^\n]{{0,100}}{_QUOTED}"
    r"|\b\w{3,60}\{[^\n}]{0,80}=~?[\"']\Z"
    # A name or a branch for the code itself; what a program says or throws; a choice between two texts.
    r"|\b[\w.]{0,40}[._]6140(?:[._]\w{1,20}\s?[=:]|\s?=|[\"']\s?:)\s?[\"']?\Z|\w\[[\"']?6140[\"']?\]\s?=\s?[\"']\Z"
    r"|(?:^|[\s{,])[\"']?6140[\"']?\s{0,2}(?::|=>)\s{0,2}[({\[][^\n]{0,60}\Z|\bthen\s['\"]\Z|\)\s\?\s[\"']\Z"
    rf"|^\W{{0,8}}(?:raise|throw|die|croak|display dialog|puts|require|ensure!|bail!|signal|validator)\b[^\n:]{{0,80}}"
    rf"{_QUOTED}|\bset message_text = {_QUOTED}"
    r"|(?:\*ngif|v-if|v-show|ng-(?:if|show)|x-(?:if|show)|th:if)=[^\n]{0,120}\Z"
    r"|<string name=[^<>\n]{1,60}>\Z"
    r"|\.catch\([^\n]{0,40}/\Z"
    r"|\bobject \w{1,60} ?(?:: ?|extends )\w{1,60}\([^()\n]{0,60}\Z"
)
# What was asked of QuickBooks, in an address.
_ADDRESS = re.compile(r"https?://\S{1,400}|\bquery\?[^\n]{0,400}")
# A line of a program, or what was typed to look for an error.
_TYPED = guarded(
    "select|stats|where|summarize|sort|wc|uniq|grep|expect(|.to raise|site:|search |filter |intitle:|should "
    "|the string|the text|the word|the phrase|it \"|it '|warn|alert|notify|=\"|= \"|='|= '|type |format|syntax"
    "|example|sample|{{",
    # What is filled in later.
    r"\{\{ ?[#/a-z][^{}\n]{0,80}[\"'\u201c]|\bselect\b[^\n]{1,80}\bfrom\b|\| ?(?:stats|where|summarize|sort|wc"
    r"|uniq)\b|\bwhere\b[^\n]{1,60}\blike\b"
    r"|(?:^|[$>|] ?)grep\b|\bexpect\(|\.to raise|\bsite:\w|\b(?:search|filter) (?:field|box|bar)\b|\bintitle:"
    r"|\bshould (?:not )?(?:contain|see|read|match|equal)\b"
    r"|\b(?:contains?|includes?|matches|equals) the (?:string|text|words?|phrase)\b"
    r"|\bit [\"']|\A\W{0,6}warn(?:s|ed)? me\b|\b(?:warn|alert|notify) (?:me|us|users?) (?:when|if|about|before)\b"
    r"|\|= ?[\"']|\A\W{0,6}type \w{1,30} ="
    r"|\A\W{0,6}(?:log |message |sample |example )?(?:format|syntax|example|sample)\b[^\n:]{0,20}:",
)
