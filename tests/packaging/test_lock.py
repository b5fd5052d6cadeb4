"""The locks are fresh, whole and free of any machine's addresses; and a stale one is noticed."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

import environment
import house
import lock

BUNDLE = "packaging/requirements-bundle.txt"
PYPROJECT = tomllib.loads((house.ROOT / "pyproject.toml").read_text("utf-8"))


def pins(name: str) -> dict[str, str]:
    """Each package with its version."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (house.ROOT / name).read_text("utf-8"), re.MULTILINE))


def test_the_locks_are_fresh() -> None:
    assert lock.check(house.ROOT) == []


@pytest.mark.parametrize("name", lock.LOCKS)
def test_every_package_has_a_hash_and_no_address(name: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", (house.ROOT / name).read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"https?:|file:|^-", "".join(entries), re.MULTILINE)


def test_one_environment_holds_all_three() -> None:
    development = pins(lock.DEVELOPMENT)
    ours = {file for files in environment.LISTS.values() for file in files}
    for name in ours:
        assert pins(name).items() <= development.items()
    assert ours == set(lock.LOCKS) - {BUNDLE}


def test_the_bundles_own_environment_agrees_with_the_others() -> None:
    development = pins(lock.DEVELOPMENT)
    assert {name: version for name, version in pins(BUNDLE).items() if development.get(name, version) != version} == {}


def test_the_build_is_locked_as_pyproject_asks() -> None:
    assert PYPROJECT["dependency-groups"]["build"] == PYPROJECT["build-system"]["requires"]


def test_a_stale_an_edited_and_a_missing_lock_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", *lock.LOCKS):
        shutil.copy(house.ROOT / name, tmp_path / name)
    runtime, build = tmp_path / "packaging/requirements.txt", tmp_path / "packaging/requirements-build.txt"
    runtime.write_text(runtime.read_text("utf-8").replace("requests==2", "requests==3"), "utf-8")
    build.unlink()
    assert lock.check(tmp_path) == [
        "packaging/requirements.txt was changed by hand",
        "packaging/requirements-build.txt is missing",
    ]
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text(pyproject.read_text("utf-8").replace('"requests>=2.32', '"requests>=2.33'), "utf-8")
    assert "is older than the dependency lists" in lock.check(tmp_path)[0]
