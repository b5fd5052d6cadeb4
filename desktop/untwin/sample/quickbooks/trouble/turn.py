"""One request in the hands of one trick: what a trick can do with it, and the answer it may keep back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from untwin.sample.clock import Clock
from untwin.sample.quickbooks.markup import worded
from untwin.sample.quickbooks.signing.grants import Grants

TOKENS = "/oauth2/v1/tokens/bearer"


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer that nobody has seen yet."""

    start: Message
    body: bytes

    @property
    def headers(self) -> MutableHeaders:
        """Its headers; changes to them are kept."""
        return MutableHeaders(scope=self.start)

    def with_body(self, body: bytes) -> "Answer":
        """The same with another body, whose length is told rightly."""
        self.headers["Content-Length"] = str(len(body))
        return replace(self, body=body)


@dataclass(frozen=True, slots=True)
class Turn:
    """One request and who would answer it."""

    app: ASGIApp
    scope: Scope
    receive: Receive
    send: Send
    clock: Clock
    grants: Grants
    stamped: Callable[[ASGIApp], ASGIApp]
    """Gives an answer the headers that every one of QuickBooks' has."""

    @property
    def request(self) -> Request:
        """The request in words."""
        return Request(self.scope)

    @property
    def is_for_tokens(self) -> bool:
        """Whether it asks the token endpoint, whose errors look different."""
        return bool(self.scope["path"] == TOKENS)

    async def go_on(self) -> None:
        """Lets QuickBooks answer as it would."""
        await self.app(self.scope, self.receive, self.send)

    async def answer(self) -> Answer:
        """Lets QuickBooks do what was asked, and keeps its answer back."""
        said: list[Message] = []

        async def keep(message: Message) -> None:
            said.append(message)

        await self.app(self.scope, self.receive, keep)
        return Answer(said[0], b"".join(message.get("body", b"") for message in said[1:]))

    async def say(self, answer: Answer) -> None:
        """Lets the caller have an answer."""
        await self.send(answer.start)
        await self.send({"type": "http.response.body", "body": answer.body})

    async def reply(self, response: Response) -> None:
        """Answers in QuickBooks' place, in its name."""
        said = worded(response, self.request.headers.get("accept", ""))
        await self.stamped(said)(self.scope, self.receive, self.send)

    async def intrude(self, response: Response) -> None:
        """Answers in QuickBooks' place, as something that stands before it."""
        await response(self.scope, self.receive, self.send)
