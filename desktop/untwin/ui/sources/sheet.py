"""The sources sheet: which apps push into which company, what each can do, and whether it answers."""

from PySide6.QtWidgets import QFrame, QWidget

from untwin.ui.acting.registry import Place
from untwin.ui.kit.labels import column, frame, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.sources.rows import SourceRow, Tested, row_of
from untwin.ui.sources.table import SourcesTable
from untwin.ui.sources.work import SourceWork

_BUTTONS = (
    ("test_source", "Test now", "t"),
    ("add_own_source", "Add your own profile …", "a"),
    ("forget_source", "Forget …", "f"),
)


class SourcesSheet(Sheet):
    """Lists the sources of all companies."""

    def __init__(self, work: SourceWork, theme: Theme) -> None:
        lead = tr("The apps that push into QuickBooks. Each account belongs to exactly one company.")
        super().__init__(tr("Sources"), lead, confirm_words=tr("Connect a source …"), width=980)
        self.name_cancel(tr("Close"))
        self.work = work
        work.setParent(self)
        self._tested: dict[tuple[str, str], Tested] = {}
        self.table = SourcesTable(theme)
        self.places = {Place.SOURCES: self}
        self._empty = _empty_words()
        self.rows.addWidget(self._empty)
        self._list = QWidget()
        rows = column(self._list, gap=10)
        rows.addWidget(self.table)
        self._said, self._facts = plain("", select=True), plain("", "muted", select=True)
        rows.addWidget(self._said)
        rows.addWidget(self._facts)
        self.rows.addWidget(self._list)
        self.rows.addWidget(self._buttons())
        self.table.selectionModel().currentRowChanged.connect(self._show_said)
        self.show_sources()

    @property
    def chosen(self) -> SourceRow | None:
        """The source that its actions are about."""
        return self.table.current

    def first_focus(self) -> QWidget:
        """The list; where it is empty, the button that begins."""
        return self.table if self.table.sources.rows else self.confirm_button

    def confirm(self) -> None:
        """Connects a source."""
        self.wanted.emit("connect_source")

    def came_back(self) -> None:
        """A source may have come, which is the one that a person goes on with, or gone."""
        before = {row.key for row in self.table.sources.rows}
        self.show_sources()
        came = [place for place, row in enumerate(self.table.sources.rows) if row.key not in before]
        if came:
            self.table.choose(came[0])

    def show_sources(self) -> None:
        """Shows what the store has now."""
        every = [(company, binding) for company in self.work.companies() for binding in company.sources]
        rows = [row_of(*each, self._tested.get((each[0].realm, each[1].source))) for each in every]
        self.table.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._show_said()

    def test(self) -> None:
        """Asks the chosen source whether it answers."""
        row = self.chosen
        if row is not None:
            self._said.setText(tr("Asking {} …").format(row.binding.profile.name))

            def answered(sentence: str) -> None:
                self._told(row, Tested(sentence, works=True))

            def failed(problem: Exception) -> None:
                self._told(row, Tested(problem_words(problem), works=False))

            self.work.test(*row.key, answered, failed)

    def _told(self, row: SourceRow, tested: Tested) -> None:
        self._tested[row.key] = tested
        self.show_sources()

    def _show_said(self) -> None:
        row = self.chosen
        tested = self._tested.get(row.key) if row else None
        self._said.setText(tested.sentence if tested else "")
        self._said.setVisible(tested is not None)
        self._facts.setText("\n".join(row.binding.profile.facts) if row else "")
        self.refit()

    def _buttons(self) -> QWidget:
        box = QWidget()
        row = self.action_row(_BUTTONS)
        row.addStretch(1)
        column(box).addLayout(row)
        return box


def _empty_words() -> QFrame:
    box = frame("well")
    rows = column(box, gap=6, margin=18)
    rows.addWidget(plain(tr("No source is connected yet"), "big"))
    words = tr(
        "Without one, Untwin knows of a waiting document only what was pasted or typed. Ctrl+Enter connects Clio, "
        "HubSpot or a webhook of your own; for any other app a small profile file says where its retry is."
    )
    rows.addWidget(plain(words))
    return box
