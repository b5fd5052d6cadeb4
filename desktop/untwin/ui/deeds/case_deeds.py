"""What the actions about cases do: with the chosen one, and where it makes sense with all that are selected."""

from collections.abc import Callable, Sequence

from untwin.domain.cases.advice import Option
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import Group
from untwin.domain.cases.own_words import why_not_own, why_not_taken_back
from untwin.domain.cases.right_company import why_not_bound
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks.retrying import may_begin_retry
from untwin.ui.deciding.own_number_sheet import OwnNumberSheet
from untwin.ui.deeds.parts import Parts
from untwin.ui.inbox.beside import MANY
from untwin.ui.kit.words import tr
from untwin.ui.work.clerk import can_be_looked_up

_RETRIED = (State.RENUMBERED, State.WAITING_TO_POST)


class CaseDeeds:
    """Honours `CaseContext`; `run` runs another action, `open_sheet` opens a sheet of that name.

    `ask_company` opens the question which company some cases belong to.
    """

    def __init__(
        self,
        parts: Parts,
        run: Callable[[str], None],
        open_sheet: Callable[[str], None],
        ask_company: Callable[[Sequence[Case]], None],
    ) -> None:
        self._parts, self._run, self._open_sheet, self._ask_company = parts, run, open_sheet, ask_company

    @property
    def _case(self) -> Case | None:
        return self._parts.listing.case

    def look_up(self) -> None:
        """Looks the selected cases up, or the chosen one; asks for what is missing first."""
        if self._parts.selection.count > 1:
            self._look_up_selected()
            return
        self._choose_selected()
        case = self._case
        if case is None:
            return
        if case.company is None:
            self._run("bind_company")
        elif case.kind is FaultKind.DUPLICATE_DOC_NUMBER and case.doc_number is None:
            self._run("describe")
        else:
            self._parts.clerk.look_up(case)

    def _look_up_selected(self) -> None:
        cases, clerk = self._parts.selection.cases, self._parts.clerk
        able = [case for case in cases if can_be_looked_up(case) and not clerk.is_busy(case.id)]
        clerk.look_ups.start(able)
        if len(able) < len(cases):
            words = tr("{} of {} selected cases can't be looked up now; each says why.")
            self._parts.toast.say(words.format(len(cases) - len(able), len(cases)))

    def select_group(self) -> None:
        """Selects everything that shares its cause with the chosen case, or else its verdict."""
        case, beside = self._case, self._parts.listing.beside
        if case is not None and not beside.group(case, self._select_group):
            self._parts.toast.say(tr("{:,} cases at most are looked through for what they share.").format(MANY))

    def _select_group(self, group: Group | None) -> None:
        if group is None:
            self._parts.toast.say(tr("No other case shares a cause or a verdict with this one."))
            return
        shown = self._parts.selection.these(group.case_ids)
        hidden = len(group.case_ids) - shown
        more = tr(" {} of them are not in this view.").format(hidden) if hidden else ""
        self._parts.toast.say(f"{group.words}{more}")

    def bind_company(self) -> None:
        """Asks which company the selected cases belong to, or the chosen one."""
        cases = self._parts.selection.cases or ((self._case,) if self._case else ())
        able = [case for case in cases if not why_not_bound(case) and not self._parts.clerk.is_busy(case.id)]
        if able:
            self._ask_company(able)

    def _choose_selected(self) -> None:
        """One case alone that is selected is the one that is meant."""
        if self._parts.selection.count == 1:
            self._parts.inbox.choose(self._parts.inbox.row_of_case(self._parts.selection.cases[0].id))

    def renumber(self) -> None:
        """Opens the batch plan for the selected cases, or the change sheet for one."""
        if self._parts.selection.count > 1:
            self._parts.batch.plan(self._parts.selection.cases)
            return
        self._choose_selected()
        self._open_sheet("change")

    def retry(self) -> None:
        """Begins the retry, or shows its page again; for several that are selected in one visit."""
        if self._parts.selection.count > 1:
            able = [case for case in self._parts.selection.cases if case.state in _RETRIED or may_begin_retry(case)]
            self._parts.clerk.retry_many(able)
        elif self._case is not None:
            self._parts.clerk.retry(self._case)

    def verify(self) -> None:
        """Looks now whether it posted, or what became of a lost answer."""
        case = self._case
        if case is None:
            return
        if case.state is State.NEEDS_CHECKING:
            self._parts.clerk.settle(case)
        else:
            self._parts.clerk.looking.look_now(case)

    def rule_out(self) -> None:
        """Notes that what was found is another document."""
        if self._case is not None:
            self._parts.clerk.looking.rule_out(self._case)

    def made_by_hand(self) -> None:
        """Notes that the documents asked about were made in QuickBooks."""
        if self._case is not None:
            self._parts.clerk.made_by_hand(self._case)

    def own_number(self) -> None:
        """Asks of the selected cases, or of the chosen one, whether a vendor's document only has the same number."""
        cases = self._parts.selection.cases or ((self._case,) if self._case else ())
        able = [case for case in cases if not why_not_own(case) and not self._parts.clerk.is_busy(case.id)]
        if able:
            self._parts.ground.open(OwnNumberSheet(able, self._parts.clerk.own_words))

    def undo(self) -> None:
        """Takes the last local step back while that is offered; else undoes what was done to the chosen case."""
        chosen, clerk = self._case, self._parts.clerk
        if clerk.filling.newest and self._parts.toast.offers_undo:
            clerk.filling.undo()
        elif clerk.marking.undoable and self._parts.toast.offers_undo:
            self._parts.marks.undo()
        elif chosen is not None and chosen.state is State.IGNORED:
            clerk.marking.take_back(chosen)
        elif chosen is not None and chosen.renumbered:
            self._run("restore")
        elif chosen is not None and not why_not_taken_back(chosen):
            clerk.own_words.take_back(chosen)
        elif clerk.marking.undoable and not clerk.filling.newest:
            self._parts.marks.undo()
        else:
            clerk.filling.undo()

    def restore(self) -> None:
        """Opens the restore sheet for the chosen case."""
        self._open_sheet("restore")

    def check_list(self) -> None:
        """Looks into the list that is on the clipboard; without one it says what to copy."""
        case, text = self._case, self._parts.errands.clipboard.read()
        if case is None:
            return
        if text.strip():
            self._parts.clerk.check_list(case, text)
        else:
            self._parts.toast.say(tr("The clipboard has no text. Copy the source's whole list of errors first."))

    def why_locked(self, option: Option) -> str:
        """Why an option of the chosen case is locked, naming the cases that lock it; empty where it is open."""
        case, listing = self._case, self._parts.listing
        if case is None or not option.locks:
            return ""
        return listing.beside.why_locked(case, listing.companies)

    def take_option(self, option: Option) -> None:
        """Copies and opens what an option of a playbook offers, unless another case forbids it."""
        locked = self.why_locked(option)
        if locked:
            self._parts.toast.say(locked)
            return
        self._parts.errands.take_option(option)

    def open_holder(self) -> None:
        """Opens the document in QuickBooks."""
        if self._case is not None:
            self._parts.errands.open_document(self._case, self._parts.listing.companies)

    def open_source(self) -> None:
        """Opens the source's retry page."""
        if self._case is not None:
            self._parts.errands.open_source(self._case, self._parts.listing.companies)

    def copy_summary(self) -> None:
        """Copies the case in one paragraph."""
        if self._case is not None:
            self._parts.errands.copy_summary(self._case, self._parts.listing.companies)
