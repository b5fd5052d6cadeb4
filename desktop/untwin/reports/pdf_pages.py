"""The pages of a printed report, one after the other: where the next thing stands, what is on each head and foot."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from untwin.reports.pdf_text import GREY, HAIR, INK, Paragraph, Style, Type

_SMALL = Style(7.5, colour=GREY)
_SIDE, _HEAD, _FOOT = 42.0, 36.0, 50.0  # margins in points
_AROUND_RULE, _UNDER_RULE = 4.0, 12.0
_NUMBER = 90.0  # room for the page number


@dataclass(slots=True)
class Pages:
    """Pages of one report; without a painter they are only counted.

    Attributes:
        head: what stands at the head of each page but the first, which has the title.
        foot: what stands at the foot of each, beside its number.
        total: how many pages there are; known once they were counted.
        y: where the next thing stands.
    """

    type: Type
    painter: QPainter | None
    head: str
    foot: str
    total: int = 0
    number: int = 1
    y: float = 0.0
    _head: Paragraph = field(init=False)

    def __post_init__(self) -> None:
        self.y = self.type.points(_HEAD)
        self._head = self.type.set(self.head, _SMALL, self.width)

    @property
    def left(self) -> float:
        """Where text begins."""
        return self.type.points(_SIDE)

    @property
    def width(self) -> float:
        """How wide text may be."""
        return self.type.device.width() - 2 * self.left

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return self._bottom - self.y

    @property
    def full(self) -> float:
        """The height that a page has for its content."""
        return self._bottom - self._top

    def turn(self) -> None:
        """Ends this page and begins the next one."""
        self.end()
        self.number += 1
        if self.painter is not None:
            self.type.device.newPage()
        self.y = self.type.points(_HEAD)
        self.draw(self._head, self.left)
        self.y += self._head.height() + self.type.points(_AROUND_RULE)
        self.rule(HAIR)
        self.y = self._top

    def end(self) -> None:
        """Puts the foot under the page."""
        self.y = self._bottom + self.type.points(8)
        self.rule(HAIR)
        self.skip(5)
        number_width = self.type.points(_NUMBER)
        number = self.type.set(f"Page {self.number} of {self.total}", _SMALL, number_width, right=True)
        self.draw(number, self.left + self.width - number_width)
        self.draw(self.type.set(self.foot, _SMALL, self.width - number_width), self.left)

    def put(self, paragraph: Paragraph, x: float) -> None:
        """Draws a paragraph and goes on below it, over as many pages as it takes."""
        first = 0
        while first < len(paragraph):
            if self.room < paragraph.next(first):
                self.turn()
            behind = paragraph.fitting(first, self.room)
            self.draw(paragraph, x, first, behind)
            self.y += paragraph.height(first, behind)
            first = behind

    def draw(self, paragraph: Paragraph, x: float, first: int = 0, behind: int | None = None) -> None:
        """Draws lines of a paragraph and stays where it is."""
        if self.painter is not None:
            paragraph.draw(self.painter, x, self.y, first, behind)

    def rule(self, colour: str = INK, weight: float = 0.5) -> None:
        """Draws a line over the whole width."""
        if self.painter is not None:
            self.painter.setPen(QPen(QColor(colour), self.type.points(weight)))
            self.painter.drawLine(QPointF(self.left, self.y), QPointF(self.left + self.width, self.y))

    def skip(self, points: float) -> None:
        """Leaves a space."""
        self.y += self.type.points(points)

    @property
    def _top(self) -> float:
        return self.type.points(_HEAD + _AROUND_RULE + _UNDER_RULE) + self._head.height()

    @property
    def _bottom(self) -> float:
        return self.type.device.height() - self.type.points(_FOOT)
