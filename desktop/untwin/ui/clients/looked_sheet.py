"""Takes a person's word that an app was looked into: nothing fails there that isn't in the inbox."""

from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QWidget

from untwin.domain.inbox.clients import Client
from untwin.flows.person import Person
from untwin.ui.clients.reading import ClientsReading
from untwin.ui.clients.rows import check_words
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.asking import NameLine
from untwin.ui.sheets.sheet import Sheet


class LookedSheet(Sheet):
    """Asks in which of a client's apps; those that were not looked at for a week are marked already."""

    over = True

    def __init__(self, client: Client, reading: ClientsReading, person: Person, now: datetime) -> None:
        lead = tr(
            "Say so only after you have opened its list of what fails and everything in it is here. The change history "
            "keeps your word with your name. Taking the whole list in with Ctrl+Shift+V does the same and proves it."
        )
        title = tr("You looked into the apps of {}").format(client.name)
        super().__init__(title, lead, confirm_words=tr("Note it"), width=680)
        self._client, self._reading = client, reading
        reading.setParent(self)
        self.boxes: dict[str, QCheckBox] = {}
        for check in client.checks:
            box = QCheckBox(check.name)
            box.setChecked(check.is_stale(now) or len(client.checks) == 1)
            self.boxes[check.source] = box
            self.rows.addWidget(box)
            self.rows.addWidget(plain(check_words(check, now), "small"))
        self.name_line = NameLine(person)
        self.rows.addWidget(self.name_line)

    def first_focus(self) -> QWidget:
        """The first app."""
        return next(iter(self.boxes.values()))

    def confirm(self) -> None:
        """Notes it."""
        apps = [source for source, box in self.boxes.items() if box.isChecked()]
        if not apps or self.name_line.missing:
            self.show_problem(self.name_line.missing if apps else tr("Mark in which app you looked."))
            return
        here, failed = (so_long_as(lambda: self.here, each) for each in (self._done, self._failed))
        self._reading.looked(self._client.realm, apps, self.name_line.new_name, here, failed)

    def _done(self, _nothing: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))
