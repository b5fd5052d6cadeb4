"""What the whole set of pictures is: its pieces, what came of each of them, and the table that tells of all."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

SIZES = ((1280, 800), (1920, 1080))
SMALLEST = (820, 560)
SCHEMES = ("light", "dark", "contrast-light", "contrast-dark")
SCALES = (1, 2)
STORIES = (
    *("zero", "sample", "firms", "arrivals", "companies", "sources", "batch", "changes"),
    *("clients", "first-run", "watch", "map", "marks", "keys"),
)
# Text of twice its size, and the smallest window: where these hold, the others do.
_LARGE_TEXT = ("zero", "sample", "firms", "arrivals")
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One story in one window: a size in pixels at 100 %, the screen's scale, the text size in per cent."""

    story: str
    size: Size
    scale: int = 1
    text: int = 100

    @property
    def name(self) -> str:
        """What its result is called."""
        return f"{folder(self, 'all')}-{self.story}"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a piece; `ended` is false where its window broke down, and `words` is what it said then."""

    name: str
    story: str
    pictures: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    ended: bool = True
    words: str = ""

    @property
    def fine(self) -> bool:
        """Whether there is nothing to mend."""
        return self.ended and not self.faults


def folder(piece: Piece, scheme: str) -> str:
    """Where a piece's pictures in one scheme go."""
    larger = "" if piece.text == 100 else f"-text{piece.text}"
    return f"{piece.size[0]}x{piece.size[1]}-{scheme}-{piece.scale * 100}{larger}"


def whole_set(stories: Sequence[str]) -> Iterator[Piece]:
    """All pieces: each story at both sizes and scales, in the smallest window, and some with large text."""
    for story in stories:
        yield from (Piece(story, size, scale) for size in SIZES for scale in SCALES)
        yield Piece(story, SMALLEST)
        if story in _LARGE_TEXT:
            yield Piece(story, SIZES[0], 1, 200)


def some(stories: Sequence[str], sizes: Sequence[Size], scales: Sequence[int], texts: Sequence[int]) -> Iterator[Piece]:
    """Each story at each of these sizes, scales and text sizes."""
    for story in stories:
        for size in sizes or SIZES[:1]:
            yield from (Piece(story, size, scale, text) for scale in scales or (1,) for text in texts or (100,))


def keep(result: Result, out: Path) -> None:
    """Keeps what came of a piece beside the pictures."""
    place = _place(out, result.name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False), encoding="utf-8")


def kept(piece: Piece, out: Path) -> Result | None:
    """What came of a piece; None where it hasn't come to its end."""
    place = _place(out, piece.name)
    return Result(**json.loads(place.read_text(encoding="utf-8"))) if place.exists() else None


def forget(piece: Piece, out: Path) -> None:
    """It is made anew."""
    _place(out, piece.name).unlink(missing_ok=True)


def table(results: Sequence[Result]) -> Iterator[str]:
    """The faults, one a line, and a line a story: its windows, pictures and faults."""
    for result in results:
        yield from (f"{fault}" for fault in result.faults)
        if not result.ended:
            yield f"{result.name}: didn't come to its end. {result.words}"
    yield f"{'story':<12}{'windows':>8}{'pictures':>10}{'faults':>8}{'broken':>8}{'seconds':>9}"
    for story in dict.fromkeys(each.story for each in results):
        yield _line(story, [each for each in results if each.story == story])
    yield _line("all", results)


def exit_code(results: Iterable[Result]) -> int:
    """1 where any picture has a fault or a window didn't come to its end."""
    return int(not all(each.fine for each in results))


def _line(title: str, results: Sequence[Result]) -> str:
    pictures, faults = sum(each.pictures for each in results), sum(len(each.faults) for each in results)
    broken, seconds = sum(not each.ended for each in results), sum(each.seconds for each in results)
    return f"{title:<12}{len(results):>8}{pictures:>10}{faults:>8}{broken:>8}{seconds:>9.0f}"


def _place(out: Path, name: str) -> Path:
    return out / "results" / f"{name}.json"
