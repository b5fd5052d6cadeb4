"""Shows what a bill list would fill, row by row, before anything is stored; each doubt stands with its reason."""

from collections.abc import Iterable, Iterator
from itertools import islice

from PySide6.QtWidgets import QWidget

from untwin.domain.cases.case import Case
from untwin.domain.errors.bills import BillList, BillRow
from untwin.domain.sources.declared import source_name
from untwin.domain.sources.incoming import Incoming
from untwin.domain.waiting.filling import Account, FillPlan
from untwin.domain.words.phrasing import capital
from untwin.ui.kit.choosing import Choice
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.labels import plain
from untwin.ui.kit.plain_table import PlainTable, Row
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.filling import Filling

_MOST = 2000  # rows of the list for which nothing waits and that are shown one by one


class FillSheet(Sheet):
    """The plan as a table; where cases of several accounts wait for the list's numbers it asks first whose it is."""

    def __init__(self, bills: BillList, filling: Filling, company: str | None, names: dict[str, str]) -> None:
        title = tr("Fill waiting documents from an invoice list")
        super().__init__(title, "", confirm_words=tr("Fill"), width=1040)
        self._bills, self._filling, self._names = bills, filling, names
        self.plan: FillPlan | None = None
        self._accounts: list[Account] = []
        self._lead = plain(tr("Comparing the list with what waits …"), "lead")
        self.rows.addWidget(self._lead)
        self._choice: Choice | None = None
        titles = (tr("What"), tr("Number"), tr("Waiting document"), tr("Where from, or why not"))
        self.table = PlainTable(tr("What the list would do"), titles, (18, 14, 42, 50))
        self.table.chosen.connect(self._show_detail)
        self.table.hide()
        self.rows.addWidget(self.table)
        self._detail = plain("", "muted", select=True)
        self.rows.addWidget(self._detail)
        self.confirm_button.hide()
        self._ask((company, None) if company else None)

    def first_focus(self) -> QWidget:
        """The choice, or the table."""
        return self._choice.chosen if self._choice else self.table if self.table.shown else self.cancel_button

    def take_room(self, room: int) -> None:
        """Gives the table what the lines around it leave."""
        around = self._lead.heightForWidth(self.width() - 60) + 2 * self._detail.sizeHint().height() + 40
        self.table.fit_height(room - around)

    def confirm(self) -> None:
        """Says whose list it is, or fills."""
        if self._choice is not None:
            account = self._accounts[int(self._choice.key)]
            self.rows.removeWidget(self._choice)
            self._choice.deleteLater()
            self._choice = None
            self._ask(account)
        elif self.plan is not None and self.plan.fills:
            self._filling.fill(self.plan, self._filled, self._failed)

    def _ask(self, account: Account | None) -> None:
        self._filling.plan(self._bills, account, self._show, self._failed)

    def _show(self, plan: FillPlan) -> None:
        if not self.here:
            return
        self.plan = plan
        self._lead.setText(tr(plan.sentence))
        if plan.asks_account:
            self._show_accounts(plan)
        else:
            self.table.show_rows(tuple(_rows(plan)))
            self.table.setVisible(bool(self.table.shown))
            self.name_confirm(tr("Fill {}   Ctrl+Enter").format(len(plan.fills)))
            self.confirm_button.setVisible(bool(plan.fills))
            if not plan.fills:
                self.name_cancel(tr("Close"))
        self.refit()
        self.first_focus().setFocus()

    def _show_accounts(self, plan: FillPlan) -> None:
        self._accounts = [account for account, _ in plan.accounts]
        offered = [(str(place), self._account_words(each, n)) for place, (each, n) in enumerate(plan.accounts)]
        self._choice = Choice(tr("Whose list is it?"), offered)
        self.rows.insertWidget(1, self._choice)
        self.name_confirm(tr("It is this one's   Ctrl+Enter"))
        self.confirm_button.show()

    def _account_words(self, account: Account, count: int) -> str:
        company, source = account
        name = self._names.get(company or "", tr("No company yet"))
        app = source_name(source) if source else tr("app not known")
        return tr("{}, {}: {}").format(name, app, count_words(count, tr("case waits"), tr("cases wait")))

    def _show_detail(self, row: int, _column: int) -> None:
        cells = self.table.shown[row] if 0 <= row < len(self.table.shown) else ()
        self._detail.setText("  ·  ".join(cell for cell in cells if cell))

    def _filled(self, _filled: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        if self.here:
            self.show_problem(problem_words(problem))


def _rows(plan: FillPlan) -> Iterator[Row]:
    """What happens first, then what doesn't and why, then what the list holds beside."""
    filled = {fill.case.id for fill in plan.fills}
    for fill in plan.fills:
        yield tr("To be filled"), fill.case.doc_number or "", _facts(fill.incoming), fill.incoming.known_from
    for case, why in plan.doubtful:
        yield tr("Not certain"), case.doc_number or "", _known(case), why
    for case, why in plan.kept:
        yield tr("Stays"), case.doc_number or "", _known(case), why
    for case in plan.still_unknown:
        why = tr("The list doesn't say all of it.") if case.id in filled else tr("It isn't in this list.")
        yield tr("Still unknown"), case.doc_number or "", _known(case), why
    for sentence in plan.unread:
        yield tr("Not read"), "", "", sentence
    yield from _unmatched(plan.unmatched)


def _unmatched(rows: Iterable[BillRow]) -> Iterator[Row]:
    left = iter(rows)
    for row in islice(left, _MOST):
        facts = (row.customer or "", money(row.total, row.currency, ""), medium_day(row.date))
        yield tr("Nothing waits"), row.number or "", ", ".join(fact for fact in facts if fact), row.where
    more = sum(1 for _ in left)
    if more:
        yield tr("Nothing waits"), "", tr("for {} rows more").format(f"{more:,}"), ""


def _known(case: Case) -> str:
    return _facts(case.incoming) if case.incoming else tr("nothing known yet")


def _facts(incoming: Incoming) -> str:
    facts = (
        capital(tr(incoming.kind.words)),
        incoming.customer or "",
        money(incoming.total, incoming.currency, ""),
        medium_day(incoming.date),
    )
    return ", ".join(fact for fact in facts if fact)
