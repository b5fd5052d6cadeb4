"""Files that are attached to documents: uploaded in several parts, kept in memory, and fetched by an address."""

import email.policy
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import MIMEPart
from email.parser import BytesParser

from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.bodies import object_in
from untwin.sample.quickbooks.books.writes import Writer
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

_META, _CONTENT = "file_metadata_", "file_content_"


@dataclass(slots=True)
class Files:
    """The contents of uploaded files, by company and id of the attachment."""

    tell: Callable[..., None] = lambda *_: None
    """Hears of each file that is kept: company, id and content."""
    _contents: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def keep(self, realm: str, id_: str, content: bytes) -> None:
        """Keeps one file's content."""
        self._contents[realm, id_] = content
        self.tell(realm, id_, content)

    def of(self, realm: str, id_: str) -> bytes | None:
        """One file's content, or None."""
        return self._contents.get((realm, id_))


def upload(writer: Writer, files: Files, content_type: str, body: bytes) -> Doc:
    """Makes an attachment of each uploaded file, with what was told about it in the part before.

    Raises:
        FaultError: the body has no parts, or what is told about a file is no attachment.
    """
    told, contents = _parts(content_type, body)
    if not contents:
        raise faults.unreadable()
    return {"AttachableResponse": [_attached(writer, files, told.get(key, {}), part) for key, part in contents.items()]}


def _attached(writer: Writer, files: Files, told: Doc, part: MIMEPart) -> Doc:
    content = _bytes(part)
    facts = {"ContentType": part.get_content_type(), "FileName": part.get_filename() or "attachment"}
    sent = {name: value for name, value in told.items() if name not in ("Id", "SyncToken", "Size")}
    made = writer.create(ENTITIES["Attachable"], facts | sent | {"Size": len(content)})
    files.keep(writer.books.realm, made["Id"], content)
    return {"Attachable": made}


def _bytes(part: MIMEPart) -> bytes:
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _parts(content_type: str, body: bytes) -> tuple[dict[str, Doc], dict[str, MIMEPart]]:
    """What is told about each file, and each file, by the key in their parts' names."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode("utf-8", "replace")
    whole = BytesParser(policy=email.policy.HTTP).parsebytes(head + body.lstrip())
    told: dict[str, Doc] = {}
    contents: dict[str, MIMEPart] = {}
    for part in whole.iter_parts() if whole.is_multipart() else ():
        name = str(part.get_param("name", "", "content-disposition"))
        if name.startswith(_META):
            told[name.removeprefix(_META)] = object_in(_bytes(part))
        elif name.startswith(_CONTENT):
            contents[name.removeprefix(_CONTENT)] = part
    return told, contents
