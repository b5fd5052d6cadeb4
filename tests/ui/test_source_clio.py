"""Connecting Clio by keys: region, keys that are typed once or anew, the code that is pasted or comes by itself."""

from PySide6.QtCore import Qt

from studio.checks import look_over
from ui.companies import words_of
from ui.conftest import Opened
from ui.test_sources import bound, connecting
from untwin.ports.sources import ClioApp
from untwin.ui.sources.connect_sheet import Step


def test_clio_asks_for_the_region_and_the_keys_once_then_for_the_code(firm: Opened) -> None:
    sheet = connecting(firm, "clio")
    clio = sheet.choice.clio
    clio.region.setCurrentIndex(clio.region.findData("eu"))
    clio.client_id.setText("clio-app-key")
    clio.secret.setText("clio-app-secret")
    firm.run("confirm")
    assert sheet.step is Step.CODE
    assert firm.board.opened == ["https://clio.example/oauth/authorize?region=eu"]
    assert (clio.secret.text(), clio.typed) == ("", None)
    firm.run("confirm")
    assert "Paste what the browser shows first." in sheet.problem
    sheet.code.pasted.setText("wrong")
    firm.run("confirm")
    assert "not the code that Clio shows" in sheet.problem
    assert sheet.code.pasted.text() == "wrong"
    sheet.code.pasted.setText("goodcode")
    firm.run("confirm")
    assert "Larkspur Law at Clio" in words_of(sheet)
    firm.run("confirm")
    assert bound(firm) == ["clio"]


def test_keys_that_have_changed_are_entered_anew_by_keys(firm: Opened) -> None:
    firm.office.accounts.keep_clio_app(ClioApp("us", "wrong-app-key", "wrong-secret"))
    sheet = connecting(firm, "clio")
    clio = sheet.choice.clio
    assert clio.typed is None
    assert "on file. Its redirect address is https://app.clio.com/oauth/approval." in words_of(sheet)
    clio.anew.setFocus()
    firm.press(Qt.Key.Key_Space)
    assert firm.window.focusWidget() is clio.client_id
    assert look_over(firm.window) == []
    clio.client_id.setText("right-app-key")
    clio.secret.setText("right-secret")
    firm.run("confirm")
    assert sheet.step is Step.CODE
    assert firm.office.accounts.apps["us"].client_id == "right-app-key"


def test_a_redirect_to_this_computer_goes_on_by_itself(firm: Opened) -> None:
    sheet = connecting(firm, "clio")
    clio = sheet.choice.clio
    clio.client_id.setText("clio-app-key")
    clio.secret.setText("clio-app-secret")
    clio.redirect.setText("http://127.0.0.1:8766/callback")
    firm.run("confirm")
    firm.settle()
    assert sheet.step is Step.ACCOUNT
    # Entered anew, the address that is registered is not forgotten.
    assert clio.redirect.text() == "http://127.0.0.1:8766/callback"
    assert "Its redirect address is http://127.0.0.1:8766/callback." in words_of(clio)
    assert "Larkspur Law at Clio" in words_of(sheet)


def test_keys_that_can_be_none_stay_to_be_mended(firm: Opened) -> None:
    sheet = connecting(firm, "clio")
    sheet.choice.clio.client_id.setText("x")
    firm.run("confirm")
    assert sheet.step is Step.CHOICE
    assert "can't be an app key" in sheet.problem
    assert sheet.choice.clio.client_id.text() == "x"
