"""Serves the sample firms until interrupted: the arguments, the sockets and the one event loop."""

import argparse
import asyncio
import contextlib
import gc
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from untwin.sample import wire
from untwin.sample.cutting import CuttableProtocol
from untwin.sample.firm.firms import servers
from untwin.sample.origin import Origin
from untwin.sample.parent import parent_gone
from untwin.sample.quickbooks.keeping import FileTroubleError, Keeper
from untwin.sample.switches import Switches, add_switches
from untwin.sample.town import Town

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class PortTakenError(Exception):
    """Another program listens on the port that was asked for."""

    port: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `serve` takes."""
    parser.add_argument(
        "--port", type=_port, default=0, metavar="N", help="port of QuickBooks, the apps take the next (default: any)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which firm (default: 1)")
    parser.add_argument("--today", type=_day, metavar="DATE", help="the firm's date (default: today)")
    parser.add_argument(
        "--file",
        type=Path,
        metavar="PATH",
        help="keep what is written in a file, and go on with it (default: in memory)",
    )
    add_switches(parser)
    parser.add_argument(
        "--cycle", type=float, default=1.0, metavar="SECONDS", help="seconds between two cycles of sources (default: 1)"
    )
    parser.add_argument("--die-with-parent", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Serves; 0 after an interruption, 3 when a port is taken or the file can't be used."""
    try:
        with contextlib.ExitStack() as stack:
            keeper = stack.enter_context(contextlib.closing(Keeper.open(options.file))) if options.file else None
            origin = _origin(options, keeper)
            places = range(1 + servers(origin.firms))
            sockets = [stack.enter_context(_bound(options.port and options.port + place)) for place in places]
            town = Town.found(origin, [_base(one) for one in sockets], Switches.of(options))
            town.quickbooks.keeper = keeper
            asyncio.run(_serve(town, sockets, options))
    except PortTakenError as taken:
        sys.stderr.write(f"Port {taken.port} is taken by another program: choose another one with --port.\n")
        return 3
    except FileTroubleError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 3
    return 0


def _origin(options: argparse.Namespace, keeper: Keeper | None) -> Origin:
    """What the books are made from: what was asked for, or what the file was made with."""
    asked = Origin.asked(options)
    if keeper is None:
        return asked
    facts = keeper.facts
    if "seed" not in facts:
        keeper.remember(asked.facts)
        return asked
    origin = Origin.read(facts)
    if replace(asked, today=options.today or origin.today, shift=origin.shift) != origin:
        sys.stderr.write(f"{options.file} goes on as it was made: {origin.words}\n")
    return origin


async def _serve(town: Town, sockets: list[socket.socket], options: argparse.Namespace) -> None:
    stop = _stop_event()
    serving = [(_server(app), listening) for app, listening in zip(town.apps(), sockets, strict=True)]
    tasks = [asyncio.create_task(server.serve(sockets=[listening])) for server, listening in serving]
    while not all(server.started for server, _ in serving):  # noqa: ASYNC110 - uvicorn tells it by no event
        await asyncio.sleep(0.005)
    await town.prepare()
    # What stands now stays: with 100,000 documents each full collection would hold all answers up for 0.5 to 0.9 s.
    gc.freeze()
    sys.stdout.buffer.write(wire.write(town.greeting) + b"\n")
    sys.stdout.buffer.flush()
    workers = [worker for house in town.houses for worker in house.workers.values()]
    background: list[asyncio.Task[Any]] = [asyncio.create_task(worker.run(options.cycle)) for worker in workers]
    background.append(asyncio.create_task(stop.wait()))
    if options.die_with_parent:
        background.append(asyncio.create_task(parent_gone()))
    await asyncio.wait(background, return_when=asyncio.FIRST_COMPLETED)
    for server, _ in serving:
        server.should_exit = True
    for task in background:
        task.cancel()
    await asyncio.gather(*tasks, *background, return_exceptions=True)
    for task in background:
        if not task.cancelled():
            # A worker that broke must not look like a clean end.
            task.result()


class _Server(uvicorn.Server):
    """A uvicorn server that leaves the signals to us, since two of them share one loop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures none."""
        yield


def _server(app: ASGIApp) -> _Server:
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        ws="none",
        http=CuttableProtocol,
        server_header=False,
        date_header=False,
        # A client that keeps its connection open must not keep us from ending.
        timeout_graceful_shutdown=1,
    )
    return _Server(config)


def _stop_event() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
            continue
        # Windows' loops take no signal handlers.
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"“{text}” is no port; take a number up to {_LAST_PORT:,}")
    return int(text)


# The sources take the next ports.
_LAST_PORT = 65_000


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it like 2026-11-30") from None


@contextmanager
def _bound(port: int) -> Iterator[socket.socket]:
    # The protocol is named because asyncio sends small answers at once only on sockets that say they are TCP: without
    # it every answer waits 40 ms for the caller's acknowledgement of its headers.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with contextlib.closing(listening):
        if sys.platform != "win32":
            # On Windows this option would let two programs share the port.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except OSError:
            raise PortTakenError(port) from None
        yield listening


def _base(listening: socket.socket) -> str:
    return f"http://{HOST}:{listening.getsockname()[1]}"
