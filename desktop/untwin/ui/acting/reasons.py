"""Why an action can't run now: one sentence, empty where it can."""

from collections.abc import Callable

from untwin.domain.cases.case import LOOKABLE, MOVES, UNDECIDED, Case, State
from untwin.domain.cases.exits import exits_for
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.cases.own_words import why_not_own, why_not_taken_back
from untwin.domain.cases.right_company import why_not_bound
from untwin.domain.changes.planning import why_locked
from untwin.domain.company.company import Environment
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.blocks import read_only
from untwin.domain.verdicts.verdict import Verdict
from untwin.ui.acting.context import Context
from untwin.ui.acting.selection_context import MOST

WhyNot = Callable[[Context], str]
Judge = Callable[[Context, Case], str]


_CHOOSE = "Choose a case first."
_BUSY = "Untwin is working on this case; wait a moment."


def about_case(judge: Judge) -> WhyNot:
    """A reason that needs a chosen case, and one that nothing works on."""

    def why_not(context: Context) -> str:
        if context.case is None:
            return _CHOOSE
        if context.busy:
            return _BUSY
        return judge(context, context.case)

    return why_not


def about_selected(judge: Judge) -> WhyNot:
    """A reason about the selected cases, or about the chosen one: it holds where it holds for all of them."""

    def why_not(context: Context) -> str:
        if context.selection.count > MOST:
            return f"{MOST:,} cases at most at once; {context.selection.count:,} are selected."
        cases = context.selection.cases or ((context.case,) if context.case else ())
        if not cases:
            return _CHOOSE
        said = [_BUSY if context.works_on(case) else judge(context, case) for case in cases]
        if not all(said):
            return ""
        return said[0] if len(said) == 1 else f"None of the {len(said)} selected cases: {said[0]}"

    return why_not


def any_case(_context: Context, _case: Case) -> str:
    """Works with any case."""
    return ""


def nothing_shown(context: Context) -> str:
    """Why nothing can be selected."""
    return "" if context.case else "No case is shown here."


def not_lookable(_context: Context, case: Case) -> str:
    """Why it can't be looked up."""
    if case.state not in LOOKABLE:
        return f"It is “{case.state.words}”. Next: {case.next_step}."
    return ""


def not_changeable(context: Context, case: Case) -> str:
    """Why its number can't be changed."""
    locked, company = why_locked(case, context.companies), context.companies.get(case.company or "")
    block = read_only(company) if company else None
    if block and locked == block.sentence:
        return f"{company.name if company else ''} is read-only. Ctrl+Shift+L allows changes, after a review."
    return locked


def not_same(_context: Context, case: Case) -> str:
    """Why it can't be confirmed as the same sale."""
    if case.state is not State.NEEDS_DECISION:
        return f"It is “{case.state.words}”. Next: {case.next_step}."
    if case.judgement is None or case.judgement.verdict is not Verdict.SAME_DOCUMENT:
        unproved = "It isn't proved that the sale is in QuickBooks already. Press w for the reasons."
        return why_look_again(case) or unproved
    return ""


def not_found(_context: Context, case: Case) -> str:
    """Why there is nothing to confirm."""
    waits = case.state in (State.RENUMBERED, State.WAITING_TO_POST)
    return "" if waits and case.please_confirm else "Nothing was found that waits to be confirmed. Press v to look."


def nothing_differs(_context: Context, case: Case) -> str:
    """Why there is nothing to compare."""
    if case.state is State.NEEDS_CHECKING:
        return ""
    return f"It is “{case.state.words}”: no change of it waits to be checked."


def not_asked(_context: Context, case: Case) -> str:
    """Why nobody's word is asked."""
    asked = case.judgement is not None and case.judgement.asks_maker
    return why_look_again(case) or ("" if asked else "Nobody asks who made the document.")


def not_asked_own(_context: Context, case: Case) -> str:
    """Why nobody's word on a shared number is asked."""
    return why_not_own(case)


def not_ignorable(_context: Context, case: Case) -> str:
    """Why it can't be put aside."""
    return why_not_ignored(case)


def why_not_ignored(case: Case) -> str:
    """The same, without asking anything else."""
    if case.state in _IGNORABLE:
        return ""
    return f"A case that is “{case.state.words}” can't be ignored."


_IGNORABLE = frozenset(
    {State.NEW, State.NEEDS_DECISION, State.BLOCKED, State.FAILED, State.FAILED_AGAIN},
)


def not_bindable(context: Context, case: Case) -> str:
    """Why its company can't be said."""
    if not context.companies:
        return "No company is connected yet. Ctrl+Shift+O leads to where one is connected."
    return why_not_bound(case)


def not_describable(_context: Context, case: Case) -> str:
    """Why the waiting document can't be described."""
    if case.state not in UNDECIDED:
        return f"It is “{case.state.words}”; the waiting document can't be described any more."
    return ""


def no_document(_context: Context, case: Case) -> str:
    """Why no document can be opened."""
    if case.company is None:
        return "The case belongs to no company yet. Press Shift+C to choose it."
    known = case.posting is not None and case.posting.document_id is not None
    if known or case.renumbered or (case.evidence is not None and (case.evidence.holders or case.evidence.nearby)):
        return ""
    return "No document in QuickBooks is known for this case."


def no_page(context: Context, case: Case) -> str:
    """Why no page of the source can be opened."""
    company = context.companies.get(case.company or "")
    binding = company.binding(case.source) if company else None
    if binding and binding.retry_page:
        return ""
    return f"No web page is known for {source_name(case.source)}."


def no_table(context: Context) -> str:
    """Why no columns can be shown."""
    return "" if context.intake.has_table else "What came in last was no table."


def no_sample(context: Context) -> str:
    """Why no sample page can be opened."""
    if any(company.environment is Environment.SAMPLE and company.sources for company in context.companies.values()):
        return ""
    return "No sample firm is connected here."


def no_connecting(context: Context) -> str:
    """Why no company can be connected here."""
    if context.firms.sample:
        own = "Your own companies and their apps are connected in Untwin's own window: start it without --sample."
        return f"These are the sample firms. {own}"
    return ""


def not_connectable(context: Context) -> str:
    """Why no connection can be made anew."""
    if len(context.firms.chosen) != 1:
        return _ONE if context.firms.chosen else "No company is connected yet. Ctrl+Enter connects one."
    if context.firms.chosen[0].environment is Environment.SAMPLE:
        return "A sample firm's connection lasts while Untwin runs."
    return no_connecting(context)


def not_one_company(context: Context) -> str:
    """Why nothing can be done that is done for one company at a time."""
    if len(context.firms.chosen) == 1:
        return ""
    return _ONE if context.firms.chosen else "No company is connected yet."


def no_company_chosen(context: Context) -> str:
    """Why there is no company to switch."""
    return "" if context.firms.chosen else "Choose a case or a company first."


def nothing_to_allow(context: Context) -> str:
    """Why there is no review to open."""
    if any(not company.settings.writes_on for company in context.firms.chosen):
        return ""
    return "Changes are allowed there already." if context.firms.chosen else "No company is connected yet."


def nothing_to_forbid(context: Context) -> str:
    """Why nothing can be made read-only."""
    if any(company.settings.writes_on for company in context.firms.chosen):
        return ""
    return "Read-only already. Press a to allow changes." if context.firms.chosen else "No company is connected yet."


_ONE = "That is done for one company at a time. Take the marks away first."


def nothing_looked_up(context: Context) -> str:
    """Why there is nothing to stop."""
    return "" if context.looking_up else "Nothing is under way just now."


def no_entry_case(context: Context) -> str:
    """Why there is no case to open."""
    return "" if context.history.case else "This entry is about no case that is still here."


def entry_not_restorable(context: Context) -> str:
    """Why the chosen entry's old number can't be asked for."""
    if context.history.restorable and context.history.case is not None:
        return ""
    return "Only a change whose new number stands can be taken back."


def no_batch(context: Context) -> str:
    """Why there is no batch to show."""
    return "" if context.batch.there else "No batch is under way or paused. r plans one for the selected cases."


def no_paused_batch(context: Context) -> str:
    """Why no batch can be gone on with."""
    if context.batch.running:
        return "A batch is being saved just now; wait for it."
    return no_batch(context)


def not_planning(context: Context) -> str:
    """Why a batch can't be changed."""
    return "" if context.batch.planning else "The batch is confirmed already. c cancels what is left once it is paused."


def not_saving(context: Context) -> str:
    """Why there is nothing to pause."""
    return "" if context.batch.running else "Nothing is being saved just now."


def nothing_left(context: Context) -> str:
    """Why nothing can be cancelled."""
    if context.batch.planning:
        return "Nothing is confirmed yet. Esc leaves the plan."
    if context.batch.running:
        return "Pause it first: Ctrl+."
    return "" if context.batch.paused else "Nothing of this batch is left."


def nothing_to_undo(context: Context) -> str:
    """Why nothing can be taken back."""
    case = context.case
    if context.undoable or (case and (case.renumbered or case.state is State.IGNORED or not why_not_taken_back(case))):
        return ""
    return "There is nothing to undo here."


def not_restorable(_context: Context, case: Case) -> str:
    """Why no old number can be given back."""
    if not case.renumbered:
        return "No number that Untwin gave stands there."
    if State.PLANNED not in MOVES[case.state]:
        return f"It is “{case.state.words}”. Next: {case.next_step}."
    return ""


def no_exit(number: int) -> Judge:
    """Why there is no option of that number, or why it is locked."""

    def why_not(context: Context, case: Case) -> str:
        found = exits_for(case)
        count = len(found)
        if number <= count:
            option = found[number - 1].option
            return context.on_case.why_locked(option) if option is not None else ""
        return f"This case has {count} options." if count else f"It is “{case.state.words}”: nothing to choose."

    return why_not
