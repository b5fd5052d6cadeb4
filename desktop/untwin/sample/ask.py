"""Asks another sample server over HTTP from inside the event loop."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    body: bytes


async def ask(method: str, url: str, headers: dict[str, str], body: bytes = b"") -> Reply:
    """One request on a connection of its own.

    Written out because the HTTP library of the project blocks and the sample has no thread to block on.
    """
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    sent = {"Host": parts.netloc, "Connection": "close", "Content-Length": str(len(body))} | headers
    head = f"{method} {target} HTTP/1.1\r\n" + "".join(f"{name}: {text}\r\n" for name, text in sent.items())
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        writer.write(f"{head}\r\n".encode("latin-1") + body)
        await writer.drain()
        answered = await reader.read()
    finally:
        writer.close()
        await writer.wait_closed()
    status, _, rest = answered.partition(b"\r\n")
    # The sample servers always send a length and never chunks, so what follows the head is the body.
    return Reply(int(status.split()[1]), rest.partition(b"\r\n\r\n")[2])
