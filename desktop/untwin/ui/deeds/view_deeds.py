"""What the actions about views do: save the present filter as one, give it another name, remove it."""

from collections.abc import Callable
from dataclasses import dataclass

from untwin.domain.inbox.inbox import VIEWS, View
from untwin.flows.desk import Desk
from untwin.ui.desk.header import Tabs
from untwin.ui.inbox.filter_line import FilterLine
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.toast import Toast
from untwin.ui.kit.words import tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.triage.view_sheet import ViewSheet
from untwin.ui.work.marking import Marking

Views = tuple[View, ...]


@dataclass(frozen=True)
class ViewDeeds:
    """Honours `ViewContext`."""

    desk: Desk
    marking: Marking
    listing: Listing
    tabs: Tabs
    ground: SheetGround
    toast: Toast

    @property
    def count(self) -> int:
        """How many views there are, Untwin's own and the saved ones."""
        return len(self.listing.views)

    @property
    def line(self) -> str:
        """The present filter: what the view asks for, and what is typed."""
        return f"{self.listing.views[self.listing.view].line} {self.listing.typed}".strip()

    @property
    def saved(self) -> str:
        """The name of the saved view that is shown; empty where it is one of Untwin's own."""
        place = self.listing.view
        return self.listing.views[place].title if place >= len(VIEWS) else ""

    def begin(self, field: FilterLine) -> None:
        """Shows the views that were saved; `field` is told what can be filtered by."""
        self._show(self.desk.triage.views.all())
        field.known = self._known

    def save(self) -> None:
        """Asks for the name of the present filter."""
        line = self.line

        def keep(name: str, done: Then, failed: Failed) -> None:
            self._keep(lambda: self.desk.triage.views.save(name, line), self._then(name, done), failed)

        self.ground.open(ViewSheet(tr("Save the filter as a view"), line, self.saved, keep))

    def rename(self) -> None:
        """Asks for another name of the shown view."""
        old, line = self.saved, self.listing.views[self.listing.view].line

        def keep(name: str, done: Then, failed: Failed) -> None:
            self._keep(lambda: self.desk.triage.views.rename(old, name), self._then(name, done), failed)

        self.ground.open(ViewSheet(tr("Rename the view “{}”").format(old), line, old, keep))

    def remove(self) -> None:
        """Removes the shown view; its cases stay where they are."""
        name, view, place = self.saved, self.listing.views[self.listing.view], self.listing.view - len(VIEWS)

        def removed(views: Views) -> None:
            self._show(views)
            self._open(len(VIEWS) - 1)
            words = tr("View “{}” removed; its cases are where they were.").format(name)
            self.marking.offer_undo(lambda: self._put_back(view, place), words)

        self._keep(lambda: self.desk.triage.views.remove(name), removed, self._failed)

    def _put_back(self, view: View, place: int) -> None:
        def there(views: Views) -> None:
            self._show(views)
            self._open(self._place_of(view.title))
            self.toast.say(tr("View “{}” is back.").format(view.title))

        self._keep(lambda: self.desk.triage.views.put_back(view.title, view.line, place), there, self._failed)

    def _place_of(self, title: str) -> int:
        return [view.title.casefold() for view in self.listing.views].index(title.casefold())

    def _then(self, name: str, done: Then) -> Callable[[Views], None]:
        def kept(views: Views) -> None:
            done(views)
            self._show(views)
            place = self._place_of(" ".join(name.split()))
            self.tabs.filter.clear()
            self._open(place)
            words = tr("View “{}” kept; Ctrl+{} shows it.")
            self.toast.say(words.format(self.listing.views[place].title, place + 1))

        return kept

    def _keep(self, work: Callable[[], Views], then: Callable[[Views], None], failed: Failed) -> None:
        self.marking.keep(work, then, failed)

    def _failed(self, problem: Exception) -> None:
        self.toast.say(str(problem))

    def _show(self, saved: Views) -> None:
        self.listing.views = (*VIEWS, *saved)
        self.listing.view = min(self.listing.view, len(self.listing.views) - 1)
        self.tabs.show_views(self.listing.views)
        self.tabs.show_view(self.listing.view)

    def _open(self, place: int) -> None:
        self.tabs.show_view(place)
        self.tabs.view_chosen.emit(place)

    def _known(self, word: str) -> tuple[str, ...]:
        """Asked with every letter that is typed, but of what that word is about alone: labels lie in the store."""
        companies = self.listing.companies.values()
        if word == "company":
            return tuple(company.name for company in companies)
        if word == "source":
            return tuple(dict.fromkeys(binding.profile.name for each in companies for binding in each.sources))
        return self.desk.triage.label.known()
