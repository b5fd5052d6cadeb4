"""Beside the verdict on a used number: what else was looked at, and the ways out that lie outside this document."""

from untwin.domain.books.documents import SALES_SPACE, Document, fold_number
from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense, Who
from untwin.domain.changes.numbering import MAX_LENGTH
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import NOT_KNOWN, Sight, switch_words
from untwin.domain.verdicts.holder import touches
from untwin.domain.verdicts.verdict import Verdict
from untwin.domain.words.days import told_day
from untwin.domain.words.phrasing import capital

_PREFIXES = {"clio": "CL", "hubspot": "HS"}


def advise(sight: Sight) -> Advice | None:
    """The advice; None where the verdict itself says all there is."""
    verdict = sight.judgement.verdict if sight.judgement else Verdict.UNKNOWN
    if verdict is Verdict.NONE_FOUND:
        return _phantom(sight)
    if verdict is Verdict.OWNED_BY_SOURCE:
        return _other_app(sight)
    entry = _journal_entry(sight) if verdict is Verdict.JOURNAL_OR_TRUST else None
    return _trust(sight, entry) if entry is not None else None


def _other_app(sight: Sight) -> Advice | None:
    """Two apps that give the same numbers: one of them needs numbers of its own."""
    profiles = [sight.company.profile(binding.source) for binding in sight.company.sources]
    clash = {profile.custom_numbers for profile in profiles} >= {True, False}
    names = " and ".join(profile.name for profile in profiles)
    said = (_CLASH.format(names),) if clash else ()
    options = tuple(_at_the_source(sight))
    return Advice(said, options, RetrySense.NO) if said or options else None


_CLASH = (
    "{} both push into this company and ask for opposite settings. The company's settings, in Companies, say how to "
    "live with both."
)


# --- nothing to be seen -----------------------------------------------------------------------------------------


def _phantom(sight: Sight) -> Advice:
    number = sight.number or "the number"
    said = (
        (
            f"Looked for {number} in every type that has numbers, also with blanks or other capitals, at voided"
            " documents and those of inactive customers."
        ),
        _deleted(sight),
        (
            f"If it fails once more although nothing is to be seen, the number itself is stuck: give it another in"
            f" {sight.source}."
        ),
    )
    options = (ways.retry(sight, RetrySense.NOW), *_at_the_source(sight), _make_anew(sight))
    return Advice(said, options, RetrySense.NOW, facts=(Fact("Deleted in the last 30 days", _count(sight)),))


_SALES_WORDS = "invoice, credit memo, sales receipt or refund receipt"


def _deleted(sight: Sight) -> str:
    seen = sight.observed.deleted
    if seen is None:
        return "What was deleted in the last 30 days was not asked for."
    named = sight.evidence.named if sight.evidence else None
    asked = named is not None and named.txn_id is not None and (named.entity is None or named.entity in SALES_SPACE)
    if asked and named is not None and any(document_id == named.txn_id for _, document_id in seen.documents):
        return f"The document that the error names (no. {named.txn_id} inside QuickBooks) was deleted lately."
    gone, cut = len(seen.documents), " There were more changes than QuickBooks tells." if seen.cut_short else ""
    words = f"No {_SALES_WORDS} was deleted in the last 30 days"
    if gone:
        count = f"{gone} sales {'document was' if gone == 1 else 'documents were'}"
        words = f"{count} deleted in the last 30 days; QuickBooks tells no numbers of what was deleted"
    lost = sight.evidence is not None and sight.evidence.named_missing and asked and not seen.cut_short
    earlier = " The one that the error names is gone longer than that." if lost else ""
    return f"{words}.{earlier}{cut}"


def _count(sight: Sight) -> str:
    return str(len(sight.observed.deleted.documents)) if sight.observed.deleted is not None else NOT_KNOWN


def _make_anew(sight: Sight) -> Option:
    how = (
        f"The last resort: delete the document in {sight.source} and make it anew; it then has another number.",
        "Look first whether it was sent to its customer, who would pay by the old number.",
    )
    words = f"Last resort: make it anew in {sight.source}"
    link = sight.source_page
    return Option(words, who=Who.SOURCE_ADMIN, how=how, where=f"{sight.source}, the document", link=link, locks=True)


# --- the source's own numbers -----------------------------------------------------------------------------------


def _at_the_source(sight: Sight) -> list[Option]:
    """Another number or prefix in the source, where a person can give one there and one is free."""
    profile = sight.company.profile(sight.case.source)
    free = _free(sight)
    if sight.case.source is None or free is None:
        return []
    how = (
        f"{free} is free in QuickBooks; so is any other that your firm prefers, if nothing there has it.",
        *(profile.numbers.how or ("Give the document that number there.",)),
        "Then say the new number here (“Say what is waiting to post”), look again, and retry.",
    )
    words = f"Another number in {profile.name}: {free}"
    where, link = f"{profile.name}, {profile.numbers.place}", sight.source_page
    return [Option(words, who=Who.SOURCE_ADMIN, how=how, where=where, copy=free, link=link, locks=True)]


def _free(sight: Sight) -> str | None:
    """A number with a prefix that nothing in QuickBooks has: all that contain the bare number were read."""
    evidence, number = sight.evidence, sight.number
    if evidence is None or number is None or not evidence.holder_search.complete:
        return None
    prefix = _PREFIXES.get(sight.case.source or "", "X")
    wishes = (f"{prefix}-{number}", *(f"{prefix}{n}-{number}" for n in range(2, 10)))
    taken = set(evidence.taken)
    return next((w for w in wishes if len(w) <= MAX_LENGTH and fold_number(w) not in taken), None)


# --- a journal entry --------------------------------------------------------------------------------------------


def _journal_entry(sight: Sight) -> Document | None:
    holders = sight.evidence.holders if sight.evidence else ()
    return next((d for d in holders if d.entity == "JournalEntry"), None)


def _trust(sight: Sight, entry: Document) -> Advice:
    facts = sight.facts
    warns = facts.warn_duplicate_journal if facts else None
    through = facts.closed_through if facts else None
    one = f"{capital(entry.type.one)} of {told_day(entry.date)}"
    said = (
        f"{one} has the number. Untwin only shows it.",
        _REUSED,
        f"“Warn if duplicate journal number is used” is {switch_words(warns)}: {_WARNS[warns]}",
        f"The books are closed through {told_day(through)}." if through else "The books are not closed.",
    )
    opened = ways.open_document(sight, entry, "Open the journal entry", *_LOOK)
    setting = () if warns is False else (_setting(sight.home),)
    # Whether the very transaction is booked already must be known before anybody sends it again.
    sense = RetrySense.NO if sight.doubts else RetrySense.AFTER
    asked = () if sense is RetrySense.AFTER else (ways.describe(),)
    retried = (ways.retry(sight, sense),) if sense is RetrySense.AFTER else ()
    options = (opened, *asked, *setting, *retried, _dummy(sight, entry))
    until = Fact("Closed through", told_day(through) if through else "not closed")
    listed = (Fact("Warn if duplicate journal number", switch_words(warns)), until)
    return Advice((*said, *sight.doubts), options, sense, facts=listed)


_REUSED = (
    "QuickBooks numbers journal entries itself. Mostly somebody gave one another number by hand, and QuickBooks has"
    " come to that number now."
)
_WARNS = {
    True: "it makes QuickBooks refuse the number.",
    False: "it refuses nothing, so the setting is not the reason.",
    None: "look at it, it may make QuickBooks refuse the number.",
}
_LOOK = (
    "Step 1: see who made it, whether it is reconciled, and whether it is the very trust transaction that waits.",
    "If it is the same one, don't retry: it would be booked twice.",
)


def _setting(home: str) -> Option:
    how = (
        "Step 2: switch the warning off, retry once, and switch it on again.",
        "Check: look here again; Untwin says whether it is off.",
    )
    place = "QuickBooks, Account and settings > Advanced > Other preferences"
    button = "Warn if duplicate journal number is used"
    words = "Open QuickBooks: the warning"
    return Option(words, who=Who.QUICKBOOKS_ADMIN, how=how, where=place, button=button, link=home)


def _dummy(sight: Sight, entry: Document) -> Option:
    """Clio's own last resort, with what its article leaves out: consent, an open period, the balances."""
    through = sight.facts.closed_through if sight.facts else None
    accounts = _trust_accounts(sight, entry)
    opened = f"after {told_day(through)}" if through else "in an open period"
    how = (
        "The last step, only if all before it failed, and only with the firm's written consent: its text is copied.",
        f"Date it {opened}, in a month whose trust account is not reconciled yet.",
        f"Write down the balance of {accounts}.",
        "Enter a journal entry between them, of the smallest amount that QuickBooks takes, under the number it gives.",
        "Delete that entry and compare the balance: it must be what it was. Only then retry.",
    )
    consent = (
        f"I agree that a journal entry of the smallest amount is entered and deleted again in {sight.company.name} so"
        f" that {sight.source} can post trust transaction {sight.number or ''}. Date: {opened}. Balance of {accounts}"
        " before: ____ after: ____. Name, date, signature:"
    )
    words = "Last resort: a dummy entry"
    return Option(words, who=Who.ACCOUNTANT, how=how, where="QuickBooks, New > Journal entry", copy=consent)


def _trust_accounts(sight: Sight, entry: Document) -> str:
    """Those that the entry touches, else all that the company names as trust; no other account is put into play."""
    named = sight.facts.trust_accounts if sight.facts else ()
    touched = tuple(a for a in entry.accounts if touches((a,), named))
    return " and ".join(dict.fromkeys(touched or named)) or "the trust bank and the trust liability account"
