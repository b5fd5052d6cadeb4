"""The proof in a bare root reads README as it is, and takes nothing of the host along but its way to the network."""

from pathlib import Path

import pytest

import house
import prove_bare


def test_readme_names_the_two_commands() -> None:
    assert prove_bare.readme_commands((house.ROOT / "README.md").read_text("utf-8")) == [
        "python3 packaging/bootstrap.py run",
        "python3 packaging/bootstrap.py test",
    ]


def test_only_the_way_to_the_network_is_passed_on() -> None:
    host = {
        "https_proxy": "http://127.0.0.1:3128",
        "PIP_CERT": "/certificates.pem",
        "PIP_INDEX_URL": "http://127.0.0.1/simple",
        "PIP_FIND_LINKS": "/somewhere",
        "SSL_CERT_FILE": "/certificates.pem",
        "DISPLAY": ":0",
        "PYTHONPATH": "/elsewhere",
        "HOME": "/home/someone",
    }
    known = prove_bare.environment(host)
    assert known.keys() - {"PATH", "LANG", "TERM"} == {
        *("https_proxy", "PIP_CERT", "PIP_INDEX_URL", "SSL_CERT_FILE"),
        "HOME",
    }
    assert known["HOME"] == "/root"


def test_the_summary_names_what_failed() -> None:
    seen = [("the tests", "exit 0", 12.0), ("run with a display", "exit 9", 3.0)]
    text = prove_bare.summary(seen, ["run with a display: exit 9 instead of 0"])
    assert text.endswith("NOT PROVED: run with a display: exit 9 instead of 0")
    assert prove_bare.summary(seen[:1], []).endswith("PROVED: README's commands are enough.")


def test_an_unexpected_exit_is_no_proof(tmp_path: Path) -> None:
    proof = prove_bare.Proof(tmp_path)
    with pytest.raises(prove_bare.UnprovedError):
        proof.holds("pytest says that tests passed", good=False)
    assert proof.seen == [("pytest says that tests passed", "NO", 0.0)]
