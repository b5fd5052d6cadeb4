"""A case in words: its headline, what happened, and one paragraph for an e-mail."""

from collections.abc import Mapping

from untwin.domain.books.documents import TYPES
from untwin.domain.cases.advice import Advice, RetrySense
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.cases.left_to_do import link_unknown
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.gives_way import Who
from untwin.domain.verdicts.maker import owner_name
from untwin.domain.verdicts.verdict import VERDICT_WORDS, Verdict
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount
from untwin.domain.words.phrasing import capital
from untwin.ui.case.side_by_side import NONE, Side, sides, waiting_title
from untwin.ui.kit.words import tr


def headline(case: Case) -> str:
    """What the case is, in a few words."""
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER and case.state not in _BY_STATE and case.judgement is None:
        return tr(case.kind.words)
    if case.booked_twice:
        return tr("Booked twice")
    if case.state in _BY_STATE:
        asks = case.state is State.WAITING_TO_POST and case.please_confirm
        if case.state is State.ALREADY_IN_QUICKBOOKS and link_unknown(case):
            return tr("Already in QuickBooks")
        return tr("Did it post?") if asks else tr(_BY_STATE[case.state])
    if case.evidence is not None and (case.state is State.NEW or case.judgement is None):
        return tr("To be looked up again")
    if case.judgement is not None:
        if case.judgement.verdict is Verdict.OWNED_BY_SOURCE and (maker := _maker(case)):
            return tr("Created by {}").format(maker)
        return tr(VERDICT_WORDS[case.judgement.verdict])
    return tr("Not looked up yet")


_BY_STATE = {
    State.RENUMBERED: "Number is free, not posted yet",
    State.WAITING_TO_POST: "Waiting to post",
    State.POSTED: "Posted",
    State.ALREADY_IN_QUICKBOOKS: "Already in QuickBooks, not linked",
    State.NEEDS_CHECKING: "Needs checking",
    State.IGNORED: "Ignored",
    State.NO_LONGER_NEEDED: "No longer needed",
    State.FAILED_AGAIN: "Failed again",
    State.FAILED: "Failed",
}


def what_to_do(case: Case) -> str:
    """The way out in one sentence."""
    source = source_name(case.source)
    if case.state is State.NEEDS_DECISION:
        return _to_decide(case, source)
    if case.state is State.NEW and case.company is None:
        return tr("Say which company this error belongs to (Shift+C), then it is looked up.")
    if case.state in _TO_DO:
        return tr(_TO_DO[case.state])
    return case.next_step.replace("the source", source) + "."


_TO_DO = {
    State.BLOCKED: "Something stands in the way; it is named below.",
    State.IGNORED: "It was put aside. Look it up again to take it back.",
    State.NO_LONGER_NEEDED: "Nothing is left to do.",
    State.POSTED: "It was found in QuickBooks. Nothing is left to do.",
}


def _to_decide(case: Case, source: str) -> str:
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER and case.advice:
        return _advised(case.advice, source)
    if case.judgement is not None:
        return _way_out(case, case.judgement.verdict, source)
    if case.evidence is not None:
        return tr(why_look_again(case) or "What was known may have changed meanwhile: look it up again.")
    return f"{case.next_step}."


def _advised(advice: Advice, source: str) -> str:
    if advice.retry is RetrySense.NOW:
        return tr("Retry in {}; nothing has to be changed in QuickBooks.").format(source)
    if advice.retry is RetrySense.NO:
        return tr("Don't retry yet; what was found says why.")
    return tr("Something has to be put right first, by you or somebody else; then retry in {}.").format(source)


def _way_out(case: Case, verdict: Verdict, source: str) -> str:
    if case.judgement is not None and case.judgement.changeable:
        changes = [f"{TYPES[p.entity].title} {p.old} to {p.suggestions[0]}" for p in case.proposed if p.suggestions]
        told = " and ".join(changes) or tr("it")
        if case.gives_way and case.gives_way.who is Who.WAITING:
            return tr("Better give the waiting document another number in {}; or renumber {}.").format(source, told)
        return tr("Renumber {}, then retry in {}.").format(told, source)
    words = {
        Verdict.SAME_DOCUMENT: tr("Don't retry: it would be booked twice. Confirm that it is there already."),
        Verdict.NONE_FOUND: tr("The number is free. Retry in {}; nothing has to be changed.").format(source),
        Verdict.OWNED_BY_SOURCE: _at_its_maker(_maker(case), source),
        Verdict.JOURNAL_OR_TRUST: tr("Only shown here: its number stays as it is."),
        Verdict.PURCHASE_SIDE: tr("Only shown here: it is another party's reference."),
    }
    if case.judgement is not None and case.judgement.asks_own:
        return tr("One answer from you is missing: does a document only have the same number?")
    asked = any(each.id in (ExitId.DESCRIBE, ExitId.MADE_BY_HAND) for each in exits_for(case))
    open_words = (
        _missing(case)
        if asked
        else tr(
            "Compare both yourself. If they are two sales, change one of the numbers by hand and look it up again; "
            "if they are one, ignore the case and say so."
        )
    )
    return words.get(verdict, open_words)


def _missing(case: Case) -> str:
    """What only a person can say; where nobody knows the waiting document, another company may be meant."""
    waiting = case.evidence.incoming if case.evidence else None
    if case.source is None or (waiting is not None and (waiting.complete or waiting.source_id is not None)):
        return tr("One answer from you is missing.")
    return tr("One answer from you is missing: what waits, or which other company it belongs to (Shift+C).")


def _at_its_maker(maker: str, source: str) -> str:
    """Two apps that count in one series: the one that waits may give way as well as the one that was first."""
    if maker and maker != source:
        both = tr("{} made it, so its number is changed there and never here; or give the waiting one another in {}.")
        return both.format(maker, source)
    return tr("Change it in {}, where it was made; never here.").format(maker or tr("the app"))


def _maker(case: Case) -> str:
    """The one app that made what is in the way; empty where it has no name, or there are several."""
    if case.evidence is None or case.judgement is None:
        return ""
    owned = {h.document_id for h in case.judgement.holders if h.verdict is Verdict.OWNED_BY_SOURCE}
    documents = [d for d in case.evidence.holders if d.id in owned]
    names = {owner_name(document, case.evidence) for document in documents}
    return names.pop() if len(names) == 1 else ""


def happened(case: Case) -> tuple[str, ...]:
    """What was done so far, one sentence each."""
    said = [
        tr("{} {} is {} now. {}").format(TYPES[r.entity].title.capitalize(), r.old, r.new, r.proof.sentence)
        for r in case.renumbered
    ]
    if case.posting is not None:
        said.append(" ".join((case.posting.sentence, *case.posting.differences)))
    if case.state is State.WAITING_TO_POST:
        return tuple(said[:-1] if case.posting is not None and (case.please_confirm or case.not_seen_yet) else said)
    if case.state is State.NEW and case.company is None:
        return tuple(said)  # its note asks whose it is, as the line under the headline does
    if case.note and not any(case.note.strip() in one or one in case.note for one in said) and not _is_block(case):
        said.append(case.note)
    return tuple(said)


def given_words(case: Case) -> str:
    """Which numbers were given and proved, shortly: `Credit memo 1234 is 1234-CM now, proved`."""
    now = [tr("{} {} is {}").format(TYPES[r.entity].title, r.old, r.new) for r in case.renumbered]
    words = tr(" and ").join(now)
    return tr("{} now, proved.").format(capital(words)) if now else ""


def waiting_words(case: Case, company: Company | None) -> str:
    """The waiting document in one line, as far as it is known."""
    return ", ".join((waiting_title(case, company), *known_facts(case)))


def known_facts(case: Case) -> tuple[str, ...]:
    """Customer, amount and day of the waiting document; what isn't known is left out."""
    known, home = case.incoming, case.evidence.facts.home_currency if case.evidence else None
    if known is None:
        return ()
    amount = told_amount(known.total, known.currency, home) if known.total is not None else ""
    return tuple(filter(None, (known.customer, amount, told_day(known.date) if known.date else "")))


def _is_block(case: Case) -> bool:
    return any(block.sentence == case.note for block in case.blocks)


def paragraph(case: Case, companies: Mapping[str, Company]) -> str:
    """The whole case for an e-mail, plain text."""
    company = companies.get(case.company or "")
    parts = [f"{waiting_title(case, company)}: {headline(case)}."]
    if company:
        parts.insert(0, f"{company.name}.")
    if known := known_facts(case):
        parts.append(tr("Waiting to post: {}.").format(", ".join(known)))
    parts += [tr("{}: {}.").format(side.role, _one_line(side)) for side in sides(case)]
    parts += list(case.judgement.reasons) if case.judgement else []
    parts += list(case.advice.found) if case.advice else []
    parts += [block.sentence for block in case.blocks]
    return " ".join((*parts, *happened(case)))


def _one_line(side: Side) -> str:
    return ", ".join((side.title, *(each.document for each in side.lines[:3] if each.document != NONE)))
