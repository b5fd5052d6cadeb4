"""Knows by what people show that an error happened: a time, a document, an event of theirs, a call for help."""

import re

from untwin.intake.marking.guarded import guarded


def is_message(head: str, words: str, behind: str) -> bool:
    """Whether an error's words stand by themselves: `head` and `behind` are what is around them on their line.

    A program's message follows a label, a dash, a cell or nothing; in a sentence it is a part of speech. `words` is
    empty where there is a code alone: one in brackets is a remark.
    """
    lower_head = head.lower()
    if ("(" in lower_head[-_BRACKET:] and _REMARK.search(lower_head)) or _quotes_an_object(lower_head):
        return False
    if not words and lower_head.endswith("("):
        return False
    if _NOUN.match(words.lower()) and _ARTICLE.search(lower_head) and _GOES_ON.match(behind):
        return False
    if _RELATIVE.search(words) or _EXAMPLE.search(lower_head):
        return False
    return bool(_MESSAGE.search(lower_head, max(0, len(head) - _LABEL)) or _THROWN.match(head) or _ROW.match(head))


def _quotes_an_object(lower_head: str) -> bool:
    """Whether a quotation begins right before, at most an article ago, that is the object of what stands before it."""
    quoted = _OWN_ARTICLE.sub("", lower_head) if lower_head.endswith(" ") else lower_head
    return quoted.endswith(_QUOTES) and bool(_QUOTED_OBJECT.search(quoted))


def names_one(text: str) -> bool:
    """Whether a text, as it was written, names a document by its number, an amount, or speaks of its writer."""
    return names_a_paper(text) or bool(_ONESELF.search(text.lower()))


def names_a_paper(text: str) -> bool:
    """Whether a text, as it was written, names a document by its number, or an amount."""
    return bool(_NUMBERED.search(text) or _PAPER.search(text))


def is_all_printed(text: str) -> bool:
    """Whether a text is nothing but what programs print of errors whose words they keep to themselves."""
    return all(_PRINTED.fullmatch(line) for line in text.split("\n") if line.strip())


def has_happened(head: str, words: str, behind: str) -> bool:
    """Whether a line, as it was written, tells of something that happened to somebody.

    `words` are the error's own: only a document that they name counts.
    """
    if names_a_paper(head + words + behind):
        return True
    told = _CLAUSE.without(_QUICKBOOKS.sub(" ", f"{head} \u2026 {behind}".lower()))
    return bool(
        _EVENT.search(told) or _ONESELF.search(told) or _ABROAD.search(told) or _WHEN.search(told) or _AT.search(told)
    )


# How long the opening of a remark is, and what `_MESSAGE` fits.
_BRACKET = 8
_LABEL = 48
_QUOTES = ('"', "'", "\u201c", "\u00ab")
# Nothing, or what ends a label; then an article or a code at most.
_MESSAGE = re.compile(
    r"(?:\A|[\n\t:|>\]}=\u2013\u2014\u2192\u00bb\u2022;!?.(\"'\u201c\u00ab]|\s\s| -|,(?!\s)|\b(?:details|dismiss"
    r"|retry|close) |\A\W{0,6}-)"
    r"\W{0,6}(?:\(?#?\d{3,5}\)?\W{1,4})?"
    r"(?:(?:an?|the|this|that|your|you|another|code|die|der|das|diese[rs]?|el|la|este|esta|le|les|ce|cet|cette|il|lo|questo|o|het|de|dit|deze"
    r"|vous)\W{1,3}){0,2}[\u3053\u306e\u6b64\u8be5\uc774]{0,2} ?"
    r"(?:(?:bill|invoice|document)(?:/(?:bill|invoice|document))? )?\Z"
)
# What a program prints of an error whose words it keeps to itself.
_PRINTED = re.compile(
    r"[^\w#]{0,4}(?:quickbooks|qbo|intuit)(?: online)?(?: api)? (?:fault|exception) ?\(code:? \d{3,5}\)\W{0,4}",
    re.IGNORECASE,
)
_OWN_ARTICLE = re.compile(r"(?<=[\"'\u201c\u00ab])(?:an?|the|this|that|your|you) \Z")
# A quotation that is the object of what stands before it.
_QUOTED_OBJECT = re.compile(
    r"(?:\b(?!quickbooks|status|details|invoices|bills|orders|payments|results|news|process|press)[a-z]{2,20}(?:s|ed)"
    r"|\b(?:with|like|than|get|see|give|throw|show|return|raise|say|answer|trigger|cause|the|an?|for|about|to|of"
    r"|in|on|as|or"
    r"|and|from|handle|catch|avoid|prevent|contain|contains|produce|display|read|meet|hit|is|(?:the|an?|this|that"
    r"|any) (?:\w{1,12} )?(?:message|text|error|warning|words|notice|phrase))) [\"'\u201c\u00ab]\Z"
)
# `a number that is already in use`: any such number.
_RELATIVE = re.compile(r"\b(?:(?:that|which) (?:is|was|has)|that['\u2019]s)\b", re.IGNORECASE)
# `rule violations (e.g. ..`: one of many.
_EXAMPLE = re.compile(r"\b(?:e\.g\.|i\.e\.|such as|for example|for instance)\W{0,4}(?:an? )?\Z")
# What a longer sentence adds in brackets.
_REMARK = re.compile(r"(?:[a-z][\w'-]{0,20}[,)]? ){2}[a-z'-]{2,20} ?\(\W{0,2}(?:(?:an?|the|this|that) )?\Z")
_NOUN = re.compile(r"duplicate|doppelte|dubbel|[a-z]{3,12} (?:number|no\.?) already (?:used|taken|in use)\Z")
_ARTICLE = re.compile(r"\b(?:an?|the) \W?\Z")
_GOES_ON = re.compile(r"[\"'\u201d)]{0,2} (?:error )?[a-z]{2,14}\b")
# `QuickBooks API error 6140 (`, `QboError `: what a program prints before what it has to say.
_THROWN = re.compile(
    r"\W{0,6}+(?:\S{1,60}\s{1,3}+){0,3}\S{0,60}?(?:exception|error|err|fault|fehler|erreur|erro|fout|warn)\b"
    r"\W{0,4}+(?:code\W{1,3}+)?(?:\d{3,5}\W{0,4}+)?(?:\w{1,12}+\W{1,3}+)?\Z",
    re.IGNORECASE,
)
# A row of a printed list: `204 Kessler Ltd 500.00 `.
_ROW = re.compile(
    r"\W{0,3}(?=[\w/-]{0,20}\d)[\w/-]{3,24} (?:(?:[A-Z][\w.,&'-]{0,24}|&"
    r"|[$\u20ac\u00a3]?[\d.,/-]{1,14}) ){0,6}\Z"
)
# What QuickBooks says to whoever reads it; the words by which an error was known may stand apart from it.
_QUICKBOOKS = re.compile(
    r"you must specify a different number|this number has already been used|please use a different name"
)
# A subordinate clause about anybody.
_CLAUSE = guarded(
    "when|if |once|un|in case|as soon as|time |where|because|why|how|what|raised |returned |thrown |caused |sent "
    "|reported |flagged ",
    r"\b(?:when(?:ever)?|if|once|unless|until|in case|as soon as|each time|every time|where|because|why|how|what)"
    r" (?:quickbooks|qbo|intuit|it|they|an?|two|another|someone|somebody|users?|the (?:api|server|response|answer"
    r"|other"
    r"|document|invoice|number|same))\b[^,.;:]{0,120}|\b(?:raised|returned|thrown|shown|caused|sent|reported|flagged)"
    r" (?:when|if|for|by|to)\b",
)
# What was done, suffered or answered; what goes on; who asks for help.
_EVENT = guarded(
    "got|received|returned|came|threw|thrown back|raised|gave|showed|said|answered|died|broke|stop|bounced|blew"
    "|crashed|popped|happened|occurred|appeared|ended|hit|met|tried|reported|hung|stuck|blocked|halted|denied"
    "|aborted|exited|fail|rejected|refused|caused|could|can|won|unable|did|doesn|went|saw|turned|back|declined"
    "|resent|retried|although|despite|even |same |pushed|posted|ran|complain|needs your|ing|we |our |says|tells"
    "|claims|you |please|pls|help|urgent|asap|any idea|attached|screen|see below|thanks|thx|this |these |new "
    "|top |first |last |next |some |both |all |two |three |four |five |every |the ",
    r"\b(?:got|received|returned|came|threw|thrown back|raised|gave|showed|said|answered|died|broke|stopped"
    r"|bounced|blew"
    r"|crashed|popped|happened|occurred|appeared|ended|hit|met|tried|(?<!is )(?<!are )(?<!be )reported(?! by"
    r"| when)|hung|stuck|blocked|halted|denied"
    r"|aborted|exited"
    r"|(?<!that )(?<!which )failed|failing|failure|(?<!is )(?<!are )(?<!be )(?:rejected|refused|caused(?! by"
    r"| when))|couldn.t"
    r"|could not|can.t|cannot|can not|won.t"
    r"|unable|didn.t|did not|doesn.t go"
    r"|went|saw|turned down|sent back|kicked back|declined|resent|retried|although|despite|even (?:with|though|after)"
    r"|same (?:answer|error|result|thing|message|problem)|pushed|posted|ran|complained|needs your)\b"
    r"|\b(?:is|are|am|.m|.re|keeps?|kept|been|started|still) (?:\w{1,10} )?(?:getting|seeing|having|failing|coming"
    r"|returning|throwing|giving|showing|saying|receiving|hitting|facing|running|being|rejecting|refusing"
    r"|experiencing|encountering)\b|\A\W{0,4}(?:getting|seeing|facing|hitting) "
    r"|\bwe (?:get|see|have|keep|hit|now"
    r"|still|again|can|are|were|do)\b"
    r"|\bour (?:\w{1,14} )?(?:invoice|bill|receipt|memo|sync|export|import|batch|bookkeeper|accountant|client"
    r"|customer"
    r"|books|log|sandbox|job|number|report|trust|firm|office|till|shop|store|payment|estimate|note|system (?:says"
    r"|shows))"
    r"|\b(?:says|complains|tells me|tells us|claims|comes back|keeps? \w{3,14}ing|you (?:entered|chose|typed))\b"
    r"|\b(?:please(?! (?:add|make|support|consider|let|note)\b)|pls|(?<!would )help(?!\W{0,2}[>|]| cent| desk"
    r"| page)|urgent|asap|any ideas?|attached|screenshot|see below"
    r"|thanks|thx)\b"
    # Something here and now does it.
    r"|\b(?:this|these|new|top|first|last|next|some|both|all|two|three|four|five|every|the (?:message|page|line"
    r"|screen|sync"
    r"|import|export|report|log|job|run|batch|bill|invoice|row|status|popup|pop-up|banner|app|customer|client|order))"
    r" (?:\w{1,14} ){0,2}(?:gives?|gets?|displays?|reads?|shows?|is|has|fails?|returns?|throws?|reports?|stops?"
    r"|ends?)\b"
    r"|\bin the (?:sync|error|import|export|job|audit) (?:log|report|list|history)\b",
)
# The same in other languages.
_ABROAD = guarded(
    "konnte|abgelehnt|ckgewiesen|refus\u00e9|rejet\u00e9|rechazad|recusad|rifiutat|respint|geweigerd|nicht m"
    "|fehlgeschlagen|pas pu|imposs|\u00e9ch|echec|no se pud|fall|o foi poss|falha|riuscit|kon niet|mislukt|beim "
    "|lors d",
    r"konnte|abgelehnt|zur.ckgewiesen|refus\u00e9|rejet\u00e9|rechazad|recusad|rifiutat|respint|geweigerd"
    r"|nicht m.glich|fehlgeschlagen|n.a pas pu|n.ont pas pu|impossible|\u00e9chou|\u00e9chec|\bechec|no se pudo"
    r"|no se pudieron|\bfall[o\u00f3]\b"
    r"|n.o foi poss|falha|non riuscit|impossibile|kon niet|mislukt|beim |lors d",
)
_ONESELF = re.compile(
    r"[imou](?<!\w[imou])(?:(?<=i)|(?<=m)(?:e|ine|y(?! love| life| guess| opinion| favou?rite))|(?<=o)urs"
    r"|(?<=u)(?<!join u)(?<!contact u)(?<!ask u)(?<!call u)s)\b"
)
_WHEN = guarded(
    "day|tonight|this |last |since|now|again|still|suddenly|ago|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week|month|time)|last (?:night|week|month|run)"
    r"|since|just now|now|again|(?<!can )(?<!may )(?<!could )still|suddenly|ago|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2})\b",
)
_AT = re.compile(
    r"\d(?<!\w\d)(?:\d?(?::\d{2}|[./]\d{1,2}[./]\d{2,4}|\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]{0,6})|\d{3}-\d{2}-\d{2})\b"
)
# A document with its number, an amount, a firm's own papers.
_PAPER = guarded(
    "order|job|payment|refund|batch|run|ticket|client|customer|matter|project|row|line|item|record|transaction"
    "|settlement|deposit|sale|invoice|bill|receipt|memo|estimate|document|entry|inv|num|mero|rechnung|beleg|factu"
    "|fat|cm|sr",
    r"\b(?i:order|job|payment|refund|batch|run|ticket|client|customer|matter|project|row|line|item|record|transaction"
    r"|settlement|deposit|sale|invoice|bill|receipt|memo|estimate|document|entry|inv"
    r"|number)s? ?#? ?(?!6140)[\w/-]{0,12}\d"
    r"|(?i:nummer|n.mero|num.ro|rechnung|beleg|factu?ur|factura|facture|fatura|fattura|documento)"
    r"(?: (?i:de|di|da|do|della|la|factura|facture|fattura|fatura|documento)){0,3} [A-Z0-9][\w/-]{0,12}\d"
    r"|\b(?i:inv|cm|sr|bill)\d{2,}",
)
_NUMBERED = re.compile(
    r"[A-Z#$\u20ac\u00a3](?:(?<=#)\d{2,}|(?<=[$\u20ac\u00a3]) ?\d|(?<=[A-Z])(?<!\w[A-Z])(?:\w{2,20}'s\b"
    r"|(?<!T(?=C))(?<!Q(?=BO))(?<!H(?=TTP))(?<!A(?=PI))(?<!V(?=\d))[A-Z]{1,7}-\d{2,}))"
)
