"""A server that answers as it is told, cuts connections or stays silent, and remembers every request.

It runs as a child process: `with Misbehaving(Reply(503), Reply(cut="after request")) as server: server.base`.
"""

import asyncio
import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from types import TracebackType
from typing import Any, Self

import requests

TOLD = "/told"
TOKENS = "/oauth2/v1/tokens/bearer"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `cut` ends the connection "after request" or "within answer", or keeps it and is "silent".

    BASE in a body stands for the server's own address.
    """

    status: int = 200
    body: str = "{}"
    headers: dict[str, str] = field(default_factory=dict)
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


class Misbehaving:
    """The replies are given in turn, the last one again and again; the token endpoint has `tokens` of its own."""

    def __init__(self, *replies: Reply, tokens: tuple[Reply, ...] = ()) -> None:
        script = {"replies": [asdict(r) for r in replies or (Reply(),)], "tokens": [asdict(t) for t in tokens]}
        self._child = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_clean()
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps(script) + "\n")
        self._child.stdin.flush()
        self.base = f"http://127.0.0.1:{int(self._child.stdout.readline())}"

    def heard(self) -> list[Heard]:
        """Every request so far."""
        with requests.Session() as session:
            session.trust_env = False
            return [Heard(**each) for each in session.get(self.base + TOLD, timeout=10).json()]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.kill()
        self._child.communicate()


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


async def _serve(script: dict[str, list[dict[str, Any]]]) -> None:
    heard: list[dict[str, Any]] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            method, path, headers, body = await _request(reader)
            if path == TOLD:
                await _say(writer, {"status": 200, "headers": {}, "cut": "", "body": json.dumps(heard)})
            else:
                heard.append({"method": method, "path": path, "headers": headers, "body": body})
                line = script["tokens"] if path == TOKENS and script["tokens"] else script["replies"]
                await _say(writer, line.pop(0) if len(line) > 1 else line[0])
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


async def _request(reader: asyncio.StreamReader) -> tuple[str, str, dict[str, str], str]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *rest = head.strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    method, path, _ = first.split()
    return method, path, headers, body.decode("utf-8", "replace")


async def _say(writer: asyncio.StreamWriter, reply: dict[str, Any]) -> None:
    if reply["cut"] == "after request":
        return
    if reply["cut"] == "silent":
        await asyncio.sleep(3600)
    host, port = writer.get_extra_info("sockname")
    body = reply["body"].replace("BASE", f"http://{host}:{port}").encode()
    headers = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Connection": "close"}
    lines = [f"{name}: {value}" for name, value in (headers | reply["headers"]).items()]
    head = f"HTTP/1.1 {reply['status']} Said\r\n" + "\r\n".join(lines) + "\r\n\r\n"
    writer.write(head.encode("latin-1") + (body[: len(body) // 2] if reply["cut"] == "within answer" else body))
    await writer.drain()


if __name__ == "__main__":
    asyncio.run(_serve(json.loads(sys.stdin.readline())))
