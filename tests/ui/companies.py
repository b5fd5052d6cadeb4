"""The companies sheet as tests see it: opened, with three companies, and its words."""

from PySide6.QtWidgets import QLabel

from ui.conftest import Opened, connect
from untwin.ui.companies.sheet import CompaniesSheet


def words_of(root: object) -> str:
    assert hasattr(root, "findChildren")
    return "\n".join(label.text() for label in root.findChildren(QLabel) if not label.isHidden())


def companies_sheet(firm: Opened) -> CompaniesSheet:
    sheet = firm.window.ground.sheet
    if not isinstance(sheet, CompaniesSheet):
        firm.run("manage_companies")
        sheet = firm.window.ground.sheet
    assert isinstance(sheet, CompaniesSheet)
    return sheet


def three(firm: Opened) -> CompaniesSheet:
    for realm in ("11", "12", "13"):
        connect(firm, realm)
    return companies_sheet(firm)


def writes_on(firm: Opened) -> list[str]:
    return [c.realm for c in firm.office.desk.companies.all() if c.settings.writes_on]
