"""Takes secrets out of what is logged, whatever shape they come in: headers, forms, JSON, tracebacks."""

import logging
import re

GONE = "…"
_NAMES = "access_token|refresh_token|id_token|client_secret|authorization|token|secret|password|code|state"
# `Authorization: Bearer x`, `{'Authorization': 'Basic eHg6eXk='}`
_HEADER = re.compile(r"\b(Bearer|Basic)(\s+)[\w.~+/=-]{12,}", re.IGNORECASE)
# `refresh_token=x&...`, `code%3Dx`. A word before the name is another name (`postcode=`), and few digits are the code
# of an error.
_NAME = rf"(?:(?<![\w-])|(?<=%3F)|(?<=%26))({_NAMES})"
_VALUE = r"(?!\d{1,6}\b)[^\s&\"',;<>(){}\[\]]{6,}"
_FORM = re.compile(rf"{_NAME}(\s?=\s?|%3D)([\"']?){_VALUE}", re.IGNORECASE)
# `"refresh_token": "x"`, `'token': 'x'`, `\"code\": \"x\"`
_JSON = re.compile(rf"(\\*[\"'](?:{_NAMES})\\*[\"']\s*:\s*\\*[\"'])(?!\d{{1,6}}\b)[^\"'\\]{{6,}}", re.IGNORECASE)


def redacted(text: str) -> str:
    """The text without what stands where a secret stands; short codes of errors (6140) are none."""
    text = _HEADER.sub(rf"\1\2{GONE}", text)
    text = _FORM.sub(rf"\1\2\3{GONE}", text)
    return _JSON.sub(rf"\1{GONE}", text)


class Redacting(logging.Filter):
    """Redacts every record, its traceback too, before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record through, without its secrets."""
        record.msg, record.args = redacted(_said(record)), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = _PLAIN.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = redacted(record.exc_text)
        if record.stack_info:
            record.stack_info = redacted(record.stack_info)
        return True


_PLAIN = logging.Formatter()


def _said(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # Words and arguments that don't fit together; the words alone are no secret.
        return str(record.msg)
