"""The way from a free number to the posted document: the retry in the source, and the watch in QuickBooks."""
