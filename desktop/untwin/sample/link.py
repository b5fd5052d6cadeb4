"""A source's connection to QuickBooks: a token of its own, and one request at a time."""

import base64
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from untwin.sample import wire
from untwin.sample.ask import Reply, ask
from untwin.sample.quickbooks.faults import FaultError
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.signing.grants import Client

NOT_CONNECTED = "QuickBooks Online is not connected. Please reconnect."
_JSON = {"Accept": "application/json", "Content-Type": "application/json"}


class RefusedError(Exception):
    """QuickBooks refused: the code, its title and the sentence; each source shows what it likes of them."""

    def __init__(self, code: str, title: str, detail: str, field: str = "") -> None:
        super().__init__(detail)
        self.code, self.title, self.detail, self.field = code, title, detail, field


def refused(fault: FaultError) -> RefusedError:
    """What a caller makes of one fault."""
    [error] = fault.envelope()["Fault"]["Error"]
    field = str(error.get("element") or "")
    return RefusedError(str(error["code"]), str(error["Message"]), str(error["Detail"]), field)


@dataclass(slots=True)
class Link:
    """A signed-in way into one company."""

    base: str
    realm: str
    client: Client
    refresh_token: str
    _access: str = field(default="")

    async def find(self, query: str) -> list[Doc]:
        """The documents of a query."""
        answer = await self._ask("GET", f"query?minorversion=75&query={quote(query)}")
        found = [rows for rows in answer["QueryResponse"].values() if isinstance(rows, list)]
        return found[0] if found else []

    async def create(self, entity: str, body: Doc) -> Doc:
        """A new document.

        Raises:
            RefusedError: with the words of the first fault.
        """
        answer = await self._ask("POST", f"{entity.lower()}?minorversion=75", wire.write(body))
        created: Doc = answer[entity]
        return created

    async def delete(self, entity: str, doc: Doc) -> None:
        """Takes a document out.

        Raises:
            RefusedError: with the words of the first fault.
        """
        body = {"Id": doc["Id"], "SyncToken": doc["SyncToken"]}
        await self._ask("POST", f"{entity.lower()}?operation=delete&minorversion=75", wire.write(body))

    async def _ask(self, method: str, path: str, body: bytes = b"") -> Any:
        reply = await self._send(method, path, body)
        if reply.status == 401:
            await self._sign_in()
            reply = await self._send(method, path, body)
        answer = json.loads(reply.body)
        if reply.status != 200:
            raise _refusal(answer)
        return answer

    async def _send(self, method: str, path: str, body: bytes) -> Reply:
        url = f"{self.base}/v3/company/{self.realm}/{path}"
        return await ask(method, url, {"Authorization": f"Bearer {self._access}", **_JSON}, body)

    async def _sign_in(self) -> None:
        pair = base64.b64encode(f"{self.client.id}:{self.client.secret}".encode()).decode()
        headers = {"Authorization": f"Basic {pair}", "Content-Type": "application/x-www-form-urlencoded"}
        form = urlencode({"grant_type": "refresh_token", "refresh_token": self.refresh_token}).encode()
        reply = await ask("POST", f"{self.base}/oauth2/v1/tokens/bearer", headers, form)
        if reply.status != 200:
            raise RefusedError("", "Not connected", NOT_CONNECTED)
        tokens = json.loads(reply.body)
        self._access, self.refresh_token = tokens["access_token"], tokens["refresh_token"]


def _refusal(answer: Any) -> RefusedError:
    error = (answer.get("Fault") or {}).get("Error", [{}])[0]
    detail = str(error.get("Detail", "QuickBooks did not answer."))
    field = str(error.get("element") or "")
    return RefusedError(str(error.get("code", "unknown")), str(error.get("Message", "")), detail, field)
