"""The sample Clio Manage: the API, the Bill Syncing page and the worker that posts bills to QuickBooks."""
