"""A plain client of the sample servers, as little like Untwin's own as can be."""

import re
import time
from collections.abc import Callable
from typing import Any

import requests

TODAY = "2026-11-20"


class Caller:
    """Speaks HTTP to one run of the sample servers."""

    def __init__(self, greeting: dict[str, Any]) -> None:
        self.greeting = greeting
        self.base: str = greeting["quickbooks"]["base"]
        self.clio: str = greeting["clio"]["base"]
        self.realm: str = greeting["quickbooks"]["companies"][0]["realm_id"]
        self.client = (greeting["quickbooks"]["client_id"], greeting["quickbooks"]["client_secret"])
        self.session = requests.Session()
        self.session.trust_env = False
        self.token = ""

    def consent(self, **changes: str) -> requests.Response:
        """Presses Connect on the sign-in page."""
        asked = self.asked(**changes)
        form = {**asked, "realm_id": changes.get("realm_id", self.realm)}
        return self.session.post(f"{self.base}/connect/oauth2", data=form, allow_redirects=False, timeout=10)

    def asked(self, **changes: str) -> dict[str, str]:
        """What an app asks for on the sign-in page."""
        plain = {
            "client_id": self.client[0],
            "response_type": "code",
            "scope": "com.intuit.quickbooks.accounting",
            "redirect_uri": "http://127.0.0.1:8765/callback",
            "state": "s1",
        }
        return plain | {name: value for name, value in changes.items() if name in plain}

    def tokens(self, *, fault: str = "", **form: str) -> requests.Response:
        """Asks the token endpoint."""
        endpoint = f"{self.base}/oauth2/v1/tokens/bearer"
        return self.session.post(endpoint, data=form, auth=self.client, headers=_fault(fault), timeout=10)

    def sign_in(self) -> dict[str, Any]:
        """The whole way from the page to tokens."""
        location = self.consent().headers["Location"]
        code = re.findall(r"code=([^&]+)", location)[0]
        answer: dict[str, Any] = self.tokens(
            grant_type="authorization_code", code=code, redirect_uri="http://127.0.0.1:8765/callback"
        ).json()
        self.token = answer["access_token"]
        return answer

    def call(
        self, method: str, path: str, *, fault: str = "", more: dict[str, str] | None = None, **options: Any
    ) -> requests.Response:
        """One request to the company's API, on which a fault may be asked for; `more` are headers."""
        if not self.token:
            self.sign_in()
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"} | _fault(fault)
        return self.session.request(
            method,
            f"{self.base}/v3/company/{self.realm}/{path}",
            headers=headers | (more or {}),
            timeout=10,
            **options,
        )

    def post(self, entity: str, body: Any, **params: str) -> requests.Response:
        """Creates or updates."""
        return self.call("POST", entity, json=body, params=params)

    def query(self, text: str) -> dict[str, Any]:
        """The inside of a QueryResponse."""
        answer: dict[str, Any] = self.call("GET", "query", params={"query": text}).json()
        return dict(answer["QueryResponse"])

    def schedule(self, text: str) -> requests.Response:
        """Sets another schedule of faults."""
        return self.session.post(f"{self.base}/sample/faults", data=text.encode(), timeout=10)

    def happened(self) -> dict[str, int]:
        """How often each item of the schedule was played."""
        return dict(self.session.get(f"{self.base}/sample/faults", timeout=10).json()["happened"])

    def stored(self, entity: str, id_: str) -> dict[str, Any]:
        """A document as it really stands in the books."""
        return next(doc for doc in self.books()[entity] if doc["Id"] == id_)

    def holder(self, entity: str, number: str) -> dict[str, Any]:
        """The one document with a number."""
        rows = self.query(f"SELECT * FROM {entity} WHERE DocNumber = '{number}'")[entity]  # noqa: S608 - not SQL
        return dict(rows[0])

    def books(self, at: str = "") -> dict[str, list[dict[str, Any]]]:
        """The company's documents, now or at the start."""
        answer = self.session.get(f"{self.base}/sample/books", params={"at": at}, timeout=10).json()
        return dict(answer[self.realm])

    def log(self) -> list[dict[str, Any]]:
        """The requests so far."""
        return list(self.session.get(f"{self.base}/sample/log", timeout=10).json())

    def rows(self) -> dict[str, dict[str, str]]:
        """Clio's rows by number."""
        answer = self.session.get(f"{self.clio}/sample/sync", timeout=10).json()
        return {row["number"]: row for row in answer}

    def retry(self, number: str) -> str:
        """Presses Retry and waits until Clio has posted or failed again."""
        page = f"{self.clio}/nc/settings/bill-syncing/retry"
        assert self.session.post(page, data={"bill_number": number}, timeout=10).status_code == 200
        for _ in range(200):
            status = self.rows()[number]["status"]
            if status != "Waiting to sync":
                return status
            time.sleep(0.02)
        return "still waiting"

    def renumber(self, entity: str, number: str, new: str) -> requests.Response:
        """The smallest update that changes a number."""
        doc = self.holder(entity, number)
        body = {"Id": doc["Id"], "SyncToken": doc["SyncToken"], "sparse": True, "DocNumber": new}
        return self.post(entity.lower(), body)


def _fault(text: str) -> dict[str, str]:
    return {"Sample-Fault": text} if text else {}


Start = Callable[..., Caller]
"""Starts sample servers with the given arguments."""


def fault(response: requests.Response) -> dict[str, str]:
    """The first error of a fault."""
    return dict(response.json()["Fault"]["Error"][0])
