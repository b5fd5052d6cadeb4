"""The sample QuickBooks Online: sign-in, queries, documents and their rules, as Intuit answers them."""
