"""Where a person left off: the window's place and sizes, and what was shown in it."""

import json
from dataclasses import asdict, dataclass
from typing import Any

_MOST = 100_000  # pixels, or letters of a filter: what is beyond is damage


@dataclass(frozen=True, slots=True)
class Bookmark:
    """All of it.

    Attributes:
        frame: left, top, width and height of the window in pixels; empty where nothing was kept.
        whole: the window filled the screen.
        panes: the widths of list and case.
        columns: the widths of the list's columns; empty where nobody has moved one.
        view: the view's name.
        company: the company's own id, empty for all.
        typed: what the filter said.
        case: the id of the chosen case.
    """

    frame: tuple[int, ...] = ()
    whole: bool = False
    panes: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    view: str = ""
    company: str = ""
    typed: str = ""
    case: str = ""


def bookmark_text(bookmark: Bookmark) -> str:
    """As it is kept."""
    return json.dumps(asdict(bookmark))


def bookmark_of(text: str) -> Bookmark:
    """As it was kept; what can't be read is as at the first start."""
    try:
        read = json.loads(text or "{}")
    except ValueError:
        return Bookmark()
    kept = read if isinstance(read, dict) else {}
    frame = _sizes(kept.get("frame"))
    return Bookmark(
        frame=frame if len(frame) == 4 and min(frame[2:]) > 0 else (),
        whole=kept.get("whole") is True,
        panes=_positive(kept.get("panes")),
        columns=_positive(kept.get("columns")),
        view=_words(kept.get("view")),
        company=_words(kept.get("company")),
        typed=_words(kept.get("typed")),
        case=_words(kept.get("case")),
    )


def on_screen(
    frame: tuple[int, ...], screens: tuple[tuple[int, int, int, int], ...], least: tuple[int, int]
) -> tuple[int, int, int, int] | None:
    """The frame moved and shrunk so that it lies whole on the screen that it overlaps most, or on the first.

    Frames and screens are left, top, width, height in pixels. None where there is no frame or no screen.
    """
    if len(frame) != 4 or not screens:
        return None
    left, top, width, height = max(screens, key=lambda screen: _shared(frame, screen))
    wide, high = (min(max(own, low), most) for own, low, most in zip(frame[2:], least, (width, height), strict=True))
    return (min(max(frame[0], left), left + width - wide), min(max(frame[1], top), top + height - high), wide, high)


def _shared(frame: tuple[int, ...], screen: tuple[int, int, int, int]) -> int:
    wide = min(frame[0] + frame[2], screen[0] + screen[2]) - max(frame[0], screen[0])
    high = min(frame[1] + frame[3], screen[1] + screen[3]) - max(frame[1], screen[1])
    return max(wide, 0) * max(high, 0)


def _sizes(kept: Any) -> tuple[int, ...]:
    right = isinstance(kept, list) and all(type(each) is int and abs(each) < _MOST for each in kept)
    return tuple(kept) if right else ()


def _positive(kept: Any) -> tuple[int, ...]:
    sizes = _sizes(kept)
    return sizes if all(size > 0 for size in sizes) else ()


def _words(kept: Any) -> str:
    return kept if isinstance(kept, str) and len(kept) < _MOST else ""
