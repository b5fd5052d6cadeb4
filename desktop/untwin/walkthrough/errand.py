"""One case in a careful person's hands: looked up, decided by verdict or advice, retried, watched to its end."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Protocol

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.numbering import MAX_LENGTH
from untwin.domain.company.company import Company
from untwin.domain.playbooks.retrying import ends_in_the_source, may_begin_retry
from untwin.domain.problems import NotAllowed, Problem
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.verdict import Verdict
from untwin.domain.waiting.one_line import line_of
from untwin.sample.expect import Expected
from untwin.walkthrough.browser import Browser

PATIENCE_SECONDS = 30.0
_TURNS = 6
Say = Callable[[str], None]
# What the sources' pages call what has no number of its own there.
_TYPES = {"CreditMemo": "Credit note", "JournalEntry": "Trust transaction"}


class Hands(Protocol):
    """How the person works Untwin: by its flows, or by keys in its window. Each gives the case as it stands then."""

    def look_up(self, case: Case) -> Case:
        """Looks it up, for the first time or again."""

    def describe(self, case: Case, line: str) -> Case:
        """Says in one line what waits, and has it looked up."""

    def made_by_hand(self, case: Case) -> Case:
        """Says that what has the number was made in QuickBooks."""

    def own_number(self, case: Case) -> Case:
        """Says that a vendor's document only has the same number."""

    def same_document(self, case: Case) -> Case:
        """Confirms that the sale is in QuickBooks already."""

    def renumber(self, case: Case) -> Case:
        """Confirms the change sheet with the numbers that it suggests."""

    def retry(self, case: Case) -> Case:
        """Begins the retry in the source."""

    def watch(self, case: Case) -> Case:
        """Looks whether it posted."""

    def confirm(self, case: Case) -> Case:
        """Confirms that what was found is the waiting document."""

    def again(self, case: Case, text: str) -> Case:
        """Looks whether the source's whole list of errors still has it."""

    def refused(self, case: Case) -> bool:
        """Whether Untwin refuses to change the number, and says why; nothing is changed by asking."""

    def ignore(self, case: Case, reason: str) -> Case:
        """Puts it aside with a reason."""


@dataclass(slots=True)
class Errand:
    """What the person does about one case. `told` is what they know of it from the source's screens."""

    hands: Hands
    browser: Browser
    company: Company
    case: Case
    told: Expected | None
    base: str
    """Where deeds are done."""
    say: Say
    is_deed_done: bool = False

    def run(self) -> Case:
        """The case at its end, or where it can't go on."""
        try:
            self._look()
            self._see_the_lock()
            for _ in range(_TURNS):
                before = self.case
                self._turn()
                if self.case == before:
                    break
        except Problem as problem:
            self.say(f"  {self.case.doc_number or self.case.kind}: {problem}")
        return self.case

    def _turn(self) -> None:
        if self.case.state is State.WAITING_TO_POST:
            self._until_posted()
        elif self.case.state in (State.NEEDS_DECISION, State.BLOCKED):
            self._decide()
        elif self.case.state is State.RENUMBERED:
            self._retry()

    def _look(self) -> None:
        """Looks it up; says what is waiting where neither the error nor the source does."""
        try:
            self.case = self.hands.look_up(self.case)
        except NotAllowed:
            if self.told is None:
                raise
        known = self.case.incoming
        if self.told is not None and (known is None or not known.complete):
            self._describe(self.told, self.told.number)

    def _describe(self, told: Expected, number: str) -> None:
        kind = IncomingKind(told.kind)
        line = line_of(Incoming(kind, None, told.customer, told.total, date=told.day))
        if number and len(number) <= MAX_LENGTH and kind is not IncomingKind.TRUST:
            line = f"{line} no {number}"
        self.case = self.hands.describe(self.case, line)

    def _decide(self) -> None:
        """By the verdict; where it leaves nothing to do here, what has to be done elsewhere."""
        case, judgement, is_free = self.case, self.case.judgement, self.case.state is State.NEEDS_DECISION
        verdict = judgement.verdict if judgement is not None else None
        if judgement is not None and (judgement.asks_own or judgement.asks_maker) and self._made_by_hand:
            self.case = self.hands.own_number(case) if judgement.asks_own else self.hands.made_by_hand(case)
        elif verdict is Verdict.SAME_DOCUMENT:
            self.case = self.hands.same_document(case)
        elif verdict is not None and verdict.changeable and is_free:
            self.case = self.hands.renumber(case)
        elif verdict is Verdict.NONE_FOUND:
            self._retry()
        elif self._has_deed:
            self._deed()
            self._look_again()
        elif may_begin_retry(case) and (verdict is None or self.is_deed_done):
            self._retry()
        elif self.told is not None and self.told.why:
            self.case = self.hands.ignore(case, self.told.why)

    def _see_the_lock(self) -> None:
        """Where a scenario begins locked, it must be found so, and a change of its number refused.

        Raises:
            Problem: it was judged to be something else, or its number could be changed.
        """
        if self.told is None or not self.told.first_state:
            return
        found = (self.case.state.value, self.case.judgement.verdict.value if self.case.judgement else "")
        if found != (self.told.first_state, self.told.first_verdict):
            raise Problem(f"It begins as {' and '.join(found)}; that is not what its scenario says.")
        if not self.hands.refused(self.case):
            raise Problem("Its number may be changed, though it is locked.")

    @property
    def _made_by_hand(self) -> bool:
        """Whether what has the number was made in QuickBooks; the person has looked in the sources' screens."""
        return self.told is None or self.told.verdict in (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)

    def _retry(self) -> None:
        self.case = self.hands.retry(self.case)
        self._press()

    def _press(self) -> None:
        self.browser.press(self._page, self._row(self.case.doc_number or ""))

    def _until_posted(self) -> None:
        if self.case.renumbered:
            self._press()
        deadline = monotonic() + PATIENCE_SECONDS
        while self.case.state is State.WAITING_TO_POST and monotonic() < deadline:
            self.case = self.hands.watch(self.case)
            if self.case.please_confirm:
                self.case = self.hands.confirm(self.case)
            elif self.case.state is State.WAITING_TO_POST:
                sleep(0.3)
                if self._ends_in_the_source or not self._goes_on():
                    break
        if self.case.state is State.WAITING_TO_POST and self._ends_in_the_source:
            self.case = self.hands.again(self.case, self.browser.text(self._page))

    @property
    def _ends_in_the_source(self) -> bool:
        return ends_in_the_source(self.case) and not self._fails_again()

    def _goes_on(self) -> bool:
        """Whether there is anything to wait for; where the source failed again, what only a person can do is done."""
        if not self._fails_again():
            return True
        if self._has_deed:
            self._deed()
            return True
        return False

    def _fails_again(self) -> bool:
        wanted = set(self._row(self.case.doc_number or ""))
        listed = [row for row in self.browser.rows(self._page) if wanted <= set(row)]
        # HubSpot lists only what fails, Clio says it in a cell.
        return any("Failed" in row or self._source == "hubspot" for row in listed)

    @property
    def _source(self) -> str | None:
        """Where the person has the error from, though it may not say so itself."""
        return self.told.source if self.told is not None else self.case.source

    @property
    def _page(self) -> str:
        binding = self.company.binding(self._source)
        return binding.retry_page if binding else ""

    @property
    def _has_deed(self) -> bool:
        return self.told is not None and bool(self.told.deed) and not self.is_deed_done

    def _deed(self) -> None:
        assert self.told is not None  # noqa: S101 - only where there is one
        self.browser.do(self.base, self.told.deed)
        self.is_deed_done = True
        self.say(f"  {self.case.doc_number or self.case.kind}: a person does “{self.told.deed.replace('-', ' ')}”")

    def _look_again(self) -> None:
        """With the new number, where the deed gave the waiting document one."""
        if self.told is not None and self.told.number and self.told.final_number != self.told.number:
            self._describe(self.told, self.told.final_number)
        else:
            self.case = self.hands.look_up(self.case)

    def _row(self, number: str) -> tuple[str, ...]:
        """What tells the row on the source's page."""
        if self.told is None:
            return (number,)
        now = self.told.final_number if self.is_deed_done else self.told.number
        return (now,) if self.told.number else (_TYPES[self.told.entity],)
