"""Reads amounts, currencies and days as people and programs print them; what may mean two things is None."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

# Longer prints are no amount and no day.
LONGEST = 60


def amount_printed(printed: str, *, mark: str | None = None) -> Decimal | None:
    """The amount in `1.234,56`, `1,234.56`, `(85.00)`, `1 200,00 EUR`, `$ 85`, `85.00-`; None if it is no amount.

    Three figures behind a single mark are thousands, as money has two behind its decimal mark; where a currency of
    three decimals is named, or where it is the decimal `mark` of the other amounts, it may mean two things and is None.
    """
    if len(printed) > LONGEST:
        return None
    figures, negative = _figures(printed)
    if figures is None:
        return None
    plain = _without_groups(figures, printed, mark)
    if plain is None:
        return None
    amount = Decimal(plain)
    return -amount if negative else amount


def decimal_mark(printed: Iterable[str]) -> str | None:
    """The mark before the cents in a column of amounts, as far as one of them settles it; None if none or if both."""
    settled = {mark for value in printed if len(value) <= LONGEST and (mark := _mark(value))}
    return settled.pop() if len(settled) == 1 else None


def _mark(printed: str) -> str | None:
    figures = _GROUP_SIGN.sub("", _figures(printed)[0] or "")
    marks = [c for c in figures if c in ".,"]
    if not marks:
        return None
    behind = len(figures) - figures.rfind(marks[-1]) - 1
    if len(set(marks)) == 1 and len(marks) > 1:
        return "." if marks[0] == "," else ","
    return None if len(marks) == 1 and behind == _GROUP and figures[0] != "0" else marks[-1]


def currency_printed(printed: str) -> str | None:
    """The currency's code in or beside an amount, `EUR` for a euro sign; None for a bare dollar, which is many's."""
    if len(printed) > LONGEST:
        return None
    word = _CURRENCY_WORD.search(printed)
    if word:
        return word.group("code").upper()
    return next((code for sign, code in _SIGNS if sign in printed), None)


def day_printed(printed: str, *, day_first: bool | None = None) -> dt.date | None:
    """The day in `2026-03-14`, `14.03.2026`, `March 14, 2026`, `14 mars 2026`; a time behind it is passed over.

    `03/04/2026` is None unless `day_first` says which is meant.
    """
    if len(printed) > LONGEST:
        return None
    text = " ".join(printed.split())
    iso = _ISO.match(text)
    if iso:
        return _day(*(int(part) for part in iso.groups()))
    short = _SHORT.match(text)
    if short:
        return _short_day(short, day_first=day_first)
    return _named_day(text)


def day_in_column(printed: str, *, day_first: bool | None = None) -> dt.date | None:
    """The day in a cell that holds a day and nothing else: there `20260314` is one, too."""
    compact = _COMPACT.fullmatch(printed.strip()) if len(printed) <= LONGEST else None
    if compact:
        return _day(*(int(part) for part in compact.groups()))
    return day_printed(printed, day_first=day_first)


def may_be_two_days(printed: str) -> bool:
    """Whether it is a day, and another one where days are written in the other order."""
    one, other = (day_in_column(printed, day_first=first) for first in (True, False))
    return None not in (one, other) and one != other


def day_first(printed: Iterable[str]) -> bool | None:
    """Whether a column's days are written day first: one that can only be so settles all; None if none or if both."""
    shorts = (_SHORT.match(" ".join(value[:LONGEST].split())) for value in printed)
    pairs = {(int(short.group(1)), int(short.group(3))) for short in shorts if short}
    # Of the two only a day can be above twelve.
    settled = {first > second for first, second in pairs if (first > MONTHS) is not (second > MONTHS)}
    return settled.pop() if len(settled) == 1 else None


MONTHS = 12
# A year beyond these was mistyped or is no year.
YEARS = range(1980, 2100)


def _figures(printed: str) -> tuple[str | None, bool]:
    """The figures with their marks, and whether a sign or brackets make them negative."""
    text = _CURRENCY_WORD.sub(" ", unicodedata.normalize("NFKC", printed)).strip()
    text = _SIGN.sub("", text).replace("\u2212", "-").replace("\u2013", "-").strip()
    bracketed = text.startswith("(") and text.endswith(")")
    if bracketed:
        text = text[1:-1].strip()
    credit = _CREDIT.search(text)
    text = text[: credit.start()] if credit else text
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None, False
    return found.group("figures"), bracketed or bool(credit) or bool(found.group("minus") or found.group("behind"))


def _without_groups(figures: str, printed: str, mark: str | None = None) -> str | None:
    """The figures as Python writes them; None where the marks make no sense."""
    figures = _GROUP_SIGN.sub("", figures).rstrip("-")
    if figures[:2] in ("0.", "0,") or _LAKHS.fullmatch(figures):
        # `0.125` has a decimal mark whatever follows it; in India the groups above the thousands have two figures.
        return figures.replace(",", "." if figures[0] == "0" else "")
    marks = [c for c in figures if c in ".,"]
    if not marks:
        return figures
    last = figures.rfind(marks[-1])
    behind = len(figures) - last - 1
    if len(set(marks)) == 1 and (len(marks) > 1 or behind == _GROUP):
        if len(marks) == 1 and (marks[0] == mark or _THREE_DECIMALS.search(printed)):
            return None
        grouped = _GROUPED.fullmatch(figures)
        return figures.replace(marks[0], "") if grouped else None
    whole, decimals = figures[:last], figures[last + 1 :]
    if any(c in ".," for c in whole) and not _GROUPED.fullmatch(whole):
        return None
    return f"{whole.replace('.', '').replace(',', '') or '0'}.{decimals or '0'}"


def _short_day(short: re.Match[str], *, day_first: bool | None) -> dt.date | None:
    first, second, year = int(short.group(1)), int(short.group(3)), short.group(4)
    if len(year) != len("2026"):
        # 26/03/04 may begin with its year.
        year = "20" + year
        if day_first is None and short.group(2) != "." and first > MONTHS:
            return None
    if short.group(2) == "." or first > MONTHS:
        day_first = True
    elif second > MONTHS:
        day_first = False
    elif first == second:
        day_first = True
    if day_first is None:
        return None
    return _day(int(year), second, first) if day_first else _day(int(year), first, second)


def _named_day(text: str) -> dt.date | None:
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    found = _DAY_MONTH.match(plain) or _MONTH_DAY.match(plain)
    if found is None:
        return None
    month = _MONTH_NAMES.get(found.group("month")[:3]) or _MONTH_NAMES.get(found.group("month")[:4])
    year = found.group("year") if len(found.group("year")) == len("2026") else f"20{found.group('year')}"
    return _day(int(year), month, int(found.group("day"))) if month else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year not in YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_GROUP = 3
_CODES = (
    *("usd", "cad", "aud", "nzd", "gbp", "eur", "chf", "sek", "nok", "dkk", "pln", "czk", "huf", "ron", "jpy", "cny"),
    *("inr", "sgd", "hkd", "mxn", "brl", "zar", "ils", "aed", "php", "myr", "thb", "try", "kwd", "bhd"),
    *("omr", "jod", "tnd"),
)
_CURRENCY_WORD = re.compile(rf"(?<![A-Za-z])(?P<code>{'|'.join(_CODES)})(?![A-Za-z])", re.IGNORECASE)
_THREE_DECIMALS = re.compile(r"(?<![A-Za-z])(?:kwd|bhd|omr|jod|tnd)(?![A-Za-z])", re.IGNORECASE)
_SIGNS = (
    *(("US$", "USD"), ("CA$", "CAD"), ("C$", "CAD"), ("AU$", "AUD"), ("NZ$", "NZD"), ("A$", "AUD"), ("R$", "BRL")),
    *(("\u20ac", "EUR"), ("\u00a3", "GBP"), ("\u20b9", "INR"), ("z\u0142", "PLN"), ("K\u010d", "CZK")),
    *(("\u20aa", "ILS"), ("\u20b1", "PHP"), ("\u20ba", "TRY"), ("\u0e3f", "THB")),
)
_SIGN = re.compile(
    r"(?:US|CA|AU|NZ|[ACR])?\$|[\u20ac\u00a3\u00a5\u20b9\u20aa\u20b1\u20ba\u0e3f]"
    r"|(?<![^\W\d])(?:fr|kr|z\u0142|k\u010d|ft|lei)\.?(?!\w)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\s{0,3}\bcr\.?\Z", re.IGNORECASE)
_GROUP_SIGN = re.compile(r"(?<=\d)[ \u00a0\u202f'\u2019](?=\d{3}(?!\d))")
_AMOUNT = re.compile(
    r"(?P<minus>-)?[ +]?(?P<figures>(?:"
    r"\d{1,3}(?:[ \u00a0\u202f'\u2019.,]\d{3}){1,5}|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,15})"
    r"(?:[.,](?:\d{1,6}|-{1,2}))?|[.,]\d{1,4})"
    r"\s?(?P<behind>-)?"
)
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,4})?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+")
_TIME = r"(?:[ T,].{0,40})?"
_ISO = re.compile(r"(\d{4})(?:[-/.]|\s?[\u5e74\ub144]\s?)(\d{1,2})(?:[-/.]|\s?[\u6708\uc6d4]\s?)(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SHORT = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/.-])")
_DAY_MONTH = re.compile(
    r"(?:[a-z]{2,10}\.?,? )?(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|o)?[ -](?:de |of )?"
    r"(?P<month>[a-z]{3,10})\.?,?[ -](?:de |del )?(?P<year>\d{4}|(?<=-)\d\d)\b"
)
_MONTH_DAY = re.compile(
    r"(?:[a-z]{2,10}\.?,? )?(?P<month>[a-z]{3,10})\.?[ -](?P<day>\d{1,2})(?:st|nd|rd|th)?,?[ -](?P<year>\d{4})\b"
)
# English, French, German, Spanish, Dutch, Portuguese, Italian: by their first three letters, or four.
_MONTH_NAMES = {
    name: month
    for month, names in enumerate(
        (
            "jan ene gen",
            "feb fev fevr",
            "mar mrt maer maar",
            "apr avr abr",
            "may mai mag mei maio mayo",
            "juin jun giu",
            "juil jul lug",
            "aug aou ago",
            "sep set",
            "oct okt out ott",
            "nov",
            "dec dez dic",
        ),
        1,
    )
    for name in names.split()
}
