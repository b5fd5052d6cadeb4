"""The ids of the cases that are listed, in order: eight bytes each, and one more for whether an id is among them."""

import time
from array import array
from collections.abc import Iterable, Iterator

_SLICE = 5000  # ids that are marked in one go, and the seconds after which the window's thread has had its turn
_TURN = 0.0003
_NEAR = 500  # places around a guess that are tried before the whole list


class IdList:
    """An order of ids, none twice."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self.ids = ids if isinstance(ids, array) else array("q", ids)
        self._there = bytearray()
        for start in range(0, len(self.ids), _SLICE):
            if start:
                time.sleep(_TURN)
            self._mark(self.ids[start : start + _SLICE])

    def _mark(self, ids: "array[int]") -> None:
        most = max(ids, default=0)
        if most >= len(self._there):
            self._there.extend(bytes(most + 1 - len(self._there)))
        for case_id in ids:
            self._there[case_id] = 1

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[int]:
        return iter(self.ids)

    def __getitem__(self, place: int) -> int:
        return self.ids[place]

    def __contains__(self, case_id: object) -> bool:
        return isinstance(case_id, int) and 0 <= case_id < len(self._there) and bool(self._there[case_id])

    def place(self, case_id: int, near: int = 0) -> int:
        """Where an id stands, or -1; found sooner where it stands about where it is guessed."""
        if case_id not in self:
            return -1
        start = max(near - _NEAR, 0)
        around = self.ids[start : near + _NEAR]
        return start + around.index(case_id) if case_id in around else self.ids.index(case_id)

    def insert(self, place: int, case_id: int) -> None:
        """Puts one in."""
        self.ids.insert(place, case_id)
        self._mark(array("q", (case_id,)))

    def remove(self, place: int) -> None:
        """Takes one out."""
        self._there[self.ids.pop(place)] = 0
