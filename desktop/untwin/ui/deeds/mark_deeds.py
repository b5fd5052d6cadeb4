"""What the actions about marks do: small sheets that ask, then the mark, at once; the next case is chosen after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Marks, Snooze
from untwin.domain.inbox.awake import archived
from untwin.domain.inbox.put_off import Choice
from untwin.domain.problems import Problem
from untwin.domain.reports.ask import letter_about
from untwin.flows.desk import Desk
from untwin.flows.triage.marking import Marked
from untwin.ui.acting.reasons import why_not_ignored
from untwin.ui.case.side_by_side import case_words, waiting_title
from untwin.ui.deciding.ignore_sheet import IgnoreSheet
from untwin.ui.deeds.view_deeds import ViewDeeds
from untwin.ui.inbox.listing import Listing
from untwin.ui.inbox.mark_words import until_in_full
from untwin.ui.inbox.selection import Selection
from untwin.ui.inbox.view import InboxView
from untwin.ui.kit.words import count_words, tr
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.triage.ask_sheet import AskSheet
from untwin.ui.triage.label_sheet import LabelSheet
from untwin.ui.triage.note_sheet import NoteSheet
from untwin.ui.triage.snooze_sheet import SnoozeSheet
from untwin.ui.work.marking import Marking


@dataclass(frozen=True)
class MarkDeeds:
    """Honours `MarkContext`."""

    desk: Desk
    marking: Marking
    listing: Listing
    inbox: InboxView
    selection: Selection
    ground: SheetGround
    views: ViewDeeds
    copy: Callable[[str], None]

    @property
    def _cases(self) -> tuple[Case, ...]:
        chosen = self.listing.case
        return self.selection.cases or ((chosen,) if chosen else ())

    @property
    def _about(self) -> str:
        return case_words(self._cases, self.listing.companies)

    def snooze(self) -> None:
        """Asks until when; those that can't be put off are left out and said."""
        if self._cases:
            self.ground.open(SnoozeSheet(self._about, self._cases, self.desk, self._put_off, self.wake))

    def _put_off(self, choice: str) -> None:
        """Puts the cases off. Raises `BadInput` for what is no day."""
        cases, flow = self._cases, self.desk.triage.snooze
        chosen = flow.chosen(choice)
        first = next((m for m in (self._ahead(case, chosen) for case in cases) if m and m.snooze), None)
        until = self._until(first.snooze) if first and first.snooze else ""
        self._leaving(
            cases,
            lambda case: flow.ahead(case, chosen, self.listing.companies),
            lambda ids: flow(ids, chosen, self.desk.who),
            lambda count: tr("{} snoozed {}.").format(_counted(count), until),
        )

    def ask(self) -> None:
        """Opens the draft of an e-mail about the chosen case."""
        case = self.listing.case
        if case is not None:
            company = self.listing.companies.get(case.company or "")
            letter = letter_about(case, company)
            sheet = AskSheet(waiting_title(case, company), letter, self.copy, lambda: self._wait_for(case))
            # Where something else is known meanwhile, what was written before may not hold any more.
            sheet.about = f"{case.id} {letter.whole}"
            self.ground.open(sheet)

    def _wait_for(self, case: Case) -> None:
        flow = self.desk.triage.snooze
        snooze = flow.ahead(case, Choice.ANSWER, self.listing.companies).snooze
        until = self._until(snooze) if snooze else ""
        self._leaving(
            [case],
            lambda each: flow.ahead(each, Choice.ANSWER, self.listing.companies),
            lambda ids: flow(ids, Choice.ANSWER, self.desk.who),
            lambda _count: tr("E-mail copied; the case is snoozed {}.").format(until),
        )

    def _until(self, snooze: Snooze) -> str:
        return until_in_full(snooze, self.desk.watch.clock.now())

    def _ahead(self, case: Case, until: Choice | datetime) -> Marks | None:
        try:
            return self.desk.triage.snooze.ahead(case, until, self.listing.companies)
        except Problem:
            return None

    def wake(self) -> None:
        """Brings snoozed cases back now."""
        snoozed = [case for case in self._cases if case.marks.snooze]
        self.marking.mark(
            snoozed,
            lambda case: replace(case.marks, snooze=None),
            lambda ids: self.desk.triage.snooze.wake(ids, self.desk.who),
            lambda count: tr("{} back in the list.").format(_counted(count)),
        )

    def ignore(self) -> None:
        """Asks for the reason."""
        able = [case for case in self._cases if not why_not_ignored(case)]
        self.ground.open(IgnoreSheet(case_words(able, self.listing.companies), able, self._put_aside))

    def _put_aside(self, cases: Sequence[Case], reason: str) -> None:
        self._go_on(cases)
        self.marking.ignore(cases, reason)

    def archive(self) -> None:
        """Puts solved cases away; where all are away already they come out again."""
        cases = self._cases
        away = not all(archived(case) for case in cases)
        words = tr("{} archived.") if away else tr("{} out of the archive.")

        def change(case: Case) -> Marks:
            return self.desk.triage.archive.ahead(case, away=away)

        self._leaving(
            cases,
            change,
            lambda ids: self.desk.triage.archive(ids, self.desk.who, away=away),
            lambda count: words.format(_counted(count)),
        )

    def label(self) -> None:
        """Asks for the label."""
        if self._cases:
            self.ground.open(LabelSheet(self._about, self._cases, self.desk.triage.label.known(), self._labelled))

    def _labelled(self, label: str, on: bool) -> None:  # noqa: FBT001 - what the sheet tells
        words = tr("{} labelled “{}”.") if on else tr("{} without the label “{}” now.")
        self.marking.mark(
            self._cases,
            lambda case: case.marks.labelled(label, on=on),
            lambda ids: self.desk.triage.label(ids, label, self.desk.who, on=on),
            lambda count: words.format(_counted(count), label),
        )

    def note(self) -> None:
        """Opens the note, or asks for a line that is added to those of many."""
        if self._cases:
            self.ground.open(NoteSheet(self._about, self._cases, self._noted))

    def _noted(self, note: str) -> None:
        cases, flow = self._cases, self.desk.triage.annotate
        if len(cases) == 1:
            words = tr("Note kept.") if note.strip() else tr("Note taken away.")
            only = cases[0].id
            self.marking.mark(
                cases,
                lambda case: case.marks.noted(note),
                lambda _ids: flow(only, note, self.desk.who),
                lambda _count: words,
            )
            return
        self.marking.mark(
            cases,
            lambda case: case.marks.noted(f"{case.marks.note}\n{note.strip()}"),
            lambda ids: flow.add(ids, note, self.desk.who),
            lambda count: tr("Note added to {}.").format(_counted(count)),
        )

    def unread(self) -> None:
        """Marks as unread, or as read where all are unread."""
        cases = self._cases
        unread = not all(case.marks.unread for case in cases)
        words = tr("{} marked as unread.") if unread else tr("{} marked as read.")
        self.marking.mark(
            cases,
            lambda case: replace(case.marks, unread=True) if unread else case.marks.read(),
            lambda ids: self.desk.triage.unread(ids, self.desk.who, unread=unread),
            lambda count: words.format(_counted(count)),
        )

    def read(self) -> None:
        """The chosen case was opened."""
        if self.listing.case is not None:
            self.marking.read(self.listing.case)

    def undo(self) -> None:
        """Takes the last step back and chooses its first case."""
        back = self.marking.undo()
        if back:
            self.inbox.choose(self.inbox.row_of_case(back[0].id))

    def renumbered(self, case: Case) -> None:
        """A case has its new number: the next one is chosen where it leaves the list and there is one."""
        listing, query = self.listing, replace(self.listing.query(), also=frozenset())
        if case.id != listing.chosen or len(listing.inbox.fitting(query, [int(case.id)])):
            return
        self._go_on([case])
        listing.chosen = listing.chosen or case.id

    # --- after it -----------------------------------------------------------------------------------------------

    def _leaving(
        self,
        cases: Sequence[Case],
        change: Callable[[Case], Marks],
        flow: Callable[[tuple[str, ...]], Marked],
        words: Callable[[int], str],
    ) -> None:
        able = [case for case in cases if _can(change, case)]
        if able:
            self._go_on(able)
        self.marking.mark(cases, change, flow, words)

    def _go_on(self, cases: Sequence[Case]) -> None:
        """Chooses the case after those that leave, or the one before; who doesn't wish that keeps them in sight."""
        leaving = {case.id for case in cases}
        if not self.desk.remember.wishes().next_case:
            self.listing.kept |= leaving
            self.selection.none()
            return
        here, model = self.inbox.currentIndex().row(), self.inbox.listed
        places = (*range(here, model.rowCount()), *range(here - 1, -1, -1))
        shown = (row.case.id for row in map(model.row, places) if row)
        self.listing.chosen = next((case_id for case_id in shown if case_id not in leaving), "")
        self.listing.kept -= leaving
        self.selection.none()


def _can(change: Callable[[Case], Marks], case: Case) -> bool:
    try:
        change(case)
    except Problem:
        return False
    return True


def _counted(count: int) -> str:
    return count_words(count, tr("case"), tr("cases"))
