"""What Untwin knows of one QuickBooks company: its facts, its rules for numbers, its links."""
