"""Reads amounts and days as they stand in answers from outside; what can't be read is None, never a guess."""

from datetime import date
from decimal import Decimal, InvalidOperation


def amount_of(value: object) -> Decimal | None:
    """A finite amount, or None."""
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def day_of(value: object) -> date | None:
    """A day that begins with YYYY-MM-DD, or None."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
