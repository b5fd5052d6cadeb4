"""Prints plans, batches and doubts: what would change, what did, and what a person must look at."""

from typing import Any

from untwin.cli.words import clean, clock_words, document_json
from untwin.domain.changes.change import FLAG_WORDS, Plan, Row
from untwin.domain.changes.run import Run
from untwin.domain.changes.summary import Money, Summary
from untwin.domain.words.money import told_amount
from untwin.flows.changing.look_closer import Doubt

Json = Any


def plan_json(planned: Plan) -> Json:
    """A plan, before it is confirmed."""
    return {
        "rows": [
            {
                "case": row.case_id,
                "company": row.company,
                "document": document_json(row.document),
                "old": row.old,
                "new": row.new,
                "flags": [f.value for f in row.flags],
                "why_not": row.why_not,
                "suggestions": list(row.suggestions),
                "passed_over": list(row.passed_over),
            }
            for row in planned.rows
        ],
        "refused": [{"case": r.case_id, "reason": r.reason, "choices": list(r.choices)} for r in planned.refused],
        "confirm": planned.rung.value,
        "flags": [f.value for f in planned.flags],
        "totals": dict(planned.totals),
        "next_numbers": list(planned.next_numbers),
    }


def plan_lines(planned: Plan) -> list[str]:
    """A plan in words."""
    refused = [
        line
        for r in planned.refused
        for line in (clean(f"case {r.case_id}: not changed. {r.reason}"), *(f"  - {clean(c)}" for c in r.choices))
    ]
    return [
        *(_row_line(row) for row in planned.rows),
        *(clean(f"  not {words}") for row in planned.rows for words in row.passed_over),
        *refused,
        *(clean(f"next number: {words}") for words in planned.next_numbers),
        *(f"seen? --accept {flag.value}: {FLAG_WORDS[flag]}" for flag in planned.flags),
    ]


def _row_line(row: Row) -> str:
    wrong = f"  ({row.why_not})" if row.why_not else ""
    return clean(f"case {row.case_id}: {row.document.title} of {row.document.who} > {row.new}{wrong}")


def run_json(run: Run, so_far: Summary) -> Json:
    """A batch, and what it has come to so far."""
    return {
        "id": run.id,
        "state": run.state.value,
        "who": run.who,
        "confirmed_at": run.confirmed_at,
        "cases": list(run.case_ids),
        "note": run.note,
        "posted": so_far.posted,
        "waiting_to_post": so_far.waiting,
        "restored": so_far.restored,
        "open": so_far.open,
        "left": so_far.left,
        "posted_money": dict(so_far.posted_money.by_currency),
        "waiting_money": dict(so_far.waiting_money.by_currency),
        "set_aside": [{"case": case_id, "reason": reason} for case_id, reason in so_far.aside],
    }


def run_lines(run: Run, so_far: Summary) -> list[str]:
    """A batch in two lines or three."""
    money = _money(so_far.posted_money), _money(so_far.waiting_money)
    at = clock_words(run.confirmed_at)
    said = f"posted {so_far.posted}{money[0]}, not posted yet {so_far.waiting}{money[1]}"
    lines = [
        f"{run.id[:8]}  {at}  {run.who}: {len(run.case_ids)} cases, {run.state}",
        f"  {said}, open {so_far.open}, left {so_far.left}",
    ]
    return [clean(line) for line in (*lines, *([f"  {run.note}"] if run.note else []))]


def _money(money: Money) -> str:
    said = ", ".join(told_amount(amount, currency or None) for currency, amount in money.by_currency)
    return f" ({said})" if said else ""


def doubt_json(doubt: Doubt) -> Json:
    """A change that a person must look at."""
    intent, differences = doubt.change.intent, doubt.proof.unexpected if doubt.proof else ()
    return {
        "entity": intent.order.entity,
        "document": intent.order.id,
        "old": intent.old_number,
        "new": intent.order.new_number,
        "stands": doubt.stands,
        "said": doubt.change.last.note,
        "differences": [{"field": d.path, "before": d.before, "now": d.after} for d in differences],
        "before": intent.before,
        "now": doubt.now,
    }


def doubt_lines(doubt: Doubt) -> list[str]:
    """The same in words."""
    intent = doubt.change.intent
    stands = f"{intent.order.new_number} stands there now" if doubt.stands else "the new number doesn't stand there"
    differences = doubt.proof.unexpected if doubt.proof else ()
    return [
        clean(f"{intent.order.entity} {intent.order.id}, {intent.old_number} > {intent.order.new_number}: {stands}."),
        clean(f"  {doubt.change.last.note}"),
        *(clean(f"  {d.path}: {d.before} > {d.after}") for d in differences),
        "  Accept it as it is: untwin accept CASE --yes --reason ...",
    ]
