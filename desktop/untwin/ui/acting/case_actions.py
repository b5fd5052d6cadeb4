"""The actions about the chosen case, and about all that are selected."""

from collections.abc import Callable
from dataclasses import replace

from untwin.domain.cases.exits import MOST, ExitId, exits_for
from untwin.ui.acting import reasons, source_reasons
from untwin.ui.acting import waiting_reasons as waits
from untwin.ui.acting.around import CaseView
from untwin.ui.acting.context import Context
from untwin.ui.acting.reasons import Judge, about_case, about_selected
from untwin.ui.acting.registry import Action, Place
from untwin.ui.kit.words import tr

_NUMBERS = range(1, MOST + 1)


def case_actions() -> tuple[Action, ...]:
    """Them all, in the order of the key sheet."""
    return (*_case_actions(), *_telling_actions(), *_reading_actions(), *_exit_actions())


def _about_selected(
    name: str, title: str, key: str, run: Callable[[Context], None], why_not: Judge, hint: str = ""
) -> Action:
    """An action about the selected cases, or about the chosen one."""
    return Action(name, title, (key,), Place.CASE, run, about_selected(why_not), hint=hint)


def _about(name: str, title: str, key: str, run: Callable[[Context], None], why_not: Judge, hint: str = "") -> Action:
    """An action about the chosen case."""
    keys = tuple(key.split()) if key else ()
    return Action(name, title, keys, Place.CASE, run, about_case(why_not), hint=hint)


def _sheet(name: str) -> Callable[[Context], None]:
    def run(context: Context) -> None:
        context.open_sheet(name)

    return run


def _case_actions() -> tuple[Action, ...]:
    why, do = reasons, _about
    return (
        _about_selected(
            "renumber",
            "Give the documents new numbers",
            "R",
            lambda c: c.on_case.renumber(),
            why.not_changeable,
            "renumber",
        ),
        do("retry", "Retry in the source", "T", lambda c: c.on_case.retry(), waits.not_retryable, "retry"),
        do("verify", "Look now whether it posted", "V", lambda c: c.on_case.verify(), waits.not_verifiable, "look now"),
        do(
            "check_list",
            "Look into the copied list of the source",
            "Shift+V",
            lambda c: c.on_case.check_list(),
            waits.not_listed,
        ),
        do("what_differs", "See what differs", "S", lambda c: c.closer.open(), why.nothing_differs, "what differs"),
        do("same_document", "Confirm: already in QuickBooks", "M", _sheet("same"), why.not_same, "same document"),
        _about_selected(
            "look_up", "Look it up again", "Shift+F5", lambda c: c.on_case.look_up(), why.not_lookable, "look up"
        ),
        Action(
            "undo",
            "Undo, or give the old number back",
            ("Z", "Ctrl+Z"),
            Place.CASE,
            lambda c: c.on_case.undo(),
            why.nothing_to_undo,
        ),
        do("restore", "Give the old number back", "", lambda c: c.on_case.restore(), why.not_restorable),
    )


def _telling_actions() -> tuple[Action, ...]:
    """What a person says about a case."""
    why, do = reasons, _about
    return (
        _about_selected(
            "bind_company",
            "Say which company it belongs to",
            "Shift+C",
            lambda c: c.on_case.bind_company(),
            why.not_bindable,
            "company",
        ),
        do("name_source", "Say which app it comes from", "Shift+S", _sheet("source"), source_reasons.not_namable),
        do("describe", "Say what is waiting to post", "Shift+D", _sheet("describe"), why.not_describable, "describe"),
        do(
            "made_by_hand",
            "It was made in QuickBooks by hand",
            "Shift+M",
            lambda c: c.on_case.made_by_hand(),
            why.not_asked,
        ),
        _about_selected(
            "own_number", "It only has the same number", "Shift+N", lambda c: c.on_case.own_number(), why.not_asked_own
        ),
    )


def _reading_actions() -> tuple[Action, ...]:
    why, do = reasons, _about
    return (
        do("confirm_posting", "Confirm that it posted", "P", _sheet("posted"), why.not_found, "confirm"),
        do("rule_out", "It is another document", "Shift+P", lambda c: c.on_case.rule_out(), why.not_found),
        do("open_holder", "Open in QuickBooks", "B", lambda c: c.on_case.open_holder(), why.no_document, "QuickBooks"),
        do("open_source", "Open in the source", "Shift+B", lambda c: c.on_case.open_source(), why.no_page),
        do("copy_summary", "Copy the case in one paragraph", "Y", lambda c: c.on_case.copy_summary(), why.any_case),
        do("reasons", "Why this verdict, and what was asked", "W", lambda c: c.pane.why(), why.any_case),
        do("next_view", "Differences, all fields, raw text", "D", lambda c: c.pane.next_view(), why.any_case),
        *(do(f"show_{n.name.lower()}", f"Show: {n.value}", "", _show(n), why.any_case) for n in CaseView),
    )


def _show(view: CaseView) -> Callable[[Context], None]:
    return lambda context: context.pane.show_view(view.name)


def _exit_actions() -> tuple[Action, ...]:
    made = (_about(f"exit_{n}", f"Option {n} of the case", str(n), _take_exit(n), reasons.no_exit(n)) for n in _NUMBERS)
    return tuple(replace(action, words=_words_of(n)) for n, action in zip(_NUMBERS, made, strict=True))


def _words_of(number: int) -> Callable[[Context], str]:
    """The words that stand on the option's button."""

    def words(context: Context) -> str:
        found = exits_for(context.case)[number - 1 : number] if context.case is not None else ()
        return tr(found[0].words) if found else ""

    return words


def _take_exit(number: int) -> Callable[[Context], None]:
    def run(context: Context) -> None:
        if context.case is not None:
            chosen = exits_for(context.case)[number - 1]
            if chosen.id is ExitId.TAKE_OPTION and chosen.option is not None:
                context.on_case.take_option(chosen.option)
            else:
                context.run(chosen.id)

    return run
