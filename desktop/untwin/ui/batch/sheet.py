"""The batch plan: many new numbers in one table, what is set aside and why, and one confirmation for all of it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.changes.change import Plan, Row
from untwin.domain.changes.run import Run
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import source_name
from untwin.domain.words.phrasing import capital
from untwin.flows.person import Person
from untwin.ui.acting.registry import Place
from untwin.ui.batch.layout import WideSheet, aside_card, put_in_place
from untwin.ui.batch.rows import Aside, BatchRow, planned_row, rows_words, set_aside, what_they_are, with_heads
from untwin.ui.deciding.change_sheet import place_words
from untwin.ui.kit.figures import money
from untwin.ui.kit.labels import column, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.asking import Asking
from untwin.ui.work.batch_progress import Key
from untwin.ui.work.batches import Batches


class BatchSheet(WideSheet):
    """Plans and confirms. Every change of a number or of what is left out is planned anew.

    Signals:
        confirmed: the batch that was written down, and its rows as they were shown.
    """

    confirmed = Signal(object, object)

    def __init__(
        self,
        cases: Sequence[Case],
        companies: Mapping[str, Company],
        batches: Batches,
        person: Person,
        theme: Theme,
    ) -> None:
        names = [companies[realm] for realm in dict.fromkeys(c.company or "" for c in cases) if realm in companies]
        super().__init__(tr("New numbers"), _places(names), theme, confirm_words=tr("Save the new numbers"))
        self._cases, self._companies, self._batches = {case.id: case for case in cases}, companies, batches
        self._homes = {realm: c.facts.home_currency if c.facts else None for realm, c in companies.items()}
        self._typed: dict[str, dict[str, str]] = {}
        self._out: set[str] = set()
        self._known: dict[Key, Row] = {}
        self._plan: Plan | None = None
        self._busy = self._again = self._confirming = self._writing = False
        self.asking = Asking(person, _reason(cases), narrow=True)
        self._fill()
        self.places = {Place.BATCH: self}
        self._plan_anew()

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table

    # --- what it shows ----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.table.rows.typed.connect(self._number_typed)
        self.table.toggle_wanted.connect(self.toggle)
        head = QWidget()
        rows = column(head, gap=4)
        self._count, self._sums, self._verdicts = plain("", "big"), plain("", select=True), plain("", "small")
        self._wrong = plain("", "bad", select=True)
        for label in (self._count, self._sums, self._verdicts, self._wrong):
            rows.addWidget(label)
        self.panel.addWidget(head)
        self.panel.addWidget(self.asking)
        source = source_name(next(iter(self._cases.values())).source) if self._cases else ""
        several = len({case.source for case in self._cases.values()}) > 1
        self._retry = QCheckBox(tr("Then retry in {}").format(tr("the sources") if several else source))
        self._retry.setChecked(True)
        self.panel.addWidget(self._retry)
        aside = QWidget()
        self._aside = column(aside, gap=8)
        self.panel.addWidget(aside)
        self.panel.addStretch(1)
        self._count.setText(tr("Looking through {} …").format(count_words(len(self._cases), tr("case"), tr("cases"))))

    def _show(self, planned: Plan) -> None:
        current = self.table.current
        rows = self._batch_rows(planned)
        self.table.rows.set_entries(with_heads(rows, self._companies, self._section))
        self.table.choose_key(current.key if current else None)
        changing = [row for row in rows if not row.left_out]
        self.rename(tr("New numbers for {}").format(count_words(len(changing), tr("document"), tr("documents"))))
        self._count.setText(self._count_words(len(changing), len(rows) - len(changing), len(planned.refused)))
        self._sums.setText(_sums(planned.totals))
        aside = set_aside(planned.refused, self._cases)
        self._verdicts.setText(what_they_are(changing, aside, self._cases))
        wrong = _wrong(planned)
        self._wrong.setText(" ".join(wrong[:1]))
        self._wrong.setVisible(bool(wrong))
        self.asking.show_plan(planned, self._homes)
        self._show_aside(aside)
        self.resized.emit()

    def _count_words(self, changing: int, left_out: int, aside: int) -> str:
        said = [rows_words(changing)]
        said += [tr("{} left out").format(left_out)] if left_out else []
        said += [tr("{} set aside").format(aside)] if aside else []
        return ", ".join(said)

    def _show_aside(self, groups: tuple[Aside, ...]) -> None:
        heading = [plain(tr("Set aside; nothing in these is changed"), "heading")] if groups else []
        put_in_place(self._aside, [*heading, *(aside_card(group) for group in groups)])

    def _batch_rows(self, planned: Plan) -> list[BatchRow]:
        """The rows of the plan and those left out, in the order in which the cases were selected."""
        self._known |= {_key(row): row for row in planned.rows}
        refused = {refusal.case_id for refusal in planned.refused}
        rows = {key: row for key, row in self._known.items() if row.case_id not in refused}
        order = {case_id: place for place, case_id in enumerate(self._cases)}
        return [self._batch_row(row) for row in sorted(rows.values(), key=lambda row: order[row.case_id])]

    def _batch_row(self, row: Row) -> BatchRow:
        case, new = self._cases[row.case_id], self._typed.get(row.case_id, {}).get(row.document.id, row.new)
        left_out = row.case_id in self._out
        return planned_row(row, case, self._homes.get(row.company), new=new, left_out=left_out)

    def _section(self, rows: Sequence[BatchRow]) -> str:
        documents = [self._known[row.key].document for row in rows if not row.left_out]
        totals: dict[str, Decimal] = {}
        for document in documents:
            if document.total is not None:
                totals[document.currency or ""] = totals.get(document.currency or "", Decimal(0)) + document.total
        return f"{rows_words(len(documents))}   {_amounts(totals)}"

    def propose_retry(self, *, wanted: bool) -> None:
        """Whether the retries shall follow, unless a person says otherwise here."""
        self._retry.setChecked(wanted)

    @property
    def plan_now(self) -> Plan | None:
        """The plan as it stands; None while it is made."""
        return self._plan

    # --- what changes it --------------------------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Goes that many rows further down."""
        self.table.step(step)

    def toggle(self) -> None:
        """Leaves the chosen row's case out, or takes it back."""
        row = self.table.current
        if row is not None and not self._confirming:
            self._out ^= {row.case_id}
            self._plan_anew()

    def edit(self) -> None:
        """Opens the editor on the chosen row's new number."""
        row = self.table.current
        if row is not None and row.left_out:
            self.show_problem(tr("This row is left out. x takes it back."))
        elif not self._confirming:
            self.table.setFocus()
            self.table.edit_current()

    def other_suggestion(self, step: int) -> None:
        """Puts another suggested number into the chosen row."""
        row = self.table.current
        offered = self._known[row.key].suggestions if row else ()
        if row is None or row.left_out or not offered or self._confirming:
            return
        now = offered.index(row.new) if row.new in offered else -min(step, 0)
        self._number_typed(row.key, offered[(now + step) % len(offered)])

    def _number_typed(self, key: Key, text: str) -> None:
        case_id = self._known[key].case_id
        if self._typed.get(case_id, {}).get(key[2]) != text:
            self._typed.setdefault(case_id, {})[key[2]] = text
            self._plan_anew()

    def _plan_anew(self) -> None:
        """One plan at a time is under way; what changes meanwhile is planned after it."""
        self.show_problem("")
        self._again = True
        if not self._busy:
            self._busy, self._again = True, False
            wanted = {i: self._typed.get(i, {}) for i in self._cases if i not in self._out}
            here = so_long_as(lambda: self.here, self._planned)
            self._batches.plan(wanted, here, so_long_as(lambda: self.here, self._failed))

    def _planned(self, planned: Plan) -> None:
        self._busy, self._plan = False, planned
        self._show(planned)
        if self._again:
            self._plan_anew()
        elif self._confirming:
            self._confirming = False
            self.confirm()

    # --- confirming -------------------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Writes the batch down, if everything is confirmed; says what is missing if not."""
        if self._confirming:
            return
        if self._batches.running is not None:
            self.show_problem(tr("Another batch is being saved; wait until it is over."))
            return
        if self._busy or self._plan is None:
            self._confirming = True
            return
        missing = self._missing(self._plan)
        if missing:
            self.show_problem(tr("Check or put right first: {}").format(" ".join(missing)))
            self._show_missing(self._plan)
            return
        self._confirming = self._writing = True
        self.name_confirm(tr("Writing it down …"))
        self._batches.then_retry = self._retry.isChecked()
        self._batches.confirm(self._plan, self.asking.signed, self._written_down, self._failed)

    def cancel(self) -> None:
        """Leaves; nothing was written down."""
        if self._writing:
            self.show_problem(tr("The batch is being written down; wait a moment."))
        else:
            super().cancel()

    def _missing(self, planned: Plan) -> list[str]:
        if not planned.rows:
            return [tr("No row is left.")]
        return [*_wrong(planned), *self.asking.missing(planned)]

    def _show_missing(self, planned: Plan) -> None:
        wrong = next((row for row in planned.rows if row.why_not), None)
        field = self.asking.first_missing(planned)
        if wrong is not None:
            self.table.choose_key(_key(wrong))
            self.table.setFocus()
        elif field is not None:
            self.panel_scroll.ensureWidgetVisible(field)
            field.setFocus()

    def _written_down(self, run: Run) -> None:
        shown = [entry for entry in self.table.rows.entries if isinstance(entry, BatchRow) and not entry.left_out]
        self.confirmed.emit(run, tuple(shown))

    def _failed(self, problem: Exception) -> None:
        self._busy = self._confirming = self._writing = False
        self.name_confirm(tr("Save the new numbers") + "   Ctrl+Enter")
        self.show_problem(problem_words(problem))


def _wrong(planned: Plan) -> list[str]:
    """Which numbers can't be given, and why."""
    return [f"{capital(row.document.title)}: {row.why_not}" for row in planned.rows if row.why_not]


def _key(row: Row) -> Key:
    return row.company, row.document.entity, row.document.id


def _places(companies: Sequence[Company]) -> str:
    if len(companies) == 1:
        return place_words(companies[0])
    return tr("In {} companies: {}").format(len(companies), ", ".join(company.name for company in companies))


def _reason(cases: Iterable[Case]) -> str:
    """Why, for the change history; of a batch only what is common to all of it."""
    sources = sorted({source_name(case.source) for case in cases if case.source})
    return tr("Documents of {} wait for the numbers").format(" and ".join(sources) or tr("the source"))


def _sums(totals: Mapping[str, Decimal]) -> str:
    return tr("Their totals: {}. No money moves.").format(_amounts(totals)) if totals else ""


def _amounts(totals: Mapping[str, Decimal]) -> str:
    """By currency, each with its code: together they may be several."""
    return ",  ".join(f"{currency} {money(total)}".strip() for currency, total in sorted(totals.items()))
