"""Makes the sheet of a name for the chosen case."""

from collections.abc import Callable, Mapping

from untwin.domain.case import Case
from untwin.domain.company import Company
from untwin.flows.desk import Desk
from untwin.ui.change_sheet import ChangeSheet
from untwin.ui.clerk import Clerk
from untwin.ui.keys_sheet import KeysSheet
from untwin.ui.registry import Action
from untwin.ui.same_sheet import SameSheet
from untwin.ui.sheet import Sheet
from untwin.ui.small_sheets import CompanySheet, DescribeSheet, IgnoreSheet


class Sheets:
    """Knows how each sheet is made. `saved` is told a proved change and whether the retry shall follow."""

    def __init__(
        self,
        desk: Desk,
        clerk: Clerk,
        actions: tuple[Action, ...],
        saved: Callable[[Case, bool], None],
    ) -> None:
        self._desk, self._clerk, self._actions, self._saved = desk, clerk, actions, saved

    def make(self, name: str, case: Case | None, companies: Mapping[str, Company]) -> Sheet | None:
        """The sheet, or None where it needs a case and there is none."""
        if name == "keys":
            return KeysSheet(self._actions)
        if case is None:
            return None
        if name == "change":
            return self._change(case, companies[case.company or ""])
        made: dict[str, Callable[[], Sheet]] = {
            "same": lambda: SameSheet(case, self._clerk, self._desk.person),
            "ignore": lambda: IgnoreSheet(case, self._clerk),
            "describe": lambda: DescribeSheet(case, self._clerk),
            "company": lambda: CompanySheet(case, companies.values(), self._clerk),
        }
        return made[name]()

    def _change(self, case: Case, company: Company) -> Sheet:
        sheet = ChangeSheet(case, company, self._desk.renumber.plan, self._clerk, self._desk.person)
        sheet.saved.connect(self._saved)
        return sheet
