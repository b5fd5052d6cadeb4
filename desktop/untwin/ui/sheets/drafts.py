"""Keeps what was typed in a sheet that was left by Esc: it stands there again when the same sheet opens."""

from untwin.ui.sheets.sheet import Sheet

_Key = tuple[str, str]


class Drafts:
    """What was typed, by the kind of sheet and what it was about; nothing of it outlives the window."""

    def __init__(self) -> None:
        self._kept: dict[_Key, str] = {}
        self._opened_with: dict[_Key, str] = {}

    def opened(self, sheet: Sheet) -> None:
        """Puts back what was typed there before, at the end of which the writing goes on."""
        if not sheet.about:
            return
        key = _key(sheet)
        self._opened_with[key] = sheet.typed
        if key in self._kept:
            sheet.type_again(self._kept[key])

    def closed(self, sheet: Sheet) -> bool:
        """Keeps what was typed where the sheet was left without confirming; says whether something is kept."""
        if not sheet.about:
            return False
        key = _key(sheet)
        before = self._opened_with.pop(key, sheet.typed)
        if sheet.given_up and sheet.typed not in (before, ""):
            self._kept[key] = sheet.typed
            return True
        self._kept.pop(key, None)
        return False


def _key(sheet: Sheet) -> _Key:
    return type(sheet).__name__, sheet.about
