"""The small sheets of triage: labels, notes, snoozing, saved views, and the e-mail that asks."""
