"""A trust document on a served firm: locked, unlocked by a named person, changed as one number, and locked again."""

from collections.abc import Iterator

import pytest

from conftest import QUICK
from untwin.app.samples import Opened, sample_desk
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.change import Flag
from untwin.domain.verdicts.verdict import Verdict
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.companies.set_policy import Policy
from untwin.quickbooks.client import make_session


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Opened, str]]:
    """The law firm with the errors of its Clio taken in, and its realm."""
    folder = tmp_path_factory.mktemp("trust")
    with sample_desk(folder / "home", (*QUICK, "--firms", "1")) as opened, make_session() as session:
        company = opened.greeting["quickbooks"]["companies"][0]
        file = folder / "failing.html"
        file.write_text(session.get(opened.greeting["clio"]["bill_syncing_page"], timeout=10).text, encoding="utf-8")
        opened.desk.take_in.files([file], company["realm_id"], "clio")
        opened.desk.look_up.all([case.id for case in opened.desk.cases.all()])
        yield opened, company["realm_id"]


def trust_case(opened: Opened) -> Case:
    """The one whose number a sales receipt on a trust account has."""
    return next(
        case
        for case in opened.desk.cases.all()
        if case.evidence is not None
        and any(d.entity == "SalesReceipt" and d.number == case.doc_number for d in case.evidence.holders)
        and case.judgement is not None
        and case.judgement.verdict is Verdict.JOURNAL_OR_TRUST
    )


def test_a_trust_receipt_is_renumbered_only_after_a_person_has_unlocked_it(firm: tuple[Opened, str]) -> None:
    opened, realm = firm
    desk, case = opened.desk, trust_case(opened)
    refused = desk.renumber.plan({case.id: {}})
    assert not refused.rows
    assert "trust" in refused.refused[0].reason

    desk.set_policy(realm, Policy(trust_unlock=("the auditor agreed",)), "Ann Lee")
    assert not desk.renumber.plan({case.id: {}}).rows  # what was judged before counts for nothing
    again = desk.look_up(case.id)
    if again.judgement is not None and again.judgement.asks_maker:
        again = desk.decide.made_by_hand(case.id, "Ann Lee")
    planned = desk.renumber.plan({case.id: {}})
    assert Flag.TRUST in planned.flags, again.judgement

    desk.set_policy(realm, Policy(trust_unlock=(None,)), "Ann Lee")
    assert "again" in desk.renumber.plan({case.id: {}}).refused[0].reason
    desk.set_policy(realm, Policy(trust_unlock=("the auditor agreed",)), "Ann Lee")
    run = desk.renumber.confirm(planned, Confirmation("Ann Lee", "trust", frozenset(Flag), None))
    assert desk.carry_out(run.id).problems == {}
    assert desk.cases.get(case.id).state is State.RENUMBERED
