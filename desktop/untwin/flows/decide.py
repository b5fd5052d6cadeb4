"""What a person says about a case: the waiting document, who made the holder, same sale, ignore."""

from dataclasses import dataclass, replace

from untwin.domain.cases.case import UNDECIDED, Case, State
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.cases.left_to_do import left_to_do, link_unknown
from untwin.domain.cases.own_words import asked_own, said_of, taken_back_of, why_not_own, why_not_taken_back
from untwin.domain.cases.same_words import same_by_word
from untwin.domain.changes.history import HistoryRow
from untwin.domain.problems import BadInput, NotAllowed
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.own_number import OwnNumber
from untwin.domain.verdicts.verdict import Verdict
from untwin.domain.waiting.one_line import read_line
from untwin.flows.arriving.join_cases import join_cases
from untwin.flows.looking.judged import judged
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class Decide:
    """The flow; nothing here touches the books. `who` is the person's name for the change history."""

    cases: Cases
    companies: Companies
    history: History
    clock: Clock

    def describe(self, case_id: str, line: str, who: str = "") -> Case:
        """Takes one line from a person about the waiting document; it must be looked up after that.

        Where the same words came before and a person said the same of them, the case joins that one, which comes back.

        Raises:
            NotAllowed: it is too late to say it.
            BadInput: the line leaves something open, or says nothing; with the line that would say it plainly.
        """
        case = self.cases.get(case_id)
        if case.state not in UNDECIDED:
            raise NotAllowed(f"It is “{case.state.words}”; the waiting document can't be described any more.")
        told = read_line(line, self.clock.now().date(), case.doc_number)
        incoming, number = told.incoming(who or "you", case.incoming), told.number or case.doc_number
        if incoming is None and told.number is None:
            raise BadInput("Nothing is said yet.", "Type a customer, an amount and a date.")
        said = replace(case, doc_number=number)
        if incoming is not None:
            said = replace(said, incoming=replace(incoming, number=number))
        [alike] = self.cases.alike([replace(said, doc_number=None)])
        known = same_by_word(said, alike)
        if known is not None:
            again = join_cases(self.cases, known, said, self.clock.now())
            return self._noted(again, f"case {case.id} is about the same by what was typed, and joined it", who)
        moved = said.moved(State.NEW, self.clock.now())
        return self._save(moved, case.state, "waiting document typed", who)

    def made_by_hand(self, case_id: str, who: str = "") -> Case:
        """A person says that the documents in question were made in QuickBooks; the case is judged anew."""
        case = self.cases.get(case_id)
        if again := why_look_again(case):
            raise NotAllowed(again)
        if case.evidence is None or case.judgement is None or not case.judgement.asks_maker:
            raise NotAllowed("Nobody asks who made the document.")
        asked = case.judgement.asks_maker
        told = replace(case, made_by_hand=tuple(dict.fromkeys((*case.made_by_hand, *asked))))
        return self._save(self._judged_anew(told, case.evidence), case.state, "said to be made in QuickBooks", who)

    def own_number(self, case_id: str, who: str = "") -> Case:
        """A person says that documents of the purchase side only share the number; the case is judged anew.

        Raises:
            NotAllowed: nobody asks that here.
        """
        case = self.cases.get(case_id)
        if case.evidence is None or why_not_own(case):
            raise NotAllowed(why_not_own(case))
        asked = asked_own(case)
        words = tuple(OwnNumber(d.entity, d.id, who, self.clock.now()) for d in asked)
        told = replace(case, own_numbers=(*case.own_numbers, *words))
        return self._save(self._judged_anew(told, case.evidence), case.state, said_of(asked), who)

    def take_word_back(self, case_id: str, who: str = "") -> Case:
        """Takes back what was said of documents that share the number, or else of who made one; it is judged anew.

        Raises:
            NotAllowed: nothing was said, or it is too late.
        """
        case = self.cases.get(case_id)
        if case.evidence is None or why_not_taken_back(case):
            raise NotAllowed(why_not_taken_back(case))
        left = replace(case, own_numbers=()) if case.own_numbers else replace(case, made_by_hand=())
        return self._save(self._judged_anew(left, case.evidence), case.state, taken_back_of(case), who)

    def _judged_anew(self, told: Case, evidence: Evidence) -> Case:
        """The case with what was found before, and what is said of it now."""
        known = replace(evidence, made_by_hand=told.made_by_hand, own_numbers=told.own_numbers)
        again = judged(told, known, self.companies.get(told.company or ""))
        state = State.BLOCKED if again.blocks else State.NEEDS_DECISION
        if told.state is state or told.state not in (State.NEEDS_DECISION, State.BLOCKED):
            return again
        return again.moved(state, self.clock.now(), again.blocks[0].sentence if again.blocks else "")

    def same_document(self, case_id: str, who: str = "") -> Case:
        """Confirms that the sale is in QuickBooks already. Writes nothing to the books."""
        case = self.cases.get(case_id)
        if again := why_look_again(case):
            raise NotAllowed(again)
        if case.judgement is None or case.judgement.verdict is not Verdict.SAME_DOCUMENT:
            raise NotAllowed("It isn't proved that the sale is in QuickBooks already.", "Read the reasons first.")
        confirmed = replace(case, left_to_do=left_to_do(case))
        unknown = "In QuickBooks already; whether it is linked shows in the source."
        words = unknown if link_unknown(case) else "In QuickBooks already, not linked to the source."
        moved = confirmed.moved(State.ALREADY_IN_QUICKBOOKS, self.clock.now(), words)
        return self._save(moved, case.state, "confirmed as already in QuickBooks", who)

    def ignore(self, case_id: str, reason: str, who: str = "") -> Case:
        """Puts a case aside with a reason."""
        if not reason.strip():
            raise BadInput("Say why it is ignored; the reason stays in the history.")
        case = self.cases.get(case_id)
        moved = case.moved(State.IGNORED, self.clock.now(), f"Ignored: {reason.strip()}")
        return self._save(moved, case.state, f"ignored: {reason.strip()}", who)

    def take_back(self, case_id: str, who: str = "") -> Case:
        """Brings an ignored case back as a new one."""
        case = self.cases.get(case_id)
        return self._save(case.moved(State.NEW, self.clock.now()), case.state, "no longer ignored", who)

    def _save(self, case: Case, seen: State, what: str, who: str) -> Case:
        self.cases.save(case, seen)
        return self._noted(case, what, who)

    def _noted(self, case: Case, what: str, who: str) -> Case:
        row = HistoryRow(self.clock.now(), who, case.company or "", case.id, what, case.note)
        self.history.note(row)
        return case
