"""Text exactly as it came: the error as it was taken in, and a document as QuickBooks sent it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from untwin.domain.cases.case import Case
from untwin.ui.kit.words import tr

_LINES = 14


class RawText(QPlainTextEdit):
    """Text to be read and copied, as high as it needs up to some lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setProperty("look", "raw")
        self.setTabChangesFocus(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps anew; a document's height here is counted in lines."""
        super().resizeEvent(event)
        lines = min(max(int(self.document().size().height()), 1), 9)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 24)


def raw_text(case: Case) -> QPlainTextEdit:
    """The errors exactly as they were taken in; plain text, whatever it holds."""
    box = RawText()
    box.setPlainText("\n\n".join(f"{f.where}: {f.text}" if f.where else f.text for f in case.findings))
    box.setAccessibleName(tr("The error as it was taken in"))
    return box


def document_text(title: str, raw: str) -> QPlainTextEdit:
    """A document's text as QuickBooks sent it, a line for each field; what is longer scrolls."""
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setProperty("look", "raw")
    text.setTabChangesFocus(True)
    text.setAccessibleName(title)
    text.setPlainText(indented(raw) or tr("Nothing is kept of it."))
    text.setFixedHeight(_LINES * text.fontMetrics().lineSpacing() + 24)
    return text


def indented(raw: str) -> str:
    """A document's text with a line for each field; not one character of a value is written in another way."""
    out: list[str] = []
    depth, inside, escaped = 0, False, False
    for character in raw:
        if inside:
            out.append(character)
            inside = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character in "{[":
            depth += 1
            out.append(f"{character}\n{'  ' * depth}")
        elif character in "}]":
            depth = max(depth - 1, 0)
            empty = bool(out) and out[-1].strip() in ("{", "[")
            out[-1:] = [out[-1].strip(), character] if empty else [*out[-1:], f"\n{'  ' * depth}{character}"]
        elif character == ",":
            out.append(f",\n{'  ' * depth}")
        elif not character.isspace():
            inside = character == '"'
            out.append(": " if character == ":" else character)
    return "".join(out)
