"""Every scenario of all three sample firms, pasted and ended by keys in the real window on a real screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import requests

from ui.by_keys import SERVED, KeyHands, row_of
from ui.seat import seat
from untwin.sample.expect import FIRMS, Expected, check, scenarios
from untwin.walkthrough.browser import Browser
from untwin.walkthrough.errand import Errand

TODAY = datetime.now(UTC).astimezone().date()
KNOWN = scenarios(FIRMS, 1, TODAY)
REALMS = list(dict.fromkeys(one.company for one in KNOWN))


@dataclass
class Playing:
    """A window with a person before it."""

    hands: KeyHands
    session: requests.Session
    base: str

    def play(self, told: Expected) -> None:
        """Pastes one error and brings it to its end."""
        company = self.hands.desk.companies.get(told.company)
        case = self.hands.paste(row_of(told, company, self.session), company)
        said: list[str] = []
        errand = Errand(self.hands, Browser(self.session), company, case, told, self.base, said.append)
        errand.run()
        ended = self.hands.desk.cases.get(case.id)
        verdict = ended.judgement.verdict.value if ended.judgement else ""
        assert (ended.state.value, verdict) == (told.state, told.verdict or verdict), (said, ended.note)

    def wrong(self) -> list[str]:
        """What the servers' books have against it."""
        greeting = self.session.get(f"{self.base}/sample", timeout=10).json()
        return [f"{result.key}: {sentence}" for result in check(greeting, 1, TODAY) for sentence in result.wrong]


@pytest.fixture(scope="module")
def playing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playing]:
    """One window for all scenarios."""
    with seat(tmp_path_factory.mktemp("firms"), SERVED) as taken:
        yield Playing(taken.hands, taken.session, taken.base)


def _name(one: Expected) -> str:
    return f"{('law', 'studio', 'both')[REALMS.index(one.company)]}-{one.key}"


@pytest.mark.parametrize("told", KNOWN, ids=_name)
def test_it_is_ended_by_keys_alone(playing: Playing, told: Expected) -> None:
    playing.play(told)


def test_the_books_of_all_firms_say_so_too(playing: Playing) -> None:
    assert playing.wrong() == []
