"""Which cases a flow works on just now."""

from collections import Counter
from collections.abc import Iterable


class UnderWay:
    """Counts the flows by case: a case is free once all of them are over."""

    def __init__(self) -> None:
        self._flows: Counter[str] = Counter()

    def __contains__(self, case_id: str) -> bool:
        return self._flows[case_id] > 0

    def __bool__(self) -> bool:
        return self._flows.total() > 0

    def hold(self, case_ids: Iterable[str]) -> None:
        """A flow begins to work on them."""
        self._flows.update(case_ids)

    def free(self, case_ids: Iterable[str]) -> None:
        """It is through with them."""
        self._flows.subtract(case_ids)
        self._flows += Counter()
