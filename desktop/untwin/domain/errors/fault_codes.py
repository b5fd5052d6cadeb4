"""Knows the kind of an error by the code that QuickBooks gives it."""

from untwin.domain.errors.faults import FaultKind

# QuickBooks' codes have so many figures, with few exceptions; other numbers beside words are HTTP's or a document's.
OWN_FIGURES = 4
# QuickBooks Desktop's codes: what it says of a number is no matter of QuickBooks Online.
OF_THE_DESKTOP = ("3140", "3170", "3171", "3175", "3176", "3180", "3210", "3260")
# HTTP's codes for a request that was refused, whatever the reason.
REFUSED = ("400", "403", "404", "409", "422")


def kind_of_code(number: int) -> FaultKind:
    """The kind of a code; unknown where QuickBooks gives it no meaning that matters here."""
    return _CODES.get(number) or _by_range(number)


def _by_range(number: int) -> FaultKind:
    if 100 <= number <= 150:
        return FaultKind.AUTH
    if number >= 10_000:
        return FaultKind.SYSTEM
    return FaultKind.VALIDATION if number // 1000 in (2, 6) else FaultKind.UNKNOWN


_CODES = {
    number: kind
    for kind, numbers in {
        FaultKind.DUPLICATE_DOC_NUMBER: (6140,),
        FaultKind.DUPLICATE_NAME: (6240,),
        FaultKind.MISSING_CUSTOMER: (6560,),
        FaultKind.CLOSED_PERIOD: (6200, 6210),
        FaultKind.STALE_OBJECT: (5010,),
        FaultKind.OBJECT_NOT_FOUND: (610,),
        FaultKind.INVALID_REFERENCE: (2500,),
        FaultKind.DEPOSITED: (6540,),
        FaultKind.AUTH: (401, 3100, 3200),
        FaultKind.THROTTLED: (429, 3001),
        FaultKind.SUBSCRIPTION: (6190,),
        FaultKind.SYSTEM: (500, 502, 503, 504),
    }.items()
    for number in numbers
}
_HIGHEST_OF_HTTP = 599
# Codes that are known as bare numbers: no year, and no number of HTTP's.
KNOWN_ALONE = frozenset(str(number) for number in (*_CODES, 6000, 10_000) if number > _HIGHEST_OF_HTTP)
