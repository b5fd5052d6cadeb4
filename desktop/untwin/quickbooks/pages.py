"""Reads queries with more rows than one page holds: further pages in further batches, and sure that none slipped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from untwin.domain.problems import Stumbled
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import id_of
from untwin.quickbooks.queries import PAGE, Fetched, Rows, Select, again, fetch

# Each page begins with the last row of the one before: were a document deleted between two pages, all rows
# behind it would move up by one, and one would be missed without a word.
STEP = PAGE - 1
_ROUNDS = (4, 16)  # further pages asked for in the second and the third batch


@dataclass(frozen=True, slots=True)
class _Chain:
    """The pages of one query so far."""

    select: Select
    pages: tuple[Rows, ...]

    @property
    def ended(self) -> bool:
        return self.pages[-1].complete

    def further(self, count: int) -> list[Select]:
        """The next pages, whether there are that many or not."""
        first = len(self.pages)
        return [replace(self.select, start=1 + (first + n) * STEP) for n in range(count)]

    def joined(self) -> Rows:
        """All rows, each once."""
        raw = list(self.pages[0].raw)
        for page in self.pages[1:]:
            raw += page.raw[1:]
        return Rows(self.select.entity, tuple(raw), self.ended)


def fetch_all(client: Client, selects: Sequence[Select]) -> Fetched:
    """Every row of the queries, up to 21 pages each; what is longer than that says that it isn't complete.

    Raises:
        OutsideProblem: a query failed, or the books changed between two pages twice in a row.
    """
    return again(client, lambda: _fetch_all(client, selects))


def _fetch_all(client: Client, selects: Sequence[Select]) -> Fetched:
    ordered = [replace(select, by_id=True) for select in selects]
    first = fetch(client, ordered)
    chains = [_Chain(select, (rows,)) for select, rows in zip(ordered, first.rows, strict=True)]
    for count in _ROUNDS:
        chains = _longer(client, chains, count)
    return Fetched(tuple(chain.joined() for chain in chains), first.at)


def _longer(client: Client, chains: list[_Chain], count: int) -> list[_Chain]:
    asked = [select for chain in chains if not chain.ended for select in chain.further(count)]
    if not asked:
        return chains
    found = iter(fetch(client, asked).rows)
    return [chain if chain.ended else _with_pages(chain, [next(found) for _ in range(count)]) for chain in chains]


def _with_pages(chain: _Chain, pages: Sequence[Rows]) -> _Chain:
    for page in pages:
        if chain.ended:
            break
        check_joint(chain.pages[-1], page)
        chain = replace(chain, pages=(*chain.pages, page))
    return chain


def check_joint(before: Rows, after: Rows) -> None:
    """Whether a page begins with the last row of the one before.

    Raises:
        Stumbled: it doesn't, so the books changed between the two.
    """
    if not after.raw or id_of(before.raw[-1]) != id_of(after.raw[0]):
        raise Stumbled("The books changed while they were read; nothing was changed here.", "Look again.")
