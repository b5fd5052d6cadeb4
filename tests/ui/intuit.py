"""What a person does at the connect sheet and in the browser that it opens."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.conftest import Opened
from untwin.domain.company.company import Environment
from untwin.ports.sign_in import SignInBegun
from untwin.ui.companies.connect_sheet import ConnectSheet, Step

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX
SECRET = "s3cret-that-nobody-sees"


@dataclass
class Intuit:
    """What a person does in the browser; `sheet` is the one that is open."""

    firm: Opened
    begun: list[SignInBegun] = field(default_factory=list)

    def __post_init__(self) -> None:
        begin = self.firm.office.sign_in.begin

        def noted(environment: Environment) -> SignInBegun:
            self.begun.append(begin(environment))
            return self.begun[-1]

        self.firm.office.sign_in.begin = noted  # type: ignore[method-assign]

    @property
    def sheet(self) -> ConnectSheet:
        sheet = self.firm.window.ground.sheet
        assert isinstance(sheet, ConnectSheet)
        return sheet

    def at(self, step: Step) -> bool:
        """Whether that page is shown."""
        return self.sheet.step is step

    def agree(self, realm: str = "11") -> str:
        """The address at which the browser ends."""
        return self.firm.office.sign_in.agree(self.begun[-1], realm)

    def type_keys(self, environment: Environment = PRODUCTION) -> None:
        """Fills the first page in, as from Intuit's page."""
        keys = self.sheet.keys
        if environment is SANDBOX:
            keys._group.button(1).click()
            self.firm.settle()
        keys.client_id.setText("ABcd-client-id-9876")
        keys.secret.setText(SECRET)
        if environment is PRODUCTION:
            keys.redirect.setText("https://firm.example/untwin")

    def paste(self, text: str) -> None:
        self.sheet.back.pasted.setText(text)
        self.firm.run("confirm")

    @property
    def companies(self) -> list[str]:
        return [c.name for c in self.firm.office.desk.companies.all()]


def shown(root: QWidget) -> str:
    labels = [w.text() for w in root.findChildren(QLabel) if w.isVisible()]
    fields = [w.displayText() for w in root.findChildren(QLineEdit) if w.isVisible()]
    return "\n".join((*labels, *fields))
