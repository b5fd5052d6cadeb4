"""How an amount is written in a sentence: plainly, with its cents, the same everywhere."""

from decimal import Decimal


def plain_amount(amount: Decimal | None, currency: str | None = None) -> str:
    """`1240` as `1240.00`, with the currency's code behind it where one is given; `unknown` for None."""
    if amount is None:
        return "unknown"
    exponent = amount.as_tuple().exponent
    cents = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{amount:.{cents}f} {currency}" if currency else f"{amount:.{cents}f}"
