"""QuickBooks Online: signing in, reading documents, and THE number writer."""
