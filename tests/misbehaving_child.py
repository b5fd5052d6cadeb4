"""The program of the misbehaving server: reads its script from standard input, prints its port and serves.

Hundreds of tests start one, so it imports little: nothing that isn't part of Python.
"""

import asyncio
import json
import sys
from contextlib import suppress
from typing import Any

TOLD = "/told"
TOKENS = "/oauth2/v1/tokens/bearer"


async def _serve(script: dict[str, list[dict[str, Any]]]) -> None:
    heard: list[dict[str, Any]] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            if script["replies"][0]["cut"] == "at once":
                writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                writer.close()
                return
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
