"""Money and dates as the person's locale writes them; a currency code only where it isn't the company's own."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale


def money(amount: Decimal | None, currency: str | None = None, home: str | None = None) -> str:
    """An amount with two decimals, e.g. `1,240.00`, `EUR 1,240.00`; empty where none is known.

    The figure never passes through a float: digits are grouped here with the locale's own signs.
    """
    if amount is None:
        return ""
    locale = QLocale()
    whole, _, cents = f"{abs(amount):.2f}".partition(".")
    grouped = locale.groupSeparator().join(_threes(whole))
    figure = f"{locale.negativeSign() if amount < 0 else ''}{grouped}{locale.decimalPoint()}{cents}"
    foreign = currency is not None and home is not None and currency != home
    return f"{currency} {figure}" if foreign else figure


def _threes(digits: str) -> list[str]:
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    return parts + [digits[i : i + 3] for i in range(head, len(digits), 3)]


def day(value: date | None) -> str:
    """A date for reading, e.g. `12 Oct 2026` or as the locale has it; empty where none is known."""
    if value is None:
        return ""
    return QLocale().toString(QDate(value.year, value.month, value.day), QLocale.FormatType.ShortFormat)


def medium_day(value: date | None) -> str:
    """A date that can't be misread between countries: day, month by name, year."""
    if value is None:
        return ""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")
