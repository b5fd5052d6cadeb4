"""Triage: marks on cases, put off, put aside, put away, and views of a person's own; none touches the books."""
