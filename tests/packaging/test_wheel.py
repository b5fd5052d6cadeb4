"""The wheel holds exactly what git tracks, and says rightly what it is."""

import email
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable
from email.message import Message
from pathlib import Path

import pytest

import house

PLACES = {"desktop/untwin/": "untwin/", "resources/": "untwin/_resources/"}


def inside(names: Iterable[str]) -> set[str]:
    """Where files of the checkout lie in the wheel; what is not shipped is left out."""
    found = set()
    for name in names:
        for source, place in PLACES.items():
            if name.startswith(source):
                found.add(place + name.removeprefix(source))
    return found


def build(source: Path, target: Path) -> zipfile.ZipFile:
    """The wheel as anybody builds it, with the tools of this environment and without a network."""
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(source)], check=True)
    return zipfile.ZipFile(next(target.glob("*.whl")))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return build(house.ROOT, tmp_path_factory.mktemp("wheel"))


def metadata(wheel: zipfile.ZipFile, name: str) -> Message:
    """One of the files in the wheel's own folder, read as headers."""
    return email.message_from_bytes(wheel.read(next(each for each in wheel.namelist() if each.endswith(name))))


def test_the_wheel_holds_what_git_tracks(wheel: zipfile.ZipFile) -> None:
    command = ["git", "-C", str(house.ROOT), "ls-files", "-z"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    tracked = inside(name for name in listed.stdout.split("\0") if (house.ROOT / name).is_file())
    shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert sorted(tracked - shipped) == [], "tracked and not in the wheel"
    assert sorted(shipped - tracked) == [], "in the wheel and not tracked: git add it, or take it out of the folder"


def test_ignored_files_stay_out(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    for name, text in {
        "pyproject.toml": (house.ROOT / "pyproject.toml").read_text("utf-8"),
        ".gitignore": "*.secret\n",
        "README.md": "x",
        "LICENSE": "x",
        "desktop/untwin/__init__.py": "",
        "desktop/untwin/left.secret": "",
        "resources/help/page.md": "x",
        "resources/left.secret": "",
    }.items():
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text(text, "utf-8")
    names = build(checkout, tmp_path / "wheel").namelist()
    assert {"untwin/__init__.py", "untwin/_resources/help/page.md"} <= set(names)
    assert not [name for name in names if "secret" in name]


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    project = tomllib.loads((house.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    about = metadata(wheel, ".dist-info/METADATA")
    assert (about["Name"], about["Version"]) == ("untwin", project["version"])
    assert set((about["Requires-Python"] or "").split(",")) == set(project["requires-python"].split(","))
    assert about["License-Expression"] == "MIT"
    assert len(about.get_all("Requires-Dist", [])) == len(project["dependencies"])
    assert metadata(wheel, ".dist-info/WHEEL")["Tag"] == "py3-none-any"
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
    assert "untwin/py.typed" in wheel.namelist()


def test_the_wheel_starts_untwin(wheel: zipfile.ZipFile) -> None:
    points = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    text = wheel.read(points).decode()
    assert "[console_scripts]\nuntwin = untwin.__main__:main" in text
    assert "[gui_scripts]\nuntwin-window = untwin.__main__:main" in text
