"""Brings printed words down to plain ones: lower case, no accents, single blanks."""

import unicodedata


def plain(message: str) -> str:
    """The message in lower case without accents and with single blanks."""
    if not message.isascii():
        decomposed = unicodedata.normalize("NFKD", message.replace("\u2019", "'"))
        message = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(message.lower().split())
