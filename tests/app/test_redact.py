"""What is logged holds no secret, whatever shape it came in; and what is none stays readable."""

import json
import logging
from io import StringIO
from urllib.parse import urlencode

import pytest

from untwin.app.desk import start_logging
from untwin.app.redact import Redacting, redacted
from untwin.store.home import Home

SECRET = "AB11732x-canary.9_z"
NAMES = ("access_token", "refresh_token", "client_secret", "code", "token", "state", "id_token", "password")


def shapes(name: str) -> list[str]:
    """How a secret of that name may come to stand in a text."""
    plain = {name: SECRET, "realmId": "9"}
    return [
        f"{name}={SECRET}",
        f"{name.upper()}={SECRET}",
        f"?{name}={SECRET}&realmId=9",
        f"a=1&{name}={SECRET}",
        f"{name} = {SECRET}",
        f"{name}='{SECRET}'",
        f'{name}="{SECRET}"',
        f"redirect=http%3A%2F%2Flocalhost%3F{name}%3D{SECRET}",
        urlencode(plain),
        json.dumps(plain),
        json.dumps(plain, indent=2),
        json.dumps(plain).replace(" ", ""),
        json.dumps(json.dumps(plain)),
        json.dumps(json.dumps(json.dumps(plain))),
        repr(plain),
        str([(name, plain)]),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_named_secret_is_taken_out_in_every_shape(name: str) -> None:
    kept = [shape for shape in shapes(name) if SECRET in redacted(shape)]
    assert kept == []
    assert all("9" in redacted(shape) for shape in shapes(name) if "realmId" in shape)


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {SECRET}",
        f"authorization: bearer {SECRET}",
        "Authorization: Basic QUIxMTczMng6c2VjcmV0",
        f"{{'Authorization': 'Bearer {SECRET}', 'Accept': 'x'}}",
        f'{{"Authorization": "Bearer {SECRET}"}}',
        f"send: b'POST /x HTTP/1.1\\r\\nAuthorization: Bearer {SECRET}\\r\\n'",
    ],
)
def test_a_header_with_a_secret_is_taken_out(text: str) -> None:
    assert SECRET not in redacted(text)
    assert "QUIx" not in redacted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Code (6140): Duplicate Document Number Error",
        'code="6140" message=',
        "code=003100; message=",
        '"code": "6140"',
        "postcode=EC1A-1BB-LONDON",
        "country_code=UNITEDKINGDOM",
        "status 503 from https://quickbooks.api.intuit.com/v3/company/9/query?minorversion=75",
        "The state of case 7 is needs_decision.",
        "basic facts and bearer of news",
    ],
)
def test_what_is_no_secret_stays_readable(text: str) -> None:
    assert redacted(text) == text


@pytest.fixture
def heard() -> StringIO:
    return StringIO()


@pytest.fixture
def logger(heard: StringIO) -> logging.Logger:
    made = logging.Logger("canary")
    handler = logging.StreamHandler(heard)
    handler.addFilter(Redacting())
    made.addHandler(handler)
    return made


def test_arguments_are_redacted_with_their_words(logger: logging.Logger, heard: StringIO) -> None:
    logger.warning("asked with %s and %r", f"refresh_token={SECRET}", {"token": SECRET})
    assert "asked with refresh_token=" in heard.getvalue()
    assert SECRET not in heard.getvalue()


def test_a_traceback_is_redacted_with_everything_that_led_to_it(logger: logging.Logger, heard: StringIO) -> None:
    try:
        _fail()
    except RuntimeError:
        logger.exception("it failed", stack_info=True)
    assert "RuntimeError" in heard.getvalue()
    assert "ValueError" in heard.getvalue()
    assert SECRET not in heard.getvalue()


def _fail() -> None:
    first = ValueError(f"the body was refresh_token={SECRET}&x=1")
    raise RuntimeError(f"Authorization: Bearer {SECRET}") from first


def test_words_and_arguments_that_do_not_fit_break_no_log(logger: logging.Logger, heard: StringIO) -> None:
    logger.warning("two %s %s", f"token={SECRET}")  # noqa: PLE1206 - that is what is tried
    assert heard.getvalue() == "two %s %s\n"


def test_the_homes_own_log_is_redacted(home: Home) -> None:
    before, level = list(logging.root.handlers), logging.root.level
    logging.root.handlers.clear()
    try:
        start_logging(home)
        logging.getLogger("somewhere").warning("code=%s", SECRET)
        for handler in logging.root.handlers:
            handler.close()
    finally:
        logging.root.handlers[:], logging.root.level = before, level
    assert "code=" in home.log.read_text("utf-8")
    assert SECRET not in home.log.read_text("utf-8")
