"""Whatever is sent, the sample answers with a fault and never falls over, and what it holds can still be read."""

import copy
import random
from typing import Any

import pytest

from sample.landscaped import landscaped

JUNK: list[Any] = [
    *(None, "", 0, -1, 1.5, "x", True, [], {}, [1], [None], [{}], [[]], "2026-13-45", "9" * 50),
    *({"value": None}, {"value": []}, {"value": {}}, {"value": "1"}, {"Address": 5}, [{"DetailType": 5}]),
    *([{"TxnId": 5, "TxnType": None}], [{"LinkedTxn": "x"}]),
]
WAYS: list[dict[str, str]] = [
    *({}, {}, {"operation": "update"}, {"operation": "delete"}, {"operation": "void"}, {"include": "void"})
]
TIMES = 1500


def _mutated(dice: random.Random, value: Any) -> Any:
    if isinstance(value, dict) and value and dice.random() < 0.8:
        name = dice.choice(list(value))
        new = _mutated(dice, value[name]) if dice.random() < 0.6 else copy.deepcopy(dice.choice(JUNK))
        gone = dice.choice(list(value)) if dice.random() < 0.2 else ""
        return {each: inner for each, inner in (value | {name: new}).items() if each != gone}
    if isinstance(value, list) and value and dice.random() < 0.8:
        place = dice.randrange(len(value))
        return [*value[:place], _mutated(dice, value[place]), *value[place + 1 :]]
    return copy.deepcopy(dice.choice(JUNK))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_body_makes_it_fall_over(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable on purpose
    with landscaped() as caller:
        kinds = {kind: docs for kind, docs in caller.books().items() if docs}
        for _ in range(TIMES):
            kind = dice.choice(list(kinds))
            body = copy.deepcopy(dice.choice(kinds[kind]))
            if dice.random() < 0.5:
                body = {name: value for name, value in body.items() if name not in ("Id", "DocNumber")}
            body |= {"sparse": True} if dice.random() < 0.3 else {}
            for _ in range(dice.randint(1, 3)):
                body = _mutated(dice, body)
            answer = caller.call("POST", kind.lower(), json=body, params=dice.choice(WAYS))
            assert answer.status_code in (200, 400), (kind, body, answer.text)
        for kind in kinds:
            assert caller.call("GET", "query", params={"query": f"SELECT * FROM {kind} ORDERBY Id"}).status_code == 200  # noqa: S608
        for report in ("BalanceSheet", "TransactionList", "GeneralLedger", "CustomerBalance", "AgedReceivables"):
            assert caller.call("GET", f"reports/{report}").status_code == 200
