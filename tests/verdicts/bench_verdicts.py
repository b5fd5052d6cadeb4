"""Judges thousands of labelled conflicts and prints the rule, the shares and the confusion table.

    PYTHONPATH=desktop:tests .venv/bin/python tests/verdicts/bench_verdicts.py [--conflicts 3000] [--seed 1] [--seeds 1]

Some hundred more a seed go through the sample QuickBooks and the real search (`--served N`). `--show N` tells the
first N faults in full. Ends with 1 where a sale would be booked twice or lost.
"""

import argparse
import sys
import time

from verdicts.conflict import RULE
from verdicts.generator import make_firms
from verdicts.judging import FACTS, Judged, judge_all
from verdicts.offline import offline_books
from verdicts.plain import plain_counts
from verdicts.served import served_books
from verdicts.table import confusion, counts, grouped, shares, story

SERVED_SEEDS = 1_000_000  # so far apart that no served firm is one of those in memory


def main(arguments: list[str]) -> int:
    """Prints a table for each seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--conflicts", type=int, default=3000)
    parser.add_argument("--served", type=int, default=300, help="so many more are served by the sample QuickBooks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1, help="so many seeds, one after the other")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="tell so many faults in full")
    parser.add_argument("--only", default="", metavar="WORDS", help="tell only those whose relation holds these words")
    options = parser.parse_args(arguments)
    print(RULE)
    wrong = 0
    for seed in range(options.seed, options.seed + options.seeds):
        for where, judge, count in (
            ("in memory", judge_offline, options.conflicts),
            ("served", judge_served, options.served),
        ):
            began = time.perf_counter()
            judged = judge(seed, count)
            print(f"\nseed {seed}, {where}: {len(judged)} conflicts in {time.perf_counter() - began:.1f} s\n")
            if judged:
                print(
                    "\n".join(
                        (
                            *shares(judged),
                            "",
                            *confusion(judged),
                            "",
                            *counts(judged),
                            *plain_counts(judged),
                            "",
                            *grouped(judged),
                        )
                    )
                )
            _tell(judged, options.show, options.only)
            wrong += sum(j.wrong_go or j.wrong_same for j in judged)
    return 1 if wrong else 0


def judge_offline(seed: int, conflicts: int) -> list[Judged]:
    """All conflicts of a seed, judged from books in memory."""
    found: list[Judged] = []
    for firm in make_firms(seed, conflicts):
        found += judge_all(offline_books(firm.ledger, FACTS), firm.conflicts)
    return found


def judge_served(seed: int, conflicts: int) -> list[Judged]:
    """Other conflicts of a seed, judged from the sample QuickBooks; those that it can't serve are left out."""
    found: list[Judged] = []
    for firm in make_firms(seed + SERVED_SEEDS, conflicts):
        with served_books(firm.ledger) as (books, realm):
            found += judge_all(books, [c for c in firm.conflicts if not c.odd], realm)
    return found


def _tell(judged: list[Judged], most: int, words: str) -> None:
    bad = [j for j in judged if (j.faulty or (j.conflict.enough and not j.hit)) and words in j.conflict.relation]
    bad.sort(key=lambda j: (not j.wrong_go, not j.wrong_same))
    for each in bad[:most]:
        print("\n".join(story(each)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
