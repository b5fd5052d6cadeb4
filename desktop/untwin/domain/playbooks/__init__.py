"""Playbooks: for each kind of error what was found, what differs, which options there are and how the end is seen."""
