"""How an amount is written: plainly for programs and fields, and in one way in every sentence."""

from decimal import Decimal


def plain_amount(amount: Decimal | None, currency: str | None = None) -> str:
    """`1240` as `1240.00`, with the currency's code behind it where one is given; `unknown` for None.

    For JSON, and for what is typed on in a field. Sentences are written with `told_amount`.
    """
    if amount is None:
        return "unknown"
    return f"{_figure(amount, '')} {currency}" if currency else _figure(amount, "")


def told_amount(amount: Decimal | None, currency: str | None = None, home: str | None = None) -> str:
    """`1240` as `1,240.00`, as `EUR 1,240.00` where the currency isn't the company's own; `unknown` for None.

    Sentences are English, and so are their figures; the window's tables are written by the person's locale.
    """
    if amount is None:
        return "unknown"
    figure = _figure(amount, ",")
    return f"{currency} {figure}" if currency and currency != home else figure


def _figure(amount: Decimal, grouped_by: str) -> str:
    exponent = amount.as_tuple().exponent
    cents = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{amount:{grouped_by}.{cents}f}"
