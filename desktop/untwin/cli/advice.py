"""Prints a playbook's advice: what was found, what differs, the options, and how the end is seen."""

from typing import Any

from untwin.domain.advice import Advice, Option


def advice_json(advice: Advice) -> dict[str, Any]:
    """The advice as other programs read it."""
    return {
        "found": list(advice.found),
        "facts": {fact.label: fact.value for fact in advice.facts},
        "changed": list(advice.changed),
        "differs": [{"field": d.label, "quickbooks": d.quickbooks, "source": d.source} for d in advice.differs],
        "options": [_option_json(option) for option in advice.options],
        "retry": advice.retry.value,
        "ends": advice.ends.value,
        "blocked": advice.blocked,
    }


def _option_json(option: Option) -> dict[str, Any]:
    return {
        "does": option.deed.value,
        "words": option.words,
        "who": option.who.value,
        "how": list(option.how),
        "where": option.where,
        "button": option.button,
        "copy": option.copy,
        "link": option.link,
        "locks": option.locks,
    }


def advice_lines(advice: Advice) -> list[str]:
    """The advice for people."""
    return [
        *(f"changed: {words}" for words in advice.changed),
        *(f"found: {words}" for words in advice.found),
        *(f"differs: {d.label}: {d.quickbooks} in QuickBooks, {d.source} in the source" for d in advice.differs),
        *(line for number, option in enumerate(advice.options, start=1) for line in _option_lines(number, option)),
    ]


def _option_lines(number: int, option: Option) -> list[str]:
    more = [f"who: {option.who.value}"]
    more += [f"where: {option.where}"] if option.where else []
    more += [f"press “{option.button}”"] if option.button else []
    more += [f"to copy: {option.copy}"] if option.copy and "\n" not in option.copy else []
    more += ["locked while any waiting document of that app may be in QuickBooks already"] if option.locks else []
    more += [f"opens: {option.link}"] if option.link else []
    return [f"option {number}: {option.words}", *(f"   {words}" for words in (*option.how, "; ".join(more)))]
