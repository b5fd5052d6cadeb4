"""What a start was given: files are taken in, `untwin://case/12` shows a case; anything else is said and left alone."""

from collections.abc import Sequence
from pathlib import Path

from untwin.domain.window.own_links import case_of, is_own
from untwin.ui.kit.words import tr
from untwin.ui.window.window import MainWindow


def show(window: MainWindow, given: Sequence[str]) -> None:
    """Brings the window to the front, and what was given into it."""
    _raise(window)
    files = tuple(Path(each) for each in given if not is_own(each))
    if files:
        window.deeds.intake.take_files(files)
    for address in given:
        if is_own(address):
            _navigate(window, address)


def _raise(window: MainWindow) -> None:
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()


def _navigate(window: MainWindow, address: str) -> None:
    """Shows a case and does nothing else, whoever wrote the address."""
    case_id = case_of(address)
    if case_id is None:
        window.toast.say(tr("This address leads to nothing in Untwin."))
    elif not window.listing.has(case_id):
        window.toast.say(tr("There is no case {} here.").format(case_id))
    elif window.ground.sheet is not None:
        window.toast.say(tr("Close the sheet first, then case {} can be shown.").format(case_id))
    else:
        window.deeds.show_case(case_id)
