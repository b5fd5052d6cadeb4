"""Which things can be printed where a person is, the likeliest first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QApplication

from untwin.flows.export import Export
from untwin.ui.acting.registry import Registry
from untwin.ui.comfort.keys_sheet import KeysSheet
from untwin.ui.comfort.print_sheet import PrintSheet
from untwin.ui.comfort.printed import Printed, printed_case, printed_keys, printed_list
from untwin.ui.deeds.parts import Parts
from untwin.ui.desk.view import DeskView
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.words import count_words, tr

_MOST = 2000  # rows: more is for a file of another kind


@dataclass(frozen=True)
class Printing:
    """Opens the print sheet."""

    parts: Parts
    view: DeskView
    registry: Registry
    export: Export

    def open(self) -> None:
        """Offers what is in front first: the keys in the key sheet, the case in its pane, else the list."""
        ground = self.parts.ground
        if isinstance(ground.sheet, PrintSheet):
            return
        sheet = PrintSheet(self._offered(), self.export, self.parts.clerk.history.bridge)
        sheet.written.connect(self.parts.toast.say)
        ground.open(sheet)

    def _offered(self) -> dict[str, Callable[[], Printed]]:
        listing = self.parts.listing
        offered: dict[str, Callable[[], Printed]] = {tr("List of cases"): self._list}
        if (case := listing.case) is not None:
            offered[tr("This case")] = partial(printed_case, case, listing.companies)
        offered[tr("Keys")] = partial(printed_keys, self.registry.actions)
        first = self._in_front()
        return {name: offered[name] for name in sorted(offered, key=lambda name: name != first)}

    def _in_front(self) -> str:
        if isinstance(self.parts.ground.sheet, KeysSheet):
            return tr("Keys")
        focused = QApplication.focusWidget()
        inside = focused is not None and self.view.pane.isAncestorOf(focused)
        return tr("This case") if inside else tr("List of cases")

    def _list(self) -> Printed:
        listing: Listing = self.parts.listing
        model = self.view.model
        shown, count = min(model.rowCount(), _MOST), model.rowCount()
        rows = [row for row in map(model.row, range(shown)) if row is not None]
        words = count_words(count, tr("case"), tr("cases"))
        if count > shown:
            words = tr("The first {} of {}").format(shown, words)
        return printed_list(rows, tr(listing.views[listing.view].title), words)
