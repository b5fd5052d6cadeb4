"""Money and dates as the person's locale writes them; a currency code only where it isn't the company's own."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale, QTime

from untwin.ui.kit.words import tr

_WEEK = 7
_SHORT = QLocale.FormatType.ShortFormat


def money(
    amount: Decimal | None, currency: str | None = None, home: str | None = None, locale: QLocale | None = None
) -> str:
    """An amount with two decimals, e.g. `1,240.00`, `EUR 1,240.00`; empty where none is known.

    The figure never passes through a float: digits are grouped here with the locale's own signs.
    """
    if amount is None:
        return ""
    locale = locale or QLocale()
    whole, _, cents = f"{abs(amount):.2f}".partition(".")
    grouped = locale.groupSeparator().join(_threes(whole))
    figure = f"{locale.negativeSign() if amount < 0 else ''}{grouped}{locale.decimalPoint()}{cents}"
    foreign = currency is not None and home is not None and currency != home
    return f"{currency} {figure}" if foreign else figure


def sums_words(sums: Iterable[tuple[str, Decimal]]) -> list[str]:
    """Sums by their currency's code, each with it; one without says so."""
    return [money(amount, code, "") if code else tr("{}, no currency").format(money(amount)) for code, amount in sums]


def _threes(digits: str) -> list[str]:
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    return parts + [digits[i : i + 3] for i in range(head, len(digits), 3)]


def medium_day(value: date | None, locale: QLocale | None = None) -> str:
    """A date that can't be misread between countries: day, month by name, year."""
    return _day(value, "d MMM yyyy", locale) if value else ""


def clock(at: datetime) -> str:
    """The time of day of a moment, by the clock that it carries."""
    locale, plain = QLocale(), "HH:mm"  # a computer that names no country would show seconds
    time = QTime(at.hour, at.minute)
    return locale.toString(time, plain if locale.language() is QLocale.Language.C else locale.timeFormat(_SHORT))


def coming(at: datetime, now: datetime) -> str:
    """A moment to come, by the clocks that both carry: `today, 17:05`, `Mon 30 Nov, 08:00`."""
    day = tr("today") if at.date() == now.date() else _day(at.date(), "ddd d MMM")
    return tr("{}, {}").format(day, clock(at))


def coming_short(at: datetime, now: datetime) -> str:
    """The same where there is little room: `17:05`, `Mon 08:00`, `12 Dec`."""
    days = (at.date() - now.date()).days
    if days <= 0:
        return clock(at)
    return tr("{} {}").format(_day(at.date(), "ddd"), clock(at)) if days < _WEEK else _day(at.date(), "d MMM")


def locale_named(name: str) -> QLocale:
    """The locale of a name, the computer's own for none."""
    return QLocale(name) if name else QLocale.system()


def _day(value: date, form: str, locale: QLocale | None = None) -> str:
    return (locale or QLocale()).toString(QDate(value.year, value.month, value.day), form)
