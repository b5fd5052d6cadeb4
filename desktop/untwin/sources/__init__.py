"""The systems that push documents into QuickBooks: one file a source, each says what it can do."""
