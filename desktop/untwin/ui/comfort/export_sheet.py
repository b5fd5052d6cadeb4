"""The export sheet: the change history, a plan before it is confirmed, or the number map, as a file for others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.changes.change import Plan
from untwin.domain.company.company import Company
from untwin.domain.number_map.lanes import NumberMap
from untwin.flows.export import Export, Wanted
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.labels import button, plain
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.lanes.bridge import Bridge, so_long_as
from untwin.ui.sheets.sheet import Sheet

_KINDS = (("PDF, to read and to keep", ".pdf"), ("Excel", ".xlsx"), ("CSV", ".csv"))
_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Subject:
    """What may be exported from here: everything, a client, the chosen case; or one plan, or one map, alone."""

    companies: Mapping[str, Company]
    company: str = ""
    case: Case | None = None
    plan: Plan | None = None
    drawn: NumberMap | None = None

    @property
    def alone(self) -> bool:
        """Whether there is nothing to choose."""
        return self.plan is not None or self.drawn is not None

    @property
    def title(self) -> str:
        """What is done with it."""
        if self.drawn is not None:
            return tr("Export the number map")
        return tr("Write the plan as a report") if self.plan else tr("Export the change history")


class ExportSheet(Sheet):
    """Asks what, which kind and where.

    Signals:
        written: a sentence on what was written.
    """

    written = Signal(str)
    over = True

    def __init__(self, subject: Subject, export: Export, bridge: Bridge) -> None:
        holds = tr("document numbers") if subject.drawn is not None else tr("names of customers, and amounts")
        lead = tr("Nothing is changed by it. The file holds {}, and is not encrypted.").format(holds)
        super().__init__(subject.title, lead, confirm_words=tr("Write the file"), width=720)
        self._subject, self._export, self._bridge = subject, export, bridge
        self._working = False
        self._suggested = ""
        self.what, self.month, self.kind = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.file, self.replace = QLineEdit(), QCheckBox(tr("Replace the file where it is there already"))
        self._fill()
        self._suggest()

    def first_focus(self) -> QWidget:
        """What is to be written; for a plan or a map its kind."""
        return self.kind if self._subject.alone else self.what

    # --- what it shows ----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        self._choices()
        fields = [(tr("Kind of file"), self.kind)]
        if not self._subject.alone:
            fields = [(tr("What"), self.what), (tr("Month"), self.month), *fields]
        for place, (words, field) in enumerate(fields):
            field.setAccessibleName(words)
            field.currentIndexChanged.connect(self._suggest)
            grid.addWidget(plain(words, "small"), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        self.rows.addWidget(box)
        self.rows.addWidget(plain(tr("File"), "small"))
        self.file.setAccessibleName(tr("File"))
        self.file.setCursorPosition(0)
        self.rows.addWidget(self.file)
        self.rows.addWidget(self._below())

    def _below(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        choose = button(tr("Choose another place …"))
        choose.clicked.connect(self._choose)
        grid.addWidget(self.replace, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(choose, 0, 1)
        return box

    def _choices(self) -> None:
        for words, ending in _KINDS:
            self.kind.addItem(tr(words), ending)
        self.what.addItem(tr("All companies"), Wanted())
        for realm, company in self._subject.companies.items():
            self.what.addItem(company.name, Wanted(company=realm))
            if realm == self._subject.company:
                self.what.setCurrentIndex(self.what.count() - 1)
        if (case := self._subject.case) is not None:
            words = tr("Case {}: number {}").format(case.id, case.doc_number or tr("unknown"))
            self.what.addItem(words, Wanted(case_id=case.id))
        self.month.addItem(tr("All months"), None)
        for year, month in _months(self._export.local(self._export.clock.now())):
            self.month.addItem(f"{year}-{month:02}", (year, month))

    def _suggest(self) -> None:
        """Names the file after what is in it, unless somebody has named it."""
        of_case = self._wanted.case_id is not None
        self.month.setEnabled(not of_case)
        if self.file.text() in ("", self._suggested):
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            self._suggested = str(Path(folder) / f"{self._name()}{self.kind.currentData()}")
            self.file.setText(self._suggested)
        else:
            self.file.setText(str(Path(self.file.text()).with_suffix(self.kind.currentData())))
        self.show_problem("")

    def _name(self) -> str:
        if self._subject.plan is not None:
            return tr("Untwin plan")
        if self._subject.drawn is not None:
            return tr("Untwin number map {}").format(_plain_name(self._company_name))
        wanted = self._wanted
        company = self._subject.companies.get(wanted.company or "")
        parts = [tr("Untwin changes"), _plain_name(company.name) if company else ""]
        parts += [tr("case {}").format(wanted.case_id)] if wanted.case_id else []
        parts += [f"{wanted.month[0]}-{wanted.month[1]:02}"] if wanted.month else []
        return " ".join(part for part in parts if part)

    @property
    def _company_name(self) -> str:
        company = self._subject.companies.get(self._subject.company)
        return company.name if company else ""

    @property
    def _wanted(self) -> Wanted:
        what: Wanted = self.what.currentData()
        month = None if what.case_id is not None else self.month.currentData()
        # Qt hands a pair back as a list.
        return Wanted(what.company, tuple(month) if month else None, what.case_id)

    # --- what a person does -----------------------------------------------------------------------------------

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, self.accessibleName(), self.file.text())
        if chosen:
            # The dialog has asked already whether it may be replaced.
            self.file.setText(chosen)
            self.replace.setChecked(True)

    def confirm(self) -> None:
        """Writes the file; while that goes on nothing more is begun."""
        if self._working:
            return
        if not self.file.text().strip():
            self.show_problem(tr("Say where the file is to go."))
            return
        self._working = True
        self.show_problem("")
        self.name_confirm(tr("Writing …"))
        file, replace, wanted = Path(self.file.text().strip()), self.replace.isChecked(), self._wanted

        def work() -> int:
            subject, export = self._subject, self._export
            if subject.drawn is not None:
                return export.number_map(subject.drawn, self._company_name, file, replace=replace)
            if subject.plan is not None:
                export.dry_run(subject.plan, file, replace=replace)
                return len(subject.plan.rows)
            return export(file, wanted, replace=replace)

        done = so_long_as(lambda: self.here, self._done)
        self._bridge.run("history", work, done, so_long_as(lambda: self.here, self._failed))

    def _done(self, count: int) -> None:
        self._working = False
        said = count_words(count, tr("change"), tr("changes"))
        if self._subject.drawn is not None:
            said = tr("{} series").format(count)
        self.written.emit(tr("{} written to {}.").format(said, self.file.text().strip()))
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._working = False
        self.name_confirm(tr("Write the file") + "   Ctrl+Enter")
        self.show_problem(problem_words(problem))


def _months(now: datetime) -> Sequence[tuple[int, int]]:
    """This month and those before it."""
    last = now.year * 12 + now.month - 1
    return [(month // 12, month % 12 + 1) for month in range(last, last - _MONTHS, -1)]


def _plain_name(text: str) -> str:
    """A client's name as a part of a file's: never a path, never a sign that a system forbids."""
    return " ".join("".join(c if c.isalnum() or c in " -_" else " " for c in text).split())[:60]
