"""Prints a playbook's advice: what was found, what differs, the options, and how the end is seen."""

from typing import Any

from untwin.domain.cases.advice import Advice, Option


def advice_json(advice: Advice, locked: str | None = None) -> dict[str, Any]:
    """The advice as other programs read it; `locked` says why its options in the source are locked, None: not known.

    What is locked, or not known to be open, has nothing to copy and nothing to open.
    """
    return {
        "found": list(advice.found),
        "facts": {fact.label: fact.value for fact in advice.facts},
        "changed": list(advice.changed),
        "differs": [{"field": d.label, "quickbooks": d.quickbooks, "source": d.source} for d in advice.differs],
        "options": [_option_json(option, locked) for option in advice.options],
        "retry": advice.retry.value,
        "ends": advice.ends.value,
        "blocked": advice.blocked,
    }


def _option_json(option: Option, locked: str | None) -> dict[str, Any]:
    open_now = not option.locks or locked == ""
    return {
        "does": option.deed.value,
        "words": option.words,
        "who": option.who.value,
        "how": list(option.how),
        "where": option.where,
        "button": option.button,
        "copy": option.copy if open_now else "",
        "link": option.link if open_now else "",
        "locks": option.locks,
        "locked": (locked or None) if option.locks else None,
    }


def advice_lines(advice: Advice, locked: str | None = None, *, options: bool = True) -> list[str]:
    """The advice for people; `locked` as in `advice_json`, and without its `options` where none can be taken now."""
    offered = advice.options if options else ()
    return [
        *(f"changed: {words}" for words in advice.changed),
        *(f"found: {words}" for words in advice.found),
        *(f"differs: {d.label}: {d.quickbooks} in QuickBooks, {d.source} in the source" for d in advice.differs),
        *(line for n, option in enumerate(offered, start=1) for line in _option_lines(n, option, locked)),
    ]


def _option_lines(number: int, option: Option, locked: str | None) -> list[str]:
    more = [f"who: {option.who.value}"]
    more += [f"where: {option.where}"] if option.where else []
    more += [f"press “{option.button}”"] if option.button else []
    if option.locks and locked != "":
        said = locked or "Locked while any waiting document of that app may be in QuickBooks already: see untwin show."
        return [f"option {number}: {option.words}", f"   {'; '.join(more)}", f"   {said}"]
    more += [f"to copy: {option.copy}"] if option.copy and "\n" not in option.copy else []
    more += [f"opens: {option.link}"] if option.link else []
    return [f"option {number}: {option.words}", *(f"   {words}" for words in (*option.how, "; ".join(more)))]
