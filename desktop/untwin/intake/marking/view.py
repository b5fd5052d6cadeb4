"""Undoes what programs, pages and mails do to a text (escapes, markup, quoting), remembering where each piece stood."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from untwin.intake.marking.broken import goes_on_behind, width_of

# How often a text may be wrapped in another (JSON in a JSON string in a page in a mail is four).
LAYERS = 5


@dataclass(frozen=True, slots=True)
class View:
    """A text made readable, and for each of its positions the one it was made from.

    Attributes:
        text: the readable text.
        lower: the same, letter for letter, in lower case.
        starts: where each piece starts in `text`, rising; the first at 0.
        origins: beside it, where that piece starts in the text below.
        stops: beside it, where it ends there.
        below: the view this one was made from; None when that is the raw text.
    """

    text: str
    lower: str
    starts: list[int]
    origins: list[int]
    stops: list[int]
    below: "View | None" = None

    def raw(self, start: int) -> int:
        """The raw position of the character at `start`."""
        piece = bisect_right(self.starts, start) - 1
        origin = self.origins[piece]
        if self._copied(piece):
            origin += start - self.starts[piece]
        return self.below.raw(origin) if self.below else origin

    def raw_end(self, end: int) -> int:
        """The raw position behind the character before `end`; nothing that was dropped after it is counted in."""
        if end <= 0:
            return self.raw(0)
        piece = bisect_right(self.starts, end - 1) - 1
        stop = self.stops[piece]
        if self._copied(piece):
            stop = self.origins[piece] + end - self.starts[piece]
        return self.below.raw_end(stop) if self.below else stop

    def _copied(self, piece: int) -> bool:
        last = piece + 1 == len(self.starts)
        length = (len(self.text) if last else self.starts[piece + 1]) - self.starts[piece]
        return length == self.stops[piece] - self.origins[piece]


def peel(raw: str) -> View:
    """The raw text without its wrappings; linear in its length, at most `LAYERS` passes."""
    plain = raw.translate(_FULL_WIDTH) if _WIDE.search(raw) else raw
    view = View(plain, lower(plain), [0], [0], [len(raw)])
    for _ in range(LAYERS):
        peeled = _once(view)
        if peeled is view:
            break
        view = peeled
    return view


def lower(text: str) -> str:
    """The text in lower case, letter for letter (`str.lower` makes two characters of one Turkish letter)."""
    return text.replace("\u0130", "I").lower()


def _once(view: View) -> View:
    if not any(sign in view.text for sign in _SIGNS) and not width_of(view.lower):
        return view
    parts: list[str] = []
    starts, origins, stops = [], [], []
    done = length = 0
    betrayed = tuple(name for name, (sign, _) in _SPECIAL.items() if sign.search(view.text))
    for match in _wrapping(betrayed, width_of(view.lower)).finditer(view.text):
        for piece, origin in ((view.text[done : match.start()], done), (_meant(match), match.start())):
            if piece:
                parts.append(piece)
                starts.append(length)
                origins.append(origin)
                stops.append(match.start() if origin == done and origin < match.start() else match.end())
                length += len(piece)
        done = match.end()
    if not done:
        return view
    parts.append(view.text[done:])
    starts.append(length)
    origins.append(done)
    stops.append(len(view.text))
    text = "".join(parts)
    return View(text, lower(text), starts, origins, stops, view)


def _meant(match: re.Match[str]) -> str:
    token = match.group()
    if match.lastgroup == "entity":
        return html.unescape(token)
    if match.lastgroup == "escape":
        return _ESCAPES.get(token[1]) or token[1:]
    if match.lastgroup == "unicode":
        return chr(int(match.group("hex"), 16))
    if match.lastgroup in ("mailed", "percent", "bytes"):
        return _mailed(token.replace("\\x", "%"))
    if match.lastgroup == "block":
        return "\t" if _CELL.match(token) else "\n"
    said = _PLAIN.get(match.lastgroup or "", "")
    return match.expand(said) if "\\g" in said else said


# Wrappings that always stand for the same, or for a part of theirs.
_PLAIN = {
    "shown": r"\n\g<part>: ",
    "tooltip": r"\g<tip>",
    "plus": " ",
    "field": ",",
    "doubled": '"',
    "ended": "\n",
    "wrapped": " ",
    "leads": ": ",
    "next": ", ",
}


def _mailed(token: str) -> str:
    """What a run of `=C3=A9` or `%C3%A9` stands for; a line that only goes on has none."""
    data = bytes.fromhex(token.replace("=", "").replace("%", "")) if token[1:2].isalnum() else b""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


# Without one of these there is nothing to undo.
_SIGNS = (
    "&",
    "\\",
    "<",
    ">",
    "+",
    "string(",
    "=3D",
    "%20",
    "*",
    "`",
    "|",
    "#",
    "//",
    '""',
    "\x00",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "u'",
    "\u2502",
    "\u2503",
    "\u2551",
    "Error",
    ":pr",
)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}
_CELL = re.compile(r"</?t[dh]\b", re.IGNORECASE)
_INLINE = (
    "a|abbr|b|bdi|button|code|em|font|i|img|input|kbd|label|mark|small|span|strong|sub|sup|svg|path|u|wbr|samp|tt"
    # What Word puts into the pages and mails that it makes.
    r"|o:p|st1:\w{1,20}"
)
_BLOCK = (
    "address|article|aside|blockquote|body|br|center|dd|details|div|dl|dt|fieldset|footer|form|h[1-6]|head|header|hr"
    "|html|li|link|main|meta|nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
# Bounded and possessive throughout, so that no input makes a pass slower than its length.
_TOKENS = (
    r"(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp|[aeioucnyAEIOUCNY](?:acute|grave|circ|cedil|uml|tilde)|szlig|[aA]ring|oslash|aelig"
    r"|shy|zwn?j|e[nm]sp|thinsp|hellip|middot|bull|euro|pound|deg|ord[mf]|laquo|raquo|rsquo|lsquo"
    r"|ldquo|rdquo|ndash|mdash|\#\d{1,6}|\#[xX][0-9a-fA-F]{1,5});)"
    r"|\\u(?P<unicode>(?P<hex>[0-9a-fA-F]{4}))"
    r"|(?P<escape>\\[\"'/\\nrtbf]|(?<=\w)\\[_#](?=\w))"
    # What a form offers to choose from.
    r"|(?P<choice><option(?=[\s>])[^<>]{0,400}+>[^<]{0,300}+)"
    rf"|(?P<inline></?(?:{_INLINE})(?=[\s>/])[^<>]{{0,4000}}+>)"
    rf"|(?P<block></?(?:{_BLOCK})(?=[\s>/])[^<>]{{0,4000}}+>)"
    r"|(?P<quoting>^(?:(?:[ \t]{0,3}>){1,12}(?!=)[ \t]?|[ \t]{0,8}(?:[|*#]|//)[ \t]{1,4}(?=[\w\"'({\[])))"
    r"|(?P<joined>(?P<q>[\"'])[ \t]{0,4}\+[ \t]{0,4}\r?\n[ \t]{0,80}(?P=q))"
    # What PHP's var_dump puts before a text.
    r"|(?P<counted>\bstring\([0-9]{1,7}\) (?=\"))"
    r"|(?P<nothing>[\x00\u200b\u200c\u200d\u2060\ufeff\u00ad]+)"
)
# Wrappings whose signs mean something else in other texts: what betrays each, and how it is undone.
_SPECIAL = {
    # A record in a table's cell has its quotes doubled; elsewhere two quotes are an empty text.
    "cell": (re.compile(r"[{,] ?\"\"\w{1,40}\"\" ?:"), r"(?P<doubled>\"\")"),
    # The source of a mail, where `=` itself is written `=3D`; a number alone could begin with 3D.
    "mail": (re.compile(r"\bTxn(?:Type|Id)=3D", re.IGNORECASE), r"(?P<mailed>(?:=[0-9A-F]{2}){1,12}|=\r?\n)"),
    # An address: `%20` stands between words.
    "address": (
        re.compile(r"[A-Za-z]%20[A-Za-z]|\+%3A|(?:Number|Type|Id)%3D", re.IGNORECASE),
        r"(?P<percent>(?:%[0-9A-Fa-f]{2}){1,12})",
    ),
    # A form's answer: a plus stands between words.
    "form": (
        re.compile(r"[A-Za-z]\+[A-Za-z]{1,20}\+[A-Za-z]{1,20}\+"),
        r"(?P<plus>(?<=\w)\+(?=[\w%])|(?<=[.,])\+)|(?P<field>&(?=\w{1,30}=))",
    ),
    # Python's old way to print a text.
    "prefix": (re.compile(r"[{\[(]u['\"]"), r"(?P<prefix>(?<![\w'\"])u(?=['\"]))"),
    # How Intuit's library for PHP shows what it has: `IntuitErrorCode:{6000} IntuitErrorMessage:{..}`.
    "shown": (
        re.compile(r"IntuitErrorType:\{"),
        r"(?P<closing>\}(?=[ ]{0,2}IntuitError))|(?P<shown>IntuitError(?P<part>Type|Code|Element|Message|Detail):\{)",
    ),
    # How PHP prints what belongs to an object: `[intuitErrorCode:Intuit\\Fault:private] => 6240`, or behind a dash.
    "private": (
        re.compile(r":(?:private|protected)\]|-intuitError"),
        r"(?P<private>:(?:\"?[\w\\]{1,120}\"?:)?(?:private|protected)(?=\])|(?<=[\[\"-])intuit(?=Error))",
    ),
    # Tags under a name of their own for QuickBooks' words: `<ns2:Message>`.
    "namespace": (
        re.compile(r"</?\w{1,20}:(?:fault|error|message|detail)\b", re.IGNORECASE),
        r"(?P<namespace>(?:(?<=<)|(?<=</))\w{1,20}:(?=(?:fault|error|message|detail|intuitresponse)\b))",
    ),
    # How Python prints the bytes of letters: `N\xc2\xb0 12`; below \xa0 there are none.
    "bytes": (
        re.compile(r"\\x[a-f][0-9a-f]", re.IGNORECASE),
        r"(?P<bytes>\\x[a-f][0-9a-f](?:\\x[89a-f][0-9a-f]){0,12})",
    ),
    # How Erlang prints its records: `{code,<<"6140">>},{message,<<..`.
    "binaries": (
        re.compile(r"\{\w{1,40},<<\""),
        r"(?P<leads>,<<(?=\"))|(?P<next>(?<=\")>>\},\s?\{)|(?P<closed>(?<=\")>>)",
    ),
    # What a page shows when the mouse rests on a sign.
    "tooltip": (
        re.compile(r"\b(?:title|aria-label|alt|data-[\w-]{1,30})=[\"'][^\"'<>]{0,200}doc ?number", re.IGNORECASE),
        (
            r"(?P<tooltip><[a-z]\w{0,12}+\s[^<>]{0,400}?\b(?:title|aria-label|alt|data-[\w-]{1,30})="
            r"(?P<mark>[\"'])(?P<tip>[^<>\"']{0,200}?doc ?number[^<>\"']{0,600})(?P=mark)[^<>]{0,400}>)"
        ),
    ),
    # How a log of the system writes a line's end.
    "system log": (
        re.compile(r"#01[125]"),
        r"(?P<ended>(?<=[.:;)\"'}])#01[125](?=[\w{\"'\t ])|(?<=\w)#01[125](?=[\"'{]|[A-Z][a-z]{1,20}[: ]))",
    ),
    # A cell of a drawn table that goes on in the line below, where nothing else stands.
    "drawn": (
        re.compile(r"^[+\u2514\u251c\u2517\u2523\u2560\u255a][-=+\u2500-\u256c]{3,}", re.MULTILINE),
        (
            r"(?P<wrapped>(?<! )[ ]{0,200}+[|\u2502\u2503\u2551][ \t\r]{0,3}\n[ ]{0,8}"
            r"(?:[|\u2502\u2503\u2551][ ]{1,200}+){2,12}(?=[^\s|\u2502\u2503\u2551+-]))"
        ),
    ),
    # Words made bold or set as code; elsewhere a star may be part of a number.
    "emphasis": (
        re.compile(r"(?:doc ?number|txn ?type|txn ?id)=?[*`]|[*`](?:doc ?number|txn ?type|txn ?id)\b", re.IGNORECASE),
        r"(?P<emphasis>[*`]{1,3})",
    ),
}


@lru_cache(maxsize=32)
def _wrapping(special: tuple[str, ...], width: int) -> re.Pattern[str]:
    """What is undone in a text that the signs of these have betrayed, and whose lines break words at a width."""
    ours = [_SPECIAL[name][1] for name in special]
    # What a tag shows goes before the tag itself.
    first = [_SPECIAL[name][1] for name in special if name == "tooltip"]
    broken = [goes_on_behind(width)] if width else []
    wrappings = (*first, _TOKENS, *(own for own in ours if own not in first), *broken)
    return re.compile("|".join(wrappings), re.IGNORECASE | re.MULTILINE)


# The letters that East Asian keyboards make twice as wide.
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)}
_WIDE = re.compile("[\uff01-\uff5e]")
