"""What the actions about what comes in do: pastes, drops, files, bill lists, and the columns of tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog

from untwin.domain.company.company import Company
from untwin.domain.errors.bills import BillList
from untwin.domain.errors.columns import GivenFor, TableSeen
from untwin.domain.errors.mapping import unsure
from untwin.domain.playbooks.whole_list import Missing
from untwin.flows.arriving.take_in import Wishes
from untwin.ui.arriving.columns_sheet import ColumnsSheet
from untwin.ui.arriving.fill_sheet import FillSheet
from untwin.ui.arriving.missing_sheet import MissingSheet
from untwin.ui.arriving.paste_sheet import PasteSheet
from untwin.ui.arriving.unread_sheet import UnreadSheet
from untwin.ui.deeds.parts import Parts
from untwin.ui.kit.copied import files_in
from untwin.ui.kit.words import tr
from untwin.ui.work.taking import Pasted


class IntakeDeeds:
    """Honours `IntakeContext`; `companies` are the connected ones."""

    def __init__(self, parts: Parts, companies: Callable[[], Mapping[str, Company]]) -> None:
        self._parts, self._companies = parts, companies
        self._last: tuple[Pasted, Sequence[TableSeen]] = (Pasted(), ())

    @property
    def has_table(self) -> bool:
        """Whether what came in last was a table."""
        return bool(self._last[1])

    @property
    def choosing_columns(self) -> bool:
        """Whether the columns of a table are shown."""
        return isinstance(self._parts.ground.sheet, ColumnsSheet)

    # --- coming in --------------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Takes in what the clipboard has."""
        self._paste(whole=False)

    def paste_whole(self) -> None:
        """Takes it in as the whole list of what fails in its source now."""
        self._paste(whole=True)

    def _paste(self, *, whole: bool) -> None:
        clipboard = self._parts.errands.clipboard
        text, page, files = clipboard.read(), clipboard.page(), clipboard.files()
        if not text.strip() and not page.strip() and not files:
            self._parts.toast.say(tr("The clipboard has no text. Copy the whole error message first."))
            return
        # A file that was copied comes with its name as a text.
        self._bring(Pasted(files=files, whole=whole) if files else Pasted(text, page, whole=whole))

    def take_in(self, text: str, company: str = "") -> None:
        """Takes errors in from a text; without a company that somebody named, the one that is shown may decide."""
        self._bring(Pasted(text, wishes=Wishes(company or None)))

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Takes errors in from files."""
        self._bring(Pasted(files=files))

    def drop(self, data: QMimeData) -> None:
        """Takes in what was dropped: files, or a text."""
        files = files_in(data)
        if files or data.text().strip() or data.html().strip():
            self._bring(Pasted(files=files) if files else Pasted(data.text(), data.html()))
        else:
            self._parts.toast.say(tr("There is no text and no file in what was dropped."))

    def choose_files(self) -> None:
        """Asks for files with errors, or with an invoice list."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._parts.ground, tr("Take in files"))
        if chosen:
            self.take_files(tuple(map(Path, chosen)))

    def _bring(self, pasted: Pasted, given: GivenFor | None = None, *, forget: bool = False) -> None:
        shown = self._parts.listing.company or None
        wishes = replace(pasted.wishes, shown=shown, given=given, forget=forget, asks=True)
        self._parts.clerk.taking.paste(replace(pasted, wishes=wishes))

    # --- what came of it --------------------------------------------------------------------------------------

    def keep(self, pasted: Pasted, tables: Sequence[TableSeen]) -> None:
        """Keeps what came in last, for a second look at its columns."""
        self._last = pasted, tables

    def show_back(self, text: str, sentence: str) -> None:
        """Shows a text in which nothing was found, to be corrected; nothing that was typed is lost."""
        sheet = self._parts.ground.sheet
        if isinstance(sheet, PasteSheet):
            sheet.show_problem(sentence)
            return
        if sheet is not None:
            self._parts.toast.say(sentence)  # another sheet is open, and what was typed there stays
            return
        sheet = PasteSheet(text, sentence, tuple(self._companies().values()), self._parts.listing.company)
        sheet.try_again.connect(self.take_in)
        self._parts.ground.open(sheet)

    def show_bills(self, bills: BillList) -> None:
        """Shows what a bill list would fill; not over an open sheet."""
        if self._parts.ground.sheet is not None and not isinstance(self._parts.ground.sheet, PasteSheet):
            self._parts.toast.say(tr("That is a list of invoices. Close this first, then paste it again."))
            return
        names = {company.realm: company.name for company in self._companies().values()}
        shown = self._parts.listing.company or None
        self._parts.ground.open(FillSheet(bills, self._parts.clerk.filling, shown, names))

    def show_unread(self, sentences: Sequence[str], *, taken: bool = True) -> None:
        """Lists what could not be read; `taken` says whether anything else was."""
        self._parts.ground.open(UnreadSheet(sentences, taken=taken))

    def show_missing(self, missing: Missing, text: str) -> None:
        """Shows which cases are not in the whole list any more."""
        clerk = self._parts.clerk
        self._parts.ground.open(MissingSheet(missing, text, clerk.comparing, clerk.look_ups, clerk.looking))

    # --- columns ----------------------------------------------------------------------------------------------

    def show_columns(self, *, asked: bool = True) -> None:
        """Shows what each column of the last table was taken for; `asked` says that somebody wanted to see it."""
        tables = self._last[1]
        if not tables:
            return
        sheet = ColumnsSheet(max(tables, key=self._worth_asking), unsure=not asked)
        sheet.said.connect(self._bring_again)
        self._parts.ground.open(sheet)

    def _worth_asking(self, table: TableSeen) -> tuple[bool, bool, int]:
        """Of several tables the one that nobody has spoken about yet, that is unsure, that is the longest."""
        given = self._last[0].wishes.given
        told = given.tables if isinstance(given, GivenFor) else {}
        return table.layout not in told, unsure((table,)), table.rows

    def _bring_again(self, given: GivenFor) -> None:
        before = self._last[0].wishes.given
        told = before.tables if isinstance(before, GivenFor) else {}
        self._bring(self._last[0], GivenFor({**told, **given.tables}))

    def forget_columns(self) -> None:
        """Forgets what was said about such tables, and takes this one in as it is understood without."""
        if self.choosing_columns:
            self._parts.ground.close_sheet()
            self._bring(self._last[0], forget=True)

    def other_meaning(self, step: int) -> None:
        """Lets the chosen column hold something else."""
        sheet = self._parts.ground.sheet
        if isinstance(sheet, ColumnsSheet):
            sheet.other_meaning(step)

    def no_meaning(self) -> None:
        """Lets the chosen column hold nothing."""
        sheet = self._parts.ground.sheet
        if isinstance(sheet, ColumnsSheet):
            sheet.hold(None)
