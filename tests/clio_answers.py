"""Clio's answers, written by hand, and a reader of them."""

import json
from typing import Any

import requests

from misbehaving import Reply
from untwin.jobs import Patient
from untwin.sources.clio import Clio
from untwin.sources.wire import Line

TOKEN = "clio-token"


def bill(**changes: Any) -> dict[str, Any]:
    plain = {
        "id": 901,
        "number": "5501",
        "state": "awaiting_payment",
        "total": 1240.1,
        "balance": 1240.1,
        "issued_at": "2026-03-02",
        "client": {"id": 88, "name": "Abbott, Ruth"},
        "matters": [{"id": 7, "display_number": "00031-Abbott"}],
    }
    return plain | changes


def page(*records: Any, following: str | None = None) -> Reply:
    paging = {"next": following} if following else {}
    return Reply(body=json.dumps({"data": list(records), "meta": {"paging": paging, "records": len(records)}}))


def clio(base: str, session: requests.Session) -> Clio:
    return at_clio(base, TOKEN, session)


def at_clio(base: str, token: str, session: requests.Session) -> Clio:
    """A reader with a token that is never renewed."""
    return Clio(base, lambda _refused: token, Line("Clio", session, Patient()))
