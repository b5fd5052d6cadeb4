"""The inbox without a window: rows, sorting values, order, filter, counts."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt

from builders import COMPANY, INCOMING, NOW, REALM, TWIN, case, evidence
from builders import HOLDER as CREDIT_MEMO
from untwin.domain.cases.case import Case, Proposal, State
from untwin.domain.company.company import SourceBinding
from untwin.domain.inbox.entry import search_text
from untwin.domain.inbox.filter_fits import Seen, fits
from untwin.domain.inbox.inbox import VIEWS, counts, in_order, matches
from untwin.domain.sources.declared import SourceProfile
from untwin.domain.verdicts.judge import judge
from untwin.ui.case.side_by_side import waiting_title
from untwin.ui.inbox.columns import AMOUNT, COLUMNS, HOLDER, NUMBER, STATE, VERDICT, WAITING
from untwin.ui.inbox.model import InboxModel, Role
from untwin.ui.inbox.rows import Row, row_of
from untwin.ui.lanes.id_list import IdList

COMPANIES = {REALM: COMPANY}


def judged(**changes: object) -> Case:
    found = evidence()
    proposed = (Proposal("111", "CreditMemo", "1234", ("CM-1234",)),)
    whole = case(
        state=State.NEEDS_DECISION, incoming=INCOMING, evidence=found, judgement=judge(found), proposed=proposed
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def row(one: Case) -> Row:
    return row_of(one, COMPANIES, NOW + timedelta(days=3))


def model_of(*cases: Case) -> InboxModel:
    """A model that shows some cases."""
    rows = {int(one.id): row(one) for one in cases}
    model = InboxModel(lambda case_id, _page: rows.get(case_id))
    model.show_ids(IdList(rows))
    return model


def test_a_row_shows_what_is_known_in_two_lines_a_column() -> None:
    lines = row(judged()).lines
    assert lines[STATE] == ("Needs decision", "3 d")
    assert lines[NUMBER] == ("1234", "Clio")
    assert lines[WAITING] == ("Smith, Anna", "12 Nov 2026")
    assert lines[AMOUNT] == ("1,240.00", "")
    assert lines[HOLDER] == ("Credit memo 1234", "Ortega, Luis, 85.00")
    assert lines[VERDICT] == ("Unrelated document", "→ CM-1234")


def test_a_row_reads_as_one_sentence() -> None:
    sentence = row(judged()).sentence
    assert sentence.startswith("Harlow & Pike LLP, Needs decision 3 d, number 1234 Clio, waiting to post Smith, Anna")


def test_the_waiting_document_goes_by_its_sources_word_and_by_a_companys_own() -> None:
    own = SourceProfile("hubspot", "HubSpot", noun="statement")
    company = replace(COMPANY, sources=(SourceBinding("hubspot", own=own),))
    waiting = judged(source="hubspot")
    assert waiting_title(judged(), COMPANY) == "Clio bill 1234"
    assert (waiting_title(waiting, None), waiting_title(waiting, company)) == (
        *("HubSpot invoice 1234", "HubSpot statement 1234"),
    )


def test_what_is_not_known_is_said_and_not_invented() -> None:
    lines = row(case(doc_number=None, company=None)).lines
    assert lines[NUMBER][0] == "\N{EN DASH}"
    assert lines[WAITING] == ("not known yet", "")
    assert lines[HOLDER] == ("not looked up yet", "")


def test_another_currency_is_shown_with_its_code() -> None:
    euro = replace(INCOMING, currency="EUR")
    assert row(judged(incoming=euro)).lines[AMOUNT][0] == "EUR 1,240.00"


def test_text_from_outside_never_becomes_markup() -> None:
    model = model_of(judged(incoming=replace(INCOMING, customer="<b>Smith</b>")))
    index = model.index(0, WAITING)
    assert index.data() == "<b>Smith</b>\n12 Nov 2026"
    assert "&lt;b&gt;Smith" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_model_serves_native_values_to_sort_by_and_the_row_itself() -> None:
    model = model_of(judged())
    assert model.index(0, AMOUNT).data(Role.SORT) == (True, Decimal("1240.00"))
    assert model.index(0, 0).data(Role.ROW).case.id == "1"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == row(judged()).sentence
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_the_model_has_a_title_a_column_and_nothing_outside() -> None:
    model = model_of()
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert titles == list(COLUMNS)
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.data(QModelIndex()) is None
    assert model.row(5) is None


def test_the_order_is_failed_again_then_blocked_then_decisions_by_value_then_new() -> None:
    small, big = judged(id="3"), judged(id="4", incoming=replace(INCOMING, total=Decimal(9000)))
    cases = [case(id="5"), small, big, case(id="2", state=State.BLOCKED), case(id="1", state=State.FAILED_AGAIN)]
    assert [c.id for c in in_order(cases)] == ["1", "2", "4", "3", "5"]


def test_counts_are_honest_renumbered_is_not_posted() -> None:
    cases = [case(state=state) for state in State]
    by_title = dict(zip((view.title for view in VIEWS), counts(Seen(c, NOW) for c in cases), strict=True))
    assert by_title["Posted today"] == 1
    assert by_title["Waiting to post"] == 2
    assert by_title["All"] == len(State)


def test_no_state_is_out_of_sight() -> None:
    assert all(fits(VIEWS[-1].wanted, Seen(case(state=state), NOW)) for state in State)


def test_the_filter_wants_every_word_somewhere() -> None:
    text = search_text(judged(), COMPANY.name)
    assert matches(text, "smith 1234")
    assert matches(text, "UNRELATED clio")
    assert matches(text, "")
    assert not matches(text, "smith jones")


def test_sorting_by_a_column_asks_for_that_order() -> None:
    model, asked = model_of(judged()), []
    model.order_wanted.connect(lambda column, backwards: asked.append((column, backwards)))
    model.sort(AMOUNT, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert asked == [(AMOUNT, True), (-1, False)]


def test_a_twin_under_another_number_is_named_and_flags_are_not() -> None:
    found = evidence(nearby=(TWIN,), holders=(replace(CREDIT_MEMO, emailed=True),))
    same = judged(evidence=found, judgement=judge(found), proposed=())
    assert row(same).lines[VERDICT] == ("Same document", "= invoice M-1740")


def test_a_blocked_case_proposes_no_number() -> None:
    assert row(judged(state=State.BLOCKED)).lines[VERDICT] == ("Unrelated document", "")
