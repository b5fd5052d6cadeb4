"""Takes a saved e-mail apart into the texts and attachments that a person would read in it."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

# Mails forwarded within mails; beyond that somebody is testing us.
DEPTH = 20


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a mail: its bytes, their encoding if named, its file name if attached.

    `subject`: it is no part but the mail's subject. `spare`: a mail that comes as plain words and as a page says
    everything twice; the page is the spare one.
    """

    data: bytes
    charset: str | None
    name: str | None
    spare: bool = False
    subject: bool = False


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin like a saved mail: several of a mail's header lines, and nothing before them."""
    head = data[:16_384].lstrip()
    if not _FIRST_LINE.match(head):
        return False
    names = {match.group(1).lower() for match in _HEADER.finditer(head)}
    return len(names & _NAMES) >= 2 and bool(names & {b"from", b"received", b"mime-version", b"content-type"})


def parts(data: bytes) -> list[Part]:
    """The parts that hold words, in their order; empty if the mail is too broken to be taken apart."""
    try:
        mail = email.message_from_bytes(data)
        return [*_subject(mail), *_parts(mail, depth=0, spare=False)]
    except (ValueError, LookupError, TypeError, RecursionError):
        # The standard library's parser fails on some hostile headers; the caller then reads the mail as one text.
        return []


def _subject(mail: Message) -> list[Part]:
    """The mail's subject, unless it is written as nobody can read it."""
    try:
        said = str(make_header(decode_header(str(mail.get("Subject", "")))))
    except (ValueError, LookupError, TypeError, MessageError):
        return []
    return [Part(said.encode("utf-8", "replace"), "utf-8", None, subject=True)] if said.strip() else []


def _parts(message: Message, depth: int, *, spare: bool) -> Iterator[Part]:
    inner = message.get_payload()
    if message.is_multipart() and isinstance(inner, list):
        if depth < DEPTH:
            plain_beside = message.get_content_subtype() == "alternative" and any(
                isinstance(child, Message) and child.get_content_type() == "text/plain" for child in inner
            )
            for child in inner:
                if isinstance(child, Message):
                    twin = plain_beside and child.get_content_type() != "text/plain"
                    yield from _parts(child, depth + 1, spare=spare or twin)
        return
    content = message.get_payload(decode=True)
    name = message.get_filename()
    if isinstance(content, bytes) and content.strip() and (name or message.get_content_maintype() == "text"):
        yield Part(content, message.get_content_charset(), name, spare)


_FIRST_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:|From \S+ ")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):", re.MULTILINE)
_NAMES = frozenset(
    (b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version", b"content-type", b"return-path")
)
