"""The columns of the inbox's list: their titles and places, and how many rows are read at a time."""

COLUMNS = ("State", "Number", "Waiting to post", "Amount", "Uses the number now", "Verdict")
STATE, NUMBER, WAITING, AMOUNT, HOLDER, VERDICT = range(6)
PAGE = 16  # about as many as a window shows: what isn't shown takes as long to read
