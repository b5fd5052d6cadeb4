"""The systems that push documents into QuickBooks, and the documents of theirs that wait."""
