"""Runs another program's module with every address of Intuit's led to a served sample, and all others refused.

python pointed.py BASE MODULE ARGUMENTS...
"""

import runpy
import sys
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

HOSTS = {
    "appcenter.intuit.com",
    "accounts.platform.intuit.com",
    "sandbox-accounts.platform.intuit.com",
    "developer.api.intuit.com",
    "developer.intuit.com",
    "oauth.platform.intuit.com",
    "quickbooks.api.intuit.com",
    "sandbox-quickbooks.api.intuit.com",
}


class Pointed(HTTPAdapter):
    """The adapter that every session of the program gets."""

    base = ""

    def send(self, request: requests.PreparedRequest, *more: Any, **options: Any) -> requests.Response:
        """Sends to the sample, or refuses: nothing leaves this computer."""
        url = request.url or ""
        place = urlsplit(url)
        if place.hostname in HOSTS:
            request.url = f"{self.base}{place.path}" + (f"?{place.query}" if place.query else "")
        elif not url.startswith(f"{self.base}/"):
            raise requests.ConnectionError(f"{place.hostname} is not Intuit's and is refused")
        return super().send(request, *more, **options | {"proxies": {}})


def main() -> None:
    """Gives sessions the adapter, then becomes the program."""
    Pointed.base, module = sys.argv[1:3]
    # A session takes its adapters from here; the program itself stays as it was published.
    vars(requests.sessions)["HTTPAdapter"] = Pointed
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__")


if __name__ == "__main__":
    main()
