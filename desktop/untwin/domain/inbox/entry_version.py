"""The version of what the inbox keeps of a case beside it."""

ENTRY_VERSION = 4  # one more whenever `entry_of` says something else: stores make theirs anew then
