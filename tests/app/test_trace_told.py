"""A report tells where in the program it was, and nobody's name, number or folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from untwin.app.trace_told import told, without_home


def caught(work: Callable[[], object]) -> str:
    """What is told of the error that work ends with."""
    try:
        work()
    except BaseException as error:  # noqa: BLE001
        return told(error)
    raise AssertionError("it was to fail")


def failing(error: BaseException) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


@pytest.mark.parametrize(
    "error",
    [
        KeyError("Baker LLC"),
        KeyError("baker"),
        ValueError("The company Harlow & Pike LLP has no number INV-1042 of 1,250.00 for ann@baker.example"),
        ValueError('no bill for "müller", nor for Ötzi'),
        OSError(2, "No such file", "/home/ann/Baker LLC/errors.csv"),
        RuntimeError("token=abcdefghijklmnop1234"),
        ExceptionGroup("Baker LLC", [ValueError("Harlow"), KeyError("1042")]),
    ],
)
def test_words_that_may_name_somebody_are_taken_out(error: Exception) -> None:
    text = caught(failing(error))
    assert type(error).__name__ in text
    assert "test_trace_told.py" in text
    words = text.splitlines()[-1] if not isinstance(error, ExceptionGroup) else text.rpartition("raise error")[2]
    telling = ("baker", "harlow", "pike", "1042", "1,250", "müller", "ötzi", "ann", "abcdefgh")
    assert not [word for word in telling if word in words.lower()]


def test_what_python_says_of_the_program_stays() -> None:
    assert "AttributeError: 'NoneType' object has no attribute 'rows'" in caught(lambda: getattr(None, "rows"))  # noqa: B009
    assert "TypeError: it takes an 'int'" in caught(failing(TypeError("it takes an 'int'")))
    assert "ValueError: not enough values to unpack" in caught(failing(ValueError("not enough values to unpack")))


def test_those_that_led_to_it_are_told_in_their_order() -> None:
    def work() -> None:
        try:
            failing(KeyError("Baker"))()
        except KeyError as error:
            raise ValueError("no such thing") from error

    first, then, last = caught(work).partition("After that, or because of it:")
    assert "KeyError" in first
    assert then
    assert last.strip().endswith("ValueError: no such thing")


def test_the_folder_of_whoever_works_here_is_not_told() -> None:
    assert without_home(f'File "{Path.home()}/untwin/x.py"') == 'File "~/untwin/x.py"'
