"""The ways out that are offered for a case, in the order of the number keys."""

from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.cases.advice import IN_QUICKBOOKS, Deed, Ends, Option
from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.blocks import BlockId
from untwin.domain.verdicts.gives_way import Who
from untwin.domain.verdicts.verdict import Verdict


class ExitId(StrEnum):
    """What a way out does; the window binds each to an action of the same name."""

    RENUMBER = "renumber"
    SAME = "same_document"
    MADE_BY_HAND = "made_by_hand"
    OWN_NUMBER = "own_number"
    RETRY = "retry"
    VERIFY = "verify"
    WHAT_DIFFERS = "what_differs"
    CONFIRM_POSTING = "confirm_posting"
    RULE_OUT = "rule_out"
    RESTORE = "restore"
    LOOK_UP = "look_up"
    DESCRIBE = "describe"
    OPEN_HOLDER = "open_holder"
    OPEN_SOURCE = "open_source"
    NAME_SOURCE = "name_source"
    BIND = "bind_company"
    ASK = "ask"
    IGNORE = "ignore"
    TAKE_OPTION = "take_option"
    CHECK_LIST = "check_list"


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out and its words on the button; `option` is what a playbook says about it."""

    id: ExitId
    words: str
    option: Option | None = None


def exits_for(case: Case) -> tuple[Exit, ...]:
    """At most five ways out, the best first; none while work is going on."""
    by_state = _BY_STATE.get(case.state)
    found = by_state(case) if by_state else ()
    return tuple(found)[:MOST]


MOST = 5
_ASK = Exit(ExitId.ASK, "Ask by e-mail")


def _advised(case: Case) -> list[Exit]:
    """The options of the case's playbook; the last place is kept for leaving the case aside."""
    options = case.advice.options if case.advice else ()
    listed = [Exit(ExitId(option.deed.value), option.words, option) for option in options]
    if not any(option.deed is Deed.IGNORE for option in options) and len(listed) < MOST:
        listed.append(Exit(ExitId.IGNORE, "Ignore with a reason"))
    return listed


def _undecided(case: Case) -> list[Exit]:
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER and case.advice is not None:
        return _advised(case)
    if case.judgement is None and case.evidence is not None:
        # A change came to nothing: what was known before it may not hold any more.
        return [*_look_again(case), _open_source(case)]
    return _with_options(case, _by_verdict(case))


def _with_options(case: Case, listed: list[Exit]) -> list[Exit]:
    """What goes beside the verdict stands before what has a key of its own anyway, as far as there are places."""
    known = {each.id for each in listed}
    options = case.advice.options if case.advice else ()
    own = [Exit(ExitId(o.deed.value), o.words, o) for o in options if o.deed is Deed.TAKE or o.deed.value not in known]
    if not own:
        return listed
    first = own[0].option
    if first is not None and first.link and first.where == IN_QUICKBOOKS:
        listed = [each for each in listed if each.id is not ExitId.OPEN_HOLDER]  # it says what to look for there, too
    kept = [each for each in listed if each.id not in _SPARE]
    return [*kept, *own, *(each for each in listed if each.id in _SPARE)]


_APART = Exit(ExitId.OWN_NUMBER, "It only has the same number, and is not what waits")
_BIND = Exit(ExitId.BIND, "Say which company it belongs to")
_BY_HAND = Exit(ExitId.MADE_BY_HAND, "It was made in QuickBooks by hand")
_SPARE = frozenset({ExitId.OPEN_HOLDER, ExitId.LOOK_UP, ExitId.ASK, ExitId.IGNORE, ExitId.OPEN_SOURCE})


def _by_verdict(case: Case) -> list[Exit]:
    verdict = case.judgement.verdict if case.judgement else Verdict.UNKNOWN
    holder, source = Exit(ExitId.OPEN_HOLDER, "Open in QuickBooks"), _open_source(case)
    ignore = Exit(ExitId.IGNORE, "Ignore with a reason")
    if case.judgement is not None and case.judgement.changeable:
        return _changeable(case, holder, ignore)
    if verdict is Verdict.SAME_DOCUMENT:
        return [Exit(ExitId.SAME, "Confirm: already in QuickBooks"), holder, source, _ASK, ignore]
    if verdict is Verdict.NONE_FOUND:
        words = f"Retry in {source_name(case.source)}, nothing to change"
        return [Exit(ExitId.RETRY, words), Exit(ExitId.LOOK_UP, "Look it up again"), source, ignore]
    if verdict is Verdict.UNKNOWN:
        return _unknown(case, holder, source, ignore)
    asked = [_BY_HAND] if case.judgement and case.judgement.asks_maker else []
    apart = [_APART] if case.judgement and case.judgement.asks_own else []
    return [*apart, *asked, holder, source, _ASK, Exit(ExitId.LOOK_UP, "Look it up again"), ignore]


def _changeable(case: Case, holder: Exit, ignore: Exit) -> list[Exit]:
    """The holder gives way, but for one that was sent and is open: its customer will pay by that number."""
    renumber, source = Exit(ExitId.RENUMBER, _renumber_words(case)), _open_source(case)
    if case.gives_way and case.gives_way.who is Who.WAITING:
        words = f"Give it another number in {source_name(case.source)}"
        return [Exit(ExitId.OPEN_SOURCE, words), renumber, holder, _ASK, ignore]
    return [renumber, holder, source, _ASK, ignore]


def _unknown(case: Case, holder: Exit, source: Exit, ignore: Exit) -> list[Exit]:
    describe = Exit(ExitId.DESCRIBE, "Say what is waiting to post")
    again = Exit(ExitId.LOOK_UP, "Look it up again")
    if case.judgement and case.judgement.asks_maker:
        return [_BY_HAND, holder, source, _ASK, ignore]
    if case.incoming is None or not case.incoming.complete:
        return [describe, holder, source, again, ignore]
    return [holder, source, _ASK, again, ignore]


def _renumber_words(case: Case) -> str:
    changes = [f"{p.old} to {p.suggestions[0]}" for p in case.proposed if p.suggestions]
    return f"Renumber {' and '.join(changes)}" if changes else "Renumber"


def _open_source(case: Case) -> Exit:
    return Exit(ExitId.OPEN_SOURCE, f"Open {source_name(case.source)}")


def _new(case: Case) -> list[Exit]:
    first = Exit(ExitId.LOOK_UP, "Look it up")
    if case.kind is FaultKind.DUPLICATE_DOC_NUMBER and case.doc_number is None:
        first = Exit(ExitId.DESCRIBE, "Say which number, and what is waiting to post")
    if case.company is None:
        first = _BIND
    return [first, _open_source(case), Exit(ExitId.IGNORE, "Ignore with a reason")]


def _retry(case: Case) -> list[Exit]:
    if case.please_confirm and case.posting is not None:
        return _found()
    if case.advice is not None and case.advice.ends is Ends.GONE:
        return _listed(case)
    words = "Retry in {}"
    if case.state is State.WAITING_TO_POST:
        # One that was asked has accepted: there is no page of it to open.
        words = "Ask {} once more" if case.asked else "Open {} again"
        if case.source is None and case.waiting_number:
            # Nobody knows its app: there is no page to open, only the number to be looked for.
            words = f"Copy {case.waiting_number} once more"
    return [
        Exit(ExitId.RETRY, words.format(source_name(case.source))),
        Exit(ExitId.VERIFY, "Look now whether it posted"),
        Exit(ExitId.OPEN_HOLDER, "Open in QuickBooks"),
        *([Exit(ExitId.RESTORE, "Give the old number back")] if case.renumbered else []),
    ]


def _listed(case: Case) -> list[Exit]:
    source = source_name(case.source)
    return [
        Exit(ExitId.CHECK_LIST, f"Look into the copied list of {source}"),
        Exit(ExitId.RETRY, f"Open {source} again"),
        Exit(ExitId.OPEN_HOLDER, "Open in QuickBooks"),
    ]


def _found() -> list[Exit]:
    return [
        Exit(ExitId.CONFIRM_POSTING, "It posted: confirm"),
        Exit(ExitId.OPEN_HOLDER, "Open in QuickBooks"),
        Exit(ExitId.RULE_OUT, "It is another document"),
        Exit(ExitId.VERIFY, "Look now whether it posted"),
    ]


def _to_be_checked(_case: Case) -> list[Exit]:
    return [
        Exit(ExitId.WHAT_DIFFERS, "See what differs"),
        Exit(ExitId.VERIFY, "Look again"),
        Exit(ExitId.OPEN_HOLDER, "Open in QuickBooks"),
    ]


def _blocked(case: Case) -> list[Exit]:
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER and case.advice is not None:
        return _advised(case)
    elsewhere = any(block.id is BlockId.WRONG_COMPANY for block in case.blocks)
    return [
        *([_BIND] if elsewhere else []),
        Exit(ExitId.OPEN_HOLDER, "Open in QuickBooks"),
        _open_source(case),
        *([] if elsewhere else [_ASK]),
        Exit(ExitId.LOOK_UP, "Look it up again"),
        Exit(ExitId.IGNORE, "Ignore with a reason"),
    ]


def _look_again(_case: Case) -> list[Exit]:
    return [Exit(ExitId.LOOK_UP, "Look it up again"), Exit(ExitId.IGNORE, "Ignore with a reason")]


def _failed_again(case: Case) -> list[Exit]:
    both = [Exit(ExitId.OPEN_HOLDER, "Open both in QuickBooks")] if case.booked_twice else []
    return [*both, *_look_again(case)]


def _aside(_case: Case) -> list[Exit]:
    return [Exit(ExitId.LOOK_UP, "Look it up again")]


def _done(_case: Case) -> list[Exit]:
    return [Exit(ExitId.OPEN_HOLDER, "Open in QuickBooks")]


_BY_STATE = {
    State.NEW: _new,
    State.NEEDS_DECISION: _undecided,
    State.NEEDS_CHECKING: _to_be_checked,
    State.RENUMBERED: _retry,
    State.WAITING_TO_POST: _retry,
    State.BLOCKED: _blocked,
    State.FAILED: _look_again,
    State.FAILED_AGAIN: _failed_again,
    State.IGNORED: _aside,
    State.POSTED: _done,
    State.ALREADY_IN_QUICKBOOKS: _done,
}
