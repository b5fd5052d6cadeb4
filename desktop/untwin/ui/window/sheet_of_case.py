"""Makes the sheet of a name for the chosen case."""

from collections.abc import Callable, Mapping, Sequence

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.problems import NotAllowed
from untwin.flows.desk import Desk
from untwin.ui.acting.registry import Action
from untwin.ui.arriving.company_sheet import CompanySheet
from untwin.ui.arriving.describe_sheet import DescribeSheet
from untwin.ui.arriving.source_of_sheet import SourceOfSheet
from untwin.ui.comfort.help_sheet import HelpSheet
from untwin.ui.comfort.keys_sheet import KeysSheet
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.deciding.posted_sheet import PostedSheet
from untwin.ui.deciding.restore_sheet import RestoreSheet
from untwin.ui.deciding.same_sheet import SameSheet
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.clerk import Clerk


class Sheets:
    """Knows how each sheet is made.

    `saved` is told a proved change and whether the retry shall follow, `restored` a case whose number is back.
    """

    def __init__(
        self,
        desk: Desk,
        clerk: Clerk,
        actions: Callable[[], tuple[Action, ...]],
        saved: Callable[[Case, bool], None],
        restored: Callable[[Case], None],
    ) -> None:
        self._desk, self._clerk, self._actions = desk, clerk, actions
        self._saved, self._restored = saved, restored

    def make(self, name: str, case: Case | None, companies: Mapping[str, Company]) -> Sheet | None:
        """The sheet, or None where it needs a case and there is none."""
        if name == "keys":
            return KeysSheet(self._actions(), self._desk.remember.wishes().text_size)
        if name == "help":
            return HelpSheet(case.kind.value if case else "verdicts" if companies else "connecting")
        if case is None:
            return None
        company = companies.get(case.company or "")
        if name == "change":
            return self._change(case, companies[case.company or ""])
        if name == "restore":
            return self.restore(case, companies, ())
        made: dict[str, Callable[[], Sheet]] = {
            "same": lambda: SameSheet(case, company, self._clerk, self._desk.person),
            "posted": lambda: PostedSheet(case, company, self._clerk.looking, self._desk.person),
            "describe": lambda: DescribeSheet(case, company, self._clerk),
            "source": lambda: SourceOfSheet(case, companies[case.company or ""], self._clerk),
        }
        return made[name]()

    def company(self, cases: Sequence[Case]) -> CompanySheet:
        """The question which company cases belong to."""
        bind = self._desk.bind
        return CompanySheet(cases, bind.offered(cases), self._clerk, bind.chosen_last(cases))

    def restore(self, case: Case, companies: Mapping[str, Company], request_ids: tuple[str, ...]) -> Sheet:
        """The restore sheet; without ids for all numbers of the case."""
        if (company := companies.get(case.company or "")) is None:
            raise NotAllowed("The company isn't connected any more.", "Connect it again in Companies.")
        sheet = RestoreSheet(case, company, self._clerk.changing, self._desk.person, request_ids)
        sheet.restored.connect(self._restored)
        return sheet

    def _change(self, case: Case, company: Company) -> Sheet:
        sheet = ChangeSheet(case, company, self._desk.renumber.plan, self._clerk.changing, self._desk.person)
        sheet.propose_retry(wanted=self._desk.remember.wishes().then_retry)
        sheet.saved.connect(self._saved)
        return sheet
