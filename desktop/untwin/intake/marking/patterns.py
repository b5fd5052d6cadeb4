"""The pattern by which the parts of an error are marked, built so that a text is looked through once and fast."""

import re
from collections.abc import Iterator
from itertools import groupby

from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.sentences import FAINT_PHRASES, PHRASES, VALIDATION_TITLES


def _spaced(phrase: str) -> str:
    """The phrase as it may stand in a text, blanks being line wraps too."""
    return phrase.replace(" ?", r"\s{0,40}").replace(" ", r"\s{1,40}")


def _ranked() -> Iterator[tuple[str, FaultKind, int, str]]:
    for certainty, table in (("phrase", PHRASES), ("faint", FAINT_PHRASES)):
        for kind, phrases in table.items():
            for rank, phrase in enumerate(phrases):
                # The tail has its own reader.
                if not phrase.startswith("docnumber"):
                    yield f"{certainty}_{kind.name}_{rank}", kind, rank, _spaced(phrase)


# Behind these a number counts something.
_UNIT = r"\s?(?:%|dollars|euros?\b|pounds|usd\b|eur\b|items|rows|records|times\b|of\b|files|lines\b)"

# Letters that belong to a number make another one of it: `6140-ABC`, `6140B`.
_LETTERED = r"-(?!dup|doc|qbo?\b)[a-z]{1,4}\b|[a-z]\b"


def _digits(name: str) -> str:
    # Behind the level of a log's line stands the program's number: `ERROR 6140 --- [main]`.
    return rf"(?P<{name}_digits>[0-9]{{3,6}})(?![0-9]|[-/.:][0-9]|{_LETTERED}|\s{{1,3}}---|{_UNIT})"


# Behind a field's name; then what makes its value a record of its own.
_IS = r"[\"'\]]{0,2}\s{0,5}(?:=>|[:=](?!>))"
_NESTED = r"\s{0,40}(?:array\b|[\[{(]|b?[\"'`]{1,3}(?:\{|\[\s{0,3}\{))"
# Between "error" and its number; between "code" and a number of whatever.
_ERROR_TO = (
    r"(?:[ _-]{0,2}\(?(?:code|number|num|no\.?|id))?[\"'\]]?"
    r"(?:>(?:\s{0,20}<(?:number|code|no|id)>)?|\s{0,5}(?:=>|[:=\#-])\s{0,5}|[ ]{1,3}(?:is:? )?)?"
    r"[\"'(\[\#]{0,3}(?:4\d\d[ :,-]{1,3}(?=\d{4}\b))?"
)
_CODE_TO = r"(?:\s{1,4}d.erreur)?[\"'\]]{0,2}\s{0,5}(?:=>\s{0,40}|[:=](?!>))?\s{0,5}[\"'(\[\#]{0,3}"
_CODE_IS = r"[\"']?\s?[:=]\s?[\"'(]{0,2}"
_STATUS = r"(?P<strict_q_digits>401|429|50[0234])(?![0-9]|[-/.][0-9]|\(k)"
_ANSWERED = r"(?P<strict_w_digits>429|50[0234])(?![0-9]|,| or )"
_DUPLICATE_SETTING = _spaced(r"(?: me)? (?:on|if|when|about) duplicate [a-z]{1,12} numbers?")
# Behind a bare code in a sentence nothing is counted or named by it.
_CODE_ENDS = (
    r"(?![0-9]|[-/.:,][0-9])"
    r"(?=[.,;:!?)\n]|$| (?:on|for|again|from|twice|today|this|when|after|every|and|back|since|either|ce|sur|pour))"
)
_NOT_SOLVED = r"d(?:id|oes)(?: not|n['\u2019]?t) (?:solve|fix|clear|cure|stop|end|help with|get rid of)"
_CODE_OF = r"(?=: [a-z]| (?:on|for) [a-z]| for [0-9]{3})"
# A name with nothing behind it, and below an empty line the next name: `Error message:`, `Record: 7`.
_NOTHING = r"[ \t\r]{0,9}\n[ \t\r]{0,9}\n[ \t]{0,9}[a-z][\w ]{0,30}:[ \t]"
_VALUE = rf"{_IS}(?!{_NESTED}|{_NOTHING})\s{{0,5}}"

# (name, pattern beginning with a letter that is really there); of one letter the first that fits wins. What comes
# before the first underscore tells what the mark is.
_ALTERNATIVES = (
    ("setting_e", rf"error{_DUPLICATE_SETTING}"),
    ("setting_w", rf"warn(?:ing)?{_DUPLICATE_SETTING}"),
    ("setting_a", _spaced(r"allow duplicate [a-z]{1,12} numbers?")),
    ("setting_p", _spaced(r"prevent duplicate [a-z]{1,12} numbers?")),
    ("setting_d", _spaced(r"detect duplicate [a-z]{1,12} numbers?")),
    ("setting_c", _spaced(r"checks? for duplicate [a-z]{1,12} numbers?")),
    # Read off a picture it may come without its sign.
    ("number_d", r"doc\s?number(?:\s{0,8}[=:]|(?=\s\S{1,21}\sis\sassigned\sto\stxn))[ \t\r]{0,4}\n?[ \t]{0,4}"),
    *((f"title_q{place}", _spaced(title)) for place, title in enumerate(VALIDATION_TITLES)),
    *((name, pattern) for name, _, _, pattern in _ranked()),
    ("title_s", r"sync(?:ing|hronization)?\s{1,4}(?:has\s{1,4})?failed\s{0,3}[:\u2013\u2014-]\s{1,4}(?=[a-z\"\u201c])"),
    ("title_v", _spaced(r"validation ?exception was thrown")),
    ("title_b", _spaced(r"badrequestvalidation exception was thrown")),
    ("title_t", _spaced(r"third-party request failed")),
    ("clio_c", rf"code\s\({_digits('clio_c')}\)(?=\s?:)"),
    ("strict_e", rf"e(?:rrors?|rr|xception|rreur|rrore|rro){_ERROR_TO}{_digits('strict_e')}"),
    ("strict_v", rf"validation(?:fault|error|exception){_ERROR_TO}{_digits('strict_v')}"),
    ("strict_a", rf"auth(?:entication|orization)(?:fault|error|exception){_ERROR_TO}{_digits('strict_a')}"),
    ("strict_f", rf"f(?:aults?|ehler|out){_ERROR_TO}{_digits('strict_f')}"),
    ("strict_s", rf"status code {_STATUS.replace('strict_q', 'strict_s')}(?= and error message)"),
    ("strict_q", rf"q(?:uickbooks|bo)(?: online)?(?: (?:persistent|returned|answered|gave))?:? (?:http )?{_STATUS}"),
    ("strict_g", rf"got (?:an? |the )?{_digits('strict_g')}(?= (?:error |fault |back )?from q(?:uickbooks|bo)\b)"),
    ("told_o", rf"got (?:an? |the )?(?P<told_o_digits>6140){_CODE_ENDS}"),
    ("told_n", rf"gets? (?:an? |the )?(?P<told_n_digits>6140){_CODE_OF}"),
    ("told_p", rf"report(?:s|ed) (?:an? |the )?(?P<told_p_digits>6140){_CODE_OF}"),
    ("told_m", rf"answer(?:s|ed) (?:an? |the |with )?(?P<told_m_digits>6140){_CODE_OF}"),
    ("told_k", rf"keep(?:s)? getting (?:an? |the )?(?P<told_k_digits>6140){_CODE_ENDS}"),
    ("told_l", rf"still (?:get|getting) (?:an? |the )?(?P<told_l_digits>6140){_CODE_ENDS}"),
    ("told_c", rf"c(?:ame|omes?|oming) back with (?:an? |the )?(?P<told_c_digits>6140){_CODE_ENDS}"),
    ("told_e", rf"encore une? (?P<told_e_digits>6140){_CODE_ENDS}"),
    ("told_a", rf"again (?:an? |the )?(?P<told_a_digits>6140){_CODE_ENDS}"),
    ("told_d", rf"{_NOT_SOLVED} (?:an? |the |this |that |our )?(?P<told_d_digits>6140){_CODE_ENDS}"),
    ("told_w", rf"failed with (?:an? |the )?(?P<told_w_digits>6140){_CODE_ENDS}"),
    # As QuickBooks Desktop answers.
    ("strict_d", r"statuscode[\"' :=]{1,4}(?P<strict_d_digits>3[0-9]{3})(?![0-9])"),
    ("strict_w", rf"responded with (?:a )?(?:http )?(?:status|code)(?: code)?:? {_ANSWERED}"),
    ("strict_r", rf"request failed with status code {_STATUS.replace('strict_q', 'strict_r')}"),
    ("strict_qc", rf"q(?:uickbooks|bo)[ _-]?(?:error[ _-]?)?code{_CODE_IS}{_digits('strict_qc')}"),
    ("strict_ic", rf"intuit[ _-]?(?:error[ _-]?)?code{_CODE_IS}{_digits('strict_ic')}"),
    ("loose_c", rf"code{_CODE_TO}{_digits('loose_c')}"),
    ("loose_o", rf"c(?:\u00f3|o)dig?[oc]e?{_CODE_TO}{_digits('loose_o')}"),
    ("key_m", rf"m(?:essage|sg|ore[ _]error[ _]?detail)(?P<key_m_name>){_VALUE}"),
    ("key_d", rf"details?(?P<key_d_name>){_VALUE}"),
    ("key_e", rf"error(?:[ _]?(?:message|details?|description))?(?P<key_e_name>){_VALUE}"),
    ("key_s", rf"sync[ _]?(?:error|message)(?P<key_s_name>){_VALUE}"),
    ("envelope_f", rf"fault(?:s?{_IS}{_NESTED}|\s{{1,5}}type=|[=:]\s?fault\s?[({{])"),
    ("envelope_e", rf"error{_IS}(?!\s?\[object ){_NESTED}"),
)

RANKED = {name: (kind, rank) for name, kind, rank, _ in _ranked()}


def _by_letter() -> str:
    """One branch a letter: the search skips to the letters that a word of ours begins with, and only words' first."""
    letters = sorted(_ALTERNATIVES, key=lambda alternative: alternative[1][0])
    return "|".join(
        f"{letter}(?<![a-z0-9]{letter})(?:" + "|".join(f"(?P<{name}>{rest[1:]})" for name, rest in same) + ")"
        for letter, same in groupby(letters, key=lambda alternative: alternative[1][0])
    )


# For text in lower case. Bounded repeats throughout: no text takes more than its length.
MARK = re.compile(
    r"\}(?P<stop_brace>)"
    r"|<(?:/?error\b(?!>\s{0,20}<(?:number|code|no|id)>[0-9])(?P<stop_tag>)|(?P<tag>message|detail)>)"
    r"|\n[ \t\r]{0,80}\n(?P<stop_blank>)"
    r"|\[[0-9]{1,3}\]\s{0,4}=>(?P<stop_item>)"
    r"|" + _by_letter()
)
# `account code 6140`, `status code 400`: numbers of something else.
OTHER_CODES = re.compile(
    r"(?:account|acct|gl|ledger|item|zip|postal|post|area|tax|product|class|country|currency"
    r"|project|matter|client|customer|vendor|task|activity|expense|billing|cost|sort|promo|discount|source)"
    r"[ _\"'-]{0,3}$"
)
# Behind these a number of three figures is HTTP's.
HTTP_CODES = re.compile(r"(?:status|response|http)[ _\"'-]{0,3}$")
# Where a quoted value ends: the quote before the next name, the end of the record or of the line.
QUOTED_END = {
    quote: re.compile(
        rf"{quote}\s{{0,20}}(?:[}}\])]\s{{0,20}}(?:[,;}}\])\n\"'<]|$)|,\s{{0,60}}[\"':]?[\w$ -]{{1,40}}[\"']?\s{{0,5}}"
        rf"(?:=>|[:=](?!>))|,?\s{{0,5}}$|,?[ \t\r]{{0,9}}\n|[;<])"
    )
    for quote in "\"'"
}
TAG_END = re.compile("</")
BARE_END = re.compile(
    r"\s\[[\w ]{1,30}\]\s{0,3}=>|"
    # Go puts nothing between its fields: `Detail:.. Message:..`.
    r"\s(?:message|detail|code|element|type):(?=[^\s/])|"
    r",\s{0,5}[\"'][\w $-]{1,40}[\"']\s{0,5}(?:=>|:)"
    r"|[,;]\s{0,5}(?:more )?(?:error[ _]?)?(?:message|detail|code|element|status ?code|type)s?\b|[\n}\]|<]"
)
