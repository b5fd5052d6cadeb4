"""How the marks of a case are shown: icons and words for a row, sentences for whoever hears or reads it whole."""

from dataclasses import dataclass
from datetime import datetime

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Snooze, Until
from untwin.domain.inbox.awake import archived, asleep
from untwin.ui.kit.figures import coming, coming_short, medium_day
from untwin.ui.kit.words import tr

_SHORT_NOTE = 60
_SHORT_LABEL = 14  # letters


@dataclass(frozen=True, slots=True)
class MarkWords:
    """What stands in a row: icons and words beside the state, icons and words beside the verdict, and all of it aloud.

    Attributes:
        state: in the place of the age; empty where nothing is to be said there.
    """

    state_icons: tuple[str, ...] = ()
    state: str = ""
    flag_icons: tuple[str, ...] = ()
    flags: str = ""
    aloud: tuple[str, ...] = ()


NO_WORDS = MarkWords()


def mark_words(case: Case, now: datetime) -> MarkWords:
    """The words for one case."""
    marks = case.marks
    icons: list[str] = []
    state: list[str] = []
    if asleep(case, now) and marks.snooze:
        icons.append("snoozed")
        state.append(until_words(marks.snooze, now))
    elif archived(case):
        icons.append("archived")
        state.append(tr("archived"))
    if marks.unread:
        icons.append("unread")
        if marks.back:
            state.append(tr("back"))
    flags = (*(["label"] if marks.labels else []), *(["note"] if marks.note else []))
    return MarkWords(tuple(icons), tr(", ").join(state), flags, _flag_words(case), mark_sentences(case, now))


def _flag_words(case: Case) -> str:
    """As many labels as a row has room for, and how many more; of a note alone that there is one."""
    labels = case.marks.labels
    if not labels:
        return tr("note") if case.marks.note else ""
    shown = labels[0] if len(labels[0]) <= _SHORT_LABEL else f"{labels[0][: _SHORT_LABEL - 1].rstrip()}…"
    return f"{shown} +{len(labels) - 1}" if len(labels) > 1 else shown


def mark_sentences(case: Case, now: datetime) -> tuple[str, ...]:
    """All of it, a sentence a mark."""
    marks = case.marks
    said: list[str] = []
    if asleep(case, now) and marks.snooze:
        words = tr("Asked about it; snoozed {}") if marks.snooze.why is Until.ANSWER else tr("Snoozed {}")
        said.append(words.format(until_words(marks.snooze, now)))
    if archived(case):
        said.append(tr("Archived"))
    if marks.back:
        said.append(marks.back)
    elif marks.unread:
        said.append(tr("Unread"))
    if marks.labels:
        said.append(tr("Labels: {}").format(tr(", ").join(marks.labels)))
    if marks.note:
        said.append(tr("Note: {}").format(short_note(marks.note)))
    return tuple(said)


def mark_lines(case: Case, now: datetime) -> tuple[tuple[str, str], ...]:
    """For the case's pane: an icon's name and a sentence for each mark, the note whole."""
    marks = case.marks
    found: list[tuple[str, str]] = []
    if marks.back or marks.unread:
        found.append(("unread", marks.back or tr("Unread")))
    if asleep(case, now) and marks.snooze:
        asked = marks.snooze.why is Until.ANSWER
        words = tr("Asked about it; snoozed {}. h changes that.") if asked else tr("Snoozed {}. h changes that.")
        found.append(("snoozed", words.format(until_words(marks.snooze, now))))
    if archived(case):
        found.append(("archived", tr("Archived. e takes it out again.")))
    if marks.labels:
        found.append(("label", tr(", ").join(marks.labels)))
    if marks.note:
        found.append(("note", marks.note))
    return tuple(found)


def until_words(snooze: Snooze, now: datetime) -> str:
    """Until when, short: `until 14:05`, `until Mon 08:00`, `until 12 Dec`."""
    if snooze.until is None:
        return tr("until the books open")
    return tr("until {}").format(coming_short(snooze.until.astimezone(), now.astimezone()))


def until_in_full(snooze: Snooze, now: datetime) -> str:
    """Until when, as a toast says it: `until Mon 30 Nov, 08:00`."""
    words = tr("until {}") if snooze.until is not None else tr("until the books open ({})")
    return words.format(moment_words(snooze, now))


def moment_words(snooze: Snooze, now: datetime) -> str:
    """That moment in full, or what keeps the books closed."""
    if snooze.until is not None:
        return coming(snooze.until.astimezone(), now.astimezone())
    closed = medium_day(snooze.closed_through)
    return tr("closed through {}").format(closed) if closed else tr("closed now")


def short_note(note: str) -> str:
    """A note in one line."""
    words = " ".join(note.split())
    return words if len(words) <= _SHORT_NOTE else f"{words[:_SHORT_NOTE].rstrip()}…"
