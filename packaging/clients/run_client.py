"""Runs one of other people's QuickBooks programs, as it is published, on a served sample company.

python packaging/clients/run_client.py qbo-cli | python-quickbooks | node-quickbooks

It installs the program into a folder of its own that goes away afterwards, says what was done, and exits 0 only if all
of it held. The tests don't run it: it needs the network, and node-quickbooks needs nodejs and npm, which it installs
from the system's own packages where they are missing and it may.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from untwin.sample.process import SampleProcess

HERE = Path(__file__).resolve().parent
PYTHON = ("qbo-cli==0.9.0",), ("python-quickbooks==0.9.12", "intuit-oauth==1.2.6")
NODE = "node-quickbooks@2.0.50"
Greeting = Mapping[str, Any]


class FailedError(Exception):
    """Something did not hold; the sentence says what."""


def main() -> int:
    """Runs what was asked for."""
    programs: dict[str, Callable[[Path, Greeting], None]] = {
        "qbo-cli": qbo_cli,
        "python-quickbooks": python_quickbooks,
        "node-quickbooks": node_quickbooks,
    }
    if len(sys.argv) != 2 or sys.argv[1] not in programs:
        print(__doc__)
        return 2
    with (
        tempfile.TemporaryDirectory() as folder,
        SampleProcess("--firms", "1", "--landscaper", "--cycle", "3600") as sample,
    ):
        try:
            programs[sys.argv[1]](Path(folder), sample.greeting["quickbooks"])
        except FailedError as failed:
            print(f"FAILED: {failed}")
            return 1
    print(f"{sys.argv[1]}: all of it held")
    return 0


def qbo_cli(folder: Path, greeting: Greeting) -> None:
    """The command line `qbo`: signs in by its refresh token, then queries, reads, creates, changes, voids, deletes."""
    python = _installed(folder, *PYTHON[0])
    company = _landscaper(greeting)
    settings = folder / ".qbo"
    settings.mkdir()
    known = {name: greeting[name] for name in ("client_id", "client_secret")}
    (settings / "config.json").write_text(
        json.dumps({"dev": known | {"realm_id": company["realm_id"], "sandbox": True}})
    )
    tokens: dict[str, Any] = {
        "access_token": "",
        "refresh_token": company["refresh_token"],
        "realm_id": company["realm_id"],
    }
    tokens |= {"expires_at": 0, "refresh_expires_at": 4e9}
    (settings / "tokens.dev.json").write_text(json.dumps(tokens), "utf-8")
    start = [str(python), str(HERE / "pointed.py"), greeting["base"], "qbo_cli.cli", "--profile", "dev", "-f", "json"]

    def qbo(*words: str, given: Any = None) -> Any:
        print("qbo", *words)
        return json.loads(_ran([*start, *words], folder, given=json.dumps(given) if given else ""))

    line = {"Amount": 75, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "4"}}}
    _hold("a query finds 29 customers", len(qbo("query", "SELECT * FROM Customer")) == 29)
    _hold("a search finds one", len(qbo("search", "SELECT * FROM Customer", "Rondonuwu Fruit")) == 1)
    _hold("invoice 129 is 1036", qbo("get", "Invoice", "129")["Invoice"]["DocNumber"] == "1036")
    made = qbo("create", "Invoice", given={"CustomerRef": {"value": "1"}, "Line": [line]})["Invoice"]
    note = {"Id": made["Id"], "SyncToken": made["SyncToken"], "sparse": True, "PrivateNote": "Seen"}
    _hold("a sparse update is kept", qbo("update", "Invoice", given=note)["Invoice"]["PrivateNote"] == "Seen")
    _hold("a void makes it zero", qbo("void", "Invoice", made["Id"])["Invoice"]["TotalAmt"] == 0)
    _hold("a deletion deletes", qbo("delete", "Invoice", made["Id"])["Invoice"]["status"] == "Deleted")
    _hold("a report answers", "Header" in qbo("report", "ProfitAndLoss"))
    about = qbo("raw", "GET", f"companyinfo/{company['realm_id']}")["CompanyInfo"]
    _hold("the company is the landscaper", about["CompanyName"] == company["name"])


def python_quickbooks(folder: Path, greeting: Greeting) -> None:
    """The ecosystem's own library with Intuit's sign-in, from the discovery document to every kind of object."""
    python, company = _installed(folder, *PYTHON[1]), _landscaper(greeting)
    told = [greeting["client_id"], greeting["client_secret"], company["realm_id"], company["refresh_token"]]
    command = [str(python), str(HERE / "pointed.py"), greeting["base"], "clients.walk_python"]
    # The tests know what each class needs before it can be saved.
    found = os.pathsep.join([str(HERE.parent), str(HERE.parent.parent / "tests")])
    print(_ran([*command, *told], folder, PYTHONPATH=found), end="")


def node_quickbooks(folder: Path, greeting: Greeting) -> None:
    """The client for Node."""
    _node_is_there()
    company = _landscaper(greeting)
    print(f"npm install {NODE}")
    _ran(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", NODE], folder)
    shutil.copy(HERE / "walk_node.js", folder)
    told = [greeting["client_id"], greeting["client_secret"], company["realm_id"], company["refresh_token"]]
    print(_ran(["node", "walk_node.js", greeting["base"], *told], folder), end="")


def _node_is_there() -> None:
    """Installs node and npm from the system's own packages where they are missing and that is allowed."""
    if shutil.which("node") and shutil.which("npm"):
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", "nodejs", "npm"]
    if not (shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0):
        raise FailedError(f"node and npm are missing; as root: {' '.join(command)}")
    print(" ".join(command))
    _ran(["apt-get", "update"], HERE)
    _ran(command, HERE)


def _installed(folder: Path, *packages: str) -> Path:
    """The Python of a new environment that holds the packages."""
    print("pip install", *packages)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    _ran([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], folder)
    return python


def _landscaper(greeting: Greeting) -> Mapping[str, str]:
    company: Mapping[str, str] = greeting["companies"][-1]
    return company


def _ran(command: list[str], folder: Path, *, given: str = "", **variables: str) -> str:
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    around |= {"HOME": str(folder)} | variables
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, cwd=folder, env=around)
    if done.returncode:
        raise FailedError(f"{' '.join(command[:4])} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def _hold(what: str, held: bool) -> None:  # noqa: FBT001 - said and judged in one line
    if not held:
        raise FailedError(f"not true: {what}")
    print(f"  ok: {what}")


if __name__ == "__main__":
    sys.exit(main())
