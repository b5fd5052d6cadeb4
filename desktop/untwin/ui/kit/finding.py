"""How well a few typed letters fit a title: whole beginnings before parts, parts before letters in their order."""

_BEGINS, _WORD, _PART, _LETTERS = 8, 4, 2, 1
_LEAST = 3  # letters that may be scattered: fewer are found in everything


def fit(typed: str, title: str) -> int:
    """How well; 0 where it doesn't. Each typed word must be found; nothing typed fits everything alike."""
    wanted, text = typed.casefold().split(), title.casefold()
    points = [_fit(word, text) for word in wanted]
    if not all(points):
        return 0
    return sum(points) + (_BEGINS if wanted and text.startswith(" ".join(wanted)) else 0) + 1


def begins(typed: str, title: str) -> bool:
    """Whether each typed word is how a word of the title begins."""
    wanted, text = typed.casefold().split(), title.casefold()
    return all(_fit(word, text) == _WORD for word in wanted)


def _fit(word: str, text: str) -> int:
    if any(each.strip("(“").startswith(word) for each in text.split()):
        return _WORD
    if word in text:
        return _PART
    return _LETTERS if len(word) >= _LEAST and _in_order(word, text) else 0


def _in_order(word: str, text: str) -> bool:
    """Whether the letters stand in the text in this order, the first one at the beginning of a word."""
    starts = [place for place, letter in enumerate(text) if letter == word[0] and (not place or text[place - 1] == " ")]
    return any(_follow(word[1:], text[start + 1 :]) for start in starts)


def _follow(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
