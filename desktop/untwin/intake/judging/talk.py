"""Tells talk about errors (help pages, questions, settings, lists of codes, good news) from the report of one."""

import re

from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.elsewhere import has_no_books, is_of_a_contract, is_of_an_event, is_of_another_thing
from untwin.intake.judging.explained import (
    is_entry_of_codes,
    is_explained,
    is_of_a_list,
    is_table_of_meanings,
    is_under_a_guide,
    lists_codes,
)
from untwin.intake.judging.generally import asks_the_reader, is_announced, is_told_generally
from untwin.intake.judging.happened import has_happened, is_all_printed, is_message, names_a_paper
from untwin.intake.judging.program_lines import is_source, is_typed
from untwin.intake.judging.program_places import in_source, is_branch
from untwin.intake.marking.groups import Group
from untwin.intake.marking.guarded import guarded
from untwin.intake.marking.marks import Mark, What

# How far a sentence is followed to both sides of the words it was known by.
REACH = 160
# The same for what must stand beside them.
NEAR = 60
# How far explanations of the words are looked for.
EXPLAINED = 500
# How far around a code the books may be named.
FAR = 600
# How far before a field its own name begins, with a quote.
NAME = 21


def is_talk(text: str, group: Group) -> bool:
    """Whether the words of a group only speak of errors: nothing failed, or nothing is said to have.

    What a program printed is never talk: a number that is assigned to a document, a record, QuickBooks' envelope.
    """
    told = bool(group.tail and group.tail.assigned)
    if in_source(text, group.stands_at(), group.end, handed=not told):
        return True
    if told:
        return False
    line, head = line_of(text, group).lower(), _head(text, group).lower()
    arm = not group.fields and is_branch(text[group.end : group.end + NEAR])
    if not group.envelope and (arm or is_source(head)):
        return True
    if _NOTHING_YET.search(line):
        return True
    if group.envelope or is_record(text, group):
        return _code_alone(group) and of_number(group) and is_of_an_event(line)
    before, inside, behind = _sentence(text, group)
    if _denied(before, behind) or _is_listed(text, group) or is_typed(line):
        return True
    if is_of_a_contract(line) or _is_no_document(text, group, line):
        return True
    # Who asks goes on to say what was done.
    said = line if _ASKS.match(before) else before + inside + behind
    general = _is_general(group, before, inside, behind) and not (_REPORTED.search(said) or _OWN.search(said))
    return (
        general
        or ((of_number(group) or is_announced(head)) and _is_told_at_large(line, head, (before, inside, behind)))
        or _nothing_happened(text, group)
    )


def _nothing_happened(text: str, group: Group) -> bool:
    """Whether an error is one of many that are listed; a duplicate number also where none is reported or told of."""
    head, words, rest = around(text, group)
    at, line = group.stands_at(), head + words + rest
    before, behind = text[max(0, at - EXPLAINED) : at], text[group.end : group.end + EXPLAINED]
    if has_happened(head, words, rest):
        return is_under_a_guide(before) and not names_a_paper(head + words)
    if is_all_printed(before + words + behind):
        return False
    if lists_codes(line) or is_of_a_list(before) or is_table_of_meanings(before, words + behind):
        return True
    if not of_number(group):
        return False
    return is_explained(behind) or not is_message(head, words if group.said_at >= 0 else "", rest)


def around(text: str, group: Group) -> tuple[str, str, str]:
    """What stands before the group's words on their line, the words, and what stands behind, as far as that is near."""
    at = group.stands_at()
    near = max(0, at - REACH)
    until = text.find("\n", group.end, group.end + REACH)
    return (
        text[max(near, text.rfind("\n", near, at) + 1) : at],
        text[at : group.end],
        text[group.end : until if until >= 0 else group.end + REACH],
    )


def _is_told_at_large(line: str, head: str, sentence: tuple[str, str, str]) -> bool:
    """Whether the words are named in general on a line that tells of no document and of no failure."""
    before, inside, behind = sentence
    general = asks_the_reader(before, line[len(head) + len(inside) :]) or is_told_generally(head, before, behind)
    return general and not (_REPORTED.search(line) or _OWN.search(line) or _HAPPENED.search(line))


def _head(text: str, group: Group) -> str:
    """What stands before the group's words on their line."""
    words = max(group.start, group.words_at)
    start = max(0, group.start - REACH)
    return text[max(start, text.rfind("\n", start, words) + 1) : words]


def of_number(group: Group) -> bool:
    """Whether the group would be a duplicate number."""
    kind = group.kind or group.faint
    return kind is FaultKind.DUPLICATE_DOC_NUMBER or (kind is None and bool(group.code and group.code.name == "6140"))


def _code_alone(group: Group) -> bool:
    return not group.seen - {What.CODE, What.LOOSE_CODE, What.FIELD}


def is_record(text: str, group: Group) -> bool:
    """Whether a program wrote it as a record; `Error:` in front of a sentence people write as well."""
    own = group.fields.values()
    parts = [key for key in own if _HEADS_A_PART.search(text, max(0, key.start - NAME), key.start)]
    return len(parts) > 1 or any(_is_a_key(text, key) for key in own)


def _is_no_document(text: str, group: Group, line: str) -> bool:
    """Whether the number is that of another thing, or a bare 6140 in a text that has nothing to do with the books."""
    if of_number(group) and is_of_another_thing(line):
        return True
    said = group.kind or group.faint is FaultKind.DUPLICATE_DOC_NUMBER
    bare = not said and group.code is not None and group.code.name == "6140"
    return bare and has_no_books(text[max(0, group.start - FAR) : group.end + FAR].lower())


def _is_a_key(text: str, own: Mark) -> bool:
    return bool(_QUOTED_NAME.search(text, max(0, own.start - NAME), own.start))


def line_of(text: str, group: Group) -> str:
    """The line or lines that a group stands on, as far as they are near."""
    start, end = max(0, group.start - REACH), group.end + REACH
    until = text.find("\n", group.end, end)
    return text[max(start, text.rfind("\n", start, group.start) + 1) : until if until >= 0 else end]


def _sentence(text: str, group: Group) -> tuple[str, str, str]:
    """The sentence: what stands in front of the group's words, the words, and what stands behind."""
    start, end = max(0, group.start - REACH), group.end + REACH
    words = max(group.start, group.words_at)
    before, behind = text[start:words], text[group.end : end]
    last = max((found.end() for found in _BREAK.finditer(before)), default=0)
    first = _BREAK.search(behind)
    behind = behind[: first.start() + 1] if first else behind
    return before[last:].lower(), text[words : group.end].lower(), behind.lower()


def _denied(before: str, behind: str) -> bool:
    """Whether the sentence says that there is no such error, or none any more, or what is done if there is one."""
    near = behind[:NEAR]
    return bool(
        _NOT.search(before[-NEAR:])
        or _IN_CASE.search(before[-NEAR:])
        or _SOLVED.search(near)
        or _PASSED.match(near)
        or _SOLVED_FIRST.match(before)
    )


def _is_general(group: Group, before: str, inside: str, behind: str) -> bool:
    """Whether the sentence asks, teaches, promises or supposes; what QuickBooks' title heads are its own words."""
    inside = "" if What.TITLE in group.seen else inside
    asked = _ASKS.match(before)
    if asked and ":" not in before[asked.end() :]:
        return True
    supposed = _SUPPOSES.search(before + inside) or _SUPPOSED.match(behind) or _UNLESS.search(behind[:NEAR])
    taught = _TEACHES.search(before) or _OPTION.search(before[-NEAR:]) or _CODE_IS.search(before[-NEAR:])
    return bool(supposed or taught)


def _is_listed(text: str, group: Group) -> bool:
    """Whether the words stand in a list of what codes mean, as programs and help pages hold them."""
    start = max(0, group.start - REACH)
    return is_entry_of_codes(text[start : group.end + REACH], group.start - start)


# `"short_`, before the name of a field.
_QUOTED_NAME = re.compile(r"[\"'\[<][\w.-]{0,20}\Z")
_HEADS_A_PART = re.compile(r"(?:\A|[\n,;|({\[\t:=/]|[ ]{2}|-[ ])\W{0,8}(?:\w{1,12}[ ._-]?)?\Z")
_BREAK = re.compile(
    r"[.!?\n](?:(?<=[.!?])['\")\u201d\u2019]?\s+(?=[A-Z\"'\u201c(0-9\u00c0-\u00dd])|(?<=[!?])\s|(?<=\n))"
)
_LEAD = r"\W{0,6}(?:(?:q|question|faq|hi(?: all| there| team)?|hello|hey)\b\W{1,4})?"
_ASKS = re.compile(
    rf"{_LEAD}(?:what|why|how|when(?! (?:i|we|my|our)\b)|where|which|who|is|are|can|could|do|does|did|should|would"
    rf"|will|any(?:one|body)"
    r"|has any(?:one|body)|troubleshoot\w{0,3}|understanding|fixing|solving|resolving|about|avoiding|preventing)\b",
)
_NOT = re.compile(
    r"(?:\b(?:not|isn.t|wasn.t|aren.t|weren.t|neither|nor) (?:one|a single|an?|the|about|because of|due to|caused by)"
    r"(?: an?| the)?(?: (?:error|code))?"
    r"|\bno (?:invoice|bill|document|push|sync)s? (?:\w{1,12} ){0,2}(?:failed|bounced|came back) (?:with|by)(?: an?)?"
    r"|\bno longer (?!connected)\w{1,12}(?: an?| the| any)?|\bnever (?:\w{1,12} )?(?:\w{1,12} )?(?:an?|the|any)?"
    r"|\b(?:no|zero|0|without|without (?:an?|one|a single|even one)|without any|free of|instead of"
    r"|rather than)(?: more| further)?"
    r"|\b(?:nie wieder|nie mehr|schluss mit|plus jamais|nunca m.s|nunca mais|mai pi.|nooit meer"
    r"|keine lust (?:mehr )?auf"
    r"|ras le bol d.|marre d.|harto de|stanco di|genug von))"
    r"\W{0,3}\Z",
)
_IN_CASE = re.compile(r"\b(?:when|if|whenever|whether|where|once|unless|in case) (?:an?|any|another|the same) \Z")
_SOLVED = guarded(
    "fixed|solved|gone|repaired|corrected|no longer|never again|any more|anymore|doesn",
    r"(?<!invoice )(?<!document )(?<!bill )\b(?:(?:is|are|was|were|has been|have been|got) (?:now |already |since )?"
    r"(?:fixed|solved|resolved|gone|repaired|corrected)"
    r"|(?:no longer|never again|not any ?more|doesn.t (?:happen|occur|appear|come up)))\b",
)
_PASSED = re.compile(
    r"(?: errors?)?[\"'\u201d]?[ \t:=|\u2013\u2014-]{0,4}(?:(?:check|test|scan)[ \t:=|-]{1,4})?(?:passed|none\b"
    r"|not found|0\b|ok\b|(?:fixed|resolved|solved|mended)\b(?! the| it\b))",
)
_SOLVED_FIRST = re.compile(
    r"\W{0,6}(?:(?:bug ?)?fix(?:ed|es)?|resolved|solved|behoben|corrig\u00e9|corregido|opgelost|risolto|improved"
    r"|added|changed|new(?: in [\w. ]{1,12})?)\b"
    r"(?! invoice| bill| document| credit| needed| required| it\b| this| please)(?![^\n]{0,120}\b(?:now|still|again"
    r"|but) )",
)
_TEACHES = guarded(
    "symptom|a user |wish| about|each |every |all |any |shall|agreed that|want|would like|require|learn|lesson|explain"
    "|describe|means|number of|list of|kind|type|such as|e.g.|check that|verify that|confirm that|for example|handl"
    "|avoid|prevent|sure|we now|you will|may|might|can occur|how to",
    r"^\W{0,6}symptoms?:|\ba user (?:enters|types|creates|adds|picks|submits|saves|sends)\b"
    r"|(?<!it.s )(?<!says )\b(?:each|every|all|any) \Z"
    r"|\b(?:shall|i wish|(?:message|question|e-?mail) about|agreed that|wants? to|would like to|requires?"
    r"|required to)\b"
    r"|\b(?:learn|lesson|explain\w{0,4}|describes?(?! (?:your|the) (?:problem|issue|error))|means|number of|list of"
    r"|(?<!this )(?:kinds?|types?) of|such as|e\.g\.|(?:check|verify|confirm) that"
    r"|for example|handl(?:e(?! this| it| please)|es|ing)|avoids?|prevents?|make sure|ensures?|we now|you will"
    r"|you might|you may|may see|might see|can occur|shows?(?: you)? how to)\b",
)
_SUPPOSES = guarded(
    "if|wh|unless|in case|suppose",
    r"\b(?:if(?! you (?:look|check|scroll)\b| ?\([^()\n]{1,60}\) ?[-=]>)|whether|unless|in case|whenever|suppose"
    r"|when (?:an?|the|you|your|two"
    r"|another|duplicate)"
    r"|where (?:an?|the))\b",
)
_SUPPOSED = re.compile(
    r"\W{0,3}(?:errors? |message )?(?:\(?\d{4}\)? )?(?:means|appears|occurs|happens|comes up|is (?:raised"
    r"|returned|shown|thrown|caused)|can (?:appear|occur|happen)|usually|typically)\b"
    r"|\W{0,3}(?:should|shall|must) (?:raise|give|return|show|be (?:shown|rejected|refused|raised))\b"
    r"|\W{0,3}errors\b",
)
_UNLESS = re.compile(r"\b(?:unless|(?:if|when) (?:the|an?|two|another))\b")
_CODE_IS = re.compile(r"\bcode \d{3,5} is (?:the |an? )?[\"'\u201c]?\Z")
_OPTION = re.compile(r"(?:\([ xo]?\)|\[[ x]?\]|[\u2610\u2611\u2612\u25cb\u25cf])[^\n]{0,40}\Z")
# What is told of one document, or as something that has happened.
_REPORTED = guarded(
    "fail|rejected|refused|could|can|was|were not|not |we |i |getting|seeing|had|keep",
    r"\b(?:failed(?! (?:syncs|invoices|bills|documents|transactions|records|postings)\b)|rejected|refused"
    r"|couldn.t|could not|can.t be|cannot be|was not|wasn.t|were not"
    r"|not (?:synced|posted|sent|exported|saved|created|imported)"
    r"|(?<!do )(?<!can )(?<!did )(?:we|i) (?:got|get|keep|have|see)|(?:we|i).(?:m|re|ve) (?:getting|seeing|had)"
    r"|i (?:never|already|only|just|even|checked|tried|changed|deleted|looked|used)|keeps? (?:failing|getting)"
    r"|fails)\b",
)
_OWN = guarded(
    "invoice|bill|receipt|memo|estimate|document|inv|entry|cm|je|sr|est|rechnung|beleg|fact|facur|fattura|'s "
    "|\u2019s |my |our |this ",
    r"\b(?:invoice|bill|receipt|memo|estimate|document|inv|entry)s? (?:no\.? |number |# ?)?#?[\w/-]{0,12}\d"
    r"|\b(?:inv|bill|cm|je|sr|est|rechnung|beleg|fact?ura?|facture|fattura|factuur)[-_#/ ]{0,2}(?:nr\.? )?\d"
    r"|\b(?!customer|client|vendor|supplier|company|firm|today|that|user)[a-z]{3,20}['\u2019]s (?:\w{1,12} )?"
    r"(?:invoice|bill|receipt|memo|payment|order)"
    r"|\b(?:my|our|this) (?:invoice|bill|credit memo|receipt|sync)",
)
_HAPPENED = guarded(
    "won|will not|doesn|does not|don|did|can|refuses to|back|stop|bounced|blocked|halted|denied|aborted|attached"
    "|screenshot|yesterday|this morning|just now|urgent|asap|stuck",
    r"\b(?:won.t|will not|doesn.t|does not|don.t|didn.t|did not|cannot) (?:go|sync|post|save|export|import|upload"
    r"|work)"
    r"|\b(?:won.t|will not|doesn.t|refuses to) (?:take|accept|let)\b"
    r"|\b(?:is|are|it.s) back\b|\b(?:stopped|bounced|blocked|halted|denied|aborted|attached|screenshot|yesterday"
    r"|this morning|just now"
    r"|urgent|asap"
    r"|(?:is|got|are) stuck|can(?:.t|not) (?:sync|post|send|save|export|import|get))\b",
)
# A counter that stands at nothing, and what a log's lines look like.
_NOTHING_YET = re.compile(
    r"\A\W{0,6}(?:\w{3,60}\{[^\n}]{1,200}\} ?0\b|(?:log |message )?(?:format"
    r"|syntax)\b[^\n:]{0,20}:)"
)
