"""Reads a request's body in one piece, and lets the app behind read it once more."""

from starlette.types import Message, Receive


async def whole(receive: Receive) -> bytes:
    """The body of a request."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body.extend(message.get("body", b""))
        more = message.get("more_body", False)
    return bytes(body)


def again(body: bytes, receive: Receive) -> Receive:
    """Says the body as if nobody had read it; afterwards whatever else comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def heard() -> Message:
        return waiting.pop() if waiting else await receive()

    return heard
