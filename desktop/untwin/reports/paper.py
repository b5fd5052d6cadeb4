"""The paper that a report is laid out for."""

import locale
from enum import StrEnum


class Paper(StrEnum):
    """A size of paper."""

    LETTER = "Letter"
    A4 = "A4"


# Countries that print on Letter, as Linux and macOS and as Windows call them.
_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "PA", "PR", "GT", "SV", "NI", "DO"}) | frozenset(
    {"United States", "Canada", "Mexico", "Philippines", "Republic of the Philippines", "Chile", "Colombia"}
)


def paper_here() -> Paper:
    """The paper of the country that this computer is set to."""
    return paper_of(locale.getlocale()[0])


def paper_of(name: str | None) -> Paper:
    """The paper of a locale, e.g. `en_GB`; Letter where no country is named, as in most books in QuickBooks."""
    country = (name or "").partition("_")[2].partition(".")[0]
    return Paper.A4 if country and country not in _LETTER else Paper.LETTER
