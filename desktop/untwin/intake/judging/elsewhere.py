"""Knows what is numbered elsewhere than in QuickBooks: other ledgers' documents, cards and seats, events, contracts."""

from untwin.intake.judging.signs.elsewhere import (
    ANOTHER_THING,
    BOOKS,
    CONTRACT,
    DESKTOP,
    EVENT,
    INNARDS,
    LEDGER_SAYS,
    LEDGERS,
    NAMES_QUICKBOOKS,
    OF_A_LIST,
    ONLINE,
    QUICKBOOKS,
    SENT,
)

# From which length on a text would name the books that it speaks of.
LONG = 240


def is_of_another_ledger(around: str) -> bool:
    """Whether a text names another ledger or an interface of its own, and nothing in it is of QuickBooks."""
    lower_around = around.lower()
    if DESKTOP.found(lower_around):
        return not ONLINE.found(lower_around)
    if INNARDS.found(lower_around):
        return not NAMES_QUICKBOOKS.found(lower_around)
    # QuickBooks first: most texts name it, and one look then answers for sixty names.
    return not QUICKBOOKS.found(lower_around) and bool(LEDGERS.found(lower_around))


def is_said_by_another(head: str, words: str, *, anybodys: bool) -> bool:
    """Whether what stands before the words on their line, in lower case, says that another ledger says them.

    What is `anybodys` (a code alone, faint words) is no word of QuickBooks': other ledgers count as far.
    """
    said = [found.end() for found in LEDGER_SAYS.compiled.finditer(head)]
    quickbooks = NAMES_QUICKBOOKS if anybodys else QUICKBOOKS
    return bool(said) and not quickbooks.found(head[said[-1] :] + words)


def names_books(line: str) -> bool:
    """Whether a line, in lower case, is of the books: of QuickBooks, or of a document that they hold."""
    return bool(BOOKS.found(line))


def is_of_another_thing(line: str) -> bool:
    """Whether a line, in lower case, speaks of the number of something that is no document, and not of the books."""
    return not names_books(line) and bool(ANOTHER_THING.found(line))


def is_of_an_entry(line: str) -> bool:
    """Whether a line, in lower case, says that an account, an item or another entry of a list could not be made."""
    return bool(OF_A_LIST.found(line))


def is_of_an_event(line: str) -> bool:
    """Whether a line, in lower case, is of an event or a session, and not of the books."""
    return bool(EVENT.found(line)) and not names_books(line)


def is_of_a_contract(line: str) -> bool:
    """Whether a line, in lower case, is of a contract."""
    return bool(CONTRACT.found(line))


def has_no_books(near: str) -> bool:
    """Whether a longer text, in lower case, has nothing to do with the books."""
    return len(near) > LONG and not names_books(near) and not SENT.found(near)
