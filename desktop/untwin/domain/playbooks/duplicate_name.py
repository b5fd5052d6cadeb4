"""A name that is used already: which customer, vendor or employee has it, and how the two are kept apart."""

from untwin.domain.cases.advice import Advice, Difference, Fact, Option, RetrySense
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.names import NOTHING, Contact
from untwin.domain.playbooks.sight import Sight
from untwin.domain.playbooks.waiting import contact_of, name_in_message
from untwin.domain.verdicts.observed import PEOPLE, RECORD_WORDS, NameRecord, fold

_SHOWN = 3
_ONE_LIST = (
    "In QuickBooks customers, vendors and employees share one list of names, inactive ones counted:"
    " each name stands there once."
)
_HUBSPOT_NAMES = (
    "HubSpot gives the first contact of a company that company's name as its display name; every further contact of it"
    " then asks for a name that is used."
)
_CLIO_NAMES = "Clio takes the display name from its contact, mostly with “Clio” and a number behind it."


def name_asked_for(sight: Sight) -> str | None:
    """The name that QuickBooks refused: printed by the error, else the waiting document's customer."""
    return name_in_message(sight.message) or contact_of(sight).name


def advise(sight: Sight) -> Advice:
    """The advice."""
    name = name_asked_for(sight)
    holders = _holders(sight, name)
    if holders:
        return _held(sight, holders[0].name, holders)
    if name is None:
        said = (
            "The error doesn't say which name it is about.",
            "With the customer's name Untwin can look who has it.",
        )
        return Advice(said, (ways.describe(), ways.look_again()), RetrySense.AFTER)
    return _free(sight, name)


def _holders(sight: Sight, name: str | None) -> tuple[NameRecord, ...]:
    """Whoever has the name; a record that the error names by its id is one, whatever it is called."""
    named = [r for r in sight.observed.records if r.entity in PEOPLE]
    same = [r for r in sight.observed.names if r.entity in PEOPLE and name and fold(r.name) == fold(name)]
    return tuple({(r.entity, r.id): r for r in (*named, *same)}.values())


def _held(sight: Sight, name: str, holders: tuple[NameRecord, ...]) -> Advice:
    said = (
        *(f"The {h.title} has the name already." for h in holders[:_SHOWN]),
        _ONE_LIST,
        *_mapping(sight),
    )
    opened = tuple(
        ways.open_record(sight, h, f"Open the {RECORD_WORDS[h.entity]} in QuickBooks", *_rename(h)) for h in holders[:2]
    )
    return Advice(
        found=said,
        options=(*opened, _in_source(sight, name), ways.retry(sight, RetrySense.AFTER), ways.look_again()),
        retry=RetrySense.AFTER,
        facts=(Fact(f"“{name}” is the name of", ", ".join(h.title for h in holders)),),
        differs=_differences(contact_of(sight), name, holders[0]),
    )


def _mapping(sight: Sight) -> tuple[str, ...]:
    if sight.case.source == "hubspot":
        return (_HUBSPOT_NAMES,)
    if sight.case.source == "clio":
        return (_CLIO_NAMES,)
    return ()


def _rename(holder: NameRecord) -> tuple[str, ...]:
    kind = RECORD_WORDS[holder.entity]
    if holder.entity != "Customer":
        other = f"give it another display name, e.g. “{holder.name} ({kind})”"
        if not holder.active:
            return (f"If it is another party, make it active, {other}, and make it inactive again.",)
        return (f"If it is another party, {other}.",)
    again = ("Make it active again if it is the customer that is meant.",) if not holder.active else ()
    return (*again, "If it is another party, give it another display name.", _MERGE)


_MERGE = "Two of one party can be merged (Edit > Merge contacts); QuickBooks can't undo that."


def _in_source(sight: Sight, name: str) -> Option:
    how = [f"If the {sight.source} contact is the customer that has the name, use that one: link or pick it there."]
    if sight.case.source == "hubspot":
        how.append("Else change how the display name is made up, so that two contacts of one company don't share it.")
        where = "HubSpot, Settings > Integrations > Connected apps > QuickBooks Online, its contact sync"
    else:
        how.append("Else give the contact a name of its own.")
        where = f"{sight.source}, the contact"
    words = f"Copy the name and open {sight.source}"
    return Option(words, how=tuple(how), where=where, copy=name, link=sight.source_page)


def _differences(contact: Contact, name: str, holder: NameRecord) -> tuple[Difference, ...]:
    source = "a customer to be added"
    kind = f"{RECORD_WORDS[holder.entity]}{'' if holder.active else ', inactive'}"
    rows = [Difference(f"“{name}” is", kind, source)]
    if holder.name != name:
        rows.append(Difference("Display name", holder.name, name))
    if holder.email or contact.email:
        rows.append(Difference("E-mail", holder.email or NOTHING, contact.email or NOTHING))
    return tuple(rows)


def _free(sight: Sight, name: str) -> Advice:
    if not sight.observed.search.complete:
        said = f"Nobody with the name “{name}” was seen, but not all were looked at. {sight.observed.search.why_not}"
        return Advice((said.strip(),), (ways.look_again(),), RetrySense.AFTER)
    said = f"No customer, vendor or employee in QuickBooks has the name “{name}” now; inactive ones were looked at too."
    options = ways.with_retry(sight, RetrySense.NOW)
    return Advice((said,), options, RetrySense.NOW, facts=(Fact(f"“{name}” is the name of", "nobody"),))
