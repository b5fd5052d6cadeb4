"""The Monday view: every client as one row, with what is open and what nobody has looked at."""
