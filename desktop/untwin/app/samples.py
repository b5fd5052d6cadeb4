"""Opens a desk on fresh sample firms, whose servers end with it."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from untwin.app.desk import build_desk, keyring_vault
from untwin.domain.problems import KeyringProblem, Problem, Unreachable
from untwin.flows.desk import Desk
from untwin.jobs import Patient
from untwin.ports.machine import Patience
from untwin.ports.sign_in import SampleAddress
from untwin.store.home import Home, open_home

if TYPE_CHECKING:
    from untwin.sample.process import SampleProcess


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk on served sample firms: where they are served, and what a banner must say."""

    desk: Desk
    greeting: dict[str, Any]
    banner: str


@contextmanager
def sample_desk(folder: Path, arguments: tuple[str, ...] = (), patience: Patience | None = None) -> Iterator["Opened"]:
    """A desk on fresh sample firms, whose servers end with it; `patience` is that of the jobs, where there are any.

    Raises:
        Problem: the sample firms don't start, or can't be connected.
    """
    home = open_home(folder)
    with home.window_lock().hold(), served_desk(home, arguments, patience) as opened:
        yield opened


@contextmanager
def served_desk(home: Home, arguments: tuple[str, ...] = (), patience: Patience | None = None) -> Iterator["Opened"]:
    """The same on a home whose window's lock is held.

    Raises:
        Problem: the sample firms don't start, or can't be connected.
    """
    with ExitStack() as stack:
        for old in home.path.glob("untwin.sqlite3*"):
            old.unlink()
        sample = stack.enter_context(_served(arguments))
        base = sample.greeting["quickbooks"]["base"]
        desk, banner = _connected(home, base, patience or Patient())
        stack.callback(_forget_all, desk)
        yield Opened(desk, sample.greeting, banner)


@contextmanager
def _served(arguments: tuple[str, ...]) -> Iterator["SampleProcess"]:
    from untwin.sample.process import SampleError, SampleProcess  # noqa: PLC0415

    try:
        process = SampleProcess(*arguments)
    except SampleError as error:
        raise Unreachable(f"The sample firms don't start: {error}.") from None
    with process:
        yield process


def _connected(home: Home, base: str, patience: Patience) -> tuple[Desk, str]:
    """Connects through the keyring; where none answers, sample tokens are worth nothing and stay in memory."""
    from untwin.vault.vaults import MemoryVault  # noqa: PLC0415

    desk = build_desk(home, keyring_vault(home), patience)
    try:
        desk.connect.sample(SampleAddress(base))
    except KeyringProblem as problem:
        desk = build_desk(home, MemoryVault(), patience)
        desk.connect.sample(SampleAddress(base))
        return desk, f"{problem.sentence} The sample firms' keys are kept in memory until you close Untwin."
    return desk, ""


def _forget_all(desk: Desk) -> None:
    """Takes the sample's keys out of the keyring; one that doesn't answer any more keeps nobody from closing."""
    with suppress(Problem):
        desk.connect.forget_all(desk.who)


def serve_samples(arguments: list[str]) -> int:
    """Serves the sample firms alone, until interrupted."""
    from untwin.sample import serve  # noqa: PLC0415 - Starlette and uvicorn come with it

    parser = argparse.ArgumentParser(prog="untwin sample serve", description="The sample firms, to try and train on.")
    serve.add_arguments(parser)
    return serve.run(parser.parse_args(arguments))
