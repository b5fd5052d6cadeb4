"""Plans which waiting documents a bill list fills: by number within one account of a source, and never by a guess."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from untwin.domain.books.documents import fold_number
from untwin.domain.cases.case import UNDECIDED, Case
from untwin.domain.errors.bills import BillList, BillRow
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.waiting.listed import of_bill

Account = tuple[str | None, str | None]  # company, source


@dataclass(frozen=True, slots=True)
class Fill:
    """One case and what the list says about its waiting document."""

    case: Case
    incoming: Incoming
    row: BillRow


@dataclass(frozen=True, slots=True)
class FillPlan:
    """What one bill list would do.

    Attributes:
        accounts: where cases wait for numbers of the list, with how many; several of them must be chosen from first.
        kept: cases about which more is known than the list says, each with the reason in a sentence.
        doubtful: cases that the list is not certain about, each with the reason.
        still_unknown: cases of the account that the list leaves without customer, amount or date.
        unmatched: rows for whose number nothing waits.
        unread: a sentence with its place for everything that could not be read.
    """

    accounts: tuple[tuple[Account, int], ...] = ()
    fills: tuple[Fill, ...] = ()
    kept: tuple[tuple[Case, str], ...] = ()
    doubtful: tuple[tuple[Case, str], ...] = ()
    still_unknown: tuple[Case, ...] = ()
    unmatched: tuple[BillRow, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def asks_account(self) -> bool:
        """Whether somebody must say first whose list it is."""
        return len(self.accounts) > 1

    @property
    def sentence(self) -> str:
        """What it would do, in one sentence."""
        if self.asks_account:
            return "Numbers of this list wait in several accounts. Say whose list it is."
        said = [f"{len(self.fills):,} to be filled"]
        more = ((self.kept, "known already"), (self.doubtful, "not certain"), (self.still_unknown, "still unknown"))
        said += [f"{len(these):,} {words}" for these, words in more if these]
        rows = f"{len(self.unmatched):,} row{'' if len(self.unmatched) == 1 else 's'}"
        said += [f"{rows} for which nothing waits"] if self.unmatched else []
        return ", ".join(said) + "."


def plan_fill(cases: Iterable[Case], bills: BillList, account: Account | None = None) -> FillPlan:
    """What a list would fill. `account` is what somebody said; None of its parts rules nothing out."""
    company, source = account or (None, None)
    rows = _by_number(bills.rows)
    waiting = [c for c in cases if c.state in UNDECIDED and c.doc_number]
    waiting = [c for c in waiting if company in (None, c.company) and source in (None, c.source)]
    matching = Counter((c.company, c.source) for c in waiting if _key(c.doc_number) in rows)
    accounts, unread = tuple(matching.most_common()), (*bills.unread, *_unread(bills.rows))
    if len(accounts) != 1:
        unmatched = () if accounts else bills.rows
        return FillPlan(accounts, unmatched=unmatched, unread=unread)
    mine = [c for c in waiting if (c.company, c.source) == accounts[0][0]]
    return _of_account(accounts, mine, rows, bills, unread)


def _of_account(
    accounts: tuple[tuple[Account, int], ...],
    cases: Sequence[Case],
    rows: dict[str, list[BillRow]],
    bills: BillList,
    unread: tuple[str, ...],
) -> FillPlan:
    fills, kept, doubtful = [], [], []
    wanted = Counter(_key(case.doc_number) for case in cases)
    for case in cases:
        number = _key(case.doc_number)
        found = rows.get(number, [])
        if found and (doubt := _doubt(case, found, wanted[number])):
            doubtful.append((case, doubt))
        elif found and (reason := _known_better(case, of_bill(found[0]))):
            kept.append((case, reason))
        elif found:
            fills.append(Fill(case, of_bill(found[0]), found[0]))
    settled = {fill.case.id for fill in fills if fill.incoming.complete} | {case.id for case, _ in (*kept, *doubtful)}
    unknown = [c for c in cases if c.id not in settled and not (c.incoming and c.incoming.complete)]
    unmatched = tuple(row for row in bills.rows if _key(row.number) not in wanted)
    return FillPlan(accounts, tuple(fills), tuple(kept), tuple(doubtful), tuple(unknown), unmatched, unread)


def _key(number: str | None) -> str:
    """By what a list's number and an error's are the same: one may print `#1204` and the other 1204."""
    return fold_number(number or "").lstrip("#").lstrip()


def _doubt(case: Case, rows: Sequence[BillRow], wanted: int) -> str:
    if wanted > 1:
        return f"{wanted} cases want the number {case.doc_number}; the list doesn't say which is which."
    if len(rows) > 1:
        places = ", ".join(row.where for row in rows[:4])
        return f"The list has {len(rows)} records of that number: {places}."
    kind = case.incoming.kind if case.incoming else IncomingKind.UNKNOWN
    listed = of_bill(rows[0]).kind
    if kind not in (IncomingKind.UNKNOWN, listed):
        return f"What failed is {kind.one}, and the list has {listed.one} of that number."
    return ""


def _known_better(case: Case, listed: Incoming) -> str:
    known = case.incoming
    if known is None or known.listed:
        return ""
    if known.typed:
        return f"It was {known.known_from}; that stays."
    return f"It is known from {known.known_from}; that stays." if known.complete or not listed.complete else ""


def _by_number(rows: Iterable[BillRow]) -> dict[str, list[BillRow]]:
    """The rows by number; a row that says the very same again is no second record."""
    found: dict[str, list[BillRow]] = defaultdict(list)
    for row in rows:
        same = found[_key(row.number)]
        if not any(_facts(each) == _facts(row) for each in same):
            same.append(row)
    return found


def _facts(row: BillRow) -> tuple[object, ...]:
    return row.customer, row.total, row.currency, row.date, row.kind, row.state


def _unread(rows: Iterable[BillRow]) -> tuple[str, ...]:
    return tuple(f"{row.where}: {sentence}" for row in rows for sentence in row.unread)
