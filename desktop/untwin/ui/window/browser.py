"""Opens checked addresses in the person's own web browser."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from untwin.domain.addresses import https_host, is_loopback
from untwin.domain.problems import NotAllowed, OutsideProblem


class SystemBrowser:
    """The Browser port: https anywhere, plain http only on this computer and only among the sample firms."""

    def __init__(self, *, sample: bool) -> None:
        self._sample = sample

    def open(self, address: str) -> None:
        """Opens an address.

        Raises:
            NotAllowed: the address isn't one that Untwin opens.
            OutsideProblem: no browser answered.
        """
        check_address(address, sample=self._sample)
        if not QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
            raise OutsideProblem("No web browser could be started.", f"Open this address yourself: {address}")


def check_address(address: str, *, sample: bool) -> None:
    """Refuses every address that a click may not lead to. Raises `NotAllowed`."""
    if not (https_host(address) or (sample and is_loopback(address))):
        raise NotAllowed("Untwin opens only safe web addresses (https); this one was not opened.")
