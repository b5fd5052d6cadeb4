"""One case in the person's hands: looked up, decided by its verdict or its advice, retried, watched to its end."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep

from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.incoming import Incoming, IncomingKind
from untwin.domain.numbering import MAX_LENGTH
from untwin.domain.one_line import line_of
from untwin.domain.problems import NotAllowed, Problem
from untwin.domain.verdict import Verdict
from untwin.flows.confirm import Confirmation
from untwin.flows.desk import Desk
from untwin.sample.expect import Expected
from untwin.walkthrough.browser import Browser

PATIENCE_SECONDS = 30.0
_TURNS = 6
Say = Callable[[str], None]
# What the sources' pages call what has no number of its own there.
_TYPES = {"CreditMemo": "Credit note", "JournalEntry": "Trust transaction"}


@dataclass(slots=True)
class Errand:
    """What a careful person does about one case. `told` is what the person knows of it from the source's screens."""

    desk: Desk
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
            for _ in range(_TURNS):
                before = self.case
                self._turn()
                if self.case == before:
                    break
        except Problem as problem:
            self.say(f"  {self.case.doc_number or self.case.kind}: {problem}")
            self.case = self.desk.cases.get(self.case.id)
        return self.case

    def _turn(self) -> None:
        if self.case.state in (State.WAITING_TO_POST, State.RENUMBERED):
            self._until_posted()
        elif self.case.state in (State.NEEDS_DECISION, State.BLOCKED):
            self._decide()

    def _look(self) -> None:
        """Looks it up; says what is waiting where neither the error nor the source does."""
        try:
            self.case = self.desk.look_up(self.case.id)
        except NotAllowed:
            if self.told is None:
                raise
        known = self.case.incoming
        if self.told is not None and (known is None or not known.complete):
            self._describe(self.told, self.told.number)
            self.case = self.desk.look_up(self.case.id)

    def _describe(self, told: Expected, number: str) -> None:
        kind = IncomingKind(told.kind)
        line = line_of(Incoming(kind, None, told.customer, told.total, date=told.day))
        if number and len(number) <= MAX_LENGTH and kind is not IncomingKind.TRUST:
            line = f"no {number} {line}"
        self.case = self.desk.decide.describe(self.case.id, line, self.desk.who)

    def _decide(self) -> None:
        """By the verdict; where it leaves nothing to do here, what has to be done elsewhere."""
        judgement = self.case.judgement
        if judgement is not None and judgement.asks_maker and self._made_by_hand:
            self.case = self.desk.decide.made_by_hand(self.case.id, self.desk.who)
        elif judgement is not None and judgement.verdict is Verdict.SAME_DOCUMENT:
            self.case = self.desk.decide.same_document(self.case.id, self.desk.who)
        elif judgement is not None and judgement.verdict.changeable and self.case.state is State.NEEDS_DECISION:
            self._renumber()
        elif judgement is not None and judgement.verdict is Verdict.NONE_FOUND:
            self._retry()
        elif self._has_deed:
            self._deed()
            self._look_again()

    @property
    def _made_by_hand(self) -> bool:
        """Whether what has the number was made in QuickBooks; the person has looked in the sources' screens."""
        return self.told is None or self.told.verdict in (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)

    def _renumber(self) -> None:
        planned = self.desk.renumber.plan({self.case.id: {}})
        confirmed = Confirmation(self.desk.who, "walkthrough", frozenset(planned.flags), len(planned.rows))
        saved = self.desk.renumber(planned, confirmed)
        self.case = saved.cases[0]
        if not saved.problems:
            self._retry()

    def _retry(self) -> None:
        card = self.desk.retry(self.case.id)
        self.case = card.case
        self.browser.press(card.page, self._row(card.number))

    def _until_posted(self) -> None:
        deadline = monotonic() + PATIENCE_SECONDS
        while self.case.state is State.WAITING_TO_POST and monotonic() < deadline:
            self.case = self.desk.watch(self.case.id)
            if self.case.please_confirm:
                self.case = self.desk.confirm_posting(self.case.id, self.desk.who)
            elif self.case.state is State.WAITING_TO_POST:
                if self._fails_again():
                    if not self._has_deed:
                        break
                    self._deed()
                sleep(0.3)

    def _fails_again(self) -> bool:
        binding = self.company.binding(self.case.source)
        wanted = set(self._row(self.case.doc_number or ""))
        listed = [row for row in self.browser.rows(binding.retry_page) if wanted <= set(row)] if binding else []
        # HubSpot lists only what fails, Clio says it in a cell.
        return any("Failed" in row or self.case.source == "hubspot" for row in listed)

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
        self.case = self.desk.look_up(self.case.id)

    def _row(self, number: str) -> tuple[str, ...]:
        """What tells the row on the source's page."""
        if self.told is None:
            return (number,)
        now = self.told.final_number if self.is_deed_done else self.told.number
        return (now,) if self.told.number else (_TYPES[self.told.entity],)
