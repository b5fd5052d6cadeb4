"""The settings of a company by s in Companies: read when it opens, said in words, nothing to confirm."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from builders import COMPANY, FACTS
from ui.conftest import Opened
from untwin.domain.company.company import SourceBinding
from untwin.domain.problems import Unreachable
from untwin.ui.companies.settings_sheet import SettingsSheet


def test_s_shows_the_settings_and_how_to_live_with_both(opened: Opened) -> None:
    both = replace(COMPANY, sources=(*COMPANY.sources, SourceBinding("hubspot")))
    opened.office.desk.companies.put(both)
    opened.office.books.company_facts = replace(FACTS, custom_numbers=False)
    opened.run("manage_companies")
    opened.run("company_settings")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, SettingsSheet)
    said = "\n".join(label.text() for label in sheet.findChildren(QLabel))
    assert "HubSpot's help asks for Custom transaction numbers off, because" in said
    assert "How to live with both" in said
    assert sheet.confirm_button.isHidden()
    opened.run("cancel")


def test_where_quickbooks_cannot_be_asked_it_says_so(opened: Opened) -> None:
    opened.office.connections.problem = Unreachable("QuickBooks can't be reached.", "Check the network.")
    opened.run("manage_companies")
    opened.run("company_settings")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, SettingsSheet)
    assert "can't be reached" in sheet.problem
