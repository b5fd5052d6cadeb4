"""The number of the rules by which verdicts are made: one of other rules leads nowhere before the case is looked up."""

RULES = 4  # one more whenever the same books may be judged or searched otherwise; `tests/verdicts/outcomes.py` reminds
JUDGED_BEFORE = "Looked up with an earlier version of Untwin: look again first."
