"""What is in QuickBooks: documents, their types, and the proof that nothing else of one has moved."""
