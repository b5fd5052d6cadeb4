"""Where addresses lead: no reading of one may differ from a browser's."""

import pytest

from untwin.domain.addresses import https_host, is_loopback


@pytest.mark.parametrize("address", ["http://127.0.0.1:8700", "http://localhost/x?y", "http://[::1]:9"])
def test_this_computer_is_known_by_its_names(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1",
        "http://127.0.0.1.firm.example",
        "http://127.0.0.1@firm.example",
        "http://firm.example\\@127.0.0.1",
        "http://127.0.0.1 .firm.example",
        "http://0x7f000001",
        "http://127.1",
        "//127.0.0.1",
        "127.0.0.1",
        "http://[::1",
        "file:///etc/passwd",
        "",
    ],
)
def test_nothing_else_is_this_computer(address: str) -> None:
    assert not is_loopback(address)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://App.Clio.com/nc/#/bills/1", "app.clio.com"),
        ("https://qbo.intuit.com:443/app", "qbo.intuit.com"),
        ("http://app.clio.com", None),
        ("https://app.clio.com@evil.example", None),
        ("https://evil.example\\@app.clio.com", None),
        ("https://app.clio.com\n.evil.example", None),
        ("https://", None),
        ("javascript:alert(1)", None),
        ("https://[", None),
    ],
)
def test_the_host_of_an_https_address_is_the_one_a_browser_would_go_to(address: str, host: str | None) -> None:
    assert https_host(address) == host
