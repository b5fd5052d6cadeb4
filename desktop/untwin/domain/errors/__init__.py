"""The errors QuickBooks Online answers with: their kinds, their words, and the tables and lists in which they come."""
