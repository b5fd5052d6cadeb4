"""Every scenario of all three sample firms, pasted and ended by keys in the real window on a real screen."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import requests

from secret_service import SecretService
from ui.by_keys import SERVED, WINDOW, KeyHands, row_of, stored
from ui.screen import real_screen
from untwin.sample.expect import Expected, check, scenarios
from untwin.walkthrough.browser import Browser
from untwin.walkthrough.errand import Errand

TODAY = datetime.now(UTC).astimezone().date()
KNOWN = scenarios(3, 1, TODAY)
REALMS = list(dict.fromkeys(one.company for one in KNOWN))


@dataclass
class Playing:
    """A window with a person before it; `child` is its process."""

    hands: KeyHands
    session: requests.Session
    child: "subprocess.Popen[bytes]"
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
    """One window for all scenarios; the browser that it opens only notes what it is given."""
    folder = tmp_path_factory.mktemp("firms")
    browser = folder / "bin" / "xdg-open"
    browser.parent.mkdir()
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    with ExitStack() as stack:
        service = stack.enter_context(SecretService())
        screen = stack.enter_context(real_screen())
        env = {**screen.env, **service.env, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        env["PATH"] = f"{browser.parent}:{screen.env['PATH']}"
        log = stack.enter_context((folder / "stderr.txt").open("wb"))
        command = [sys.executable, "-X", "faulthandler", "-c", WINDOW, str(folder / "home"), *SERVED]
        child = stack.enter_context(subprocess.Popen(command, env=env, stderr=log))
        stack.callback(child.terminate)
        screen.wait_for_window("Untwin — Changes document numbers, nothing else.")
        desk = stack.enter_context(stored(folder / "home"))
        session = stack.enter_context(requests.Session())
        base = desk.companies.all()[0].web
        yield Playing(KeyHands(screen, desk), session, child, base)
        assert "Traceback" not in (folder / "stderr.txt").read_text(encoding="utf-8")


def _name(one: Expected) -> str:
    return f"{('law', 'studio', 'both')[REALMS.index(one.company)]}-{one.key}"


@pytest.mark.parametrize("told", KNOWN, ids=_name)
def test_it_is_ended_by_keys_alone(playing: Playing, told: Expected) -> None:
    playing.play(told)


def test_the_books_of_all_firms_say_so_too(playing: Playing) -> None:
    assert playing.wrong() == []
