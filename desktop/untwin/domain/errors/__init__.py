"""The errors QuickBooks Online answers with: their kinds, their words, and the columns in which they come."""
