"""The machine: whether a window can open here, and which versions run together."""

import socket
from pathlib import Path

import pytest

from untwin.app.machine import DisplayExam, VersionsExam
from untwin.domain.checks import Standing


@pytest.fixture
def screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for sockets; they have short names, and pytest's folders long ones."""
    monkeypatch.chdir(tmp_path)
    return Path()


@pytest.mark.parametrize(
    ("environment", "standing", "words"),
    [
        ({}, Standing.WARN, "no display"),
        ({"QT_QPA_PLATFORM": "offscreen:size=9x9"}, Standing.WARN, "nobody sees it"),
        ({"DISPLAY": ":7"}, Standing.FAULT, "The display :7 doesn't answer."),
        ({"WAYLAND_DISPLAY": "wayland-7"}, Standing.FAULT, "doesn't answer"),
        ({"DISPLAY": "nonsense"}, Standing.OK, "nonsense"),
    ],
)
def test_a_display_that_is_not_there_is_said(
    screens: Path, environment: dict[str, str], standing: Standing, words: str
) -> None:
    [found] = DisplayExam(environment, "linux", screens).look()
    assert found.standing is standing
    assert words in found.sentence


@pytest.mark.parametrize(
    ("name", "environment"), [("X7", {"DISPLAY": ":7.0"}), ("way", {"WAYLAND_DISPLAY": "way", "DISPLAY": ":9"})]
)
def test_a_display_that_answers_is_fine(screens: Path, name: str, environment: dict[str, str]) -> None:
    with socket.socket(socket.AF_UNIX) as screen:
        screen.bind(name)
        screen.listen()
        [found] = DisplayExam(environment | {"XDG_RUNTIME_DIR": ""}, "linux", screens).look()
    assert found.standing is Standing.OK


def test_other_systems_bring_their_own() -> None:
    assert [c.standing for c in DisplayExam({}, "darwin").look()] == [Standing.OK]


@pytest.mark.parametrize(
    ("window", "python", "standing"),
    [
        ("6.12.0", (3, 11), Standing.WARN),
        ("6.12.0", (3, 12), Standing.OK),
        ("6.11.3", (3, 11), Standing.OK),
    ],
)
def test_the_pyside_that_aborts_is_warned_of(window: str, python: tuple[int, int], standing: Standing) -> None:
    [found] = VersionsExam(window, python).look()
    assert found.standing is standing
    assert f"PySide6 {window}" in found.sentence
