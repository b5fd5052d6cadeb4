"""Words for people: translation, plain-text tips, ages, and what happened as one sentence."""

import html
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from untwin.domain.problems import Problem, SignInNeeded


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for a toast; `undoable` where `z` takes it back."""

    sentence: str
    undoable: bool = False


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("untwin", text)


def plain_tip(text: str) -> str:
    """Text from outside as a tip: Qt guesses rich text there, so it is escaped."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""


def button_words(text: str) -> str:
    """Text for a button, where a single & would vanish as a mnemonic."""
    return text.replace("&", "&&")


def problem_words(problem: Exception) -> str:
    """One plain sentence: a Problem's own words, anything else only that nothing was lost."""
    return str(problem) if isinstance(problem, Problem) else tr("Something went wrong; nothing was lost.")


def desk_words(problem: Exception) -> str:
    """The same on the desk, where a refused connection needs the key that leads to it."""
    way = tr("Ctrl+Shift+O opens Companies.") if isinstance(problem, SignInNeeded) else ""
    return f"{problem_words(problem)} {way}".strip()


def log_problem(problem: Exception) -> None:
    """Only what has no words of its own goes to the log with its trace."""
    if not isinstance(problem, Problem):
        logging.getLogger(__name__).error("a flow failed", exc_info=problem)


def age_words(since: datetime, now: datetime) -> str:
    """How long ago, coarse: `now`, `12 min`, `5 h`, `3 d`."""
    passed = now - since
    if passed < timedelta(minutes=1):
        return tr("now")
    if passed < timedelta(hours=1):
        return tr("{} min").format(int(passed.total_seconds() // 60))
    if passed < timedelta(days=1):
        return tr("{} h").format(int(passed.total_seconds() // 3600))
    return tr("{} d").format(passed.days)


def count_words(count: int, one: str, many: str) -> str:
    """`1 case`, `12 cases`."""
    return f"{count} {one if count == 1 else many}"
