"""One session in one window: the full inbox of all three sample firms, brought to zero by keys alone."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from ui.by_keys import SERVED, KeyHands
from ui.screen import until
from ui.seat import Seat, seat
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.domain.inbox.filter_fits import Seen
from untwin.domain.inbox.inbox import VIEWS, counts
from untwin.domain.verdicts.verdict import Verdict
from untwin.sample.expect import FIRMS, Expected, check, scenarios
from untwin.walkthrough.browser import Browser
from untwin.walkthrough.errand import Errand

TODAY = datetime.now(UTC).astimezone().date()
KNOWN = scenarios(FIRMS, 1, TODAY)
_BUSY = frozenset({State.NEW, State.LOOKING})
_SOLVED = (State.POSTED, State.ALREADY_IN_QUICKBOOKS)


@dataclass
class SessionHands(KeyHands):
    """The person's hands in a session: the window has looked everything up already, the first time by itself."""

    seen: set[str] = field(default_factory=set)

    def look_up(self, case: Case) -> Case:
        """What is there; later F5."""
        if case.id in self.seen:
            return super().look_up(case)
        self.seen.add(case.id)
        return self.desk.cases.get(case.id)


@dataclass
class Session:
    """One person at one window."""

    seat: Seat
    hands: SessionHands
    said: list[str] = field(default_factory=list)

    @property
    def cases(self) -> list[Case]:
        return list(self.hands.desk.cases.all())

    def take_in(self, company: Company, page: str) -> None:
        """Copies a source's whole page and pastes it; says whose it is where that is asked."""
        before = len(self.cases)
        screen = self.seat.screen
        with screen.copying(Browser(self.seat.session).text(page)):
            screen.keys("Escape", "Escape", "ctrl+v")
            until(lambda: len(self.cases) > before, "new cases")
        # The cases of one paste come at once; what is missing is asked right then.
        time.sleep(0.7)
        asked = [case for case in self.cases if case.company is None]
        if asked:
            place = [c.realm for c in self.hands.desk.bind.offered(asked)].index(company.realm)
            screen.keys(str(place + 1), "ctrl+Return")
        until(lambda: all(case.company and case.state not in _BUSY for case in self.cases), "the look-ups")

    def choose(self, case: Case, company: Company) -> None:
        """Finds one case by its number, or by what is wrong with it, and goes to it."""
        named = f"no:{case.waiting_number}" if case.waiting_number else '"closed period"'
        screen = self.seat.screen
        with screen.copying(f"{named} company:{company.name.split()[0].lower()}"):
            screen.keys("Escape", "Escape", f"ctrl+{len(VIEWS)}", "slash", "ctrl+a", "ctrl+v")
            time.sleep(0.3)
        # The filter goes again: a case that gets another number would leave it.
        screen.keys("Return", "g", "g", "Escape")
        time.sleep(0.3)

    def end(self, told: Expected, case_id: str) -> Case:
        """Brings one case to its end, and puts it away in the way that fits."""
        company, case = self.hands.desk.companies.get(told.company), self.hands.desk.cases.get(case_id)
        self.choose(case, company)
        Errand(self.hands, Browser(self.seat.session), company, case, told, self.seat.base, self.said.append).run()
        ended = self.hands.desk.cases.get(case.id)
        self.put_away(ended)
        return self.hands.desk.cases.get(case.id)

    def put_away(self, case: Case) -> None:
        """Archives what is solved; what is ignored with a reason is put away by that."""
        if case.state in _SOLVED:
            self.seat.screen.keys("e")
            until(lambda: self.hands.desk.cases.get(case.id).marks.archived, f"{case.doc_number} in the archive")

    def case_of(self, told: Expected) -> Case:
        """The case of a scenario: by its number, or by what it is where the source gives it none."""
        mine = [case for case in self.cases if case.company == told.company]
        if told.number:
            [found] = [case for case in mine if case.waiting_number == told.number]
            return found
        numbered = {one.number for one in KNOWN}
        rest = [case for case in mine if case.waiting_number not in numbered]
        journal = told.entity == "JournalEntry"
        [found] = [case for case in rest if (case.findings[0].entity == "JournalEntry") is journal]
        return found


def is_expected(case: Case, told: Expected) -> bool:
    """Whether its verdict is the scenario's. Which of the two changeable ones it is hangs on when the app was asked."""
    if case.judgement is None or not told.verdict:
        return True
    wanted = Verdict(told.verdict)
    return case.judgement.verdict is wanted or (case.judgement.verdict.changeable and wanted.changeable)


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with seat(tmp_path_factory.mktemp("zero"), SERVED) as taken:
        yield Session(taken, SessionHands(taken.screen, taken.hands.desk))


def test_from_the_full_inbox_of_all_firms_to_zero_by_keys_alone(session: Session) -> None:
    for company in session.hands.desk.companies.all():
        for binding in company.sources:
            session.take_in(company, binding.retry_page)
    assert len(session.cases) == len(KNOWN) == 37
    # Later some have another number, or one at all.
    begun = [(told, session.case_of(told).id) for told in KNOWN]
    for told, case_id in begun:
        ended = session.end(told, case_id)
        assert ended.state.value == told.state, (told.key, ended.note, session.said)
        assert is_expected(ended, told), (told.key, ended.judgement)
    now = datetime.now(UTC).astimezone()
    tabs = dict(zip((view.title for view in VIEWS), counts(Seen(c, now) for c in session.cases), strict=True))
    assert tabs == {title: {"All": 37}.get(title, 0) for title in tabs}
    greeting = session.seat.session.get(f"{session.seat.base}/sample", timeout=10).json()
    wrong = [f"{result.key}: {sentence}" for result in check(greeting, 1, TODAY) for sentence in result.wrong]
    assert wrong == []
