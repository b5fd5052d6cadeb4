"""HubSpot's other errors on a served firm: read off its page, advised on, put right by a person, seen at their end."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import requests

from conftest import QUICK
from untwin.app.samples import Opened, sample_desk
from untwin.domain.cases.advice import RetrySense
from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.quickbooks.client import make_session

K = FaultKind
TIDEWATER = 1


@dataclass
class Studio:
    """The HubSpot firm with its errors taken in and looked up."""

    opened: Opened
    session: requests.Session
    page: str

    def case(self, kind: FaultKind) -> Case:
        """The case of a kind, as it stands now."""
        return next(case for case in self.opened.desk.cases.all() if case.kind is kind)

    def deed(self, name: str) -> None:
        """A person does something in QuickBooks or HubSpot."""
        base = self.opened.greeting["quickbooks"]["base"]
        assert self.session.post(f"{base}/sample/deeds/{name}", timeout=10).ok

    def look(self, kind: FaultKind) -> Case:
        return self.opened.desk.look_up(self.case(kind).id)

    def until(self, case: Case, state: State) -> Case:
        """The case after looks at QuickBooks, until it stands there."""
        for _ in range(100):
            seen = self.opened.desk.watch(case.id)
            if seen.state is state:
                return seen
            time.sleep(0.1)
        pytest.fail(f"{seen.state}: {seen.note}")


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    folder = tmp_path_factory.mktemp("playbooks")
    with sample_desk(folder / "home", (*QUICK, "--firms", "2")) as opened, make_session() as session:
        company = opened.greeting["quickbooks"]["companies"][TIDEWATER]
        page = company["sources"]["hubspot"]["failing_page"]
        made = Studio(opened, session, page)
        file = folder / "failing.html"
        file.write_text(session.get(page, timeout=10).text, encoding="utf-8")
        opened.desk.take_in.files([file], company["realm_id"], "hubspot")
        assert opened.desk.look_up.all([case.id for case in opened.desk.cases.all()]).problems == {}
        yield made


def source_link(studio: Studio, case: Case) -> str:
    binding = studio.opened.desk.companies.get(case.company or "").binding("hubspot")
    assert binding is not None
    assert case.incoming is not None
    return binding.record_page.replace("{id}", case.incoming.source_id or "")


def ends_posted(studio: Studio, kind: FaultKind) -> Case:
    """Retried by the person's save in HubSpot, then watched until it posted."""
    card = studio.opened.desk.retry(studio.case(kind).id)
    saved = studio.session.post(source_link(studio, card.case), data={"title": "Again"}, timeout=10)
    assert saved.ok
    return studio.until(card.case, State.POSTED)


@pytest.mark.parametrize(
    ("kind", "deed", "field"),
    [
        (K.MISSING_CUSTOMER, "correct-email", "E-mail"),
        (K.DUPLICATE_NAME, "rename-contact", "is"),
        (K.SERVICE_DATE_REQUIRED, "switch-off-revenue-recognition", ""),
    ],
)
def test_hubspots_errors_end_posted_once_a_person_has_put_them_right(
    studio: Studio, kind: FaultKind, deed: str, field: str
) -> None:
    case = studio.case(kind)
    assert case.state is State.NEEDS_DECISION
    assert case.advice is not None
    assert case.advice.retry is RetrySense.AFTER
    assert field in " ".join(difference.label for difference in case.advice.differs)
    studio.deed(deed)
    again = studio.look(kind)
    assert again.advice is not None
    assert again.advice.changed
    assert ends_posted(studio, kind).state is State.POSTED


def test_closed_books_block_until_they_are_opened(studio: Studio) -> None:
    case = studio.case(K.CLOSED_PERIOD)
    assert case.state is State.BLOCKED
    studio.deed("reopen-books-of-tidewater")
    assert studio.look(K.CLOSED_PERIOD).state is State.NEEDS_DECISION
    ends_posted(studio, K.CLOSED_PERIOD)


def test_what_was_changed_outside_is_put_back_line_by_line_and_is_gone_from_the_list(studio: Studio) -> None:
    case = studio.case(K.EXTERNAL_MODIFICATION)
    assert case.advice is not None
    assert any(difference.label.startswith("Line “") for difference in case.advice.differs)
    studio.deed("restore-amounts")
    again = studio.look(K.EXTERNAL_MODIFICATION)
    assert again.advice is not None
    assert (again.advice.differs, again.advice.retry) == ((), RetrySense.NOW)
    card = studio.opened.desk.retry(again.id)
    assert studio.session.post(source_link(studio, card.case), data={"title": "Again"}, timeout=10).ok
    for _ in range(100):
        listed = studio.session.get(studio.page, timeout=10).text
        if (again.waiting_number or "") not in listed:
            break
        time.sleep(0.1)
    ended = studio.opened.desk.end_gone(again.id, listed)
    assert (ended.state, "gone from HubSpot's list" in ended.note) == (State.POSTED, True)
