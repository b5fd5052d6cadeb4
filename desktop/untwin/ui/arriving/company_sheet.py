"""Asks once which company errors belong to: those of a whole paste, or a selection that was bound to a wrong one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import source_name
from untwin.flows.arriving.bind import Bound
from untwin.ui.case.side_by_side import waiting_title
from untwin.ui.kit.choosing import Choice
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.clerk import Clerk

_NAMED = 8  # cases whose numbers are said


class CompanySheet(Sheet):
    """The companies, the likeliest first; what a source's account says stands beside its name, and which was `last`.

    None is chosen beforehand: whoever confirms without a look would have a client's errors looked up at another one.
    `then` hears what came of the binding.
    """

    def __init__(self, cases: Sequence[Case], companies: Sequence[Company], clerk: Clerk, last: str = "") -> None:
        many = len(cases) > 1
        title = tr("Which company do these {} errors belong to?") if many else tr("Which company does it belong to?")
        lead = tr("Errors don't say it. They are looked up in the company that you choose.")
        if not many:
            lead = tr("The error doesn't say it. The case is looked up in the company that you choose.")
        confirm = tr("Look them up there") if many else tr("Look it up there")
        super().__init__(title.format(len(cases)), lead, confirm_words=confirm, width=620)
        self._cases, self._clerk = tuple(cases), clerk
        self.then: Callable[[Bound], None] | None = None
        self.rows.addWidget(plain(_about(cases), "muted"))
        sources = sorted({case.source for case in cases if case.source})
        self.choice = Choice(tr("Company"), [(c.realm, _words(c, sources, last)) for c in companies], guess=False)
        self.choice.chose.connect(self._chosen)
        self.rows.addWidget(self.choice)
        bound = {case.company for case in cases}
        if len(bound) == 1 and (realm := next(iter(bound))) is not None:
            self.choice.take_key(realm)

    def first_focus(self) -> QWidget:
        """The choice."""
        return self.choice.chosen

    def _chosen(self) -> None:
        """What was missing is there."""
        self.show_problem("")

    def confirm(self) -> None:
        """Binds the cases and has them looked up."""
        if not self.choice.key:
            self.show_problem(tr("Choose the company first: press its number, or type its name."))
            self.choice.chosen.setFocus()
            return
        self._clerk.bind(self._cases, self.choice.key, self.then)
        self.closed.emit()


def _about(cases: Sequence[Case]) -> str:
    if len(cases) == 1:
        return f"{waiting_title(cases[0], None)}: {cases[0].findings[0].message}"
    named = ", ".join(case.doc_number or tr("no number") for case in cases[:_NAMED])
    more = len(cases) - _NAMED
    return tr("{} and {} more").format(named, more) if more > 0 else named


def _words(company: Company, sources: Sequence[str], last: str) -> str:
    connected = ", ".join(source_name(source) for source in sources if company.binding(source))
    chosen = tr("chosen last") if company.realm == last else ""
    return "  ·  ".join(filter(None, (company.name, connected, chosen)))
