"""A verdict of other rules in the store: what was found is read alone, in the list of cases, too."""

import builders
from untwin.domain.cases.case import State
from untwin.domain.inbox.filter_line import Filter
from untwin.domain.inbox.filter_words import parse
from untwin.domain.inbox.query import Query
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.rules import JUDGED_BEFORE
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.home import Home


def test_an_open_verdict_of_other_rules_comes_back_as_what_was_found_alone(home: Home) -> None:
    database = open_database(home.database)
    cases, before = StoredCases(database), builders.evidence(rules=0)
    told = cases.add(builders.case(state=State.NEEDS_DECISION, evidence=before, judgement=judge(before)))
    kept = cases.get(told.id)
    assert (kept.judgement, kept.evidence, kept.note) == (None, before, JUDGED_BEFORE)
    assert [case.judgement for case in (*cases.all(), *cases.in_states([State.NEEDS_DECISION]))] == [None, None]
    wanted = Query(Filter(), builders.NOW, typed=parse("verdict:unrelated"))
    with database.transaction() as connection:
        connection.execute("UPDATE inbox_made SET version = 4")  # as the older version left it
    inbox = cases.reader()
    assert len(inbox.ids(wanted)) == 1
    inbox.close()
    inbox = StoredCases(open_database(home.database)).reader()
    assert len(inbox.ids(wanted)) == 0
    inbox.close()
