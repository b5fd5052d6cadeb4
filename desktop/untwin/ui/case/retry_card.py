"""The card of an assisted retry: the vendor's words, the number, the company, and when Untwin looks next."""

from PySide6.QtWidgets import QFrame, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import RetryBy, SourceProfile
from untwin.ui.kit.labels import column, plain
from untwin.ui.kit.words import tr


class RetryCard(QFrame):
    """What is left for the person to do; it ticks off itself once the posting is found.

    `others` are the numbers that wait at the same page: they are one visit.
    """

    def __init__(
        self, case: Case, company: Company, others: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card-accent")
        source = company.profile(case.source)
        self.setAccessibleName(tr("Retry in {}").format(source.name))
        rows = column(self, gap=6, margin=14)
        accepted, number = source.retry is RetryBy.WEBHOOK, case.waiting_number or ""
        deed = tr("{} has accepted to send {} again") if accepted else tr("{1} in {0}")
        what = (number or tr("the document")) if accepted else source.what_to_do(number)
        rows.addWidget(plain(deed.format(source.name, what), "strong"))
        rows.addWidget(plain(company.name, select=True))
        if source.place:
            rows.addWidget(plain(_place(source)))
        if others:
            rows.addWidget(plain(tr("Waiting there, too: {}").format(", ".join(others)), select=True))
        copied = [tr("The number is in the clipboard.")] if number else []
        words = " ".join((*copied, tr("Nothing has to be ticked off here.")))
        rows.addWidget(plain(tr("Nothing is left to do there.") if accepted else words, "muted"))
        self._countdown = plain("", "muted")
        self._countdown.setAccessibleName(tr("Next look"))
        rows.addWidget(self._countdown)

    def show_countdown(self, words: str) -> None:
        """Shows when Untwin looks next."""
        self._countdown.setText(words)


def _place(source: SourceProfile) -> str:
    where = tr("There: {}.").format(source.place)
    other = tr("In a rarer case the button says “{}”.").format(source.other_button) if source.other_button else ""
    return f"{where} {other}".strip()
