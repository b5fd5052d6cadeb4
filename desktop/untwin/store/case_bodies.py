"""Reads a case out of its JSON; a decision that is open and was judged by other rules comes without its verdict."""

from untwin.domain.cases.case import Case
from untwin.domain.cases.judged_before import with_what_holds
from untwin.store.codec import decode


def case_of(body: str) -> Case:
    """The case that lies in the store, as far as it holds today.

    Raises:
        Problem: it can't be read any more.
    """
    return with_what_holds(decode(body, Case))
