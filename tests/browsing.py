"""Goes to an address as a browser does that has just been sent there: patiently, and knowing where localhost is."""

import time

import requests

# Browsers ask nobody what `localhost` is, and a bare system may have no name for it.
LOOPBACK = ("//localhost:", "//127.0.0.1:")


def visit(address: str) -> requests.Response:
    """What is shown there, once somebody listens."""
    place = address.partition("/")[2].strip("/").partition("/")[0]
    with requests.Session() as browser:
        browser.trust_env = False
        for _ in range(200):
            try:
                return browser.get(address.replace(*LOOPBACK, 1), headers={"Host": place}, timeout=10)
            except requests.ConnectionError:
                time.sleep(0.05)
    raise AssertionError("nobody listens")
